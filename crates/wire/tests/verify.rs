//! Each kind of damage is found, at its place, and an untouched record has none.

mod report;

use report::{page, record};
use sayso_record::RecordBuilder;
use sayso_wire::{Fault, encode, to_json, verify, verify_value};
use serde_json::{Value, json};

/// What is done to a record, and the fault that must come of it: a JSON pointer, the new value, the fault's path, words of its rule.
const DAMAGE: [(&str, &str, &str, &str); 54] = [
    // Shape.
    ("/schema", r#""sayso-record/2""#, "schema", "not a word of the format"),
    ("/text", "7", "text", "a number where a string belongs"),
    ("/title", "[1]", "title", "has 1 entries where 2 belong"),
    ("/title", "[1,2.5]", "title[1]", "a number where an integer belongs"),
    ("/title", "[-1,2]", "title[0]", "out of range"),
    ("/title", "[1,4294967296]", "title[1]", "out of range"),
    ("/body", "null", "body", "null where a list belongs"),
    ("/furniture/0/kind", r#""meter""#, "furniture[0].kind", "not a word of the format"),
    ("/actors/0/type", r#""robot""#, "actors[0].type", "not a word of the format"),
    ("/actors/0/sector", r#""gov""#, "actors[0].sector", "not a word of the format"),
    ("/statements/0/stance", r#""shrugs""#, "statements[0].stance", "not a word of the format"),
    ("/statements/0/via/0", "{}", "statements[0].via[0].name", "is missing"),
    ("/events/0/type", r#""FIGHT""#, "events[0].type", "not a word of the format"),
    ("/events/0/contexts/1", r#""sport""#, "events[0].contexts[1]", "not a word of the format"),
    ("/events/0/status", r#""true""#, "events[0].status", "not a word of the format"),
    ("/events/0/historical", r#""no""#, "events[0].historical", "a string where a boolean belongs"),
    ("/links/0/type", r#""doubts""#, "links[0].type", "not a word of the format"),
    // Text and hashes.
    ("/text", r#""another text""#, "document.text_sha256", "not the hash of the text"),
    ("/document/text_sha256", r#""00""#, "document.text_sha256", "not the hash of the text"),
    ("/document/sha256", r#""00""#, "document.sha256", "not the hash of the text"),
    ("/document/bytes", "7", "document.bytes", "the document 7"),
    // Spans.
    ("/title", "[9,9]", "title", "holds no words"),
    ("/byline", "[9,4]", "byline", "holds no words"),
    ("/body/0", "[60,9999]", "body[0]", "ends outside the text"),
    ("/body/0", "[5,60]", "body[0]", "begins before furniture[0] ends"),
    ("/body", "[[60,70],[50,55]]", "body[1]", "begins before body[0] ends"),
    ("/sentences/0", "[60,9999]", "sentences[0]", "ends outside the text"),
    ("/furniture/0/span", "[3,3]", "furniture[0].span", "holds no words"),
    ("/actors/0/mentions/0/span", "[3,9999]", "actors[0].mentions[0].span", "ends outside the text"),
    ("/places/0/span", "[3,9999]", "places[0].span", "ends outside the text"),
    ("/times/0/span", "[3,9999]", "times[0].span", "ends outside the text"),
    ("/quantities/0/of_span", "[3,9999]", "quantities[0].of_span", "ends outside the text"),
    ("/statements/0/cue", "[3,9999]", "statements[0].cue", "ends outside the text"),
    ("/statements/0/via/0/span", "[3,9999]", "statements[0].via[0].span", "ends outside the text"),
    ("/events/0/actor/0/span", "[3,9999]", "events[0].actor[0].span", "ends outside the text"),
    ("/events/0/status_cues/0", "[3,9999]", "events[0].status_cues[0]", "ends outside the text"),
    ("/notes/0/span", "[3,9999]", "notes[0].span", "ends outside the text"),
    // Ids and chains.
    ("/actors/1/id", r#""a1""#, "actors[1].id", "is the id of actors[0]"),
    ("/statements/0/source/0", r#""a9""#, "statements[0].source", "is no actor"),
    ("/statements/0/time", r#""1999""#, "statements[0].time", "is no value of a time"),
    ("/statements/1/place", r#""p9""#, "statements[1].place", "is no place"),
    ("/statements/1/within", r#""s9""#, "statements[1].within", "is no statement"),
    ("/statements/1/within", r#""s2""#, "statements[1].within", "points forward"),
    ("/statements/0/within", r#""s2""#, "statements[0].within", "points forward"),
    ("/events/0/quantities/0", r#""t1""#, "events[0].quantities", "is no quantity"),
    ("/events/0/status_cues", "[]", "events[0].status_cues", "is empty"),
    ("/links/0/to", r#""e1""#, "links[0].to", "is no statement"),
    // Times and words.
    ("/times/0/value", r#""3rd of March""#, "times[0].value", "no TIMEX3 value"),
    ("/times/0/from", r#""2031-03-04""#, "times[0].to", "is before"),
    ("/published", r#""2031-02-30""#, "published", "is not a day"),
    ("/actors/0/forms/0", r#""Zoe Omura""#, "actors[0].forms[0]", "stands nowhere in the text"),
    ("/quantities/0/of", r#""ships""#, "quantities[0].of", "not what stands at of_span"),
    ("/statements/0/via/0/name", r#""Gazette""#, "statements[0].via[0].name", "\"Harbour Gazette\" belongs"),
    ("/events/0/holder", "[]", "events[0].holder", "its statement leads to"),
];

#[test]
fn an_untouched_record_holds() {
    assert_eq!(verify(&to_json(&record())), []);
}

#[test]
fn each_kind_of_damage_is_found_at_its_place() {
    let sound = serde_json::to_value(record()).unwrap();
    for (pointer, value, path, rule) in DAMAGE {
        let mut damaged = sound.clone();
        *damaged.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) =
            serde_json::from_str(value).unwrap();
        let faults = verify_value(&damaged);
        let found = faults.iter().any(|fault| fault.path == path && fault.rule.contains(rule));
        assert!(found, "{pointer} = {value}: wanted {path}: {rule}, got {faults:#?}");
    }
}

#[test]
fn every_key_is_needed() {
    let sound = serde_json::to_value(record()).unwrap();
    for key in sound.as_object().unwrap().keys() {
        let mut damaged = sound.clone();
        damaged.as_object_mut().unwrap().remove(key);
        assert_eq!(
            verify_value(&damaged),
            [Fault { path: key.clone(), rule: "is missing".into(), hint: None }]
        );
    }
}

#[test]
fn keys_of_ones_own_are_let_be() {
    let mut value = serde_json::to_value(record()).unwrap();
    value["desk"] = json!({"seen_by": "night editor"});
    assert_eq!(verify_value(&value), []);
}

#[test]
fn a_page_map_follows_the_text_and_stays_on_the_page() {
    let (article, _) = page();
    let sound = serde_json::to_value(encode(&RecordBuilder::new(&article).finish())).unwrap();
    for (entry, piece, rule) in [
        (0, json!([0, 99, 4, 9]), "ends outside the text"),
        (0, json!([0, 6, 9, 9]), "not a range of the document"),
        (6, json!([26, 37, 60, 9999]), "not a range of the document"),
        (1, json!([5, 7, 10, 15]), "begins before the entry before it ends"),
    ] {
        let mut damaged = sound.clone();
        damaged["page_map"][entry] = piece;
        let faults = verify_value(&damaged);
        assert!(
            faults.iter().any(|f| f.path == format!("page_map[{entry}]") && f.rule.contains(rule)),
            "{faults:?}"
        );
    }
}

#[test]
fn an_edited_page_text_is_noticed() {
    let (article, _) = page();
    let mut value = serde_json::to_value(encode(&RecordBuilder::new(&article).finish())).unwrap();
    value["text"] = Value::String(value["text"].as_str().unwrap().replace("no", "ok"));
    assert_eq!(verify_value(&value)[0].path, "document.text_sha256");
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let marked = format!("\u{FEFF}{}", report::TEXT);
    let mut value = serde_json::to_value(record()).unwrap();
    value["document"]["bytes"] = json!(marked.len());
    assert_eq!(verify_value(&value)[0].path, "document.sha256");
    value["document"]["sha256"] = json!(report::sha256(&marked));
    assert_eq!(verify_value(&value), []);
}

#[test]
fn what_is_not_json_is_one_fault_with_its_place() {
    let fault = &verify("{\"schema\":\n  oops}")[0];
    assert_eq!((fault.path.as_str(), fault.rule.as_str()), ("line 2 column 3", "not JSON: expected value"));
    let cut = &to_json(&record())[..200];
    assert!(verify(cut)[0].hint.as_ref().unwrap().contains("cut short"));
    assert_eq!(verify("[]")[0].to_string(), "is a list where an object belongs");
}
