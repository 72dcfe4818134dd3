//! What `read` and `clean` share: the inputs named on the command line, document by document, through one function.

use std::io::{IsTerminal, stdin};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use sayso::ingest::{self, Input};

use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;
use crate::screen::Screen;
use crate::{Outcome, batch, bugs};

/// What is given for a single document, and the day of publication that holds for all.
#[derive(Debug, Default)]
pub(crate) struct Single {
    /// Its id.
    pub(crate) id: Option<String>,
    /// Its URL.
    pub(crate) url: Option<String>,
    /// The day of publication.
    pub(crate) published: Option<Date>,
}

/// Inputs, and how to go through them.
pub(crate) struct Batch {
    /// As named on the command line.
    pub(crate) inputs: Vec<PathBuf>,
    /// What is given from outside.
    pub(crate) one: Single,
    /// How many at a time.
    pub(crate) threads: Option<u16>,
}

impl Batch {
    /// Writes the result of each document as soon as those before it are written.
    pub(crate) fn each(
        self,
        output: Option<&Path>,
        screen: &Screen,
        work: impl Fn(&Input) -> Result<String, Failure> + Sync,
    ) -> Result<Outcome, Failure> {
        self.pieces(output, screen, work, |piece| piece, "")
    }

    /// Writes what `piece` makes of each result as soon as those before it are written, and `close` after the last.
    pub(crate) fn pieces<T: Send>(
        self,
        output: Option<&Path>,
        screen: &Screen,
        work: impl Fn(&Input) -> Result<T, Failure> + Sync,
        mut piece: impl FnMut(T) -> String,
        close: &str,
    ) -> Result<Outcome, Failure> {
        let mut out = Output::open(output)?;
        let progress =
            self.run(Progress::new(screen, output.is_some()), work, |result| out.write(&piece(result)))?;
        end(&progress, |out| out.write(close), out)
    }

    /// Collects the results of all documents and writes what `bind` makes of them.
    pub(crate) fn all<T: Send>(
        self,
        output: Option<&Path>,
        screen: &Screen,
        work: impl Fn(&Input) -> Result<T, Failure> + Sync,
        bind: impl FnOnce(Vec<T>) -> String,
    ) -> Result<Outcome, Failure> {
        let out = Output::open(output)?;
        let mut all = Vec::new();
        let progress = self.run(Progress::new(screen, output.is_some()), work, |one| {
            all.push(one);
            Ok(())
        })?;
        end(&progress, |out| out.write(&bind(all)), out)
    }

    fn run<T: Send>(
        self,
        mut progress: Progress,
        work: impl Fn(&Input) -> Result<T, Failure> + Sync,
        mut take: impl FnMut(T) -> Result<(), Failure>,
    ) -> Result<Progress, Failure> {
        let Batch { inputs, one, threads } = self;
        let inputs = named(inputs)?;
        bugs::watch();
        let opened = || one.given(ingest::documents(inputs).map(|input| input.map_err(Failure::from)));
        let work = |input: Result<Input, Failure>| {
            let input = input?;
            bugs::caught(&input.name, || work(&input))
        };
        batch::in_order(opened, batch::threads(threads), work, |result| match result {
            Ok(result) => {
                progress.read();
                take(result)
            }
            Err(failure) => {
                progress.failed(&failure);
                Ok(())
            }
        })?;
        Ok(progress)
    }
}

/// Nothing read leaves no file behind.
fn end(
    progress: &Progress,
    last: impl FnOnce(&mut Output) -> Result<(), Failure>,
    mut out: Output,
) -> Result<Outcome, Failure> {
    progress.finish();
    if progress.read > 0 {
        last(&mut out)?;
        out.finish()?;
    } else if progress.failed == 0 {
        return Err(Failure::new("no reports in the inputs").hint("name a file, or a folder that holds some"));
    }
    Ok(Outcome::of(progress.read, progress.failed))
}

/// Nothing named means standard input, unless that is a person who waits for us.
fn named(inputs: Vec<PathBuf>) -> Result<Vec<PathBuf>, Failure> {
    if !inputs.is_empty() {
        return Ok(inputs);
    }
    if stdin().is_terminal() {
        let failure = Failure::new("no input named, and standard input is a terminal");
        return Err(failure.hint("name a file or a folder, or `-` to type a report"));
    }
    Ok(vec![PathBuf::from("-")])
}

impl Single {
    /// Puts what was given into the documents.
    fn given(
        self,
        inputs: impl Iterator<Item = Result<Input, Failure>>,
    ) -> impl Iterator<Item = Result<Input, Failure>> {
        inputs.enumerate().map(move |(at, input)| {
            let mut input = input?;
            if at > 0 && (self.id.is_some() || self.url.is_some()) {
                let failure =
                    Failure::new(format!("{}: --id and --url are for a single document", input.name));
                return Err(failure.hint("give them in JSON Lines, or read this document by itself"));
            }
            input.id = self.id.clone().or(input.id);
            input.url = self.url.clone().or(input.url);
            input.published = self.published.or(input.published);
            Ok(input)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Failure, Input, Single};

    #[test]
    fn an_id_is_for_one_document() {
        let one = Single { id: Some("seed".into()), ..Single::default() };
        let inputs =
            ["a.txt", "b.txt"].map(|name| Ok::<_, Failure>(Input { name: name.into(), ..Input::default() }));
        let given: Vec<_> = one.given(inputs.into_iter()).collect();
        assert_eq!(given[0].as_ref().unwrap().id.as_deref(), Some("seed"));
        assert!(given[1].as_ref().unwrap_err().to_string().starts_with("sayso: b.txt: --id and --url"));
    }
}
