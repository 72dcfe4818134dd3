//! Which word carries what one does to another, and what lies on the way between the two in the tree?

use sayso_lang::{Relation, Upos};

use super::super::Stage;
use super::{FARTHEST, Pair, classes};

/// Clauses that a word of saying hands over to, one in the other.
const DEEPEST: usize = 3;

/// The word that stands for a phrase: the first that hangs on a word outside.
pub(super) fn head(stage: &Stage<'_, '_, '_>, phrase: &[usize]) -> Option<usize> {
    let out = |at: &&usize| {
        let token = stage.token(**at);
        let outside = token.head.is_none_or(|head| phrase.binary_search(&head).is_err());
        outside && !matches!(token.upos, Upos::Punct | Upos::Det | Upos::Adp)
    };
    phrase.iter().find(out).or(phrase.first()).copied()
}

/// The words over both, and those on the way from one to the other over the lowest of them; that one first.
fn way(stage: &Stage<'_, '_, '_>, from: usize, to: usize) -> Option<(usize, Vec<usize>)> {
    let up = |at| std::iter::once(at).chain(stage.lexis.trees.above(at)).collect::<Vec<_>>();
    let (left, right) = (up(from), up(to));
    let met = |(at, word)| Some((at, right.iter().position(|other| other == word)?));
    let (rise, fall) = left.iter().enumerate().find_map(met)?;
    let words = left[..=rise].iter().chain(right[..fall].iter().rev());
    Some((left[rise], words.copied().filter(|&at| at != from && at != to).collect()))
}

/// The words on the way from the source to the target; the trigger where there are none.
pub(super) fn path(stage: &Stage<'_, '_, '_>, pair: Pair<'_>) -> Vec<usize> {
    let heads = head(stage, pair.source).zip(head(stage, pair.target));
    let path = heads.and_then(|(from, to)| way(stage, from, to)).map(|(_, path)| path);
    path.filter(|path| !path.is_empty()).unwrap_or_else(|| vec![pair.trigger])
}

/// The word that most likely carries the event between two: the lowest that is over both, else the first above either that can carry one.
pub(super) fn between(stage: &Stage<'_, '_, '_>, source: &[usize], target: &[usize]) -> Option<usize> {
    let outside = |at: usize| source.binary_search(&at).is_err() && target.binary_search(&at).is_err();
    let carries =
        |at: &usize| outside(*at) && matches!(stage.token(*at).upos, Upos::Verb | Upos::Noun | Upos::Adj);
    let top = |at: &usize| outside(*at) && matches!(stage.token(*at).upos, Upos::Propn | Upos::Aux);
    let (from, to) = (head(stage, source), head(stage, target));
    let over_both = from.zip(to).and_then(|(from, to)| way(stage, from, to)).and_then(|(lowest, path)| {
        let lowest = Some(lowest).filter(|at| carries(at) || top(at));
        lowest.or_else(|| path.into_iter().find(carries))
    });
    over_both.or_else(|| stage.lexis.trees.above(from.or(to)?).find(carries)).or_else(|| {
        (0..stage.lexis.words.len()).find(|&at| outside(at) && stage.token(at).upos == Upos::Verb)
    })
}

/// The predicate that is spoken of: "attacked" where the trigger is "said" of "said that they attacked".
pub(super) fn spoken_of(stage: &Stage<'_, '_, '_>, pair: Pair<'_>) -> usize {
    let mut seen = vec![pair.trigger];
    for _ in 0..DEEPEST {
        let at = seen[seen.len() - 1];
        if !classes::of(stage.token(at)).contains(&"V_SAY") {
            break;
        }
        let next = complement(stage, pair, at).or_else(|| spliced(stage, pair, at));
        let Some(next) = next.filter(|next| !seen.contains(next)) else { break };
        seen.push(next);
    }
    seen[seen.len() - 1]
}

/// The clause that completes a word.
pub(super) fn complement(stage: &Stage<'_, '_, '_>, pair: Pair<'_>, of: usize) -> Option<usize> {
    let mut clauses = stage.lexis.trees.children(of).take(FARTHEST);
    clauses.find(|&at| !pair.holds(at) && stage.is(at, &[Relation::Xcomp, Relation::Ccomp]))
}

/// The verb into whose clause "…, they said" is spliced.
fn spliced(stage: &Stage<'_, '_, '_>, pair: Pair<'_>, word: usize) -> Option<usize> {
    let head = stage.token(word).head.filter(|&head| !pair.holds(head))?;
    let splices = stage.is(word, &[Relation::Parataxis, Relation::Advcl]);
    (splices && stage.token(head).upos == Upos::Verb).then_some(head)
}
