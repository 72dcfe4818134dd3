//! `cargo xtask crash`: kills `sayso add` again and again, and looks whether anything that it had acknowledged is missing, broken or twice.
//!
//! A series is one store: the same inputs are added until a run comes to its end, and every run before is killed at a moment of its own. Most
//! series take records, so that nearly all of the time goes into writing; some take texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use sayso::store::{Key, Store};
use sayso::wire;

use crate::mutate::now;
use crate::random::Random;
use crate::synth::Series;
use crate::{Stopped, files, say};

/// Every so many series take texts.
const TEXTS: u64 = 4;

/// How many kills, and which.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How many kills
    #[arg(long, default_value_t = 200)]
    count: u64,
    /// Which series of moments
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Records that a series adds
    #[arg(long, default_value_t = 300)]
    records: u64,
    /// Texts that a series adds
    #[arg(long, default_value_t = 12)]
    texts: u64,
}

/// Kills so many times and fails at the first loss.
pub(crate) fn crash(args: &Args) -> Result<(), Stopped> {
    let program = built()?;
    let folder = files::root().join("target/crash");
    let mut tally = Tally::default();
    let mut random = Random::new(args.seed);
    for series in 0.. {
        if tally.kills >= args.count {
            break;
        }
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("texts"))
            .map_err(|error| Stopped(format!("target/crash: {error}")))?;
        let trial = Trial::new(args, series, &program, &folder)?;
        trial.run(args.count, &mut random, &mut tally)?;
        say(&tally.line());
    }
    let _ = fs::remove_dir_all(&folder);
    say("nothing that was acknowledged was lost, broken or there twice");
    Ok(())
}

/// The program, built in the profile of this one, beside which it stands.
fn built() -> Result<PathBuf, Stopped> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--workspace", "--bin", "sayso"]).current_dir(files::root());
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    let built = cargo.status().map_err(|error| Stopped(format!("cargo build: {error}")))?;
    let here = std::env::current_exe().map_err(|error| Stopped(format!("this program: {error}")))?;
    let program = here.with_file_name(format!("sayso{}", std::env::consts::EXE_SUFFIX));
    if built.success() { Ok(program) } else { Err(Stopped("sayso does not build".into())) }
}

/// What was seen in all series.
#[derive(Default)]
struct Tally {
    kills: u64,
    series: u64,
    /// Kills before anything was acknowledged in the series.
    early: u64,
    /// Kills that left a journal behind which the next to open the store has to sort out.
    journals: u64,
    acknowledged: u64,
}

impl Tally {
    fn line(&self) -> String {
        let Tally { kills, series, early, journals, acknowledged } = self;
        format!(
            "{kills} kills, {series} stores filled, {early} kills before anything was acknowledged, {journals} with a journal left behind, \
             {acknowledged} reports acknowledged"
        )
    }
}

/// One store and what is to be in it.
struct Trial<'a> {
    program: &'a Path,
    store: PathBuf,
    input: PathBuf,
    log: PathBuf,
    /// The text of each report.
    due: BTreeMap<Key, String>,
}

impl<'a> Trial<'a> {
    fn new(args: &Args, series: u64, program: &'a Path, folder: &Path) -> Result<Self, Stopped> {
        let records = Series::new(args.seed ^ (series << 8))?;
        let texts = series % TEXTS == TEXTS - 1;
        let mut trial = Trial {
            program,
            store: folder.join("reports.db"),
            input: folder.join(if texts { "texts" } else { "records.jsonl" }),
            log: folder.join("log"),
            due: BTreeMap::new(),
        };
        let mut lines = String::new();
        for number in 0..if texts { args.texts } else { args.records } {
            let record = records.record(number);
            if texts {
                files::write_at(&trial.input.join(format!("{number}.txt")), record.text.as_bytes())?;
                trial.due.insert(Key::of_document(record.text.as_bytes(), None, None), record.text);
            } else {
                lines += &(wire::to_json(&record) + "\n");
                trial.due.insert(Key::of(&record), record.text);
            }
        }
        if !texts {
            files::write_at(&trial.input, lines.as_bytes())?;
        }
        Ok(trial)
    }

    /// Adds until a run comes to its end.
    fn run(&self, most: u64, random: &mut Random, tally: &mut Tally) -> Result<(), Stopped> {
        let mut known = BTreeSet::new();
        let mut longest = Duration::from_millis(400);
        loop {
            let kill = tally.kills < most;
            let moment = longest.mul_f64(random.below(1_000) as f64 / 1_000.0);
            let began = now();
            let ended = self.add(kill.then_some(moment))?;
            let whole = ended.is_some_and(|status| status.success());
            if ended.is_some() && !whole {
                return Err(Stopped("sayso add failed by itself".into()));
            }
            tally.acknowledged += self.acknowledged(&mut known)?;
            if whole {
                self.complete(&known)?;
                tally.series += 1;
                return Ok(());
            }
            // A run that was not done by then is given more time, so that every moment of a run has its turn.
            longest = longest.max(began.elapsed()) + Duration::from_millis(20);
            tally.kills += 1;
            tally.early += u64::from(known.is_empty());
            tally.journals += u64::from(self.journal());
            self.look(&known)?;
        }
    }

    /// How a run ended; `None` where it was killed.
    fn add(&self, kill: Option<Duration>) -> Result<Option<ExitStatus>, Stopped> {
        let failed = |error: std::io::Error| Stopped(format!("sayso add: {error}"));
        let log = File::create(&self.log).map_err(failed)?;
        let mut add = Command::new(self.program);
        add.arg("add").arg(&self.input).arg("--store").arg(&self.store).args(["--log", "--threads", "2"]);
        let mut child = add.stdin(Stdio::null()).stdout(log).stderr(Stdio::null()).spawn().map_err(failed)?;
        let Some(moment) = kill else { return child.wait().map(Some).map_err(failed) };
        std::thread::sleep(moment);
        if let Some(status) = child.try_wait().map_err(failed)? {
            return Ok(Some(status));
        }
        child.kill().map_err(failed)?;
        let status = child.wait().map_err(failed)?;
        // It may have ended just before.
        Ok(status.success().then_some(status))
    }

    /// Takes up what the run has acknowledged; how many reports it called new.
    fn acknowledged(&self, known: &mut BTreeSet<Key>) -> Result<u64, Stopped> {
        let log = files::read_at(&self.log)?;
        let mut new = 0;
        // A line is an acknowledgement when it is whole.
        for line in log.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')) {
            let mut words = line.splitn(3, ' ');
            let key = words.next().and_then(Key::parse);
            match (key, words.next()) {
                (Some(key), Some("new")) if known.insert(key) => new += 1,
                (Some(key), Some("new")) => {
                    return Err(Stopped(format!("{key} was acknowledged as new twice")));
                }
                // Written by a run that was killed before it could say so.
                (Some(key), Some("known")) => _ = known.insert(key),
                _ => return Err(Stopped(format!("an acknowledgement that cannot be read: {line:?}"))),
            }
        }
        Ok(new)
    }

    fn journal(&self) -> bool {
        let journal = self.store.with_extension("db-wal");
        fs::metadata(journal).is_ok_and(|journal| journal.len() > 0)
    }

    /// After a kill: the store is sound, and all that was acknowledged is in it.
    fn look(&self, known: &BTreeSet<Key>) -> Result<(), Stopped> {
        let Ok(store) = Store::open(&self.store) else {
            let lost = || Stopped(format!("the store is gone with {} acknowledged reports", known.len()));
            return known.is_empty().then_some(()).ok_or_else(lost);
        };
        self.check()?;
        for key in known {
            let page = store.report(*key).map_err(|error| Stopped(error.to_string()))?;
            let page = page.ok_or_else(|| Stopped(format!("{key} was acknowledged and is not there")))?;
            if self.due.get(key) != Some(&page.record.text) {
                return Err(Stopped(format!("{key} is not as it was given")));
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Stopped> {
        let checked = Command::new(self.program).arg("check").arg(&self.store).output();
        let checked = checked.map_err(|error| Stopped(format!("sayso check: {error}")))?;
        let words = String::from_utf8_lossy(&checked.stdout) + String::from_utf8_lossy(&checked.stderr);
        checked.status.success().then_some(()).ok_or_else(|| Stopped(format!("sayso check: {words}")))
    }

    /// At the end: everything is there exactly once.
    fn complete(&self, known: &BTreeSet<Key>) -> Result<(), Stopped> {
        self.look(known)?;
        let store = Store::open(&self.store).map_err(|error| Stopped(error.to_string()))?;
        let mut there: Vec<_> = Vec::new();
        for kept in store.each() {
            there.push(kept.map_err(|error| Stopped(error.to_string()))?.key);
        }
        let due = self.due.keys().map(ToString::to_string).collect::<BTreeSet<_>>();
        let once: BTreeSet<_> = there.iter().cloned().collect();
        if once.len() != there.len() || once != due {
            return Err(Stopped(format!("{} reports are there where {} were given", there.len(), due.len())));
        }
        Ok(())
    }
}
