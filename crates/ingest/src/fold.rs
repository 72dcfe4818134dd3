//! Words without their dress: what two lines have in common once case, dashes, apostrophes and white space are folded.

/// The letters and digits of `words` in lower case, apostrophes dropped, everything else one space.
///
/// `Orvania’s  Port` and `ORVANIA'S PORT` fold to the same `orvanias port`.
pub(crate) fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !is_silent(c) && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Marks that stand inside a word without parting it: apostrophes, soft hyphens, joiners, combining marks.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// White space in the wider sense: also characters that show nothing.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// True where the words end a sentence, also inside closing marks.
pub(crate) fn ends_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| {
        is_blank(c) || matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '›' | ')' | ']')
    });
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔'])
}

/// True where the words end in a plain full stop, also inside closing marks.
pub(crate) fn ends_with_stop(words: &str) -> bool {
    ends_sentence(words)
        && !words
            .trim_end_matches(|c: char| !matches!(c, '.' | '!' | '?' | '…' | '。'))
            .ends_with(['!', '?', '…'])
}

/// True where the words hold a quotation mark of any kind (apostrophes do not count).
pub(crate) fn has_quotation(words: &str) -> bool {
    words.contains(['"', '“', '”', '„', '«', '»', '‘'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_dress() {
        assert_eq!(fold("  Orvania’s — Port\u{a0}Authority! "), fold("ORVANIA'S - port authority"));
    }

    #[test]
    fn sentence_ends_stand_inside_closing_marks() {
        assert!(ends_sentence("“We never want that.”"));
        assert!(ends_with_stop("He left (he said.)"));
        assert!(!ends_sentence("Talks fail in Vienna"));
        assert!(!ends_with_stop("Who won?"));
    }
}
