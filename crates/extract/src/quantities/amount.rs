//! Reading a number with its scale and unit: `30,000`, `$1.4bn`, `five percent`, `tens of thousands`, `two-thirds`, `20 to 30`, `160 km`.

use sayso_record::Relation;

use super::units;
use crate::times::atoms::Line;
use crate::times::numerals::{Cardinal, cardinal, unscaled};

/// A number as it stands, without its qualifier.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    /// The atom after it and its unit.
    pub(super) end: usize,
    pub(super) value: f64,
    /// What the number says by itself: `dozens` are at least twelve.
    pub(super) relation: Relation,
    pub(super) unit: Option<&'static str>,
    pub(super) form: Form,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits or number words, with or without a unit.
    Plain,
    /// `dozens`, `tens of thousands`.
    Round,
    /// A share of a whole.
    Share,
}

/// Round words with the least they mean, the longer first.
const ROUND: [(&str, f64); 22] = [
    ("hundreds of millions", 1e8),
    ("tens of millions", 1e7),
    ("hundreds of thousands", 1e5),
    ("tens of thousands", 1e4),
    ("several thousands", 1e3),
    ("several million", 1e6),
    ("several thousand", 1e3),
    ("several hundred", 1e2),
    ("several dozen", 12.0),
    ("a few million", 1e6),
    ("a few thousand", 1e3),
    ("a few hundred", 1e2),
    ("a few dozen", 12.0),
    ("many thousands", 1e3),
    ("many hundreds", 1e2),
    ("many millions", 1e6),
    ("dozens", 12.0),
    ("scores of", 20.0), // without "of" they are results
    ("hundreds", 1e2),
    ("thousands", 1e3),
    ("millions", 1e6),
    ("billions", 1e9),
];

/// Denominators of shares in words.
const DENOMINATORS: [(&str, f64); 14] = [
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fourth", 4.0),
    ("fourths", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
    ("eighths", 8.0),
];

/// The number that begins at atom `at`.
pub(super) fn amount(line: &Line, at: usize) -> Option<Amount> {
    share_of_scale(line, at)
        .or_else(|| share(line, at))
        .or_else(|| couple(line, at))
        .or_else(|| round(line, at))
        .or_else(|| half_of_scale(line, at))
        .or_else(|| between(line, at))
        .or_else(|| plain(line, at))
}

/// `$1.4bn`, `160 km`, `five percent`, `20 to 30 people`.
fn plain(line: &Line, at: usize) -> Option<Amount> {
    let (start, code) = units::sign(line, at).map_or((at, None), |(start, code)| (start, Some(code)));
    let first = number(line, start)?;
    if code.is_none()
        && let Some(range) = range(line, first)
    {
        return Some(range);
    }
    Some(with_unit(line, first, code))
}

/// A cardinal and the short scales of money (`$5m`, `€3k`).
fn number(line: &Line, at: usize) -> Option<Cardinal> {
    let cardinal = cardinal(line, at)?;
    let end = cardinal.end;
    let scale = match line.word(end) {
        "m" if line.glued(end) && line.any(at.wrapping_sub(1), &["$", "€", "£"]) => 1e6,
        "m" if line.glued(end) && units::counts_millions(line, end + 1) => 1e6,
        "k" if line.glued(end) => 1e3,
        "b" if line.glued(end) && line.any(at.wrapping_sub(1), &["$", "€", "£"]) => 1e9,
        _ => return Some(cardinal),
    };
    Some(Cardinal { value: cardinal.value * scale, end: end + 1 })
}

fn with_unit(line: &Line, number: Cardinal, code: Option<&'static str>) -> Amount {
    let Cardinal { value, end } = number;
    if let Some(end) = units::percent(line, end) {
        return Amount {
            end,
            value: hundredth(value),
            relation: Relation::Equal,
            unit: None,
            form: Form::Share,
        };
    }
    let (end, unit) = match units::unit(line, end) {
        Some((end, unit)) => (end, code.or(Some(unit))),
        None => (end, code),
    };
    Amount { end, value, relation: Relation::Equal, unit, form: Form::Plain }
}

/// `20 to 30 soldiers`, `20-30 percent`: at least the first. A range needs to rise and to count something.
fn range(line: &Line, first: Cardinal) -> Option<Amount> {
    let dash = line.is_dash(first.end) && line.glued(first.end) && line.glued(first.end + 1);
    let to = line.any(first.end, &["to", "or"]);
    let second = number(line, first.end + 1).filter(|second| (dash || to) && second.value > first.value)?;
    let whole = with_unit(line, second, None);
    let counts = whole.end > second.end
        || (line.is_word(whole.end) && !line.is_capital(whole.end) && !line.glued(whole.end));
    let value = first.value * shared_scale(line, first, second);
    let value = if whole.form == Form::Share { hundredth(value) } else { value };
    counts.then_some(Amount { value, relation: Relation::AtLeast, ..whole })
}

/// The scale of `two to three million` belongs to both numbers; 1 where the first has its own or there is none.
fn shared_scale(line: &Line, first: Cardinal, second: Cardinal) -> f64 {
    let alone = unscaled(line, first.end + 1).filter(|alone| alone.value > 0.0 && first.value < 1e3);
    alone.map_or(1.0, |alone| second.value / alone.value)
}

/// `between 20 and 30`.
fn between(line: &Line, at: usize) -> Option<Amount> {
    let start = line.phrase(at, "between")?;
    let first = plain_unranged(line, start)?;
    let second = line.phrase(first.end, "and")?;
    let second = plain_unranged(line, second)?;
    let value = if second.form == Form::Share && first.form == Form::Plain {
        hundredth(first.value)
    } else {
        first.value
    };
    let unit = second.unit.or(first.unit);
    (second.value > value).then_some(Amount { value, relation: Relation::AtLeast, unit, ..second })
}

fn plain_unranged(line: &Line, at: usize) -> Option<Amount> {
    let (start, code) = units::sign(line, at).map_or((at, None), |(start, code)| (start, Some(code)));
    Some(with_unit(line, number(line, start)?, code))
}

/// `tens of thousands`, `dozens`, `several hundred`.
fn round(line: &Line, at: usize) -> Option<Amount> {
    let (end, value) = ROUND.iter().find_map(|&(phrase, value)| Some((line.phrase(at, phrase)?, value)))?;
    // The "of" of "scores of" belongs to what is counted.
    let end = if line.word(at) == "scores" { end - 1 } else { end };
    let (end, scale) = further_scale(line, end);
    let (end, value) = (more_of_it(line, end).unwrap_or(end), value * scale);
    let (end, unit) = match units::unit(line, line.phrase(end, "of").unwrap_or(end)) {
        Some((end, unit)) => (end, Some(unit)),
        None => (end, None),
    };
    Some(Amount { end, value, relation: Relation::AtLeast, unit, form: Form::Round })
}

/// The `thousand` of `several hundred thousand`, as a factor.
fn further_scale(line: &Line, end: usize) -> (usize, f64) {
    let scales = [("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];
    let scale = scales.iter().find(|row| row.0 == line.word(end));
    scale.map_or((end, 1.0), |row| (end + 1, row.1))
}

/// `hundreds if not thousands`: the second word adds hope or fear, the first is the least.
fn more_of_it(line: &Line, end: usize) -> Option<usize> {
    let second = line.phrases(end, &[", if not", "if not", "or even", "or perhaps", "or possibly", "or"])?;
    let end = ROUND.iter().find_map(|&(phrase, _)| line.phrase(second, phrase))?;
    // "dozens, if not hundreds, of people".
    Some(line.phrase(end, ",").filter(|&of| line.word(of) == "of").unwrap_or(end))
}

/// `a couple of hundred`, `a couple of soldiers`: about two.
fn couple(line: &Line, at: usize) -> Option<Amount> {
    let end = line.phrase(at, "a couple of")?;
    // "a couple of New York", "a couple of the".
    line.is_word(end).then_some(())?;
    let scale = match line.word(end) {
        "dozen" => Some(12.0),
        "hundred" => Some(1e2),
        _ => None,
    };
    let (end, value) = scale.map_or((end, 2.0), |scale| (end + 1, 2.0 * scale));
    let (end, scale) = further_scale(line, end);
    // The "of" belongs to what is counted where nothing multiplies.
    let end = if line.word(end - 1) == "of" { end - 1 } else { end };
    let number = Cardinal { value: value * scale, end };
    Some(Amount { relation: Relation::About, form: Form::Round, ..with_unit(line, number, None) })
}

/// `three quarters of a million`, `a quarter of a billion`.
fn share_of_scale(line: &Line, at: usize) -> Option<Amount> {
    let share = share(line, at)?;
    let article = line.phrase(share.end, "of").filter(|&article| line.word(article) == "a")?;
    let whole = cardinal(line, article).filter(|whole| whole.value >= 1e3)?;
    Some(with_unit(line, Cardinal { value: share.value * whole.value, end: whole.end }, None))
}

/// `half a million`, `half a dozen`.
fn half_of_scale(line: &Line, at: usize) -> Option<Amount> {
    let article = line.phrase(at, "half").filter(|&article| line.word(article) == "a")?;
    let whole = cardinal(line, article)?;
    Some(with_unit(line, Cardinal { value: whole.value / 2.0, end: whole.end }, None))
}

/// `half`, `a third`, `two-thirds`, `three quarters`, as long as a whole follows.
fn share(line: &Line, at: usize) -> Option<Amount> {
    let (numerator, noun) = match line.word(at) {
        "half" => (1.0, at),
        "a" => (1.0, at + 1),
        _ => {
            let number = cardinal(line, at).filter(|number| number.value < 20.0 && !line.is_number(at))?;
            (number.value, line.skip_hyphen(number.end))
        }
    };
    let &(word, denominator) = DENOMINATORS.iter().find(|row| row.0 == line.word(noun))?;
    let end = noun + 1;
    let of = line.word(end) == "of";
    let determiner =
        line.any(end, &["the", "its", "their", "his", "her", "our", "all", "that", "those", "these"]);
    let whole =
        of || (word == "half" && determiner) || (numerator > 1.0 && word != "seconds" && !line.is_word(end));
    let value = (numerator / denominator * 1e4).round() / 1e4;
    (whole && value < 1.0).then_some(Amount {
        end,
        value,
        relation: Relation::Equal,
        unit: None,
        form: Form::Share,
    })
}

/// A percentage as a share, free of the noise of binary fractions.
fn hundredth(percent: f64) -> f64 {
    if percent < 1e6 { (percent * 1e6).round() / 1e8 } else { percent / 1e2 }
}
