//! How fast is reading? `cargo bench` prints words a second for the trained reader, and bytes and reports a second for whole reports, on
//! one thread and on all.
//!
//! The texts are the project's own reports, each read by itself as a batch reads them.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench reads its files and stops where it cannot"
)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use sayso::{Engine, Gazetteer, Input};

fn main() {
    divan::main();
}

fn gazetteer() -> Gazetteer {
    Gazetteer::load(std::fs::read(root().join("models/places.bin")).unwrap()).unwrap()
}

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(&std::fs::read(root().join("models/sayso-core.bin")).unwrap(), gazetteer()).unwrap()
});

/// The reports, with their words counted.
static REPORTS: LazyLock<Vec<(Input, usize)>> = LazyLock::new(|| {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(root().join("fixtures/reports"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let texts = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "html"));
    texts
        .map(|path| {
            let input = Input {
                name: path.display().to_string(),
                bytes: std::fs::read(path).unwrap(),
                ..Input::default()
            };
            let words = sayso::parse(&input, &ENGINE, |reading| reading.tokens.len()).unwrap();
            (input, words)
        })
        .collect()
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn words() -> ItemsCount {
    ItemsCount::new(REPORTS.iter().map(|report| report.1).sum::<usize>())
}

/// Tokens, tags, trees and names, without what is made of them; the items are words.
#[divan::bench(threads = [1, 0])]
fn parse(bencher: Bencher) {
    bencher.counter(words()).bench(|| {
        REPORTS
            .iter()
            .map(|(input, _)| sayso::parse(input, &ENGINE, |reading| reading.names.len()).unwrap())
            .sum::<usize>()
    });
}

/// Bytes to records; the items are words.
#[divan::bench(threads = [1, 0])]
fn read_words(bencher: Bencher) {
    bencher.counter(words()).bench(|| {
        REPORTS.iter().map(|(input, _)| sayso::read(input, &ENGINE).unwrap().statements.len()).sum::<usize>()
    });
}

/// Bytes to records; the items are reports.
#[divan::bench(threads = [1, 0])]
fn read_reports(bencher: Bencher) {
    let bytes: usize = REPORTS.iter().map(|report| report.0.bytes.len()).sum();
    let bencher = bencher.counter(ItemsCount::new(REPORTS.len())).counter(BytesCount::new(bytes));
    bencher.bench(|| {
        REPORTS.iter().map(|(input, _)| sayso::read(input, &ENGINE).unwrap().statements.len()).sum::<usize>()
    });
}

/// From the bytes of the weights to an engine.
#[divan::bench]
fn load(bencher: Bencher) {
    let weights = std::fs::read(root().join("models/sayso-core.bin")).unwrap();
    bencher.bench(|| Engine::new(&weights, gazetteer()).unwrap());
}
