//! Bytes to characters: which encoding, and which byte each character came from.

use crate::Format;
use crate::sniff::Form;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use sayso_text::Decoding;

/// How far a `<meta charset>` is looked for; browsers look at 1,024 bytes, many pages put it later.
const PRESCAN: usize = 8192;

/// A document as characters.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The characters, without a byte order mark.
    pub(crate) text: String,
    /// WHATWG name of the encoding.
    pub(crate) encoding: &'static str,
    /// From the characters to the bytes; only for HTML that is not plain UTF-8.
    pub(crate) origins: Option<Decoding>,
    /// What was doubtful.
    pub(crate) doubts: Vec<String>,
}

/// Decodes; never fails. What is no character of the encoding becomes U+FFFD and a doubt.
pub(crate) fn decode(bytes: &[u8], format: Format, form: Option<Form>) -> Decoded {
    let mark = form.map_or(0, |form| form.mark);
    let encoding = form.map_or_else(|| guess(bytes, format), |form| form.encoding);
    let content = &bytes[mark..];
    if format == Format::Html && !(mark == 0 && encoding == UTF_8 && std::str::from_utf8(content).is_ok()) {
        return traced(content, encoding, mark);
    }
    let (text, failed) = encoding.decode_without_bom_handling(content);
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        origins: None,
        doubts: doubts(failed, encoding),
    }
}

fn doubts(failed: bool, encoding: &'static Encoding) -> Vec<String> {
    let doubt = || format!("some bytes are no characters of {} and read as U+FFFD", encoding.name());
    failed.then(doubt).into_iter().collect()
}

/// The encoding of bytes without a mark: valid UTF-8 is UTF-8 whatever a page says of itself (pages are often converted on their way and
/// keep their old label), then the label of the page, then the detector.
fn guess(bytes: &[u8], format: Format) -> &'static Encoding {
    let label = if format == Format::Html { declared(bytes) } else { None };
    if bytes.is_ascii() && !bytes.contains(&0x1B) {
        return UTF_8;
    }
    if !bytes.is_ascii() && (std::str::from_utf8(bytes).is_ok() || nearly_utf8(bytes)) {
        return UTF_8;
    }
    label.filter(|&encoding| encoding != UTF_8).unwrap_or_else(|| detect(bytes))
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-8 with a fault here and there (a cut at the end, one bad byte): at most one fault for ten good characters beyond ASCII.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let [mut good, mut bad] = [0, 0];
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 10 <= good
}

/// The label in `<meta charset=…>` or `<meta http-equiv content="…charset=…">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    let named = head.match_indices("charset").find_map(|(at, _)| {
        let in_tag = head[..at]
            .rfind('<')
            .is_some_and(|open| head[open..].starts_with("<meta") || head[open..].starts_with("<?xml"));
        let value = head[at + "charset".len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        let label = &value[..value
            .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))
            .unwrap_or(value.len())];
        in_tag.then(|| Encoding::for_label_no_replacement(label.as_bytes())).flatten()
    })?;
    Some(match named {
        // A page that could say so in ASCII is not UTF-16.
        encoding if encoding == UTF_16LE || encoding == UTF_16BE => UTF_8,
        encoding if encoding == encoding_rs::X_USER_DEFINED => WINDOWS_1252,
        encoding => encoding,
    })
}

/// Decodes in small steps and writes down where each came from.
fn traced(content: &[u8], encoding: &'static Encoding, mark: usize) -> Decoded {
    let mut tracer = Tracer {
        decoder: encoding.new_decoder_without_bom_handling(),
        text: String::with_capacity(content.len() + content.len() / 2),
        origins: Decoding::new(mark as u32),
        failed: false,
    };
    if encoding == UTF_8 {
        tracer.utf8(content)
    } else {
        tracer.steps(content, ascii_compatible(encoding))
    }
    let Tracer { text, origins, failed, .. } = tracer;
    Decoded { text, encoding: encoding.name(), origins: Some(origins), doubts: doubts(failed, encoding) }
}

/// True where ASCII bytes between two characters stand for themselves.
fn ascii_compatible(encoding: &'static Encoding) -> bool {
    encoding.is_ascii_compatible() && encoding != encoding_rs::ISO_2022_JP
}

struct Tracer {
    decoder: Decoder,
    text: String,
    origins: Decoding,
    failed: bool,
}

impl Tracer {
    fn utf8(&mut self, content: &[u8]) {
        for chunk in content.utf8_chunks() {
            self.copy(chunk.valid());
            if !chunk.invalid().is_empty() {
                self.take("\u{FFFD}", chunk.invalid().len());
                self.failed = true;
            }
        }
    }

    fn copy(&mut self, run: &str) {
        self.text.push_str(run);
        self.origins.copied(run.len() as u32);
    }

    fn take(&mut self, decoded: &str, bytes: usize) {
        self.text.push_str(decoded);
        self.origins.decoded(decoded.len() as u32, bytes as u32);
    }

    /// One byte at a time until characters come out; runs of ASCII at once where the encoding allows it.
    fn steps(&mut self, content: &[u8], ascii: bool) {
        let mut at = 0;
        let mut pending = 0;
        while at < content.len() {
            let run = if ascii && pending == 0 {
                content[at..].iter().take_while(|byte| byte.is_ascii()).count()
            } else {
                0
            };
            if run > 0 {
                self.copy(std::str::from_utf8(&content[at..at + run]).unwrap_or_default());
                at += run;
                continue;
            }
            pending += 1;
            at += 1;
            pending = self.step(&content[at - 1..at], pending, false);
        }
        self.step(&[], pending, true);
    }

    /// Feeds `bytes`; returns how many bytes still wait for their character.
    fn step(&mut self, bytes: &[u8], pending: usize, last: bool) -> usize {
        let mut buffer = [0; 32];
        let (result, _, written, failed) = self.decoder.decode_to_utf8(bytes, &mut buffer, last);
        debug_assert_eq!(result, CoderResult::InputEmpty, "one byte fits the buffer");
        self.failed |= failed;
        if written == 0 {
            return pending;
        }
        self.take(std::str::from_utf8(&buffer[..written]).unwrap_or_default(), pending);
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, EUC_JP, GB18030, ISO_2022_JP, SHIFT_JIS, WINDOWS_1251};

    const WORDS: &str = "<p>Łódź, café — “идлиб” 日本語テキスト ABC</p>";

    #[test]
    fn steps_agree_with_the_decoder() {
        for encoding in [SHIFT_JIS, EUC_JP, GB18030, BIG5, ISO_2022_JP, WINDOWS_1251, WINDOWS_1252] {
            let (bytes, _, _) = encoding.encode(WORDS);
            let (whole, failed) = encoding.decode_without_bom_handling(&bytes);
            let stepped = traced(&bytes, encoding, 0);
            assert_eq!(stepped.text, whole, "{}", encoding.name());
            assert_eq!(stepped.doubts.is_empty(), !failed);
        }
    }

    #[test]
    fn a_label_counts_only_for_what_is_not_utf8() {
        let page = "<meta charset='iso-8859-1'><p>café</p>";
        assert_eq!(guess(page.as_bytes(), Format::Html), UTF_8);
        assert_eq!(guess(&WINDOWS_1252.encode(page).0, Format::Html), WINDOWS_1252);
    }

    #[test]
    fn a_cut_character_is_a_doubt() {
        let words = "Kabul – ÄÖÜäöüßéèê “so” é".as_bytes();
        let decoded = decode(&words[..words.len() - 1], Format::Text, None);
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.text.ends_with('\u{FFFD}'));
        assert_eq!(decoded.doubts.len(), 1);
    }
}
