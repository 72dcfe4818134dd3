//! Nouns and pronouns that stand for actors: "two officials", "the ministry", "she".

use std::ops::Range;

use sayso_lang::Part;
use sayso_record::{ActorType, Form};

use super::Mention;
use super::names::noun_phrase_start;
use super::outlets::is_publisher;
use crate::lexis::{Lexis, Shape, tables};
use crate::words::{Function, Role};

/// Noun phrases whose noun names people, bodies or publications, apart from those that only describe a name that follows.
pub(super) fn find<'t>(lexis: &Lexis<'_, 't>, names: &[Mention<'t>]) -> Vec<Mention<'t>> {
    let inside_name = |token: usize| {
        let at = names.partition_point(|name| name.tokens.end <= token);
        names.get(at).is_some_and(|name| name.tokens.contains(&token))
    };
    let opens_with_name = |mention: Mention<'t>| match names
        .binary_search_by_key(&mention.tokens.start, |name| name.tokens.start)
    {
        Ok(at) => as_name(lexis, mention, &names[at]),
        Err(_) => mention,
    };
    let nouns = (0..lexis.words.len()).filter(|&noun| !inside_name(noun));
    let told_of = |noun: usize| phrase(lexis, noun).or_else(|| somebody_who(lexis, noun));
    nouns.filter_map(told_of).map(opens_with_name).collect()
}

/// "A regular who asked not to be named", "A hillwalker who": no table knows the noun, and nothing but a person is *who*.
fn somebody_who<'t>(lexis: &Lexis<'_, 't>, noun: usize) -> Option<Mention<'t>> {
    let token = &lexis.reading.tokens[noun];
    let relative = lexis.lower(noun + 1) == "who"
        && lexis.reading.tokens.get(noun + 1).is_some_and(|who| who.sentence == token.sentence);
    let loud = lexis.shape(noun) == Shape::Acronym && lexis.slice(noun).chars().count() > 4;
    let written = (lexis.shape(noun) == Shape::Lower || loud) && lexis.function(noun).is_none();
    let start = noun_phrase_start(lexis, noun);
    let determined = matches!(lexis.lower(start), "a" | "an" | "the" | "one" | "another") && start < noun;
    let known = lexis.role(noun).is_some() || token.upos == sayso_lang::Upos::Verb;
    if !relative || !written || !determined || known {
        return None;
    }
    let slice = lexis.hull(start..noun + 1)?;
    let definite = lexis.lower(start) == "the";
    Some(Mention {
        name: if definite { lexis.hull(start + 1..noun + 1).unwrap_or(slice) } else { slice },
        form: Form::Nominal,
        kind: Some(ActorType::Person),
        country: country(lexis, start..noun + 1),
        role: None,
        beside: None,
        noun: Some(Role::Person),
        does: None,
        plural: false,
        outlet: false,
        possessive: false,
        definite,
        named: None,
        tokens: start..noun + 1,
        slice,
    })
}

/// "Yonhap news agency", "Houthi movement": a name and the noun that says what it is are one name.
fn as_name<'t>(lexis: &Lexis<'_, 't>, mention: Mention<'t>, name: &Mention<'t>) -> Mention<'t> {
    let body = matches!(mention.noun, Some(Role::Organ | Role::Outlet));
    let owner = matches!(lexis.lower(name.tokens.end), "'s" | "'");
    let short = mention.tokens.len() <= name.tokens.len() + 2;
    if !body || owner || !short || mention.tokens.len() == name.tokens.len() {
        return mention;
    }
    let outlet = !crate::words::is_platform(&name.name)
        && (name.outlet
            || name.country.is_none() && is_publisher(lexis.lower(mention.tokens.end - 1))
            || lexis.lower(mention.tokens.end - 1) == "agency"
                && lexis.lower(mention.tokens.end - 2) == "news");
    Mention {
        form: Form::Name,
        definite: false,
        named: None,
        country: mention.country.or(name.country),
        outlet,
        ..mention
    }
}

fn phrase<'t>(lexis: &Lexis<'_, 't>, noun: usize) -> Option<Mention<'t>> {
    let noun_role = lexis.role(noun)?;
    // "is less patient".
    if lexis.reading.tokens[noun].upos == sayso_lang::Upos::Adj && lexis.lower(noun) == "patient" {
        return None;
    }
    let written = matches!(lexis.shape(noun), Shape::Lower) || lexis.opens_sentence(noun);
    if !written || carried_on(lexis, noun) || is_verb(lexis, noun) {
        return None;
    }
    let start = noun_phrase_start(lexis, noun);
    let tokens = start..noun + 1;
    let determined = lexis.is(start, Function::Determiner);
    let plural = noun_role == Role::People;
    // A headline leaves articles out: "Mayor denies".
    let headline =
        noun_role == Role::Person && in_title(lexis, noun) && !lexis.is(noun + 1, Function::Preposition);
    // "Counsel for the agency, Mara Holt, said".
    let opens = noun_role == Role::Person
        && lexis.opens_sentence(noun)
        && matches!(lexis.lower(noun + 1), "for" | "of" | "to");
    let alone = !opens && tokens.len() == 1 && !plural && noun_role != Role::Outlet && !headline;
    if alone {
        return None;
    }
    let slice = lexis.hull(tokens.clone())?;
    let name = if determined { lexis.hull(start + 1..tokens.end).unwrap_or(slice) } else { slice };
    Some(Mention {
        slice,
        name: if matches!(lexis.lower(start), "the" | "this" | "that" | "its" | "their" | "his" | "her") {
            name
        } else {
            slice
        },
        form: Form::Nominal,
        kind: Some(kind(noun_role)),
        country: country(lexis, tokens.clone()),
        role: None,
        beside: None,
        noun: Some(noun_role),
        does: None,
        plural,
        outlet: noun_role == Role::Outlet,
        possessive: false,
        definite: matches!(lexis.lower(start), "the" | "this" | "that" | "its" | "their" | "his" | "her"),
        named: None,
        tokens,
    })
}

/// The next word is a noun of the same phrase ("government officials") or a possessive, so the phrase does not end here.
fn carried_on(lexis: &Lexis<'_, '_>, noun: usize) -> bool {
    let next = noun + 1;
    let same = lexis
        .reading
        .tokens
        .get(next)
        .is_some_and(|token| token.sentence == lexis.reading.tokens[noun].sentence);
    let hyphen = lexis.lower(next) == "-" && !lexis.reading.tokens[noun].space_after;
    same && (hyphen || lexis.role(next).is_some() && lexis.words[next].cue.is_none())
}

/// "report", "state", "head" and their like after a subject or *to*.
fn is_verb(lexis: &Lexis<'_, '_>, noun: usize) -> bool {
    let Some(before) = noun.checked_sub(1) else { return false };
    let after_verb_sign =
        matches!(lexis.function(before), Some(Function::Modal | Function::Pronoun | Function::Negation));
    after_verb_sign
        || lexis.lower(before) == "to"
        || (lexis.words[noun].cue.is_some()
            && lexis.shape(before) == Shape::Capital
            && lexis.function(before).is_none())
}

fn in_title(lexis: &Lexis<'_, '_>, token: usize) -> bool {
    lexis.reading.paragraphs[lexis.sentence_of(token).paragraph].part == Part::Title
}

fn kind(role: Role) -> ActorType {
    match role {
        Role::Person => ActorType::Person,
        Role::People => ActorType::Group,
        Role::Organ | Role::Outlet => ActorType::Organization,
    }
}

/// The country that the phrase's adjectives name ("German officials").
fn country(lexis: &Lexis<'_, '_>, tokens: Range<usize>) -> Option<crate::words::Country> {
    let pairs = tokens.clone().filter_map(|at| lexis.hull(at..(at + 2).min(tokens.end)));
    let singles = tokens.clone().map(|at| lexis.slice(at));
    pairs.chain(singles).find_map(|words| tables().countries.get(&words))
}

/// Personal pronouns of the third person.
pub(super) fn pronouns<'t>(lexis: &Lexis<'_, 't>) -> Vec<Mention<'t>> {
    let third_person = |&token: &usize| match lexis.lower(token) {
        "he" | "she" | "they" | "it" | "his" | "her" | "their" | "its" => true,
        "him" | "them" => after_according(lexis, token) || is_quoted(lexis, token),
        _ => false,
    };
    (0..lexis.words.len()).filter(third_person).map(|token| pronoun(lexis, token)).collect()
}

fn after_according(lexis: &Lexis<'_, '_>, token: usize) -> bool {
    lexis.lower(token.wrapping_sub(1)) == "to" && lexis.lower(token.wrapping_sub(2)) == "according"
}

/// "quoted her as saying": whoever is quoted.
fn is_quoted(lexis: &Lexis<'_, '_>, token: usize) -> bool {
    matches!(
        lexis.lower(token.wrapping_sub(1)),
        "quoted" | "quotes" | "quoting" | "cited" | "cites" | "citing"
    ) && lexis.lower(token + 1) == "as"
}

fn pronoun<'t>(lexis: &Lexis<'_, 't>, token: usize) -> Mention<'t> {
    let slice = lexis.slice(token);
    let kind = match lexis.lower(token) {
        "he" | "she" | "him" | "her" | "his" => Some(ActorType::Person),
        "it" | "its" => Some(ActorType::Organization),
        _ => None,
    };
    Mention {
        tokens: token..token + 1,
        slice,
        name: slice,
        form: Form::Pronoun,
        kind,
        country: None,
        role: None,
        beside: None,
        noun: None,
        does: None,
        plural: matches!(lexis.lower(token), "they" | "them" | "their"),
        outlet: false,
        possessive: matches!(lexis.lower(token), "his" | "her" | "their" | "its")
            && !after_according(lexis, token)
            && !is_quoted(lexis, token),
        definite: false,
        named: None,
    }
}
