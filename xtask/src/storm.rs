//! `cargo xtask storm`: fills a store with synthetic records and asks it questions, and tells how long that takes and how large it is.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::Duration;

use sayso::store::{Added, Batch, Prepared, Query, Store, Writer};
use sayso::wire;

use crate::mutate::now;
use crate::random::Random;
use crate::synth::Series;
use crate::{Stopped, say};

/// Records in one transaction.
const BATCH: usize = 256;

/// How many, and where.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How many records
    #[arg(long, default_value_t = 100_000)]
    count: u64,
    /// Which series
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Questions of each sort
    #[arg(long, default_value_t = 200)]
    questions: usize,
    /// The store to make, or one that a storm has made, to be asked again
    #[arg(short, long, default_value = "target/storm.db")]
    output: PathBuf,
}

/// Fills, asks, tells.
pub(crate) fn storm(args: &Args) -> Result<(), Stopped> {
    if !args.output.exists() {
        fill(args)?;
    }
    ask(args)
}

fn stopped(error: impl std::fmt::Display) -> Stopped {
    Stopped(error.to_string())
}

/// As `sayso add` does with records: all processors prepare, one writes.
fn fill(args: &Args) -> Result<(), Stopped> {
    let series = Series::new(args.seed)?;
    let mut writer = Writer::open(&args.output).map_err(stopped)?;
    let next = AtomicU64::new(0);
    let began = now();
    let (mut records, mut statements, mut events) = (0, 0, 0);
    let mut writing = Duration::ZERO;
    thread::scope(|scope| {
        let (give, ready) = sync_channel(BATCH);
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            let (give, series, next) = (give.clone(), &series, &next);
            scope.spawn(move || {
                while let Some(number) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).filter(|n| *n < args.count)
                {
                    let json = wire::to_json(&series.record(number));
                    let record: wire::Record = serde_json::from_str(&json).expect("a record");
                    let size = (record.statements.len(), record.events.len());
                    if give.send((Prepared::of_json(&json), size)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(give);
        while let Ok(first) = ready.recv() {
            let mut batch = Batch::default();
            for (record, (said, done)) in std::iter::once(first).chain(ready.iter().take(BATCH - 1)) {
                batch.records.push(record.map_err(Stopped)?);
                statements += said;
                events += done;
            }
            let start = now();
            let added = writer.write(&batch).map_err(stopped)?;
            writing += start.elapsed();
            records += added.iter().filter(|one| matches!(one, Added::New(_))).count();
            if records % (BATCH * 40) < BATCH {
                say(&format!(
                    "{records} records, {:.0} seconds, of which {:.0} writing",
                    began.elapsed().as_secs_f64(),
                    writing.as_secs_f64()
                ));
            }
        }
        Ok::<_, Stopped>(())
    })?;
    let start = now();
    writer.gather(|| ()).map_err(stopped)?;
    writing += start.elapsed();
    drop(writer);
    let (took, size) =
        (began.elapsed().as_secs_f64(), std::fs::metadata(&args.output).map_err(stopped)?.len());
    say(&format!(
        "{records} records with {statements} statements and {events} events in {took:.1} seconds ({:.1} writing): {:.0} records and {:.0} \
         statements a second; {} MB, {} bytes a record, {} bytes a statement",
        writing.as_secs_f64(),
        records as f64 / took,
        statements as f64 / took,
        size / 1_000_000,
        size / records.max(1) as u64,
        size / statements.max(1) as u64,
    ));
    Ok(())
}

/// Questions made of what the records hold, so that each finds something.
fn ask(args: &Args) -> Result<(), Stopped> {
    let store = Store::open(&args.output).map_err(stopped)?;
    let series = Series::new(args.seed)?;
    let mut random = Random::new(args.seed ^ 0xA5);
    let queries: Vec<_> = (0..args.questions)
        .map(|_| {
            let number = random.bits() % args.count;
            query(&series.record(number), &mut random)
        })
        .collect();
    let words = |query: &Query| Query { words: query.words.clone(), ..Query::default() };
    time("search, words and three filters", &queries, |query| {
        store.search(query, None, 20).map(|found| found.hits.len())
    })?;
    time("search, words alone", &queries, |query| {
        store.search(&words(query), None, 20).map(|found| found.hits.len())
    })?;
    time("trace, words alone", &queries, |query| {
        // Words that say nothing by themselves are no claim.
        store
            .trace(&words(query))
            .map(|trace| trace.sayings.len())
            .or_else(|error| if error.is_question() { Ok(0) } else { Err(error) })
    })?;
    time("timeline of an actor", &queries, |query| {
        store
            .timeline(&Query { actor: query.speaker.clone(), ..Query::default() })
            .map(|timeline| timeline.days.len())
    })?;
    time("timeline, words alone", &queries, |query| {
        store.timeline(&words(query)).map(|timeline| timeline.days.len())
    })
}

/// Two words of a statement; who says it, its stance, and a span of days around that of its report.
fn query(record: &wire::Record, random: &mut Random) -> Query {
    let look = wire::Look::new(record);
    let statement = random.one_of(&record.statements);
    let said = statement.content.iter().map(|span| look.words(*span)).collect::<Vec<_>>().join(" ");
    let long: Vec<_> = said
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 4 && *word != "because" && !word.chars().any(|c| c.is_ascii_digit()))
        .collect();
    let day: Option<jiff::civil::Date> = record.published.as_deref().and_then(|day| day.parse().ok());
    let near = |days: i64| day.map(|day| day.saturating_add(jiff::Span::new().days(days)).to_string());
    Query {
        words: format!("{} {}", random.one_of(&long), random.one_of(&long)),
        speaker: statement.source.first().and_then(|id| look.actor_with(id)).map(|actor| actor.name.clone()),
        stance: Some(statement.stance),
        from: near(-90),
        to: near(90),
        ..Query::default()
    }
}

fn time<E: std::fmt::Display>(
    what: &str,
    queries: &[Query],
    ask: impl Fn(&Query) -> Result<usize, E>,
) -> Result<(), Stopped> {
    let mut times = Vec::new();
    let mut found = 0;
    for query in queries {
        let began = now();
        let hits = ask(query).map_err(stopped)?;
        times.push(began.elapsed());
        found += usize::from(hits > 0);
    }
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1_000.0;
    say(&format!(
        "{what}: p50 {:.1} ms, p95 {:.1} ms, slowest {:.1} ms; {found} of {} found something",
        at(50),
        at(95),
        at(100),
        queries.len()
    ));
    Ok(())
}
