//! Signs that a line is no part of the report, each with points by the place where the line stands.
//!
//! No sign decides alone: what is a menu above the headline may be a list inside the report. [`zones`](crate::zones) adds them up.

use crate::classes::{
    ASKING, COUNTED, COUNTING, GENRES, HEADING, LEADS, MAKERS, MAKING, NOTICES, PAID, QUESTIONING, READER,
    ROLES, SAYING, SELVES, SERVICE_PHRASES, SERVICES,
};
use crate::dates;
use crate::fold::{ends_sentence, fold, has_quotation};
use crate::furniture::Line;
use crate::phrases::MENU;
use sayso_record::FurnitureKind::{self, Advert, Caption, Footer, Navigation, Other, Related, Share};

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Between the headline and the first paragraph.
    Head,
    /// Between paragraphs.
    Inside,
    /// Below the last paragraph.
    Tail,
}

/// One sign.
struct Sign {
    /// What a line is that shows it before all others.
    kind: FurnitureKind,
    /// Points in the head, inside and in the tail, for each time that it is shown.
    points: [i32; 3],
    /// How many times a line shows it.
    shown: fn(&Line<'_>) -> usize,
}

const fn sign(kind: FurnitureKind, points: [i32; 3], shown: fn(&Line<'_>) -> usize) -> Sign {
    Sign { kind, points, shown }
}

const SIGNS: &[Sign] = &[
    sign(Navigation, [3, 2, 3], |line| usize::from(entries(line.words) >= 2)),
    sign(Navigation, [2, 1, 2], |line| usize::from(menu(line))),
    sign(Other, [4, 0, 2], |line| usize::from(dated(line))),
    sign(Other, [0, 3, 0], |line| usize::from(dated(line) && timed(line))),
    sign(Other, [4, 1, 3], |line| usize::from(made_by(line))),
    sign(Other, [0, 2, 0], |line| usize::from(made_by(line) && line.count <= 6)),
    sign(Other, [0, 0, 3], |line| usize::from(portrait(line))),
    sign(Other, [2, 3, 2], |line| usize::from(of_services(line))),
    sign(Caption, [3, 3, 3], |line| usize::from(bare_credit(line))),
    sign(Other, [3, 0, 2], |line| usize::from(role(line))),
    sign(Share, [4, 3, 4], |line| usize::from(counter(line))),
    sign(Other, [3, 3, 3], |line| usize::from(contact(line))),
    sign(Other, [2, 1, 2], |line| usize::from(line.words.contains("://") || line.words.contains("www."))),
    sign(Related, [0, 0, 3], |line| usize::from(heading(line))),
    sign(Other, [1, 1, 1], |line| services(line).min(3)),
    sign(Other, [1, 1, 1], |line| usize::from(makers(line))),
    sign(Other, [1, 1, 1], |line| usize::from(line.any(READER))),
    sign(Other, [2, 1, 2], |line| usize::from(asks(line))),
    sign(Other, [2, 0, 2], |line| usize::from(questions(line))),
    sign(Footer, [2, 2, 3], |line| usize::from(SELVES.iter().any(|phrase| line.has(phrase)))),
    sign(Related, [3, 3, 3], |line| usize::from(labelled(line, LEADS, true))),
    sign(Related, [2, 1, 3], |line| usize::from(labelled(line, GENRES, false))),
    sign(Advert, [4, 4, 4], |line| usize::from(labelled(line, PAID, false))),
    sign(Footer, [3, 3, 3], |line| usize::from(labelled(line, NOTICES, false))),
    sign(Other, [1, 2, 1], |line| usize::from(boxed(line.words))),
    sign(Related, [3, 3, 3], |line| usize::from(points_on(line.words))),
    sign(Advert, [1, 1, 1], |line| usize::from(priced(line))),
    sign(Navigation, [2, 2, 2], |line| usize::from(line.words.contains(SYMBOLS))),
    sign(Footer, [0, 0, 2], |line| usize::from(initials(line.words))),
    sign(Other, [-2, -3, -2], |line| usize::from(quotes(line.words))),
    sign(Other, [-3, -3, -3], |line| usize::from(line.any(SAYING))),
    sign(Other, [-9, -9, -9], |line| usize::from(clock(line.words) || stamped(line.words))),
    sign(Other, [-1, -1, -1], |line| usize::from(line.count > 20) + usize::from(line.count > 40) * 3),
];

/// The points of a line in its place, and what it is if they are enough.
pub(crate) fn points(line: &Line<'_>, zone: Zone) -> (i32, FurnitureKind) {
    let of = |sign: &Sign| sign.points[zone as usize] * i32::try_from((sign.shown)(line)).unwrap_or(0);
    let told: Vec<(i32, FurnitureKind)> = SIGNS.iter().map(|sign| (of(sign), sign.kind)).collect();
    let best = told.iter().map(|&(points, _)| points).max().unwrap_or(0);
    let kind = told.iter().find(|(points, _)| *points == best && best > 0).map_or(Other, |&(_, kind)| kind);
    (told.iter().map(|&(points, _)| points).sum(), kind)
}

/// It is plainly of the page, wherever it stands: a day, a maker, a counter, a label of what was paid for, a mark that only pages make.
pub(crate) fn of_page(line: &Line<'_>) -> bool {
    let shown: [fn(&Line<'_>) -> bool; 8] = [
        dated,
        made_by,
        role,
        counter,
        contact,
        |line| line.words.contains(SYMBOLS),
        |line| labelled(line, PAID, false) || labelled(line, NOTICES, false),
        |line| labelled(line, LEADS, true),
    ];
    shown.iter().any(|shown| shown(line)) || services(line) >= 2
}

/// Marks that only pages make.
const SYMBOLS: [char; 20] =
    ['▾', '▸', '▼', '▶', '►', '↓', '↑', '→', '»', '›', '★', '☆', '♥', '❤', '🔔', '⟳', '👉', '©', '®', '✉'];

/// Marks of quotations.
const QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '»', '‘'];

/// Marks that part entries of a menu.
const PARTING: [char; 11] = ['|', '›', '»', '>', '▸', '★', '•', '·', '/', '→', '▾'];

/// How many short entries a line has, parted by marks or by wide spaces; one that is no such row has one.
pub(crate) fn entries(words: &str) -> usize {
    let marked = words.replace("  ", "|").replace('\t', "|");
    let mut parts: Vec<&str> = Vec::new();
    for part in marked.split(|c: char| c == '|' || PARTING.contains(&c)) {
        parts.push(part);
    }
    let apart = |at: usize, part: &&str| {
        // A slash inside a word or a fraction parts nothing.
        at == 0 || part.starts_with(char::is_whitespace) || words.contains("  ") || !words.contains('/')
    };
    let whole = parts.iter().enumerate().all(|(at, part)| apart(at, part));
    let parts: Vec<&str> = parts.into_iter().filter(|part| part.chars().any(char::is_alphanumeric)).collect();
    let short = parts.iter().all(|part| part.split_whitespace().count() <= 7);
    if whole && short && !parts.is_empty() { parts.len() } else { 1 }
}

/// Half of its words are known from menus.
pub(crate) fn menu(line: &Line<'_>) -> bool {
    let known = line.tokens().filter(|token| MENU.contains(token)).count();
    line.count > 0 && line.count <= 12 && !ends_sentence(line.words) && known * 2 >= line.count
}

/// A day with or without its year, and little else.
fn dated(line: &Line<'_>) -> bool {
    let share = dates::share(line.words);
    line.count <= 16 && !ends_sentence_of_prose(line) && share.named && share.of_date * 2 >= share.words
}

fn ends_sentence_of_prose(line: &Line<'_>) -> bool {
    line.stop && line.count >= 10
}

/// `Related links`, `Most read in sport`: a heading over ways to other reports.
fn heading(line: &Line<'_>) -> bool {
    let first = line.tokens().next().unwrap_or_default();
    line.count <= 6 && !ends_sentence(line.words) && HEADING.contains(&first)
}

/// `By Jana Novak`, `Words: Jana Novak`, `Interview by …`: names after words of making.
fn made_by(line: &Line<'_>) -> bool {
    let mut words = line.words.split_whitespace();
    let first = words.next().map(fold).unwrap_or_default();
    let opens = MAKING.contains(&first.as_str());
    let head: Vec<&str> = line.words.split_whitespace().take(4).collect();
    let at = head.iter().position(|word| word.ends_with(':') || fold(word) == "by");
    let after = at.and_then(|at| line.words.split_whitespace().nth(at + 1)).unwrap_or_default();
    let named = after.starts_with(char::is_uppercase)
        && line.count <= 24
        && !(line.stop && line.count > 14)
        && lower_words(line) * 2 <= line.count;
    let staff = matches!(after, "our" | "a" | "staff") && line.count <= 8 && line.any(ROLES);
    opens && (named || staff)
}

fn lower_words(line: &Line<'_>) -> usize {
    line.words.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count()
}

/// A date with words of publishing or a time of the day.
fn timed(line: &Line<'_>) -> bool {
    line.any(&["published", "updated", "posted", "modified", "am", "pm", "gmt", "utc"])
        || line.words.contains(':')
}

/// `Jana Novak is a reporter at the Tessel Courier`: what a page says of who made the report.
fn portrait(line: &Line<'_>) -> bool {
    let words: Vec<&str> = line.tokens().take(16).collect();
    let is = words.iter().take(5).position(|word| *word == "is");
    let role = |at: usize| {
        words[at..].iter().skip(1).take(6).position(|word| ROLES.contains(word)).map(|of| at + 1 + of)
    };
    let at = is.and_then(role).and_then(|role| words.get(role + 1));
    let works = at.is_some_and(|next| matches!(*next, "for" | "at" | "based" | "covering" | "with" | "who"));
    let named = line.words.starts_with(|c: char| c.is_uppercase() || c == '•');
    let reached = line.has("contributed to this") || line.has("can be reached at");
    named && line.count <= 60 && (works || reached)
}

/// Nothing but words of services and of asking: `Show more sharing options`, `Watch now`.
fn of_services(line: &Line<'_>) -> bool {
    const BESIDE: &[&str] = &[
        "a", "all", "by", "for", "here", "in", "it", "now", "on", "options", "or", "the", "this", "to", "us",
        "with", "and",
    ];
    let page = |token: &str| SERVICES.contains(&token) || MENU.contains(&token) || ASKING.contains(&token);
    let all = line.tokens().all(|token| page(token) || BESIDE.contains(&token));
    let told = line.tokens().filter(|token| page(token)).count();
    line.count <= 8
        && !line.stop
        && all
        && told >= 1
        && (told >= 2 || line.any(SERVICES) || line.any(&["now", "here"]))
}

/// `(Jana Novak / Bildhaus)`, `Jana Novak | Getty Images`: a credit on a line of its own.
fn bare_credit(line: &Line<'_>) -> bool {
    const AGENCIES: &[&str] = &[
        "afp",
        "alamy",
        "ap",
        "bloomberg",
        "epa",
        "getty",
        "handout",
        "images",
        "pool",
        "reuters",
        "shutterstock",
    ];
    let short = line.count <= 8 && !line.stop && lower_words(line) <= 2;
    let boxed = line.words.starts_with('(') && line.words.ends_with(')') && line.words.contains(['/', '|']);
    let agency = || line.words.contains(['/', '|']) && line.any(AGENCIES);
    short && (boxed || agency() || line.opens("courtesy of"))
}

/// `Diplomatic Correspondent`, `By our court reporter`, `Jana Novak, Harbour Editor`.
fn role(line: &Line<'_>) -> bool {
    line.count <= 9
        && !ends_sentence(line.words)
        && line.any(ROLES)
        && lower_words(line) * 3 <= line.count.max(3) * 2
}

/// `211 comments`, `Reading time: 4 minutes`, `Listen (3 min)`.
fn counter(line: &Line<'_>) -> bool {
    let number = |token: &str| token.chars().all(|c| c.is_ascii_digit());
    let part = |token: &str| number(token) || COUNTED.contains(&token) || COUNTING.contains(&token);
    let times = |token: &str| matches!(token, "min" | "mins" | "minute" | "minutes");
    let counted = line.tokens().any(|token| COUNTED.contains(&token) && !times(token));
    let other = line.tokens().filter(|token| !part(token)).count();
    line.tokens().any(number) && counted && line.count <= 10 && other * 3 <= line.count && !line.stop
}

/// An address or a number under which the page can be reached.
fn contact(line: &Line<'_>) -> bool {
    let mail =
        |word: &str| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let handle = |word: &str| line.count <= 6 && word.contains('@');
    let address = |word: &str| !word.contains('<') && (mail(word) || handle(word));
    line.words.split_whitespace().any(address) || telephone(line.words)
}

/// Three or more digits after `on`, `at`, `to`, `call` or another word of calling, in a group such as telephones have.
fn telephone(words: &str) -> bool {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).count();
    let bare = |word: &str| word.chars().all(|c| c.is_ascii_digit() || "+-()./,!?".contains(c));
    let long = |at: usize| {
        let run: usize = tokens[at..].iter().take_while(|word| bare(word)).map(|word| digits(word)).sum();
        run >= 6 && !tokens[at].contains([',']) || digits(tokens[at]) >= 3 && tokens[at].starts_with('0')
    };
    let calls = tokens.iter().any(|word| {
        matches!(
            fold(word).as_str(),
            "call" | "ring" | "phone" | "text" | "tel" | "telephone" | "contact" | "hotline" | "whatsapp"
        )
    });
    calls
        && (0..tokens.len()).any(|at| {
            bare(tokens[at]) && (long(at) || digits(tokens[at]) >= 4 && !tokens[at].starts_with(['1', '2']))
        })
}

fn services(line: &Line<'_>) -> usize {
    let words = line.tokens().filter(|token| SERVICES.contains(token)).count();
    words + SERVICE_PHRASES.iter().filter(|phrase| line.has(phrase)).count()
}

/// One of its sentences asks something of the reader.
fn asks(line: &Line<'_>) -> bool {
    let opening = |sentence: &str| sentence.split_whitespace().next().map(fold).unwrap_or_default();
    let open = |sentence: &str| !sentence.trim_start().starts_with(QUOTES);
    sentences(line).any(|sentence| open(sentence) && ASKING.contains(&opening(sentence).as_str()))
}

/// One of its sentences is a question to the reader.
fn questions(line: &Line<'_>) -> bool {
    let opening = |sentence: &str| sentence.split_whitespace().next().map(fold).unwrap_or_default();
    let to_reader = |sentence: &str| fold(sentence).split(' ').any(|token| READER.contains(&token));
    sentences(line).any(|sentence| {
        sentence.ends_with('?') && (to_reader(sentence) || QUESTIONING.contains(&opening(sentence).as_str()))
    })
}

fn sentences<'l>(line: &'l Line<'_>) -> impl Iterator<Item = &'l str> {
    line.words.split_inclusive(['.', '!', '?', ':', '|', '—', '–'])
}

/// It opens with a label, at most five words before its mark, the first or, where `either`, the last of the class.
pub(crate) fn labelled(line: &Line<'_>, class: &[&str], either: bool) -> bool {
    let bare = line.words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mark = bare.char_indices().find(|&(at, c)| {
        matches!(c, ':' | '|' | '→' | '▶' | '►' | '»' | '>')
            || matches!(c, '–' | '—' | '-') && bare[..at].ends_with(' ')
    });
    let Some((at, _)) = mark else { return false };
    let label = fold(&bare[..at]);
    let words: Vec<&str> = label.split(' ').collect();
    let ends = [words.first(), words.last().filter(|_| either)];
    words.len() <= 5 && ends.into_iter().flatten().any(|word| class.contains(word))
}

/// The makers of the page; `US` in capitals is a country.
fn makers(line: &Line<'_>) -> bool {
    let country = |word: &str| word.contains("US") && line.words.contains(char::is_lowercase);
    let mut words = line.words.split_whitespace().filter(|word| !country(word));
    words.any(|word| MAKERS.contains(&fold(word).as_str()))
}

fn boxed(words: &str) -> bool {
    words.starts_with('[') && words.ends_with(']')
}

/// `» Ferry runs late again`, `>> …`: it opens with an arrow.
fn points_on(words: &str) -> bool {
    words.starts_with(['»', '→', '▶', '►', '👉', '➡', '▸']) || words.starts_with(">> ")
}

/// `from £2 a month`: a price in a line that is no sentence.
fn priced(line: &Line<'_>) -> bool {
    line.count <= 20 && !line.stop && line.words.contains(['£', '$', '€'])
}

/// `FNA/kl/jt`: the initials of those who made the report.
fn initials(words: &str) -> bool {
    let inner = words.trim_matches(['(', ')', '[', ']', '-', '–', ' ']);
    let parts: Vec<&str> = inner.split('/').collect();
    let short =
        |part: &&str| (1..=5).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    let marked = inner.len() < words.len() || inner.len() <= 3 && inner.chars().all(char::is_lowercase);
    (parts.len() >= 2 || marked) && parts.iter().all(short)
}

/// It holds a quotation of some length.
fn quotes(words: &str) -> bool {
    const CLOSING: [char; 5] = ['"', '”', '’', '»', '“'];
    let inside = |(at, mark): (usize, &str)| {
        let opens =
            !words[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?'));
        let after = &words[at + mark.len()..];
        let end = after.find(CLOSING).unwrap_or(after.len());
        opens && !after.starts_with(char::is_whitespace) && after[..end].split_whitespace().count() >= 4
    };
    has_quotation(words) && words.match_indices(QUOTES).any(inside)
}

/// `20:30  The ferry has left`: the entry of a live report on one line with its time.
fn stamped(words: &str) -> bool {
    let Some((first, rest)) = words.split_once(char::is_whitespace) else { return false };
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    clock(first) && dates::find(words).is_none() && rest.split_whitespace().count() >= 4
}

/// A time of the day and nothing else, as above the entries of a live report.
pub(crate) fn clock(words: &str) -> bool {
    let time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | 'h' | ' ');
    let bare = words.to_lowercase();
    let bare = bare.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' ');
    bare.len() >= 3 && bare.len() <= 5 && bare.chars().all(time) && words.chars().count() <= 10
}
