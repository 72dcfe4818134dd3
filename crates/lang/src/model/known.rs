//! Names that are known beforehand: places, peoples, given names, titles, and words that institutions, places and works are called by.
//!
//! What is known only leans the reader's own scores one way ("Ramadi" towards a place): a known name may still be something else, and most
//! names are not known. The lists stand in `data/names`, one entry a line, in the order of their bytes.

use super::Plain;
use super::heads::Tag;
use crate::labels::NameKind;

/// The lists.
#[derive(Debug)]
pub(super) struct Known {
    places: Vec<&'static str>,
    given: Vec<&'static str>,
    titles: Vec<&'static str>,
    institutions: Vec<&'static str>,
    sites: Vec<&'static str>,
    peoples: Vec<&'static str>,
    others: Vec<&'static str>,
}

/// Most words of a place or a people in the lists.
const LONGEST: usize = 6;

/// How far each piece of knowledge leans the scores; tuned on the development parts of UNER (EWT) and GUM.
mod lean {
    /// A place of the list.
    pub(super) const PLACE: f32 = 4.0;
    /// A people or a following of the list.
    pub(super) const PEOPLE: f32 = 3.0;
    /// A given name before another capitalised word, on both.
    pub(super) const FULL_NAME: f32 = 4.0;
    /// A given name alone.
    pub(super) const GIVEN: f32 = 3.0;
    /// A word behind a title.
    pub(super) const TITLED: f32 = 3.0;
    /// A title before a capitalised word, away from names of persons.
    pub(super) const TITLE: f32 = 4.0;
    /// Capitalised words with one that institutions are called by.
    pub(super) const INSTITUTION: f32 = 2.0;
    /// Capitalised words that begin or end with one that places are called by.
    pub(super) const SITE: f32 = 3.0;
    /// Capitalised words with one that laws, events and prizes are called by.
    pub(super) const OTHER: f32 = 2.0;
}

impl Known {
    pub(super) fn new() -> Self {
        Known {
            places: include_str!("../../../../data/names/places.txt").lines().collect(),
            given: include_str!("../../../../data/names/given.txt").lines().collect(),
            titles: include_str!("../../../../data/names/titles.txt").lines().collect(),
            institutions: include_str!("../../../../data/names/organisation-words.txt").lines().collect(),
            sites: include_str!("../../../../data/names/place-words.txt").lines().collect(),
            peoples: include_str!("../../../../data/names/peoples.txt").lines().collect(),
            others: include_str!("../../../../data/names/other-words.txt").lines().collect(),
        }
    }

    /// Leans the scores of a unit's words; `rows` holds a row of `tags.len()` scores a word.
    pub(super) fn lean(&self, words: &[Plain<'_>], tags: &[Tag], rows: &mut [f32]) {
        let mut scores = Scores { tags, rows };
        let mut at = 0;
        while at < words.len() {
            let end = run_end(words, at);
            if end > at {
                self.run(words, at..end, &mut scores);
            }
            at = end.max(at + 1);
        }
        phrases(&self.places, NameKind::Place, lean::PLACE, words, &mut scores);
        phrases(&self.peoples, NameKind::Group, lean::PEOPLE, words, &mut scores);
    }

    /// Capitalised words in a row.
    fn run(&self, words: &[Plain<'_>], run: std::ops::Range<usize>, scores: &mut Scores<'_>) {
        let has = |list: &[&str], form: &str| list.binary_search(&form).is_ok();
        let several = run.len() > 1;
        let institution = several && run.clone().any(|at| has(&self.institutions, words[at].form));
        let ends = [run.start, run.end - 1];
        let site = several && !institution && ends.iter().any(|&at| has(&self.sites, words[at].form));
        if institution {
            scores.add(run.clone(), NameKind::Organisation, lean::INSTITUTION);
        }
        if site {
            scores.add(run.clone(), NameKind::Place, lean::SITE);
        }
        if several && run.clone().any(|at| has(&self.others, words[at].form)) {
            scores.add(run.clone(), NameKind::Other, lean::OTHER);
        }
        for at in run.clone() {
            let last = at + 1 == run.end;
            if has(&self.titles, words[at].form) && !last {
                scores.add(at..at + 1, NameKind::Person, -lean::TITLE);
                if !has(&self.titles, words[at + 1].form) {
                    scores.add(at + 1..run.end, NameKind::Person, lean::TITLED);
                }
            } else if !institution && !site && has(&self.given, words[at].form) {
                let (end, weight) = if last { (at + 1, lean::GIVEN) } else { (at + 2, lean::FULL_NAME) };
                scores.add(at..end, NameKind::Person, weight);
            }
        }
    }

    /// True for words that are titles and nothing else: "Prime Minister".
    pub(super) fn are_titles(&self, forms: &[&str]) -> bool {
        forms.iter().all(|form| self.titles.binary_search(form).is_ok())
    }
}

/// Leans the longest entries of a list.
fn phrases(list: &[&str], kind: NameKind, weight: f32, words: &[Plain<'_>], scores: &mut Scores<'_>) {
    let mut at = 0;
    while at < words.len() {
        let end = if is_capitalised(words[at].form) { longest(list, &words[at..]) } else { 0 };
        if end > 0 {
            scores.add(at..at + end, kind, weight);
        }
        at += end.max(1);
    }
}

/// How many words the longest entry has that begins `words`.
fn longest(list: &[&str], words: &[Plain<'_>]) -> usize {
    let mut name = String::new();
    let mut longest = 0;
    for (count, word) in words.iter().take(LONGEST).enumerate() {
        if count > 0 && word.spaced {
            name.push(' ');
        }
        name.push_str(word.form);
        if list.binary_search(&name.as_str()).is_ok() {
            longest = count + 1;
        }
    }
    longest
}

/// Where the capitalised words that begin at `at` end.
fn run_end(words: &[Plain<'_>], at: usize) -> usize {
    let more = words[at..].iter().take_while(|word| is_capitalised(word.form));
    at + more.count()
}

fn is_capitalised(form: &str) -> bool {
    form.starts_with(char::is_uppercase)
}

/// The names' scores of a unit.
struct Scores<'s> {
    tags: &'s [Tag],
    rows: &'s mut [f32],
}

impl Scores<'_> {
    /// Adds to the scores of these words for being, one after the other, a name of this kind.
    fn add(&mut self, words: std::ops::Range<usize>, kind: NameKind, weight: f32) {
        let place = |tag: Tag| self.tags.iter().position(|&known| known == tag);
        let (Some(begin), Some(inside)) = (place(Tag::Begin(kind)), place(Tag::Inside(kind))) else { return };
        let (first, width) = (words.start, self.tags.len());
        for word in words {
            self.rows[word * width + if word == first { begin } else { inside }] += weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Plain<'_>> {
        text.split(' ').map(|form| Plain { form, spaced: true, begins: 0.0 }).collect()
    }

    /// The kinds towards which the words of `text` are leaned, as first letters; `-` for none, and for what is leaned away.
    fn leaned(text: &str) -> String {
        let kinds = [NameKind::Person, NameKind::Organisation, NameKind::Place];
        let tags: Vec<Tag> = kinds.iter().flat_map(|&kind| [Tag::Begin(kind), Tag::Inside(kind)]).collect();
        let words = words(text);
        let mut rows = vec![0.0; words.len() * tags.len()];
        Known::new().lean(&words, &tags, &mut rows);
        let letter = |row: &[f32]| {
            let best = super::super::tree::highest(row);
            if row[best] > 0.0 { ["P", "p", "O", "o", "L", "l"][best] } else { "-" }
        };
        rows.chunks_exact(tags.len()).map(letter).collect()
    }

    #[test]
    fn lists_are_in_order_and_hold_no_line_twice() {
        let known = Known::new();
        let names = [&known.places, &known.given, &known.titles, &known.peoples];
        for list in names.into_iter().chain([&known.institutions, &known.sites, &known.others]) {
            let wrong = list.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(wrong, None);
        }
    }

    #[test]
    fn knowledge_leans_capitalised_words() {
        let cases = [
            ("rain fell in Nairobi and the Gulf of Aden", "---L--Lll"),
            ("Ruth Tessel met Judge Varga", "Pp--P"),
            ("the Karsk Grain Bank lent", "-Ooo-"),
            ("near Lake Varga", "-Ll"),
            ("a judge and a bank by the lake", "--------"),
        ];
        for (text, wanted) in cases {
            assert_eq!(leaned(text), wanted, "{text}");
        }
    }
}
