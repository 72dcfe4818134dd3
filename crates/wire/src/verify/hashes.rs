//! Is the text the one that was read?

use crate::encode::sha256;
use crate::twin::Record;
use crate::verify::Fault;

const HINT: &str = "the text was edited, so no citation can be trusted; read the document again";

/// What UTF-8 may open with and a text does not hold.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Stands for bytes that could not be decoded.
const REPLACEMENT: char = '\u{FFFD}';

pub(super) fn check(record: &Record, faults: &mut Vec<Fault>) {
    let document = &record.document;
    if sha256(record.text.as_bytes()) != document.text_sha256 {
        faults.push(Fault::new("document.text_sha256", "is not the hash of the text").hint(HINT));
    } else if text_is_document(record) {
        check_document(record, faults);
    }
}

/// Plain text in UTF-8 is its document, byte for byte, unless bytes had to be replaced.
fn text_is_document(record: &Record) -> bool {
    let document = &record.document;
    let utf8_text = document.media_type == "text/plain" && document.encoding == "UTF-8";
    utf8_text && !record.text.contains(REPLACEMENT)
}

fn check_document(record: &Record, faults: &mut Vec<Fault>) {
    let document = &record.document;
    let marked = document.bytes == (record.text.len() + BYTE_ORDER_MARK.len()) as u64;
    if !marked && document.bytes != record.text.len() as u64 {
        let rule = format!("the text has {} bytes, the document {}", record.text.len(), document.bytes);
        return faults.push(Fault::new("document.bytes", rule).hint(HINT));
    }
    let mark = if marked { BYTE_ORDER_MARK } else { "" };
    if sha256(format!("{mark}{}", record.text).as_bytes()) != document.sha256 {
        faults.push(Fault::new("document.sha256", "is not the hash of the text").hint(HINT));
    }
}
