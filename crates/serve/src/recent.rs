//! Answers given lately, so that a question that is asked again costs nothing. All are forgotten as soon as the store changes.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use sayso::store::Store;

/// Bytes that all kept answers may have, in two halves.
const MOST: usize = 16 << 20;

/// Which state of the store an answer is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Version(Option<i64>);

/// Answers by path and query.
pub(crate) struct Recent(Mutex<Inner>);

struct Inner {
    /// A connection of its own: the number by which SQLite tells that somebody else has written is one of the connection.
    store: Store,
    of: Version,
    /// Kept or used since the other half was full.
    young: Half,
    old: Half,
}

#[derive(Default)]
struct Half {
    answers: BTreeMap<String, Bytes>,
    bytes: usize,
}

impl Recent {
    /// Of a store, with none.
    pub(crate) fn new(store: Store) -> Self {
        Recent(Mutex::new(Inner { store, of: Version(None), young: Half::default(), old: Half::default() }))
    }

    /// The state of the store now, and the answer to this question, if it was given in the same state.
    pub(crate) fn get(&self, question: &str) -> (Version, Option<Bytes>) {
        let mut inner = self.inner();
        let now = Version(inner.store.version().ok());
        if now != inner.of || now.0.is_none() {
            inner.young = Half::default();
            inner.old = Half::default();
            inner.of = now;
            return (now, None);
        }
        let answer = inner.young.answers.get(question).cloned();
        let answer = answer.or_else(|| {
            let again = inner.old.take(question)?;
            inner.keep(question, again.clone());
            Some(again)
        });
        (now, answer)
    }

    /// Keeps an answer that is no older than this state: if the store changed while it was made, it is not used.
    pub(crate) fn put(&self, of: Version, question: &str, answer: &Bytes) {
        let mut inner = self.inner();
        if of == inner.of && of.0.is_some() && answer.len() < MOST / 8 {
            inner.keep(question, answer.clone());
        }
    }

    fn inner(&self) -> std::sync::MutexGuard<'_, Inner> {
        // Every entry is whole at all times.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn keep(&mut self, question: &str, answer: Bytes) {
        self.young.take(question);
        self.young.bytes += question.len() + answer.len();
        self.young.answers.insert(question.into(), answer);
        if self.young.bytes > MOST / 2 {
            self.old = std::mem::take(&mut self.young);
        }
    }
}

impl Half {
    fn take(&mut self, question: &str) -> Option<Bytes> {
        let answer = self.answers.remove(question)?;
        self.bytes -= question.len() + answer.len();
        Some(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::Recent;
    use axum::body::Bytes;
    use sayso::store::{Batch, Store, Writer};

    #[test]
    fn answers_are_kept_until_the_store_changes_and_no_longer() {
        let path = std::env::temp_dir().join(format!("sayso-recent-{}.db", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let mut writer = Writer::open(&path).unwrap();
        let recent = Recent::new(Store::open(&path).unwrap());
        let answer = Bytes::from_static(b"{}");
        let (before, none) = recent.get("/a");
        assert!(none.is_none());
        recent.put(before, "/a", &answer);
        assert_eq!(recent.get("/a").1, Some(answer.clone()));
        assert_eq!(recent.get("/b").1, None);
        let failed = vec![("a.txt".into(), "is no text".into())];
        writer.write(&Batch { failed, ..Batch::default() }).unwrap();
        let (after, none) = recent.get("/a");
        assert!(none.is_none() && after != before);
        // What was asked before the change and came after it.
        recent.put(before, "/a", &answer);
        assert_eq!(recent.get("/a").1, None);
        drop(writer);
        let _ = std::fs::remove_file(&path);
    }

    #[test]
    fn the_oldest_make_room() {
        let path = std::env::temp_dir().join(format!("sayso-room-{}.db", std::process::id()));
        drop(Writer::open(&path).unwrap());
        let recent = Recent::new(Store::open(&path).unwrap());
        let long = Bytes::from(vec![b' '; 3 << 19]);
        let (version, _) = recent.get("/0");
        for at in 0..30 {
            recent.put(version, &format!("/{at}"), &long);
            // Asked again and again, so it stays.
            assert!(recent.get("/0").1.is_some(), "{at}");
        }
        assert!(recent.get("/29").1.is_some());
        assert!((1..20).all(|at| recent.get(&format!("/{at}")).1.is_none()));
        let _ = std::fs::remove_file(&path);
    }
}
