//! The words that carry events, with the type and the mode each one stands for: `data/words/triggers.tsv`, one expression a line.
//!
//! Columns: the lemmas of the expression, part of speech of its head, PLOVER type, PLOVER mode, and `weak` where the word mostly means
//! something else in news and has to find a participant of the right kind.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sayso_record::EventType;

const TABLE: &str = include_str!("../../../../data/words/triggers.tsv");

/// One way of reading a word as an event.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The other lemmas of the expression, in order; each must stand near the head in the tree.
    pub(super) rest: Vec<&'static str>,
    /// A verb, else a noun.
    pub(super) verb: bool,
    pub(super) kind: EventType,
    pub(super) mode: Option<&'static str>,
    pub(super) weak: bool,
}

/// The readings of a lemma, the longest expressions first.
pub(super) fn entries(lemma: &str) -> &'static [Entry] {
    static INDEX: LazyLock<BTreeMap<&'static str, Vec<Entry>>> = LazyLock::new(load);
    INDEX.get(lemma).map_or(&[], Vec::as_slice)
}

/// Whether the first reading of a verb alone is something that people do, and not something that they say.
pub(crate) fn is_deed(lemma: &str) -> bool {
    let alone = entries(lemma).iter().find(|entry| entry.verb && entry.rest.is_empty());
    alone.is_some_and(|entry| {
        matches!(
            entry.kind,
            EventType::Aid
                | EventType::Assault
                | EventType::Coerce
                | EventType::Mobilize
                | EventType::Retreat
                | EventType::Sanction
        )
    })
}

fn load() -> BTreeMap<&'static str, Vec<Entry>> {
    let mut index: BTreeMap<_, Vec<Entry>> = BTreeMap::new();
    for (head, entry) in TABLE.lines().filter_map(entry) {
        index.entry(head).or_default().push(entry);
    }
    for entries in index.values_mut() {
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.rest.len()), entry.weak));
    }
    index
}

fn entry(row: &'static str) -> Option<(&'static str, Entry)> {
    let [words, pos, kind, mode, weak] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
    let verb = pos == "VERB";
    let words: Vec<&str> = words.split(' ').collect();
    let head = if verb { 0 } else { head_of_noun(&words) };
    let rest = words.iter().enumerate().filter(|&(at, _)| at != head).map(|(_, &word)| word).collect();
    let kind = EventType::NAMES.iter().find(|(_, name)| *name == kind)?.0;
    Some((
        words[head],
        Entry { rest, verb, kind, mode: (!mode.is_empty()).then_some(mode), weak: weak == "weak" },
    ))
}

/// The last noun before an adposition: "exchange" of "exchange of fire", "talk" of "peace talk".
fn head_of_noun(words: &[&str]) -> usize {
    let adposition = |word: &&str| {
        matches!(*word, "of" | "on" | "to" | "for" | "with" | "into" | "against" | "from" | "in")
    };
    words.iter().position(adposition).unwrap_or(words.len()).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_an_entry() {
        for row in TABLE.lines() {
            assert!(entry(row).is_some(), "{row}");
        }
    }

    #[test]
    fn rows_are_sorted_and_none_is_twice() {
        let rows: Vec<_> = TABLE.lines().collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn the_longest_expression_comes_first() {
        assert_eq!(
            entries("use")[0].rest.len(),
            entries("use").iter().map(|entry| entry.rest.len()).max().unwrap()
        );
    }
}
