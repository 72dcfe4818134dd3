//! Headlines leave out so much that a verb in the plural looks like a noun: "Police fire on protesters", "Troops attack rebels".

use sayso_lang::{MentionKind, Upos};

use super::Stage;
use super::lexicon::entries;

/// Plurals without *s* that act in headlines.
const PLURALS: &[&str] =
    &["gunmen", "men", "militia", "people", "police", "policemen", "servicemen", "women"];

/// A bare verb of violence that was taken for a noun: people in the plural before it, those it is done to behind it, and no other verb.
pub(super) fn is_verb(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    let token = stage.token(word);
    let noun = matches!(token.upos, Upos::Noun | Upos::Propn);
    let bare = token.lemma.to_lowercase() == stage.lexis.lower(word);
    noun && bare
        && super::trigger::in_title(stage, word)
        && entries(stage.lexis.lower(word)).iter().any(|entry| entry.verb)
        && people_before(stage, word).is_some()
        && goes_on(stage, word)
        && !has_verb(stage, word)
}

/// Those who act, right before the verb: "guards" of "Border guards fire at a boat", even where the tree takes that for the verb.
pub(super) fn people_before(stage: &Stage<'_, '_, '_>, word: usize) -> Option<usize> {
    let before = word.checked_sub(1).filter(|&at| stage.token(at).sentence == stage.token(word).sentence)?;
    let token = stage.token(before);
    let lower = stage.lexis.lower(before);
    let plural = lower.ends_with('s') && !lower.ends_with("ss") || PLURALS.contains(&lower);
    let role = stage.lexis.role(before).is_some();
    let labelled = matches!(token.mention, Some(MentionKind::Person | MentionKind::Organisation));
    let people = match token.upos {
        Upos::Noun | Upos::Propn => role || labelled,
        Upos::Verb => role,
        _ => false,
    };
    (plural && people).then_some(before)
}

/// The tree takes those who act for the verb, and the verb for its object: what it says of that is about nothing.
pub(super) fn is_object(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    let mut above = stage.lexis.trees.above(word).take(2);
    is_verb(stage, word) && above.any(|head| people_before(stage, word) == Some(head))
}

/// An object or "at", "on", "into" follows.
fn goes_on(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    let next = word + 1;
    if next >= stage.lexis.words.len() || stage.token(next).sentence != stage.token(word).sentence {
        return false;
    }
    match stage.token(next).upos {
        Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num => true,
        Upos::Adp => matches!(stage.lexis.lower(next), "at" | "into" | "on" | "upon"),
        _ => false,
    }
}

/// The stretch between marks that holds the word has another verb.
fn has_verb(stage: &Stage<'_, '_, '_>, word: usize) -> bool {
    const NEAR: usize = 24;
    let whole = stage.lexis.sentence_of(word).tokens.clone();
    let sentence = whole.start.max(word.saturating_sub(NEAR))..whole.end.min(word + NEAR);
    let mark = |at: &usize| stage.token(*at).upos == Upos::Punct && stage.lexis.lower(*at) != "-";
    let start = (sentence.start..word).rev().find(mark).map_or(sentence.start, |at| at + 1);
    let end = (word..sentence.end).find(mark).unwrap_or(sentence.end);
    let verb = |at: usize| matches!(stage.token(at).upos, Upos::Verb | Upos::Aux);
    (start..end).any(|at| at != word && at + 1 != word && verb(at))
}
