//! The table that is printed: figure, value, floor, verdict, in columns.

use std::fmt::Write;

use crate::floors::{Row, Verdict};

/// The rows under a heading, one a line, numbers flush right.
pub(crate) fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max("figure".len());
    let mut out = format!("{:width$}  {:>6}  {:>6}\n", "figure", "score", "floor");
    for row in rows {
        let verdict = match row.verdict {
            Verdict::Reached => "ok",
            Verdict::Below => "BELOW",
            Verdict::Free => "no floor",
            Verdict::Missing => "NOT SCORED",
        };
        let _ = writeln!(out, "{:width$}  {:>6}  {:>6}  {verdict}", row.name, row.value, row.floor);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::floors::{Row, Verdict};

    #[test]
    fn columns_are_aligned() {
        let row = |name: &str, value: &str, verdict| Row {
            name: name.into(),
            value: value.into(),
            floor: "98.90".into(),
            verdict,
        };
        let rows = [row("ewt words", "100.00", Verdict::Reached), row("gum", "9.20", Verdict::Below)];
        let expected = "\
figure      score   floor
ewt words  100.00   98.90  ok
gum          9.20   98.90  BELOW
";
        assert_eq!(table(&rows), expected);
    }
}
