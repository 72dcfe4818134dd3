//! `cargo xtask mutate`: damaged documents must give a refusal or a sound record, soon.
//!
//! Case `n` of a seed is the same document on every machine that has the same fixtures, so a finding can be run again with `--first n --count 1`.

mod clock;
mod damage;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use sayso::{Engine, Gazetteer, Input, show, wire};

pub(crate) use crate::mutate::clock::now;
use crate::mutate::clock::{Clock, Slot};
use crate::random::Random;
use crate::{Stopped, files, samples, say};

/// A document that takes longer is a finding, in a release build.
const LIMIT: Duration = Duration::from_secs(2);
/// And how much longer for each byte, which may be a token of its own: the trained reader takes about 30 µs for one, twice that where the
/// machine is busy.
const LIMIT_A_BYTE: Duration = Duration::from_micros(60);

/// How often it is looked after the threads.
const PULSE: Duration = Duration::from_millis(50);

/// How many to read, and which.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Args {
    /// How many documents
    #[arg(long, default_value_t = 10_000)]
    pub(crate) count: u64,
    /// Which series of documents
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of the first document
    #[arg(long, default_value_t = 0)]
    pub(crate) first: u64,
    /// Leave out the views for people
    #[arg(long)]
    pub(crate) records_only: bool,
    /// Keep the documents of findings in `target/mutants`
    #[arg(long)]
    pub(crate) keep: bool,
}

/// Reads them all and fails where one gave a finding.
pub(crate) fn mutate(args: &Args) -> Result<(), Stopped> {
    let began = now();
    let tally = run(args);
    for (case, finding) in &tally.findings {
        say(&format!("case {case}: {finding}"));
        if args.keep {
            files::write(
                &format!("target/mutants/{}-{case}", args.seed),
                &document(&samples::fixtures(), args.seed, *case),
            )?;
        }
    }
    say(&format!("{tally}, {:.1} seconds in all", began.elapsed().as_secs_f64()));
    match tally.findings.len() {
        0 => Ok(()),
        findings => {
            Err(Stopped(format!("{findings} findings (again: --seed {} --first CASE --count 1)", args.seed)))
        }
    }
}

/// What came of a run.
#[derive(Default)]
pub(crate) struct Tally {
    records: u64,
    refused: u64,
    slowest: (Duration, u64),
    /// Case numbers and what was found.
    pub(crate) findings: Vec<(u64, Finding)>,
}

/// What must not happen.
#[derive(Debug)]
pub(crate) enum Finding {
    /// The engine panicked.
    Panic(String),
    /// The record broke a rule.
    Fault(wire::Fault),
    /// It took longer than [`LIMIT`], most of it in the part that is named.
    Slow(Duration, &'static str),
}

/// Reads the documents on all processors. Damage depends on the case alone, so their number changes nothing.
pub(crate) fn run(args: &Args) -> Tally {
    let fixtures = samples::fixtures();
    let (fixtures, next) = (fixtures.as_slice(), &AtomicU64::new(args.first));
    let slots: Vec<_> =
        (0..thread::available_parallelism().map_or(1, usize::from)).map(|_| Slot::default()).collect();
    let mut all = Tally::default();
    thread::scope(|scope| {
        let begin = |slot| scope.spawn(move || work(args, fixtures, next, slot));
        let workers: Vec<_> = slots.iter().map(begin).collect();
        while !workers.iter().all(|worker| worker.is_finished()) {
            slots.iter().for_each(Slot::watch);
            thread::sleep(PULSE);
        }
        workers.into_iter().filter_map(|worker| worker.join().ok()).for_each(|tally| all.add(tally));
    });
    all.findings.sort_by_key(|&(case, _)| case);
    all
}

fn work(args: &Args, fixtures: &[Vec<u8>], next: &AtomicU64, slot: &Slot) -> Tally {
    let mut tally = Tally::default();
    loop {
        let case = next.fetch_add(1, Ordering::Relaxed);
        if case >= args.first + args.count {
            return tally;
        }
        tally.case(args, case, document(fixtures, args.seed, case), slot);
    }
}

#[expect(clippy::disallowed_methods, reason = "weights and gazetteer are files")]
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let models = files::root().join("models");
    let places = std::fs::read(models.join("places.bin")).expect("the gazetteer is there");
    let weights = std::fs::read(models.join("sayso-core.bin")).expect("the weights are there");
    Engine::new(&weights, Gazetteer::load(places).expect("a gazetteer")).expect("an engine")
});

/// The document of one case.
fn document(fixtures: &[Vec<u8>], seed: u64, case: u64) -> Vec<u8> {
    let mut random = Random::new(seed.wrapping_mul(0xD134_2543_DE82_EF95) ^ case);
    let sample = |random: &mut Random| match random.below(3) {
        0 if !fixtures.is_empty() => random.one_of(fixtures).clone(),
        1 => samples::text(random),
        _ => samples::page(random),
    };
    let mut document = sample(&mut random);
    for _ in 0..random.below(5) {
        let other = sample(&mut random);
        damage::once(&mut document, &other, &mut random);
    }
    document
}

impl Tally {
    fn case(&mut self, args: &Args, case: u64, bytes: Vec<u8>, slot: &Slot) {
        let limit = LIMIT + LIMIT_A_BYTE * u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let input = Input { name: format!("case {case}"), bytes, ..Input::default() };
        let mut clock = Clock::new(case, slot);
        let outcome = catch_unwind(AssertUnwindSafe(|| read(args, &input, &mut clock)));
        self.slowest = self.slowest.max((clock.total, case));
        if clock.total > limit && !cfg!(debug_assertions) {
            self.findings.push((case, Finding::Slow(clock.total, clock.slowest.1)));
        }
        match outcome {
            Ok(None) => self.refused += 1,
            Ok(Some(faults)) => {
                self.records += 1;
                self.findings.extend(faults.into_iter().map(|fault| (case, Finding::Fault(fault))));
            }
            Err(panic) => self.findings.push((case, Finding::Panic(words(&*panic)))),
        }
    }

    fn add(&mut self, other: Tally) {
        self.records += other.records;
        self.refused += other.refused;
        self.slowest = self.slowest.max(other.slowest);
        self.findings.extend(other.findings);
    }
}

/// The faults of the record, and both views of it drawn; `None` for a refusal. A refusal for the engine's own mistake counts as a panic.
fn read(args: &Args, input: &Input, clock: &mut Clock<'_>) -> Option<Vec<wire::Fault>> {
    match clock.time("reading", || sayso::read(input, &ENGINE)) {
        Ok(record) => {
            let json = clock.time("encoding", || wire::to_json(&wire::encode(&record)));
            let faults = clock.time("verifying", || wire::verify(&json));
            if args.records_only {
                return Some(faults);
            }
            clock.time("the text view", || show::terminal(&record, &show::Options::default()));
            clock.time("the page view", || show::page(&[record]));
            Some(faults)
        }
        Err(error) if error.hint().is_some_and(|hint| hint.contains("mistake in sayso")) => {
            std::panic::panic_any(error.to_string())
        }
        Err(_) => None,
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or(panic.downcast_ref::<&str>().copied()).unwrap_or("no message").into()
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Panic(words) => write!(f, "panicked: {words}"),
            Finding::Fault(fault) => write!(f, "the record is not sound: {fault}"),
            Finding::Slow(took, part) => write!(f, "took {:.1} seconds, mostly {part}", took.as_secs_f64()),
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { records, refused, slowest: (took, case), findings } = self;
        write!(f, "{records} records, {refused} refused, {} findings, ", findings.len())?;
        write!(f, "slowest {} ms (case {case})", took.as_millis())
    }
}

#[cfg(test)]
mod tests {
    use super::{Args, document, run};

    #[test]
    fn damaged_documents_give_sound_records() {
        let tally = run(&Args { count: 400, seed: 1, first: 0, records_only: false, keep: false });
        assert!(tally.findings.is_empty(), "{:#?}", tally.findings);
        assert!(tally.records > 100, "{tally}");
    }

    #[test]
    fn a_case_is_always_the_same_document() {
        assert_eq!(document(&[], 1, 7), document(&[], 1, 7));
        assert_ne!(document(&[], 1, 7), document(&[], 2, 7));
    }
}
