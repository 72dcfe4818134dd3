//! Which words of a hit were asked for.

use sayso_wire::{Record, Span};

use crate::fold::fold;
use crate::query::parts;

/// The words within `spans` that have the stem of a word that is asked for, in the order of the text.
pub(super) fn found(record: &Record, spans: &[Span], asked: &str) -> Vec<Span> {
    let asked = parts(asked).into_iter().map(fold).collect::<Vec<_>>();
    let asked: Vec<_> =
        asked.iter().flat_map(|part| part.split(' ')).map(stem).filter(|stem| !stem.is_empty()).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let found = spans.iter().flat_map(|span| words(record, *span));
    found.filter(|(_, word)| asked.contains(&stem(&fold(word)))).map(|(span, _)| span).collect()
}

/// Runs of letters and digits within a span.
fn words(record: &Record, Span(start, end): Span) -> Vec<(Span, String)> {
    let mut words: Vec<(Span, String)> = Vec::new();
    let inside = (start..end).zip(record.text.chars().skip(start as usize));
    for (at, c) in inside.filter(|(_, c)| c.is_alphanumeric()) {
        match words.last_mut().filter(|(span, _)| span.1 == at) {
            Some((span, word)) => {
                span.1 += 1;
                word.push(c);
            }
            None => words.push((Span(at, at + 1), c.to_string())),
        }
    }
    words
}

/// The word without the endings of English inflection. It only lights words up, so it may be rough.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 6] = ["ing", "ies", "ed", "es", "s", "e"];
    let long = |ending: &&&str| word.len() >= ending.len() + 3;
    let ending = ENDINGS.iter().filter(long).find(|ending| word.ends_with(**ending));
    let root = ending.map_or(word, |ending| &word[..word.len() - ending.len()]);
    // "stopped" and "stop" are one.
    let doubled = root.len() > 3 && root.as_bytes()[root.len() - 1] == root.as_bytes()[root.len() - 2];
    let root = if doubled && ending.is_some() && root.is_ascii() { &root[..root.len() - 1] } else { root };
    root.to_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn inflections_have_one_stem() {
        for pair in [
            ("strike", "strikes"),
            ("attacked", "attack"),
            ("stopped", "stop"),
            ("massing", "massed"),
            ("a", "a"),
        ] {
            assert_eq!(stem(pair.0), stem(pair.1), "{pair:?}");
        }
        assert_ne!(stem("war"), stem("wars of"));
    }
}
