//! Numbers that count nothing: names and numbers of things, ages, scores, ordinals, lists, telephone numbers, the pronoun `one`.

use super::amount::{Amount, Form};
use super::units;
use crate::times::atoms::Line;
use crate::times::numerals::cardinal;

/// A number after these names one of its kind: `Article 5`, `Resolution 2254`, `posts 542 and 543`.
const KINDS: &[&str] = &[
    "article",
    "articles",
    "section",
    "sections",
    "resolution",
    "resolutions",
    "flight",
    "channel",
    "chapter",
    "verse",
    "page",
    "pages",
    "room",
    "gate",
    "route",
    "highway",
    "number",
    "numbers",
    "no",
    "nos",
    "phase",
    "level",
    "class",
    "type",
    "model",
    "unit",
    "post",
    "posts",
    "version",
    "boeing",
    "airbus",
    "volume",
    "line",
    "block",
    "platform",
    "paragraph",
    "paragraphs",
    "part",
    "season",
    "episode",
    "round",
    "grade",
    "category",
    "rule",
    "clause",
    "case",
    "act",
    "chapter",
    "figure",
    "table",
    "step",
    "stage",
    "day",
    "lot",
    "title",
    "proposition",
    "ward",
    "district",
    "area",
    "building",
    "house",
    "hall",
    "pier",
    "exit",
    "junction",
    "ranked",
    "rank",
    "tier",
    "protocol",
    "formula",
    "top",
    "big",
    "group",
    "gang",
    "war",
    "plan",
    "#",
    "№",
    "+",
    "file",
    "item",
    "order",
    "division",
    "battalion",
];

/// A number after these is an age.
const OF_AGE: &[&str] = &["aged", "age", "ages", "turned", "turning"];

/// What follows the pronoun or the idiom, not the number one.
const AFTER_ONE: &[&str] = &[
    "of", "another", "who", "that", "which", "is", "was", "are", "were", "can", "could", "may", "might",
    "must", "should", "would", "will", "has", "had", "have", "to", "in", "on", "at", "by", "and", "or",
    "for", "with", "from", "as", "but", "such", "day", "thing", "way", "hand", "side", "point", "reason",
    "time", "could", "does", "do", "did", "whose", "where", "when", "if", "than", "might", "'s", "not", "be",
    "knows", "wants", "side", "part", "voice", "more", "step", "else", "soon", "ever", "needs", "kind",
    "sort", "example", "moment", "stage", "form", "aspect", "final", "last", "big", "major", "key", "key",
    "single",
];

/// What precedes the pronoun or the idiom.
const BEFORE_ONE: &[&str] = &[
    "no", "any", "every", "each", "the", "this", "that", "which", "some", "not", "as", "another", "other",
    "these", "loved", "their", "his",
];

/// What ends the name of a street.
const STREETS: &[&str] =
    &["street", "avenue", "road", "lane", "boulevard", "square", "drive", "downing", "wall", "place"];

/// The number at `start..found.end`, whose qualifier begins at `at`, is no quantity.
pub(super) fn is_barred(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    let bare = found.unit.is_none() && found.form == Form::Plain;
    is_part_of_word(line, start, found)
        || is_conversion(line, start, found)
        || is_list_number(line, at, found)
        || is_score_or_fraction(line, start, found)
        || (bare && (is_age(line, at, start, found) || is_designation(line, at, start, found)))
        || (bare && (is_year(line, at, start, found) || is_address(line, found)))
        || (bare && (is_ratio(line, start, found) || is_identifier(line, start)))
        || is_name(line, at, start, found)
        || is_pronoun(line, at, start, found)
        || is_pair(line, at, start, found)
        || is_multiple(line, found)
        || is_share_of_nothing(line, at, start, found)
}

/// `F-16`, `MH17`, `S-400`, `COVID-19`, `11th`, `1990s`, `a 12-member panel`, `@user42`.
fn is_part_of_word(line: &Line, start: usize, found: &Amount) -> bool {
    let before = line.before(start);
    let opened = matches!(
        before,
        "(" | "[" | "\"" | "“" | "‘" | "'" | "—" | "–" | "$" | "€" | "£" | "¥" | "~" | "," | "…" | "/"
    );
    let joined_before = start > 0 && line.glued(start) && !opened;
    let joined_after = line.glued(found.end) && line.is_word(found.end);
    let hyphen = line.skip_hyphen(found.end) > found.end
        && line.is_word(found.end + 1)
        && !line.any(found.end + 1, &["odd", "plus"]);
    joined_before || joined_after || (hyphen && !line.any(found.end - 1, &["km", "percent"]))
}

/// `160 km (100 miles)`: the same size told once more.
fn is_conversion(line: &Line, start: usize, found: &Amount) -> bool {
    let bracketed = line.any(start.wrapping_sub(1), &["(", "["]) && line.any(found.end, &[")", "]"]);
    if !bracketed || start < 2 || found.unit.is_none() {
        return false;
    }
    let scale = line.any(start - 2, &["thousand", "million", "billion", "trillion", "bn", "m"]);
    scale || line.is_number(start - 2) || units::unit(line, start - 2).is_some()
}

/// `1.` and `2)` at the head of a line, `(3)`.
fn is_list_number(line: &Line, at: usize, found: &Amount) -> bool {
    let head = at == 0 && (line.any(found.end, &[".", ")", ":"]) || found.end == line.len());
    let bracketed = line.any(at.wrapping_sub(1), &["(", "["])
        && line.any(found.end, &[")", "]"])
        && found.unit.is_none()
        && found.form == Form::Plain;
    line.is_number(at) && (head || bracketed)
}

/// `2-1`, `10:30`, `24/7`, `+44 20 7946 0958`.
fn is_score_or_fraction(line: &Line, start: usize, found: &Amount) -> bool {
    let mark = |at: usize| line.any(at, &["-", "–", ":", "/"]);
    let after = mark(found.end)
        && line.glued(found.end)
        && line.is_number(found.end + 1)
        && line.glued(found.end + 1);
    let before = start > 1 && mark(start - 1) && line.glued(start) && line.is_number(start - 2);
    let run = line.is_number(found.end) || start > 0 && line.is_number(start - 1) && line.is_number(start);
    after || before || run
}

/// `1 in 10`, `3 to 1`: two numbers that make one ratio, with nothing counted after them.
fn is_ratio(line: &Line, start: usize, found: &Amount) -> bool {
    let number = |at: usize| cardinal(line, at).filter(|_| !line.any(at, &["a", "an"]));
    let bare = |end: usize| !line.is_word(end) || line.any(end, &["and", "in", "margin", "ratio", "odds"]);
    // "one in ten villages" is a ratio whatever follows.
    let whole = |first: f64, end: usize| first == 1.0 || bare(end);
    let makes = |joint: usize, first: f64, second: f64| match line.word(joint) {
        "in" => first < second,
        "to" => first > second,
        _ => false,
    };
    let opens = number(found.end + 1)
        .is_some_and(|second| makes(found.end, found.value, second.value) && whole(found.value, second.end));
    let closes = start > 1
        && number(start - 2).is_some_and(|first| {
            let joined = first.end == start - 1 && makes(start - 1, first.value, found.value);
            joined && whole(first.value, found.end)
        });
    // "one mill in three".
    let noun = |at: usize| line.is_word(at) && line.word(at + 1) == "in";
    let first = line.word(start) == "one"
        && noun(found.end)
        && number(found.end + 2).is_some_and(|second| second.value < 1e3 && bare(second.end));
    let second = start > 2 && line.word(start - 3) == "one" && noun(start - 2) && bare(found.end);
    opens || closes || first || second
}

/// A long run of digits without a comma: the number of an account or a message.
fn is_identifier(line: &Line, start: usize) -> bool {
    line.is_number(start) && line.word(start).len() > 7 && !line.word(start).contains([',', '.'])
}

/// `aged 55`, `at the age of 41`, `John Doe, 55, said`.
fn is_age(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    let told = line.any(at.wrapping_sub(1), OF_AGE)
        || (line.before(at) == "of" && at > 1 && line.any(at - 2, &["age", "ages"]));
    let apposition =
        line.before(start) == "," && start > 1 && line.is_capital(start - 2) && line.is_word(start - 2);
    let closed = line.any(found.end, &[",", ".", "and", ")", ""]);
    // "the pilot, 55, and": between two commas whoever it is.
    let between = line.before(start) == "," && line.word(found.end) == ",";
    let said = start > 1 && line.any(start - 2, &["who", "he", "she"]) && line.any(start - 1, &["is", "was"]);
    let possible = (1.0..120.0).contains(&found.value) && line.is_number(start);
    told || (possible && (between || (apposition || said) && closed))
        || line.phrase(found.end, "years old").is_some()
}

/// `Article 5`, `Channel 4`, `Boeing 737`, `posts 542 and 543`.
fn is_designation(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    if at < start {
        return false;
    }
    let kind = |at: usize| {
        let word = line.word(at);
        let singular = word.strip_suffix('s').unwrap_or(word);
        KINDS.contains(&word)
            || KINDS.contains(&singular)
            || (line.word(at) == "." && at > 0 && line.any(at - 1, &["no", "nos"]))
    };
    let listed = start > 2
        && line.any(start - 1, &["and", ",", "or", "to"])
        && line.is_number(start - 2)
        && names_before(line, start - 2, &kind);
    let counts = line.is_word(found.end)
        && !line.is_capital(found.end)
        && found.value > 1.0
        && looks_plural(line.word(found.end));
    let capital = start > 1
        && line.is_word(start - 1)
        && line.is_capital(start - 1)
        && !counts
        && line.is_number(start)
        && !line.word(start).contains(',');
    (start > 0 && kind(start - 1) && !(counts && line.before(start) != "posts")) || listed || capital
}

/// How far back a list of numbers is followed, in atoms.
const LISTED: usize = 24;

/// A list of numbers, back from `at`, that a kind opens.
fn names_before(line: &Line, at: usize, kind: &dyn Fn(usize) -> bool) -> bool {
    let (first, mut at) = (at.saturating_sub(LISTED), at);
    while at > first + 1 && line.any(at - 1, &["and", ",", "or", "to"]) && line.is_number(at - 2) {
        at -= 2;
    }
    at > 0 && kind(at - 1)
}

fn looks_plural(word: &str) -> bool {
    (word.ends_with('s') && word.len() > 3) || super::counted::is_irregular_plural(word)
}

/// Four digits that the times left alone but that may still be a year: nothing countable follows.
fn is_year(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    let written = line.word(start);
    let shape =
        at == start && line.is_number(start) && written.len() == 4 && (1500.0..2100.0).contains(&found.value);
    let alone = found.end == start + 1 && !(line.is_word(found.end) && looks_plural(line.word(found.end)));
    shape && alone
}

/// `10 Downing Street`.
fn is_address(line: &Line, found: &Amount) -> bool {
    line.is_capital(found.end)
        && (found.end..found.end + 4).any(|at| STREETS.contains(&line.word(at)) && line.is_capital(at))
}

/// `Big Three`, `World War Two`, `Group of Seven`, `Six Nations`: a number word in capitals inside a sentence.
fn is_name(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    let opens = (0..start).all(|at| !line.is_word(at) && !line.is_number(at));
    let quoted = line.any(start.wrapping_sub(1), &["\"", "“", "‘", "'", ":", "•"]);
    let word =
        line.is_word(start) && line.is_capital(start) && found.unit.is_none() && found.form != Form::Share;
    let before_name = opens
        && line.is_capital(found.end)
        && line.is_word(found.end)
        && line.is_capital(start)
        && line.is_word(start)
        && found.value < 20.0
        && !looks_plural_name(line, found.end);
    word && at == start && (!(opens || quoted) || before_name)
}

/// `Six Orvanian sailors`: a plural in lower case follows the capitalised word.
fn looks_plural_name(line: &Line, at: usize) -> bool {
    (at..at + 4).any(|at| !line.is_capital(at) && looks_plural(line.word(at)))
}

/// `one of the`, `no one`, `one another`, `one day`.
fn is_pronoun(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    if line.word(start) != "one" || found.value != 1.0 || found.form == Form::Share {
        return line.word(start) == "zero";
    }
    let counts =
        line.is_word(found.end) && !AFTER_ONE.contains(&line.word(found.end)) && !line.is_capital(found.end);
    let verb = line.word(found.end).ends_with("ed") && line.word(found.end).len() > 4;
    !counts || verb || (at == start && line.any(start.wrapping_sub(1), BEFORE_ONE) && start > 0)
}

/// `the two leaders`, `these two countries`: a known pair is named, not counted.
fn is_pair(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    let definite = line.any(
        start.wrapping_sub(1),
        &[
            "the", "these", "those", "our", "their", "its", "his", "her", "other", "first", "last", "past",
            "next",
        ],
    );
    at == start && start > 0 && definite && line.word(start) == "two" && found.end == start + 1
}

/// `three times`, `two-fold`.
fn is_multiple(line: &Line, found: &Amount) -> bool {
    line.any(found.end, &["times", "fold"]) && found.form == Form::Plain
}

/// A round word or a share that is an idiom: `by the thousands`, `in half`, `the first half of`.
fn is_share_of_nothing(line: &Line, at: usize, start: usize, found: &Amount) -> bool {
    let before = line.before(start);
    match found.form {
        Form::Share if line.word(start) == "half" => {
            matches!(
                before,
                "first"
                    | "second"
                    | "other"
                    | "latter"
                    | "last"
                    | "in"
                    | "-"
                    | "northern"
                    | "southern"
                    | "eastern"
                    | "western"
            ) && at == start
        }
        Form::Round => {
            cardinal(line, start.wrapping_sub(1)).is_some() && start > 0
                || line.any(start.wrapping_sub(1), &["in", "and"])
                    && start > 1
                    && line.any(start - 2, &["the", "dozens"])
        }
        _ => false,
    }
}
