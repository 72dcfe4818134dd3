//! Words of a report in HTML: markup and characters that reorder or hide their neighbours are shown, and do nothing.

/// Escaped for text and for attributes in double quotation marks.
pub(crate) fn inert(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            _ if harmful(c) => out.push_str(&format!("[U+{:04X}]", c as u32)),
            _ => out.push(c),
        }
    }
    out
}

/// Controls, and what reorders or annotates unseen (Unicode Technical Report 36).
fn harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn markup_is_shown() {
        assert_eq!(
            inert("<a href='x'>\"&\u{202E}\0"),
            "&lt;a href=&#39;x&#39;&gt;&quot;&amp;[U+202E][U+0000]"
        );
    }
}
