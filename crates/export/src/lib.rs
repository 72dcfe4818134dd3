//! A store as files: what do the tools read that our users have?
//!
//! [`write`] turns stored records into one file of a [`Format`], record by record; [`tables`] turns them into the eight tables of Parquet,
//! a file each. [`annotations`] tells one record as W3C Web Annotations. Columns and properties: `docs/formats.md`.
//!
//! An event is never told without its standing: what was only threatened looks like a threat in every tool.

mod annotation;
mod flat;
mod ftm;
mod gexf;
mod report;
mod tables;
mod tell;
mod xml;

use std::fmt;
use std::io::{self, Write};

use sayso_store::Kept;
use sayso_wire::views::Attacks;

pub use annotation::annotations;
pub use tables::{TABLES, tables};

/// A format that makes one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The records, one a line.
    Jsonl,
    /// A row an event, for spreadsheets and statistics.
    Csv,
    /// A feature an event, for maps.
    GeoJson,
    /// Who acts towards and speaks about whom, for Gephi and networkx.
    Gexf,
    /// `FollowTheMoney` entities, one a line, for `OpenAleph`.
    Ftm,
    /// W3C Web Annotations, one a line.
    WebAnnotation,
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Format] =
        &[Format::Jsonl, Format::Csv, Format::GeoJson, Format::Gexf, Format::Ftm, Format::WebAnnotation];

    /// Its name on a command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::GeoJson => "geojson",
            Format::Gexf => "gexf",
            Format::Ftm => "ftm",
            Format::WebAnnotation => "webannotation",
        }
    }

    /// The format with a name.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// What a file's name ends with, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::GeoJson => "geojson",
            Format::Gexf => "gexf",
            Format::Ftm => "ftm.json",
            Format::WebAnnotation => "annotations.jsonl",
        }
    }

    fn sink(self) -> Box<dyn Sink> {
        match self {
            Format::Jsonl => Box::new(flat::Jsonl),
            Format::Csv => Box::new(flat::Csv),
            Format::GeoJson => Box::new(flat::GeoJson::default()),
            Format::Gexf => Box::new(gexf::Gexf::new()),
            Format::Ftm => Box::new(ftm::Ftm::default()),
            Format::WebAnnotation => Box::new(annotation::Lines),
        }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// How many reports.
    pub reports: u64,
    /// How many attacks they speak of, and how many of them happened.
    pub attacks: Attacks,
}

/// Why writing stopped.
#[derive(Debug)]
pub enum Error<E> {
    /// A record could not be had.
    Record(E),
    /// The file could not be written.
    Write(io::Error),
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Record(error) => error.fmt(f),
            Error::Write(error) => error.fmt(f),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for Error<E> {}

impl<E> From<io::Error> for Error<E> {
    fn from(error: io::Error) -> Self {
        Error::Write(error)
    }
}

/// Writes stored records as one file, in their order. Memory is that of one record, except for what must come once in the file: actors in
/// `gexf` and `ftm`, and, deflated, the edges of `gexf`.
///
/// # Errors
/// Where a record cannot be had, and where `out` takes no more; what was written until then is no whole file.
pub fn write<E>(
    format: Format,
    kept: impl IntoIterator<Item = Result<Kept, E>>,
    mut out: impl Write,
) -> Result<Written, Error<E>> {
    let mut sink = format.sink();
    sink.open(&mut out)?;
    let written = each(kept, |kept| sink.report(kept, &mut out))?;
    sink.close(&mut out)?;
    out.flush()?;
    Ok(written)
}

fn each<E>(
    kept: impl IntoIterator<Item = Result<Kept, E>>,
    mut report: impl FnMut(&Kept) -> io::Result<()>,
) -> Result<Written, Error<E>> {
    let mut written = Written::default();
    for kept in kept {
        let kept = kept.map_err(Error::Record)?;
        report(&kept)?;
        written.reports += 1;
        written.attacks += Attacks::of(&kept.record);
    }
    Ok(written)
}

/// A file being written.
trait Sink {
    /// What stands before the first record.
    fn open(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// One record.
    fn report(&mut self, kept: &Kept, out: &mut dyn Write) -> io::Result<()>;

    /// What stands after the last record.
    fn close(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
