//! Mentions: which words of a report stand for someone or something that can speak or act?
//!
//! Names come from runs of capitals, sorted by the tables into countries, organisations, outlets, places and people with their titles;
//! nouns for people and bodies ("two officials", "the ministry") and personal pronouns join them. Where the tables say nothing, the trained
//! reader says what a name names; a doubtful capital is no mention.

mod names;
mod nominals;
mod outlets;

use std::ops::Range;

use names::is_form_of_address;
pub(crate) use outlets::is_publisher;

use sayso_record::{ActorType, Form};
use sayso_text::{Body, Slice};

use crate::lexis::Lexis;
use crate::words::{Country, Role};

/// Some words that stand for an actor.
#[derive(Debug, Clone)]
pub(crate) struct Mention<'t> {
    /// All its tokens, title and determiner included.
    pub(crate) tokens: Range<usize>,
    /// The words of `tokens`.
    pub(crate) slice: Slice<'t, Body>,
    /// The name or the noun phrase without title and determiner.
    pub(crate) name: Slice<'t, Body>,
    /// Name, noun or pronoun.
    pub(crate) form: Form,
    /// What it is, where the words tell.
    pub(crate) kind: Option<ActorType>,
    /// The country it is or belongs to.
    pub(crate) country: Option<Country>,
    /// Office or description before a name.
    pub(crate) role: Option<Slice<'t, Body>>,
    /// A noun phrase in apposition to a name ("Holt, the mayor", "her brother, Jon Varga").
    pub(crate) beside: Option<Slice<'t, Body>>,
    /// What its noun says, for nominals.
    pub(crate) noun: Option<Role>,
    /// What a relative clause tells that the named one does, as a noun ("Holt, who founded the group": founder).
    pub(crate) does: Option<&'static str>,
    /// More than one.
    pub(crate) plural: bool,
    /// An outlet, agency or programme.
    pub(crate) outlet: bool,
    /// "his", "her", "their", "its": speaks only where a noun of saying follows ("her claim that").
    pub(crate) possessive: bool,
    /// Opens with "the", "this", "that" or "his": may stand for something named before.
    pub(crate) definite: bool,
    /// Token of the name that the tree sets beside a noun phrase ("her rival in the debate, Mara Holt").
    pub(crate) named: Option<usize>,
}

impl<'t> Mention<'t> {
    /// The name with the form of address before it ("Mr Holt", "Gen Varga"), which is how the report calls somebody; an office is told apart.
    pub(crate) fn called(&self) -> Slice<'t, Body> {
        let title = self.slice.strip_suffix(self.name.as_str()).map(|title| title.as_str().trim());
        if title.is_some_and(is_form_of_address) { self.slice } else { self.name }
    }
}

/// All mentions, in the order of the text; where two share tokens the longer comes first.
pub(crate) fn mentions<'t>(lexis: &Lexis<'_, 't>) -> Vec<Mention<'t>> {
    let mut names = names::find(lexis);
    outlets::mark(lexis, &mut names);
    bodies(lexis, &mut names);
    let mut all = nominals::find(lexis, &names);
    outlets::name_described(lexis, &mut all, &mut names);
    all.extend(names);
    all.extend(nominals::pronouns(lexis));
    all.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    appositions(lexis, &mut all);
    names_of_nouns(lexis, &mut all);
    aliases(lexis, &mut all);
    for name in all.iter_mut().filter(|name| name.form == Form::Name) {
        name.does = does(lexis, name.tokens.end);
    }
    all
}

/// "Lindmark's works", "a Lumentra spokesman", "Holm, which makes them": names that look like people's or places' and are bodies'.
fn bodies(lexis: &Lexis<'_, '_>, names: &mut [Mention<'_>]) {
    let owns = |at: usize| {
        matches!(
            lexis.lower(at),
            "board"
                | "chief"
                | "customers"
                | "employees"
                | "factory"
                | "headquarters"
                | "plant"
                | "plants"
                | "profit"
                | "profits"
                | "sales"
                | "shareholders"
                | "shares"
                | "spokesman"
                | "spokesperson"
                | "spokeswoman"
                | "stock"
                | "subsidiary"
                | "works"
                | "workforce"
        )
    };
    let told = |name: &Mention<'_>| {
        let (start, end) = (name.tokens.start, name.tokens.end);
        let before = |back: usize| start.checked_sub(back).map_or("", |at| lexis.lower(at));
        let owned = lexis.lower(end) == "'s" && owns(end + 1);
        let speaks =
            matches!(lexis.lower(end), "spokesman" | "spokesperson" | "spokeswoman" | "shares" | "customers");
        let which = lexis.lower(end) == "," && lexis.lower(end + 1) == "which";
        let shares = before(1) == "in" && matches!(before(2), "shares" | "stake")
            || before(1) == "for" && before(2).starts_with("spokes");
        owned || speaks || which || shares
    };
    let fits = |name: &Mention<'_>| {
        matches!(name.kind, None | Some(ActorType::Person | ActorType::Place))
            && name.role.is_none()
            && name.country.is_none()
            && !opens_with_given_name(name)
    };
    let found: std::collections::BTreeSet<String> = names
        .iter()
        .filter(|name| fits(name) && told(name))
        .map(|name| name.name.as_str().to_owned())
        .collect();
    for name in names.iter_mut().filter(|name| fits(name)) {
        if found.contains(name.name.as_str()) && name.name.as_str().split(' ').count() < 4 {
            name.kind = Some(ActorType::Organization);
        }
    }
}

/// "…, who founded the group": the noun for whoever does what the relative clause behind a name says.
fn does(lexis: &Lexis<'_, '_>, end: usize) -> Option<&'static str> {
    let comma = usize::from(lexis.lower(end) == ",");
    let verb = end + comma + 1;
    let who = lexis.lower(end + comma) == "who";
    Some(match lexis.lower(verb).get(..).filter(|_| who)? {
        "founded" => "founder",
        "owns" | "bought" => "owner",
        "runs" | "manages" => "manager",
        "leads" | "heads" | "led" => "leader",
        "chairs" | "chaired" => "chairman",
        "governs" => "governor",
        "edits" => "editor",
        "wrote" => "author",
        "coaches" => "coach",
        "trained" | "trains" => "trainer",
        "commands" => "commander",
        "designed" => "designer",
        "presides" => "president",
        _ => return None,
    })
}

/// "a smuggler who gave his name as Salt", "the witness, known in the file as Salt": the name that somebody goes by.
fn aliases(lexis: &Lexis<'_, '_>, all: &mut [Mention<'_>]) {
    const FAR: usize = 16;
    const NEAR: usize = 6;
    let tokens = &lexis.reading.tokens;
    let nouns: Vec<usize> = (0..all.len())
        .filter(|&at| {
            all[at].form == Form::Nominal
                && matches!(
                    all[at].kind,
                    Some(ActorType::Person | ActorType::Group | ActorType::Organization)
                )
        })
        .collect();
    for noun in nouns {
        let own = all[noun].tokens.clone();
        let told = lexis.lower(own.end) == ","
            || matches!(lexis.lower(own.end), "who" | "whom" | "known" | "named" | "called");
        let end = lexis.sentence_of(own.start).tokens.end.min(own.end + FAR);
        let names_himself = |&at: &usize| {
            let noun = matches!(
                lexis.lower(at),
                "name" | "signs" | "himself" | "herself" | "known" | "identified" | "named" | "called"
            );
            // "identified by police as": others say so.
            noun && !matches!(lexis.lower(at + 1), "by")
        };
        let person = all[noun].kind == Some(ActorType::Person);
        // "a group known as Paper Lantern".
        let known = person || lexis.lower(own.end) == "known" || lexis.lower(own.end) == "called";
        let plural = all[noun].plural && !matches!(lexis.lower(own.end - 1), "group" | "gang" | "band");
        let Some(word) = (own.end..end).find(names_himself).filter(|_| told && known && !plural) else {
            continue;
        };
        let from = all.partition_point(|other| other.tokens.start <= word);
        let near = (from..all.len()).take_while(|&at| all[at].tokens.start < (word + NEAR).min(end));
        let name = near.into_iter().find(|&at| {
            let name = &all[at];
            let first = name.tokens.start;
            name.form == Form::Name
                && (word + 1..first).all(|at| {
                    matches!(
                        lexis.lower(at),
                        "as" | "only" | "of" | "by" | "the" | "in" | "file" | "simply" | "to" | "be"
                    ) || lexis.is_open_quote(at)
                        || !tokens[at].space_after
                })
                && matches!(lexis.lower(name.tokens.end), "," | "." | "" | ")" | "”" | "\"" | "’")
                    | lexis.words[name.tokens.end.min(lexis.words.len() - 1)].cue.is_some()
        });
        if !person {
            if let Some(name) = name.filter(|&name| all[name].kind != Some(ActorType::Place)) {
                all[name].kind = Some(ActorType::Organization);
                all[noun].named = Some(all[name].tokens.start);
            }
            continue;
        }
        if let Some(name) = name.filter(|&name| {
            all[name].kind != Some(ActorType::Organization) && all[name].kind != Some(ActorType::Place)
        }) {
            all[name].kind = Some(ActorType::Person);
            all[noun].named = Some(all[name].tokens.start);
            let beside = all[noun].slice;
            all[name].beside.get_or_insert(beside);
        }
    }
}

/// How many nouns up a name in apposition may hang too low ("her rival in the debate over the dam, Mara Holt").
const TOO_LOW: usize = 3;

/// Gives noun phrases the names that the tree sets beside them, and those names the noun phrases.
fn names_of_nouns(lexis: &Lexis<'_, '_>, all: &mut [Mention<'_>]) {
    let tokens = &lexis.reading.tokens;
    let nouns: Vec<(usize, usize)> = (0..all.len())
        .filter(|&at| all[at].form == Form::Nominal && !all[at].plural)
        .map(|at| (all[at].tokens.end - 1, at))
        .collect();
    let noun_at = |token: usize| {
        let at = nouns.partition_point(|&(last, _)| last < token);
        nouns.get(at).filter(|&&(last, _)| last == token).map(|&(_, at)| at)
    };
    let mut pairs = Vec::new();
    for (at, name) in all.iter().enumerate().filter(|(_, name)| name.form == Form::Name) {
        let outside = |token: &usize| tokens[*token].head.is_none_or(|head| !name.tokens.contains(&head));
        let Some(head) = name.tokens.clone().find(outside) else { continue };
        if tokens[head].relation.base() == "appos" && !articled(lexis, name) {
            let up = |&token: &usize| tokens[token].head.filter(|_| tokens[token].relation.base() == "nmod");
            // "Mara Holt, the sister of the driver, Jon Varga": the sister has a name.
            let free = |noun: &usize| {
                let last = all[*noun].tokens.end - 1;
                let beside = tokens[last].head.filter(|_| tokens[last].relation.base() == "appos");
                beside.is_none_or(|head| tokens[head].upos != sayso_lang::Upos::Propn)
            };
            let nouns = std::iter::successors(tokens[head].head, up).take(TOO_LOW);
            let noun = nouns.filter_map(noun_at).filter(free).find(|&noun| describes(&all[noun], name));
            pairs.extend(noun.map(|noun| (noun, at, head)));
        }
        let after = lexis.trees.children(head).filter(|&token| tokens[token].relation.base() == "appos");
        let noun = after.filter_map(noun_at).find(|&noun| describes(&all[noun], name));
        pairs.extend(noun.map(|noun| (noun, at, head)));
    }
    for (noun, name, head) in pairs {
        if all[noun].kind == Some(ActorType::Person) {
            all[name].kind = Some(ActorType::Person);
        }
        all[noun].named = Some(head);
        let beside = all[noun].slice;
        all[name].beside.get_or_insert(beside);
    }
}

/// No person's name has an article.
fn articled(lexis: &Lexis<'_, '_>, name: &Mention<'_>) -> bool {
    let before = name.tokens.start.checked_sub(1);
    name.kind == Some(ActorType::Person)
        && before.is_some_and(|at| lexis.is(at, crate::words::Function::Determiner))
}

/// A noun for a person and a person's name, or a noun for a body and a body's name.
fn describes(noun: &Mention<'_>, name: &Mention<'_>) -> bool {
    match noun.kind {
        // "the mayor of Bohinj, Franc Zupan": whatever the name was taken for.
        Some(ActorType::Person) => {
            name.kind == Some(ActorType::Person) || name.kind == Some(ActorType::Place) && is_somebody(name)
        }
        Some(ActorType::Organization) => {
            name.kind == Some(ActorType::Organization) && !noun.outlet && name.country.is_none()
        }
        _ => false,
    }
}

/// "The operator, Reeve Stone, denied": what looks like a person's name between two commas behind a body's noun is the body's.
fn is_body_named(lexis: &Lexis<'_, '_>, noun: &Mention<'_>, name: &Mention<'_>) -> bool {
    // "the representative of the ministry, Mara Holt": nor is she the ministry.
    let owned = noun
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(lexis.lower(at), "of" | "for" | "at" | "from"));
    let body =
        noun.form == Form::Nominal && noun.kind == Some(ActorType::Organization) && !noun.plural && !owned;
    let set_apart = lexis.lower(noun.tokens.end) == ","
        && name.tokens.start == noun.tokens.end + 1
        && matches!(lexis.lower(name.tokens.end), "," | "." | "");
    body && set_apart
        && noun.definite
        && !noun.outlet
        && name.form == Form::Name
        && name.role.is_none()
        && matches!(name.kind, None | Some(ActorType::Person))
        && name.country.is_none()
        && !opens_with_given_name(name)
}

/// "Lumio, the company behind the app": a name that the noun for a body stands beside is no person's.
fn is_body_told(lexis: &Lexis<'_, '_>, name: &Mention<'_>, noun: &Mention<'_>) -> bool {
    name.form == Form::Name
        && matches!(name.kind, None | Some(ActorType::Person))
        && name.role.is_none()
        && name.country.is_none()
        && !opens_with_given_name(name)
        && noun.form == Form::Nominal
        && noun.kind == Some(ActorType::Organization)
        && !noun.plural
        && !noun.outlet
        && lexis.lower(name.tokens.end) == ","
        && noun.tokens.start <= name.tokens.end + 2
        && lexis.is(name.tokens.end + 1, crate::words::Function::Determiner)
}

/// "a spokesperson, Morgan Venn, said": two or three words that no table knows for a body, behind a noun for a person.
fn is_somebody(name: &Mention<'_>) -> bool {
    let words = || name.name.as_str().split(' ');
    let body = words().any(|word| {
        crate::words::is_organ_word(word)
            || crate::words::is_business_word(word)
            || !word.starts_with(char::is_uppercase)
    });
    let place = words().any(crate::words::is_place_word);
    matches!(name.kind, Some(ActorType::Organization | ActorType::Place))
        && !name.outlet
        && name.country.is_none()
        && !body
        && !place
        && (2..4).contains(&words().count())
}

/// Gives names the noun phrases that commas set beside them.
fn appositions(lexis: &Lexis<'_, '_>, all: &mut [Mention<'_>]) {
    let beside = |noun: &Mention<'_>, name: &Mention<'_>| {
        let (first, second) = if noun.tokens.start < name.tokens.start { (noun, name) } else { (name, noun) };
        let comma = lexis.lower(first.tokens.end) == "," && second.tokens.start <= first.tokens.end + 2;
        let same = lexis.reading.tokens[first.tokens.start].sentence
            == lexis.reading.tokens[second.tokens.start].sentence;
        let closed =
            matches!(lexis.lower(second.tokens.end), "," | "." | "" | "who" | "of" | "for" | ";" | "(" | ")");
        comma
            && same
            && closed
            && noun.form == Form::Nominal
            && noun.kind == Some(ActorType::Person)
            && name.form == Form::Name
    };
    // "Track owner Northern Ways": the noun and, right behind it, the body that it is.
    let owns = |noun: &Mention<'_>, name: &Mention<'_>| {
        noun.form == Form::Nominal
            && name.form == Form::Name
            && name.kind == Some(ActorType::Organization)
            && noun.tokens.end == name.tokens.start
            && may_be_a_body(lexis.lower(noun.tokens.end - 1))
    };
    let spoken: Vec<usize> = (0..all.len()).filter(|&at| all[at].form != Form::Pronoun).collect();
    for pair in spoken.windows(2) {
        let (left, right) = all.split_at_mut(pair[1]);
        let (before, after) = (&mut left[pair[0]], &mut right[0]);
        if is_body_named(lexis, before, after) {
            after.kind = Some(ActorType::Organization);
            after.beside = Some(before.slice);
        } else if owns(before, after) {
            before.named = Some(after.tokens.start);
        } else if is_body_told(lexis, before, after) {
            before.kind = Some(ActorType::Organization);
            before.beside = Some(after.slice);
        } else if beside(before, after) && (after.kind == Some(ActorType::Person) || is_somebody(after)) {
            after.kind = Some(ActorType::Person);
            after.beside = Some(before.slice);
            before.named.get_or_insert(after.tokens.end - 1);
        } else if beside(after, before) && before.kind == Some(ActorType::Person) {
            before.beside = Some(after.slice);
            after.named.get_or_insert(before.tokens.end - 1);
        }
    }
}

/// What a company is called as well as somebody: "track owner Northern Ways".
fn may_be_a_body(noun: &str) -> bool {
    matches!(
        noun,
        "broker"
            | "developer"
            | "landlord"
            | "maker"
            | "operator"
            | "organiser"
            | "organizer"
            | "owner"
            | "publisher"
            | "sponsor"
    )
}

/// Does a name begin as a person's does?
fn opens_with_given_name(name: &Mention<'_>) -> bool {
    name.name.as_str().split(' ').next().is_some_and(is_given)
}

fn is_given(word: &str) -> bool {
    crate::words::is_given_name(word) || sayso_lang::gender_of_given_name(word).is_some()
}
