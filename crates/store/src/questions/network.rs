//! Network: who speaks about and acts towards whom?

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Row, params};
use sayso_wire::EventType;

use super::places::{all, days};
use super::timeline::{add, rolled_up};
use crate::answers::{Edge, Network, Standings};
use crate::error::Error;
use crate::query::Query;
use crate::store::{Answer, Store};

/// Edges of an answer: more than this no eye follows.
const MOST: usize = 400;

/// Sums by source, target and type ("" for speaking about).
type Edges = BTreeMap<(i64, i64, String), (Standings, u32)>;

impl Store {
    /// Who speaks about and acts towards whom, the most frequent first.
    ///
    /// # Errors
    /// As for [`Store::search`], and where the query has words or filters other than actor, type, status and days.
    pub fn network(&self, query: &Query) -> Answer<Network> {
        let query = query.clone().unfolded()?;
        if !rolled_up(&query) || query.place.is_some() {
            let error = Error::question(
                "a network takes no words, and no filters but actor, type, status, from and to",
            );
            return Err(error.hint("search finds the items themselves"));
        }
        let mut edges = Edges::new();
        match query.actor.as_deref() {
            Some(name) => {
                for actor in self.actors_called(name)? {
                    self.edges(&query, BY_SOURCE, actor, &mut edges)?;
                    self.edges(&query, BY_TARGET, actor, &mut edges)?;
                }
            }
            None => self.edges(&query, ANY, 0, &mut edges)?,
        }
        self.drawn(edges)
    }

    fn edges(&self, query: &Query, which: &str, actor: i64, edges: &mut Edges) -> Answer<()> {
        let (from, to) = days(query);
        let sql =
            format!("{EDGES} AND {which} GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4 LIMIT {}", 4 * MOST);
        self.ask(|store| {
            let mut find = store.prepare_cached(&sql)?;
            let terms = (query.r#type.map(|one| one.name()), query.status.map(|one| one.name()));
            let mut rows = find.query(params![from, to, terms.0, terms.1, actor])?;
            while let Some(row) = rows.next()? {
                edge(row, edges)?;
            }
            Ok(())
        })
    }

    fn drawn(&self, edges: Edges) -> Answer<Network> {
        let mut edges: Vec<_> = edges
            .into_iter()
            .map(|((from, to, r#type), (events, statements))| Edge {
                from: format!("a{from}"),
                to: format!("a{to}"),
                r#type: EventType::ALL.iter().find(|one| one.name() == r#type).copied(),
                statements,
                events,
            })
            .collect();
        // Stable, and the map was in order.
        edges.sort_by_key(|edge| std::cmp::Reverse(edge.statements + all(&edge.events)));
        edges.truncate(MOST);
        let ends: BTreeSet<_> = edges.iter().flat_map(|edge| [&edge.from, &edge.to]).collect();
        let mut actors = Vec::new();
        for id in ends {
            actors.extend(self.actor_line(super::filters::number(id).unwrap_or_default())?);
        }
        actors.sort_by_key(|actor| std::cmp::Reverse(actor.statements + actor.events));
        Ok(Network { actors, edges })
    }
}

const EDGES: &str = "SELECT source, target, type, status, sum(n) FROM edge
    WHERE day BETWEEN ?1 AND ?2 AND type = coalesce(?3, type) AND status = coalesce(?4, status)";
const BY_SOURCE: &str = "source = ?5";
const BY_TARGET: &str = "target = ?5";
const ANY: &str = "?5 = 0";

fn edge(row: &Row<'_>, edges: &mut Edges) -> rusqlite::Result<()> {
    let (r#type, status): (String, String) = (row.get(2)?, row.get(3)?);
    let said = r#type.is_empty();
    let n = row.get(4)?;
    let (events, statements) = edges.entry((row.get(0)?, row.get(1)?, r#type)).or_default();
    if said {
        *statements = n
    } else {
        add_once(events, &status, n)
    }
    Ok(())
}

/// An edge between two who are both asked for is found from either end.
fn add_once(events: &mut Standings, status: &str, n: u32) {
    let mut one = Standings::default();
    add(&mut one, status, n);
    events.actual = events.actual.max(one.actual);
    events.negated = events.negated.max(one.negated);
    events.hypothetical = events.hypothetical.max(one.hypothetical);
    events.future = events.future.max(one.future);
}
