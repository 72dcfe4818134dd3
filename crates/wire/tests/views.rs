//! Rows and features of a record made by hand: each cell where it belongs, nothing dropped, and the text behind every collapse.
#![allow(clippy::unwrap_used, reason = "a view that cannot be read has failed its test")]

#[path = "views/hand.rs"]
mod hand;

use std::collections::BTreeMap;
use std::path::Path;

use hand::record;
use sayso_wire::views::{Attacks, Coding, Stored, csv, geojson};
use sayso_wire::{Record, Span};
use serde_json::Value;

type Rows = Vec<BTreeMap<String, String>>;

fn sheet(record: &Record, coding: Coding) -> String {
    csv::header(coding) + &csv::rows(record, coding)
}

fn rows(record: &Record, coding: Coding) -> Rows {
    let sheet = sheet(record, coding);
    let mut reader = ::csv::Reader::from_reader(sheet.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn row<'a>(rows: &'a Rows, trigger: &str, kind: &str) -> &'a BTreeMap<String, String> {
    let fits = |row: &&BTreeMap<String, String>| row["Trigger"] == trigger && row["Event Type"] == kind;
    rows.iter().find(fits).unwrap_or_else(|| panic!("no {kind} at {trigger:?}"))
}

fn features(record: &Record, coding: Coding) -> Vec<Value> {
    let all = geojson::OPEN.to_owned() + &geojson::features(record, coding) + geojson::CLOSE;
    serde_json::from_str::<Value>(&all).unwrap()["features"].as_array().unwrap().clone()
}

/// Compares with a file of this crate; `SAYSO_UPDATE=1` writes it anew. The version of the program stands for itself.
#[expect(clippy::disallowed_methods, reason = "a golden file is read, and rewritten when asked")]
fn golden(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/views").join(name);
    let now = now.replace(concat!("sayso ", env!("CARGO_PKG_VERSION")), "sayso VERSION");
    if std::env::var_os("SAYSO_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == now, "{} differs; look at it after SAYSO_UPDATE=1 cargo test\n{now}", path.display());
}

#[test]
fn views_are_what_they_were() {
    let record = record();
    assert_eq!(sayso_wire::verify(&sayso_wire::to_json(&record)), []);
    golden("events.csv", &sheet(&record, Coding::AsTold));
    golden("collapsed.csv", &sheet(&record, Coding::Collapsed));
    let all = geojson::OPEN.to_owned() + &geojson::features(&record, Coding::AsTold) + geojson::CLOSE;
    golden("events.geojson", &all);
}

#[test]
fn a_row_says_who_did_what_where_on_whose_word() {
    let rows = rows(&record(), Coding::AsTold);
    let bomb = row(&rows, "bomb", "ASSAULT");
    for (column, cell) in [
        ("Event Date", "2031-06-02"),
        ("Event Mode", "explosives"),
        ("Intensity", "-9.0"),
        ("Quad Code", "MATERIAL CONFLICT"),
        ("Contexts", "military; hypothetical"),
        ("Actor Name", "Mara Holt"),
        ("Actor Country", "FIN"),
        ("Actor COW", "375"),
        ("Primary Actor Sector", "GOV"),
        ("Actor Title", "Defence Minister"),
        ("Recipient Name", "None"),
        ("Placename", "Tessel"),
        ("City", "Tessel"),
        ("Province", "Ymir"),
        ("Latitude", "53.05"),
        ("Longitude", "-4.75"),
        ("GeoNames ID", "12"),
        ("Source", "Evening Courier"),
        ("Story People", "Mara Holt; Deniz Varga"),
        ("Status", "hypothetical"),
        ("Status Cues", "threatened"),
        ("Holders", "Mara Holt < the Evening Courier"),
        ("Stance", "affirms"),
    ] {
        assert_eq!(bomb[column], cell, "{column}");
    }
    assert_eq!(row(&rows, "occupied", "ASSAULT")["Contexts"], "military; historical");
    let vow = row(&rows, "shell", "ASSAULT");
    assert_eq!((vow["Quantities"].as_str(), vow["Conditional"].as_str()), (">=3 ships", "true"));
    assert_eq!(
        vow["Quote"],
        "“If they come closer,” she vowed, “we will shell at least 3 ships of Orvania, and then \"all\" of them.”"
    );
}

#[test]
fn several_actors_stand_in_the_same_order_in_every_cell() {
    let rows = rows(&record(), Coding::AsTold);
    let visit = row(&rows, "visit", "CONSULT");
    assert_eq!(visit["Actor Name"], "Orvania; two envoys");
    assert_eq!((visit["Actor Country"].as_str(), visit["Actor COW"].as_str()), ("FRA; None", "220; None"));
    // A day without a year is no date, and stays beside as the text has it.
    assert_eq!((visit["Event Date"].as_str(), visit["Time"].as_str()), ("None", "XXXX-06-09"));
}

#[test]
fn offsets_cut_the_trigger_out_of_the_text() {
    let record = record();
    let text: Vec<char> = record.text.chars().collect();
    for row in rows(&record, Coding::AsTold) {
        let at = |column: &str| row[column].parse::<usize>().unwrap();
        let cut: String = text[at("Trigger Start")..at("Trigger End")].iter().collect();
        assert_eq!(cut, row["Trigger"]);
        assert!(row["Quote"].contains(&row["Trigger"]), "{}", row["Quote"]);
    }
}

#[test]
fn a_name_that_looks_like_a_command_is_words() {
    let rows = rows(&record(), Coding::AsTold);
    let rally = row(&rows, "rallied", "PROTEST");
    assert_eq!(rally["Actor Name"], "'@Sundwatch");
    assert!(rally["Quote"].starts_with("'@Sundwatch rallied"));
    assert_eq!(rally["Longitude"], "-4.75", "a number stays one");
}

#[test]
fn an_id_depends_on_document_words_and_type_alone() {
    let first = record();
    let mut second = record();
    second.events.remove(0);
    second.events[0].actor.clear();
    let ids = |record: &Record| -> Vec<String> {
        rows(record, Coding::AsTold).into_iter().map(|row| row["Event ID"].clone()).collect()
    };
    let all = ids(&first);
    assert_eq!(all[1..], ids(&second));
    let mut distinct = all.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), all.len());
    second.document.sha256 = "0".repeat(64);
    assert!(ids(&second).iter().all(|id| !all.contains(id)));
}

#[test]
fn a_threat_is_told_besides_the_attack_it_threatens_with() {
    let rows = rows(&record(), Coding::Collapsed);
    let threatened = row(&rows, "threatened", "THREATEN");
    assert_eq!(
        (threatened["Collapsed From"].as_str(), threatened["Event Mode"].as_str()),
        ("ASSAULT:explosives hypothetical", "violence")
    );
    assert_eq!(row(&rows, "bomb", "ASSAULT")["Status"], "hypothetical");
    // A vow is no event of the record, and becomes one, by who vowed.
    let vowed = row(&rows, "vowed", "THREATEN");
    assert_eq!(vowed["Collapsed From"], "ASSAULT future");
    assert_eq!((vowed["Actor Name"].as_str(), vowed["Actor Name Raw"].as_str()), ("Mara Holt", "she"));
    assert_eq!(
        (vowed["Recipient Name"].as_str(), vowed["Status"].as_str(), vowed["Holders"].as_str()),
        ("Orvania", "actual", "None")
    );
    assert_eq!(row(&rows, "shell", "ASSAULT")["Status"], "future");
}

#[test]
fn a_warning_of_what_others_may_do_is_no_threat_of_it() {
    let rows = rows(&record(), Coding::Collapsed);
    assert_eq!(row(&rows, "warned", "THREATEN")["Collapsed From"], "None");
    assert_eq!(row(&rows, "attack", "ASSAULT")["Contexts"], "military; hypothetical");
}

#[test]
fn what_is_announced_is_an_agreement_and_what_is_not_done_a_refusal() {
    let rows = rows(&record(), Coding::Collapsed);
    let visit = row(&rows, "visit", "AGREE");
    assert_eq!(
        (visit["Collapsed From"].as_str(), visit["Contexts"].as_str()),
        ("CONSULT:visit future", "None")
    );
    assert_eq!((visit["Quad Code"].as_str(), visit["Status Cues"].as_str()), ("VERBAL COOPERATION", "will"));
    let aid = row(&rows, "aid", "REJECT");
    assert_eq!((aid["Collapsed From"].as_str(), aid["Event Mode"].as_str()), ("AID negated", "assist"));
    // To deny a call is not to refuse one.
    assert_eq!(row(&rows, "phoned", "CONSULT")["Status"], "negated");
    // What happened stays what it is.
    assert_eq!(row(&rows, "occupied", "ASSAULT")["Collapsed From"], "None");
}

#[test]
fn what_the_text_calls_an_agreement_or_a_refusal_is_not_told_twice() {
    let rows = rows(&record(), Coding::Collapsed);
    assert_eq!(row(&rows, "agreed", "AGREE")["Collapsed From"], "CONSULT future");
    assert_eq!(row(&rows, "receive", "CONSULT")["Status"], "future");
    let refused = row(&rows, "refused", "REJECT");
    assert_eq!(
        (refused["Collapsed From"].as_str(), refused["Event Mode"].as_str()),
        ("RETREAT:release negated", "yield")
    );
    assert_eq!(row(&rows, "release", "RETREAT")["Contexts"], "negation");
}

#[test]
fn every_event_is_a_feature_and_those_with_a_place_have_a_point() {
    let record = record();
    let features = features(&record, Coding::AsTold);
    assert_eq!(features.len(), record.events.len());
    let bomb = &features[1];
    assert_eq!(bomb["geometry"], serde_json::json!({"type": "Point", "coordinates": [-4.75, 53.05]}));
    let properties = &bomb["properties"];
    assert_eq!((&properties["plover"], &properties["geo_precision"]), (&"ASSAULT".into(), &1.into()));
    assert_eq!(properties["source_chain"], "Mara Holt < the Evening Courier");
    assert_eq!((&properties["geonameid"], &properties["date"]), (&12.into(), &"2031-06-02".into()));
    // A name that no gazetteer knows is a place without a point.
    let attack = &features[4];
    assert_eq!((&attack["geometry"], &attack["properties"]["place"]), (&Value::Null, &"Old Vell".into()));
    let flat = |feature: &Value| {
        feature["properties"]
            .as_object()
            .unwrap()
            .values()
            .all(|value| !value.is_object() && !value.is_array())
    };
    assert!(features.iter().all(flat));
}

#[test]
fn features_collapse_as_rows_do() {
    let record = record();
    let of = |feature: &Value| {
        (feature["id"].clone(), feature["properties"]["collapsed_from"].as_str().map(String::from))
    };
    let features: Vec<_> = features(&record, Coding::Collapsed).iter().map(of).collect();
    let of = |row: &BTreeMap<String, String>| {
        let from = Some(row["Collapsed From"].clone()).filter(|from| from != "None");
        (Value::from(row["Event ID"].as_str()), from)
    };
    assert_eq!(features, rows(&record, Coding::Collapsed).iter().map(of).collect::<Vec<_>>());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads a file of the repository")]
fn every_column_and_property_is_described() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats.md");
    let text = std::fs::read_to_string(path).unwrap();
    let header = csv::header(Coding::Collapsed);
    // The eight columns of recipients are described as those of actors are.
    let columns = header.trim_end().split(',').filter(|name| !name.contains("Recipient"));
    let features = features(&record(), Coding::Collapsed);
    let properties = features.iter().flat_map(|feature| feature["properties"].as_object().unwrap().keys());
    let names = columns.map(String::from).chain(properties.map(|name| format!("`{name}`")));
    let bare: Vec<_> = names.filter(|name| !text.contains(name.as_str())).collect();
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn attacks_are_counted_by_whether_they_happened() {
    assert_eq!(Attacks::of(&record()).to_string(), "4 attack mentions: 1 actual, 2 hypothetical, 1 future");
}

#[test]
fn a_sentence_without_an_end_is_quoted_around_the_trigger() {
    let mut record = record();
    record.text = format!("{}attack {}", "no ".repeat(2000), "end ".repeat(2000));
    record.sentences = vec![Span(0, 14_000)];
    record.events.truncate(1);
    record.events[0].trigger = Span(6000, 6006);
    let quote = &rows(&record, Coding::AsTold)[0]["Quote"];
    assert!(quote.contains(" no attack end ") && quote.chars().count() <= 2006, "{quote}");
}

#[test]
fn what_a_headline_tells_is_quoted_from_it() {
    let mut record = record();
    record.text = format!("Karsk attacks Tessel\n{}", record.text);
    record.title = Some(Span(0, 20));
    record.sentences.clear();
    record.body.clear();
    record.events.truncate(1);
    record.events[0].trigger = Span(6, 13);
    assert_eq!(rows(&record, Coding::AsTold)[0]["Quote"], "Karsk attacks Tessel");
}

#[test]
fn what_a_store_adds_comes_last_and_in_the_order_of_the_names() {
    let record = record();
    let ids: Vec<String> = (1..=record.actors.len()).map(|at| format!("a{}", at * 100)).collect();
    let actors = ids.iter().map(String::as_str).collect();
    let stored = Stored { key: "00ab", copy_of: Some("00cd"), actors };
    let header = csv::stored_header(Coding::Collapsed);
    assert!(header.starts_with(csv::header(Coding::Collapsed).trim_end()));
    let sheet = header + &csv::stored_rows(&record, Coding::Collapsed, &stored);
    let rows: Rows = ::csv::Reader::from_reader(sheet.as_bytes()).deserialize().map(Result::unwrap).collect();
    let visit = rows.iter().find(|row| row["Trigger"] == "visit").unwrap();
    assert_eq!(visit["Actor Name"], "Orvania; two envoys");
    let at = |name: &str| record.actors.iter().position(|actor| actor.name == name).unwrap();
    assert_eq!(visit["Actor IDs"], format!("{}; {}", ids[at("Orvania")], ids[at("two envoys")]));
    assert_eq!((visit["Report Key"].as_str(), visit["Copy Of"].as_str()), ("00ab", "00cd"));
    // Without a store the file is what it was.
    assert!(!csv::header(Coding::AsTold).contains("Report Key"));
    assert!(!geojson::features(&record, Coding::AsTold).contains("report_key"));
}

#[test]
fn a_record_from_elsewhere_makes_no_panic() {
    let mut record = record();
    record.sentences.clear();
    record.body.clear();
    record.actors.clear();
    record.places.clear();
    for event in &mut record.events {
        event.trigger.1 = 99_999;
        event.time = Some("2031-é".into());
    }
    // A loop, which `verify` refuses.
    record.statements[0].within = Some("s2".into());
    record.statements[1].within = Some("s1".into());
    for coding in [Coding::AsTold, Coding::Collapsed] {
        assert!(rows(&record, coding).len() >= record.events.len());
        assert!(features(&record, coding).len() >= record.events.len());
    }
}
