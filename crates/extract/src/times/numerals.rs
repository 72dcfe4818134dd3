//! Numbers in digits and in words: `30,000`, `5.7 million`, `two-and-a-half million`, `one hundred and five`, `two dozen`.

use super::atoms::Line;

/// A cardinal number and the atom after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cardinal {
    /// The number.
    pub(crate) value: f64,
    /// The atom after it.
    pub(crate) end: usize,
}

/// Nought to ninety.
const SMALL: [(&str, f64); 29] = [
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fourty", 40.0), // frequent misspelling
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// Words that multiply what stands before them.
const SCALES: [(&str, f64); 10] = [
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("mn", 1e6),
    ("mln", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
];

/// First to thirty-first, as far as they are one word; the compounds follow from these.
const ORDINALS: [(&str, i16); 22] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("twenty", 20), // opens a compound only
];

/// How many words after the first a number may have: enough for every number, and an end to nonsense.
const LONGEST: usize = 12;

/// The cardinal that begins at atom `at`.
pub(crate) fn cardinal(line: &Line, at: usize) -> Option<Cardinal> {
    let first = unscaled(line, at)?;
    let whole = and_a_half(line, first);
    Some(scaled(line, whole))
}

/// The ordinal at atom `at` (`11th`, `nineteenth`, `twenty-first`) and the atom after it.
pub(crate) fn ordinal(line: &Line, at: usize) -> Option<(i16, usize)> {
    if let Some(number) = line.digits(at) {
        let suffixed = line.glued(at + 1) && line.any(at + 1, &["st", "nd", "rd", "th"]);
        return suffixed.then_some((number, at + 2));
    }
    let &(word, value) = ORDINALS.iter().find(|(word, _)| *word == line.word(at))?;
    if word != "twenty" {
        return Some((value, at + 1));
    }
    let next = line.skip_hyphen(at + 1);
    let unit = ORDINALS[..9].iter().find(|(word, _)| *word == line.word(next))?;
    Some((value + unit.1, next + 1))
}

/// Digits as a number: commas group by three or the number is none; at most fifteen digits, which a double holds exactly.
pub(crate) fn digits_value(written: &str) -> Option<f64> {
    let (whole, _) = written.split_once('.').unwrap_or((written, ""));
    let mut groups = whole.split(',');
    let head = groups.next()?;
    let grouped = whole.contains(',');
    let sound = (!grouped || head.len() <= 3) && groups.all(|group| group.len() == 3);
    let digits: String = written.chars().filter(|&c| c != ',').collect();
    (sound && digits.len() <= 16).then(|| digits.parse().ok()).flatten()
}

/// Digits, number words up to the first scale word, or the article of `a million`.
pub(crate) fn unscaled(line: &Line, at: usize) -> Option<Cardinal> {
    if line.is_number(at) {
        return Some(Cardinal { value: digits_value(line.as_written(at))?, end: at + 1 });
    }
    if line.any(at, &["a", "an"]) {
        let scale = scale(line, at + 1)?;
        return Some(Cardinal { value: 1.0, end: at + 1 }).filter(|_| scale >= 12.0);
    }
    below_hundred(line, at)
}

fn below_hundred(line: &Line, at: usize) -> Option<Cardinal> {
    let value = small(line.word(at))?;
    let next = line.skip_hyphen(at + 1);
    let unit = small(line.word(next)).filter(|unit| value >= 20.0 && (1.0..10.0).contains(unit));
    Some(match unit {
        Some(unit) => Cardinal { value: value + unit, end: next + 1 },
        None => Cardinal { value, end: at + 1 },
    })
}

/// Multiplies by the scale words that follow and adds what comes after them: `two hundred thousand`, `one hundred and five`.
fn scaled(line: &Line, first: Cardinal) -> Cardinal {
    let (mut total, mut current, mut end) = (0.0, first.value, first.end);
    for _ in 0..LONGEST {
        let next = line.skip_hyphen(end);
        if let Some(scale) = scale(line, next) {
            current *= scale;
            end = next + 1;
        } else if let Some(more) = addend(line, end, total + current) {
            total += current;
            (current, end) = (more.value, more.end);
        } else {
            break;
        }
    }
    Cardinal { value: total + current, end }
}

/// What is added after a scale word: smaller than the last scale, and never after plain digits.
fn addend(line: &Line, end: usize, so_far: f64) -> Option<Cardinal> {
    let after_scale = end > 0 && scale(line, end - 1).is_some_and(|scale| scale > 12.0);
    let at = line.skip_hyphen(end);
    let at = if line.word(at) == "and" { line.skip_hyphen(at + 1) } else { at };
    let more = below_hundred(line, at).filter(|_| after_scale && so_far >= 100.0)?;
    let last = scale(line, end - 1)?;
    (more.value < last).then_some(more)
}

fn and_a_half(line: &Line, number: Cardinal) -> Cardinal {
    let joined = |at: usize| line.skip_hyphen(at);
    let half = || {
        let at = joined(number.end);
        let at = joined((line.word(at) == "and").then_some(at + 1)?);
        let at = joined((line.word(at) == "a").then_some(at + 1)?);
        (line.word(at) == "half").then_some(at + 1)
    };
    match half() {
        Some(end) => Cardinal { value: number.value + 0.5, end },
        None => number,
    }
}

fn small(word: &str) -> Option<f64> {
    SMALL.iter().find(|row| row.0 == word).map(|row| row.1)
}

fn scale(line: &Line, at: usize) -> Option<f64> {
    SCALES.iter().find(|row| row.0 == line.word(at)).map(|row| row.1)
}
