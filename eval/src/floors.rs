//! The floors: what each figure must reach, and which corpora they are of. Kept in `eval/floors.json`.
//!
//! A floor is raised by `--write`, and lowered by hand only, with the reason under `why`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::figures::{Figure, Scale};

/// The content of `eval/floors.json`.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Floors {
    /// SHA-256 of each corpus file, by its path from the folder of the corpora.
    pub(crate) corpora: BTreeMap<String, String>,
    /// What each figure must reach, by its name.
    pub(crate) floors: BTreeMap<String, f64>,
    /// Why a floor was lowered, by the name of its figure.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) why: BTreeMap<String, String>,
}

/// A figure beside its floor.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    /// The name of the figure.
    pub(crate) name: String,
    /// Its value, written out.
    pub(crate) value: String,
    /// Its floor, written out.
    pub(crate) floor: String,
    /// What follows.
    pub(crate) verdict: Verdict,
}

/// How a figure stands to its floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is reached.
    Reached,
    /// It is not reached.
    Below,
    /// It has no floor.
    Free,
    /// There is a floor, and nothing was scored.
    Missing,
}

impl Verdict {
    /// True unless a floor is broken.
    pub(crate) fn holds(self) -> bool {
        matches!(self, Verdict::Reached | Verdict::Free)
    }
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("floors.json")
}

impl Floors {
    /// Reads the file.
    ///
    /// # Errors
    /// Where it cannot be read.
    #[expect(clippy::disallowed_methods, reason = "a leaf crate, and the floors are a file")]
    pub(crate) fn load() -> Result<Floors, Failure> {
        let content = std::fs::read_to_string(path()).map_err(|error| Failure::file(&path(), &error))?;
        serde_json::from_str(&content).map_err(|error| Failure::new(format!("eval/floors.json: {error}")))
    }

    /// Writes the file.
    ///
    /// # Errors
    /// Where it cannot be written.
    #[expect(clippy::disallowed_methods, reason = "a leaf crate, and the user asked for it")]
    pub(crate) fn save(&self) -> Result<(), Failure> {
        let content = serde_json::to_string_pretty(self)
            .map_err(|error| Failure::new(format!("eval/floors.json: {error}")))?;
        std::fs::write(path(), content + "\n").map_err(|error| Failure::file(&path(), &error))
    }

    /// Raises the floor of every figure that has earned a higher one; lowers none.
    pub(crate) fn raise(&mut self, figures: &[Figure]) {
        for figure in figures {
            let earned = figure.scale.floor(figure.value);
            let floor = self.floors.entry(figure.name.clone()).or_insert(earned);
            *floor = floor.max(earned);
        }
    }

    /// Every figure beside its floor, then the floors without a figure.
    pub(crate) fn judge(&self, figures: &[Figure]) -> Vec<Row> {
        let mut rows: Vec<_> = figures.iter().map(|figure| self.row(figure)).collect();
        let left = self.floors.iter().filter(|(name, _)| figures.iter().all(|figure| figure.name != **name));
        rows.extend(left.map(|(name, floor)| Row {
            name: name.clone(),
            value: "-".into(),
            floor: Scale::Percent.write(*floor),
            verdict: Verdict::Missing,
        }));
        rows
    }

    fn row(&self, figure: &Figure) -> Row {
        let floor = self.floors.get(&figure.name);
        let verdict = match floor {
            Some(floor) if figure.value < *floor => Verdict::Below,
            Some(_) => Verdict::Reached,
            None => Verdict::Free,
        };
        Row {
            name: figure.name.clone(),
            value: figure.scale.write(figure.value),
            floor: floor.map_or("-".into(), |floor| figure.scale.write(*floor)),
            verdict,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Floors, Verdict};
    use crate::figures::percent;

    fn floors(rows: &[(&str, f64)]) -> Floors {
        let floors = rows.iter().map(|(name, floor)| ((*name).to_owned(), *floor)).collect();
        Floors { floors, ..Floors::default() }
    }

    #[test]
    fn floors_rise_and_never_fall() {
        let mut kept = floors(&[("a", 90.0), ("b", 90.0)]);
        kept.raise(&[percent("a", 95.55), percent("b", 80.0), percent("c", 70.0)]);
        assert_eq!(kept, floors(&[("a", 95.2), ("b", 90.0), ("c", 69.7)]));
    }

    #[test]
    fn each_figure_has_its_verdict() {
        let kept = floors(&[("a", 90.0), ("b", 90.0), ("d", 1.0)]);
        let rows = kept.judge(&[percent("a", 90.0), percent("b", 89.99), percent("c", 1.0)]);
        let verdicts: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.verdict)).collect();
        let expected =
            [("a", Verdict::Reached), ("b", Verdict::Below), ("c", Verdict::Free), ("d", Verdict::Missing)];
        assert_eq!(verdicts, expected);
        assert!(!Verdict::Missing.holds() && Verdict::Free.holds());
    }

    #[test]
    fn reasons_stay_in_the_file() {
        let text = r#"{"corpora":{},"floors":{"a":1.5},"why":{"a":"names of ships are no longer scored"}}"#;
        let kept: Floors = serde_json::from_str(text).expect("floors");
        assert_eq!(serde_json::to_string(&kept).expect("text"), text);
    }
}
