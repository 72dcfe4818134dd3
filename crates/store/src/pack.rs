//! A record as it lies in the store: its JSON, deflated.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use sayso_wire::Record;

/// No record is larger than this, unpacked: a bound for damaged files (a document has at most 10 MB).
const MOST: u64 = 1 << 30;

/// Higher levels take longer for next to nothing: 1 % for twice the time.
const LEVEL: u32 = 6;

pub(crate) fn pack(json: &str) -> Vec<u8> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::new(LEVEL));
    let written = packed.write_all(json.as_bytes()).and_then(|()| packed.finish());
    written.expect("a vector takes every write")
}

/// `None` where the bytes are damaged.
pub(crate) fn unpack(packed: &[u8]) -> Option<Record> {
    let mut json = Vec::new();
    DeflateDecoder::new(packed).take(MOST).read_to_end(&mut json).ok()?;
    serde_json::from_slice(&json).ok()
}
