//! Standing: does it rise and fall with the factuality that people saw in the predicates of EWT (UDS-IH2)?

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::conllu;
use crate::corpora::Corpus;
use crate::failure::Failure;
use crate::figures::{Figure, Scale};
use crate::reader::{Found, Pair, characters, without_blanks};

/// A sentence, its words parted by blanks.
#[derive(Debug, Deserialize)]
struct Record {
    split: String,
    text: String,
    predicates: Vec<Predicate>,
}

/// A predicate.
#[derive(Debug, Deserialize)]
struct Predicate {
    /// Its first code point in the sentence.
    start: usize,
    /// −3, surely not, to 3, surely.
    factuality: f64,
}

/// The correlation over predicates that a token of the reading begins with.
///
/// # Errors
/// Where the corpus cannot be read.
pub(crate) fn figures(ewt: &[Pair], uds: &Corpus) -> Result<Vec<Figure>, Failure> {
    let by_sentence = by_sentence(&uds.records()?);
    let figure = |name: &str, of: fn(&Found) -> &[(usize, f64)]| {
        let points: Vec<_> =
            ewt.iter().flat_map(|pair| points(pair, of(&pair.found), &by_sentence)).collect();
        Figure { name: name.into(), value: pearson(&points), scale: Scale::Correlation }
    };
    Ok(vec![
        figure("standing", |found| &found.standing),
        figure("standing with rules", |found| &found.happened),
    ])
}

/// Predicates by the characters of their sentence: the first character (blanks apart) and the factuality of each.
type BySentence = BTreeMap<String, Vec<(usize, f64)>>;

fn by_sentence(records: &[Record]) -> BySentence {
    let mut found = BySentence::new();
    for record in records.iter().filter(|record| record.split == "dev") {
        let place = |predicate: &Predicate| {
            let before: String = record.text.chars().take(predicate.start).collect();
            (characters(&before), predicate.factuality)
        };
        found.entry(without_blanks(&record.text)).or_default().extend(record.predicates.iter().map(place));
    }
    found
}

/// Factuality and standing of the predicates of a document.
fn points(pair: &Pair, standing: &[(usize, f64)], by_sentence: &BySentence) -> Vec<(f64, f64)> {
    let gold = gold(&pair.gold, by_sentence);
    standing.iter().filter_map(|(at, standing)| Some((*gold.get(at)?, *standing))).collect()
}

/// Factuality by the first character of the predicate in the document. Where a sentence was judged twice, the later holds.
fn gold(document: &conllu::Document, by_sentence: &BySentence) -> BTreeMap<usize, f64> {
    let mut gold = BTreeMap::new();
    for sentence in &document.sentences {
        let predicates = by_sentence.get(&sentence.characters).into_iter().flatten();
        gold.extend(predicates.map(|(at, factuality)| (sentence.start + at, *factuality)));
    }
    gold
}

/// Pearson's coefficient of correlation; 0 where one side does not vary.
fn pearson(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let sum = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>();
    let (x, y) = (sum(|point| point.0) / count, sum(|point| point.1) / count);
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for point in points {
        let (dx, dy) = (point.0 - x, point.1 - y);
        xy += dx * dy;
        xx += dx * dx;
        yy += dy * dy;
    }
    let varies = xx > 0.0 && yy > 0.0;
    if varies { xy / (xx * yy).sqrt() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::{Predicate, Record, by_sentence, pearson, points};
    use crate::conllu::documents;
    use crate::reader::{Found, Pair};

    #[test]
    fn correlation() {
        assert!((pearson(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]) - 1.0).abs() < 1e-12);
        assert!((pearson(&[(-1.0, 1.0), (0.0, -2.0), (1.0, 1.0)])).abs() < 1e-12);
        assert_eq!((pearson(&[]), pearson(&[(1.0, 2.0), (1.0, 3.0)])), (0.0, 0.0));
    }

    #[test]
    fn predicates_are_found_by_characters() {
        let row = |id, form: &str| format!("{id}\t{form}\t_\t_\t_\t_\t0\troot\t_\t_\n");
        let file = format!("{}\n{}{}", row(1, "Hm"), row(1, "Ports"), row(2, "burned"));
        let record = |split: &str, factuality| Record {
            split: split.into(),
            text: "Ports burned".into(),
            predicates: vec![Predicate { start: 6, factuality }],
        };
        let records = by_sentence(&[record("dev", 2.5), record("train", -3.0)]);
        let standing = vec![(0, 0.0), (2, 0.5), (7, 1.5)];
        let pair = Pair { gold: documents(&file).remove(0), found: Found { standing, ..Found::default() } };
        assert_eq!(points(&pair, &pair.found.standing, &records), [(2.5, 1.5)]);
    }
}
