//! Copies: which earlier report does this one share most of its text with, and which later ones share theirs with it?

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Result, params};
use sayso_link::copies::{fingerprints, likeness, worth_comparing};
use sayso_wire::{Look, Record};

use crate::ids::ReportId;

/// Reports that are looked at for one fingerprint. What more of them share is no evidence of copying, as a list of links is shared by a whole
/// site.
const COMMON: usize = 256;

/// Notes what a report shares with others. Its `copy_of` is the earliest report that it is alike to; a later one that it is alike to is a copy
/// of it, unless that is a copy of a still earlier one. So the order of adding makes no difference.
pub(crate) fn relate(store: &Connection, report: ReportId, record: &Record) -> Result<()> {
    let prints = fingerprints(&body(record));
    for other in alike(store, &prints)? {
        let (earlier, later) =
            if other.earliness() < report.earliness() { (other, report) } else { (report, other) };
        copy(store, later, earlier)?;
    }
    keep(store, report, &prints)
}

/// The report proper, without what stands around it.
fn body(record: &Record) -> String {
    let look = Look::new(record);
    record.body.iter().map(|span| look.words(*span)).collect::<Vec<_>>().join("\n")
}

fn alike(store: &Connection, prints: &[u64]) -> Result<Vec<ReportId>> {
    let mut alike = Vec::new();
    for (other, shared) in shared(store, prints)? {
        let theirs = of(store, other)?;
        if worth_comparing(shared, prints.len(), theirs.len()) && likeness(prints, &theirs).is_copy() {
            alike.push(other);
        }
    }
    Ok(alike)
}

/// How many fingerprints each other report shares.
fn shared(store: &Connection, prints: &[u64]) -> Result<BTreeMap<ReportId, usize>> {
    let mut find = store.prepare_cached("SELECT report FROM print WHERE hash = ?1 LIMIT ?2")?;
    let mut shared = BTreeMap::new();
    for print in prints {
        let found = find.query_map(params![print.cast_signed(), COMMON], |row| row.get(0))?;
        let found = found.collect::<Result<Vec<i64>>>()?;
        if found.len() < COMMON {
            found.into_iter().for_each(|id| *shared.entry(ReportId(id)).or_default() += 1);
        }
    }
    Ok(shared)
}

fn of(store: &Connection, report: ReportId) -> Result<Vec<u64>> {
    let mut find = store.prepare_cached("SELECT hashes FROM prints WHERE report = ?1")?;
    let bytes: Option<Vec<u8>> = find.query_row([report.0], |row| row.get(0)).optional()?;
    let bytes = bytes.unwrap_or_default();
    Ok(bytes.chunks_exact(8).filter_map(|eight| Some(u64::from_be_bytes(eight.try_into().ok()?))).collect())
}

fn copy(store: &Connection, later: ReportId, earlier: ReportId) -> Result<()> {
    let mut find = store.prepare_cached("SELECT copy_of FROM report WHERE id = ?1")?;
    let known: Option<i64> = find.query_row([later.0], |row| row.get(0))?;
    if known.is_none_or(|known| earlier.earliness() < ReportId(known).earliness()) {
        let mut set = store.prepare_cached("UPDATE report SET copy_of = ?2 WHERE id = ?1")?;
        set.execute(params![later.0, earlier.0])?;
    }
    Ok(())
}

fn keep(store: &Connection, report: ReportId, prints: &[u64]) -> Result<()> {
    let mut add = store.prepare_cached("INSERT INTO print (hash, report) VALUES (?1, ?2)")?;
    for print in prints {
        add.execute(params![print.cast_signed(), report.0])?;
    }
    let bytes: Vec<u8> = prints.iter().flat_map(|print| print.to_be_bytes()).collect();
    store
        .prepare_cached("INSERT INTO prints (report, hashes) VALUES (?1, ?2)")?
        .execute(params![report.0, bytes])?;
    Ok(())
}
