//! How well does the trained reader read? Scores on development corpora that lie outside the project, held against `eval/floors.json`.
//!
//! `cargo run --release -p sayso-eval -- CORPORA`. Every corpus is read from its raw text, as a report would be, and compared by
//! characters, so that a word cut wrongly counts as an error in all that is said of it.

mod chains;
mod conllu;
mod copies;
mod corpora;
mod dyads;
mod examples;
mod failure;
mod figures;
mod fixtures;
mod floors;
mod marks;
mod names;
mod reader;
mod roles;
mod standing;
mod table;
mod tally;
mod tree;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use corpora::Corpora;
use failure::Failure;
use figures::Figure;
use floors::Floors;
use reader::Reader;

/// Score the trained reader on development corpora, and hold its floors.
#[derive(Debug, Parser)]
#[command(name = "sayso-eval")]
struct Args {
    /// Folder of the corpora: it holds language/, attribution/, standing/ and extraction/
    corpora: PathBuf,
    /// Weights to score, instead of models/sayso-core.bin
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Raise the floors to what is reached now, and note the hashes of corpora that have none
    #[arg(long)]
    write: bool,
    /// Instead of scoring, write what the weights of chains are learnt from to a file
    #[arg(long, value_name = "FILE")]
    examples: Option<PathBuf>,
    /// Instead of scoring, write what the weights of the types of events are learnt from to a file
    #[arg(long, value_name = "FILE")]
    dyads: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "{failure}");
            ExitCode::FAILURE
        }
    }
}

/// True where every floor holds.
fn run(args: &Args) -> Result<bool, Failure> {
    if let Some(path) = &args.examples {
        examples::write(&args.corpora, &Reader::load(args.model.as_deref())?, path)?;
        return Ok(true);
    }
    if let Some(path) = &args.dyads {
        dyads::write(&args.corpora, &Reader::load(args.model.as_deref())?, path)?;
        return Ok(true);
    }
    let mut floors = Floors::load()?;
    let corpora = Corpora::load(&args.corpora, &mut floors.corpora, args.write)?;
    let figures = score(&corpora, &Reader::load(args.model.as_deref())?)?;
    if args.write {
        floors.raise(&figures);
        floors.save()?;
    }
    let rows = floors.judge(&figures);
    say(&table::table(&rows));
    Ok(rows.iter().all(|row| row.verdict.holds()))
}

/// Every figure, in the order of the table.
fn score(corpora: &Corpora, reader: &Reader) -> Result<Vec<Figure>, Failure> {
    let ewt = reader.treebank(&corpora.ewt)?;
    let gum = reader.treebank(&corpora.gum)?;
    let mut figures = [tree::figures("ewt", &ewt), tree::figures("gum", &gum)].concat();
    figures.extend(chains::figures(&gum, &corpora.ontogum)?);
    figures.extend(names::figures(&ewt, &corpora.uner)?);
    figures.extend(roles::figures(reader, &corpora.polnear)?);
    figures.extend(standing::figures(&ewt, &corpora.uds)?);
    figures.extend(fixtures::figures(reader)?);
    figures.extend(copies::figures(&corpora.copies)?);
    Ok(figures)
}

/// Writes to standard output. Nothing is left to be done where nobody listens.
fn say(lines: &str) {
    let _ = writeln!(std::io::stdout(), "{}", lines.trim_end());
}
