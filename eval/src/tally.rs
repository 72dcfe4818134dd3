//! Counts of what was found, what was to be found, and what of it is right.

use std::collections::BTreeSet;

/// How many things are right, found, and to be found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Found, and to be found.
    pub(crate) right: usize,
    /// Found.
    pub(crate) found: usize,
    /// To be found.
    pub(crate) gold: usize,
}

impl Tally {
    /// What two sets share.
    pub(crate) fn of<T: Ord>(gold: &BTreeSet<T>, found: &BTreeSet<T>) -> Tally {
        Tally { right: gold.intersection(found).count(), found: found.len(), gold: gold.len() }
    }

    /// Adds another.
    pub(crate) fn add(&mut self, more: Tally) {
        self.right += more.right;
        self.found += more.found;
        self.gold += more.gold;
    }

    /// Harmonic mean of precision and recall, in percent; 0 where there is nothing.
    pub(crate) fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.gold)
    }

    /// Share of what was found that is right, in percent.
    pub(crate) fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// Share of what was to be found that was found, in percent.
    pub(crate) fn recall(self) -> f64 {
        percent(self.right, self.gold)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Tally;

    #[test]
    fn shares_of_two_sets() {
        let tally = Tally::of(&BTreeSet::from([1, 2, 3]), &BTreeSet::from([3]));
        assert_eq!(tally, Tally { right: 1, found: 1, gold: 3 });
        assert_eq!((tally.f1(), tally.precision()), (50.0, 100.0));
        assert!((tally.recall() - 100.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_no_score() {
        assert_eq!((Tally::default().f1(), Tally::default().precision()), (0.0, 0.0));
    }
}
