//! Addresses, e-mails, file names, handles and hashtags: one token each.

use super::{reach, span};
use crate::chars::is_word;

/// Length of the address at the front of `rest`.
pub(super) fn length(rest: &str) -> Option<usize> {
    let first = *rest.as_bytes().first()?;
    match first {
        b'@' | b'#' => tag(rest),
        b'<' => None,
        _ => schemed(rest).or_else(|| email(rest)).or_else(|| dotted(rest)),
    }
}

/// "@name", "#topic": a letter follows.
fn tag(rest: &str) -> Option<usize> {
    let name = &rest[1..];
    let length = span(name, is_word);
    name.starts_with(|c: char| c.is_alphabetic() || c == '_').then_some(1 + length)
}

/// What opens an address for certain.
const SCHEMES: [&str; 7] = ["http://", "https://", "ftp://", "www.", "mailto:", "HTTP://", "WWW."];

fn schemed(rest: &str) -> Option<usize> {
    SCHEMES.iter().find(|scheme| rest.starts_with(**scheme) && rest.len() > scheme.len())?;
    Some(address_end(rest))
}

/// The address at the front of `rest`, without the punctuation of the sentence around it.
fn address_end(rest: &str) -> usize {
    let whole = &rest[..span(rest, |c| !matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '|'))];
    let bare = whole.trim_end_matches(|c| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ')' | ']' | '}' | '…')
    });
    let closes = whole[bare.len()..].starts_with(')') && bare.contains('(') && !bare.contains(')');
    bare.len() + usize::from(closes)
}

/// "jo.doe@example.com", "Smith@EXAMPLE".
fn email(rest: &str) -> Option<usize> {
    let window = reach(rest);
    let local = span(window, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-'));
    let domain = window[local..].strip_prefix('@')?;
    let length = span(domain, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    let length = domain[..length].trim_end_matches(['.', '-']).len();
    (local > 0 && length > 1).then_some(local + 1 + length)
}

/// "example.com/page", "report.pdf": the last part is a known domain or file type.
fn dotted(rest: &str) -> Option<usize> {
    let window = reach(rest);
    let length = span(window, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    let name = window[..length].trim_end_matches(['.', '-', '_']);
    let (stem, last) = name.rsplit_once('.')?;
    let known = ENDINGS.contains(&last) || ENDINGS.contains(&last.to_ascii_lowercase().as_str());
    if !known || stem.is_empty() || stem.contains("..") {
        return None;
    }
    Some(if rest[name.len()..].starts_with('/') { address_end(rest) } else { name.len() })
}

/// Last parts of host names and file names met in running text.
const ENDINGS: [&str; 40] = [
    "com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "uk", "ru", "de", "fr", "eu", "au", "nz",
    "cn", "jp", "ca", "tv", "tr", "ir", "ua", "us", "html", "htm", "php", "asp", "pdf", "doc", "docx", "xls",
    "xlsx", "ppt", "txt", "jpg", "png", "gif", "zip", "exe",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        let rows = [
            ("http://a.org/b.", Some(14)),
            ("https://a.org/b_(c)", Some(19)),
            ("www.a.org),", Some(9)),
            ("jo@a.org,", Some(8)),
            ("example.com's", Some(11)),
            ("report.pdf", Some(10)),
            ("left.She", None),
            ("@jo:", Some(3)),
            ("#1", None),
        ];
        for (words, expected) in rows {
            assert_eq!(length(words), expected, "{words}");
        }
    }
}
