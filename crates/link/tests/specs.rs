//! Runs `specs/link/`: tables of Markdown, a row an example.

use std::path::Path;

use sayso_link::actors::{self, Kind, Profile};
use sayso_link::claims::{self, Asked, Between, Claim, Link, Match, Stance};
use sayso_link::origins::{self, Saying, Voice};

/// A row of a table: the line it stands in, and its cells.
type Row = (usize, Vec<String>);

/// The rows of all tables of a file, without their headings.
#[expect(clippy::disallowed_methods, reason = "specs are files")]
fn rows(name: &str) -> Vec<Row> {
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

/// `Speaker denies: words [number of things]`.
fn claim(cell: &str) -> Claim {
    let (who, words) = cell.split_once(": ").unwrap_or(("", cell));
    let mut who = who.split(' ');
    let speaker = who.next().filter(|name| !name.is_empty());
    let stance = match who.next() {
        Some("denies") => Stance::Denies,
        Some("declines") => Stance::Declines,
        _ => Stance::Affirms,
    };
    let names = words.split([' ', '[', ']']).filter(|word| word.starts_with(char::is_uppercase));
    let counts = words.split('[').skip(1).filter_map(|rest| rest.split(']').next());
    let numbers = counts.flat_map(|count| Asked::new(count).numbers().to_vec()).collect();
    let claim = Claim::new(words, stance).numbers(numbers).names(names);
    match speaker {
        Some(name) => claim.speaker(name),
        None => claim,
    }
}

fn told(between: Option<Between>) -> [String; 2] {
    let Some(Between { link, reason }) = between else { return ["–".into(), "–".into()] };
    let link = match link {
        Link::Repeats => "repeats",
        Link::Denies => "denies",
        Link::Contradicts => "contradicts",
    };
    [link.into(), reason]
}

fn answer(asked: &str, claim: &Claim) -> &'static str {
    let fit = Asked::new(asked).fit(claim);
    match fit.number {
        _ if !fit.is_about() => "–",
        Match::Same => "same",
        Match::Other => "other",
        Match::Absent => "absent",
    }
}

#[test]
fn claims_are_related_as_told() {
    let mut wrong = Vec::new();
    let rows = rows("claims.md");
    assert!(rows.len() > 40, "{} rows", rows.len());
    for (line, cells) in rows {
        let found = match cells.len() {
            3 => vec![answer(&cells[0], &claim(&cells[1])).to_owned()],
            4 => told(claims::between(&claim(&cells[0]), &claim(&cells[1]))).to_vec(),
            _ => told(Asked::new(&cells[0]).between(&claim(&cells[1]), &claim(&cells[2]))).to_vec(),
        };
        if found[..] != cells[cells.len() - found.len()..] {
            wrong.push(format!("claims.md:{line}: {}", found.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `Name = id + Name *`.
fn voices(cell: &str) -> Vec<Voice> {
    let voice = |told: &str| {
        let (name, id) =
            told.split_once(" = ").map_or((told, None), |(name, id)| (name, Some(id.to_owned())));
        let kind = if name.ends_with(" *") { Kind::Group } else { Kind::Person };
        Voice { name: name.trim_end_matches(" *").to_owned(), kind, id }
    };
    cell.split(" + ").filter(|told| !told.is_empty()).map(voice).collect()
}

fn saying(cells: &[String]) -> Saying {
    Saying {
        speakers: voices(&cells[0]),
        relays: voices(&cells[1]),
        outlet: voices(&cells[2]).pop(),
        family: cells[3].clone(),
        day: Some(cells[4].clone()).filter(|day| !day.is_empty()),
    }
}

#[test]
fn origins_are_found_as_told() {
    let rows = rows("origins.md");
    let tables = rows.chunk_by(|(above, _), (below, _)| above + 1 == *below);
    for table in tables {
        let sayings: Vec<Saying> = table.iter().map(|(_, cells)| saying(cells)).collect();
        let origins = origins::origins(&sayings);
        for (at, (line, cells)) in table.iter().enumerate() {
            let of_it: Vec<&str> =
                origins.iter().filter(|it| it.sayings.contains(&at)).map(|it| it.reason.as_str()).collect();
            assert_eq!(of_it, [cells[5].as_str()], "origins.md:{line}");
        }
        let mut reasons: Vec<&String> = table.iter().map(|(_, cells)| &cells[5]).collect();
        reasons.sort();
        reasons.dedup();
        assert_eq!(origins.len(), reasons.len(), "origins.md:{}", table[0].0);
    }
}
