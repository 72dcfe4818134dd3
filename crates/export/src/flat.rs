//! Records whole, and the views that a record has by itself, over many.

use std::io::{self, Write};

use sayso_store::Kept;
use sayso_wire::to_json;
use sayso_wire::views::{Coding, Stored, csv, geojson};

use crate::Sink;

/// The records, one a line.
pub(crate) struct Jsonl;

impl Sink for Jsonl {
    fn report(&mut self, kept: &Kept, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", to_json(&kept.record))
    }
}

/// A row an event.
pub(crate) struct Csv;

impl Sink for Csv {
    fn open(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(csv::stored_header(Coding::AsTold).as_bytes())
    }

    fn report(&mut self, kept: &Kept, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(csv::stored_rows(&kept.record, Coding::AsTold, &stored(kept)).as_bytes())
    }
}

/// A feature an event.
#[derive(Default)]
pub(crate) struct GeoJson {
    some: bool,
}

impl Sink for GeoJson {
    fn open(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(geojson::OPEN.as_bytes())
    }

    fn report(&mut self, kept: &Kept, out: &mut dyn Write) -> io::Result<()> {
        let features = geojson::stored_features(&kept.record, Coding::AsTold, &stored(kept));
        if features.is_empty() {
            return Ok(());
        }
        let between = if self.some { geojson::BETWEEN } else { "" };
        self.some = true;
        write!(out, "{between}{features}")
    }

    fn close(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(geojson::CLOSE.as_bytes())
    }
}

fn stored(kept: &Kept) -> Stored<'_> {
    Stored {
        key: &kept.key,
        copy_of: kept.copy_of.as_deref(),
        actors: kept.actors.iter().map(|actor| actor.id.as_str()).collect(),
    }
}
