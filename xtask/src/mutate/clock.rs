//! How long the parts of one case take, and an end to those that find none.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::say;

/// After this a part is taken to have no end.
const PATIENCE: Duration = Duration::from_secs(30);

/// What one thread is at: the case, the part, since when.
#[derive(Default)]
pub(super) struct Slot(Mutex<Option<(u64, &'static str, Instant)>>);

impl Slot {
    fn set(&self, at: Option<(u64, &'static str, Instant)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    /// Ends the program where the part has no end: a thread cannot be stopped from outside.
    pub(super) fn watch(&self) {
        let at = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((case, part, since)) = at
            && since.elapsed() > PATIENCE
        {
            say(&format!("case {case}: {part} has no end, given up after {} seconds", PATIENCE.as_secs()));
            std::process::exit(1);
        }
    }
}

/// Measures one case.
pub(super) struct Clock<'s> {
    case: u64,
    slot: &'s Slot,
    /// All parts together.
    pub(super) total: Duration,
    /// The slowest part.
    pub(super) slowest: (Duration, &'static str),
}

impl<'s> Clock<'s> {
    /// A clock that stands at nothing.
    pub(super) fn new(case: u64, slot: &'s Slot) -> Self {
        Clock { case, slot, total: Duration::ZERO, slowest: (Duration::ZERO, "nothing") }
    }

    /// Does a part of the work.
    pub(super) fn time<T>(&mut self, part: &'static str, work: impl FnOnce() -> T) -> T {
        let began = now();
        self.slot.set(Some((self.case, part, began)));
        let done = work();
        self.slot.set(None);
        let took = began.elapsed();
        self.total += took;
        self.slowest = self.slowest.max((took, part));
        done
    }
}

/// The time.
#[expect(clippy::disallowed_methods, reason = "how long a document takes is what is measured")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
