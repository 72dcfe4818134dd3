//! The questions, one method each.

use crate::answers::{ActorLine, ActorPage, Found, Map, Network, Stats, Timeline, Trace};
use crate::error::Error;
use crate::query::Query;
use crate::store::{Answer, Store};

fn later<T>() -> Answer<T> {
    Err(Error::question("this question is not answered yet"))
}

impl Store {
    /// What the words and filters of a query find, newest first.
    ///
    /// # Errors
    /// Where a filter names nobody, or the file cannot be read.
    pub fn search(&self, _query: &Query, _after: Option<&str>, _limit: usize) -> Answer<Found> {
        later()
    }

    /// Who said it first, on whose word, who repeats and who denies it, and which numbers are given.
    ///
    /// # Errors
    /// As for [`Store::search`].
    pub fn trace(&self, _query: &Query) -> Answer<Trace> {
        later()
    }

    /// Events and statements by day.
    ///
    /// # Errors
    /// As for [`Store::search`].
    pub fn timeline(&self, _query: &Query) -> Answer<Timeline> {
        later()
    }

    /// Events by place.
    ///
    /// # Errors
    /// As for [`Store::search`].
    pub fn map(&self, _query: &Query) -> Answer<Map> {
        later()
    }

    /// Who speaks about and acts towards whom.
    ///
    /// # Errors
    /// As for [`Store::search`].
    pub fn network(&self, _query: &Query) -> Answer<Network> {
        later()
    }

    /// Actors whose name or alias has these words, the busiest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn actors(&self, _words: &str, _limit: usize) -> Answer<Vec<ActorLine>> {
        later()
    }

    /// All of one actor (`a12`); `None` where the store has none of this id.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn actor(&self, _id: &str) -> Answer<Option<ActorPage>> {
        later()
    }

    /// What the store holds.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn stats(&self) -> Answer<Stats> {
        later()
    }
}
