//! Many documents over many threads, results in the order of the inputs, memory bounded.
//!
//! One thread reads inputs, the others work, the caller's takes results in order. A document enters only with a token, and its token comes
//! back when its result has been handed on; so a slow document holds up the reading, and results that wait for it are never more than the
//! tokens.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::failure::Failure;

/// Documents under way for each thread: enough that none waits while a large one is being worked on.
const AHEAD: usize = 4;

/// How many threads: as asked, else one a processor.
pub(crate) fn threads(asked: Option<u16>) -> usize {
    asked.map_or_else(|| thread::available_parallelism().map_or(1, NonZero::get), usize::from)
}

/// Puts every item that `inputs` yields through `work` on `threads` threads, and hands each result to `take` in the order of the inputs.
/// `inputs` is called on a thread of its own, so it may wait for a slow reader while results come out. Stops at the first error of `take`.
pub(crate) fn in_order<I, T, R>(
    inputs: impl FnOnce() -> I + Send,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure>
where
    I: Iterator<Item = T>,
    T: Send,
    R: Send,
{
    let tokens = threads * AHEAD;
    let (give, token) = sync_channel(tokens);
    let (job, jobs) = sync_channel(tokens);
    let (done, results) = channel();
    let jobs = Mutex::new(jobs);
    thread::scope(|scope| {
        // Moved in, so that leaving the scope early closes the channels and every thread comes to its end.
        let (give, results): (SyncSender<()>, Receiver<(usize, R)>) = (give, results);
        (0..tokens).try_for_each(|_| give.send(())).unwrap_or_default();
        scope.spawn(move || feed(inputs(), &token, &job));
        for _ in 0..threads {
            let done = done.clone();
            scope.spawn(|| toil(&jobs, &work, done));
        }
        drop(done);
        collect(&results, &give, &mut take)
    })
}

fn feed<T>(inputs: impl Iterator<Item = T>, token: &Receiver<()>, job: &SyncSender<(usize, T)>) {
    for numbered in inputs.enumerate() {
        if token.recv().is_err() || job.send(numbered).is_err() {
            return;
        }
    }
}

fn toil<T, R>(jobs: &Mutex<Receiver<(usize, T)>>, work: &impl Fn(T) -> R, done: Sender<(usize, R)>) {
    loop {
        // A receiver cannot be left half changed, so a poisoned lock does no harm.
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((at, input)) = job else { return };
        if done.send((at, work(input))).is_err() {
            return;
        }
    }
}

fn collect<R>(
    results: &Receiver<(usize, R)>,
    give: &SyncSender<()>,
    take: &mut impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (at, result) in results {
        early.insert(at, result);
        while let Some(result) = early.remove(&next) {
            take(result)?;
            next += 1;
            // The feeder has gone when the inputs are at their end.
            let _ = give.send(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::{AHEAD, in_order};
    use crate::failure::Failure;

    #[test]
    fn results_come_in_the_order_of_the_inputs() {
        for threads in [1, 2, 8] {
            let mut seen = Vec::new();
            let slow_at_first = |n: u64| {
                std::thread::sleep(Duration::from_millis(if n.is_multiple_of(7) { 5 } else { 0 }));
                n * n
            };
            let done = in_order(
                || 0..100,
                threads,
                slow_at_first,
                |n| {
                    seen.push(n);
                    Ok(())
                },
            );
            assert_eq!(done, Ok(()));
            assert_eq!(seen, (0..100).map(|n| n * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_slow_document_holds_up_the_reading() {
        let read = AtomicUsize::new(0);
        let most = AtomicUsize::new(0);
        let inputs = || (0..200).inspect(|_| _ = read.fetch_add(1, Ordering::SeqCst));
        let work = |n: usize| {
            if n == 0 {
                std::thread::sleep(Duration::from_millis(50));
                most.store(read.load(Ordering::SeqCst), Ordering::SeqCst);
            }
        };
        in_order(inputs, 2, work, |()| Ok(())).unwrap();
        // One more is in the reader's hand.
        assert!(most.load(Ordering::SeqCst) <= 2 * AHEAD + 1, "{most:?}");
    }

    #[test]
    fn an_error_of_the_taker_ends_it_all() {
        let end = Failure::new("disk full");
        let done = in_order(|| 0.., 4, |n: u64| n, |n| if n < 10 { Ok(()) } else { Err(end.clone()) });
        assert_eq!(done, Err(end));
    }
}
