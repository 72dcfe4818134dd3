//! Runs `specs/link/`: tables of Markdown, a row an example.

use std::path::Path;

use sayso_link::actors::{self, Kind, Profile};

/// The rows of all tables of a file, without their headings, each with its line.
#[expect(clippy::disallowed_methods, reason = "specs are files")]
fn rows(name: &str) -> Vec<(usize, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs/link").join(name);
    let text = std::fs::read_to_string(path).expect("a spec is readable");
    let lines: Vec<&str> = text.lines().collect();
    let is_row = |at: &usize| {
        let is_table = |line: Option<&&str>, rule: &str| line.is_some_and(|line| line.starts_with(rule));
        is_table(lines.get(*at), "|") && !lines[*at].starts_with("|--") && !is_table(lines.get(at + 1), "|--")
    };
    let cells =
        |at: usize| lines[at].trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    (0..lines.len()).filter(is_row).map(|at| (at + 1, cells(at))).collect()
}

/// `name = form = form (kind, country; role; role)`.
fn actor(cell: &str) -> Profile {
    let (names, told) = cell.split_once(" (").unwrap_or((cell, ")"));
    let mut names = names.split(" = ").map(str::to_owned);
    let mut told = told.trim_end_matches(')').split(';').map(str::trim);
    let (kind, country) = told.next().and_then(|first| first.split_once(',')).unwrap_or_default();
    let kind = if kind.is_empty() {
        cell.split_once(" (").map_or("", |(_, told)| told.split([')', ';', ',']).next().unwrap_or(""))
    } else {
        kind
    };
    Profile {
        name: names.next().expect("a name"),
        kind: match kind {
            "org" => Kind::Organization,
            "place" => Kind::Place,
            "group" => Kind::Group,
            _ => Kind::Person,
        },
        country: Some(country.trim().to_owned()).filter(|country| !country.is_empty()),
        roles: told.map(str::to_owned).collect(),
        sector: None,
        forms: names.collect(),
    }
}

#[test]
fn actors_are_the_same_as_told() {
    let mut wrong = Vec::new();
    let rows = rows("actors.md");
    assert!(rows.len() > 80, "{} rows", rows.len());
    for (line, cells) in rows {
        let (a, b) = (actor(&cells[0]), actor(&cells[1]));
        for (a, b) in [(&a, &b), (&b, &a)] {
            let same = actors::same(a, b);
            let found = same.map_or("–", actors::Reason::words);
            if found != cells[2] {
                wrong.push(format!("actors.md:{line}: {found} in place of {}", cells[2]));
            }
            let key = actors::keys(a).iter().any(|key| actors::keys(b).contains(key));
            assert!(same.is_none() || key, "actors.md:{line}: no key leads from one to the other");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
