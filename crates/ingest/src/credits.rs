//! Credits at the end of captions that report words: the caption is the report's, the credit is not.

use crate::fold::ends_sentence;

/// Labels of a credit, as they are written.
const LABELS: &[&str] =
    &["Credit:", "Credits:", "Photo:", "Photos:", "Picture:", "Image:", "Photograph:", "Foto:", "Photo by "];

/// How many words a credit may have after its label.
const LONGEST: usize = 8;

/// A caption that says that it is one and has its credit behind it.
pub(crate) fn is_labelled(words: &str) -> bool {
    let label = words.trim_start_matches('[').split_once(':').map(|(label, _)| label.trim().to_lowercase());
    let picture = |label: &str| {
        matches!(label, "photo" | "image" | "picture" | "photograph" | "main image" | "main photo")
    };
    label.as_deref().is_some_and(picture) && begins(words).is_some()
}

/// Where the credit begins that stands apart behind the words of a caption, in bytes.
pub(crate) fn begins(words: &str) -> Option<usize> {
    labelled(words).or_else(|| boxed(words))
}

/// `… at dusk. Photo: Jana Novak`.
fn labelled(words: &str) -> Option<usize> {
    let last = LABELS.iter().filter_map(|label| Some((words.rfind(label)?, *label))).max()?;
    let (at, label) = last;
    let name = words[at + label.len()..].trim_start();
    let named = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= LONGEST;
    (named && is_apart(&words[..at])).then_some(at)
}

/// `[Photo: … said. Bildhaus/J. Novak]`.
fn boxed(words: &str) -> Option<usize> {
    let inner = words.strip_prefix('[')?.strip_suffix(']')?;
    let label = inner.split_once(':')?.0;
    let last = inner.rmatch_indices(['.', '!', '?']).find(|&(at, _)| {
        inner[at + 1..].starts_with(char::is_whitespace) && inner[..at].ends_with(|c: char| !c.is_uppercase())
    })?;
    let at = 1 + last.0 + 1;
    let credit = words[at..].trim_start();
    let signed = credit.contains('/') && credit.split_whitespace().count() <= 4;
    let known = LABELS.iter().any(|known| known.trim_end_matches(':').eq_ignore_ascii_case(label));
    (signed && known).then(|| words.len() - credit.len())
}

/// Words stand before it, and they are at an end.
fn is_apart(before: &str) -> bool {
    before.split_whitespace().count() >= 4 && ends_sentence(before)
}

#[cfg(test)]
mod tests {
    use super::begins;

    #[test]
    fn credits_behind_captions() {
        let credit = |words: &'static str| begins(words).map(|at| &words[at..]);
        assert_eq!(
            credit("Photo: The ferry at dusk on Friday. Credit: Jana Novak"),
            Some("Credit: Jana Novak")
        );
        assert_eq!(credit("[Photo: “It will sail,” he said. Bildhaus/J. Novak]"), Some("Bildhaus/J. Novak]"));
        assert_eq!(credit("Credit: Jana Novak"), None);
        assert_eq!(credit("The bank gives no more. Credit: the lender's word for it is over"), None);
        assert_eq!(credit("[Photo: The ferry at dusk]"), None);
    }
}
