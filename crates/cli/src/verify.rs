//! `sayso verify`: records in, their faults out, one a line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use sayso::wire::{self, Fault};
use serde_json::Value;

use crate::Outcome;
use crate::args::Verify;
use crate::failure::Failure;
use crate::output::Output;

/// Faults told of one record; one damage in the text can break every citation.
const TOLD: usize = 20;

/// Checks every record of every file.
pub(crate) fn verify(args: &Verify) -> Result<Outcome, Failure> {
    let mut check = Check { out: Output::open(None)?, read: 0, bad: 0, unread: 0 };
    for path in &args.files {
        check.file(path)?;
    }
    if check.read == 0 {
        return Ok(Outcome::Nothing);
    }
    Ok(Outcome::of(check.read, check.bad + check.unread))
}

struct Check {
    out: Output,
    read: usize,
    bad: usize,
    unread: usize,
}

impl Check {
    fn file(&mut self, path: &Path) -> Result<(), Failure> {
        let name = if path == Path::new("-") { "standard input".into() } else { path.display().to_string() };
        let (read, bad) = (self.read, self.bad);
        let checked = opened(path).map_err(|error| Failure::file(&name, &error));
        if let Err(failure) = checked.and_then(|mut file| self.records(&name, &mut file)) {
            failure.tell();
            self.unread += 1;
            return Ok(());
        }
        let (read, bad) = (self.read - read, self.bad - bad);
        self.out.write(&format!("{name}: {}\n", verdict(read, bad)))
    }

    /// A first line that is JSON by itself makes the file JSON Lines; anything else is one value after another.
    fn records(&mut self, name: &str, file: &mut dyn BufRead) -> Result<(), Failure> {
        let broken = |error: io::Error| Failure::file(name, &error);
        let mut line = String::new();
        let mut number = 0;
        while file.read_line(&mut line).map_err(broken)? > 0 {
            number += 1;
            if number == 1 && !is_json(&line) {
                file.read_to_string(&mut line).map_err(broken)?;
                return self.values(name, &line);
            }
            if !line.trim().is_empty() {
                self.tell(&format!("{name}:{number}"), &wire::verify(&line))?;
            }
            line.clear();
        }
        self.some(name, number > 0)
    }

    fn values(&mut self, name: &str, text: &str) -> Result<(), Failure> {
        let mut any = false;
        for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
            any = true;
            let Ok(value) = value else {
                // Checked again for a fault with its place.
                return self.tell(name, &wire::verify(text));
            };
            self.tell(name, &wire::verify_value(&value))?;
        }
        self.some(name, any)
    }

    fn some(&self, name: &str, any: bool) -> Result<(), Failure> {
        let empty = || Failure::new(format!("{name}: holds no record")).hint("sayso read writes some");
        if any { Ok(()) } else { Err(empty()) }
    }

    fn tell(&mut self, place: &str, faults: &[Fault]) -> Result<(), Failure> {
        self.read += 1;
        self.bad += usize::from(!faults.is_empty());
        let mut lines: String = faults.iter().take(TOLD).map(|fault| line(place, fault)).collect();
        if let Some(more) = faults.len().checked_sub(TOLD).filter(|&more| more > 0) {
            lines += &format!("{place}: and {more} more\n");
        }
        self.out.write(&lines)
    }
}

fn line(place: &str, fault: &Fault) -> String {
    let hint = fault.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
    format!("{place}: {fault}{hint}\n")
}

fn verdict(read: usize, bad: usize) -> String {
    let records = if read == 1 { "record" } else { "records" };
    match bad {
        0 => format!("{read} {records}, no fault"),
        _ => format!("{read} {records}, {bad} with faults"),
    }
}

fn is_json(line: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok()
}

#[expect(clippy::disallowed_methods, reason = "the command line opens what it is told to")]
fn opened(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let from: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    Ok(Box::new(BufReader::new(from)))
}
