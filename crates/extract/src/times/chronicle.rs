//! A story of the past as a whole: to which years do its bare months and days belong, and to which of its dates does the story itself move?
//!
//! A historian names the year once and leaves it out until it changes; in between, other years are only mentioned (`the treaty of 1936`,
//! `lost in 1986`). Read one by one, such a mention can carry every later month with it into the wrong year. So the story is read as a path:
//! each date either moves it, at a cost that grows with the distance in time, or is passed by, at a cost that depends on how it stands in its
//! sentence. Of all paths a few cheapest are kept at each date ([`WIDTH`]), and the cheapest at the end decides: a date further on corrects
//! an earlier one. The costs were found by coordinate descent on WikiWars 01-12 and on the same documents with a third of the years taken
//! out, and then made smooth; they have no unit.

use super::meaning::{Expression, Meaning};
use super::resolve::{Choice, Place, Resolver};
use super::stamp::{Piece, Stamp};

/// How many paths are followed at once.
const WIDTH: usize = 12;

/// Costs of a move by distance: 12 months back or more, 7, 3, 1; none; 1 month on, 2, 4, 7, 12 or more.
type Costs = [i32; 10];

/// Of a date without a year, within a paragraph and from one to another.
const BARE: [Costs; 2] = [[32, 28, 14, 6, 0, 0, 4, 10, 18, 32], [22, 18, 18, 6, 0, 2, 5, 16, 18, 26]];

/// Of a date with its year, which can lead further.
const DATED: [Costs; 2] = [[30, 20, 16, 3, 0, 2, 10, 10, 18, 26], [26, 18, 9, 3, 0, 4, 10, 10, 18, 24]];

/// Costs of passing by: a date without a year, which only carries the story on; `the 2015 deal`; a year at the head of its sentence; a year
/// inside it; a month or a day.
const PASSING_BARE: i32 = 35;
const PASSING_ASIDE: i32 = 24;
const PASSING_OPENING_YEAR: i32 = 29;
const PASSING_YEAR: i32 = 3;
const PASSING_DATE: i32 = 40;

/// One way through the story so far.
#[derive(Debug, Clone, Copy)]
struct Path {
    resolver: Resolver,
    cost: i32,
    /// Its last step in the log.
    step: Option<usize>,
}

/// A choice at expression `at`, and the step before it.
#[derive(Debug, Clone, Copy)]
struct Step {
    at: usize,
    choice: Choice,
    before: Option<usize>,
}

/// What a story of the past decides about its expressions, as many as are `placed`; none are decided of another report.
pub(super) fn choices(start: Resolver, placed: &[(Place, &Expression)]) -> Vec<Option<Choice>> {
    if !start.is_narrative() {
        return vec![None; placed.len()];
    }
    let first = placed.iter().find_map(|(_, expression)| year_of(&expression.meaning));
    let mut log: Vec<Step> = Vec::new();
    let mut paths = vec![Path { resolver: start, cost: 0, step: None }];
    let dated =
        placed.iter().enumerate().filter(|(_, (_, expression))| expression.meaning.calendar().is_some());
    for (at, &(place, expression)) in dated {
        let mut next: Vec<Path> = Vec::new();
        for path in &paths {
            for (choice, cost) in options(&path.resolver, place, expression, first) {
                let mut resolver = path.resolver;
                resolver.settle(place, &expression.meaning, choice);
                keep(&mut next, Path { resolver, cost: path.cost + cost, step: Some(log.len()) });
                log.push(Step { at, choice, before: path.step });
            }
        }
        next.truncate(WIDTH);
        paths = next;
    }
    walk(placed.len(), &log, paths.first().and_then(|path| path.step))
}

/// The choices on the way that ends in `step`.
fn walk(length: usize, log: &[Step], mut step: Option<usize>) -> Vec<Option<Choice>> {
    let mut choices = vec![None; length];
    while let Some(&Step { at, choice, before }) = step.and_then(|step| log.get(step)) {
        choices[at] = Some(choice);
        step = before;
    }
    choices
}

/// Adds a path in the order of costs, unless another has come to the same place as cheaply.
fn keep(paths: &mut Vec<Path>, path: Path) {
    if let Some(same) = paths.iter().position(|other| other.resolver == path.resolver) {
        if paths[same].cost <= path.cost {
            return;
        }
        paths.remove(same);
    }
    let at = paths.partition_point(|other| other.cost <= path.cost);
    paths.insert(at, path);
}

fn year_of(meaning: &Meaning) -> Option<i16> {
    match meaning.calendar()? {
        Meaning::Fixed(stamp) => stamp.year,
        _ => None,
    }
}

/// The choices at one expression, with their costs; `first` is the first year that the story names.
fn options(
    resolver: &Resolver,
    place: Place,
    expression: &Expression,
    first: Option<i16>,
) -> Vec<(Choice, i32)> {
    match expression.meaning.calendar() {
        Some(&Meaning::Fixed(Stamp { year: None, piece })) if !matches!(piece, Piece::Day(0, _)) => {
            bare(resolver, place, piece, first)
        }
        Some(&Meaning::Fixed(stamp)) => dated(resolver, place, expression, stamp),
        _ => {
            // Both are free: nothing tells whether a story goes on from "two years later".
            let choice = resolver.plain_choice(expression);
            let both = choice.moves.then_some((Choice { moves: false, ..choice }, 0));
            [(choice, 0)].into_iter().chain(both).collect()
        }
    }
}

/// A date without a year belongs to the year told of or to one beside it.
fn bare(resolver: &Resolver, place: Place, piece: Piece, first: Option<i16>) -> Vec<(Choice, i32)> {
    let here = resolver.told.and_then(|told| told.0.year).or(first);
    let years = here.into_iter().flat_map(|year| year - 1..=year + 1);
    let stamps = years.map(|year| Stamp { year: Some(year), piece });
    let mut options = Vec::new();
    for stamp in stamps.filter(|stamp| stamp.is_possible()) {
        let cost = jump(&BARE, resolver, place, stamp);
        options.push((Choice { year: stamp.year, moves: true }, cost));
        options.push((Choice { year: stamp.year, moves: false }, cost + PASSING_BARE));
    }
    if options.is_empty() {
        options.push((Choice { year: None, moves: true }, 0));
    }
    options
}

/// A date with its year moves the story or is passed by. The year in which the story is already leaves it where it is in that year.
fn dated(resolver: &Resolver, place: Place, expression: &Expression, stamp: Stamp) -> Vec<(Choice, i32)> {
    let passes = Choice { year: None, moves: false };
    let told = resolver.told.map(|told| told.0);
    let inside = told.is_some_and(|told| told.month().is_some() && told.year == stamp.year);
    if inside && stamp.piece == Piece::Year && !place.opening {
        return vec![(passes, 0)];
    }
    if place.alone {
        return vec![(Choice { moves: true, ..passes }, 0)];
    }
    let cost = jump(&DATED, resolver, place, stamp);
    vec![(Choice { moves: true, ..passes }, cost), (passes, passing(expression, place, stamp))]
}

fn passing(expression: &Expression, place: Place, stamp: Stamp) -> i32 {
    match stamp.piece {
        _ if expression.aside => PASSING_ASIDE,
        Piece::Year | Piece::Decade | Piece::Century if place.opening => PASSING_OPENING_YEAR,
        Piece::Year | Piece::Decade | Piece::Century => PASSING_YEAR,
        _ => PASSING_DATE,
    }
}

/// What it costs to go to `stamp` from where the story is; nothing where it has not begun.
fn jump(costs: &[Costs; 2], resolver: &Resolver, place: Place, stamp: Stamp) -> i32 {
    let Some((told, from)) = resolver.told else { return 0 };
    let costs = costs[usize::from(from.paragraph != place.paragraph)];
    let distance = distance(told, stamp);
    let far = |steps: [i32; 4]| steps.iter().filter(|&&step| distance.abs() >= step).count();
    match distance {
        ..0 => costs[4 - far([1, 3, 7, 12])],
        0 => costs[4],
        1.. => costs[5 + far([2, 4, 7, 12])],
    }
}

/// Months from one stretch to the next, negative backwards, 0 where one holds the other.
fn distance(from: Stamp, to: Stamp) -> i32 {
    let (from, to) = (months(from), months(to));
    (to.0 - from.1).max(0) + (to.1 - from.0).min(0)
}

/// First and last month of a stretch, counted from the beginning of the era.
fn months(stamp: Stamp) -> (i32, i32) {
    let first = i32::from(stamp.year.unwrap_or(0)) * 12;
    match (stamp.piece, stamp.month()) {
        (Piece::Century, _) => (first, first + 1199),
        (Piece::Decade, _) => (first, first + 119),
        (_, Some(month)) => (first + i32::from(month) - 1, first + i32::from(month) - 1),
        _ => (first, first + 11),
    }
}
