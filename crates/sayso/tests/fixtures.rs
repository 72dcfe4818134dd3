//! Reports written for this project, read and compared with what a careful reader marked in them.
//!
//! `cargo test -p sayso --test fixtures -- --nocapture` prints the figures and every place that costs one; so does a failure.
#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read has failed its test")]

#[path = "fixtures/align.rs"]
mod align;
#[path = "fixtures/board.rs"]
mod board;
#[path = "fixtures/gold.rs"]
mod gold;
#[path = "fixtures/names.rs"]
mod names;
#[path = "fixtures/page.rs"]
mod page;
#[path = "fixtures/reading.rs"]
mod reading;
#[path = "fixtures/score.rs"]
mod score;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sayso::{Engine, Input, wire};

use board::Board;
use reading::Case;

/// The least that each figure may be, in percent: a little below what was reached. A floor is raised when the figure is, and never lowered
/// without a word about why.
const FLOORS: [(&str, f64); 25] = [
    ("statement P", 86.0),
    ("statement R", 91.0),
    ("statement", 88.5),
    ("source", 83.5),
    ("kind", 97.0),
    ("stance", 97.5),
    ("via", 75.0),
    ("relays", 90.5),
    ("denial", 82.0),
    ("full", 69.5),
    ("said when", 90.0),
    ("to", 50.0),
    ("times", 92.5),
    ("time value", 98.5),
    ("quantities", 95.5),
    ("quantity value", 97.0),
    ("alias recall", 80.0),
    ("unmerged", 100.0),
    ("furniture", 95.5),
    ("furniture kind", 94.0),
    ("title", 90.0),
    ("published", 100.0),
    ("byline", 100.0),
    ("paragraph", 100.0),
    ("absent", 100.0),
];

/// Each report with the ending of its file.
const REPORTS: [(&str, &str); 10] = [
    ("ballots", "txt"),
    ("bridge", "txt"),
    ("convoy", "txt"),
    ("dam", "txt"),
    ("envoy", "txt"),
    ("ferry", "html"),
    ("lantern", "html"),
    ("mutiny", "txt"),
    ("tariffs", "txt"),
    ("truce", "txt"),
];

#[test]
fn figures_hold() {
    let cases: Vec<_> = REPORTS.iter().map(|(name, ending)| case(name, ending)).collect();
    let texts = board(cases.iter().filter(|case| !case.is_page));
    let all = board(&cases);
    println!("{:<16} {:>6} {:>6} {:>6}   plain text alone", "figure", "floor", "is", "of");
    for (name, floor) in FLOORS {
        let alone = if texts.total(name) > 0 { format!("{:.1}", texts.figure(name)) } else { String::new() };
        println!("{name:<16} {floor:>6.1} {:>6.1} {:>6}   {alone}", all.figure(name), all.total(name));
    }
    let low: Vec<_> = FLOORS.iter().filter(|(name, floor)| all.figure(name) < *floor).collect();
    all.misses.iter().for_each(|miss| println!("{miss}"));
    assert!(low.is_empty(), "below the floor: {low:?}");
}

#[test]
fn plain_text_is_kept_as_it_is() {
    for (name, ending) in REPORTS.iter().filter(|(_, ending)| *ending == "txt") {
        let case = case(name, ending);
        assert!(case.record.text == case.gold.text, "{name}: the text was changed");
    }
}

#[test]
fn every_report_is_in_the_table() {
    let folder = folder();
    let names = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names = names.filter(|name| !name.starts_with('.'));
    let known = |name: &str| REPORTS.iter().any(|(report, _)| name.split('.').next() == Some(report));
    let strangers: Vec<_> = names.filter(|name| !known(name)).collect();
    assert_eq!(strangers, [""; 0], "files in {} without a row in `REPORTS`", folder.display());
}

fn board<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Board {
    let mut board = Board::default();
    for case in cases {
        score::score(case, &mut board);
        page::page(case, &mut board);
    }
    board.misses.sort();
    board
}

#[expect(clippy::disallowed_methods, reason = "the weights are a file")]
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/sayso-core.bin");
    Engine::new(&std::fs::read(path).expect("the weights are there")).expect("an engine")
});

/// Reads a report and lays it beside its truth; every citation of the record is checked.
fn case(name: &str, ending: &str) -> Case {
    let gold = gold::gold(&String::from_utf8(file(name, "src.json")).unwrap());
    let day = gold.published.as_ref().filter(|_| gold.given);
    let input = Input {
        name: format!("{name}.{ending}"),
        bytes: file(name, ending),
        id: Some(name.into()),
        published: day.map(|day| day.parse().unwrap()),
        ..Input::default()
    };
    let record = wire::encode(&sayso::read(&input, &ENGINE).unwrap());
    let faults = wire::verify(&wire::to_json(&record));
    assert!(faults.is_empty(), "{name}: {faults:?}");
    Case::new(gold, record)
}

#[expect(clippy::disallowed_methods, reason = "fixtures are files")]
fn file(name: &str, ending: &str) -> Vec<u8> {
    let path = folder().join(format!("{name}.{ending}"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/reports")
}
