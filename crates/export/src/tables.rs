//! The tables of Parquet, which DuckDB, pandas, R and Spark read: a file a table, a row an item.
//!
//! Columns are described in `docs/formats.md`; their names and types stay, and new ones come last. Row groups end at [`ROWS`] rows or
//! [`BYTES`] bytes, so that memory does not grow with the store.

mod cited;
mod column;
mod rows;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use sayso_store::Kept;

use crate::report::Report;
use crate::{Error, Written, each};
use column::{Columns, batch, schema};
use rows::{Cited, Item};

/// The tables, by the names under which [`tables`] asks for a file.
pub const TABLES: [&str; 8] =
    ["articles", "statements", "events", "actors", "places", "quantities", "links", "evidence"];

/// Name and version of the layout, in the metadata of every file.
const LAYOUT: &str = "sayso-tables/1";

/// Rows of a row group at most.
const ROWS: usize = 65_536;

/// Bytes of memory that a row group being written may take, about.
const BYTES: usize = 16 << 20;

/// Writes stored records as tables, in their order. `open` is asked once for each of [`TABLES`], before anything is written.
///
/// # Errors
/// Where a record cannot be had, and where a file cannot be opened or takes no more; what was written until then are no whole files.
pub fn tables<E, W: Write + Send>(
    kept: impl IntoIterator<Item = Result<Kept, E>>,
    mut open: impl FnMut(&str) -> io::Result<W>,
) -> Result<Written, Error<E>> {
    let mut tables = Tables::new(&mut open)?;
    let written = each(kept, |kept| tables.report(&Report::new(kept)))?;
    tables.close()?;
    Ok(written)
}

struct Tables<W: Write + Send> {
    articles: ArrowWriter<W>,
    statements: ArrowWriter<W>,
    events: ArrowWriter<W>,
    actors: ArrowWriter<W>,
    places: ArrowWriter<W>,
    quantities: ArrowWriter<W>,
    links: ArrowWriter<W>,
    evidence: ArrowWriter<W>,
    /// Ids of the actors that are written.
    seen: BTreeSet<String>,
}

impl<W: Write + Send> Tables<W> {
    fn new(open: &mut impl FnMut(&str) -> io::Result<W>) -> io::Result<Self> {
        Ok(Tables {
            articles: writer(open("articles")?, &rows::articles())?,
            statements: writer(open("statements")?, &rows::statements())?,
            events: writer(open("events")?, &rows::events())?,
            actors: writer(open("actors")?, &rows::actors())?,
            places: writer(open("places")?, &rows::places())?,
            quantities: writer(open("quantities")?, &rows::quantities())?,
            links: writer(open("links")?, &rows::links())?,
            evidence: writer(open("evidence")?, &rows::evidence())?,
            seen: BTreeSet::new(),
        })
    }

    fn report(&mut self, report: &Report<'_>) -> io::Result<()> {
        let record = report.record;
        add(&mut self.articles, &rows::articles(), report, [report.kept])?;
        add(&mut self.statements, &rows::statements(), report, &record.statements)?;
        add(&mut self.events, &rows::events(), report, &record.events)?;
        let new = report.kept.actors.iter().filter(|actor| self.seen.insert(actor.id.clone()));
        add(&mut self.actors, &rows::actors(), report, new)?;
        add(&mut self.places, &rows::places(), report, &record.places)?;
        add(&mut self.quantities, &rows::quantities(), report, &record.quantities)?;
        add(&mut self.links, &rows::links(), report, &record.links)?;
        add(&mut self.evidence, &rows::evidence(), report, &Cited::all(report))
    }

    fn close(self) -> io::Result<()> {
        let Tables { articles, statements, events, actors, places, quantities, links, evidence, .. } = self;
        let writers = [articles, statements, events, actors, places, quantities, links, evidence];
        writers.into_iter().try_for_each(|writer| writer.close().map(|_| ()).map_err(failed))
    }
}

fn writer<W: Write + Send, T>(out: W, columns: &Columns<'_, T>) -> io::Result<ArrowWriter<W>> {
    let about = [("sayso_version", env!("CARGO_PKG_VERSION")), ("sayso_tables", LAYOUT)];
    let about = about.map(|(key, value)| KeyValue::new(key.into(), value.to_owned()));
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("sayso ", env!("CARGO_PKG_VERSION")).into())
        .set_key_value_metadata(Some(about.into()))
        .set_max_row_group_size(ROWS);
    ArrowWriter::try_new(out, Arc::new(schema(columns)), Some(properties.build())).map_err(failed)
}

fn add<'r, W: Write + Send, T: 'r>(
    writer: &mut ArrowWriter<W>,
    columns: &Columns<'r, T>,
    report: &'r Report<'r>,
    items: impl IntoIterator<Item = &'r T>,
) -> io::Result<()> {
    let rows: Vec<_> = items.into_iter().map(|item| Item { report, item }).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let batch = batch(columns, &rows).map_err(io::Error::other)?;
    writer.write(&batch).map_err(failed)?;
    if writer.memory_size() > BYTES { writer.flush().map_err(failed) } else { Ok(()) }
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}
