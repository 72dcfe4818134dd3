//! Writing: one line for a stream of records, or a page that a person can read.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

use crate::twin::Record;

/// The record on one line, without a line break.
pub fn to_json(record: &Record) -> String {
    write(record, CompactFormatter)
}

/// The record indented by one space; lists of numbers stay on one line, so that a span reads as one thing.
pub fn to_json_pretty(record: &Record) -> String {
    write(record, Pages::default())
}

fn write(record: &Record, form: impl Formatter) -> String {
    let mut out = Vec::new();
    let written = record.serialize(&mut Serializer::with_formatter(&mut out, form));
    // A vector takes every write, and the record's maps all have strings for keys.
    written.expect("a record always has a JSON form");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// Breaks lines before objects and their keys only. Whether a list needs a line of its own is known when its first entry opens, so the
/// break is put off (`due`) until then.
#[derive(Default)]
struct Pages {
    depth: usize,
    due: bool,
    broken: bool,
}

impl Pages {
    fn line(&mut self, out: &mut (impl io::Write + ?Sized)) -> io::Result<()> {
        self.due = false;
        self.broken = true;
        writeln!(out)?;
        (0..self.depth).try_for_each(|_| out.write_all(b" "))
    }

    fn close(&mut self, out: &mut (impl io::Write + ?Sized), bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        self.due = false;
        if self.broken {
            self.line(out)?;
        }
        out.write_all(bracket)
    }
}

impl Formatter for Pages {
    fn begin_array<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.broken = false;
        out.write_all(b"[")
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: io::Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.due = true;
        out.write_all(if first { b"" } else { b"," })
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        Ok(())
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        if self.due {
            self.line(out)?;
        }
        self.depth += 1;
        out.write_all(b"{")
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: io::Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b"," })?;
        self.line(out)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.due = false;
        out.write_all(b": ")
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.broken = true;
        Ok(())
    }
}
