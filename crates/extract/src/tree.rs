//! The dependency trees of a report, read downwards: what hangs on a word, and how far its words reach.

use std::ops::Range;

use sayso_lang::{Reading, Relation, Token};

/// Steps up a tree that any rule may take: more than people can follow, and a bound on damaged text.
pub(crate) const HIGHEST: usize = 40;

/// All trees of a report.
pub(crate) struct Trees<'r, 't> {
    tokens: &'r [Token<'t>],
    /// For each token the first that hangs on it.
    first: Vec<Option<usize>>,
    /// For each token the next that hangs on the same one.
    next: Vec<Option<usize>>,
    /// For each token the first and the last of the tokens that hang on it, directly or not, itself included.
    reach: Vec<Range<usize>>,
}

impl<'r, 't> Trees<'r, 't> {
    pub(crate) fn new(reading: &'r Reading<'t>) -> Self {
        let tokens = &reading.tokens[..];
        let mut first = vec![None; tokens.len()];
        let mut next = vec![None; tokens.len()];
        let mut reach: Vec<Range<usize>> = (0..tokens.len()).map(|at| at..at + 1).collect();
        for at in (0..tokens.len()).rev() {
            if let Some(head) = tokens[at].head {
                next[at] = first[head];
                first[head] = Some(at);
            }
            for above in above(tokens, at) {
                reach[above] = reach[above].start.min(at)..reach[above].end.max(at + 1);
            }
        }
        Trees { tokens, first, next, reach }
    }

    /// What hangs on a token, in the order of the text.
    pub(crate) fn children(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.first[of], |&at| self.next[at])
    }

    /// The first that hangs on a token by one of these relations.
    pub(crate) fn child(&self, of: usize, by: &[Relation]) -> Option<usize> {
        self.children(of).find(|&at| by.contains(&self.tokens[at].relation))
    }

    /// From the first to the last token that hangs on `of`, directly or not.
    pub(crate) fn reach(&self, of: usize) -> Range<usize> {
        self.reach[of].clone()
    }

    /// The tokens above one, the nearest first.
    pub(crate) fn above(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        above(self.tokens, of)
    }
}

fn above<'a>(tokens: &'a [Token<'_>], of: usize) -> impl Iterator<Item = usize> + 'a {
    std::iter::successors(tokens[of].head, |&at| tokens[at].head).take(HIGHEST)
}
