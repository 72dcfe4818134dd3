//! Which words name a place?

use std::collections::BTreeSet;
use std::ops::Range;

use sayso_lang::{NameKind, Part, Upos};
use sayso_lexicon::{Bearing, Gazetteer, Kind, Place, Sense, key};
use sayso_record::{ActorType, RecordBuilder};
use sayso_text::{Body, Slice};

use super::{trimmed, words};
use crate::actors::Cast;
use crate::lexis::{Lexis, Shape, tables};
use crate::words::{Sense as CountrySense, is_given_name, is_organ_word};

/// Tokens of the longest name that is looked up where the trained reader saw none.
const LONGEST: usize = 4;

/// Tokens before and after a name by which it may turn out to be longer.
const GROWTH: usize = 4;

/// Inhabitants from which a town is known without help from the words around it.
const FAMOUS: f64 = 300_000.0;

/// Some words that name a place.
#[derive(Debug, Clone)]
pub(super) struct Toponym<'t> {
    pub(super) tokens: Range<usize>,
    pub(super) slice: Slice<'t, Body>,
}

/// Finds them, in the order of the text.
pub(super) fn find<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &Cast<'t>,
    record: &RecordBuilder<'t>,
    gazetteer: &Gazetteer,
) -> Vec<Toponym<'t>> {
    let finder = Finder { lexis, cast, record, gazetteer, people: surnames(lexis) };
    let mut found = Vec::new();
    let mut at = 0;
    for name in &lexis.reading.names {
        finder.unread(at..name.tokens.start, &mut found);
        finder.read(&name.tokens, name.kind, &mut found);
        at = name.tokens.end;
    }
    finder.unread(at..lexis.reading.tokens.len(), &mut found);
    found
}

/// The last words of the names of people, folded: where one stands alone, it stands for them.
fn surnames(lexis: &Lexis<'_, '_>) -> BTreeSet<String> {
    let people =
        lexis.reading.names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1);
    people.map(|name| key(&lexis.slice(name.tokens.end - 1))).collect()
}

struct Finder<'f, 'r, 't> {
    lexis: &'f Lexis<'r, 't>,
    cast: &'f Cast<'t>,
    record: &'f RecordBuilder<'t>,
    gazetteer: &'f Gazetteer,
    people: BTreeSet<String>,
}

impl<'t> Finder<'_, '_, 't> {
    /// A name that the trained reader saw.
    fn read(&self, tokens: &Range<usize>, kind: NameKind, found: &mut Vec<Toponym<'t>>) {
        for piece in self.pieces(tokens.clone(), kind) {
            if found.last().is_some_and(|last| piece.start < last.tokens.end) {
                continue;
            }
            let piece = self.grown(piece, found);
            let Some(slice) = self.lexis.hull(piece.clone()).map(trimmed).filter(|slice| !slice.is_empty())
            else {
                continue;
            };
            let taken = match kind {
                NameKind::Place => self.is_place(&piece, &slice),
                NameKind::Group => self.is_country(&slice),
                NameKind::Organisation | NameKind::Person | NameKind::Other => {
                    self.is_supported(&piece, &slice, kind)
                }
            };
            if taken && !self.is_barred(&piece, &slice) {
                found.push(Toponym { tokens: piece, slice });
            }
        }
    }

    /// Capitalised words that the trained reader took for no name.
    fn unread(&self, tokens: Range<usize>, found: &mut Vec<Toponym<'t>>) {
        let mut at = found.last().map_or(tokens.start, |last| last.tokens.end.max(tokens.start));
        while at < tokens.end {
            let capital = matches!(self.lexis.shape(at), Shape::Capital | Shape::Acronym);
            let run = if capital { self.known_run(at..tokens.end.min(at + LONGEST)) } else { None };
            let Some(run) = run else {
                at += 1;
                continue;
            };
            let run = self.grown(run, found);
            at = run.end;
            let Some(slice) = self.lexis.hull(run.clone()).map(trimmed) else { continue };
            if self.is_supported(&run, &slice, NameKind::Other) && !self.is_barred(&run, &slice) {
                found.push(Toponym { tokens: run, slice });
            }
        }
    }

    /// The longest run from the head of `tokens` that the gazetteer knows.
    fn known_run(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let lexis = self.lexis;
        let sentence = lexis.reading.tokens[tokens.start].sentence;
        let capitals = tokens.clone().take_while(|&token| {
            matches!(lexis.shape(token), Shape::Capital | Shape::Acronym)
                && lexis.reading.tokens[token].sentence == sentence
        });
        let end = capitals.last()? + 1;
        // A capital goes on behind the run: a longer name that is not known.
        (tokens.start + 1..=end).rev().map(|end| tokens.start..end).find(|run| {
            let slice = lexis.hull(run.clone());
            slice.is_some_and(|slice| !self.senses(&slice).is_empty())
        })
    }

    /// The longest name around `tokens` that the gazetteer knows ("People's Republic of China", "Port-au-Prince"); no further back than
    /// what was found before.
    fn grown(&self, tokens: Range<usize>, found: &[Toponym<'t>]) -> Range<usize> {
        let sentence = self.lexis.sentence_of(tokens.start).tokens.clone();
        let after = found.last().map_or(0, |last| last.tokens.end);
        let first = tokens.start.saturating_sub(GROWTH).max(sentence.start).max(after);
        let last = (tokens.end + GROWTH).min(sentence.end);
        let capital = |token: usize| matches!(self.lexis.shape(token), Shape::Capital | Shape::Acronym);
        let starts = (first..=tokens.start).filter(|&start| start == tokens.start || capital(start));
        for start in starts {
            let ends = (tokens.end..=last).rev().filter(|&end| end == tokens.end || capital(end - 1));
            for end in ends.filter(|&end| end - start > tokens.len()) {
                let name = self.lexis.hull(start..end).map(trimmed);
                if name.is_some_and(|name| !self.senses(&name).is_empty()) {
                    return start..end;
                }
            }
        }
        self.with_stop(tokens, sentence.end)
    }

    /// An abbreviation with its stop, which the end of a name may have lost ("Winnipeg, Man.").
    fn with_stop(&self, tokens: Range<usize>, end: usize) -> Range<usize> {
        let longer = tokens.start..tokens.end + 1;
        let stop = longer.end <= end
            && self.lexis.lower(tokens.end) == "."
            && !self.lexis.reading.tokens[tokens.end - 1].space_after;
        let known = |name: Slice<'_, Body>| !self.gazetteer.abbreviation(&name).is_empty();
        if stop && self.lexis.hull(longer.clone()).is_some_and(known) { longer } else { tokens }
    }

    /// A name in its parts, where the gazetteer does not know the whole: at commas always, at other words where it knows the parts
    /// ("Karsk, Velmar"; "Sydney-based"). Places inside the names of institutions stay there ("University of Karsk").
    fn pieces(&self, tokens: Range<usize>, kind: NameKind) -> Vec<Range<usize>> {
        let whole = self.lexis.hull(tokens.clone()).map(trimmed);
        if whole.is_none_or(|whole| !self.senses(&whole).is_empty()) {
            return vec![tokens];
        }
        if kind == NameKind::Organisation {
            return vec![tokens];
        }
        let parted = self.parts(tokens, &[",", "in", "(", ";"]);
        parted
            .into_iter()
            .flat_map(|part| self.known_parts(part))
            .map(|part| self.without_office(part))
            .collect()
    }

    fn known_parts(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let parts = self.parts(tokens.clone(), &["of", "and", "-", "/"]);
        let known = |part: &Range<usize>| {
            self.lexis.hull(part.clone()).map(trimmed).is_some_and(|name| {
                !words::GENERIC.contains(&key(&name).as_str()) && !self.senses(&name).is_empty()
            })
        };
        if !parts.is_empty() && parts.iter().all(known) { parts } else { vec![tokens] }
    }

    /// The runs between certain words that begin with a capital.
    fn parts(&self, tokens: Range<usize>, cuts: &[&str]) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = tokens.start;
        for end in tokens.clone().filter(|&token| cuts.contains(&self.lexis.lower(token))).chain([tokens.end])
        {
            if end > start && matches!(self.lexis.shape(start), Shape::Capital | Shape::Acronym) {
                parts.push(start..end);
            }
            start = end + 1;
        }
        parts
    }

    /// "Mexico City" of "Mexico City Mayor": a place and the office or body that it has.
    fn without_office(&self, tokens: Range<usize>) -> Range<usize> {
        let lexis = self.lexis;
        let office = |token: usize| lexis.role(token).is_some() || is_organ_word(&lexis.slice(token));
        let ends = (tokens.start + 1..tokens.end).rev().filter(|&end| office(end));
        let known = |end: &usize| {
            lexis.hull(tokens.start..*end).map(trimmed).is_some_and(|name| self.is_country(&name))
        };
        ends.into_iter().find(known).map_or(tokens.clone(), |end| tokens.start..end)
    }

    /// The trained reader says so: what speaks against it?
    fn is_place(&self, tokens: &Range<usize>, name: &str) -> bool {
        let alone = tokens.len() == 1;
        let generic = alone && words::GENERIC.contains(&key(name).as_str());
        let senses = self.senses(name);
        let person = alone && self.people.contains(&key(name)) && !self.is_located(tokens);
        let schooled = senses.is_empty()
            && tokens.clone().any(|token| words::SCHOOLS.contains(&self.lexis.lower(token)));
        let short = name.chars().filter(|c| c.is_alphabetic()).count() < 2;
        !generic && !short && !person && !schooled && !self.is_of_people(tokens, name)
    }

    /// The name of a country, whatever kind of name it was taken for.
    fn is_country(&self, name: &str) -> bool {
        self.senses(name).iter().any(|sense| {
            self.place(*sense)
                .is_some_and(|place| matches!(place.kind, Kind::Country) || place.population > FAMOUS)
        })
    }

    /// Taken for something else than a place, or for no name: what speaks for it?
    fn is_supported(&self, tokens: &Range<usize>, name: &str, kind: NameKind) -> bool {
        let senses = self.senses(name);
        let places: Vec<Place<'_>> = senses.iter().filter_map(|&sense| self.place(sense)).collect();
        if places.is_empty() || tokens.len() == 1 && words::GENERIC.contains(&key(name).as_str()) {
            return false;
        }
        let short = senses.iter().any(|sense| sense.bearing == Bearing::Abbreviation);
        if short || self.has_holder_after(tokens, &places) || self.is_dateline(tokens) {
            return true;
        }
        let person = kind == NameKind::Person && is_given_name(&self.lexis.slice(tokens.start));
        if person || self.people.contains(&key(name)) {
            return false;
        }
        let famous = places.iter().any(|place| match place.kind {
            Kind::Country | Kind::Division | Kind::Continent => true,
            Kind::Town | Kind::Capital => place.population > FAMOUS,
            _ => false,
        });
        let noun = self.lexis.reading.tokens[tokens.start].upos == Upos::Propn;
        let opens = self.lexis.opens_sentence(tokens.start) && kind == NameKind::Other && !noun;
        famous && !opens && kind != NameKind::Person || self.is_located(tokens) || self.is_listed(tokens)
    }

    /// Something else than a place, whatever bears its name: an illness, a ship, a person, a government that speaks.
    fn is_barred(&self, tokens: &Range<usize>, name: &str) -> bool {
        let lexis = self.lexis;
        let after = lexis.lower(tokens.end);
        let before = tokens.start.checked_sub(1).map_or("", |before| lexis.lower(before));
        let folded = key(name);
        let described = lexis.reading.tokens.get(tokens.end).is_some_and(|token| token.upos == Upos::Adj);
        let thing = words::THINGS.contains(&after)
            || described && words::THINGS.contains(&lexis.lower(tokens.end + 1));
        thing
            || before == "$"
            || words::MONTHS.contains(&folded.as_str())
            || words::SEATS.contains(&folded.as_str())
                && !self.is_located(tokens)
                && !matches!(before, "at" | "to")
            || after == "'s"
                && words::INSTITUTIONS.contains(&lexis.lower(tokens.end + 1))
                && lexis.shape(tokens.end + 1) == Shape::Capital
            || words::BEFORE_THINGS.contains(&before)
            || self.is_person(tokens)
            || self.is_code(tokens, name)
            || self.speaks_as_government(tokens, name)
    }

    /// A code of two letters is a place only after the place that it ends ("Karsk, OH").
    fn is_code(&self, tokens: &Range<usize>, name: &str) -> bool {
        let code = name.len() == 2 && !matches!(name, "US" | "UK" | "LA" | "BC" | "NZ" | "HK");
        code && tokens.start.checked_sub(1).is_none_or(|before| self.lexis.lower(before) != ",")
    }

    /// The rules for actors took it for a person.
    fn is_person(&self, tokens: &Range<usize>) -> bool {
        let Some(mention) = self.cast.holding(tokens.start) else { return false };
        let own = self
            .lexis
            .hull(tokens.clone())
            .is_some_and(|words| self.cast.mentions[mention].name.holds(words));
        if !own {
            return false;
        }
        let longer = self.cast.mentions[mention].name.words().count() > tokens.len();
        let actor =
            self.cast.actor_of(mention).and_then(|actor| self.record.so_far().actors.get(actor.index()));
        let person = actor.is_some_and(|actor| actor.kind == ActorType::Person);
        let fuller = actor.is_some_and(|actor| self.record.words(actor.name).words().count() > 1);
        person
            && (longer || fuller)
            && !self.is_located(tokens)
            && self.cast.mentions[mention].kind == Some(ActorType::Person)
    }

    /// "Washington said": the seat of a government as the one who speaks.
    fn speaks_as_government(&self, tokens: &Range<usize>, name: &str) -> bool {
        let seat = tables().countries.get(name).is_some_and(|country| country.sense == CountrySense::Seat);
        if !seat {
            return false;
        }
        let all = &self.lexis.reading.tokens;
        let outside = |token: &usize| all[*token].head.is_none_or(|head| !tokens.contains(&head));
        let Some(mut head) = tokens.clone().find(outside) else { return false };
        while all[head].relation.base() == "conj" {
            let Some(next) = all[head].head.filter(|&next| next < head) else { break };
            head = next;
        }
        let verb = all[head].head.filter(|_| all[head].relation.base() == "nsubj");
        verb.is_some_and(|verb| self.lexis.words[verb].cue.is_some())
    }

    /// After a preposition of place, or beside a noun for a kind of place.
    fn is_located(&self, tokens: &Range<usize>) -> bool {
        let lexis = self.lexis;
        if words::kinds_of(lexis.lower(tokens.end)).is_some() {
            return true;
        }
        let Some(before) = self.before(tokens.start) else { return false };
        let of_kind = lexis.lower(before) == "of"
            && before.checked_sub(1).is_some_and(|noun| words::kinds_of(lexis.lower(noun)).is_some());
        words::IN.contains(&lexis.lower(before)) || of_kind
    }

    /// The last token before a name that is no article or adjective of place, in the same sentence.
    fn before(&self, start: usize) -> Option<usize> {
        const FAR: usize = 4;
        let first = self.lexis.sentence_of(start).tokens.start;
        let tokens = (first.max(start.saturating_sub(FAR))..start).rev();
        tokens.into_iter().find(|&token| !words::BETWEEN.contains(&self.lexis.lower(token)))
    }

    /// In a row with places: "Karsk, Tessel and Velmar".
    fn is_listed(&self, tokens: &Range<usize>) -> bool {
        let joins = |token: usize| matches!(self.lexis.lower(token), "," | "and" | "or" | ";");
        let after = joins(tokens.end) && self.is_read_place(tokens.end + 1);
        let before =
            tokens.start.checked_sub(2).is_some_and(|last| joins(last + 1) && self.is_read_place(last));
        after || before
    }

    fn is_read_place(&self, token: usize) -> bool {
        let names = &self.lexis.reading.names;
        let at = names.partition_point(|name| name.tokens.end <= token);
        names.get(at).is_some_and(|name| name.tokens.start <= token && name.kind == NameKind::Place)
    }

    /// The place after the comma holds one of `places`.
    fn has_holder_after(&self, tokens: &Range<usize>, places: &[Place<'_>]) -> bool {
        let holders = after_comma(self.lexis, self.gazetteer, tokens);
        holders.iter().any(|holder| places.iter().any(|place| self.gazetteer.holds(holder, place)))
    }

    /// "KARSK, Velmar (AP) —", "KARSK —": in capitals at the head of a paragraph, before a mark.
    fn is_dateline(&self, tokens: &Range<usize>) -> bool {
        let lexis = self.lexis;
        let sentence = lexis.sentence_of(tokens.start);
        let paragraph = &lexis.reading.paragraphs[sentence.paragraph];
        let first = lexis.reading.sentences[paragraph.sentences.start].tokens.start;
        let shouted = tokens.clone().all(|token| lexis.slice(token).chars().all(|c| !c.is_lowercase()));
        let marked = matches!(lexis.lower(tokens.end), "—" | "–" | "-" | "--" | "(" | "," | ":");
        paragraph.part == Part::Body && tokens.start == first && shouted && marked
    }

    /// An adjective or the name of a people, and no noun for a kind of place after it ("the Somali region").
    fn is_of_people(&self, tokens: &Range<usize>, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let listed = [name, last].into_iter().any(|word| {
            tables().countries.get(word).is_some_and(|country| country.sense == CountrySense::Demonym)
        });
        let people = || self.gazetteer.senses(name).iter().any(|sense| sense.bearing == Bearing::People);
        let continental = words::PEOPLES.contains(&last.to_lowercase().as_str());
        (listed || continental || people()) && words::kinds_of(self.lexis.lower(tokens.end)).is_none()
    }

    fn senses(&self, name: &str) -> Vec<Sense> {
        senses(self.gazetteer, name)
    }

    fn place(&self, sense: Sense) -> Option<Place<'_>> {
        self.gazetteer.place(sense.entry)
    }
}

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
    gazetteer.place(sense.entry).is_some_and(|place| place.kind == Kind::Capital || place.population > FAMOUS)
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
        let stop = lexis.hull(run.start..run.end + 1).filter(|_| lexis.lower(run.end) == ".");
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
