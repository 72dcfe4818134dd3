//! Chores of the repository: `cargo xtask COMMAND`.

mod files;
mod generate;
mod load;
mod mutate;
mod pack;
mod random;
mod samples;
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
