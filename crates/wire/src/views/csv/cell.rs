//! What stands in a cell, and how it is kept from doing anything.

use std::fmt::Display;

/// Between the entries of a list, as in POLECAT.
const BETWEEN: &str = "; ";

/// What stands where nothing is known, as in POLECAT.
const NONE: &str = "None";

/// A cell.
pub(super) enum Cell {
    /// Nothing is known.
    None,
    /// A number or a truth value, made here and never read from a report.
    Plain(String),
    /// Words.
    Text(String),
}

impl Cell {
    pub(super) fn words(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Cell::None } else { Cell::Text(words) }
    }

    pub(super) fn maybe(words: Option<impl Into<String>>) -> Self {
        words.map_or(Cell::None, Cell::words)
    }

    pub(super) fn list<T: AsRef<str>>(entries: impl IntoIterator<Item = T>) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        Cell::words(entries.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(BETWEEN))
    }

    /// One entry for each of several, so that the entries of neighbouring cells stand for the same; `None` alone where no entry is known.
    pub(super) fn aligned<T: AsRef<str>>(entries: &[Option<T>]) -> Self {
        if entries.iter().all(Option::is_none) {
            return Cell::None;
        }
        Cell::list(entries.iter().map(|entry| entry.as_ref().map_or(NONE, AsRef::as_ref)))
    }

    pub(super) fn number(number: Option<impl Display>) -> Self {
        number.map_or(Cell::None, |number| Cell::Plain(number.to_string()))
    }

    pub(super) fn truth(truth: bool) -> Self {
        Cell::Plain(truth.to_string())
    }

    /// The cell as it is written. Words of a report that a spreadsheet would calculate (`=`, `+`, `-`, `@` or a tab come first) get an
    /// apostrophe, which spreadsheets take for "these are words".
    pub(super) fn inert(self) -> String {
        match self {
            Cell::None => NONE.into(),
            Cell::Plain(text) => text,
            Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
            Cell::Text(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn words_that_would_calculate_do_not() {
        for words in ["=1+1", "+49", "-1", "@SUM(A1)", "\tx"] {
            assert_eq!(Cell::words(words).inert(), format!("'{words}"));
        }
        assert_eq!(Cell::words("a=1").inert(), "a=1");
        assert_eq!(Cell::number(Some(-9.5)).inert(), "-9.5");
    }

    #[test]
    fn nothing_is_none() {
        assert_eq!(Cell::words("").inert(), "None");
        assert_eq!(Cell::list([""; 0]).inert(), "None");
        assert_eq!(Cell::aligned::<&str>(&[None, None]).inert(), "None");
        assert_eq!(Cell::aligned(&[Some("KRN"), None]).inert(), "KRN; None");
    }
}
