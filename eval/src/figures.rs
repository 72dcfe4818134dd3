//! A figure: its name, its value, and how it is rounded.

/// One score.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// Its name in the table and in `eval/floors.json`.
    pub(crate) name: String,
    /// Its value.
    pub(crate) value: f64,
    /// Its unit.
    pub(crate) scale: Scale,
}

/// The unit of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Percent.
    Percent,
    /// A coefficient of correlation, −1 to 1.
    Correlation,
}

/// A figure in percent.
pub(crate) fn percent(name: impl Into<String>, value: f64) -> Figure {
    Figure { name: name.into(), value, scale: Scale::Percent }
}

/// Floats come a hair below the decimal they stand for.
const HAIR: f64 = 1e-9;

impl Scale {
    /// The floor that a value earns: 0.3 below it in whole tenths, or 0.005 below it in whole steps of 0.005.
    pub(crate) fn floor(self, value: f64) -> f64 {
        match self {
            Scale::Percent => ((value - 0.3) * 10.0 + HAIR).floor() / 10.0,
            Scale::Correlation => ((value - 0.005) * 200.0 + HAIR).floor() / 200.0,
        }
    }

    /// A value, written out.
    pub(crate) fn write(self, value: f64) -> String {
        match self {
            Scale::Percent => format!("{value:.2}"),
            Scale::Correlation => format!("{value:.3}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn floors_leave_room() {
        assert_eq!(Scale::Percent.floor(99.28), 98.9);
        assert_eq!(Scale::Percent.floor(99.2), 98.9);
        assert_eq!(Scale::Correlation.floor(0.7534), 0.745);
        assert_eq!(Scale::Correlation.floor(0.755), 0.75);
    }

    #[test]
    fn values_are_written_by_their_scale() {
        assert_eq!(Scale::Percent.write(99.285), "99.28");
        assert_eq!(Scale::Correlation.write(0.7534), "0.753");
    }
}
