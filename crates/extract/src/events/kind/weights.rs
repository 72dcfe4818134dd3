//! The weights of the features: `data/words/kinds.tsv`, one feature a line: template, feature, then `TYPE:weight` for each type it speaks
//! for or against.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sayso_record::EventType;

const TABLE: &str = include_str!("../../../../../data/words/kinds.tsv");

/// The types told apart, with their names in the table. PLV (the corpus they are learnt from) takes *concede* and *retreat* together.
pub(super) const KINDS: [(&str, Option<EventType>); 15] = [
    ("ACCUSE", Some(EventType::Accuse)),
    ("AGREE", Some(EventType::Agree)),
    ("AID", Some(EventType::Aid)),
    ("ASSAULT", Some(EventType::Assault)),
    ("COERCE", Some(EventType::Coerce)),
    ("CONSULT", Some(EventType::Consult)),
    ("COOPERATE", Some(EventType::Cooperate)),
    ("MOBILIZE", Some(EventType::Mobilize)),
    ("PROTEST", Some(EventType::Protest)),
    ("REJECT", Some(EventType::Reject)),
    ("REQUEST", Some(EventType::Request)),
    ("SANCTION", Some(EventType::Sanction)),
    ("SUPPORT", Some(EventType::Support)),
    ("THREATEN", Some(EventType::Threaten)),
    ("YIELD", None),
];

/// Indices of [`KINDS`], each with its weight.
type Row = Vec<(usize, f32)>;

/// By template, then by feature.
type Weights = BTreeMap<&'static str, BTreeMap<&'static str, Row>>;

/// The weights of a feature; none where it was not learnt.
pub(super) fn of(template: &str, feature: &str) -> &'static [(usize, f32)] {
    static WEIGHTS: LazyLock<Weights> = LazyLock::new(load);
    let row = WEIGHTS.get(template).and_then(|rows| rows.get(feature));
    row.map_or(&[], Vec::as_slice)
}

fn load() -> Weights {
    let mut weights = Weights::new();
    for ((template, feature), row) in TABLE.lines().filter_map(row) {
        weights.entry(template).or_default().insert(feature, row);
    }
    weights
}

fn row(row: &'static str) -> Option<((&'static str, &'static str), Row)> {
    let mut cells = row.split('\t');
    let feature = (cells.next()?, cells.next()?);
    let weights: Option<Row> = cells.map(weight).collect();
    Some((feature, weights.filter(|weights| !weights.is_empty())?))
}

fn weight(cell: &str) -> Option<(usize, f32)> {
    let (name, weight) = cell.split_once(':')?;
    Some((KINDS.iter().position(|(kind, _)| *kind == name)?, weight.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{KINDS, TABLE, row};

    #[test]
    fn rows_are_sorted_and_each_holds_weights() {
        let features: Vec<_> =
            TABLE.lines().map(|line| row(line).unwrap_or_else(|| panic!("{line}")).0).collect();
        assert!(features.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn names_are_those_of_the_record() {
        for (name, kind) in KINDS {
            assert_eq!(kind.map_or("YIELD", sayso_record::EventType::name), name);
        }
    }
}
