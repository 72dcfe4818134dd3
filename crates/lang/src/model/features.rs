//! What the reader sees of a word: five strings made from its form, each looked up by its hash.

use super::file::{ModelError, Weights};

/// Number of features of a form.
const FEATURES: usize = 5;

/// The tables that turn a form into numbers.
#[derive(Debug)]
pub(super) struct Embedding {
    tables: [Table; FEATURES],
    /// Numbers of a form, all tables together.
    pub(super) width: usize,
}

/// The known strings of one feature, as hashes, and a row of numbers for each.
#[derive(Debug)]
struct Table {
    /// In ascending order; the string of index `i` has row `i + 1`.
    hashes: Vec<u32>,
    /// Row 0 is for strings that are not known.
    rows: Vec<f32>,
    width: usize,
}

impl Embedding {
    pub(super) fn load(weights: &Weights<'_>) -> Result<Self, ModelError> {
        let directory = &weights.directory;
        let table = |index: usize| -> Result<Table, ModelError> {
            let name = directory.features.get(index).map_or("", String::as_str);
            let width = directory.widths.get(index).copied().unwrap_or(0);
            let hashes = weights.hashes(&format!("vocabulary.{name}"))?;
            let rows = weights.numbers(&format!("embedding.{name}"), &[hashes.len() + 1, width])?;
            Ok(Table { hashes, rows, width })
        };
        let tables = [table(0)?, table(1)?, table(2)?, table(3)?, table(4)?];
        let width = tables.iter().map(|table| table.width).sum();
        Ok(Embedding { tables, width })
    }

    /// Writes the numbers of a form.
    pub(super) fn write(&self, form: &str, out: &mut [f32]) {
        let low = normal(form);
        let shape = shape(form);
        let strings = [&low, first(&low, 4), last(&low, 2), last(&low, 3), &shape];
        let mut at = 0;
        for (table, string) in self.tables.iter().zip(strings) {
            out[at..at + table.width].copy_from_slice(table.row(string));
            at += table.width;
        }
    }
}

impl Table {
    fn row(&self, string: &str) -> &[f32] {
        let row = self.hashes.binary_search(&hash(string)).map_or(0, |index| index + 1);
        &self.rows[row * self.width..][..self.width]
    }
}

/// FNV-1a of the UTF-8 bytes.
fn hash(string: &str) -> u32 {
    string.bytes().fold(2_166_136_261, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619))
}

/// The form without what typography and counting add: straight marks, small letters, noughts for digits.
fn normal(form: &str) -> String {
    if form.is_ascii() {
        let small =
            |byte: u8| if byte.is_ascii_digit() { '0' } else { char::from(byte.to_ascii_lowercase()) };
        return form.bytes().map(small).collect();
    }
    let plain = |c: char| match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        _ => c,
    };
    let straight: String = form.chars().map(plain).collect();
    straight.to_lowercase().chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// The kinds of characters in a row, runs cut to three: `Xxxx` for "Washington".
fn shape(form: &str) -> String {
    let mut shape = String::with_capacity(form.len().min(32));
    let (mut before, mut run) = ('\0', 0);
    for c in form.chars().map(kind) {
        run = if c == before { run + 1 } else { 1 };
        before = c;
        if run <= 3 {
            shape.push(c);
        }
    }
    shape
}

fn kind(c: char) -> char {
    match c {
        _ if c.is_uppercase() => 'X',
        _ if c.is_lowercase() => 'x',
        _ if c.is_ascii_digit() => 'd',
        _ => c,
    }
}

/// The first `count` code points, or all there are.
fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// The last `count` code points, or all there are.
fn last(text: &str, count: usize) -> &str {
    text.char_indices().rev().nth(count - 1).map_or(text, |(start, _)| &text[start..])
}

/// For each token of a unit: does it stand inside quotation marks, or is it one?
pub(super) fn inside_marks(forms: &[&str]) -> Vec<bool> {
    let mut inside = false;
    let mark = |form: &&str| {
        let (is_mark, after) = match *form {
            "\"" | "``" | "''" => (true, !inside),
            "“" | "«" => (true, true),
            "”" | "»" => (true, false),
            _ => (false, inside),
        };
        inside = after;
        is_mark || inside
    };
    forms.iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_follow_the_letters() {
        let cases = [
            ("Washington", "Xxxx"),
            ("O’Neil", "X’Xxxx"),
            ("12,500", "dd,ddd"),
            ("U.S.", "X.X."),
            ("aaaa", "xxx"),
        ];
        for (form, wanted) in cases {
            assert_eq!(shape(form), wanted, "{form}");
        }
    }

    #[test]
    fn normal_forms_are_plain() {
        let cases =
            [("Kovač’s", "kovač's"), ("1990s", "0000s"), ("“", "\""), ("A–B", "a-b"), ("İ", "i\u{307}")];
        for (form, wanted) in cases {
            assert_eq!(normal(form), wanted, "{form}");
        }
    }

    #[test]
    fn affixes_count_characters() {
        assert_eq!(
            (first("żółw", 2), last("żółw", 2), first("ab", 4), last("ab", 3)),
            ("żó", "łw", "ab", "ab")
        );
    }

    #[test]
    fn straight_marks_toggle() {
        let inside = inside_marks(&["He", "\"", "left", "\"", "early", "”", "so"]);
        assert_eq!(inside, [false, true, true, true, false, true, false]);
    }
}
