//! The cues of a sentence: which verbs hand the floor to somebody, and to whom?

use std::ops::Range;

use sayso_lang::Upos;
use sayso_record::{ActorType, Form};

use super::scene::Scene;
use super::subject::{self, Subject};
use crate::words::{Cue, CueForm, Function};

/// A verb that may open a statement, with its subject.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Token of the verb.
    pub(super) verb: usize,
    pub(super) cue: Cue,
    pub(super) role: Role,
    /// First token of subject and verb together.
    pub(super) edge: usize,
    /// Where the negated or withheld cue begins ("did not mention").
    pub(super) from: usize,
    pub(super) negated: bool,
}

/// How the verb has its subject.
#[derive(Debug, Clone)]
pub(super) enum Role {
    /// "Holt said …"
    Before(Subject),
    /// "…," said Holt
    After(Subject),
    /// "… was called useless by Sand": the agent, and the token *by*.
    Agent(usize, Subject),
    /// "… and said …", "…, adding …": the subject of the verb before.
    Shared(Subject),
    /// A noun phrase that no table knows.
    Unknown(Range<usize>),
}

/// Cues of one sentence: no sentence that people write has more, and damaged text must not cost more than its length.
const MOST: usize = 48;

/// All of them in one sentence, in order.
pub(super) fn find(scene: &Scene<'_, '_, '_>, sentence: usize) -> Vec<Found> {
    let clause = scene.clause(sentence);
    let mut found: Vec<Found> = Vec::new();
    for verb in clause.clone() {
        if found.len() == MOST {
            break;
        }
        let Some(cue) = scene.cue(verb) else { continue };
        let next = at(scene, verb, cue, &clause, &found);
        found.extend(next);
    }
    found
}

fn at(
    scene: &Scene<'_, '_, '_>,
    verb: usize,
    cue: Cue,
    clause: &Range<usize>,
    earlier: &[Found],
) -> Option<Found> {
    if scene.lower(verb.wrapping_sub(1)) == "to" {
        return hastened(scene, verb, cue, clause);
    }
    // "stopped short of accusing her".
    if scene.lower(verb.wrapping_sub(1)) == "of" && scene.lower(verb.wrapping_sub(2)) == "short" {
        return None;
    }
    if scene.lower(verb.wrapping_sub(1)) == "-" || scene.lower(verb + 1) == "-" || nominal(scene, verb, cue) {
        return None;
    }
    let limit = limit_of(scene, verb, clause);
    let whole = |role: Role, edge: usize, subject: &Subject| Found {
        verb,
        cue,
        edge,
        from: if subject.negated && cue.withholding() { subject.withheld_from(scene, verb) } else { verb },
        negated: subject.negated,
        role,
    };
    if cue.form == CueForm::Ing {
        if let Some(subject) = quoted_by(scene, verb, clause) {
            let edge = subject.tokens.start;
            return Some(whole(Role::Before(subject.clone()), edge, &subject));
        }
        let subject = shared(scene, verb, clause, earlier)?;
        // "…, the paper quoted her as saying": what stands before the paper is said.
        let plain = |at: usize| {
            let upos = scene.lexis.reading.tokens[at].upos;
            !matches!(upos, Upos::Verb | Upos::Aux) && scene.quotation_at(at).is_none()
        };
        // "…, his lawyer quoted him as saying in a letter".
        let ends = verb + 1 >= clause.end
            || scene.is(verb + 1, Function::Preposition) && (verb + 1..clause.end).all(plain);
        let quoting = super::citing::quoting(scene, verb, clause).filter(|_| ends);
        let paper = quoting.and_then(|quoting| subject::before(scene, quoting, clause.start));
        let edge = paper.map_or(verb, |paper| phrase_start(scene, paper.tokens.start, clause));
        return Some(whole(Role::Shared(subject.clone()), edge, &subject));
    }
    let inversion = inverted(scene, verb, cue, clause);
    if inversion == Some(After::Quotation) || inversion.is_some() && closes(scene, verb, clause) {
        let subject = subject::after(scene, verb, clause.end)?;
        return Some(whole(Role::After(subject.clone()), verb, &subject));
    }
    // "neither confirmed nor denied": the subject stands before both.
    let first = if super::neither(scene, verb) { verb.saturating_sub(3) } else { verb };
    if let Some(subject) = subject::before(scene, first, limit) {
        let subject = subject::by_tree(scene, verb, limit, subject);
        return with_subject(scene, verb, cue, clause, subject, whole);
    }
    if inversion.is_some() {
        let subject = subject::after(scene, verb, clause.end)?;
        return Some(whole(Role::After(subject.clone()), verb, &subject));
    }
    if let Some(subject) = coordinated(scene, verb, earlier) {
        let silent = subject.negated && (cue.withholding() || cue.doubting());
        return (silent || !subject.modal && !subject.negated)
            .then(|| whole(Role::Shared(subject.clone()), verb, &subject));
    }
    let speaks = cue.says() || cue.doubting();
    if let Some(subject) = speaks.then(|| subject::of_tree(scene, verb, limit)).flatten() {
        return with_subject(scene, verb, cue, clause, subject, whole);
    }
    if let Some(subject) = speaks.then(|| set_apart(scene, verb, clause)).flatten() {
        return with_subject(scene, verb, cue, clause, subject, whole);
    }
    let tokens = speaks.then(|| subject::unknown_noun(scene, verb, limit)).flatten()?;
    let unknown = Subject { from: verb, ..Subject::default() };
    Some(whole(Role::Unknown(tokens.clone()), tokens.start, &unknown))
}

/// "hastened to add that …": the subject of the verb before.
fn hastened(scene: &Scene<'_, '_, '_>, verb: usize, cue: Cue, clause: &Range<usize>) -> Option<Found> {
    let before = verb.checked_sub(2).filter(|&at| at >= clause.start)?;
    let opens = matches!(
        scene.lower(before),
        "hastened"
            | "hastens"
            | "rushed"
            | "rushes"
            | "quick"
            | "keen"
            | "careful"
            | "sought"
            | "continued"
            | "continues"
    );
    let able = scene.lower(before) == "able"
        && (before.saturating_sub(4)..before).any(|at| scene.is(at, Function::Negation));
    let unable = scene.lower(before) == "unable" || able;
    let main = if unable || matches!(scene.lower(before), "quick" | "keen" | "careful") {
        before.checked_sub(1)?
    } else {
        before
    };
    let subject = subject::before(scene, main, limit_of(scene, main, clause))
        .filter(|subject| (opens && cue.says() || unable && cue.doubting()) && (!subject.negated || able))?;
    let edge = subject.tokens.start;
    Some(Found {
        verb,
        cue,
        edge,
        from: main,
        negated: unable,
        role: Role::Before(Subject { from: main, ..subject }),
    })
}

/// "…, a union official who asked not to be named said": where the sentence ends with a verb that has no subject of its own, whoever the last
/// comma sets apart and *who* tells more of.
fn set_apart(scene: &Scene<'_, '_, '_>, verb: usize, clause: &Range<usize>) -> Option<Subject> {
    const LONGEST: usize = 24;
    let end = scene.time_at(verb + 1).map_or(verb + 1, |(time, _)| time.end);
    let ends = end >= clause.end || scene.lower(verb + 1) == "on" && scene.time_at(verb + 2).is_some();
    let opens = |comma: usize| {
        let article = usize::from(scene.lower(comma + 1) == "the");
        let mention = scene
            .cast
            .starting_at(comma + 1)
            .or_else(|| scene.cast.starting_at(comma + 1 + article))
            .filter(|&mention| scene.cast.mentions[mention].form != Form::Pronoun)?;
        let own = &scene.cast.mentions[mention];
        let told =
            matches!(scene.lower(own.tokens.end), "who" | "whose" | "for" | "from" | "of" | "in" | "at");
        (told && own.kind != Some(ActorType::Place) && own.tokens.end < verb).then_some(mention)
    };
    let from = clause.start.max(verb.saturating_sub(LONGEST));
    let comma = |&at: &usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
    let mention = (from..verb).rev().filter(comma).find_map(opens).filter(|_| ends)?;
    let tokens = scene.cast.mentions[mention].tokens.clone();
    Some(Subject { mentions: vec![mention], tokens, from: verb, ..Subject::default() })
}

fn with_subject(
    scene: &Scene<'_, '_, '_>,
    verb: usize,
    cue: Cue,
    clause: &Range<usize>,
    subject: Subject,
    whole: impl Fn(Role, usize, &Subject) -> Found,
) -> Option<Found> {
    let edge = phrase_start(scene, subject.tokens.start, clause);
    if subject.passive && matches!(cue.form, CueForm::Past | CueForm::Participle) {
        let (by, agent) = subject::agent(scene, verb, clause.end)?;
        return Some(whole(Role::Agent(by, agent.clone()), edge, &agent));
    }
    let withheld = subject.negated && (cue.withholding() || cue.doubting());
    let several =
        subject.mentions.len() > 1 || subject.mentions.iter().any(|&m| scene.cast.mentions[m].plural);
    let finite = match cue.form {
        CueForm::Base => !subject.modal && (several || subject.auxiliary || is_plural_name(scene, &subject)),
        _ => !subject.modal,
    };
    let refuses = (withheld || super::neither(scene, verb)) && (subject.modal || subject.auxiliary);
    (finite || refuses).then(|| whole(Role::Before(subject.clone()), edge, &subject))
}

/// Where the noun phrase begins that ends with a subject, if a comma sets it apart: "…, the state news agency [Fenwick] said", "…, monitors of
/// [the Commission] said".
fn phrase_start(scene: &Scene<'_, '_, '_>, subject: usize, clause: &Range<usize>) -> usize {
    const LONGEST: usize = 8;
    let nominal = |&at: &usize| {
        let upos = scene.lexis.reading.tokens[at].upos;
        matches!(upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adp | Upos::Num)
            && scene.quotation_at(at).is_none()
            && scene.time_at(at).is_none()
    };
    let start = (clause.start..subject).rev().take(LONGEST).take_while(nominal).last().unwrap_or(subject);
    let opens = |at: usize| matches!(scene.lexis.reading.tokens[at].upos, Upos::Adp);
    // "… a bluff,” the French daily Fenwick wrote": the comma may stand inside the quotation.
    let comma = start > clause.start
        && (scene.lower(start - 1) == ","
            || scene.quotation_at(start - 1).is_some() && scene.lower(start.saturating_sub(2)) == ",");
    let apart = comma && !opens(start);
    if apart { start } else { subject }
}

/// Names in the plural without an article to show it ("Democrats say", "Houthis claim").
fn is_plural_name(scene: &Scene<'_, '_, '_>, subject: &Subject) -> bool {
    subject.mentions.last().is_some_and(|&mention| scene.cast.mentions[mention].slice.ends_with('s'))
}

/// A noun of the same spelling: after a determiner, a possessive or an adjective of nationality ("the report", "Holt's calls").
fn nominal(scene: &Scene<'_, '_, '_>, verb: usize, cue: Cue) -> bool {
    let noun_form = matches!(cue.form, CueForm::Base | CueForm::Third);
    let Some(before) = verb.checked_sub(1) else { return false };
    let determined = scene.is(before, Function::Determiner) || scene.is(before, Function::Preposition);
    let owned = matches!(scene.lower(before), "'s" | "'");
    // "A preliminary report by the board".
    let described = scene.lexis.reading.tokens[verb].upos == Upos::Noun
        && match scene.lexis.reading.tokens[before].upos {
            Upos::Adj => true,
            // "The minutes of the meeting state that".
            Upos::Noun => scene.lower(verb + 1) != "that",
            _ => false,
        }
        && (before.saturating_sub(2)..before).any(|at| scene.is(at, Function::Determiner));
    let participle = matches!(cue.form, CueForm::Past | CueForm::Participle) && (determined || owned);
    let carries_on =
        scene.lexis.function(verb + 1).is_none() && scene.lexis.shape(verb + 1) == crate::lexis::Shape::Lower;
    (noun_form && (determined || owned || described)) || (participle && carries_on)
}

/// The clause of a verb begins after the last colon or semicolon before it, or after a dash that does not close a pair.
fn limit_of(scene: &Scene<'_, '_, '_>, verb: usize, clause: &Range<usize>) -> usize {
    let unquoted = |at: usize| scene.quotation_at(at).is_none();
    let mark = |&at: &usize| matches!(scene.lower(at), ":" | ";") && unquoted(at);
    let dash = |&at: &usize| matches!(scene.lower(at), "—" | "–" | "--") && unquoted(at);
    let start = (clause.start..verb).rev().find(mark).map_or(clause.start, |at| at + 1);
    let dashes: Vec<_> = (start..verb).filter(dash).collect();
    if dashes.len() % 2 == 1 { dashes[dashes.len() - 1] + 1 } else { start }
}

/// What a verb with its subject to the right follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    Quotation,
    Comma,
}

/// "…," said Holt: after a closing mark or a comma, with the subject to the right.
fn inverted(scene: &Scene<'_, '_, '_>, verb: usize, cue: Cue, clause: &Range<usize>) -> Option<After> {
    let finite = matches!(cue.form, CueForm::Past | CueForm::Third);
    // "told" always has the one who is told behind it.
    let inverts = (cue.says() || cue.bare()) && cue.lemma != "tell";
    let before = verb.checked_sub(1).filter(|&before| inverts && finite && before >= clause.start)?;
    let article = usize::from(scene.lower(verb + 1) == "the" && scene.cast.starting_at(verb + 1).is_none());
    let subject = scene.cast.starting_at(verb + 1 + article).filter(|&mention| speaks(scene, mention))?;
    // "One waiter, who was 17, says the judge threw a pan": the tree has the subject before.
    let tokens = &scene.lexis.reading.tokens;
    let subject_before =
        scene.lexis.trees.children(verb).any(|at| {
            at < verb && tokens[at].relation.as_str() == "nsubj" && scene.quotation_at(at).is_none()
        });
    let relative = scene.lower(before) == ","
        && (clause.start..before)
            .any(|at| matches!(scene.lower(at), "who" | "which") && scene.quotation_at(at).is_none());
    if subject_before && relative {
        return None;
    }
    // "Its chairman, Holt, said members feared …": they do not say, they fear.
    let behind = scene.cast.mentions[subject].tokens.end;
    if scene.lexis.reading.tokens.get(behind).is_some_and(|next| {
        matches!(next.upos, Upos::Verb | Upos::Aux)
            && matches!(next.relation.base(), "ccomp" | "aux" | "cop" | "root")
    }) {
        return None;
    }
    // "…, estimated the operator, which …": a verb of thinking has nothing behind its subject but a mark.
    let closed = matches!(scene.lower(scene.cast.mentions[subject].tokens.end), "," | "." | "");
    if !cue.says() && !closed {
        return None;
    }
    if scene.quotation_at(before).is_some()
        || scene.lower(before) == "," && before > clause.start && scene.quotation_at(before - 1).is_some()
    {
        return Some(After::Quotation);
    }
    (scene.lower(before) == "," && before > clause.start).then_some(After::Comma)
}

/// Nothing stands behind the verb but who speaks: "…, says health board".
fn closes(scene: &Scene<'_, '_, '_>, verb: usize, clause: &Range<usize>) -> bool {
    let article = usize::from(scene.lower(verb + 1) == "the" && scene.cast.starting_at(verb + 1).is_none());
    let mention = scene.cast.starting_at(verb + 1 + article);
    mention.is_some_and(|mention| {
        let end = scene.cast.mentions[mention].tokens.end;
        // "…, reports the Havenblad from Antwerp".
        let located = matches!(scene.lower(end), "of" | "from" | "in") && end + 2 >= clause.end;
        end >= clause.end || located
    })
}

/// Anything but a pronoun may follow its verb; "said he" is literary and may be content.
fn speaks(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let mention = &scene.cast.mentions[mention];
    mention.form != sayso_record::Form::Pronoun || matches!(scene.lower(mention.tokens.end), "." | "," | "")
}

/// The subject of "…, saying …": that of the verb before, or the first mention of the clause.
fn shared(
    scene: &Scene<'_, '_, '_>,
    verb: usize,
    clause: &Range<usize>,
    earlier: &[Found],
) -> Option<Subject> {
    let before = verb.checked_sub(1)?;
    let as_saying = matches!(scene.lower(before), "as" | "by" | "while");
    if !(as_saying
        || scene.lower(before) == ","
        || scene.quotation_at(before).is_some()
        || scene.is(before, Function::Adverb))
    {
        return None;
    }
    let last = earlier.last().and_then(|found| found.subject()).cloned();
    let first = || {
        let mention = scene.cast.inside(clause.start..verb).next()?;
        Some(Subject {
            mentions: vec![mention],
            tokens: scene.cast.mentions[mention].tokens.clone(),
            ..Subject::default()
        })
    };
    last.or_else(first).map(|subject| Subject { negated: false, modal: false, from: verb, ..subject })
}

/// "Holt was quoted by Fenwick (as) saying": the subject of the passive speaks.
fn quoted_by(scene: &Scene<'_, '_, '_>, verb: usize, clause: &Range<usize>) -> Option<Subject> {
    const LONGEST: usize = 10;
    let window = clause.start.max(verb.saturating_sub(LONGEST))..verb;
    let quoted = window.rev().find(|&at| matches!(scene.lower(at), "quoted" | "cited"))?;
    let subject = subject::before(scene, quoted, clause.start)?;
    subject.passive.then_some(Subject { from: verb, negated: false, ..subject })
}

/// "… and said": the subject of an earlier verb of the sentence.
fn coordinated(scene: &Scene<'_, '_, '_>, verb: usize, earlier: &[Found]) -> Option<Subject> {
    let mut at = verb.checked_sub(1)?;
    let helps = |at: usize| {
        matches!(scene.lexis.function(at), Some(Function::Adverb | Function::Negation | Function::Modal))
            || matches!(scene.lower(at), "has" | "have" | "had" | "did" | "does" | "do")
    };
    while helps(at) || scene.time_at(at).is_some() {
        at = at.checked_sub(1)?;
    }
    let negated = (at..verb).any(|at| scene.is(at, Function::Negation));
    let modal = (at..verb).any(|at| scene.is(at, Function::Modal));
    if !matches!(scene.lower(at), "and" | "but") {
        return None;
    }
    // "called on both to stop until the engineer had reported, but would not say": the verb that the tree joins it to, else the last.
    let joined = joined_to(scene, verb).and_then(|head| earlier.iter().find(|found| found.verb == head));
    // "told us that the minister was sad and believed …": whoever is sad believes.
    let tokens = &scene.lexis.reading.tokens;
    let own = tokens[verb].head.filter(|_| joined.is_none() && thinks(scene, verb)).and_then(|head| {
        let subject = scene.lexis.trees.children(head).find(|&at| tokens[at].relation.base() == "nsubj")?;
        let after = earlier.last().is_none_or(|last| last.verb < subject);
        scene.cast.holding(subject).filter(|_| after && tokens[verb].relation.base() == "conj")
    });
    if let Some(mention) = own {
        let tokens = scene.cast.mentions[mention].tokens.clone();
        return Some(Subject {
            mentions: vec![mention],
            tokens,
            from: verb,
            negated,
            modal,
            ..Subject::default()
        });
    }
    let before = joined.or(earlier.last()).and_then(|found| found.subject()).cloned();
    let clause = scene.clause(scene.lexis.reading.tokens[verb].sentence);
    let opening = || {
        let first = scene
            .cast
            .inside(clause.start..at)
            .next()
            .filter(|&first| scene.cast.mentions[first].tokens.start <= clause.start + 3);
        let acts =
            scene.cast.inside(clause.start..at).filter(|&mention| verb_follows(scene, mention, at)).last();
        let mention = acts.or(first)?;
        Some(Subject {
            mentions: vec![mention],
            tokens: scene.cast.mentions[mention].tokens.clone(),
            ..Subject::default()
        })
    };
    before.or_else(opening).map(|subject| Subject { from: verb, negated, modal, ..subject })
}

/// A verb of thinking, which says nothing aloud.
fn thinks(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    matches!(
        &*scene.lexis.reading.tokens[verb].lemma,
        "believe" | "fear" | "hope" | "think" | "want" | "wish"
    )
}

/// The verb that a verb is joined to by *and* or *but*.
fn joined_to(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<usize> {
    let token = &scene.lexis.reading.tokens[verb];
    token.head.filter(|_| token.relation.base() == "conj")
}

/// A word that looks like a past tense stands right after a mention, brackets and a comma aside ("the Front (SDF), opposed …").
fn verb_follows(scene: &Scene<'_, '_, '_>, mention: usize, end: usize) -> bool {
    let mut at = scene.cast.mentions[mention].tokens.end;
    if scene.lower(at) == "(" {
        at = (at..end).find(|&token| scene.lower(token) == ")").map_or(at, |close| close + 1);
    }
    at += usize::from(scene.lower(at) == ",");
    at < end && scene.lower(at).ends_with("ed") && scene.lexis.shape(at) == crate::lexis::Shape::Lower
}

impl Found {
    /// The subject, wherever it stands.
    pub(super) fn subject(&self) -> Option<&Subject> {
        match &self.role {
            Role::Before(subject)
            | Role::After(subject)
            | Role::Agent(_, subject)
            | Role::Shared(subject) => Some(subject),
            Role::Unknown(_) => None,
        }
    }

    /// The verb takes over its subject from the verb before.
    pub(super) fn shares(&self) -> bool {
        matches!(self.role, Role::Shared(_))
    }
}

impl Subject {
    /// Where "did not mention" begins: after the subject's last token.
    pub(super) fn withheld_from(&self, scene: &Scene<'_, '_, '_>, verb: usize) -> usize {
        let helper = |at: usize| {
            matches!(
                scene.lexis.function(at),
                Some(Function::Auxiliary | Function::Modal | Function::Negation | Function::Adverb)
            )
        };
        (self.tokens.end..verb).rev().take_while(|&at| helper(at)).last().unwrap_or(verb)
    }
}
