//! Does every span lie inside the text, and do those that follow each other do so?

use crate::twin::{MapPiece, Record, Span};
use crate::verify::Fault;

pub(super) fn check(record: &Record, faults: &mut Vec<Fault>) {
    let points = record.text.chars().count() as u32;
    for (path, span) in all(record) {
        faults.extend(outside(span, points).map(|rule| Fault::new(path, rule)));
    }
    sorted(&parts(record), faults);
    check_map(record, points, faults);
}

fn outside(Span(start, end): Span, points: u32) -> Option<String> {
    if start >= end {
        return Some(format!("[{start}, {end}) holds no words: a span ends after its start"));
    }
    (end > points).then(|| format!("[{start}, {end}) ends outside the text, which has {points} code points"))
}

/// Every span of the record with its path, the one list of what cites the text.
pub(super) fn all(record: &Record) -> Vec<(String, Span)> {
    let mut list = List(Vec::new());
    list.one("title", record.title);
    list.one("byline", record.byline);
    list.many("body", &record.body);
    list.many("sentences", &record.sentences);
    for (at, furniture) in record.furniture.iter().enumerate() {
        list.one(format!("furniture[{at}].span"), furniture.span);
    }
    list.items(record);
    list.statements(record);
    list.events(record);
    for (at, note) in record.notes.iter().enumerate() {
        list.one(format!("notes[{at}].span"), note.span);
    }
    list.0
}

struct List(Vec<(String, Span)>);

impl List {
    fn one(&mut self, path: impl Into<String>, span: impl Into<Option<Span>>) {
        self.0.extend(span.into().map(|span| (path.into(), span)));
    }

    fn many(&mut self, path: &str, spans: &[Span]) {
        self.0.extend(spans.iter().enumerate().map(|(at, &span)| (format!("{path}[{at}]"), span)));
    }

    fn items(&mut self, record: &Record) {
        for (at, actor) in record.actors.iter().enumerate() {
            for (nth, mention) in actor.mentions.iter().enumerate() {
                self.one(format!("actors[{at}].mentions[{nth}].span"), mention.span);
            }
        }
        for (at, place) in record.places.iter().enumerate() {
            self.one(format!("places[{at}].span"), place.span);
        }
        for (at, time) in record.times.iter().enumerate() {
            self.one(format!("times[{at}].span"), time.span);
        }
        for (at, quantity) in record.quantities.iter().enumerate() {
            self.one(format!("quantities[{at}].span"), quantity.span);
            self.one(format!("quantities[{at}].of_span"), quantity.of_span);
        }
    }

    fn statements(&mut self, record: &Record) {
        for (at, statement) in record.statements.iter().enumerate() {
            self.one(format!("statements[{at}].source_span"), statement.source_span);
            self.one(format!("statements[{at}].cue"), statement.cue);
            self.many(&format!("statements[{at}].content"), &statement.content);
            for (nth, relay) in statement.via.iter().enumerate() {
                self.one(format!("statements[{at}].via[{nth}].span"), relay.span);
            }
        }
    }

    fn events(&mut self, record: &Record) {
        for (at, event) in record.events.iter().enumerate() {
            self.one(format!("events[{at}].trigger"), event.trigger);
            self.many(&format!("events[{at}].status_cues"), &event.status_cues);
            for (nth, participant) in event.actor.iter().enumerate() {
                self.one(format!("events[{at}].actor[{nth}].span"), participant.span);
            }
            for (nth, participant) in event.recipient.iter().enumerate() {
                self.one(format!("events[{at}].recipient[{nth}].span"), participant.span);
            }
        }
    }
}

/// Body and furniture share out the page between them: each list in order, and no character in two places.
fn parts(record: &Record) -> [Vec<(String, Span)>; 3] {
    let path = |name: &str, at: usize| format!("{name}[{at}]");
    let body: Vec<_> = record.body.iter().enumerate().map(|(at, &span)| (path("body", at), span)).collect();
    let furniture: Vec<_> =
        record.furniture.iter().enumerate().map(|(at, part)| (path("furniture", at), part.span)).collect();
    let mut both = [body.clone(), furniture.clone()].concat();
    both.sort_by_key(|&(_, span)| span);
    [body, furniture, both]
}

fn sorted(lists: &[Vec<(String, Span)>], faults: &mut Vec<Fault>) {
    for list in lists {
        let clash = list.windows(2).find(|pair| pair[1].1.0 < pair[0].1.1);
        if let Some([before, after]) = clash {
            let rule = format!("begins before {} ends: parts stand in order and do not overlap", before.0);
            // The first list to clash tells it all; the merged one would say it again.
            return faults.push(Fault::new(&after.0, rule));
        }
    }
}

fn check_map(record: &Record, points: u32, faults: &mut Vec<Fault>) {
    let Some(map) = &record.page_map else { return };
    for (at, &MapPiece(start, end, from, to)) in map.iter().enumerate() {
        let path = format!("page_map[{at}]");
        if let Some(rule) = outside(Span(start, end), points) {
            faults.push(Fault::new(path, rule));
        } else if from >= to || u64::from(to) > record.document.bytes {
            faults.push(Fault::new(path, format!("bytes {from}..{to} are not a range of the document")));
        } else if at > 0 && start < map[at - 1].1 {
            faults.push(Fault::new(path, "begins before the entry before it ends: the map follows the text"));
        }
    }
}
