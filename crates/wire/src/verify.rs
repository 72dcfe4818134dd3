//! Does a record still hold together, and does every item still cite words of its text?
//!
//! Needs the record alone: no engine, no model, no document. Three steps, each only where the one before found nothing: the JSON, its shape
//! against the schema, then the rules that no schema can state.

mod chain;
mod hashes;
mod ids;
mod shape;
mod spans;
mod timex;
mod words;

use std::fmt;

use serde_json::Value;

use crate::twin::Record;

/// One thing that is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: a path like `statements[3].cue`, or `line 3 column 7` in what is not JSON.
    pub path: String,
    /// Which rule is broken.
    pub rule: String,
    /// The way out, where there is one.
    pub hint: Option<String>,
}

impl Fault {
    pub(crate) fn new(path: impl Into<String>, rule: impl Into<String>) -> Self {
        Fault { path: path.into(), rule: rule.into(), hint: None }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return f.write_str(&self.rule);
        }
        write!(f, "{}: {}", self.path, self.rule)
    }
}

/// Checks one record given as JSON text; no fault means that it holds.
pub fn verify(json: &str) -> Vec<Fault> {
    match serde_json::from_str(json) {
        Ok(value) => verify_value(&value),
        Err(error) => vec![malformed(&error)],
    }
}

/// Checks one record given as a JSON value.
pub fn verify_value(value: &Value) -> Vec<Fault> {
    let mut faults = shape::faults(value);
    if faults.is_empty() {
        match Record::deserialize_from(value) {
            Ok(record) => faults = verify_record(&record),
            // The schema lets nothing through that the twin cannot hold; should it ever, say so rather than pass the record.
            Err(error) => faults.push(Fault::new("", format!("the record cannot be read: {error}"))),
        }
    }
    faults
}

impl Record {
    fn deserialize_from(value: &Value) -> Result<Self, serde_json::Error> {
        serde::Deserialize::deserialize(value)
    }
}

/// Checks one record that has the shape of the schema: every rule beyond it, in the order in which a reader would look: the text first, then what points into it.
pub fn verify_record(record: &Record) -> Vec<Fault> {
    let mut faults = Vec::new();
    hashes::check(record, &mut faults);
    spans::check(record, &mut faults);
    ids::check(record, &mut faults);
    timex::check(record, &mut faults);
    // The last two follow spans and ids, so they need both to be sound.
    if faults.is_empty() {
        words::check(record, &mut faults);
        chain::check(record, &mut faults);
    }
    faults
}

fn malformed(error: &serde_json::Error) -> Fault {
    let full = error.to_string();
    let what = full.split(" at line ").next().unwrap_or(&full);
    let place = format!("line {} column {}", error.line(), error.column());
    let fault = Fault::new(place, format!("not JSON: {}", what.to_lowercase()));
    if error.is_eof() { fault.hint("the record is cut short; write it again") } else { fault }
}
