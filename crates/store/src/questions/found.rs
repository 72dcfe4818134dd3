//! Reports that hits stand in, each opened once.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use sayso_wire::Record;

use crate::answers::{Hit, ReportLine, What};
use crate::ids::{ItemId, ReportId};
use crate::questions::hits;
use crate::store::{Answer, Store};

/// A report that is open.
pub(super) struct Open {
    pub(super) line: ReportLine,
    pub(super) record: Record,
    /// Who in the store each actor of the record is.
    pub(super) actors: Vec<Option<i64>>,
}

/// The reports of an answer.
pub(super) struct Found<'s> {
    store: &'s Store,
    open: BTreeMap<ReportId, Rc<Open>>,
}

impl<'s> Found<'s> {
    pub(super) fn new(store: &'s Store) -> Self {
        Found { store, open: BTreeMap::new() }
    }

    pub(super) fn open(&mut self, id: ReportId) -> Answer<Rc<Open>> {
        if let Some(open) = self.open.get(&id) {
            return Ok(Rc::clone(open));
        }
        let (line, record, actors) =
            (self.store.line(id)?, self.store.record(id)?, self.store.actors_of(id)?);
        let open = Rc::new(Open { line, record, actors });
        self.open.insert(id, Rc::clone(&open));
        Ok(open)
    }

    /// An item as a hit, with what of its words was asked for; `None` where the record has none of this number.
    pub(super) fn hit(&mut self, item: ItemId, asked: &str) -> Answer<Option<Hit>> {
        let open = self.open(item.report())?;
        Ok(hits::hit(&open, item, asked))
    }

    /// Statements around others of these hits, as key and id: who says what somebody says is told with it.
    pub(super) fn outer(&self, hits: &[Hit]) -> BTreeSet<(String, String)> {
        let said = hits.iter().filter(|hit| matches!(hit.what, What::Statement(_)));
        said.flat_map(|hit| self.around(hit)).collect()
    }

    fn around(&self, hit: &Hit) -> Vec<(String, String)> {
        let Some(open) = self.open.values().find(|open| open.line.key == hit.report.key) else {
            return Vec::new();
        };
        let outer: BTreeMap<_, _> =
            open.record.statements.iter().map(|said| (said.id.as_str(), said.within.as_deref())).collect();
        let mut around = Vec::new();
        let mut next = hit.item.as_deref().and_then(|id| *outer.get(id)?);
        while let Some(id) = next.filter(|_| around.len() < outer.len()) {
            around.push((hit.report.key.clone(), id.to_owned()));
            next = outer.get(id).copied().flatten();
        }
        around
    }
}
