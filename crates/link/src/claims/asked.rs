//! What was asked, and how well a claim answers it.

use super::number::{Count, Number, Wanted};
use super::reading::numbers;
use super::words::{Content, alternatives};
use super::{Between, Claim, Link, Stance, against, are_elsewhere, between, opposed, share};

/// Words that a claim is sought by ("30,000 Danish soldiers").
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    content: Content,
    numbers: Vec<Number>,
    wanted: Vec<Wanted>,
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
        let numbers = numbers(text);
        let wanted = numbers.iter().cloned().map(Wanted::new).collect();
        Asked { content: Content::of(text), numbers, wanted }
    }

    /// The numbers that are asked for.
    #[must_use]
    pub fn numbers(&self) -> &[Number] {
        &self.numbers
    }

    /// The folded words of content that are asked for, each with the others that mean the same: what an index is searched for.
    #[must_use]
    pub fn alternatives(&self) -> Vec<Vec<String>> {
        self.content.shown.iter().map(|(stem, shown)| alternatives(stem, shown)).collect()
    }

    /// How well `claim` answers it.
    #[must_use]
    pub fn fit(&self, claim: &Claim) -> Fit {
        let (has, wants) = (self.content.shared(&claim.content).len(), self.content.stems.len());
        let number = self.wanted.iter().map(|wanted| found(wanted, claim)).min();
        Fit {
            words: if wants == 0 { 1.0 } else { share(has, wants) },
            number: number.unwrap_or(Match::Same),
            answers: claim.stance != Stance::Affirms,
            asked: wants > 0 || !self.numbers.is_empty(),
        }
    }

    /// What `later` is to `earlier`, of two claims that answer what was asked: as [`between`], but what was asked is what both are about,
    /// so that the numbers of the thing alone, or a denial alone, relate them. `None` where one of them does not answer it, too.
    #[must_use]
    pub fn between(&self, later: &Claim, earlier: &Claim) -> Option<Between> {
        if !self.fit(later).is_about() || !self.fit(earlier).is_about() {
            return None;
        }
        between(later, earlier).or_else(|| self.related(later, earlier))
    }

    fn related(&self, later: &Claim, earlier: &Claim) -> Option<Between> {
        if [later, earlier].iter().any(|claim| claim.stance == Stance::Declines) {
            return None;
        }
        let denied = opposed(later, earlier).filter(|(no, _)| no.stance == Stance::Denies);
        let denied = denied.filter(|(no, yes)| !self.wanted.iter().any(|wanted| wanted.tells_apart(no, yes)));
        let denies = |no, yes| Between { link: Link::Denies, reason: against(no, yes) };
        let refused =
            |no, yes| self.wanted.iter().any(|wanted| wanted.is_refused(no, yes)).then(|| denies(no, yes));
        denied
            .map(|(no, yes)| denies(no, yes))
            .or_else(|| refused(later, earlier))
            .or_else(|| refused(earlier, later))
            .or_else(|| self.counted(later, earlier))
    }

    /// Whether both tell one number of the thing that was asked for, or numbers that cannot both be right.
    fn counted(&self, later: &Claim, earlier: &Claim) -> Option<Between> {
        if are_elsewhere(later, earlier) {
            return None;
        }
        self.wanted.iter().find_map(|wanted| compared(&wanted.counts(later), &wanted.counts(earlier)))
    }

    /// The numbers that a claim tells of what was asked for.
    #[must_use]
    pub fn told<'a>(&self, claim: &'a Claim) -> Vec<&'a Number> {
        let of_it =
            |count: &&Count| self.wanted.iter().any(|wanted| wanted.is_counted(count, &claim.content));
        claim.numbers.iter().filter(of_it).map(|count| &count.number).collect()
    }
}

impl Wanted {
    /// The numbers that a claim says it has.
    fn counts<'a>(&self, claim: &'a Claim) -> Vec<&'a Number> {
        claim
            .counts()
            .filter(|count| self.is_counted(count, &claim.content))
            .map(|count| &count.number)
            .collect()
    }

    /// Whether both claims tell numbers of it, whatever they say of them, and no two agree.
    fn tells_apart(&self, a: &Claim, b: &Claim) -> bool {
        let of = |claim: &Claim| {
            let counts = claim.numbers.iter().filter(|count| self.is_counted(count, &claim.content));
            counts.map(|count| count.number.clone()).collect::<Vec<_>>()
        };
        let (ours, theirs) = (of(a), of(b));
        let agree = ours.iter().any(|ours| theirs.iter().any(|theirs| ours.agrees(theirs)));
        !ours.is_empty() && !theirs.is_empty() && !agree
    }

    /// Whether `no` says of a number of it that `yes` tells that it is not so.
    fn is_refused(&self, no: &Claim, yes: &Claim) -> bool {
        let told = self.counts(yes);
        let mut refused = no.refused().filter(|count| self.is_counted(count, &no.content));
        refused.any(|count| told.iter().any(|number| number.agrees(&count.number)))
    }
}

/// What numbers of one thing are to each other.
fn compared(ours: &[&Number], theirs: &[&Number]) -> Option<Between> {
    let pairs = || ours.iter().flat_map(|ours| theirs.iter().map(move |theirs| (*ours, *theirs)));
    let (our, their) = pairs().next()?;
    if let Some((same, _)) = pairs().find(|(ours, theirs)| ours.has_value(theirs)) {
        return Some(Between { link: Link::Repeats, reason: format!("both say: {}", same.shown()) });
    }
    let differ = !pairs().any(|(ours, theirs)| ours.agrees(theirs));
    differ.then(|| Between {
        link: Link::Contradicts,
        reason: format!("{} against {}", our.shown(), their.shown()),
    })
}

/// How the numbers of a claim stand to one that was asked for.
fn found(wanted: &Wanted, claim: &Claim) -> Match {
    match claim.numbers.iter().any(|count| wanted.is_met(count, &claim.content)) {
        true => Match::Same,
        false if claim.numbers.iter().any(|count| wanted.is_counted(count, &claim.content)) => Match::Other,
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
