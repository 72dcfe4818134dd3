//! Which outlet is the page's own? What it is told needs no relay.
//!
//! The page says so where it presents itself: in the lines above its first paragraph ("Harbour Post | Politics"), in the brackets of its
//! dateline ("TESSEL, May 4 (Northwire) –") and in its copyright line.

use sayso_record::Article;

use crate::actors::fold;

/// Lines that may stand above the report.
const HEAD: usize = 16;
/// A line of more characters is a paragraph.
const LONG: usize = 100;
/// How far into a paragraph its dateline may reach, in characters.
const DATELINE: usize = 80;
/// A longer run of words is no name.
const WORDS: usize = 5;

/// The names by which a page calls itself, folded.
#[derive(Debug, Default)]
pub(super) struct Own(Vec<String>);

impl Own {
    pub(super) fn of(article: &Article) -> Self {
        let text = article.text.as_str();
        let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
        let long = |line: &&str| line.chars().count() > LONG;
        // "Fenwick, citing two officials, reported a leak." is the report, however short.
        let sentence =
            |line: &&str| line.ends_with(['.', '?', '!', '”', '"']) && line.split(' ').count() > WORDS;
        let head =
            lines().take(HEAD).take_while(|line| !long(line)).filter(|line| !sentence(line)).flat_map(names);
        let datelines = lines().filter(long).take(2).filter_map(dateline);
        let rights = lines().filter_map(rights).flat_map(names);
        let told = article.outlet.as_deref().into_iter();
        Own(head.chain(datelines).chain(rights).chain(told).map(fold).collect())
    }

    /// The page calls itself by this name, or by one that ends with it ("the Post" of the "Harbour Post").
    pub(super) fn is(&self, name: &str) -> bool {
        let name = fold(name);
        let ends = |own: &String| {
            let online = own.strip_prefix(&name).is_some_and(|after| {
                after.starts_with(' ') && after.split_whitespace().all(|word| SUFFIXES.contains(&word))
            });
            online
                || is_initials(&name, own)
                || own.strip_suffix(&name).is_some_and(|before| before.is_empty() || before.ends_with(' '))
        };
        !name.is_empty() && self.0.iter().any(ends)
    }
}

/// What an outlet may add to its name.
const SUFFIXES: &[&str] =
    &["agency", "digital", "group", "international", "ltd", "media", "news", "online", "world"];

/// "SIB News" of "Skarra Islands Broadcasting".
fn is_initials(name: &str, own: &str) -> bool {
    let mut words = name.split(' ');
    let short = words.next().unwrap_or_default();
    let initials: String = own.split(' ').filter_map(|word| word.chars().next()).collect();
    short.chars().count() > 2 && short == initials && words.all(|word| SUFFIXES.contains(&word))
}

/// The parts of a line that are written like names.
fn names(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split(['|', '»', '>', '•', '·', '/', ',', ':', '–', '—', '(', ')']);
    parts.flat_map(|part| part.split("  ")).map(str::trim).filter(|part| is_name(part))
}

fn is_name(part: &str) -> bool {
    let small = |word: &str| matches!(word, "the" | "of" | "and" | "for" | "&");
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || small(word);
    (1..=WORDS).contains(&part.split_whitespace().count()) && part.split_whitespace().all(capital)
}

/// "TESSEL, May 4 (Northwire) – …": what stands in the brackets.
fn dateline(paragraph: &str) -> Option<&str> {
    let (before, rest) = paragraph.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let dash = after.trim_start().starts_with(['-', '–', '—']);
    (dash && before.chars().count() + name.chars().count() < DATELINE && is_name(name.trim()))
        .then_some(name.trim())
}

/// "© Harbour Post 2021. All rights reserved.": what follows the sign.
fn rights(line: &str) -> Option<&str> {
    let line = line.trim_start_matches("Copyright").trim_start_matches("(c)").trim_start();
    let owner = line.strip_prefix('©').or_else(|| line.strip_prefix("Copyright"))?;
    let owner = owner.trim_start_matches(|c: char| !c.is_alphabetic()).split(['.', ',']).next()?;
    Some(owner.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace() || matches!(c, '-' | '–')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_names_the_agency() {
        assert_eq!(dateline("TESSEL, May 4 (Northwire) – The dam held."), Some("Northwire"));
        assert_eq!(dateline("The dam (built in 1960) held – so far."), None);
    }

    #[test]
    fn a_head_line_names_the_paper_and_a_headline_does_not() {
        let found: Vec<_> = names("The Harbour Post | Politics").collect();
        assert_eq!(found, ["The Harbour Post", "Politics"]);
        assert_eq!(names("Minister resigns, Courier says").count(), 0);
    }
}
