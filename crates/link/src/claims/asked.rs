//! What was asked, and how well a claim answers it.

use super::number::{Number, numbers};
use super::words::{Content, alternatives};
use super::{Claim, Stance, share};

/// Words that a claim is sought by ("30,000 Turkish soldiers").
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    content: Content,
    numbers: Vec<Number>,
}

/// How the numbers of a claim stand to the number that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// It tells no number of that thing.
    Absent,
    /// It tells another number of that thing.
    Other,
    /// It tells that number, or no number was asked for.
    Same,
}

/// How well a claim answers what was asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// How many of the words of content it has: 0 to 1; 1 where no words were asked for.
    pub words: f64,
    /// How its numbers fit.
    pub number: Match,
    /// Whether it denies, or declines to say.
    answers: bool,
    /// Whether anything was asked for at all.
    asked: bool,
}

/// So many of the words asked for make a claim an answer.
const ENOUGH: f64 = 0.66;

impl Asked {
    /// What a text asks for: its words of content, and its numbers however they are spelt.
    #[must_use]
    pub fn new(text: &str) -> Asked {
        Asked { content: Content::of(text), numbers: numbers(text) }
    }

    /// The numbers that are asked for.
    #[must_use]
    pub fn numbers(&self) -> &[Number] {
        &self.numbers
    }

    /// The words of content that are asked for, each with the others that mean the same: what an index is searched for.
    #[must_use]
    pub fn alternatives(&self) -> Vec<Vec<String>> {
        self.content.shown.iter().map(|(stem, shown)| alternatives(stem, shown)).collect()
    }

    /// How well `claim` answers it.
    #[must_use]
    pub fn fit(&self, claim: &Claim) -> Fit {
        let (has, wants) = (self.content.shared(&claim.content).len(), self.content.stems.len());
        let number = self.numbers.iter().map(|asked| found(asked, &claim.numbers)).min();
        Fit {
            words: if wants == 0 { 1.0 } else { share(has, wants) },
            number: number.unwrap_or(Match::Same),
            answers: claim.stance != Stance::Affirms,
            asked: wants > 0 || !self.numbers.is_empty(),
        }
    }
}

/// How the numbers of a claim stand to one that was asked for. The very number is taken for it where nothing says what it counts.
fn found(asked: &Number, told: &[Number]) -> Match {
    let of_it = |number: &Number| asked.counts_the_same(number);
    let is_it = |number: &Number| {
        let unit = asked.unit.is_none() || asked.unit == number.unit;
        unit && number.has_value(asked) && (of_it(number) || asked.of.is_none() || number.of.is_none())
    };
    match told.iter().any(is_it) {
        true => Match::Same,
        false if told.iter().any(of_it) => Match::Other,
        false => Match::Absent,
    }
}

impl Fit {
    /// Whether the claim is about what was asked: it has the words, and a number of the thing where one was asked for, or denies it or
    /// declines to say.
    #[must_use]
    pub fn is_about(&self) -> bool {
        self.asked && self.words >= ENOUGH && (self.number != Match::Absent || self.answers)
    }

    /// One figure to sort by: 0 to 1.
    #[must_use]
    pub fn score(&self) -> f64 {
        let number = match self.number {
            Match::Same => 1.0,
            Match::Other => 0.8,
            Match::Absent => 0.6,
        };
        self.words * number
    }
}
