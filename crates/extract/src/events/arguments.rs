//! Who acts and who is acted upon, by the tree: subjects, objects, agents, obliques and possessors, shared ones and understood ones too.

use sayso_lang::{MentionKind, Relation, Upos};
use sayso_record::EventType;

use super::Stage;
use super::trigger::Trigger;

/// The heads of the phrases that take part in an event.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    pub(super) actor: Vec<usize>,
    pub(super) recipient: Vec<usize>,
    /// The other side is named apart: "agreed with Chad".
    pub(super) with: bool,
}

/// Members of a list.
const MOST: usize = 16;

/// Clauses above a verb in which its subject may be understood.
const HIGHEST: usize = 4;

/// Adpositions after which a verb or a noun has the one it is done to.
const TOWARDS: &[&str] =
    &["against", "on", "upon", "at", "with", "to", "toward", "towards", "from", "into", "over"];

/// Nouns whose possessor is the one it is done to, if nobody else is: "the governor's arrest".
const SUFFERED: &[&str] = &[
    "abduction",
    "arrest",
    "assassination",
    "captivity",
    "conviction",
    "death",
    "deportation",
    "detention",
    "dismissal",
    "execution",
    "expulsion",
    "extradition",
    "imprisonment",
    "indictment",
    "kidnapping",
    "killing",
    "murder",
    "ouster",
    "poisoning",
    "prosecution",
    "release",
    "removal",
    "torture",
    "trial",
    "liberation",
    "rescue",
    "suspension",
    "shooting",
    "beating",
    "lynching",
];

/// Finds who takes part in what a trigger carries.
pub(super) fn of(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Arguments {
    let mut found =
        if trigger.verb { of_verb(stage, trigger.word, trigger.kind) } else { of_noun(stage, trigger) };
    found.recipient.retain(|at| !found.actor.contains(at));
    found
}

/// Verbs of what two sides do together: "signed a pact", "reached a deal".
pub(super) fn is_bilateral(lemma: &str) -> bool {
    matches!(
        lemma,
        "sign"
            | "reach"
            | "conclude"
            | "ink"
            | "seal"
            | "strike"
            | "establish"
            | "restore"
            | "normalise"
            | "normalize"
            | "begin"
            | "hold"
            | "resume"
    )
}

/// Events in which all who take part do the same: talks, agreements, cooperation.
pub(super) fn is_mutual(kind: EventType) -> bool {
    matches!(kind, EventType::Agree | EventType::Consult | EventType::Cooperate)
}

/// Acts of speech towards somebody: what is asked for or threatened may name whom it is asked of.
fn is_verbal_act(kind: EventType) -> bool {
    matches!(kind, EventType::Request | EventType::Threaten | EventType::Support)
}

/// "with the envoy" anywhere below, or before: trees often hang it on another word of the clause.
fn with_somebody(stage: &Stage<'_, '_, '_>, word: usize) -> Vec<usize> {
    joined(stage, behind(stage, word, "with"))
}

/// "against the bank" anywhere below, for what is done against somebody.
fn against_somebody(stage: &Stage<'_, '_, '_>, word: usize, kind: EventType) -> Vec<usize> {
    let hostile = matches!(
        kind,
        EventType::Accuse | EventType::Sanction | EventType::Assault | EventType::Protest | EventType::Coerce
    );
    joined(stage, behind(stage, word, "against").filter(|_| hostile))
}

/// The phrase with this adposition among the words that hang on `word`, behind it before those in front of it.
fn behind(stage: &Stage<'_, '_, '_>, word: usize, adposition: &str) -> Option<usize> {
    let below = stage.lexis.trees.reach(word);
    let phrase =
        |&at: &usize| stage.is(at, &[Relation::Obl, Relation::Nmod]) && case(stage, at) == adposition;
    (word + 1..below.end).find(phrase).or_else(|| (below.start..word).rev().find(phrase))
}

/// "Troops attack rebels" in a headline: who stands before the verb, and the noun that the tree makes it a part of, or what hangs on it.
fn of_headline(stage: &Stage<'_, '_, '_>, verb: usize) -> Arguments {
    let part = stage.is(verb, &[Relation::Compound, Relation::Amod]);
    let whole = stage.token(verb).head.filter(|&head| part && head > verb);
    let mut recipient = joined(stage, whole);
    recipient.extend(obliques(stage, whole.unwrap_or(verb), TOWARDS));
    Arguments {
        actor: super::headline::people_before(stage, verb).into_iter().collect(),
        recipient,
        with: false,
    }
}

fn of_verb(stage: &Stage<'_, '_, '_>, verb: usize, kind: EventType) -> Arguments {
    if super::headline::is_verb(stage, verb) {
        return of_headline(stage, verb);
    }
    let passive = stage.lexis.trees.child(verb, &[Relation::NsubjPass]).is_some()
        || stage.lexis.trees.child(verb, &[Relation::AuxPass]).is_some()
        || is_reduced_passive(stage, verb);
    if passive {
        let recipient = subject(stage, verb);
        let agent = by_phrase(stage, verb);
        return Arguments { actor: joined(stage, agent), recipient: joined(stage, recipient), with: false };
    }
    let actor = joined(stage, subject(stage, verb));
    let mut recipient = joined(stage, stage.lexis.trees.child(verb, &[Relation::Obj, Relation::Iobj]));
    recipient.extend(obliques(stage, verb, if is_mutual(kind) { &["with"] } else { TOWARDS }));
    if recipient.is_empty() && is_verbal_act(kind) {
        recipient.extend(obliques(stage, verb, &["for"]));
    }
    if recipient.is_empty() && is_mutual(kind) {
        recipient.extend(with_somebody(stage, verb));
    }
    if obliques(stage, verb, TOWARDS).is_empty() {
        recipient.splice(0..0, against_somebody(stage, verb, kind));
    }
    let asked =
        recipient.is_empty() && matches!(kind, EventType::Request | EventType::Accuse | EventType::Reject);
    if asked {
        recipient.extend(
            stage
                .lexis
                .trees
                .children(verb)
                .filter(|&at| stage.is(at, &[Relation::Ccomp, Relation::Xcomp]))
                .filter_map(|at| stage.lexis.trees.child(at, &[Relation::Nsubj, Relation::NsubjPass])),
        );
    }
    let with = stage.lexis.trees.children(verb).any(|at| case(stage, at) == "with");
    Arguments { actor, recipient, with }
}

/// "soldiers killed by rebels": a past participle that describes a noun.
fn is_reduced_passive(stage: &Stage<'_, '_, '_>, verb: usize) -> bool {
    let ing = stage.lexis.lower(verb).ends_with("ing");
    stage.is(verb, &[Relation::Acl]) && !ing && stage.lexis.trees.child(verb, &[Relation::Mark]).is_none()
}

/// The subject of a verb: its own, that of the verb it shares it with, or the one that is understood.
fn subject(stage: &Stage<'_, '_, '_>, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..HIGHEST {
        if let Some(own) = stage.lexis.trees.child(at, &[Relation::Nsubj, Relation::NsubjPass]) {
            return Some(antecedent(stage, own, at));
        }
        let head = stage.token(at).head?;
        match stage.token(at).relation {
            Relation::AclRelcl => return Some(head),
            Relation::Acl if stage.lexis.trees.child(at, &[Relation::Mark]).is_none() => return Some(head),
            Relation::Xcomp if at == verb || stage.lexis.trees.child(head, &[Relation::Obj]).is_some() => {
                // "urged the rebels to leave": the object does it.
                if let Some(object) = stage.lexis.trees.child(head, &[Relation::Obj, Relation::Iobj]) {
                    return Some(object);
                }
            }
            Relation::Xcomp
            | Relation::Conj
            | Relation::Advcl
            | Relation::Ccomp
            | Relation::Parataxis
            | Relation::Acl
            | Relation::Obl
            | Relation::Nmod => {}
            _ => return None,
        }
        if stage.token(head).upos == Upos::Noun {
            // "Iran's plan to attack", "the army launched an operation to retake it".
            if let Some(owner) = owner(stage, head) {
                return Some(owner);
            }
        }
        at = head;
    }
    None
}

/// Whom "who", "which" and "that" stand for: the noun that their clause describes.
fn antecedent(stage: &Stage<'_, '_, '_>, pronoun: usize, verb: usize) -> usize {
    let relative = matches!(stage.lexis.lower(pronoun), "who" | "which" | "that" | "whom");
    let clause = std::iter::once(verb)
        .chain(stage.lexis.trees.above(verb))
        .take(HIGHEST)
        .find(|&at| stage.is(at, &[Relation::AclRelcl]));
    clause.and_then(|clause| stage.token(clause).head).filter(|_| relative).unwrap_or(pronoun)
}

fn by_phrase(stage: &Stage<'_, '_, '_>, verb: usize) -> Option<usize> {
    stage.lexis.trees.child(verb, &[Relation::OblAgent]).or_else(|| {
        stage
            .lexis
            .trees
            .children(verb)
            .find(|&at| stage.is(at, &[Relation::Obl, Relation::Nmod]) && case(stage, at) == "by")
    })
}

fn case<'s>(stage: &'s Stage<'_, '_, '_>, noun: usize) -> &'s str {
    stage.lexis.trees.child(noun, &[Relation::Case]).map_or("", |at| stage.lexis.lower(at))
}

fn obliques(stage: &Stage<'_, '_, '_>, head: usize, cases: &[&str]) -> Vec<usize> {
    let towards = stage
        .lexis
        .trees
        .children(head)
        .filter(|&at| stage.is(at, &[Relation::Obl, Relation::Nmod]) && cases.contains(&case(stage, at)));
    towards.flat_map(|at| joined(stage, Some(at))).collect()
}

/// A phrase and those that *and* joins to it.
fn joined(stage: &Stage<'_, '_, '_>, head: Option<usize>) -> Vec<usize> {
    let Some(head) = head else { return Vec::new() };
    let mut all = vec![head];
    let mut at = 0;
    while let Some(&member) = all.get(at).filter(|_| all.len() < MOST) {
        all.extend(stage.lexis.trees.children(member).filter(|&next| goes_on(stage, next)));
        at += 1;
    }
    all
}

/// A further member of a list: behind *and*, or behind a comma in a list that has an *and* at its end.
fn goes_on(stage: &Stage<'_, '_, '_>, at: usize) -> bool {
    let noun = stage.token(at).upos != Upos::Verb;
    let listed =
        || stage.is(at, &[Relation::Appos]) && stage.lexis.trees.child(at, &[Relation::Conj]).is_some();
    noun && (stage.is(at, &[Relation::Conj]) || listed())
}

/// Whose a noun is: a possessor, a people's or a country's name before it.
fn owner(stage: &Stage<'_, '_, '_>, noun: usize) -> Option<usize> {
    let before = |&at: &usize| {
        let name = matches!(stage.token(at).upos, Upos::Propn | Upos::Adj)
            && stage.lexis.words[at].shape != crate::lexis::Shape::Lower;
        stage.is(at, &[Relation::NmodPoss])
            || stage.is(at, &[Relation::Compound, Relation::Amod, Relation::Nmod]) && name && at < noun
            || stage.is(at, &[Relation::Compound, Relation::Nmod])
                && at < noun
                && stage.token(at).mention == Some(MentionKind::Organisation)
    };
    stage.lexis.trees.children(noun).find(before)
}

fn of_noun(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Arguments {
    let noun = trigger.word;
    let with = |cases: &[&str]| -> Vec<usize> {
        let phrases =
            stage.lexis.trees.children(noun).filter(|&at| {
                stage.is(at, &[Relation::Nmod, Relation::Obl]) && cases.contains(&case(stage, at))
            });
        phrases.flat_map(|at| joined(stage, Some(at))).collect()
    };
    let owners = joined(stage, owner(stage, noun));
    let of = with(&["of"]);
    let mut recipient = with(TOWARDS);
    if is_verbal_act(trigger.kind) {
        recipient.extend(with(&["for"]));
    }
    let mut actor = with(&["by"]);
    let suffered = SUFFERED.contains(&&*stage.token(noun).lemma);
    let done_to = suffered
        || matches!(
            trigger.kind,
            EventType::Assault | EventType::Coerce | EventType::Sanction | EventType::Accuse
        );
    if is_mutual(trigger.kind) {
        recipient = with(&["with", "to"]);
        if recipient.is_empty() {
            recipient = with_somebody(stage, trigger.light.unwrap_or(noun));
        }
        actor.extend(with(&["between", "among", "of"]));
        actor.extend(owners);
    } else if suffered && of.is_empty() && recipient.is_empty() {
        recipient.extend(owners);
    } else {
        actor.extend(owners);
        let side = if done_to { &mut recipient } else { &mut actor };
        side.extend(of);
    }
    if let Some(light) = trigger.light {
        let shared = of_verb(stage, light, trigger.kind);
        let passive = stage.is(noun, &[Relation::NsubjPass]);
        actor.extend(shared.actor.into_iter().filter(|&at| at != noun));
        if !passive {
            recipient.extend(
                obliques(stage, light, if is_mutual(trigger.kind) { &["with"] } else { TOWARDS })
                    .into_iter()
                    .filter(|&at| at != noun),
            );
        }
    }
    Arguments { actor, recipient, with: true }
}

/// Verbs of speech whose object is the speaker's own deed: "announced a boycott", not "condemned a boycott".
const ANNOUNCES: &[&str] = &[
    "announce",
    "declare",
    "express",
    "offer",
    "order",
    "pledge",
    "promise",
    "propose",
    "reiterate",
    "renew",
    "repeat",
    "seek",
    "threaten",
    "voice",
];

/// "threatened an attack", "responded with strikes": whoever does what the noun hangs on does that as well.
pub(super) fn from_above(stage: &Stage<'_, '_, '_>, word: usize) -> Vec<usize> {
    let mut at = word;
    for _ in 0..HIGHEST {
        let token = stage.token(at);
        let Some(head) = token.head else { break };
        let governed = matches!(
            token.relation,
            Relation::Obj
                | Relation::Obl
                | Relation::Nmod
                | Relation::Xcomp
                | Relation::Advcl
                | Relation::Acl
        );
        if !governed {
            break;
        }
        if stage.token(head).upos == Upos::Verb {
            let announces = at == word && ANNOUNCES.contains(&&*stage.token(head).lemma);
            return if stage.lexis.words[head].cue.is_some() && !announces {
                Vec::new()
            } else {
                of_verb(stage, head, EventType::Assault).actor
            };
        }
        at = head;
    }
    Vec::new()
}

/// Where else the one it is done to may stand, the likeliest first: in what the verb is completed by ("agreed to let inspectors in"), then
/// anywhere behind the trigger in its clause.
pub(super) fn further(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Vec<usize> {
    const MOST: usize = 40;
    let verb = trigger.light.unwrap_or(trigger.word);
    let completes = |at: usize| {
        matches!(
            stage.token(at).relation.base(),
            "obj" | "obl" | "nmod" | "xcomp" | "ccomp" | "advcl" | "iobj" | "compound" | "conj" | "acl"
        )
    };
    let mut open: Vec<usize> = vec![verb, trigger.word];
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(&at) = open.get(next).filter(|_| next < MOST) {
        let own: Vec<usize> = stage
            .lexis
            .trees
            .children(at)
            .filter(|&child| completes(child) && child > trigger.word.min(verb))
            .collect();
        found.extend(own.iter().copied().filter(|&child| stage.token(child).upos != Upos::Verb));
        open.extend(own);
        next += 1;
    }
    found.dedup();
    found
}
