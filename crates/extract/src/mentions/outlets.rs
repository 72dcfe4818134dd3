//! Which names are outlets, by what the report does with them: people tell them things, are quoted by them, give them interviews.

use sayso_record::ActorType;

use super::Mention;
use crate::lexis::Lexis;
use crate::words::{Function, is_organ_word, is_platform};

/// "the broadcaster NordTV", "a local paper, the Courier": the noun says that the name is an outlet; the name stands for both.
pub(super) fn name_described<'t>(
    lexis: &Lexis<'_, 't>,
    nouns: &mut Vec<Mention<'t>>,
    names: &mut [Mention<'t>],
) {
    nouns.retain(|noun| {
        let publisher = noun.outlet && is_publisher(lexis.lower(noun.tokens.end - 1));
        let mut next = noun.tokens.end;
        next += usize::from(lexis.lower(next) == ",");
        next += usize::from(lexis.lower(next) == "the");
        let at = names.partition_point(|name| name.tokens.start < next);
        let name =
            names.get_mut(at).filter(|name| name.tokens.start == next && publisher && name.country.is_none());
        let closed = |end: usize| {
            next == noun.tokens.end || matches!(lexis.lower(end), "," | "." | "" | "which" | ")" | "(")
        };
        match name.filter(|name| closed(name.tokens.end)) {
            Some(name) => {
                name.outlet = true;
                name.kind = Some(ActorType::Organization);
                name.beside = Some(noun.slice);
                false
            }
            None => true,
        }
    });
}

/// Nouns for what publishes again and again, as opposed to what is published once.
pub(crate) fn is_publisher(noun: &str) -> bool {
    PUBLISHERS.contains(&noun)
}

const PUBLISHERS: &[&str] = &[
    "agency",
    "blog",
    "broadcaster",
    "bulletin",
    "channel",
    "daily",
    "journal",
    "magazine",
    "monthly",
    "fortnightly",
    "quarterly",
    "newspaper",
    "outlet",
    "paper",
    "podcast",
    "portal",
    "program",
    "programme",
    "publication",
    "radio",
    "site",
    "station",
    "tabloid",
    "television",
    "website",
    "weekly",
    "network",
    "newsletter",
    "show",
];

/// Marks names that stand where only an outlet stands.
pub(super) fn mark(lexis: &Lexis<'_, '_>, names: &mut [Mention<'_>]) {
    let describes = |name: &Mention<'_>| is_publisher(lexis.lower(name.tokens.end));
    for name in names.iter_mut().filter(|name| may_publish(lexis, name) && !describes(name)) {
        name.outlet |= is_told(lexis, name)
            || quotes(lexis, name)
            || closes_report(lexis, name)
            || carries_interview(lexis, name)
            || reports_abroad(lexis, name);
        if name.outlet {
            name.kind = Some(ActorType::Organization);
        }
    }
}

/// Neither a person (as a given name, a title or a single word tells) nor a country nor a body with a task of its own ("the Security Council" is told things too).
fn may_publish(lexis: &Lexis<'_, '_>, name: &Mention<'_>) -> bool {
    let articled = name.tokens.start.checked_sub(1).is_some_and(|before| lexis.lower(before) == "the");
    let body = name.name.as_str().split(' ').any(is_organ_word);
    let mut words = name.name.as_str().split(' ');
    let person = name.kind == Some(ActorType::Person)
        && !articled
        && (name.role.is_some() || words.next().is_some_and(super::is_given) || words.next().is_none());
    !person
        && name.kind != Some(ActorType::Group)
        && name.country.is_none()
        && !body
        && !is_platform(&name.name)
}

/// "told the Harbour Post", "in an interview with Kanal 5", "quoted by Fenwick", "a column for the Courier".
fn is_told(lexis: &Lexis<'_, '_>, name: &Mention<'_>) -> bool {
    let article = |at: usize| lexis.lower(at) == "the" || lexis.is(at, Function::Determiner);
    let Some(mut before) = name.tokens.start.checked_sub(1) else { return false };
    // "told France's Le Matin".
    if lexis.lower(before) == "'s" && before > 1 {
        before -= 2;
    }
    if article(before) && before > 0 {
        before -= 1;
    }
    let first = lexis.lower(before.wrapping_sub(1));
    match lexis.lower(before) {
        "told" | "tells" | "telling" | "citing" => true,
        "with" | "to" => matches!(
            first,
            "gave"
                | "given"
                | "interview"
                | "interviews"
                | "speaking"
                | "spoke"
                | "statement"
                | "remarks"
                | "talking"
        ),
        "by" if matches!(first, "up" | "out") => passes_on(lexis, before.wrapping_sub(2)),
        "by" => {
            let then = matches!(first, "then" | "later")
                && (before.saturating_sub(12)..before).any(|at| passes_on(lexis, at));
            then || passes_on(lexis, before.wrapping_sub(1))
                || matches!(first, "interviewed" | "seen" | "obtained")
        }
        "in" | "on" if matches!(first, "quoted" | "cited") => true,
        "from" => first == "dispatch",
        "for" | "in" => matches!(
            first,
            "column" | "article" | "writing" | "interview" | "wrote" | "essay" | "op-ed" | "commentary"
        ),
        _ => false,
    }
}

/// A participle of what outlets do with the words of others.
pub(crate) fn passes_on(lexis: &Lexis<'_, '_>, at: usize) -> bool {
    matches!(
        lexis.lower(at),
        "aired"
            | "broadcast"
            | "carried"
            | "cited"
            | "picked"
            | "printed"
            | "published"
            | "quoted"
            | "read"
            | "relayed"
            | "repeated"
            | "reported"
            | "reprinted"
            | "republished"
            | "syndicated"
            | "taken"
            | "translated"
    )
}

/// "Algeria's El Alba reports that", "according to the Swiss Rheinpost": a country's, and what it does is to report.
fn reports_abroad(lexis: &Lexis<'_, '_>, name: &Mention<'_>) -> bool {
    let start = name.tokens.start;
    let capital = |at: usize| lexis.shape(at) == crate::lexis::Shape::Capital;
    let owned = start > 1 && lexis.lower(start - 1) == "'s" && capital(start - 2);
    let thinks = name.kind != Some(ActorType::Person)
        && name.name.as_str().contains(' ')
        && matches!(
            lexis.lower(name.tokens.end),
            "argues" | "believes" | "comments" | "notes" | "says" | "suggests" | "thinks" | "warns"
        );
    let reports =
        thinks || matches!(lexis.lower(name.tokens.end), "reported" | "reports" | "writes" | "wrote");
    let country = |at: usize| {
        crate::lexis::tables()
            .countries
            .get(&lexis.slice(at))
            .is_some_and(|country| country.sense == crate::words::Sense::Demonym)
    };
    let according = start > 3
        && country(start - 1)
        && lexis.lower(start - 2) == "the"
        && lexis.lower(start - 3) == "to"
        && lexis.lower(start - 4) == "according";
    owned && reports || according
}

/// "Fenwick carries an interview with the director".
fn carries_interview(lexis: &Lexis<'_, '_>, name: &Mention<'_>) -> bool {
    let end = name.tokens.end;
    let carries = matches!(
        lexis.lower(end),
        "carried" | "carries" | "printed" | "prints" | "publishes" | "ran" | "runs" | "has"
    );
    carries && (end + 1..end + 4).any(|at| lexis.lower(at) == "interview")
}

/// "…, Fenwick of Tessel reported on Sunday.": with nothing behind the verb but when.
fn closes_report(lexis: &Lexis<'_, '_>, name: &Mention<'_>) -> bool {
    let mut at = name.tokens.end;
    if matches!(lexis.lower(at), "of" | "in" | "from") {
        at += 2;
    }
    let comma = name.tokens.start.checked_sub(1).is_some_and(|before| lexis.lower(before) == ",");
    let reports = matches!(lexis.lower(at), "reported" | "reports");
    let end = lexis.sentence_of(name.tokens.start).tokens.end;
    let behind =
        |at: usize| at + 1 >= end || matches!(lexis.lower(at), "on" | "in" | "at" | "last" | "earlier");
    comma && reports && behind(at + 1) && end - at < 6
}

/// "Fenwick, citing two officials, reported": what cites others publishes.
fn quotes(lexis: &Lexis<'_, '_>, name: &Mention<'_>) -> bool {
    let mut end = name.tokens.end;
    end += usize::from(matches!(lexis.lower(end), "reported" | "reports"));
    let comma = usize::from(lexis.lower(end) == ",");
    matches!(lexis.lower(end + comma), "citing" | "quoting" | "quoted" | "cited")
        && !matches!(lexis.lower(end + comma + 1), "by" | "as")
}
