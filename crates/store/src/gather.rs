//! Gathering: what was added lies in the index in many segments, and every question looks into each. Gathered, they are one.
//!
//! That writes the whole index anew, so it is done when a good share of it is new, and not after each report. It goes in steps, each a
//! transaction of its own: whoever else writes waits for one step, readers for none, and a kill between two loses nothing but the work left.

use rusqlite::{Connection, ErrorCode, Result, params};

use crate::error::Error;
use crate::writer::Writer;

/// Fewer new items than these make no segments to speak of.
const FEW: i64 = 8192;

/// New items are a good share from one in so many.
const SHARE: i64 = 10;

/// Pages of the index that a step writes: well under a second, of the two that another writer waits, and no more room than that on the disk,
/// because the next step takes the pages that this one has emptied.
const STEP: i64 = 1024;

impl Writer {
    /// The end of a long work: gathers the index, if a good share of it was added since that was last done. Calls `step` after every
    /// step. Where somebody else is writing, it is left to them.
    ///
    /// # Errors
    /// Where the file cannot be written. All that was added is in it.
    pub fn gather(&mut self, step: impl FnMut()) -> std::result::Result<(), Error> {
        match gather(&self.connection, STEP, step) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
            gathered => gathered.map_err(|error| Error::sqlite(&self.path, &error)),
        }
    }
}

/// Notes, in their transaction, that so many items were put into the index.
pub(crate) fn note(store: &Connection, items: usize) -> Result<()> {
    let items = i64::try_from(items).unwrap_or(i64::MAX);
    let sql = "UPDATE gathering SET items = items + ?1, loose = loose + ?1";
    store.prepare_cached(sql)?.execute([items]).map(drop)
}

fn gather(store: &Connection, pages: i64, mut step: impl FnMut()) -> Result<()> {
    let counts = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let (items, loose): (i64, i64) = store.query_row("SELECT items, loose FROM gathering", [], counts)?;
    if loose < FEW || loose < items / SHARE {
        return Ok(());
    }
    let mut more = begin(store, pages)?;
    while more {
        step();
        more = merge(store, pages)?;
    }
    // Somebody else may have added others meanwhile.
    store.execute("UPDATE gathering SET loose = max(loose - ?1, 0)", params![loose]).map(drop)
}

/// The first step takes all segments that there are.
fn begin(store: &Connection, pages: i64) -> Result<bool> {
    merge(store, -pages)
}

/// Whether there was anything to do.
fn merge(store: &Connection, pages: i64) -> Result<bool> {
    let before = store.total_changes();
    store.prepare_cached("INSERT INTO item (item, rank) VALUES ('merge', ?1)")?.execute([pages])?;
    // The command itself counts as one.
    Ok(store.total_changes() > before + 1)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{FEW, STEP, begin, gather, merge, note};
    use crate::Writer;

    /// A store of its own, gone with it.
    struct Made(PathBuf);

    impl Made {
        fn new(name: &str) -> Made {
            let path = std::env::temp_dir().join(format!("sayso-gather-{name}-{}.db", std::process::id()));
            let _ = std::fs::remove_file(&path);
            Made(path)
        }

        fn writer(&self) -> Writer {
            Writer::open(&self.0).unwrap()
        }
    }

    impl Drop for Made {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }

    /// Items from `first` on, so many a batch.
    fn add(writer: &mut Writer, first: i64, batches: i64, each: i64) {
        for batch in 0..batches {
            let store = writer.connection.transaction().unwrap();
            let from = first + batch * each;
            for id in from..from + each {
                let words = format!("river{} bridge{} convoy{id}", id % 7, id % 1013);
                let sql = "INSERT INTO item (rowid, words, tags) VALUES (?1, ?2, 'item0')";
                store.prepare_cached(sql).unwrap().execute((id, words)).unwrap();
            }
            note(&store, usize::try_from(each).unwrap()).unwrap();
            store.commit().unwrap();
        }
    }

    fn number(writer: &Writer, sql: &str) -> i64 {
        writer.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    fn segments(writer: &Writer) -> i64 {
        number(writer, "SELECT count(DISTINCT segid) FROM item_idx")
    }

    fn found(writer: &Writer) -> i64 {
        number(writer, "SELECT count(*) FROM item WHERE item MATCH 'tags : item0'")
    }

    #[test]
    fn after_much_was_added_the_index_is_one_segment() {
        let made = Made::new("much");
        let mut writer = made.writer();
        add(&mut writer, 1, 22, 400);
        assert!(segments(&writer) > 3, "{}", segments(&writer));
        writer.gather(|| ()).unwrap();
        assert_eq!((segments(&writer), found(&writer)), (1, 8800));
        assert_eq!(number(&writer, "SELECT loose FROM gathering"), 0);
    }

    #[test]
    fn a_little_more_is_left_where_it_is() {
        let made = Made::new("little");
        let mut writer = made.writer();
        add(&mut writer, 1, 10, 100);
        let loose = segments(&writer);
        writer.gather(|| panic!("a small store was gathered")).unwrap();
        assert_eq!(segments(&writer), loose);
        // Many, but few beside what there is.
        note(&writer.connection, usize::try_from(FEW).unwrap() * 20).unwrap();
        writer.gather(|| ()).unwrap();
        add(&mut writer, 2000, 3, FEW / 3 + 1);
        let loose = segments(&writer);
        assert!(loose > 1);
        writer.gather(|| panic!("a big store was gathered for a few")).unwrap();
        assert_eq!(segments(&writer), loose);
    }

    #[test]
    fn what_was_cut_short_is_done_the_next_time() {
        let made = Made::new("cut");
        let mut writer = made.writer();
        add(&mut writer, 1, 22, 400);
        assert!(begin(&writer.connection, 1).unwrap());
        drop(writer);
        let mut writer = made.writer();
        assert!(segments(&writer) > 1);
        assert_eq!(found(&writer), 8800);
        add(&mut writer, 9000, 1, 1);
        let mut steps = 0;
        gather(&writer.connection, 1, || steps += 1).unwrap();
        assert!(steps > 1, "{steps}");
        assert_eq!((segments(&writer), found(&writer)), (1, 8801));
        let whole = "INSERT INTO item (item) VALUES ('integrity-check')";
        writer.connection.execute_batch(whole).unwrap();
    }

    /// Each time the index gets another level, of which it can have so many.
    #[test]
    fn it_can_be_done_again_and_again() {
        let made = Made::new("again");
        let mut writer = made.writer();
        add(&mut writer, 1, 2, 50);
        for more in 0..100 {
            add(&mut writer, 1000 + more, 1, 1);
            begin(&writer.connection, STEP).unwrap();
            while merge(&writer.connection, STEP).unwrap() {}
            assert_eq!((segments(&writer), found(&writer)), (1, 101 + more));
        }
    }

    #[test]
    fn it_is_left_to_whoever_is_writing() {
        let made = Made::new("busy");
        let (mut one, other) = (made.writer(), made.writer());
        add(&mut one, 1, 22, 400);
        one.connection.pragma_update(None, "busy_timeout", 0).unwrap();
        other.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        one.gather(|| ()).unwrap();
        assert!(segments(&one) > 1);
        other.connection.execute_batch("ROLLBACK").unwrap();
        one.gather(|| ()).unwrap();
        assert_eq!(segments(&one), 1);
    }
}
