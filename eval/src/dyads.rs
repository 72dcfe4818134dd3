//! What the weights of the types of events (`data/words/kinds.tsv`) are learnt from: who and to whom in the sentences of PLV, as the reader
//! reads them, with PLV's type. `train/kinds.py` reads the file.

use std::path::Path;

use sayso::lang::Reading;
use serde::Deserialize;

use crate::corpora::Corpus;
use crate::failure::Failure;
use crate::reader::{Reader, characters, place, starts};

/// A sentence; its first event counts.
#[derive(Debug, Deserialize)]
struct Record {
    text: String,
    events: Vec<Event>,
}

#[derive(Debug, Deserialize)]
struct Event {
    source: Vec<Words>,
    target: Vec<Words>,
    /// Its type; YIELD is *concede* or *retreat*.
    code: String,
}

/// Code points of the sentence.
#[derive(Debug, Deserialize)]
struct Words {
    start: usize,
    end: usize,
}

/// Writes a line for each sentence, its cells parted by tabs: its number, PLV's type, the type by the weights there are now, and its features
/// as `template:feature`.
///
/// # Errors
/// Where the corpus cannot be read, or the file cannot be written.
#[expect(clippy::disallowed_methods, reason = "a leaf crate, and the user named the file")]
pub(crate) fn write(folder: &Path, reader: &Reader, path: &Path) -> Result<(), Failure> {
    let corpus = Corpus::unscored(folder, "events/plv-train.jsonl.gz")?;
    let mut lines = String::new();
    for (number, record) in corpus.records::<Record>()?.iter().enumerate() {
        let Some(event) = record.events.first() else { continue };
        let cells = reader.read(corpus.text(&record.text)?, |reading| cells(reading, record, event));
        lines += &format!("{number}\t{}\t{}\n", event.code, cells.join("\t"));
    }
    std::fs::write(path, lines).map_err(|error| Failure::file(path, &error))
}

/// The type by the weights, and the features.
fn cells(reading: &Reading<'_>, record: &Record, event: &Event) -> Vec<String> {
    let source = tokens(reading, &record.text, &event.source);
    let target = tokens(reading, &record.text, &event.target);
    let Some(dyad) = sayso::dyad(reading, &source, &target) else { return vec!["-".into()] };
    let kind = dyad.kind.map_or("YIELD", sayso::record::EventType::name);
    std::iter::once(kind.to_owned()).chain(dyad.features).collect()
}

/// The tokens that share a character with any of these words.
fn tokens(reading: &Reading<'_>, text: &str, words: &[Words]) -> Vec<usize> {
    let starts = starts(reading);
    let before = |at: usize| characters(&text.chars().take(at).collect::<String>());
    let words: Vec<_> = words.iter().map(|words| (before(words.start), before(words.end))).collect();
    let shared = |&token: &usize| {
        let (start, end) = place(reading, &starts, &(token..token + 1));
        words.iter().any(|&(first, last)| start < last && end > first)
    };
    (0..starts.len()).filter(shared).collect()
}
