//! What a name may mean, and what the name after a comma may.

use std::ops::Range;

use sayso_lexicon::{Bearing, Gazetteer, Kind, Place, Sense};

use crate::lexis::{Lexis, Shape};

/// Decimal logarithm of the inhabitants from which a town is known without help from the words around it: 300,000.
pub(super) const FAMOUS: f64 = 5.48;

/// What a name may mean: an abbreviation by its spelling, else the name; its people are no place. Short words in capitals are no names that
/// are spelled out.
pub(super) fn senses(gazetteer: &Gazetteer, name: &str) -> Vec<Sense> {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let short = gazetteer.abbreviation(name);
    if !short.is_empty() {
        return short;
    }
    let mut senses = gazetteer.senses(name);
    senses.retain(|sense| sense.bearing != Bearing::People);
    if is_acronym(name) {
        senses.retain(|sense| {
            sense.bearing == Bearing::Name && name.len() == 4 && is_famous(gazetteer, *sense)
        });
    }
    senses
}

/// A capital or a large town, whose name a dateline may shout ("ROME").
fn is_famous(gazetteer: &Gazetteer, sense: Sense) -> bool {
    gazetteer.place(sense.entry).is_some_and(|place| place.kind == Kind::Capital || place.magnitude > FAMOUS)
}

/// Up to four capitals ("HIV", "E.U.").
fn is_acronym(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    letters().count() < 5 && letters().all(char::is_uppercase) && !name.contains(' ')
}

/// The countries and divisions that the name after the comma may mean.
pub(super) fn after_comma<'g>(
    lexis: &Lexis<'_, '_>,
    gazetteer: &'g Gazetteer,
    tokens: &Range<usize>,
) -> Vec<Place<'g>> {
    let start = tokens.end + 1;
    let sentence = lexis.reading.tokens[tokens.start].sentence;
    let follows = lexis.lower(tokens.end) == "," || lexis.lower(tokens.end) == "(";
    let capital = |token: usize| {
        matches!(lexis.shape(token), Shape::Capital | Shape::Acronym)
            && lexis.reading.tokens.get(token).is_some_and(|it| it.sentence == sentence)
    };
    if !follows || !capital(start) {
        return Vec::new();
    }
    let runs = (1..=3)
        .rev()
        .filter(|&length| (start..start + length).all(capital))
        .map(|length| start..start + length);
    for run in runs {
        let slice = lexis.hull(run.clone());
        let stop = if lexis.lower(run.end) == "." { lexis.hull(run.start..run.end + 1) } else { None };
        let found: Vec<Place<'g>> = stop
            .into_iter()
            .chain(slice)
            .flat_map(|name| senses(gazetteer, &name))
            .filter_map(|sense| gazetteer.place(sense.entry))
            .filter(|place| matches!(place.kind, Kind::Country | Kind::Division))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}
