//! The headline of a page: the heading that the page's own statements name, else those statements, cleaned of the name of the outlet.

use super::blocks::{Block, Piece};
use super::meta::About;
use super::words;
use crate::fold::fold;
use std::ops::Range;

/// The headline and where it was found.
#[derive(Debug, Clone)]
pub(crate) struct Title {
    /// What it is made of.
    pub(crate) pieces: Vec<Piece>,
    /// Its words, folded.
    pub(crate) folded: String,
    /// The block that holds it, if it is one.
    pub(crate) block: Option<usize>,
}

/// Finds the headline.
pub(crate) fn title(page: &str, about: &About, blocks: &[Block], given: Option<&str>) -> Option<Title> {
    let named = names(page, about, given);
    let outlet = about.outlet().map(|name| fold(&name)).unwrap_or_default();
    let heading = headings(blocks).max_by(|a, b| {
        let score = |at: usize| score(&blocks[at], &named, &outlet);
        score(*a).total_cmp(&score(*b)).then(b.cmp(a))
    });
    let clear = heading.filter(|&at| score(&blocks[at], &named, &outlet) >= 3.0);
    clear
        .map(|at| of_block(blocks, at))
        .or_else(|| declared(page, about, &named))
        .or_else(|| heading.map(|at| of_block(blocks, at)))
}

fn of_block(blocks: &[Block], at: usize) -> Title {
    Title { pieces: blocks[at].pieces.clone(), folded: fold(&blocks[at].words), block: Some(at) }
}

/// Bytes of a name; what is longer is none.
const NAME_LIMIT: usize = 500;

/// What the page calls itself, folded.
fn names(page: &str, about: &About, given: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = given.map(fold).into_iter().collect();
    names.extend(about.linked.headline.as_deref().map(fold));
    names.extend(about.titles().map(|(words, _)| fold(words)));
    names.extend(about.title.clone().map(|range| fold(&words::of_ranges(page, std::iter::once(range)))));
    names.retain(|name| !name.is_empty() && name.len() <= NAME_LIMIT);
    names.truncate(12);
    names
}

/// Headings and lines named as such that could be the headline.
fn headings(blocks: &[Block]) -> impl Iterator<Item = usize> {
    let could = |block: &Block| block.heading() && block.words.len() <= 400;
    (0..blocks.len()).filter(move |&at| could(&blocks[at]))
}

/// How sure a heading is the headline.
fn score(block: &Block, names: &[String], outlet: &str) -> f32 {
    use super::tags::Tag;
    let level = match block.tag {
        Tag::H1 => 2.0,
        Tag::H2 => 0.5,
        _ => 0.0,
    };
    let folded = fold(&block.words);
    let words = folded.split(' ').count();
    let agreement = names.iter().map(|name| agreement(name, &folded, words)).fold(0.0, f32::max);
    let place = if block.side.foreign { -1.5 } else { 0.0 };
    let logo = if folded == outlet || (block.link_share() > 0.8 && agreement < 4.0) { -2.0 } else { 0.0 };
    let short = if words <= 1 { -1.0 } else { 0.0 };
    level + agreement + place + short + logo
}

/// The name is the heading, or the heading with more around it (the outlet), or part of the heading.
fn agreement(name: &str, heading: &str, words: usize) -> f32 {
    let part = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
    match () {
        () if name == heading => 4.0,
        () if words >= 3 && name.starts_with(heading) => 3.0,
        // At the end of a longer name stands the outlet as often as the headline.
        () if words <= 4 && name.ends_with(heading) => 0.5,
        () if words >= 3 && part(name, heading) => 2.5,
        () if name.split(' ').count() >= 3 && part(heading, name) => 2.5,
        () => 0.0,
    }
}

/// The title in a meta element or in `<title>`, without the name of the outlet.
fn declared(page: &str, about: &About, names: &[String]) -> Option<Title> {
    let meta = about.titles().map(|(_, range)| range).next();
    let range = meta.or_else(|| about.title.clone())?;
    let outlet = about.outlet().map(|name| fold(&name)).unwrap_or_default();
    let range = without_outlet(page, range, &outlet, names);
    let pieces = vec![Piece::Text(range)];
    let folded = fold(&words::folded(page, &pieces));
    (!folded.is_empty()).then_some(Title { pieces, folded, block: None })
}

/// Marks that part a title from the name of an outlet.
const PARTINGS: &[&str] = &[
    " | ",
    " – ",
    " — ",
    " - ",
    " · ",
    " • ",
    " :: ",
    " » ",
    " « ",
    " &#8211; ",
    " &ndash; ",
    " &mdash; ",
    " &#8212; ",
    " &raquo; ",
    " &#124; ",
    "&nbsp;|&nbsp;",
];

fn without_outlet(page: &str, range: Range<u32>, outlet: &str, names: &[String]) -> Range<u32> {
    let raw = &page[range.start as usize..range.end as usize];
    let Some((at, mark)) = PARTINGS.iter().filter_map(|mark| raw.rfind(mark).map(|at| (at, *mark))).max()
    else {
        return range;
    };
    let (head, tail) =
        (fold(&htmlize::unescape(&raw[..at])), fold(&htmlize::unescape(&raw[at + mark.len()..])));
    let many = |words: &str| words.split(' ').count();
    let named = tail == outlet || names.contains(&head);
    let cut = named || (many(&tail) <= 3 && many(&head) >= 3);
    if cut { range.start..range.start + at as u32 } else { range }
}
