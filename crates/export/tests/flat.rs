//! Records whole, rows and features: everything comes back, and what the store adds stands behind what every view has.
#![allow(clippy::unwrap_used, reason = "a file that cannot be read has failed its test")]

mod made;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io;

use made::{all, kept, store_id, written};
use sayso_export::{Error, Format, write};
use sayso_store::Kept;
use sayso_wire::{Event, Participant, Record};
use serde_json::Value;

fn events() -> Vec<(&'static Kept, &'static Event)> {
    kept().iter().flat_map(|kept| kept.record.events.iter().map(move |event| (kept, event))).collect()
}

fn ids(kept: &Kept, side: &[Participant]) -> Vec<String> {
    side.iter().map(|of| store_id(kept, &of.id).to_owned()).collect()
}

#[test]
fn every_record_comes_back() {
    let records: Vec<Record> =
        written(Format::Jsonl).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(records.iter().eq(kept().iter().map(|kept| &kept.record)));
}

#[test]
fn every_event_is_a_row_with_the_stores_columns_last() {
    let sheet = written(Format::Csv);
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let header = reader.headers().unwrap().clone();
    assert_eq!((&header[0], &header[4]), ("Event ID", "Intensity"));
    assert!(header.iter().rev().take(4).eq(["Recipient IDs", "Actor IDs", "Copy Of", "Report Key"]));
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), events().len());
    for (row, (kept, event)) in rows.iter().zip(events()) {
        assert_eq!((&row["Report Key"], row["Status"].as_str()), (&kept.key, event.status.name()));
        assert_eq!(row["Copy Of"], kept.copy_of.as_deref().unwrap_or("None"));
        let actors = Some(ids(kept, &event.actor).join("; ")).filter(|ids| !ids.is_empty());
        assert_eq!(row["Actor IDs"], actors.unwrap_or_else(|| "None".into()));
    }
    assert!(rows.iter().any(|row| row["Recipient IDs"].starts_with('a')));
    assert!(rows.iter().any(|row| row["Copy Of"] != "None"));
}

#[test]
fn every_event_is_a_feature() {
    let map: Value = serde_json::from_str(&written(Format::GeoJson)).unwrap();
    let features = map["features"].as_array().unwrap();
    assert_eq!(features.len(), events().len());
    for (feature, (kept, event)) in features.iter().zip(events()) {
        let properties = &feature["properties"];
        assert_eq!(properties["status"], event.status.name());
        assert_eq!(properties["report_key"], kept.key.as_str());
        assert_eq!(properties["copy_of"].as_str(), kept.copy_of.as_deref());
        let recipients = ids(kept, &event.recipient).join("; ");
        assert_eq!(properties["recipient_ids"].as_str().unwrap_or_default(), recipients);
        assert!(properties.as_object().unwrap().contains_key("actor_ids"), "an unknown one is null");
    }
    assert!(features.iter().any(|feature| !feature["geometry"].is_null()));
}

#[test]
fn no_reports_are_a_file_all_the_same() {
    for format in Format::ALL {
        let mut out = Vec::new();
        let none = Vec::<Result<Kept, io::Error>>::new();
        assert_eq!(write(*format, none, &mut out).unwrap().reports, 0);
        let text = String::from_utf8(out).unwrap();
        match format {
            Format::GeoJson => assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}"),
            Format::Csv => assert_eq!(text.lines().count(), 1),
            Format::Gexf => assert!(text.ends_with("</gexf>\n")),
            _ => assert_eq!(text, ""),
        }
    }
}

#[test]
fn formats_go_by_their_names() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(*format));
    }
    assert_eq!(Format::named("docx"), None);
}

#[test]
fn attacks_are_counted_on_the_way() {
    let written = write(Format::Jsonl, all(), io::sink()).unwrap();
    let mut attacks = sayso_wire::views::Attacks::default();
    kept().iter().for_each(|kept| attacks += sayso_wire::views::Attacks::of(&kept.record));
    assert_eq!(written.attacks, attacks);
    assert!(!attacks.to_string().starts_with("0 "), "{attacks}");
}

#[test]
fn records_are_written_as_they_come() {
    for format in [Format::Jsonl, Format::Csv, Format::GeoJson, Format::Ftm, Format::WebAnnotation] {
        let bytes = Cell::new(0);
        let lengths = std::cell::RefCell::new(Vec::new());
        let kept = all().inspect(|_| lengths.borrow_mut().push(bytes.get()));
        write(format, kept, Counter(&bytes)).unwrap();
        assert!(lengths.borrow().is_sorted_by(|a, b| a < b), "{format:?} waits: {lengths:?}");
    }
}

/// Counts what is written.
struct Counter<'a>(&'a Cell<usize>);

impl io::Write for Counter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_fails_is_told() {
    for format in Format::ALL {
        let broken = all().map(|kept| kept.map_err(|_| "")).take(1).chain([Err("no such report")]);
        let error = write(*format, broken, io::sink()).unwrap_err();
        assert!(matches!(error, Error::Record("no such report")), "{error:?}");
        let full: &mut [u8] = &mut [0; 10];
        assert!(matches!(write(*format, all(), full).unwrap_err(), Error::Write(_)), "{format:?}");
    }
}

#[test]
fn the_same_records_make_the_same_file() {
    for format in Format::ALL {
        assert!(written(*format) == written(*format), "{format:?}");
    }
}
