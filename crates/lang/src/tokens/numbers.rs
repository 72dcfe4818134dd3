//! Numbers: separators stay inside, units come off, telephone numbers and dates stay whole.

use super::{reach, span};
use crate::chars::{is_apostrophe, is_word};

/// Length of the number at the front of `rest`; `None` where there is none or it is part of a word ("4th", "3143C").
pub(super) fn length(rest: &str, at_start: bool) -> Option<usize> {
    let sign = usize::from(at_start && rest.starts_with(['+', '.']));
    let digits = &rest[sign..];
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(length) = hyphenated(digits) {
        return Some(sign + length);
    }
    let number = separated(digits);
    let tail = &digits[number..];
    let letters = span(tail, is_word);
    match letters {
        0 => Some(sign + number + plural(tail)),
        _ if UNITS.contains(&&tail[..letters]) => Some(sign + number),
        // "50,000th" has separators that a word has not.
        _ => digits[..number].contains(',').then_some(sign + number + letters),
    }
}

/// Digits with single separators between digits: 1,200.50, 10:30, 11/09/2018.
fn separated(digits: &str) -> usize {
    let bytes = digits.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (bytes.get(at).is_some_and(|byte| b",.:/".contains(byte)) && digit(at + 1)) {
        at += 1;
    }
    at
}

/// The apostrophe and "s" of "the 1990's".
fn plural(tail: &str) -> usize {
    let Some(mark) = tail.chars().next().filter(|&c| is_apostrophe(c)) else { return 0 };
    let letters = &tail[mark.len_utf8()..];
    if span(letters, is_word) == 1 && letters.starts_with('s') { mark.len_utf8() + 1 } else { 0 }
}

/// A telephone number or date: digits in three groups or more, or seven digits as 555-1234. "2014-2018" and "3-5" are ranges.
fn hyphenated(digits: &str) -> Option<usize> {
    let window = reach(digits);
    let length = span(window, |c| c.is_ascii_digit() || c == '-');
    let whole = window[..length].trim_end_matches('-');
    let mut groups = whole.split('-').map(str::len);
    let one_word = match (groups.next(), groups.next(), groups.next()) {
        (Some(_), Some(second), Some(_)) => second > 0 && !whole.contains("--"),
        (Some(3), Some(4), None) => true,
        _ => false,
    };
    let ends = !window[whole.len()..].starts_with(is_word);
    (one_word && ends && whole.len() < window.len().max(40)).then_some(whole.len())
}

/// Units written in one with their number that the treebanks cut off ("5km", "7:30pm", "3m").
const UNITS: [&str; 46] = [
    "am", "pm", "AM", "PM", "Am", "Pm", "a", "p", "k", "K", "m", "mm", "MM", "bn", "tn", "mn", "cm", "km",
    "nm", "kg", "g", "mg", "lb", "lbs", "oz", "ft", "in", "hh", "Hz", "kHz", "MHz", "GHz", "mph", "kph",
    "MB", "GB", "TB", "KB", "kW", "MW", "kWh", "ml", "hrs", "hr", "min", "mins",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        let rows = [
            ("1,200,", Some(5)),
            ("10:30", Some(5)),
            ("3-5", Some(1)),
            ("555-1234", Some(8)),
            ("2018-09-11.", Some(10)),
            ("1990's", Some(6)),
            ("5km", Some(1)),
            ("4th", None),
            ("B2B", None),
        ];
        for (words, expected) in rows {
            assert_eq!(length(words, true), expected, "{words}");
        }
    }

    #[test]
    fn signs_only_at_the_start_of_a_chunk() {
        assert_eq!(length("+44", true), Some(3));
        assert_eq!(length(".5", true), Some(2));
        assert_eq!(length(".5", false), None);
    }
}
