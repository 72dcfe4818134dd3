//! Where a content ends that is no clause, and what belongs to it that stands elsewhere.

use std::ops::Range;

use sayso_lang::Upos;

use super::content::trim;
use super::draft::Draft;
use super::labels::head_of;
use super::scene::Scene;
use crate::words::Cue;

/// "disputes this and puts the cost at 40": what the second verb says is no object of the first.
pub(super) fn without_second_verb(scene: &Scene<'_, '_, '_>, mut draft: Draft) -> Draft {
    let tokens = &scene.lexis.reading.tokens;
    let (Some(cue), Some(run)) = (draft.cue.clone(), draft.content.last_mut()) else { return draft };
    let object = |at: usize| matches!(tokens[at].relation.base(), "obj" | "obl");
    let thing = head_of(scene, std::slice::from_ref(run)).is_some_and(object);
    let second = |&at: &usize| {
        let joined =
            tokens[at].relation.base() == "conj" && tokens[at].head.is_some_and(|head| cue.contains(&head));
        joined && tokens[at].upos == Upos::Verb && scene.quotation_at(at).is_none()
    };
    if let Some(comma) = resumed(scene, run).filter(|_| cue.end <= run.start) {
        run.end = comma;
    }
    // "insist it was an heir; a spokesman dismissed that": what stands behind a semicolon is said by another.
    let apart = |&at: &usize| {
        scene.lower(at) == ";" && scene.quotation_at(at).is_none() && scene.lower(at + 1) != "that"
    };
    if let Some(end) = run.clone().find(apart).filter(|&at| cue.end <= run.start && at > run.start) {
        run.end = end;
    }
    if let Some(end) = through(scene, run).filter(|_| cue.end <= run.start) {
        *run = trim(scene, run.start..end);
    }
    if let Some(end) = meanwhile(scene, run).filter(|_| cue.end <= run.start) {
        run.end = end;
    }
    let pronoun = matches!(scene.lower(run.start), "this" | "that" | "it" | "these")
        && matches!(scene.lower(run.start + 1), ":" | "," | "–" | "—" | ";");
    let opens_clause =
        tokens[run.start].relation.base() == "mark" || scene.lower(run.start + 2) == "according";
    if pronoun && thing && !opens_clause && cue.end == run.start {
        run.end = run.start + 1;
    }
    if let Some(start) = occasion(scene, &cue, run).filter(|_| thing && cue.end <= run.start) {
        *run = trim(scene, run.start..start);
    }
    if let Some(verb) = run.clone().filter(|_| thing && cue.end <= run.start).find(second)
        && let Some(and) =
            (run.start + 1..verb).rev().find(|&at| scene.lower(at) == "and" || scene.lower(at) == "but")
    {
        *run = trim(scene, run.start..and);
    }
    draft
}

/// "comets are regarded by many as omens": with what they are regarded as, where only they have been found.
pub(super) fn with_predicate(scene: &Scene<'_, '_, '_>, mut draft: Draft) -> Draft {
    let tokens = &scene.lexis.reading.tokens;
    let Some(cue) = draft.cue.clone() else { return draft };
    let predicative = |&at: &usize| scene.lexis.words[at].cue.is_some_and(Cue::predicative);
    let passive =
        |&at: &usize| scene.lexis.trees.children(at).any(|aux| tokens[aux].relation.as_str() == "aux:pass");
    if let Some(noun) = cue.clone().find_map(|at| antecedent(scene, at)) {
        if !draft.holds(noun) && draft.content.first().is_some_and(|run| run.start > noun) {
            draft.content.insert(0, noun - 1..noun + 1);
        }
        return draft;
    }
    let Some(verb) = cue.clone().find(|at| predicative(at) && passive(at)) else { return draft };
    if draft.content.iter().any(|run| run.end > verb) {
        return draft;
    }
    let said_as = |&at: &usize| {
        let start = scene.lexis.trees.reach(at).start;
        at > verb
            && (scene.lower(start) == "as" || scene.lower(start) == "to" && scene.lower(start + 1) == "be")
    };
    let as_what = scene.lexis.trees.children(verb).find(said_as);
    draft.content.extend(as_what.map(|at| trim(scene, scene.lexis.trees.reach(at))));
    draft
}

/// "a number the federation regards as fiction": the noun that takes up what was said, for the verb of its relative clause.
pub(super) fn antecedent(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let relative = tokens[verb].relation.as_str() == "acl:relcl";
    let noun = tokens[verb].head.filter(|&noun| relative && noun > 0 && noun < verb)?;
    (takes_up(&tokens[noun].lemma) && matches!(scene.lower(noun - 1), "a" | "an")).then_some(noun)
}

/// Nouns that stand for what has just been said.
pub(super) fn takes_up(noun: &str) -> bool {
    matches!(
        noun,
        "accusation"
            | "allegation"
            | "assertion"
            | "charge"
            | "claim"
            | "criticism"
            | "description"
            | "fact"
            | "fear"
            | "figure"
            | "idea"
            | "notion"
            | "number"
            | "remark"
            | "suggestion"
            | "view"
            | "word"
    )
}

/// "that cholera will follow, a fear which doctors share": where a noun takes up what was said before, with the comma before it.
fn resumed(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    let takes_up = |&at: &usize| {
        scene.lower(at) == ","
            && matches!(scene.lower(at + 1), "a" | "an")
            && takes_up(&scene.lexis.reading.tokens[at + 2].lemma)
            && scene.quotation_at(at).is_none()
    };
    (run.start + 1..run.end.saturating_sub(3)).find(takes_up)
}

/// "denied any wrongdoing through her lawyer": whoever speaks for somebody stands behind what he says.
fn through(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    let through = |&at: &usize| {
        matches!(scene.lower(at), "through" | "via")
            && scene.quotation_at(at).is_none()
            && (at + 1..run.end.min(at + 4)).any(|noun| super::relays::is_voice(scene.lower(noun)))
    };
    (run.start + 1..run.end).find(through)
}

/// "denies the charge as the trial opens": in a headline, what happens meanwhile is said by nobody.
fn meanwhile(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let clause = |at: usize| {
        tokens[at].relation.base() == "mark"
            || (at + 1..run.end)
                .any(|verb| tokens[verb].relation.base() == "advcl" && tokens[verb].upos == Upos::Verb)
    };
    let meanwhile = |&at: &usize| {
        scene.lower(at) == "as" && scene.in_title(at) && scene.quotation_at(at).is_none() && clause(at)
    };
    (run.start + 1..run.end).find(meanwhile)
}

/// "dismissed the story [in a brief call with Fenwick]": where and how it was said, which the tree hangs on the verb.
fn occasion(scene: &Scene<'_, '_, '_>, cue: &Range<usize>, run: &Range<usize>) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let said_in = |&at: &usize| {
        tokens[at].relation.base() == "obl"
            && run.start < at
            && at < run.end
            && super::relays::is_occasion(&tokens[at].lemma)
    };
    let noun = cue.clone().find_map(|verb| scene.lexis.trees.children(verb).find(said_in))?;
    let start = scene.lexis.trees.reach(noun).start;
    (start > run.start && scene.quotation_at(start).is_none()).then_some(start)
}
