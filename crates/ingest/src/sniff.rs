//! What the bytes are: text or HTML, in which Unicode form, and what is not text at all.

use crate::{DOCUMENT_LIMIT, Error, Format, Input};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much is looked at.
const SAMPLE: usize = 4096;

/// Formats that are not text, by their first bytes.
const MAGIC: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "give the page or the text, not a picture of it"),
    (b"\xFF\xD8\xFF", "a JPEG image", "give the page or the text, not a picture of it"),
    (b"GIF8", "a GIF image", "give the page or the text, not a picture of it"),
    (b"%PDF-", "a PDF file", "convert it to text first, with pdftotext for instance"),
    (b"PK\x03\x04", "a ZIP archive (or an office file)", "unpack it, or save the document as text or HTML"),
    (b"\x7fELF", "an ELF program", "give text or HTML"),
    (b"MZ\x90\0", "a Windows program", "give text or HTML"),
    (b"\x1f\x8b", "gzip data", "name the file itself, which unpacks one layer of gzip"),
    (b"BZh", "bzip2 data", "unpack it first"),
    (b"\xFD7zXZ\0", "xz data", "unpack it first"),
    (b"\x28\xB5\x2F\xFD", "Zstandard data", "unpack it first"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive", "unpack it first"),
    (b"Rar!\x1A\x07", "a RAR archive", "unpack it first"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office file", "save the document as text or HTML"),
    (b"{\\rtf", "an RTF file", "save the document as text or HTML"),
    (b"wOFF", "a font", "give text or HTML"),
    (b"wOF2", "a font", "give text or HTML"),
    (b"OggS", "an Ogg file", "give text or HTML"),
    (b"ID3", "an MP3 file", "give text or HTML"),
    (b"\0asm", "a WebAssembly module", "give text or HTML"),
    (b"SQLite format 3\0", "an SQLite database", "give text or HTML"),
];

/// Formats that are not text, by bytes further in: RIFF (WebP, WAV), MP4, tar.
const DEEP_MAGIC: &[(usize, &[u8], &str)] = &[
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a WAV file"),
    (4, b"ftyp", "an MP4 file"),
    (257, b"ustar", "a tar archive"),
];

/// Byte order marks.
const MARKS: &[(&[u8], &Encoding)] =
    &[(b"\xEF\xBB\xBF", UTF_8), (b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)];

/// How the bytes show their Unicode form, if they do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// The encoding.
    pub(crate) encoding: &'static Encoding,
    /// Bytes of the byte order mark.
    pub(crate) mark: usize,
}

/// Refuses what is no document; otherwise the Unicode form that a byte order mark or a pattern of zeros gives away.
pub(crate) fn encoding(input: &Input) -> Result<Option<Form>, Error> {
    let bytes = input.bytes.as_slice();
    if bytes.is_empty() {
        return Err(Error::new(&input.name, "the document is empty").hint("give text or HTML"));
    }
    if bytes.len() > DOCUMENT_LIMIT {
        return Err(too_long(&input.name));
    }
    if let Some((what, hint)) = binary(bytes) {
        return Err(Error::new(&input.name, format!("this is {what}, not text or HTML")).hint(hint));
    }
    let form = mark(bytes).or_else(|| zeros(bytes));
    if form.is_none() && mostly_control(bytes) {
        let rule = "these are binary data, not text or HTML";
        return Err(Error::new(&input.name, rule).hint("give text or HTML"));
    }
    Ok(form)
}

/// The refusal of a document over the limit.
pub(crate) fn too_long(name: &str) -> Error {
    let rule = format!("the document is over the limit of {} MB", DOCUMENT_LIMIT / (1024 * 1024));
    Error::new(name, rule).hint("split it into one file for each report, or use JSONL with one report a line")
}

fn binary(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let first =
        MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|&(_, what, hint)| (what, hint));
    let deep = || {
        let row = DEEP_MAGIC
            .iter()
            .find(|(at, magic, _)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic)));
        row.filter(|_| bytes[..SAMPLE.min(bytes.len())].contains(&0))
            .map(|&(.., what)| (what, "give text or HTML"))
    };
    first.or_else(deep)
}

fn mark(bytes: &[u8]) -> Option<Form> {
    let row = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark))?;
    Some(Form { encoding: row.1, mark: row.0.len() })
}

/// UTF-16 without a mark: many zeros in one half of each unit (Latin letters, or at least the spaces) and none in the other.
fn zeros(bytes: &[u8]) -> Option<Form> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let [mut even, mut odd] = [0, 0];
    for unit in sample.chunks_exact(2) {
        even += usize::from(unit[0] == 0);
        odd += usize::from(unit[1] == 0);
    }
    let units = sample.len() / 2;
    let clear = |many: usize, few: usize| many >= 2 && many * 10 >= units && few * 4 <= many;
    let encoding = match (clear(odd, even), clear(even, odd)) {
        (true, _) => UTF_16LE,
        (_, true) => UTF_16BE,
        _ => return None,
    };
    // The sample may end within a pair of units.
    let whole = &sample[..sample.len() - 2];
    let (_, failed) = encoding.decode_without_bom_handling(if whole.is_empty() { sample } else { whole });
    (!failed || whole.len() + 2 == SAMPLE).then_some(Form { encoding, mark: 0 })
}

/// More than a tenth of the sample are control characters that no text has (NUL, tabs and breaks, ESC of ISO-2022 are allowed).
fn mostly_control(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let odd = |byte: u8| byte < 32 && !matches!(byte, 0 | 8..=13 | 26..=27);
    sample.iter().filter(|&&byte| odd(byte)).count() * 10 > sample.len()
}

/// Tags with which only HTML begins.
const OPENINGS: &[&str] = &[
    "!doctype html",
    "html",
    "head",
    "body",
    "!--",
    "meta",
    "title",
    "script",
    "div",
    "article",
    "main",
    "p",
    "h1",
    "table",
    "section",
    "?xml",
];

/// Tags whose presence, two at least, makes HTML of a fragment that opens with words.
const TELLING: &[&str] =
    &["<p>", "<p ", "</p>", "<div", "</a>", "<br", "<span", "<html", "<body", "<h1", "<h2", "</li>"];

/// HTML or text, by the first bytes and then by the number of tags.
pub(crate) fn format(input: &Input, form: Option<Form>) -> Format {
    let bytes = &input.bytes[..input.bytes.len().min(SAMPLE)];
    let head = match form {
        Some(form) => form.encoding.decode_without_bom_handling(&bytes[form.mark..]).0,
        None => String::from_utf8_lossy(bytes),
    }
    .to_ascii_lowercase();
    let html = opens_as_html(&head) || (named_html(&input.name) && head.contains('<')) || tagged(&head);
    if html { Format::Html } else { Format::Text }
}

fn opens_as_html(head: &str) -> bool {
    let Some(rest) = head.trim_start_matches(crate::fold::is_blank).strip_prefix('<') else {
        return false;
    };
    let opens = |tag: &&&str| {
        let after = rest.strip_prefix(**tag).and_then(|rest| rest.chars().next());
        after.is_some_and(|c| !c.is_alphanumeric() || tag.starts_with('!'))
    };
    OPENINGS.iter().find(opens).is_some_and(|tag| *tag != "?xml" || rest.contains("<html"))
}

fn named_html(name: &str) -> bool {
    let name = name.trim_end_matches(".gz");
    [".html", ".htm", ".xhtml"].iter().any(|ending| name.ends_with(ending))
}

fn tagged(head: &str) -> bool {
    TELLING.iter().filter(|tag| head.contains(**tag)).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(bytes: &[u8]) -> Input {
        Input { name: "x".into(), bytes: bytes.into(), ..Input::default() }
    }

    fn format_of(words: &str) -> Format {
        format(&input(words.as_bytes()), None)
    }

    #[test]
    fn html_is_told_from_text() {
        assert_eq!(format_of("\n <!DOCTYPE HTML PUBLIC>…"), Format::Html);
        assert_eq!(format_of("<?xml version='1.0'?>\n<html xmlns=''>"), Format::Html);
        assert_eq!(format_of("Some <b>words</b></p><p>more<br></p>"), Format::Html);
        assert_eq!(format_of("He wrote <sic> that a < b."), Format::Text);
        assert_eq!(format_of("<pre-war> prices rose."), Format::Text);
    }

    #[test]
    fn binaries_are_named() {
        let refused = encoding(&input(b"\x89PNG\r\n\x1a\n....")).expect_err("a picture");
        assert_eq!(refused.to_string(), "x: this is a PNG image, not text or HTML");
        assert!(encoding(&input(b"")).is_err());
        assert!(encoding(&input(b"a\0b plain text with a NUL")).expect("text").is_none());
    }

    #[test]
    fn utf16_shows_without_a_mark() {
        let bytes: Vec<u8> = "Talks fail".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let form = encoding(&input(&bytes)).expect("text").expect("a form");
        assert_eq!(form.encoding, UTF_16BE);
    }
}
