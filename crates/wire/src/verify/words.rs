//! Is every name in the record one that the text uses?

use crate::encode::{on_one_line, without_article};
use crate::twin::{Record, Span};
use crate::verify::Fault;

pub(super) fn check(record: &Record, faults: &mut Vec<Fault>) {
    let text = Words::new(&record.text);
    actors(record, &text, faults);
    quantities(record, &text, faults);
    relays(record, &text, faults);
}

/// The text, to be cut at code points or searched with line breaks read as spaces.
struct Words {
    points: Vec<char>,
    on_one_line: String,
}

impl Words {
    fn new(text: &str) -> Self {
        Words { points: text.chars().collect(), on_one_line: on_one_line(text) }
    }

    fn at(&self, Span(start, end): Span) -> String {
        on_one_line(&self.points[start as usize..end as usize].iter().collect::<String>())
    }
}

fn actors(record: &Record, text: &Words, faults: &mut Vec<Fault>) {
    for (at, actor) in record.actors.iter().enumerate() {
        let forms = actor.forms.iter().enumerate().map(|(nth, form)| (format!("forms[{nth}]"), form));
        let role = actor.role.iter().map(|role| ("role".into(), role));
        for (key, words) in forms.chain(role).chain([("name".into(), &actor.name)]) {
            if !text.on_one_line.contains(words) {
                let rule = format!("{words:?} stands nowhere in the text");
                faults.push(Fault::new(format!("actors[{at}].{key}"), rule));
            }
        }
    }
}

fn quantities(record: &Record, text: &Words, faults: &mut Vec<Fault>) {
    for (at, quantity) in record.quantities.iter().enumerate() {
        let cited = quantity.of_span.map(|span| text.at(span));
        if cited != quantity.of {
            faults.push(Fault::new(format!("quantities[{at}].of"), "is not what stands at of_span"));
        }
    }
}

/// A relay is called what its actor is called, else what the text calls it.
fn relays(record: &Record, text: &Words, faults: &mut Vec<Fault>) {
    for (at, statement) in record.statements.iter().enumerate() {
        for (nth, relay) in statement.via.iter().enumerate() {
            let actor = record.actors.iter().find(|actor| Some(&actor.id) == relay.actor.as_ref());
            let name = actor.map_or_else(|| text.at(relay.span), |actor| without_article(&actor.name).into());
            if name != relay.name {
                let path = format!("statements[{at}].via[{nth}].name");
                faults.push(Fault::new(path, format!("is {:?} where {name:?} belongs", relay.name)));
            }
        }
    }
}
