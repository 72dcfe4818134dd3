//! What on the page is not the report: a kind for each unit that is furniture, and none for every paragraph of the report.
//!
//! Furniture is told by wording ([`phrases`](crate::phrases)), by make (a line of amounts, a row of menu entries) and by place (above the
//! first or below the last paragraph of prose). What signs of less weight tell together, in plain text, is told by [`zones`](crate::zones). Where the signs disagree the unit stays: a lost paragraph costs more than a kept advert.

use crate::classes::SAYING;
use crate::fold::{ends_sentence, ends_with_stop, fold, has_quotation};
use crate::lines::Unit;
use crate::phrases::{
    ASKS, CREDITS, CURRENCIES, MENU, METER, METER_TELLS, OFFERS, PHRASES, PLEADS, Phrase, Place, SHARE_TELLS,
    WARES, WE, WEAK_ASKS, YOU, is_share,
};
use sayso_record::FurnitureKind;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A unit with what the rules ask of it, reckoned once.
#[derive(Debug, Clone)]
pub(crate) struct Line<'t> {
    /// Its words as they stand.
    pub(crate) words: &'t str,
    /// Its words, folded.
    pub(crate) folded: String,
    /// How many words.
    pub(crate) count: usize,
    /// It reads like running text.
    pub(crate) prose: bool,
    /// It ends in a full stop.
    pub(crate) stop: bool,
}

impl<'t> Line<'t> {
    /// Reads one unit.
    pub(crate) fn new(words: &'t str) -> Self {
        let folded = fold(words);
        let count = if folded.is_empty() { 0 } else { folded.split(' ').count() };
        let prose = (count >= 10 && ends_sentence(words)) || count >= 30;
        Line { words, folded, count, prose, stop: ends_with_stop(words) }
    }

    pub(crate) fn tokens(&self) -> impl Iterator<Item = &str> {
        self.folded.split(' ')
    }

    pub(crate) fn has(&self, phrase: &str) -> bool {
        let mut places = self.folded.match_indices(phrase);
        places.any(|(at, _)| {
            let end = at + phrase.len();
            (at == 0 || self.folded[..at].ends_with(' '))
                && (end == self.folded.len() || self.folded[end..].starts_with(' '))
        })
    }

    /// One of its words is in a class.
    pub(crate) fn any(&self, class: &[&str]) -> bool {
        self.tokens().any(|token| class.contains(&token))
    }

    /// It opens with a phrase.
    pub(crate) fn opens(&self, phrase: &str) -> bool {
        self.folded.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }
}

/// All units, with what the rules ask of them.
pub(crate) fn lines<'t>(units: &[Unit<'t>]) -> Vec<Line<'t>> {
    units.iter().map(|unit| Line::new(unit.slice.as_str())).collect()
}

/// Kinds that a line shows by itself, whatever stands around it.
pub(crate) fn alone(line: &Line<'_>) -> Option<FurnitureKind> {
    if line.count == 0 {
        return bare(line.words);
    }
    if line.count > 80 {
        return None;
    }
    let rules: [fn(&Line<'_>) -> Option<FurnitureKind>; 8] =
        [legend, by_phrase, plea, offer, share_buttons, crumbs, credit, copyright];
    let kind = rules.iter().find_map(|rule| rule(line));
    kind.filter(|kind| *kind != FurnitureKind::Caption || !reports_words(line))
}

/// A caption in which somebody is said to have said something is a part of the report.
fn reports_words(line: &Line<'_>) -> bool {
    const SAY: &[&str] =
        &["accuse", "accuses", "believe", "believes", "deny", "fear", "insist", "say", "warn", "warns"];
    line.count > 8 && (has_quotation(line.words) || line.any(SAYING) || line.any(SAY))
}

/// A line without a letter or digit: rules of dashes are furniture, an ellipsis or a mark of a new part is the report's.
fn bare(words: &str) -> Option<FurnitureKind> {
    (words.chars().count() > 3 && !words.contains(['.', '…', '?', '!'])).then_some(FurnitureKind::Other)
}

/// `██ Government forces`: the legend of a map.
fn legend(line: &Line<'_>) -> Option<FurnitureKind> {
    let block =
        |c: char| matches!(c, '\u{2580}'..='\u{259F}' | '\u{25A0}' | '\u{25A1}' | '\u{1F7E5}'..='\u{1F7EB}');
    (line.words.starts_with(block) && line.count <= 10 && !line.stop).then_some(FurnitureKind::Navigation)
}

fn by_phrase(line: &Line<'_>) -> Option<FurnitureKind> {
    let quoted = has_quotation(line.words);
    let first = line.folded.bytes().next()?;
    let rows = TABLE.anchored[usize::from(first)].iter().chain(&TABLE.floating);
    rows.copied().find(|phrase| matches(phrase, line, quoted)).map(|phrase| phrase.kind)
}

/// The phrases by their first byte, so that a line is compared with few of them.
struct Table {
    anchored: Vec<Vec<&'static Phrase>>,
    floating: Vec<&'static Phrase>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { anchored: vec![Vec::new(); 256], floating: Vec::new() };
    for phrase in PHRASES {
        match phrase.place {
            Place::Holds | Place::Closes => table.floating.push(phrase),
            _ => table.anchored[usize::from(phrase.words.as_bytes()[0])].push(phrase),
        }
    }
    table
});

fn matches(phrase: &Phrase, line: &Line<'_>, quoted: bool) -> bool {
    line.count <= phrase.most
        && line.folded.len() >= phrase.words.len()
        && match phrase.place {
            Place::Whole => line.folded == phrase.words,
            Place::Label => line.opens(phrase.words) && labels(phrase.words, line.words),
            Place::Opens => !quoted && line.opens(phrase.words),
            Place::Holds => !quoted && line.has(phrase.words),
            Place::Closes => {
                !quoted
                    && line
                        .folded
                        .strip_suffix(phrase.words)
                        .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            }
        }
}

/// The mark of a label follows the label: `READ MORE: …`, `WATCH | …`.
fn labels(label: &str, words: &str) -> bool {
    let mut wanted = label.chars().filter(|c| c.is_alphanumeric()).count();
    let after = words.chars().skip_while(|c| {
        let counts = c.is_alphanumeric() && wanted > 0;
        wanted -= usize::from(counts);
        counts || (wanted > 0)
    });
    after
        .into_iter()
        .find(|c| !c.is_whitespace() && *c != ')')
        .is_some_and(|c| matches!(c, ':' | '|' | '»' | '>' | '→' | '▶' | '►' | '/'))
}

/// A line that asks the reader for money for the page's makers; one that quotes or reports somebody's asking is the report's.
fn plea(line: &Line<'_>) -> Option<FurnitureKind> {
    let any_word = |list: &[&str]| line.tokens().any(|token| list.contains(&token));
    if line.count > 50 || line.count < 2 || has_quotation(line.words) || !(any_word(WE) || any_word(WARES)) {
        return None;
    }
    let any_phrase = |list: &[&str]| list.iter().any(|phrase| line.has(phrase));
    let asks = any_phrase(ASKS) || (any_phrase(WEAK_ASKS) && any_word(WARES));
    let addressed = || pleads(line) || (any_word(WE) && any_word(YOU));
    (asks && addressed() && !any_word(REPORTED)).then_some(FurnitureKind::Donation)
}

/// One of its sentences opens with a verb that asks.
fn pleads(line: &Line<'_>) -> bool {
    let opening = |sentence: &str| fold(sentence.split_whitespace().next().unwrap_or_default());
    line.words.split(['.', '!', '?', ':']).any(|sentence| PLEADS.contains(&opening(sentence).as_str()))
}

/// Verbs of a report of somebody's asking, and its first person.
const REPORTED: &[&str] = &["said", "says", "told", "asked", "urged", "according", "i", "me", "my"];

/// `Sign up for the morning newsletter`, `Subscribe to get our alerts`.
fn offer(line: &Line<'_>) -> Option<FurnitureKind> {
    let opens = line.opens("sign up") || line.opens("subscribe") || line.opens("get the latest");
    let named = || OFFERS.iter().any(|word| line.has(word));
    (opens && line.count <= 30 && !has_quotation(line.words) && named()).then_some(FurnitureKind::Advert)
}

fn share_buttons(line: &Line<'_>) -> Option<FurnitureKind> {
    let made = |token: &str| is_share(token) || token.parse::<u32>().is_ok();
    let tells = line.tokens().any(|token| SHARE_TELLS.contains(&token));
    (tells && line.count <= 14 && !line.stop && line.tokens().all(made)).then_some(FurnitureKind::Share)
}

/// `Home > World > Middle East`, `News | Sport | Weather`: entries parted by marks, at least half of them known from menus.
fn crumbs(line: &Line<'_>) -> Option<FurnitureKind> {
    const MARKS: [char; 8] = ['|', '>', '»', '›', '/', '·', '•', '→'];
    if line.stop || !line.words.contains(MARKS) {
        return None;
    }
    let parts: Vec<String> = line.words.split(MARKS).map(fold).filter(|part| !part.is_empty()).collect();
    let known = parts.iter().filter(|part| in_menu(part)).count();
    let short = parts.iter().all(|part| part.split(' ').count() <= 4);
    (parts.len() >= 2 && short && known * 2 >= parts.len()).then_some(FurnitureKind::Navigation)
}

fn in_menu(words: &str) -> bool {
    static ENTRIES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| MENU.iter().copied().collect());
    ENTRIES.contains(words)
}

/// A caption that closes with its credit: `…, March 3, 2020. REUTERS/Name`, `… (Photo by Name/Getty Images)`.
fn credit(line: &Line<'_>) -> Option<FurnitureKind> {
    let marked = line.words.contains(['/', '(', '[', ':', '|'])
        || line.words.contains("via ")
        || line.words.contains("Photo by ");
    if !marked || line.count > 70 || has_quotation(line.words) && line.count > 40 {
        return None;
    }
    let closing = |mark: &str| {
        let after = line.words.rfind(mark).map(|at| &line.words[at + mark.len()..]);
        after.is_some_and(|after| {
            after.split_whitespace().count() <= 6
                && !after.trim_end_matches([')', ']', '.']).contains(['.', '?', '!'])
        })
    };
    let agency_dateline = line.words.find(") —").or(line.words.find(") -")).is_some();
    (!agency_dateline && CREDITS.iter().any(|mark| closing(mark)) && credited(line))
        .then_some(FurnitureKind::Caption)
}

/// The credit stands apart from the sentence before it: in brackets, after a full stop, or the line is short and no sentence.
fn credited(line: &Line<'_>) -> bool {
    let words = line.words.trim_end();
    words.ends_with([')', ']']) || !ends_sentence(words) || line.count <= 6
}

/// `© The Gazette`, `Copyright 2021 The Gazette`.
fn copyright(line: &Line<'_>) -> Option<FurnitureKind> {
    let signed = line.words.starts_with(['©', 'Ⓒ']) || line.words.to_lowercase().starts_with("(c) ");
    let dated = || line.opens("copyright") && (line.words.contains(|c: char| c.is_ascii_digit() || c == '©'));
    (line.count <= 30 && (signed || dated())).then_some(FurnitureKind::Footer)
}

/// Kinds that show only in the company of other lines.
pub(crate) fn together(lines: &[Line<'_>], kinds: &mut [Option<FurnitureKind>], title: Option<usize>) {
    let prose = |kinds: &[Option<FurnitureKind>], at: usize| lines[at].prose && kinds[at].is_none();
    let first = (0..lines.len()).find(|&at| prose(kinds, at)).unwrap_or(lines.len());
    let last = (0..lines.len()).rev().find(|&at| prose(kinds, at)).map_or(0, |at| at + 1);
    meters(lines, kinds, first, last);
    print_and_email(lines, kinds);
    menus(lines, kinds, title);
    repeated(lines, kinds, title);
    under_headings(lines, kinds, title, last);
}

/// Runs of lines that are amounts, above or below the report, or beside a plea, or with words of a meter.
fn meters(lines: &[Line<'_>], kinds: &mut [Option<FurnitureKind>], first: usize, last: usize) {
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(|line| amount(line)).count();
        let end = at + run;
        if run > 0 && is_meter(lines, kinds, at..end, first, last) {
            kinds[at..end].fill(Some(FurnitureKind::Donation));
        }
        at = end + 1;
    }
}

fn is_meter(
    lines: &[Line<'_>],
    kinds: &[Option<FurnitureKind>],
    run: std::ops::Range<usize>,
    first: usize,
    last: usize,
) -> bool {
    let donation = |at: Option<usize>| {
        at.and_then(|at| kinds.get(at)).is_some_and(|kind| *kind == Some(FurnitureKind::Donation))
    };
    let tells = lines[run.clone()].iter().any(|line| line.tokens().any(|token| METER_TELLS.contains(&token)));
    let beside = donation(run.start.checked_sub(1)) || donation(Some(run.end));
    let outside = run.end <= first || run.start >= last;
    tells || beside || (outside && run.len() >= 2)
}

/// `2,500 $`, `68 % funded`, `$1,698 raised of $5,000`: an amount of money or a share, and no other word than a meter has.
fn amount(line: &Line<'_>) -> bool {
    if line.count > 14 || !line.words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let marked = |token: &str| CURRENCIES.iter().any(|mark| token.contains(mark)) || token.contains('%');
    let meter = |token: &str| {
        let bare = fold(token);
        let number = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || c == ' ');
        number
            || bare.is_empty()
            || METER.contains(&bare.as_str())
            || CURRENCIES.contains(&bare.as_str())
            || glued(&bare)
    };
    let lower = line.words.to_lowercase();
    let mut tokens = lower.split_whitespace();
    lower.split_whitespace().any(marked) && tokens.all(meter)
}

/// `us250` of `US$250`, `250eur`.
fn glued(bare: &str) -> bool {
    let letters: String = bare.chars().filter(|c| !c.is_ascii_digit() && *c != ' ').collect();
    bare.contains(|c: char| c.is_ascii_digit()) && (letters == "us" || CURRENCIES.contains(&letters.as_str()))
}

/// Runs of three or more short lines, half of them known from menus.
fn menus(lines: &[Line<'_>], kinds: &mut [Option<FurnitureKind>], title: Option<usize>) {
    let mut at = 0;
    while at < lines.len() {
        let entry = |index: usize| {
            Some(index) != title
                && lines[index].count <= 3
                && lines[index].count > 0
                && !ends_sentence(lines[index].words)
        };
        let run = (at..lines.len()).take_while(|&index| entry(index)).count();
        let known = |line: &&Line<'_>| in_menu(&line.folded);
        if run >= 3 && lines[at..at + run].iter().filter(known).count() * 2 >= run {
            for kind in &mut kinds[at..at + run] {
                kind.get_or_insert(FurnitureKind::Navigation);
            }
        }
        at += run + 1;
    }
}

/// The headline again, with other marks or followed by the name of the outlet.
fn repeated(lines: &[Line<'_>], kinds: &mut [Option<FurnitureKind>], title: Option<usize>) {
    let Some(title) = title.filter(|&title| lines[title].count >= 2) else { return };
    let headline = lines[title].folded.as_str();
    for (at, line) in lines.iter().enumerate() {
        if at != title && kinds[at].is_none() && is_repeat(line, headline) {
            kinds[at] = Some(FurnitureKind::RepeatedTitle);
        }
    }
}

fn is_repeat(line: &Line<'_>, headline: &str) -> bool {
    let Some(rest) = line.folded.strip_prefix(headline) else { return false };
    let tail = line.words.rsplit(['|', '–', '—', '-', '«']).next().map(fold).unwrap_or_default();
    rest.is_empty() || (rest.trim_start() == tail && tail.split(' ').count() <= 4 && !line.stop)
}

/// What follows a heading such as `Related articles` below the report: lines like headlines, until something else comes.
fn under_headings(
    lines: &[Line<'_>],
    kinds: &mut [Option<FurnitureKind>],
    title: Option<usize>,
    last: usize,
) {
    for at in last..lines.len() {
        if kinds[at] != Some(FurnitureKind::Related) || !heads_list(&lines[at]) {
            continue;
        }
        for next in at + 1..lines.len() {
            if Some(next) == title
                || kinds[next].is_some()
                || !like_headline(&lines[next])
                || lines[next].count < 3
            {
                break;
            }
            kinds[next] = Some(FurnitureKind::Related);
        }
    }
}

/// The line is a heading over links to other reports, and no such link itself.
fn heads_list(line: &Line<'_>) -> bool {
    let heading = |phrase: &&Phrase| phrase.kind == FurnitureKind::Related && line.folded == phrase.words;
    PHRASES.iter().any(|phrase| heading(&phrase))
        || (line.count <= 4 && line.opens("related"))
        || line.opens("more from")
}

/// A line that could be the headline of a report.
pub(crate) fn like_headline(line: &Line<'_>) -> bool {
    line.count >= 1 && line.count <= 30 && line.words.len() <= 300 && !line.stop
}

/// `Print` and `Email` beside a line of share buttons.
fn print_and_email(lines: &[Line<'_>], kinds: &mut [Option<FurnitureKind>]) {
    for at in 0..lines.len() {
        let beside = |at: Option<usize>| {
            at.and_then(|at| kinds.get(at)).is_some_and(|kind| *kind == Some(FurnitureKind::Share))
        };
        let near = beside(at.checked_sub(1)) || beside(Some(at + 1));
        let button = lines[at].count <= 2 && lines[at].tokens().all(is_share);
        if near && button && kinds[at].is_none() {
            kinds[at] = Some(FurnitureKind::Share);
        }
    }
}
