//! Roles in attributions: which tokens are source, cue, content, against PolNeAR.

use sayso::lang::{Reading, Roles};
use sayso::text::CodePoints;
use serde::Deserialize;

use crate::corpora::Corpus;
use crate::failure::Failure;
use crate::figures::{Figure, percent};
use crate::reader::Reader;
use crate::tally::Tally;

/// A document.
#[derive(Debug, Deserialize)]
struct Record {
    text: String,
    attributions: Vec<Attribution>,
}

/// An attribution; its spans are `[start, end)` in code points.
#[derive(Debug, Deserialize)]
struct Attribution {
    source: Option<Vec<[usize; 2]>>,
    cue: Option<Vec<[usize; 2]>>,
    content: Option<Vec<[usize; 2]>>,
}

/// A role: its name, its spans in the corpus, its log-odds in a reading.
type Role = (&'static str, fn(&Attribution) -> &Option<Vec<[usize; 2]>>, fn(&Roles) -> f32);

const ROLES: [Role; 3] = [
    ("source", |attribution| &attribution.source, |roles| roles.source),
    ("cue", |attribution| &attribution.cue, |roles| roles.cue),
    ("content", |attribution| &attribution.content, |roles| roles.content),
];

/// F1 of each role over tokens that hold a letter or a digit.
///
/// # Errors
/// Where the corpus cannot be read.
pub(crate) fn figures(reader: &Reader, polnear: &Corpus) -> Result<Vec<Figure>, Failure> {
    let mut tallies = [Tally::default(); 3];
    for record in polnear.records::<Record>()? {
        let tokens = reader.read(polnear.text(&record.text)?, tokens);
        for (tally, role) in tallies.iter_mut().zip(ROLES) {
            tally.add(count(&record, &tokens, role));
        }
    }
    Ok(ROLES.iter().zip(tallies).map(|((name, ..), tally)| percent(*name, tally.f1())).collect())
}

/// First code point and roles of the tokens that count.
fn tokens(reading: &Reading<'_>) -> Vec<(usize, Roles)> {
    let index = CodePoints::new(&reading.article.text);
    let tokens = reading.tokens.iter().filter(|token| token.slice.contains(char::is_alphanumeric));
    tokens.map(|token| (index.of(token.slice.span()).0 as usize, token.roles)).collect()
}

/// A token belongs to a role where its first character does.
fn count(record: &Record, tokens: &[(usize, Roles)], (_, spans, odds): Role) -> Tally {
    let covered = covered(record, spans);
    let mut tally = Tally::default();
    for (start, roles) in tokens {
        let (gold, found) = (covered[*start], odds(roles) > 0.0);
        tally.gold += usize::from(gold);
        tally.found += usize::from(found);
        tally.right += usize::from(gold && found);
    }
    tally
}

/// For each code point: is it in such a span?
fn covered(record: &Record, spans: fn(&Attribution) -> &Option<Vec<[usize; 2]>>) -> Vec<bool> {
    let mut covered = vec![false; record.text.chars().count()];
    for &[start, end] in record.attributions.iter().flat_map(spans).flatten() {
        let end = end.min(covered.len());
        covered[start.min(end)..end].fill(true);
    }
    covered
}

#[cfg(test)]
mod tests {
    use sayso::lang::Roles;

    use super::{ROLES, Record, count};
    use crate::tally::Tally;

    #[test]
    fn tokens_are_counted_by_role() {
        let line = r#"{"text": "Él said so", "attributions": [
            {"source": [[0, 2]], "cue": [[3, 7]], "content": null}, {"source": null, "cue": [], "content": [[8, 10]]}]}"#;
        let record: Record = serde_json::from_str(line).expect("a record");
        let said = |source, cue, content| Roles { source, cue, content };
        let tokens = [(0, said(1.0, -1.0, -1.0)), (3, said(2.0, -1.0, 0.5)), (8, said(-1.0, -1.0, 0.5))];
        let tallies = ROLES.map(|role| count(&record, &tokens, role));
        let expected = [(1, 2, 1), (0, 0, 1), (1, 2, 1)];
        assert_eq!(tallies, expected.map(|(right, found, gold)| Tally { right, found, gold }));
    }
}
