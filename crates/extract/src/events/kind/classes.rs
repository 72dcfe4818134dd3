//! Words of like meaning: `data/words/classes.tsv`, one lemma a line with its part of speech and its class
//! ("blame VERB V_BLAME"). Adjectives stand among the nouns.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sayso_lang::{Token, Upos};

const TABLE: &str = include_str!("../../../../../data/words/classes.tsv");

/// Classes by lemma, of nouns and of verbs.
type Classes = [BTreeMap<&'static str, Vec<&'static str>>; 2];

/// The classes of a word.
pub(super) fn of(token: &Token<'_>) -> &'static [&'static str] {
    static CLASSES: LazyLock<Classes> = LazyLock::new(load);
    let verb = match token.upos {
        Upos::Verb | Upos::Aux => true,
        Upos::Noun | Upos::Propn | Upos::Adj => false,
        _ => return &[],
    };
    let classes = CLASSES[usize::from(verb)].get(&*token.lemma.to_lowercase());
    classes.map_or(&[], Vec::as_slice)
}

fn load() -> Classes {
    let mut classes = Classes::default();
    for (lemma, verb, class) in TABLE.lines().filter_map(row) {
        classes[usize::from(verb)].entry(lemma).or_default().push(class);
    }
    classes
}

fn row(row: &'static str) -> Option<(&'static str, bool, &'static str)> {
    let mut cells = row.split('\t');
    let (lemma, verb, class) = (cells.next()?, cells.next()? == "VERB", cells.next()?);
    let fits = matches!((verb, class.get(..2)?), (true, "V_") | (false, "N_" | "A_"));
    (fits && cells.next().is_none()).then_some((lemma, verb, class))
}

#[cfg(test)]
mod tests {
    use super::{TABLE, row};

    #[test]
    fn rows_are_sorted_and_each_is_a_class() {
        let rows: Vec<_> = TABLE.lines().collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        for line in rows {
            assert!(row(line).is_some(), "{line}");
        }
    }
}
