//! What a store knows of a record beyond the record, which views of stored records tell as well.

use crate::Look;
use crate::twin::Participant;

/// What a store adds to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored<'a> {
    /// The report's address in the store.
    pub key: &'a str,
    /// Address of the report that it copies.
    pub copy_of: Option<&'a str>,
    /// Ids in the store of the record's actors, in their order.
    pub actors: Vec<&'a str>,
}

impl<'a> Stored<'a> {
    /// Ids in the store of those who take part, in their order; `None` for those that it does not know.
    pub fn ids(&self, look: &Look<'_>, side: &[Participant]) -> Vec<Option<&'a str>> {
        side.iter().map(|of| self.actors.get(look.actor_index(&of.id)?).copied()).collect()
    }
}
