//! Web annotations: selectors cut the words they quote out of the text, and no event comes without its standing.
#![allow(clippy::unwrap_used, reason = "a file that cannot be read has failed its test")]

mod made;

use std::collections::BTreeSet;

use made::{kept, words, written};
use sayso_export::{Format, annotations};
use sayso_wire::Record;
use serde_json::Value;

fn lines() -> Vec<Value> {
    written(Format::WebAnnotation).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn tags(annotation: &Value) -> Vec<&str> {
    let bodies = annotation["body"].as_array().unwrap().iter();
    bodies.filter(|body| body["purpose"] == "tagging").map(|body| body["value"].as_str().unwrap()).collect()
}

/// Checks a selector pair against the text and gives the words.
fn selected(record: &Record, target: &Value) -> String {
    let [quote, position] = target["selector"].as_array().unwrap().as_slice() else {
        panic!("two selectors")
    };
    assert_eq!(
        (&quote["type"], &position["type"]),
        (&"TextQuoteSelector".into(), &"TextPositionSelector".into())
    );
    let (start, end) = (position["start"].as_u64().unwrap(), position["end"].as_u64().unwrap());
    let exact = words(&record.text, start, end);
    assert_eq!(quote["exact"], exact.as_str());
    assert_eq!(quote["prefix"], words(&record.text, start.saturating_sub(32), start).as_str());
    assert_eq!(quote["suffix"], words(&record.text, end, end + 32).as_str());
    exact
}

#[test]
fn selectors_cut_the_words_out_of_the_text() {
    for kept in kept() {
        let record = &kept.record;
        let page = annotations(record);
        assert_eq!(
            (&page["type"], &page["@context"]),
            (&"AnnotationPage".into(), &"http://www.w3.org/ns/anno.jsonld".into())
        );
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), record.statements.len() + record.events.len());
        for (item, statement) in items.iter().zip(&record.statements) {
            let targets = item["target"].as_array().unwrap();
            assert_eq!(targets.len(), statement.content.len().max(1));
            assert!(targets.iter().all(|target| !selected(record, target).is_empty()));
        }
        for (item, event) in items[record.statements.len()..].iter().zip(&record.events) {
            let trigger = words(&record.text, event.trigger.0.into(), event.trigger.1.into());
            assert_eq!(selected(record, &item["target"][0]), trigger);
        }
    }
}

#[test]
fn every_event_is_tagged_and_told_with_its_standing() {
    let lines = lines();
    let events = kept().iter().flat_map(|kept| &kept.record.events);
    let told: Vec<_> = lines.iter().filter(|line| tags(line).contains(&"event")).collect();
    assert_eq!(told.len(), events.clone().count());
    for (line, event) in told.iter().zip(events) {
        assert!(tags(line).contains(&format!("status: {}", event.status.name()).as_str()));
        let text = line["body"][0]["value"].as_str().unwrap();
        assert!(text.starts_with(event.status.name()), "{text}");
        assert!(event.holder.iter().all(|holder| text.contains(holder.as_str())), "{text}");
    }
    assert!(told.iter().any(|line| tags(line).contains(&"status: hypothetical")));
}

#[test]
fn every_statement_says_who_speaks_and_whether_they_vouch_for_it() {
    let lines = lines();
    let statements = kept().iter().flat_map(|kept| kept.record.statements.iter().map(move |it| (kept, it)));
    let told = lines.iter().filter(|line| tags(line).contains(&"statement"));
    let mut spoken = 0;
    for (line, (kept, statement)) in told.zip(statements) {
        assert!(tags(line).contains(&format!("stance: {}", statement.stance.name()).as_str()));
        for id in &statement.source {
            let actor = kept.record.actors.iter().find(|actor| actor.id == *id).unwrap();
            assert!(tags(line).contains(&format!("speaker: {}", actor.name).as_str()));
            spoken += 1;
        }
    }
    assert!(spoken > 50);
}

#[test]
fn annotations_are_told_apart_and_name_their_source() {
    let lines = lines();
    let ids: BTreeSet<_> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), lines.len());
    for line in &lines {
        assert_eq!((&line["type"], &line["motivation"]), (&"Annotation".into(), &"describing".into()));
        let source = line["target"][0]["source"].as_str().unwrap();
        assert!(source.starts_with("https://") || source.starts_with("urn:sha256:"), "{source}");
        assert!(!source.contains([' ', '<', '"', '\u{1}']), "{source:?} is no IRI");
    }
}
