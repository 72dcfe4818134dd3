//! What is said inside what is said: a verb of saying or thinking with a clause for its object, inside another statement, or with "I" for
//! its subject.
//!
//! There the labels know little, because the news they were learnt from marks it seldom; the tree tells who thinks what. Inside a
//! quotation "I think" is the speaker's manner of speaking; what others say there counts, and what its speaker has told others.

use std::ops::Range;

use sayso_lang::{Relation, Tense};
use sayso_record::{ActorType, Form, Stance};

use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::{labels, voices};

/// Verbs whose object is told what their clause says.
const TELL: [&str; 6] = ["assure", "convince", "inform", "persuade", "tell", "warn"];

/// Adds what the clauses of a report hold; `drafts` are those found before.
pub(super) fn add(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    let mut found = Vec::new();
    let mut cited = vec![false; scene.lexis.words.len()];
    let mut held = cited.clone();
    for draft in drafts.iter() {
        draft.cue.iter().for_each(|cue| cited[cue.clone()].fill(true));
        draft.content.iter().for_each(|content| held[content.clone()].fill(true));
    }
    let free = |verb: &usize| !cited[*verb] && thinks(scene, *verb);
    for verb in (0..scene.lexis.words.len()).filter(free) {
        let quoted = scene.quotation_at(verb).is_some();
        let counts = |draft: &Draft| !quoted || is_told(scene, verb, draft) || tells(scene, verb, draft);
        found.extend(of_verb(scene, verb, held[verb]).filter(counts));
    }
    drafts.extend(found);
}

/// “He told me the money was resting”: inside a quotation, what somebody else is quoted with by a plain verb of saying.
fn is_told(scene: &Scene<'_, '_, '_>, verb: usize, draft: &Draft) -> bool {
    let plain = matches!(
        &*scene.lexis.reading.tokens[verb].lemma,
        "admit"
            | "ask"
            | "assure"
            | "believe"
            | "claim"
            | "deny"
            | "fear"
            | "feel"
            | "hope"
            | "insist"
            | "promise"
            | "say"
            | "suspect"
            | "tell"
            | "think"
            | "warn"
    );
    let Speaker::At(subject) = &draft.speaker else {
        // "The gaffer thinks …".
        let unknown = matches!(&draft.speaker, Speaker::Unknown(own) if matches!(scene.lower(own.start), "the" | "my" | "our"));
        return plain && unknown;
    };
    let somebody = subject.mentions.first().is_some_and(|&at| {
        let own = &scene.cast.mentions[at];
        own.form == Form::Name || own.kind == Some(ActorType::Person) || own.plural
    });
    // Whoever is spoken to is not told of.
    let you = subject.tokens.clone().any(|at| matches!(scene.lower(at), "you" | "people" | "everyone"));
    plain && somebody && !you
}

/// “We told the council in March that the wall was cracked”: inside a quotation, what its speaker has told others.
fn tells(scene: &Scene<'_, '_, '_>, verb: usize, draft: &Draft) -> bool {
    let lemma = &*scene.lexis.reading.tokens[verb].lemma;
    let own = matches!(&draft.speaker, Speaker::Quoted(_))
        && scene.lexis.reading.tokens[verb].morphology.tense == Some(Tense::Past);
    let others = |at: usize| !matches!(scene.lower(at), "you" | "myself" | "ourselves" | "me" | "us");
    TELL.contains(&lemma)
        && own
        && child(scene, verb, &["iobj", "obj"]).is_some_and(|at| at > verb && others(at))
}

/// A verb that takes what is said or thought as a clause.
fn thinks(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    let takes_clause = scene.lexis.words[verb].cue.is_some_and(|cue| cue.that() || cue.bare());
    takes_clause
        || matches!(
            &*scene.lexis.reading.tokens[verb].lemma,
            "ask" | "convince" | "know" | "wonder" | "convinced" | "sure" | "mean"
        )
}

fn of_verb(scene: &Scene<'_, '_, '_>, verb: usize, held: bool) -> Option<Draft> {
    let tokens = &scene.lexis.reading.tokens;
    let clause = child(scene, verb, &["ccomp"]).filter(|&clause| clause > verb);
    // "admitted knowing of a list".
    let gerund = || {
        let owns = matches!(&*tokens[verb].lemma, "admit" | "deny" | "recall");
        child(scene, verb, &["xcomp"])
            .filter(|&clause| owns && clause > verb && scene.lower(clause).ends_with("ing"))
    };
    let clause = clause.or_else(gerund).or_else(|| adverbial(scene, verb))?;
    let subject = subject(scene, verb)?;
    // "I was told that": whoever told is not named, or by an agent.
    let passive = tokens[subject].head == Some(verb) && tokens[subject].relation == Relation::NsubjPass;
    let first = matches!(scene.lower(subject), "i" | "we" | "me" | "us");
    // "It means that he owes nothing".
    if matches!(scene.lower(subject), "it" | "this" | "that" | "which") && tokens[verb].lemma == "mean" {
        return None;
    }
    if !held && !first {
        return None;
    }
    let mut content = subtree(scene, clause);
    // "asked her [why she left]", where the tree hangs "why" on the verb before.
    let before = content.start.saturating_sub(1);
    if before > verb && matches!(scene.lower(before), "why" | "how" | "when" | "where" | "whether" | "what") {
        content.start = before;
    }
    let according = content.clone().find(|&at| super::according::according(scene, at) == Some(2));
    let content = super::content::trim(scene, content.start..according.unwrap_or(content.end));
    // "asked that it be kept from her": a wish, not what is asked about; "asked who has debts" is told by the rest.
    let asks = &*tokens[verb].lemma == "ask";
    if asks && !matches!(scene.lower(content.start), "if" | "whether" | "why" | "how") {
        return None;
    }
    if content.start <= verb {
        return None;
    }
    let speaker = match (passive, scene.lexis.trees.child(verb, &[Relation::OblAgent])) {
        (true, Some(agent)) => voices::speaker(scene, &[subtree(scene, agent)]),
        (true, None) => Speaker::Nobody,
        (false, _) => voices::speaker(scene, &[subtree(scene, subject)]),
    };
    let sentence = tokens[verb].sentence;
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(verb..verb + 1),
        stance: if labels::negated(scene, verb) || tokens[verb].lemma == "deny" {
            Stance::Denies
        } else {
            Stance::Affirms
        },
        content: vec![content],
        relays: Vec::new(),
        to: Vec::new(),
    })
}

/// What the tree takes for a condition or a reason: "asked him if he kept bees", right behind who is asked, and "told the board of two
/// countries | that it was late".
fn adverbial(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<usize> {
    let lemma = &*scene.lexis.reading.tokens[verb].lemma;
    // "asked her why she left": "why" may be the head of its clause.
    let head = child(scene, verb, &["advmod"])
        .filter(|&at| at > verb && matches!(scene.lower(at), "why" | "how" | "when" | "where"));
    if let Some(head) = head.filter(|&head| child(scene, head, &["advcl", "acl"]).is_some()) {
        return matches!(lemma, "ask" | "wonder" | "know").then_some(head);
    }
    let clause = child(scene, verb, &["advcl"]).filter(|&clause| clause > verb)?;
    let mark = child(scene, clause, &["mark"])?;
    let told = child(scene, verb, &["iobj", "obj"]);
    let content = match scene.lower(mark) {
        "if" | "whether" => matches!(lemma, "ask" | "wonder") && mark == told.unwrap_or(verb) + 1,
        "that" => TELL.contains(&lemma) && told.is_some_and(|told| told < mark),
        _ => false,
    };
    content.then_some(clause)
}

/// Who thinks: the subject of the verb, of the verb it is joined to, or whom an infinitive is said of ("it is sad for me to admit").
fn subject(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let mut at = verb;
    for _ in 0..3 {
        if let Some(found) = child(scene, at, &["nsubj"]) {
            return Some(found);
        }
        if !matches!(tokens[at].relation.base(), "xcomp" | "conj" | "advcl" | "ccomp") {
            return None;
        }
        at = tokens[at].head?;
    }
    None
}

/// The first word that hangs on `head` by one of these relations.
fn child(scene: &Scene<'_, '_, '_>, head: usize, relations: &[&str]) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    scene.lexis.trees.children(head).find(|&at| relations.contains(&tokens[at].relation.base()))
}

/// The words around `head` that hang on it, directly or not, without a gap and without marks at either end.
fn subtree(scene: &Scene<'_, '_, '_>, head: usize) -> Range<usize> {
    const DEEPEST: usize = 40;
    let tokens = &scene.lexis.reading.tokens;
    let sentence = scene.clause(tokens[head].sentence);
    let hangs = |&at: &usize| {
        std::iter::successors(Some(at), |&at| tokens[at].head).take(DEEPEST).any(|at| at == head)
    };
    let start = (sentence.start..head).rev().take_while(hangs).last().unwrap_or(head);
    let end = (head + 1..sentence.end).take_while(hangs).last().unwrap_or(head);
    super::content::trim(scene, start..end + 1)
}
