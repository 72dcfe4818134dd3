//! Numbers of things, compared with each other.

use std::collections::BTreeSet;

use super::words::{Content, stem};
use crate::fold;

/// How the true number relates to the one told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is that number.
    Equal,
    /// It is larger.
    More,
    /// It is smaller.
    Less,
    /// It is at least that.
    AtLeast,
    /// It is at most that.
    AtMost,
    /// It is near that.
    About,
}

/// A number told of something.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// The number.
    pub value: f64,
    /// How the true number relates to it.
    pub relation: Relation,
    /// ISO 4217, UCUM or `%`.
    pub unit: Option<String>,
    /// What is counted ("Danish soldiers").
    pub of: Option<String>,
    /// The words ("more than 30,000"), for reasons; empty where there are none.
    pub words: String,
}

/// Numbers that are as near as this, in parts of the larger, are one number.
const NEAR: f64 = 0.01;
/// "About" reaches so far, in parts of the number.
const ABOUT: f64 = 0.1;

impl Number {
    /// The number, for people ("more than 30,000 Danish soldiers").
    #[must_use]
    pub fn shown(&self) -> String {
        let number = if self.words.is_empty() { written(self.value) } else { self.words.clone() };
        match &self.of {
            Some(of) if !number.contains(of.as_str()) => format!("{number} {of}"),
            _ => number,
        }
    }

    /// Whether both tell one value, whatever the relations and units.
    pub(super) fn has_value(&self, other: &Number) -> bool {
        (self.value - other.value).abs() <= self.value.abs().max(other.value.abs()) * 1e-9
    }

    /// Whether one true number can be what both tell.
    #[must_use]
    pub fn agrees(&self, other: &Number) -> bool {
        let ((from, to), (least, most)) = (self.reach(), other.reach());
        from <= most && least <= to
    }

    /// The least and the greatest number that it may be.
    fn reach(&self) -> (f64, f64) {
        let slack = |part: f64| self.value.abs() * part;
        match self.relation {
            Relation::Equal => (self.value - slack(NEAR / 2.0), self.value + slack(NEAR / 2.0)),
            Relation::About => (self.value - slack(ABOUT), self.value + slack(ABOUT)),
            Relation::More | Relation::AtLeast => (self.value, f64::INFINITY),
            Relation::Less | Relation::AtMost => (f64::NEG_INFINITY, self.value),
        }
    }

    /// Whether both count the same thing in the same unit: things of one head, and of no different kinds ("Danish soldiers", "soldiers").
    #[must_use]
    pub fn counts_the_same(&self, other: &Number) -> bool {
        let content = Content::default();
        Count::of(self.clone(), &content).counts_the_same(&Count::of(other.clone(), &content))
    }

    fn thing(&self) -> Option<Thing> {
        self.of.as_deref().and_then(Thing::of)
    }

    /// Whether it stands right behind a negation in `content`, with what it counts.
    fn is_negated(&self, thing: Option<&Thing>, content: &Content) -> bool {
        let words: Vec<String> = fold::words(&self.words).iter().map(|word| stem(word)).collect();
        let told = !words.is_empty() || thing.is_some();
        told && content.unsaid.iter().any(|unsaid| {
            let head = thing.is_none_or(|thing| unsaid.stems.contains(&thing.head));
            (unsaid.ends || head) && words.iter().all(|word| unsaid.stems.contains(word))
        })
    }
}

/// A number of a claim, with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Count {
    pub(super) number: Number,
    thing: Option<Thing>,
    /// Whether the claim says that it is not so.
    pub(super) negated: bool,
}

impl Count {
    pub(super) fn of(number: Number, content: &Content) -> Count {
        let thing = number.thing();
        Count { negated: number.is_negated(thing.as_ref(), content), thing, number }
    }

    pub(super) fn counts_the_same(&self, other: &Count) -> bool {
        let (Some(ours), Some(theirs)) = (&self.thing, &other.thing) else { return false };
        self.number.unit == other.number.unit && ours.is(theirs)
    }

    /// Whether both count one kind of a thing ("Danish soldiers", "soldiers from Denmark").
    pub(super) fn is_same_kind(&self, other: &Count) -> bool {
        let (Some(ours), Some(theirs)) = (&self.thing, &other.thing) else { return false };
        ours.head == theirs.head && ours.kinds.iter().any(|kind| theirs.kinds.contains(kind))
    }

    pub(super) fn agrees(&self, other: &Count) -> bool {
        self.number.agrees(&other.number)
    }
}

/// A number that is asked for, and the words of content of what it is of, which may go on behind the thing ("30,000 soldiers crossed").
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wanted {
    pub(super) number: Number,
    of: BTreeSet<String>,
}

impl Wanted {
    pub(super) fn new(number: Number) -> Wanted {
        Wanted { of: Content::of(number.of.as_deref().unwrap_or_default()).stems, number }
    }

    /// Whether `told`, a number of a claim with this content, counts it. Where nothing says what it counts ("the number of soldiers has risen
    /// to 6,000"), it is taken for the thing that the claim speaks of.
    pub(super) fn is_counted(&self, told: &Count, content: &Content) -> bool {
        let unit = self.number.unit == told.number.unit;
        let Some(thing) = &told.thing else {
            let asked = self.number.thing();
            return unit
                && told.number.unit.is_none()
                && asked.is_some_and(|asked| content.stems.contains(&asked.head));
        };
        let mut further = self.of.iter().filter(|word| **word != thing.head).peekable();
        let plain = thing.kinds.is_empty() || further.peek().is_none();
        let kind = plain || further.any(|word| thing.kinds.contains(word));
        unit && kind && self.of.contains(&thing.head)
    }

    /// Whether `told` is that very number, of it or of what nothing tells.
    pub(super) fn is_met(&self, told: &Count, content: &Content) -> bool {
        let (asked, number) = (&self.number, &told.number);
        let unit = asked.unit.is_none() || asked.unit == number.unit;
        let of_it = asked.of.is_none() || number.of.is_none() || self.is_counted(told, content);
        unit && of_it && number.has_value(asked)
    }
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Thing {
    head: String,
    kinds: Vec<String>,
}

/// Words behind the noun that is counted ("men *in* uniform").
const BEHIND: [&str; 12] =
    ["of", "in", "at", "on", "from", "with", "who", "that", "for", "near", "under", "to"];

impl Thing {
    fn of(phrase: &str) -> Option<Thing> {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let end = (1..words.len()).find(|at| BEHIND.contains(&words[*at])).unwrap_or(words.len());
        let mut stems: Vec<String> = words[..end].iter().flat_map(|word| Content::of(word).stems).collect();
        let head = stems.pop()?;
        stems.extend(Content::of(&words[end..].join(" ")).stems);
        Some(Thing { head, kinds: stems })
    }

    /// Whether both may be one thing: one head, and kinds of which some are shared unless one tells none.
    fn is(&self, other: &Thing) -> bool {
        let shared = self.kinds.iter().any(|kind| other.kinds.contains(kind));
        self.head == other.head && (shared || self.kinds.is_empty() || other.kinds.is_empty())
    }
}

/// A number in digits, thousands by commas.
fn written(value: f64) -> String {
    let text = format!("{value}");
    let (whole, fraction) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    fraction.map_or(format!("{sign}{out}"), |rest| format!("{sign}{out}.{rest}"))
}

#[cfg(test)]
mod tests {
    use super::{Number, Relation, written};

    fn number(value: f64, relation: Relation, of: &str) -> Number {
        Number { value, relation, unit: None, of: Some(of.into()), words: String::new() }
    }

    #[test]
    fn relations_leave_room() {
        let is =
            |a: (f64, Relation), b: (f64, Relation)| number(a.0, a.1, "men").agrees(&number(b.0, b.1, "men"));
        assert!(is((30_000.0, Relation::More), (32_000.0, Relation::Equal)));
        assert!(is((30_000.0, Relation::About), (32_000.0, Relation::Equal)));
        assert!(is((30_000.0, Relation::Equal), (30_012.0, Relation::Equal)));
        assert!(!is((30_000.0, Relation::Equal), (12_000.0, Relation::Equal)));
        assert!(!is((30_000.0, Relation::Equal), (12_000.0, Relation::AtMost)));
        assert!(!is((30_000.0, Relation::More), (12_000.0, Relation::About)));
        assert!(is((30_000.0, Relation::More), (12_000.0, Relation::AtLeast)));
    }

    #[test]
    fn things_are_the_same_by_head_and_kind() {
        let same = |a, b| number(1.0, Relation::Equal, a).counts_the_same(&number(2.0, Relation::Equal, b));
        assert!(same("Danish soldiers", "soldiers") && same("Danish soldiers", "troops from Denmark"));
        assert!(!same("Danish soldiers", "Russian soldiers") && !same("soldiers", "officials"));
        assert!(!same("observation points", "percentage points"));
    }

    #[test]
    fn numbers_are_written_with_commas() {
        assert_eq!(
            (written(30_000.0), written(1_234_567.5), written(-12.0)),
            ("30,000".into(), "1,234,567.5".into(), "-12".into())
        );
    }
}
