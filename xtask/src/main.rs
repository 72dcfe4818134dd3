//! Chores of the repository: `cargo xtask COMMAND`.

mod crash;
mod files;
mod generate;
mod load;
mod mutate;
mod pack;
mod random;
mod samples;
mod storm;
mod synth;
mod test;
mod tidy;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

/// Chores of the repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
enum Chore {
    /// Everything that must hold: format, lints, tests, tidiness, generated files
    Test,
    /// Check the rules of the repository that no compiler knows
    Tidy,
    /// Write the files that are made from code: schema, manual pages, list of commands
    Generate {
        /// Write nothing; fail where a file differs
        #[arg(long)]
        check: bool,
    },
    /// Read damaged documents and look for panics, broken records and slowness
    Mutate(mutate::Args),
    /// Send requests at a fixed rate to a server that is running, and tell how long they took
    Load(load::Args),
    /// Kill `sayso add` again and again, and look whether anything is lost
    Crash(crash::Args),
    /// Fill a store with such records, and tell how fast it takes them and answers
    Storm(storm::Args),
    /// Write records of reports that nobody wrote, to try a store with
    Synth(synth::Args),
    /// Make the gazetteer files from packages fetched by hand, or one file from a dump of GeoNames
    Pack(pack::Args),
}

fn main() -> ExitCode {
    let done = match Chore::parse() {
        Chore::Test => test::test(),
        Chore::Tidy => tidy::tidy(),
        Chore::Generate { check } => generate::generate(check),
        Chore::Mutate(args) => mutate::mutate(&args),
        Chore::Load(args) => load::load(&args),
        Chore::Crash(args) => crash::crash(&args),
        Chore::Storm(args) => storm::storm(&args),
        Chore::Synth(args) => synth::synth(&args),
        Chore::Pack(args) => pack::pack(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stopped(why)) => {
            say(&format!("xtask: {why}"));
            ExitCode::FAILURE
        }
    }
}

/// Why a chore was not done, in one line.
#[derive(Debug)]
struct Stopped(String);

/// A line for whoever started the chore. Nothing is left to be done where nobody listens.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
