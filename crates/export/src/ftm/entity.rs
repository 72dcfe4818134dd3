//! An entity of `FollowTheMoney`: strings under the names of its model, within the lengths that the model allows.

use std::collections::BTreeMap;

use serde::Serialize;

/// Code points that a name may have.
const NAME: usize = 384;

/// Code points that a line of text may have.
const LINE: usize = 1024;

/// Code points that a piece of text may have.
const TEXT: usize = 65_000;

/// Code points that an address on the web may have.
const URL: usize = 4096;

/// One entity; a line of the file.
#[derive(Debug, Serialize)]
pub(super) struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    pub(super) fn new(id: impl Into<String>, schema: &'static str) -> Self {
        Entity { id: id.into(), schema, properties: BTreeMap::new() }
    }

    /// A code, a day or an id, as it is.
    pub(super) fn set(
        mut self,
        property: &'static str,
        values: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        for value in values {
            self.push(property, value.into());
        }
        self
    }

    /// Names, each on one line; what is too long ends with "…".
    pub(super) fn names(
        self,
        property: &'static str,
        names: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Self {
        let names: Vec<_> = names.into_iter().map(|name| cut(name.as_ref(), NAME)).collect();
        self.set(property, names)
    }

    /// A line of words; what is too long ends with "…".
    pub(super) fn line(self, property: &'static str, line: Option<impl AsRef<str>>) -> Self {
        let line = line.map(|line| cut(line.as_ref(), LINE));
        self.set(property, line)
    }

    /// Text of any length, in as many values as it takes.
    pub(super) fn text(self, property: &'static str, text: &str) -> Self {
        self.set(property, pieces(text))
    }

    /// An address on the web.
    pub(super) fn url(self, property: &'static str, url: Option<&str>) -> Self {
        self.set(property, url.filter(|url| url.chars().count() <= URL))
    }

    /// What is empty or stands there already says nothing.
    fn push(&mut self, property: &'static str, value: String) {
        if value.is_empty() {
            return;
        }
        let values = self.properties.entry(property).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
}

fn cut(words: &str, most: usize) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(most - 1) {
        Some((at, last)) if at + last.len_utf8() < words.len() => format!("{}…", words[..at].trim_end()),
        _ => words,
    }
}

/// Cuts at a line break where there is one, so that a word stays whole.
fn pieces(mut text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    while let Some((end, _)) = text.char_indices().nth(TEXT) {
        let end = text[..end].rfind('\n').filter(|&at| at > 0).unwrap_or(end);
        pieces.push(text[..end].trim());
        text = &text[end..];
    }
    pieces.push(text.trim());
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Entity, NAME, TEXT, cut, pieces};

    #[test]
    fn long_names_are_cut_and_say_so() {
        assert_eq!(cut("Mara\n Holt", NAME), "Mara Holt");
        assert_eq!(cut(&"é".repeat(NAME), NAME), "é".repeat(NAME));
        let cut = cut(&"é".repeat(NAME + 1), NAME);
        assert_eq!((cut.chars().count(), cut.ends_with("é…")), (NAME, true));
    }

    #[test]
    fn long_text_is_kept_whole() {
        let line = format!("{}\n", "wörd ".repeat(5000).trim_end());
        let text = line.repeat(9);
        let pieces = pieces(&text);
        assert!(pieces.len() > 3 && pieces.iter().all(|piece| piece.chars().count() <= TEXT));
        assert_eq!(pieces.join("\n"), text.trim_end());
        assert_eq!(super::pieces(&"x".repeat(TEXT * 2)).concat().len(), TEXT * 2, "without any line break");
    }

    #[test]
    fn nothing_is_said_twice_or_in_vain() {
        let entity =
            Entity::new("a1", "Person").names("name", ["Holt", "Holt", ""]).line("position", None::<&str>);
        assert_eq!(
            serde_json::to_string(&entity).unwrap(),
            r#"{"id":"a1","schema":"Person","properties":{"name":["Holt"]}}"#
        );
    }
}
