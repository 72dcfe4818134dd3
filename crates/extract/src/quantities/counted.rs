//! What is counted: `800 [Orvanian sailors]`, `dozens of [crates of tea]`, `the number of [Orvanian sailors] … exceeded 800`.

use std::ops::Range;

use super::amount::{Amount, Form};
use super::units;
use crate::times::atoms::Line;
use crate::times::numerals::cardinal;

/// Plurals without `s`.
const IRREGULAR: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "troops",
    "police",
    "personnel",
    "policemen",
    "policewomen",
    "servicemen",
    "fishermen",
    "gunmen",
    "aircraft",
    "media",
    "staff",
    "dead",
    "wounded",
    "injured",
    "killed",
    "missing",
    "displaced",
    "arrested",
    "hurt",
    "infantry",
    "militia",
    "cattle",
    "sheep",
    "data",
    "crew",
];

/// Words that end the name of what is counted, or show that there is none.
const STOPS: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "nor", "in", "on", "at", "by",
    "for", "with", "from", "to", "into", "onto", "over", "under", "after", "before", "since", "until",
    "during", "through", "across", "between", "among", "against", "about", "around", "near", "along", "as",
    "than", "if", "when", "while", "where", "who", "whom", "which", "whose", "what", "because", "though",
    "although", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did",
    "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not", "he", "she", "it",
    "they", "we", "you", "i", "him", "her", "them", "us", "his", "its", "their", "our", "your", "my", "said",
    "says", "took", "went", "came", "left", "per", "each", "every", "within", "without", "out", "up", "down",
    "off", "away", "so", "then", "there", "here", "also", "only", "even", "just", "now", "yet", "still",
    "ago", "later", "earlier", "of", "via", "despite", "amid", "inside", "outside", "both", "all", "some",
    "any", "no", "were", "whether",
];

/// Past tenses that end the name of one thing, besides those in `-ed`.
const VERBS: &[&str] = &[
    "hit",
    "fell",
    "struck",
    "died",
    "ran",
    "rose",
    "met",
    "won",
    "lost",
    "began",
    "became",
    "held",
    "found",
    "made",
    "got",
    "gave",
    "saw",
    "told",
    "sent",
    "broke",
    "shot",
    "blew",
    "flew",
    "sank",
    "tore",
    "stood",
    "lay",
    "sat",
    "went",
    "burst",
    "depends",
    "lives",
    "needs",
    "remains",
    "lacks",
    "goes",
    "comes",
    "relies",
    "belongs",
    "supports",
    "opposes",
    "faces",
    "suffers",
    "works",
    "wants",
    "believes",
    "thinks",
    "says",
    "consists",
    "amounts",
    "comprises",
];

/// Verbs before a number whose subject is what is counted: `the attackers numbered about 150`, `casualties passed 800`.
const MEASURES: &[&str] = &[
    "numbered",
    "number",
    "numbering",
    "totalled",
    "totaled",
    "total",
    "totalling",
    "totaling",
    "rose to",
    "fell to",
    "grew to",
    "climbed to",
    "dropped to",
    "swelled to",
    "increased to",
    "stood at",
    "stand at",
    "exceeded",
    "exceed",
    "exceeding",
    "surpassed",
    "topped",
    "passed",
    "reached",
    "had reached",
    "had passed",
    "had exceeded",
    "have exceeded",
    "have reached",
    "have passed",
];

/// How many words the name of what is counted may have.
const LONGEST: usize = 5;

/// How far before a number `the number of` may stand, in atoms.
const REACH: usize = 14;

/// The atoms that name what is counted by a number in `at..end`.
pub(super) fn counted(line: &Line, at: usize, end: usize, found: &Amount) -> Option<Range<usize>> {
    let money_or_size = found.unit.is_some();
    let joint: &[&str] = if money_or_size { &["of", "in", "worth of"] } else { &["of"] };
    let start = line.phrases(end, joint);
    if money_or_size && start.is_none() {
        return number_of(line, at).or_else(|| subject(line, at, end));
    }
    // "30 km of the front" is a distance.
    let distance = found.unit.is_some_and(units::is_length);
    if distance && start.is_some_and(|noun| determiner(line, noun) > noun) {
        return None;
    }
    let whole = start.is_some() || determiner(line, end) > end;
    // "a 4 percent surcharge": the share of nothing that is named.
    if found.form == Form::Share && !whole {
        return subject(line, at, end);
    }
    let start = determiner(line, start.unwrap_or(end));
    if money_or_size && line.is_capital(start) {
        return None; // "$5 million in Ankara"
    }
    // "100 of the 1,200 hostages".
    let start = if whole { past_number(line, start) } else { start };
    noun_phrase(line, start, found).or_else(|| number_of(line, at)).or_else(|| subject(line, at, end))
}

/// Past the number of `100 of the 1,200 hostages` and `half of the town's 8,000 homes`.
fn past_number(line: &Line, start: usize) -> usize {
    let owned =
        (start..start + LONGEST).find(|&at| line.any(at, &["'s", "'"])).map_or(start, |owner| owner + 1);
    let number = cardinal(line, owned).filter(|_| !line.any(owned, &["a", "an"]));
    number.map_or(start, |number| number.end)
}

/// The subject of a verb that measures it, right before the number or as its qualifier.
fn subject(line: &Line, at: usize, end: usize) -> Option<Range<usize>> {
    let verb = MEASURES.iter().find_map(|verb| {
        let length = verb.split(' ').count();
        [Some(at), at.checked_sub(length)]
            .into_iter()
            .flatten()
            .find(|&from| line.phrase(from, verb).is_some_and(|to| to >= at && to < end))
    })?;
    // "turnout reached 71 percent", but "Varga reached 51 percent".
    let single = |head: usize| line.is_word(head) && !line.is_capital(head) && !stops(line, head);
    let head = verb.checked_sub(1).filter(|&head| is_plural(line, head) || single(head))?;
    let first = (head.saturating_sub(LONGEST - 1)..head)
        .rev()
        .take_while(|&at| line.is_word(at) && !stops(line, at))
        .last();
    Some(first.unwrap_or(head)..head + 1)
}

/// Plurals that do not end in `s`, and participles that stand for people.
pub(super) fn is_irregular_plural(word: &str) -> bool {
    IRREGULAR.contains(&word)
}

fn determiner(line: &Line, at: usize) -> usize {
    let of = line.phrases(at, &["all of", "all", "more", "other", "additional", "further"]).unwrap_or(at);
    line.phrases(of, &["the", "its", "their", "his", "her", "our", "those", "these"]).unwrap_or(of)
}

/// From atom `at`, the words up to the first plural, with one `of` phrase after it (`bags of flour`).
fn noun_phrase(line: &Line, at: usize, found: &Amount) -> Option<Range<usize>> {
    let limit =
        (at..line.len()).take(LONGEST).find(|&at| stops(line, at)).unwrap_or((at + LONGEST).min(line.len()));
    let plural = (at..limit).find(|&at| is_plural(line, at));
    // One thing, a share of it, money for it: a noun in the singular, up to what looks like its verb.
    let single = found.form == Form::Share || found.value == 1.0 || found.unit.is_some();
    let verb = (at + 1..limit).find(|&at| is_verb(line, at)).unwrap_or(limit);
    let mut end = match plural {
        Some(head) if !single || head < verb => head + 1,
        _ if single && limit > at => verb,
        _ => return None,
    };
    // "police officers", "arms dealers": the last of a run of plurals is the head.
    while end < limit && is_plural(line, end) && !is_irregular_plural(line.word(end)) && !is_verb(line, end) {
        end += 1;
    }
    Some(at..with_of(line, end))
}

/// Looks like the verb of one thing.
fn is_verb(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    VERBS.contains(&word) || (word.len() > 4 && word.ends_with("ed"))
}

/// `barrels of oil`: a bare noun after `of`.
fn with_of(line: &Line, end: usize) -> usize {
    let Some(noun) = line.phrase(end, "of") else { return end };
    if line.is_word(noun) && !stops(line, noun) && !line.is_capital(noun) { noun + 1 } else { end }
}

pub(super) fn stops(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let possessive = line.any(at, &["'s", "'"]) && line.glued(at);
    let joint = line.is_dash(at) && line.glued(at) && line.glued(at + 1);
    (!line.is_word(at) && !joint && !possessive) || STOPS.contains(&word)
}

fn is_plural(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let regular = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "'s"].iter().any(|end| word.ends_with(end));
    let possessed = line.any(at + 1, &["'s", "'"]) && line.glued(at + 1);
    (regular || is_irregular_plural(word)) && !possessed
}

/// `the number of Orvanian sailors … exceeded 800`, `the death toll … reached 200`.
fn number_of(line: &Line, at: usize) -> Option<Range<usize>> {
    let from = at.saturating_sub(REACH);
    let number =
        (from..at).rev().find(|&at| line.any(at, &["number", "numbers"]) && line.word(at + 1) == "of");
    if let Some(number) = number {
        let start = determiner(line, number + 2);
        let limit = (start..at).take(LONGEST).find(|&at| stops(line, at)).unwrap_or(at.min(start + LONGEST));
        let head = (start..limit).find(|&at| is_plural(line, at)).map_or(limit, |head| head + 1);
        return (head > start).then_some(start..head);
    }
    let toll = (from..at).rev().find(|&at| line.any(at, &["toll"]))?;
    Some(
        toll.saturating_sub(usize::from(line.is_word(toll.wrapping_sub(1)) && !line.any(toll - 1, &["the"])))
            ..toll + 1,
    )
}
