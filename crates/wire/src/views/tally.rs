//! How many attacks a report speaks of, and how many of them happened.

use std::fmt;
use std::ops::AddAssign;

use crate::terms::{EventType, Status};
use crate::twin::Record;

/// Mentions of attacks by their standing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attacks {
    actual: usize,
    hypothetical: usize,
    future: usize,
    negated: usize,
}

impl Attacks {
    /// The events of type ASSAULT of a record.
    pub fn of(record: &Record) -> Self {
        let mut attacks = Attacks::default();
        for event in record.events.iter().filter(|event| event.r#type == EventType::Assault) {
            *match event.status {
                Status::Actual => &mut attacks.actual,
                Status::Hypothetical => &mut attacks.hypothetical,
                Status::Future => &mut attacks.future,
                Status::Negated => &mut attacks.negated,
            } += 1;
        }
        attacks
    }
}

impl AddAssign for Attacks {
    fn add_assign(&mut self, more: Self) {
        self.actual += more.actual;
        self.hypothetical += more.hypothetical;
        self.future += more.future;
        self.negated += more.negated;
    }
}

/// "11 attack mentions: 0 actual, 8 hypothetical, 3 future".
impl fmt::Display for Attacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Attacks { actual, hypothetical, future, negated } = *self;
        let all = actual + hypothetical + future + negated;
        let mentions = if all == 1 { "mention" } else { "mentions" };
        write!(f, "{all} attack {mentions}: {actual} actual, {hypothetical} hypothetical, {future} future")?;
        if negated > 0 { write!(f, ", {negated} negated") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Attacks;

    #[test]
    fn the_parts_make_the_whole() {
        let mut all = Attacks { hypothetical: 8, ..Attacks::default() };
        all += Attacks { future: 3, ..Attacks::default() };
        assert_eq!(all.to_string(), "11 attack mentions: 0 actual, 8 hypothetical, 3 future");
        let one = Attacks { negated: 1, ..Attacks::default() };
        assert_eq!(one.to_string(), "1 attack mention: 0 actual, 0 hypothetical, 0 future, 1 negated");
    }
}
