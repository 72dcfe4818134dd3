//! A link that opens a page at a sentence: the URL with a text fragment, as browsers take it (WICG "URL Fragment Text Directives").

use std::fmt::Write;

/// A sentence longer than this many words is named by its ends.
const WHOLE: usize = 12;

/// How many words of each end.
const END: usize = 5;

/// `https://example.org/a#:~:text=first%20words,last%20words`; `None` for what no browser opens.
pub(super) fn link(uri: &str, sentence: &str) -> Option<String> {
    let web = uri.starts_with("https://") || uri.starts_with("http://");
    let words: Vec<_> = sentence.split(' ').filter(|word| !word.is_empty()).collect();
    if !web || words.is_empty() {
        return None;
    }
    let text = if words.len() <= WHOLE {
        encoded(&words)
    } else {
        format!("{},{}", encoded(&words[..END]), encoded(&words[words.len() - END..]))
    };
    // A fragment that is there already stays, and the directive stands behind it.
    let hash = if uri.contains('#') { "" } else { "#" };
    Some(format!("{uri}{hash}:~:text={text}"))
}

/// Everything but letters and digits of ASCII in per cent: dashes and commas have a meaning of their own in the directive.
fn encoded(words: &[&str]) -> String {
    let mut out = String::new();
    for byte in words.join(" ").bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn short_sentences_stand_whole() {
        assert_eq!(
            link("https://courier.example/a", "Zoë left, half-asleep.").unwrap(),
            "https://courier.example/a#:~:text=Zo%C3%AB%20left%2C%20half%2Dasleep%2E"
        );
    }

    #[test]
    fn long_ones_are_named_by_their_ends() {
        let sentence = "One two three four five six seven eight nine ten eleven twelve thirteen.";
        assert_eq!(
            link("http://courier.example/a#top", sentence).unwrap(),
            "http://courier.example/a#top:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen%2E"
        );
    }

    #[test]
    fn a_path_is_no_link() {
        assert_eq!(link("clippings/a.txt", "Zoë left."), None);
        assert_eq!(link("https://courier.example/a", ""), None);
    }
}
