//! Which statement does a denial deny, and which ones say the same or the opposite?
//!
//! Words decide: a denial denies the statement of somebody else that shares its content's words, or, where it only says "it" or "the claim",
//! the last thing that somebody else said. Two statements with nearly the same words repeat each other, or contradict each other where one
//! of them is negated. What needs knowledge of the world ("we never left the house") is left out rather than guessed.

use std::collections::BTreeSet;

use sayso_lang::{Token, Upos};
use sayso_record::{ActorId, LinkType, RecordBuilder, Refused, Stance, StatementId};

use super::draft::Draft;
use crate::lexis::Lexis;
use crate::words::Function;

/// Statements back and ahead that are compared with each one.
const WINDOW: usize = 40;
/// Statements back that "it" may mean.
const NEAR: usize = 6;

/// Share of the words of the shorter content that a denial has in common with what it denies.
const DENIED: f32 = 0.34;
/// Shares of the shorter and of all words that repetitions have in common, and how many at least.
const SHORTER: f32 = 0.75;
const ALL: f32 = 0.5;
const LEAST: usize = 3;

/// Nouns for what others say.
const CLAIMS: &[&str] = &[
    "accusation",
    "account",
    "allegation",
    "assertion",
    "charge",
    "claim",
    "figure",
    "finding",
    "number",
    "remark",
    "report",
    "rumour",
    "rumor",
    "statement",
    "story",
    "suggestion",
    "version",
];

/// Adds the links between statements, given as entered: draft, id, sources.
pub(super) fn link(
    lexis: &Lexis<'_, '_>,
    done: &[(Draft, StatementId, Vec<ActorId>)],
    record: &mut RecordBuilder<'_>,
) -> Result<(), Refused> {
    let said: Vec<Said<'_>> =
        done.iter().map(|(draft, id, source)| Said::new(lexis, draft, *id, source)).collect();
    for at in 0..said.len() {
        if said[at].draft.stance == Stance::Denies {
            if let Some(to) = denied(&said, at) {
                record.link(LinkType::Denies, said[at].id, Some(said[to].id), None)?;
            }
        } else if let Some((kind, to)) = twin(&said, at) {
            record.link(kind, said[at].id, Some(said[to].id), None)?;
        }
    }
    Ok(())
}

/// A statement as the words that matter.
struct Said<'d> {
    draft: &'d Draft,
    id: StatementId,
    source: &'d [ActorId],
    words: BTreeSet<String>,
    negated: bool,
    /// It names what is denied by a pronoun or a noun for a claim alone.
    points: bool,
    /// It calls that an accusation.
    accused: bool,
    /// Its cue is one.
    accuses: bool,
}

impl<'d> Said<'d> {
    fn new(lexis: &Lexis<'_, '_>, draft: &'d Draft, id: StatementId, source: &'d [ActorId]) -> Self {
        let tokens = || draft.content.iter().flat_map(Clone::clone);
        let claim = |at: usize| CLAIMS.contains(&&*lexis.reading.tokens[at].lemma);
        let pronoun =
            |at: usize| matches!(lexis.lower(at), "it" | "this" | "that" | "them" | "both" | "these");
        let words: BTreeSet<String> =
            tokens().filter(|&at| !claim(at)).filter_map(|at| weighty(&lexis.reading.tokens[at])).collect();
        let points = tokens().next().is_none() || tokens().any(claim) || tokens().take(3).any(pronoun);
        let negated = tokens().any(|at| lexis.is(at, Function::Negation) || lexis.lower(at) == "no");
        let accused =
            tokens().any(|at| matches!(lexis.lower(at), "accusation" | "accusations" | "charge" | "charges"));
        let mut cue = draft.cue.clone().unwrap_or_default();
        let accuses = cue
            .any(|at| matches!(&*lexis.reading.tokens[at].lemma, "accuse" | "blame" | "charge" | "allege"));
        let points = points && words.len() <= LEAST;
        Said { draft, id, source, words, negated, points, accused, accuses }
    }

    fn shared(&self, other: &Said<'_>) -> usize {
        self.words.intersection(&other.words).count()
    }

    /// Whoever says something else than this one's source, and vouches for it.
    fn answers(&self, other: &Said<'_>) -> bool {
        other.draft.stance == Stance::Affirms
            && other.source != self.source
            && !self.holds(other)
            && !other.holds(self)
    }

    fn holds(&self, other: &Said<'_>) -> bool {
        other.draft.cue.as_ref().is_some_and(|cue| self.draft.holds(cue.start))
    }
}

/// The lemma of a word that carries meaning.
fn weighty(token: &Token<'_>) -> Option<String> {
    let carries = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num);
    let light = matches!(&*token.lemma, "be" | "have" | "do" | "say" | "make" | "take" | "get");
    (carries && !light).then(|| token.lemma.to_lowercase())
}

/// The statement that the one at `at` denies.
fn denied(said: &[Said<'_>], at: usize) -> Option<usize> {
    let own = &said[at];
    let around = at.saturating_sub(WINDOW)..said.len().min(at + WINDOW);
    let share =
        |other: &Said<'_>| own.shared(other) as f32 / own.words.len().min(other.words.len()).max(1) as f32;
    let others = || around.clone().filter(|&other| other != at && own.answers(&said[other]));
    let enough = |other: &Said<'_>| own.shared(other) >= 2.min(own.words.len()).min(other.words.len());
    let alike = others().filter(|&other| share(&said[other]) >= DENIED && enough(&said[other]));
    // The most alike; of equals the nearest, earlier ones first.
    let near = |other: usize| (other.abs_diff(at), other > at);
    let best = alike.max_by(|&a, &b| share(&said[a]).total_cmp(&share(&said[b])).then(near(b).cmp(&near(a))));
    let before = || others().filter(|&other| other < at && other + NEAR >= at);
    let accuses = |&other: &usize| own.accused && said[other].accuses;
    let last = || before().rev().find(accuses).or_else(|| before().next_back());
    best.or_else(|| own.points.then(last).flatten())
}

/// An earlier statement of nearly the same words, and whether the two agree.
fn twin(said: &[Said<'_>], at: usize) -> Option<(LinkType, usize)> {
    let own = &said[at];
    let alike = |other: &usize| {
        let other = &said[*other];
        let shared = own.shared(other);
        let (shorter, all) = (own.words.len().min(other.words.len()), own.words.union(&other.words).count());
        let close = shared as f32 >= SHORTER * shorter as f32 && shared as f32 >= ALL * all as f32;
        shared >= LEAST
            && close
            && other.draft.stance == own.draft.stance
            && !own.holds(other)
            && !other.holds(own)
    };
    let found = (at.saturating_sub(WINDOW)..at).find(alike)?;
    let agree = own.negated == said[found].negated;
    if !agree && own.source == said[found].source {
        return None;
    }
    Some((if agree { LinkType::Repeats } else { LinkType::Contradicts }, found))
}
