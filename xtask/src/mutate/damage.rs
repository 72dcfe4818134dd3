//! Ways to damage a document.

use crate::random::Random;

/// What a document is wrapped into, deep enough to end any recursion.
const NESTS: [(&str, &str); 8] = [
    ("<div>", "</div>"),
    ("<blockquote><p>", ""),
    ("<table><tr><td>", ""),
    ("“", "”"),
    ("\"", "\""),
    ("(", ")"),
    ("<b><i>", "</b></i>"),
    ("‘“", "”’"),
];

/// Most levels of nesting.
const DEEPEST: usize = 2000;

/// A document longer than this grows no more.
const LARGE: usize = 300_000;

/// What is put where it does not belong: marks of encodings, halves of characters, ends of lines, control characters.
const STRAYS: [&[u8]; 14] = [
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xC3",
    b"\xED\xA0\x80",
    b"\xF0\x9F",
    b"\r",
    b"\x1B[31m",
    b"\xE2\x80\xAE",
    b"\xE2\x80\x9C",
    b"<",
    b"&",
    b"\xCC\x81",
];

type Way = fn(&mut Vec<u8>, &[u8], &mut Random);

const WAYS: [Way; 8] =
    [|document, _, random| flip(document, random), cut, truncate, double, repeat, nest, splice, stray];

/// Damages a document in one way; `other` is another document to take from.
pub(crate) fn once(document: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    random.one_of(&WAYS)(document, other, random);
}

fn flip(document: &mut [u8], random: &mut Random) {
    for _ in 0..random.below(20) + 1 {
        let at = random.below(document.len());
        if let Some(byte) = document.get_mut(at) {
            *byte ^= 1 << random.below(8);
        }
    }
}

fn cut(document: &mut Vec<u8>, _: &[u8], random: &mut Random) {
    let range = random.range(document.len());
    document.drain(range);
}

fn truncate(document: &mut Vec<u8>, _: &[u8], random: &mut Random) {
    let at = random.below(document.len());
    document.truncate(at);
}

fn double(document: &mut Vec<u8>, _: &[u8], random: &mut Random) {
    let range = random.range(document.len());
    let piece = document[range].to_vec();
    insert(document, &piece, random);
}

/// One short piece, many times in a row.
fn repeat(document: &mut Vec<u8>, _: &[u8], random: &mut Random) {
    let range = random.range(document.len());
    let piece = &document[range.start..range.end.min(range.start + 40)];
    let piece = piece.repeat(random.below(1000));
    insert(document, &piece, random);
}

fn nest(document: &mut Vec<u8>, _: &[u8], random: &mut Random) {
    let (open, close) = random.one_of(&NESTS);
    let deep = random.below(DEEPEST);
    let inner = std::mem::take(document);
    document.extend(open.repeat(deep).bytes());
    document.extend(inner);
    document.extend(close.repeat(deep).bytes());
}

fn splice(document: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let piece = other[random.range(other.len())].to_vec();
    insert(document, &piece, random);
}

fn stray(document: &mut Vec<u8>, _: &[u8], random: &mut Random) {
    for _ in 0..random.below(6) + 1 {
        let piece = *random.one_of(&STRAYS);
        insert(document, piece, random);
    }
}

fn insert(document: &mut Vec<u8>, piece: &[u8], random: &mut Random) {
    if document.len() + piece.len() <= LARGE {
        let at = random.below(document.len() + 1);
        document.splice(at..at, piece.iter().copied());
    }
}
