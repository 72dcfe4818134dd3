//! `cargo xtask load`: requests at a given rate against a server that is running, and how long they took.
//!
//! An open loop: request `n` is due at `n / rate` seconds, whatever became of those before it, and its time counts from then. A server that
//! stalls makes every request late that was due meanwhile, as people would notice. (A closed loop, in which each client waits for its
//! answer before it asks again, hides this.) What is asked is drawn from the server's own answers, by a fixed seed.

mod http;
mod mix;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Stopped, say};
use http::Client;

/// Send requests at a fixed rate to a server that is running, and tell how long they took
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Where it runs
    #[arg(long, default_value = "http://127.0.0.1:7997")]
    url: String,
    /// Requests a second
    #[arg(long, default_value_t = 200)]
    rate: u32,
    /// How long
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Different questions, the n-th asked in proportion to 1/n, as people repeat each other; left out, every one is new
    #[arg(long)]
    questions: Option<usize>,
    /// Connections, each with one request at a time
    #[arg(long, default_value_t = 64)]
    connections: usize,
    /// Seed of what is drawn
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Fail where the 99th percentile is above this many milliseconds
    #[arg(long)]
    p99: Option<u32>,
}

/// What became of a request.
struct Done {
    kind: usize,
    /// From when it was due.
    took: Duration,
    fault: Option<String>,
}

pub(crate) fn load(args: &Args) -> Result<(), Stopped> {
    let host = args.url.strip_prefix("http://").unwrap_or(&args.url).trim_end_matches('/');
    let count = args.rate as usize * args.seconds as usize;
    let requests = mix::requests(&mut Client::new(host), args.seed, count, args.questions)?;
    say(&format!("{} requests, {} a second, drawn from what {host} holds", requests.len(), args.rate));
    let next = AtomicUsize::new(0);
    let start = now();
    let all: Vec<Done> = thread::scope(|scope| {
        let work = || one_connection(host, &requests, args.rate, start, &next);
        let clients: Vec<_> = (0..args.connections).map(|_| scope.spawn(work)).collect();
        clients.into_iter().flat_map(|client| client.join().unwrap_or_default()).collect()
    });
    tell(&all, requests.len(), start.elapsed(), args)
}

#[expect(clippy::disallowed_methods, reason = "a chore that measures time")]
fn now() -> Instant {
    Instant::now()
}

fn one_connection(
    host: &str,
    requests: &[mix::Request],
    rate: u32,
    start: Instant,
    next: &AtomicUsize,
) -> Vec<Done> {
    let mut client = Client::new(host);
    let mut done = Vec::new();
    loop {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some(request) = requests.get(at) else { return done };
        let due = start + Duration::from_secs_f64(at as f64 / f64::from(rate));
        thread::sleep(due.saturating_duration_since(now()));
        let fault = match client.get(&request.path) {
            Ok((200, _)) => None,
            Ok((status, _)) => Some(format!("{status} for {}", request.path)),
            Err(error) => Some(format!("{error} for {}", request.path)),
        };
        done.push(Done { kind: request.kind, took: due.elapsed(), fault });
    }
}

fn tell(all: &[Done], asked: usize, took: Duration, args: &Args) -> Result<(), Stopped> {
    let faults: Vec<&str> = all.iter().filter_map(|done| done.fault.as_deref()).collect();
    say(&format!("{} answered in {:.1} s, {} errors", all.len(), took.as_secs_f64(), faults.len()));
    faults.iter().take(5).for_each(|fault| say(&format!("  {fault}")));
    for (kind, (name, _)) in mix::KINDS.iter().enumerate() {
        row(name, all.iter().filter(|done| done.kind == kind));
    }
    let p99 = row("all", all.iter());
    let most = args.p99.map_or(f64::INFINITY, f64::from);
    if !faults.is_empty() || all.len() < asked {
        return Err(Stopped(format!("{} errors, {} of {asked} answered", faults.len(), all.len())));
    }
    if p99 > most {
        return Err(Stopped(format!("99th percentile {p99:.1} ms, above {most} ms")));
    }
    Ok(())
}

/// A line of percentiles in milliseconds; the 99th comes back.
fn row<'d>(name: &str, done: impl Iterator<Item = &'d Done>) -> f64 {
    let mut times: Vec<f64> = done.map(|done| done.took.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    let [p50, p95, p99, most] = [50, 95, 99, 100].map(|part| percentile(&times, part));
    say(&format!(
        "{name:>9} {:>6}  p50 {p50:7.1} ms  p95 {p95:7.1} ms  p99 {p99:7.1} ms  max {most:7.1} ms",
        times.len()
    ));
    p99
}

/// The smallest time that so many hundredths do not exceed.
fn percentile(sorted: &[f64], part: usize) -> f64 {
    let rank = (sorted.len() * part).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn percentiles_are_nearest_ranks() {
        let times: Vec<f64> = (1..=200).map(f64::from).collect();
        assert_eq!(
            [50, 95, 99, 100].map(|part| percentile(&times, part)).map(|p| p as u32),
            [100, 190, 198, 200]
        );
        assert_eq!(percentile(&[], 99).to_bits(), 0);
        assert_eq!(percentile(&[7.0], 50) as u32, 7);
    }
}
