//! The command line: arguments in, `sayso` called, exit code out.
//!
//! A face of the library and no more: it opens files, spreads documents over threads, and writes. [`args`] alone declares the flags.

mod add;
mod args;
mod articles;
mod batch;
mod bugs;
mod check;
mod demo;
mod documents;
mod engine;
mod events;
#[cfg(test)]
mod examples;
mod exports;
mod failure;
mod help;
mod locations;
mod output;
mod parses;
mod progress;
mod questions;
mod records;
mod screen;
mod serve;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Command, Sayso};
use crate::failure::Failure;
use crate::screen::Screen;

fn main() -> ExitCode {
    let args = Sayso::parse();
    let screen = Screen::look(args.color);
    match run(args.command, &screen) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            failure.tell();
            Outcome::Nothing.into()
        }
    }
}

fn run(command: Command, screen: &Screen) -> Result<Outcome, Failure> {
    match command {
        Command::Read(args) => records::read(args, screen),
        Command::Clean(args) => articles::clean(args, screen),
        Command::Parse(args) => parses::parse(args, screen),
        Command::Locate(args) => locations::locate(args, screen),
        Command::Add(args) => add::add(args, screen),
        Command::Check(args) => check::check(&args, screen),
        Command::Search(args) => questions::search(args, screen),
        Command::Trace(args) => questions::trace(args, screen),
        Command::Timeline(args) => questions::timeline(args, screen),
        Command::Actors(args) => questions::actors(&args, screen),
        Command::Stats(args) => questions::stats(&args, screen),
        Command::Export(args) => exports::export(&args, screen),
        Command::Verify(args) => verify::verify(&args),
        Command::Serve(args) => serve::serve(args),
        Command::Demo(args) => demo::demo(&args, screen),
        Command::Schema => help::schema(),
        Command::Completions(args) => help::completions(&args),
        Command::Man(args) => help::man(&args),
    }
}

/// How a command ended, as its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All well.
    Well,
    /// Some inputs failed.
    Partly,
    /// Nothing was read.
    Nothing,
}

impl Outcome {
    fn of(read: usize, failed: usize) -> Self {
        match (read, failed) {
            (0, _) => Outcome::Nothing,
            (_, 0) => Outcome::Well,
            _ => Outcome::Partly,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(outcome as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn one_failure_among_many_is_not_nothing() {
        assert_eq!(Outcome::of(3, 0), Outcome::Well);
        assert_eq!(Outcome::of(2, 1), Outcome::Partly);
        assert_eq!(Outcome::of(0, 1), Outcome::Nothing);
        assert_eq!(Outcome::of(0, 0), Outcome::Nothing);
    }
}
