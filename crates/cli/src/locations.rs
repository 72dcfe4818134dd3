//! `sayso locate`: documents in, what was considered for each name of a place out.

use sayso::ingest::Input;
use sayso::{Engine, show};

use crate::Outcome;
use crate::args::Locate;
use crate::documents::{Batch, Single};
use crate::engine::engine;
use crate::failure::Failure;
use crate::screen::Screen;

/// Explains a batch.
pub(crate) fn locate(args: Locate, screen: &Screen) -> Result<Outcome, Failure> {
    let engine = engine(args.reader.model.as_deref(), args.places.places.as_deref())?;
    let batch = Batch { inputs: args.inputs, one: Single::default(), threads: args.batch.threads };
    batch.each(args.batch.output.as_deref(), screen, |input| explained(input, &engine, args.most))
}

fn explained(input: &Input, engine: &Engine, most: usize) -> Result<String, Failure> {
    Ok(sayso::locate(input, engine, |considered, gazetteer| show::places(considered, gazetteer, most))?)
}
