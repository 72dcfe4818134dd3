//! `sayso add`: documents and records in, a store out, each report once, whole or not at all.
//!
//! Threads read, and one writes: whatever is ready goes into one transaction, and is told as added only after that is on the disk. What the
//! store has is passed over before it is read, so that a run that was cut off goes on where it was when it is started again.

use std::io::Write;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use sayso::Engine;
use sayso::ingest::{self, Input};
use sayso::store::{Added, Batch, Key, Prepared, Store, Writer};
use sayso::wire;

use crate::args::Add;
use crate::engine::engine;
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;
use crate::screen::Screen;
use crate::{Outcome, batch, bugs};

/// Reports in one transaction: enough to share the cost of putting it on the disk, and few enough to be told soon.
const MOST: usize = 256;

/// Results that wait for the writer.
const WAITING: usize = 64;

/// Adds a batch; without inputs, brings an older store up to date.
pub(crate) fn add(args: Add, screen: &Screen) -> Result<Outcome, Failure> {
    let path = args.store.store;
    if args.inputs.is_empty() {
        return update(&path);
    }
    let (model, places) = (args.reader.model, args.places.places);
    let given = model.is_some() || places.is_some();
    // Records need none.
    let engine = LazyLock::new(move || engine(model.as_deref(), places.as_deref()));
    if given {
        LazyLock::force(&engine).as_ref().map_err(Clone::clone)?;
    }
    let mut keeper = Keeper::open(&path, args.log, screen)?;
    let store = Store::open(&path)?;
    let (inputs, published) = (args.inputs, args.published);
    let opened = move || {
        ingest::documents(inputs).map(move |input| {
            let input = input.map_err(Refusal::from)?;
            look_up(Input { published: published.or(input.published), ..input }, &store)
        })
    };
    let work = |job: Result<Job, Refusal>| Done::of(job, &engine);
    fill(&mut keeper, batch::threads(args.threads), opened, work)?;
    keeper.end(&path)
}

/// A store that is up to date stays as it is.
fn update(path: &Path) -> Result<Outcome, Failure> {
    if !path.exists() {
        let failure = Failure::new(format!("{}: there is no such store", path.display()));
        return Err(failure.hint("name reports to make one of"));
    }
    Writer::open(path)?;
    tell(&format!("{}: up to date", path.display()));
    Ok(Outcome::Well)
}

/// An input that cannot be added, by its name.
struct Refusal {
    name: String,
    failure: Failure,
}

impl From<ingest::Error> for Refusal {
    fn from(error: ingest::Error) -> Self {
        Refusal { name: error.input().to_owned(), failure: error.into() }
    }
}

/// What is left to be done for a report.
enum Job {
    /// Nothing: it is in the store.
    Known(String, Key),
    /// Read it.
    Read(Input, Key),
    /// Take the record that it came as.
    Take(String, Vec<u8>),
}

/// Before it is read, so that this can be left out. A record tells its key only when it is parsed, which is no work.
fn look_up(mut input: Input, store: &Store) -> Result<Job, Refusal> {
    if let Some(record) = input.record.take() {
        return Ok(Job::Take(input.name, record));
    }
    let key = Key::of_document(&input.bytes, input.url.as_deref(), input.id.as_deref());
    match store.has(key) {
        Ok(true) => Ok(Job::Known(input.name, key)),
        Ok(false) => Ok(Job::Read(input, key)),
        Err(error) => Err(Refusal { name: input.name, failure: error.into() }),
    }
}

/// A report that is ready for the store.
struct Done {
    name: String,
    key: Option<Key>,
    /// `None` where the store has it.
    record: Result<Option<Prepared>, Failure>,
}

impl Done {
    fn of(
        job: Result<Job, Refusal>,
        engine: &LazyLock<Result<Engine, Failure>, impl FnOnce() -> Result<Engine, Failure>>,
    ) -> Done {
        match job {
            Err(Refusal { name, failure }) => Done { name, key: None, record: Err(failure) },
            Ok(Job::Known(name, key)) => Done { name, key: Some(key), record: Ok(None) },
            Ok(Job::Take(name, json)) => {
                let record = bugs::caught(&name, || taken(&name, &json).map(Some));
                Done {
                    key: record.as_ref().ok().and_then(|one| one.as_ref().map(Prepared::key)),
                    name,
                    record,
                }
            }
            Ok(Job::Read(input, key)) => {
                let record = bugs::caught(&input.name, || {
                    let engine = LazyLock::force(engine).as_ref().map_err(Clone::clone)?;
                    read(&input, engine).map(Some)
                });
                Done { name: input.name, key: Some(key), record }
            }
        }
    }
}

fn read(input: &Input, engine: &Engine) -> Result<Prepared, Failure> {
    let record = wire::encode(&sayso::read(input, engine)?);
    Prepared::new(record).map_err(|fault| Failure::new(format!("{}: {fault}", input.name)))
}

fn taken(name: &str, json: &[u8]) -> Result<Prepared, Failure> {
    let refused = |fault: String| {
        Failure::new(format!("{name}: the record does not hold: {fault}"))
            .hint("sayso verify tells all its faults")
    };
    let json = std::str::from_utf8(json).map_err(|error| refused(error.to_string()))?;
    Prepared::of_json(json).map_err(refused)
}

/// Runs `work` on as many threads, and the writer on this one.
fn fill<I: Iterator<Item = Result<Job, Refusal>>>(
    keeper: &mut Keeper,
    threads: usize,
    opened: impl FnOnce() -> I + Send,
    work: impl Fn(Result<Job, Refusal>) -> Done + Sync + Send,
) -> Result<(), Failure> {
    let (give, ready) = sync_channel(WAITING);
    thread::scope(|scope| {
        // Moved in, so that a writer that fails closes the channel and the readers come to their end.
        let ready: Receiver<Done> = ready;
        let stopped = |_| Failure::new("the writer stopped");
        scope.spawn(move || batch::in_order(opened, threads, work, |done| give.send(done).map_err(stopped)));
        while let Ok(first) = ready.recv() {
            let more = ready.try_iter().take(MOST - 1);
            keeper.keep(std::iter::once(first).chain(more))?;
        }
        Ok(())
    })
}

/// Writes, and tells what is written.
struct Keeper {
    writer: Writer,
    log: Option<Output>,
    progress: Progress,
    new: usize,
    known: usize,
}

impl Keeper {
    fn open(path: &Path, log: bool, screen: &Screen) -> Result<Self, Failure> {
        bugs::watch();
        let writer = Writer::open(path)?;
        let output = (log || !screen.output).then(|| Output::open(None)).transpose()?;
        Ok(Keeper { writer, log: output, progress: Progress::new(screen, !log), new: 0, known: 0 })
    }

    /// One transaction.
    fn keep(&mut self, reports: impl Iterator<Item = Done>) -> Result<(), Failure> {
        let mut batch = Batch::default();
        let mut lines = Vec::new();
        for Done { name, key, record } in reports {
            let line = match record {
                Ok(Some(record)) => {
                    batch.records.push(record);
                    batch.mended.push(name.clone());
                    None
                }
                Ok(None) => Some(Ok(())),
                Err(failure) => {
                    batch.failed.push((name.clone(), failure.rule(&name).to_owned()));
                    Some(Err(failure))
                }
            };
            lines.push((name, key, line));
        }
        let mut added = self.writer.write(&batch)?.into_iter();
        let mut log = String::new();
        for (name, key, line) in lines {
            let word = match line {
                None => self.added(&name, added.next()),
                Some(Ok(())) => self.known(),
                Some(Err(failure)) => self.refused(&failure),
            };
            let key = key.map_or_else(|| "-".to_owned(), |key| key.to_string());
            log += &format!("{key} {word} {}\n", name.replace(['\n', '\r'], " "));
        }
        self.log.as_mut().map_or(Ok(()), |out| out.write(&log))
    }

    fn added(&mut self, name: &str, added: Option<Added>) -> &'static str {
        match added {
            Some(Added::New(_)) => {
                self.new += 1;
                self.progress.read();
                "new"
            }
            Some(Added::Refused(fault)) => self.refused(&Failure::new(format!("{name}: {fault}"))),
            Some(Added::Known(_)) | None => self.known(),
        }
    }

    fn known(&mut self) -> &'static str {
        self.known += 1;
        self.progress.read();
        "known"
    }

    fn refused(&mut self, failure: &Failure) -> &'static str {
        self.progress.failed(failure);
        "refused"
    }

    fn end(mut self, path: &Path) -> Result<Outcome, Failure> {
        let gathered = self.writer.gather(|| self.progress.gathering());
        self.progress.clear();
        let (read, failed) = (self.new + self.known, self.progress.failed);
        if read + failed == 0 {
            let failure = Failure::new("no reports in the inputs");
            return Err(failure.hint("name a file, or a folder that holds some"));
        }
        tell(&format!("{}: {}", path.display(), summary(self.new, self.known, failed)));
        gathered?;
        Ok(Outcome::of(read, failed))
    }
}

/// "12 reports: 10 new, 2 known already, 1 could not be read".
fn summary(new: usize, known: usize, failed: usize) -> String {
    let reports = if new + known == 1 { "report" } else { "reports" };
    let failed = if failed == 0 { String::new() } else { format!(", {failed} could not be read") };
    format!("{} {reports}: {new} new, {known} known already{failed}", new + known)
}

/// A line for people. Nothing is left to be done where standard error is closed.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn the_last_line_counts_what_became_of_them() {
        assert_eq!(summary(10, 2, 1), "12 reports: 10 new, 2 known already, 1 could not be read");
        assert_eq!(summary(1, 0, 0), "1 report: 1 new, 0 known already");
    }
}
