//! `sayso read` for tools that take events: rows and features, and a line that says how many attacks happened.

use std::io::Write;
use std::path::Path;

use sayso::Record;
use sayso::ingest::Input;
use sayso::wire::views::{Attacks, Coding, csv, geojson};
use sayso::wire::{self, encode};

use crate::Outcome;
use crate::documents::Batch;
use crate::failure::Failure;
use crate::screen::Screen;

/// One sheet for all records, with one header.
pub(crate) fn rows(
    batch: Batch,
    output: Option<&Path>,
    screen: &Screen,
    record: impl Fn(&Input) -> Result<Record, Failure> + Sync,
    coding: Coding,
) -> Result<Outcome, Failure> {
    let mut attacks = Attacks::default();
    let mut header = Some(csv::header(coding));
    let rows = |record: wire::Record| csv::rows(&record, coding);
    let piece = |(rows, some): (String, Attacks)| {
        attacks += some;
        header.take().unwrap_or_default() + &rows
    };
    let outcome = batch.pieces(output, screen, |input| counted(&record(input)?, rows), piece, "")?;
    Ok(told(outcome, attacks))
}

/// One collection for all records.
pub(crate) fn features(
    batch: Batch,
    output: Option<&Path>,
    screen: &Screen,
    record: impl Fn(&Input) -> Result<Record, Failure> + Sync,
    coding: Coding,
) -> Result<Outcome, Failure> {
    let mut attacks = Attacks::default();
    let mut collection = Collection::default();
    let features = |record: wire::Record| geojson::features(&record, coding);
    let piece = |(features, some): (String, Attacks)| {
        attacks += some;
        collection.take(&features)
    };
    let work = |input: &Input| counted(&record(input)?, features);
    let outcome = batch.pieces(output, screen, work, piece, geojson::CLOSE)?;
    Ok(told(outcome, attacks))
}

/// A whole sheet of one record.
pub(crate) fn sheet(record: &Record) -> String {
    csv::header(Coding::AsTold) + &csv::rows(&encode(record), Coding::AsTold)
}

/// A whole collection of one record.
pub(crate) fn map(record: &Record) -> String {
    let features = geojson::features(&encode(record), Coding::AsTold);
    Collection::default().take(&features) + geojson::CLOSE
}

fn counted(record: &Record, write: impl Fn(wire::Record) -> String) -> Result<(String, Attacks), Failure> {
    let record = encode(record);
    let attacks = Attacks::of(&record);
    Ok((write(record), attacks))
}

fn told(outcome: Outcome, attacks: Attacks) -> Outcome {
    if outcome != Outcome::Nothing {
        // Nothing is left to be done where standard error is closed.
        let _ = writeln!(std::io::stderr(), "{attacks}");
    }
    outcome
}

/// A collection that is written bit by bit.
#[derive(Default)]
struct Collection {
    open: bool,
    some: bool,
}

impl Collection {
    /// What to write for the features of one more record, which may be none.
    fn take(&mut self, features: &str) -> String {
        let open = if self.open { "" } else { geojson::OPEN };
        let between = if self.some && !features.is_empty() { geojson::BETWEEN } else { "" };
        self.open = true;
        self.some |= !features.is_empty();
        format!("{open}{between}{features}")
    }
}

#[cfg(test)]
mod tests {
    use super::Collection;
    use sayso::wire::views::geojson::CLOSE;

    #[test]
    fn reports_without_events_leave_no_comma() {
        let mut collection = Collection::default();
        let written: String = ["", "1", "", "2", ""].iter().map(|some| collection.take(some)).collect();
        let whole: serde_json::Value = serde_json::from_str(&(written + CLOSE)).unwrap();
        assert_eq!(whole["features"], serde_json::json!([1, 2]));
        let none = Collection::default().take("") + CLOSE;
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&none).unwrap()["features"],
            serde_json::json!([])
        );
    }
}
