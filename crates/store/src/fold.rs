//! Names as they are looked up: without case, marks and the article before them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// "The Évening  Courier" is "evening courier".
pub(crate) fn fold(name: &str) -> String {
    let plain: String = name.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = words.strip_prefix(&["the"]).filter(|rest| !rest.is_empty()).unwrap_or(&words);
    named.join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_marks_and_article_do_not_count() {
        assert_eq!(fold("The Évening\u{a0} Courier"), "evening courier");
        assert_eq!(fold("The"), "the");
        assert_eq!(fold("U.S."), "u s");
        assert_eq!(fold("…"), "");
    }
}
