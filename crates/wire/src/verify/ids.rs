//! Is every id there once, and does every reference lead to one?

use std::collections::BTreeMap;

use crate::terms::Status;
use crate::twin::Record;
use crate::verify::Fault;

pub(super) fn check(record: &Record, faults: &mut Vec<Fault>) {
    let index = Index {
        actors: ids("actors", record.actors.iter().map(|actor| &actor.id), faults),
        places: ids("places", record.places.iter().map(|place| &place.id), faults),
        quantities: ids("quantities", record.quantities.iter().map(|quantity| &quantity.id), faults),
        statements: ids("statements", record.statements.iter().map(|statement| &statement.id), faults),
        events: ids("events", record.events.iter().map(|event| &event.id), faults),
        values: record.times.iter().map(|time| (time.value.as_str(), 0)).collect(),
    };
    ids("times", record.times.iter().map(|time| &time.id), faults);
    for (at, place) in record.places.iter().enumerate() {
        resolve(&index.actors, "actor", format!("places[{at}].actor"), &place.actor, faults);
    }
    index.statements(record, faults);
    index.events(record, faults);
    index.links(record, faults);
}

/// Where each id stands in its list.
type Ids<'r> = BTreeMap<&'r str, usize>;

struct Index<'r> {
    actors: Ids<'r>,
    places: Ids<'r>,
    quantities: Ids<'r>,
    statements: Ids<'r>,
    events: Ids<'r>,
    values: Ids<'r>,
}

fn ids<'r>(list: &str, ids: impl Iterator<Item = &'r String>, faults: &mut Vec<Fault>) -> Ids<'r> {
    let mut seen = Ids::new();
    for (at, id) in ids.enumerate() {
        if let Some(before) = seen.insert(id, at) {
            faults.push(Fault::new(
                format!("{list}[{at}].id"),
                format!("{id:?} is the id of {list}[{before}]"),
            ));
        }
    }
    seen
}

fn resolve<'a>(
    ids: &Ids<'_>,
    what: &str,
    path: String,
    named: impl IntoIterator<Item = &'a String>,
    faults: &mut Vec<Fault>,
) {
    for id in named {
        if !ids.contains_key(id.as_str()) {
            faults.push(Fault::new(&path, format!("{id:?} is no {what} of this record")));
        }
    }
}

impl Index<'_> {
    fn statements(&self, record: &Record, faults: &mut Vec<Fault>) {
        for (at, statement) in record.statements.iter().enumerate() {
            let path = |key: &str| format!("statements[{at}].{key}");
            resolve(&self.actors, "actor", path("source"), &statement.source, faults);
            resolve(&self.actors, "actor", path("to"), &statement.to, faults);
            for (nth, relay) in statement.via.iter().enumerate() {
                resolve(&self.actors, "actor", path(&format!("via[{nth}].actor")), &relay.actor, faults);
            }
            resolve(&self.values, "value of a time", path("time"), &statement.time, faults);
            resolve(&self.places, "place", path("place"), &statement.place, faults);
            self.within(at, statement.within.as_ref(), faults);
            if statement.cue.is_none() && statement.content.is_empty() {
                faults.push(Fault::new(format!("statements[{at}]"), "cites neither a cue nor content"));
            }
        }
    }

    /// A chain that only points back cannot loop.
    fn within(&self, at: usize, within: Option<&String>, faults: &mut Vec<Fault>) {
        let path = format!("statements[{at}].within");
        resolve(&self.statements, "statement", path.clone(), within, faults);
        let outer = within.and_then(|id| self.statements.get(id.as_str()));
        if outer.is_some_and(|&outer| outer >= at) {
            let rule = "points forward: a statement stands within an earlier one, so that chains cannot loop";
            faults.push(Fault::new(path, rule));
        }
    }

    fn events(&self, record: &Record, faults: &mut Vec<Fault>) {
        for (at, event) in record.events.iter().enumerate() {
            let path = |key: &str| format!("events[{at}].{key}");
            resolve(&self.actors, "actor", path("actor"), event.actor.iter().map(|of| &of.id), faults);
            resolve(
                &self.actors,
                "actor",
                path("recipient"),
                event.recipient.iter().map(|of| &of.id),
                faults,
            );
            resolve(&self.places, "place", path("place"), &event.place, faults);
            resolve(&self.values, "value of a time", path("time"), &event.time, faults);
            resolve(&self.quantities, "quantity", path("quantities"), &event.quantities, faults);
            resolve(&self.statements, "statement", path("statement"), &event.statement, faults);
            if event.status != Status::Actual && event.status_cues.is_empty() {
                let rule = "is empty, and the event is not plainly actual: cite the words that say so";
                faults.push(Fault::new(path("status_cues"), rule));
            }
        }
    }

    fn links(&self, record: &Record, faults: &mut Vec<Fault>) {
        for (at, link) in record.links.iter().enumerate() {
            resolve(&self.statements, "statement", format!("links[{at}].from"), [&link.from], faults);
            resolve(&self.statements, "statement", format!("links[{at}].to"), &link.to, faults);
            resolve(&self.events, "event", format!("links[{at}].event"), &link.event, faults);
        }
    }
}
