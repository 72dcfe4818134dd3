//! `sayso export`: a store as files for other tools.

use std::fs::{File, create_dir_all};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use sayso::store::{self, Store};
use sayso_export::{Error, Format, Written};

use crate::Outcome;
use crate::args::{Export, ExportFormat};
use crate::failure::Failure;
use crate::output::Output;
use crate::screen::Screen;

/// Writes the store in the format that was asked for.
pub(crate) fn export(args: &Export, screen: &Screen) -> Result<Outcome, Failure> {
    let store = Store::open(&args.store.store)?;
    let Some(format) = format(args.format) else { return parquet(&store, args.output.as_deref(), screen) };
    let mut out = Output::open(args.output.as_deref())?;
    let written = sayso_export::write(format, store.each(), Pieces(&mut out)).map_err(failure)?;
    out.finish()?;
    told(&written, screen);
    Ok(Outcome::Well)
}

/// The format that makes one file; `None` for Parquet.
fn format(asked: ExportFormat) -> Option<Format> {
    Some(match asked {
        ExportFormat::Jsonl => Format::Jsonl,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Geojson => Format::GeoJson,
        ExportFormat::Gexf => Format::Gexf,
        ExportFormat::Ftm => Format::Ftm,
        ExportFormat::Webannotation => Format::WebAnnotation,
        ExportFormat::Parquet => return None,
    })
}

fn parquet(store: &Store, folder: Option<&Path>, screen: &Screen) -> Result<Outcome, Failure> {
    let Some(folder) = folder else {
        return Err(Failure::new("parquet is several files").hint("name a folder for them after -o"));
    };
    let name = folder.display();
    create_dir_all(folder).map_err(|error| Failure::file(&name, &error))?;
    let open = |table: &str| File::create(folder.join(format!("{table}.parquet"))).map(BufWriter::new);
    let written = sayso_export::tables(store.each(), open).map_err(failure)?;
    told(&written, screen);
    Ok(Outcome::Well)
}

fn failure(error: Error<store::Error>) -> Failure {
    match error {
        Error::Record(error) => error.into(),
        Error::Write(error) => Failure::file("export", &error),
    }
}

/// "12 reports written" for people, and how many of their attacks happened.
fn told(written: &Written, screen: &Screen) {
    if screen.errors {
        let _ = writeln!(io::stderr(), "{} reports written; {}", written.reports, written.attacks);
    }
}

/// The output as a writer of bytes; what is exported is text.
struct Pieces<'o>(&'o mut Output);

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.bytes(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
