//! Writing HTML: every word goes through [`escape`], and tags are opened and closed in one place.

use crate::show::inert::push;

/// Words as HTML text or as the value of a quoted attribute. Harmful characters are shown by their number.
pub(super) fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\r' => out.push(' '),
            _ => push(&mut out, c),
        }
    }
    out
}

/// `<tag class="…">inner</tag>`; `inner` is HTML already.
pub(super) fn element(tag: &str, class: &str, inner: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{tag}{class}>{inner}</{tag}>")
}

/// An element around words.
pub(super) fn words(tag: &str, class: &str, words: &str) -> String {
    element(tag, class, &escape(words))
}

/// A name, kept apart from the direction of the words around it.
pub(super) fn name(class: &str, name: &str) -> String {
    words("bdi", class, name)
}

/// A sign, for the eye only; the words beside it say the same.
pub(super) fn sign(sign: &str) -> String {
    format!("<span class=\"sign\" aria-hidden=\"true\">{sign}</span>")
}

/// Words for screen readers only.
pub(super) fn unseen(words: &str) -> String {
    self::words("span", "unseen", words)
}

/// Between two details.
pub(super) const DOT: &str = "<span class=\"dot\">·</span>";

/// Details with a dot between them.
pub(super) fn dotted(details: &[String]) -> String {
    details.join(&format!(" {DOT} "))
}

/// A detail of an item. A date or another short word is not broken at its hyphens.
pub(super) fn detail(words: &str) -> String {
    let whole = words.len() <= 24 && !words.contains(' ');
    name(if whole { "whole" } else { "" }, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words() {
        assert_eq!(escape("<a href=\"x\">&'\0"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;[U+0000]");
    }
}
