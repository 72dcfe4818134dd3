//! Making words harmless: which characters of a report may reach a terminal or a page as they are?

/// The words in one line: white space collapsed and trimmed, harmful characters named.
pub(super) fn one_line(words: &str) -> String {
    flat(words).trim().to_owned()
}

/// As [`one_line`], but with a single space kept at either end, for pieces that will be joined.
pub(super) fn flat(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        push_flat(&mut out, c);
    }
    out
}

fn push_flat(out: &mut String, c: char) {
    if !c.is_whitespace() {
        push(out, c);
    } else if !out.ends_with(' ') {
        out.push(' ');
    }
}

/// Appends a character, by its number where it is harmful.
pub(super) fn push(out: &mut String, c: char) {
    if harmful(c) {
        out.push_str(&format!("[U+{:04X}]", c as u32));
    } else {
        out.push(c);
    }
}

/// Controls (C0, C1, DEL), which a terminal obeys; characters that reorder or annotate their neighbours unseen (embeddings, overrides,
/// isolates, interlinear marks; see Unicode Technical Report 36); and code points that are never characters.
fn harmful(c: char) -> bool {
    let reorders = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}');
    let never = c as u32 & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}');
    c.is_control() || reorders || never
}

/// At most `limit` characters: the middle gives way to `gap`, since both ends tell more than the middle.
pub(super) fn shortened(words: &str, limit: usize, gap: &str) -> String {
    let count = words.chars().count();
    if count <= limit {
        return words.to_owned();
    }
    let room = limit.saturating_sub(gap.chars().count() + 2);
    let head: String = words.chars().take(room - room / 3).collect();
    let tail: String = words.chars().skip(count - room / 3).collect();
    format!(
        "{} {gap} {}",
        whole_words(&head, head.rfind(' ').map(|at| 0..at)),
        whole_words(&tail, tail.find(' ').map(|at| at + 1..tail.len()))
    )
}

/// The part that ends at a word, unless most of the piece would be lost.
fn whole_words(piece: &str, part: Option<std::ops::Range<usize>>) -> &str {
    let part = part.and_then(|range| piece.get(range)).filter(|part| part.len() * 2 > piece.len());
    part.unwrap_or(piece).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_become_words() {
        assert_eq!(one_line("a\u{1b}[31m\nb\u{202E}c\0"), "a[U+001B][31m b[U+202E]c[U+0000]");
    }

    #[test]
    fn other_scripts_stay() {
        assert_eq!(one_line("قال  \u{200F}هو"), "قال \u{200F}هو");
    }

    #[test]
    fn the_middle_gives_way() {
        assert_eq!(shortened("Home World Business Sport Culture", 20, "…"), "Home World … lture");
        assert_eq!(shortened("Home", 20, "…"), "Home");
    }
}
