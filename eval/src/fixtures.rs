//! Names in the project's own reports, `fixtures/names/*.txt`, where groups and others are marked too.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sayso::text::Text;

use crate::failure::Failure;
use crate::figures::{Figure, percent};
use crate::marks::{Report, reports};
use crate::names::{Span, of_kinds, untyped};
use crate::reader::{self, Reader};
use crate::say;
use crate::tally::Tally;

/// The figures of names in the project's reports; none, with a note, where there are no such reports.
///
/// # Errors
/// Where a file cannot be read or is marked wrongly.
pub(crate) fn figures(reader: &Reader) -> Result<Vec<Figure>, Failure> {
    let mut marked = Vec::new();
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/names")) {
        marked.extend(load(&path)?);
    }
    if marked.is_empty() {
        say("note: fixtures/names holds no reports; their names are not scored\n");
        return Ok(Vec::new());
    }
    let (mut gold, mut found) = (BTreeSet::new(), BTreeSet::new());
    for (document, report) in marked.into_iter().enumerate() {
        let text = Text::new(report.text.as_str()).map_err(|error| Failure::new(error.to_string()))?;
        gold.extend(report.names.iter().map(|&(start, end, kind)| (document, start, end, kind)));
        let names = reader.read(text, reader::names);
        found.extend(names.into_iter().map(|(start, end, kind)| (document, start, end, kind)));
    }
    Ok(compare(&gold, &found))
}

fn compare(gold: &BTreeSet<Span>, found: &BTreeSet<Span>) -> Vec<Figure> {
    vec![
        percent("fixture names", Tally::of(gold, found).f1()),
        percent("fixture names of three kinds", Tally::of(&of_kinds(gold), &of_kinds(found)).f1()),
        percent("fixture names untyped", Tally::of(&untyped(gold), &untyped(found)).f1()),
    ]
}

/// The text files of a folder, in order; none where it is not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect();
    files.sort();
    files
}

#[expect(clippy::disallowed_methods, reason = "a leaf crate, and the fixtures are files")]
fn load(path: &Path) -> Result<Vec<Report>, Failure> {
    let content = std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))?;
    reports(&content).map_err(|what| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Failure::new(format!("fixtures/names/{name}: {what}"))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sayso::lang::NameKind::{Group, Organisation, Person, Place};

    use super::compare;

    #[test]
    fn kinds_count_or_do_not() {
        let gold = BTreeSet::from([(0, 0, 3, Person), (0, 4, 9, Group), (1, 0, 3, Place)]);
        let found = BTreeSet::from([(0, 0, 3, Person), (0, 4, 9, Group), (1, 0, 3, Organisation)]);
        let values: Vec<_> = compare(&gold, &found).iter().map(|figure| figure.value.round()).collect();
        assert_eq!(values, [67.0, 50.0, 100.0]);
    }
}
