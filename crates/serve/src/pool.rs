//! A fixed number of tools for blocking work, and a queue that ends: who finds it full is told so, and nothing piles up in memory.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::Problem;

/// Tools that one piece of work uses at a time.
pub(crate) struct Pool<T> {
    tools: Mutex<Vec<T>>,
    /// One permit a tool.
    seats: Arc<Semaphore>,
    /// One permit a tool and a place in the queue.
    places: Arc<Semaphore>,
}

/// A place among those who work or wait.
pub(crate) struct Place {
    _held: OwnedSemaphorePermit,
}

impl<T: Send + 'static> Pool<T> {
    /// With these tools, and this many places to wait.
    pub(crate) fn new(tools: Vec<T>, queue: usize) -> Arc<Self> {
        let seats = tools.len();
        Arc::new(Pool {
            tools: Mutex::new(tools),
            seats: Arc::new(Semaphore::new(seats)),
            places: Arc::new(Semaphore::new(seats + queue)),
        })
    }

    /// A place, if one is free.
    pub(crate) fn place(&self) -> Result<Place, Problem> {
        let held = self.places.clone().try_acquire_owned();
        held.map(|held| Place { _held: held }).map_err(|_| Problem::busy())
    }

    /// Runs `work` on a blocking thread when a tool is free. Work that has begun ends, also where nobody waits for it any more, and keeps
    /// its seat until then.
    pub(crate) async fn run<R: Send + 'static>(
        self: &Arc<Self>,
        place: Place,
        work: impl FnOnce(&mut T) -> R + Send + 'static,
    ) -> Result<R, Problem> {
        let seat = self.seats.clone().acquire_owned().await.map_err(|_| Problem::busy())?;
        let pool = Arc::clone(self);
        let work = move || {
            let mut lent = Lent::new(&pool);
            let result = lent.tool.as_mut().map(work);
            drop((lent, seat, place));
            result
        };
        let done = tokio::task::spawn_blocking(work).await;
        done.ok().flatten().ok_or_else(Problem::mistake)
    }

    fn tools(&self) -> std::sync::MutexGuard<'_, Vec<T>> {
        // Only pushed to and popped from, so no panic leaves it half changed.
        self.tools.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A tool that goes back also where the work panics.
struct Lent<'p, T: Send + 'static> {
    pool: &'p Pool<T>,
    tool: Option<T>,
}

impl<'p, T: Send + 'static> Lent<'p, T> {
    fn new(pool: &'p Pool<T>) -> Self {
        Lent { pool, tool: pool.tools().pop() }
    }
}

impl<T: Send + 'static> Drop for Lent<'_, T> {
    fn drop(&mut self) {
        self.pool.tools().extend(self.tool.take());
    }
}

#[cfg(test)]
mod tests {
    use super::Pool;
    use axum::http::StatusCode;

    fn wait_for<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
    }

    #[test]
    fn a_full_queue_refuses_and_frees_again() {
        let pool = Pool::new(vec![1], 1);
        let (first, second) = (pool.place().unwrap(), pool.place().unwrap());
        assert_eq!(pool.place().err().unwrap().status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(wait_for(pool.run(first, |tool| *tool + 1)).unwrap(), 2);
        assert!(pool.place().is_ok());
        drop(second);
    }

    #[test]
    fn a_panic_costs_no_tool() {
        let pool = Pool::new(vec!["tool"], 0);
        for _ in 0..3 {
            let place = pool.place().unwrap();
            let failed = wait_for(pool.run(place, |_| assert_eq!(1, 2, "on purpose")));
            assert_eq!(failed.unwrap_err().status(), StatusCode::INTERNAL_SERVER_ERROR);
        }
        assert_eq!(wait_for(pool.run(pool.place().unwrap(), |tool| *tool)).unwrap(), "tool");
    }
}
