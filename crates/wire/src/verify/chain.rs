//! Does every event name the holders that its statement gives it? Of an act of speech, told by its cue, the speaker is no holder.

use std::collections::BTreeMap;

use crate::encode::{lengthen, on_one_line};
use crate::twin::{Event, Record, Span, Statement};
use crate::verify::Fault;

pub(super) fn check(record: &Record, faults: &mut Vec<Fault>) {
    let chains = Chains::new(record);
    for (at, event) in record.events.iter().enumerate() {
        let holder = chains.of(event);
        if holder != event.holder {
            let rule = format!("is {:?}, but its statement leads to {holder:?}", event.holder);
            faults.push(Fault::new(format!("events[{at}].holder"), rule));
        }
    }
}

struct Chains<'r> {
    statements: BTreeMap<&'r str, &'r Statement>,
    names: BTreeMap<&'r str, &'r str>,
    points: Vec<char>,
}

impl<'r> Chains<'r> {
    fn new(record: &'r Record) -> Self {
        let statements = record.statements.iter();
        Chains {
            statements: statements.map(|statement| (statement.id.as_str(), statement)).collect(),
            names: record.actors.iter().map(|actor| (actor.id.as_str(), actor.name.as_str())).collect(),
            points: record.text.chars().collect(),
        }
    }

    fn of(&self, event: &'r Event) -> Vec<String> {
        let mut chain = Vec::new();
        let mut next = event.statement.as_deref();
        while let Some(&statement) = next.and_then(|id| self.statements.get(id)) {
            let spoken = |cue: &Span| cue.0 < event.trigger.1 && event.trigger.0 < cue.1;
            if !statement.cue.as_ref().is_some_and(spoken) {
                lengthen(&mut chain, self.sources(statement));
            }
            lengthen(&mut chain, statement.via.iter().map(|relay| relay.name.clone()));
            next = statement.within.as_deref();
        }
        chain
    }

    fn sources(&self, statement: &Statement) -> Vec<String> {
        match (statement.source.as_slice(), statement.source_span) {
            ([], Some(Span(start, end))) => {
                vec![on_one_line(&self.points[start as usize..end as usize].iter().collect::<String>())]
            }
            (sources, _) => sources.iter().map(|id| self.names[id.as_str()].into()).collect(),
        }
    }
}
