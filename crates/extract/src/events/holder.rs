//! On whose word does an event stand?

use std::ops::Range;

use sayso_lang::Relation;
use sayso_record::{ActorId, Record, StatementId};

use super::Stage;
use crate::lexis::Lexis;
use crate::tree::HIGHEST;

/// The statements of a report by the tokens of their contents and cues.
pub(super) struct Holders {
    /// Content, its statement, and how deep it is nested; in the order of the text.
    contents: Vec<(Range<usize>, StatementId)>,
    cues: Vec<(Range<usize>, StatementId)>,
    sources: Vec<Vec<ActorId>>,
}

impl Holders {
    pub(super) fn new(lexis: &Lexis<'_, '_>, record: &Record) -> Self {
        let mut contents = Vec::new();
        let mut cues = Vec::new();
        for (statement, id) in record.statements.iter().zip(record.statement_ids()) {
            contents.extend(statement.content.iter().map(|&span| (lexis.tokens_of(span), id)));
            cues.extend(statement.cue.map(|span| (lexis.tokens_of(span), id)));
        }
        contents.sort_by_key(|(tokens, _)| tokens.start);
        cues.sort_by_key(|(tokens, _)| tokens.start);
        let sources = record.statements.iter().map(|statement| statement.source.clone()).collect();
        Holders { contents, cues, sources }
    }

    /// The statement whose cue the word is, else the innermost one whose content holds it, or holds what the word's clause hangs on: contents
    /// are sometimes cut short before a condition or a reason.
    pub(super) fn of(&self, stage: &Stage<'_, '_, '_>, word: usize) -> Option<StatementId> {
        self.spoken(word).or_else(|| self.inside(word)).or_else(|| {
            let depends = |&at: &usize| !stage.is(at, &[Relation::Conj, Relation::Parataxis, Relation::Root]);
            let steps =
                std::iter::successors(Some(word), |&at| stage.token(at).head.filter(|_| depends(&at)));
            let mut above = steps.skip(1).take(HIGHEST).filter(|&at| self.spoken(at).is_none());
            above.find_map(|at| self.inside(at))
        })
    }

    /// The statement whose cue the word is.
    pub(super) fn spoken(&self, word: usize) -> Option<StatementId> {
        let end = self.cues.partition_point(|(tokens, _)| tokens.start <= word);
        let near = &self.cues[end.saturating_sub(4)..end];
        near.iter().rev().find(|(tokens, _)| tokens.contains(&word)).map(|&(_, id)| id)
    }

    /// The innermost statement whose content holds a word.
    pub(super) fn inside(&self, word: usize) -> Option<StatementId> {
        let end = self.contents.partition_point(|(tokens, _)| tokens.start <= word);
        // Contents that begin long before may still reach here; 64 are more than people nest.
        let near = &self.contents[end.saturating_sub(64)..end];
        near.iter().rev().find(|(tokens, _)| tokens.contains(&word)).map(|&(_, id)| id)
    }

    pub(super) fn sources(&self, statement: StatementId) -> &[ActorId] {
        &self.sources[statement.index()]
    }

    /// Speakers of the statements before a word, the last first.
    pub(super) fn recent(&self, word: usize) -> Vec<ActorId> {
        const MANY: usize = 8;
        let end = self.cues.partition_point(|(tokens, _)| tokens.start <= word);
        let mut recent: Vec<ActorId> = Vec::new();
        for &(_, id) in self.cues[end.saturating_sub(MANY)..end].iter().rev() {
            recent.extend(
                self.sources(id).iter().filter(|id| !recent.contains(id)).copied().collect::<Vec<_>>(),
            );
        }
        recent
    }
}
