//! Words as the value of an XML attribute.

use std::borrow::Cow;

/// Escapes words so that they can stand between quotation marks. What XML 1.0 has no way to write (control characters, U+FFFE, U+FFFF)
/// becomes U+FFFD; tabs and line breaks are written so that no reader makes spaces of them.
pub(crate) fn escaped(words: &str) -> Cow<'_, str> {
    if !words.contains(|c| form(c) != Form::Itself) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match form(c) {
            Form::Itself => out.push(c),
            Form::Reference(text) => out.push_str(text),
            Form::Forbidden => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Cow::Owned(out)
}

#[derive(PartialEq)]
enum Form {
    Itself,
    Reference(&'static str),
    Forbidden,
}

fn form(c: char) -> Form {
    match c {
        '&' => Form::Reference("&amp;"),
        '<' => Form::Reference("&lt;"),
        '>' => Form::Reference("&gt;"),
        '"' => Form::Reference("&quot;"),
        '\t' => Form::Reference("&#9;"),
        '\n' => Form::Reference("&#10;"),
        '\r' => Form::Reference("&#13;"),
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => Form::Forbidden,
        _ => Form::Itself,
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_cannot_write_is_replaced() {
        assert_eq!(escaped("a\u{0}\u{1b}[1m\u{ffff}b"), "a\u{fffd}\u{fffd}[1m\u{fffd}b");
        assert_eq!(escaped("a\tb\r\nc"), "a&#9;b&#13;&#10;c");
        assert_eq!(escaped("\"<A & B>\""), "&quot;&lt;A &amp; B&gt;&quot;");
    }

    #[test]
    fn everything_else_stays() {
        for words in ["Zoë Ōmura 🌊", "عُمورة", "\u{85}\u{fffd}\u{10ffff}", ""] {
            assert_eq!(escaped(words), words);
        }
    }
}
