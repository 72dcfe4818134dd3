//! Copies: which earlier report does this one share most of its text with, and which later ones share theirs with it?

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Result, params};
use sayso_link::copies::{fingerprints, likeness};
use sayso_wire::{Look, Record};

use crate::ids::ReportId;

/// Reports that are looked at for one fingerprint. What more of them share is no evidence of copying, as a list of links is shared by a whole
/// site.
const COMMON: usize = 256;

/// A report of more hashes than these is found by half of them; whoever shares enough of all shares some of those.
const DENSE: usize = 48;

/// Fewer shared hashes than these are not looked at.
const SOME: usize = 2;

/// The sample of a report's text, as it is kept.
pub(crate) fn sample(record: &Record) -> Vec<u64> {
    let look = Look::new(record);
    // The report proper, without what stands around it.
    let body = record.body.iter().map(|span| look.words(*span)).collect::<Vec<_>>().join("\n");
    fingerprints(&body)
}

/// Notes what a report shares with others. Its `copy_of` is the earliest report that it is alike to; a later one that it is alike to is a copy
/// of it, unless that is a copy of a still earlier one. So the order of adding makes no difference.
pub(crate) fn relate(store: &Connection, report: ReportId, prints: &[u64]) -> Result<()> {
    for other in alike(store, prints)? {
        let (earlier, later) =
            if other.earliness() < report.earliness() { (other, report) } else { (report, other) };
        copy(store, later, earlier)?;
    }
    keep(store, report, prints)
}

fn alike(store: &Connection, prints: &[u64]) -> Result<Vec<ReportId>> {
    let ours = unpacked(&packed(prints));
    let mut alike = Vec::new();
    for (other, shared) in shared(store, prints)? {
        if shared >= SOME && likeness(&ours, &of(store, other)?).is_copy() {
            alike.push(other);
        }
    }
    Ok(alike)
}

/// How many of the fingerprints by which reports are found each other report shares.
fn shared(store: &Connection, prints: &[u64]) -> Result<BTreeMap<ReportId, usize>> {
    let mut find = store.prepare_cached("SELECT report FROM print WHERE hash = ?1 LIMIT ?2")?;
    let mut shared = BTreeMap::new();
    for hash in index(prints) {
        let found = find.query_map(params![hash, COMMON], |row| row.get(0))?;
        let found = found.collect::<Result<Vec<i64>>>()?;
        if found.len() < COMMON {
            found.into_iter().for_each(|id| *shared.entry(ReportId(id)).or_default() += 1);
        }
    }
    Ok(shared)
}

/// The hashes by which a report is found, cut to 31 bits: half the room, and what is found by chance is not alike.
pub(crate) fn index(prints: &[u64]) -> impl Iterator<Item = i64> {
    let some = prints.len() > DENSE;
    let mut hashes: Vec<_> = prints
        .iter()
        .filter(|print| !some || **print >> 33 & 1 == 0)
        .map(|print| (*print >> 1 & 0x7fff_ffff).cast_signed())
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.into_iter()
}

/// Their upper 31 bits and the last, which has a meaning of its own.
fn packed(prints: &[u64]) -> Vec<u8> {
    let cut = |print: &u64| (*print >> 32 & 0xffff_fffe | *print & 1).to_be_bytes();
    prints.iter().flat_map(|print| cut(print)[4..].to_vec()).collect()
}

fn unpacked(bytes: &[u8]) -> Vec<u64> {
    let number = |four: &[u8]| four.iter().fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte));
    bytes.chunks_exact(4).map(number).map(|cut| (cut & !1) << 32 | cut & 1).collect()
}

fn of(store: &Connection, report: ReportId) -> Result<Vec<u64>> {
    let mut find = store.prepare_cached("SELECT hashes FROM prints WHERE report = ?1")?;
    let bytes: Option<Vec<u8>> = find.query_row([report.0], |row| row.get(0)).optional()?;
    Ok(unpacked(&bytes.unwrap_or_default()))
}

/// Whether the store holds these fingerprints for a report.
pub(crate) fn is_kept(store: &Connection, report: ReportId, prints: &[u64]) -> Result<bool> {
    let mut find = store.prepare_cached("SELECT 1 FROM print WHERE hash = ?1 AND report = ?2")?;
    for hash in index(prints) {
        if !find.exists(params![hash, report.0])? {
            return Ok(false);
        }
    }
    Ok(of(store, report)? == unpacked(&packed(prints)))
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
    for hash in index(prints) {
        add.execute(params![hash, report.0])?;
    }
    store
        .prepare_cached("INSERT INTO prints (report, hashes) VALUES (?1, ?2)")?
        .execute(params![report.0, packed(prints)])?;
    Ok(())
}
