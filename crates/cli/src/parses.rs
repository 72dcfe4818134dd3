//! `sayso parse`: documents in, CoNLL-U out.

use sayso::ingest::Input;
use sayso::{Engine, conllu};

use crate::Outcome;
use crate::args::Parse;
use crate::documents::{Batch, Single};
use crate::engine::engine;
use crate::failure::Failure;
use crate::screen::Screen;

/// Parses a batch.
pub(crate) fn parse(args: Parse, screen: &Screen) -> Result<Outcome, Failure> {
    let engine = engine(args.reader.model.as_deref(), None)?;
    let batch = Batch { inputs: args.inputs, one: Single::default(), threads: args.batch.threads };
    batch.each(args.batch.output.as_deref(), screen, |input| parsed(input, &engine, args.chains))
}

fn parsed(input: &Input, engine: &Engine, chains: bool) -> Result<String, Failure> {
    let id = input.id.as_deref().unwrap_or(&input.name);
    Ok(sayso::parse(input, engine, |reading| {
        let chains = chains.then(|| sayso::lang::chains(reading));
        conllu::conllu(reading, chains.as_deref(), id)
    })?)
}
