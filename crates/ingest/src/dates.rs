//! Days written out by people and by machines: `2019-09-12T08:00+02:00`, `Sept. 12, 2019`, `12. September 2019`, `/2019/09/12/`.

use crate::months::{AROUND, FILLERS, MONTHS, WEEKDAYS};
use sayso_record::Date;

/// The first day named in `words`, year and all.
pub(crate) fn find(words: &str) -> Option<Date> {
    let tokens = tokens(words);
    (0..tokens.len()).find_map(|at| day_at(&tokens[at..])).map(|(date, _)| date)
}

/// The day that a line names and besides which it says nothing (`Friday, August 21, 2015`, `Published: 3 May 2020, 14:05 GMT`).
pub(crate) fn line(words: &str) -> Option<Date> {
    if words.len() > 120 {
        return None;
    }
    let tokens = tokens(words);
    let (at, (date, used)) = (0..tokens.len()).find_map(|at| Some((at, day_at(&tokens[at..])?)))?;
    let alone = |token: &Token<'_>| match token.kind {
        Kind::Month(_) | Kind::Other => false,
        Kind::Number(number) => number < 60 || token.words.len() == 4,
        _ => true,
    };
    let rest = tokens[..at].iter().chain(&tokens[at + used..]);
    rest.clone().all(alone).then_some(date)
}

/// How much of a line is a date.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Share {
    /// It names a day: a number beside a month or a weekday, or three numbers that make a day.
    pub(crate) named: bool,
    /// Words of dates, of times of the day, and those that stand around them.
    pub(crate) of_date: usize,
    /// All words.
    pub(crate) words: usize,
}

/// How much of a line is a date, with or without its year.
pub(crate) fn share(words: &str) -> Share {
    let front = words.char_indices().nth(200).map_or(words, |(at, _)| &words[..at]);
    let tokens = tokens(front);
    let number = |token: &Token<'_>| matches!(token.kind, Kind::Number(_));
    let day = |token: &Token<'_>| matches!(token.kind, Kind::Month(_) | Kind::Weekday);
    let beside = tokens.windows(2).any(|pair| {
        pair[0].near_next && (number(&pair[0]) && day(&pair[1]) || day(&pair[0]) && number(&pair[1]))
    });
    let ordinal = tokens.windows(3).any(|all| number(&all[0]) && all[1].kind == Kind::Filler && day(&all[2]));
    Share {
        named: beside || ordinal || (0..tokens.len()).any(|at| day_at(&tokens[at..]).is_some()),
        of_date: tokens.iter().filter(|token| token.kind != Kind::Other).count(),
        words: tokens.len(),
    }
}

/// The day with which `words` open.
pub(crate) fn front(words: &str) -> Option<Date> {
    let front = words.char_indices().nth(40).map_or(words, |(at, _)| &words[..at]);
    day_at(&tokens(front)).map(|(date, _)| date)
}

/// The day with which `words` open, a weekday before it or not, and what follows it.
pub(crate) fn split(words: &str) -> Option<(Date, &str)> {
    let front = words.char_indices().nth(40).map_or(words, |(at, _)| &words[..at]);
    let tokens = tokens(front);
    let at = usize::from(tokens.first()?.kind == Kind::Weekday);
    let opens = words.starts_with(char::is_alphanumeric);
    let (day, used) = day_at(tokens.get(at..)?).filter(|_| opens)?;
    Some((day, &words[tokens.get(at + used - 1)?.end..]))
}

/// The day at the front of a machine's date: ISO 8601 (`2019-09-12T…`, `20190912`), local to whoever wrote it.
pub(crate) fn iso(words: &str) -> Option<Date> {
    let words = words.trim();
    let tokens = tokens(words);
    let (date, _) = tokens.first().filter(|first| first.words.len() >= 4).and_then(|_| day_at(&tokens))?;
    Some(date)
}

/// The day in the path of a URL.
pub(crate) fn in_url(url: &str) -> Option<Date> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let tokens = tokens(path);
    let whole = |at: usize| at == 0 || matches!(tokens[at - 1].gap_after, Some('/' | '-' | '_' | '.'));
    let dated = |at: usize| tokens[at].year().is_some() || tokens[at].words.len() == 8;
    (0..tokens.len())
        .filter(|&at| whole(at) && dated(at))
        .find_map(|at| day_at(&tokens[at..]))
        .map(|(date, _)| date)
}

/// A run of digits or of letters.
#[derive(Debug, Clone, Copy)]
struct Token<'w> {
    words: &'w str,
    /// Where it ends in the words that were cut into tokens, in bytes.
    end: usize,
    kind: Kind,
    /// What follows, where that is one mark or mark and space.
    gap_after: Option<char>,
    /// The next token stands so near that both can belong to one date.
    near_next: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number(u32),
    Month(i8),
    Filler,
    Weekday,
    Around,
    Other,
}

impl Token<'_> {
    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number(number) if digits.contains(&self.words.len()) => Some(number),
            _ => None,
        }
    }

    fn year(&self) -> Option<i16> {
        self.number(4..=4)
            .and_then(|year| i16::try_from(year).ok())
            .filter(|year| (1600..=2100).contains(year))
    }

    fn small(&self) -> Option<i8> {
        self.number(1..=2).and_then(|number| i8::try_from(number).ok())
    }

    fn month(&self) -> Option<i8> {
        match self.kind {
            Kind::Month(month) => Some(month),
            _ => None,
        }
    }
}

fn tokens(words: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let whole = words.len();
    let mut rest = words;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let digits = rest.starts_with(|c: char| c.is_ascii_digit());
        let cjk = rest.starts_with(['年', '月', '日']);
        let part = |c: char| {
            c.is_ascii_digit() == digits
                && c.is_alphanumeric()
                && (digits || cjk == matches!(c, '年' | '月' | '日'))
        };
        let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let gap = &after[..after.find(char::is_alphanumeric).unwrap_or(after.len())];
        tokens.push(Token {
            words: word,
            end: whole - after.len(),
            kind: kind(word),
            gap_after: gap.chars().next(),
            near_next: near(gap),
        });
        rest = after;
    }
    tokens
}

fn near(gap: &str) -> bool {
    gap.len() <= 4 && gap.chars().all(|c| c == ' ' || c == '\u{a0}' || ",.-/'’_–".contains(c))
}

fn kind(word: &str) -> Kind {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return if word.len() <= 8 { Kind::Number(word.parse().unwrap_or(0)) } else { Kind::Other };
    }
    let lower = word.to_lowercase();
    if let Some(&(_, month)) = MONTHS.iter().find(|(name, _)| *name == lower) {
        return Kind::Month(month);
    }
    let listed = |list: &[&str]| list.contains(&lower.as_str());
    match () {
        () if listed(WEEKDAYS) => Kind::Weekday,
        () if listed(FILLERS) => Kind::Filler,
        () if listed(AROUND) || lower == "t" => Kind::Around,
        () => Kind::Other,
    }
}

/// The day that begins with the first token, and how many tokens it takes.
fn day_at(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    if let Some(date) = tokens.first().and_then(compact) {
        return Some((date, 1));
    }
    let (parts, used) = three(tokens)?;
    let [a, b, c] = parts;
    let date = match (a.small(), a.month(), a.year()) {
        (Some(day), ..) if b.month().is_some() => day_of(year_of(c)?, b.month()?, day),
        (_, Some(month), _) => day_of(c.year()?, month, b.small()?),
        (.., Some(year)) => day_of(year, b.month().or(b.small())?, c.small()?),
        (Some(first), ..) if a.gap_after == b.gap_after && a.gap_after != Some(' ') => {
            numeric(first, b.small()?, c.year()?)
        }
        _ => None,
    }?;
    Some((date, used))
}

/// The year after day and month: `2019`, or `'19` short where a month is named before it.
fn year_of(token: Token<'_>) -> Option<i16> {
    token.year()
}

/// `20190912`.
fn compact(token: &Token<'_>) -> Option<Date> {
    let number = token.number(8..=8)?;
    let year = i16::try_from(number / 10_000).ok().filter(|year| (1980..=2100).contains(year))?;
    day_of(year, (number / 100 % 100) as i8, (number % 100) as i8)
}

/// Three tokens near each other, fillers aside; and how many tokens that takes with the fillers.
fn three<'w>(tokens: &[Token<'w>]) -> Option<([Token<'w>; 3], usize)> {
    let first = *tokens.first().filter(|token| matches!(token.kind, Kind::Number(_) | Kind::Month(_)))?;
    let mut parts = [first; 3];
    let mut found = 1;
    let mut before = first;
    for (at, &token) in tokens.iter().enumerate().skip(1).take(6) {
        if !before.near_next {
            return None;
        }
        before = token;
        if token.kind == Kind::Filler {
            continue;
        }
        parts[found] = token;
        found += 1;
        if found == 3 {
            return Some((parts, at + 1));
        }
    }
    None
}

fn day_of(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn numeric(first: i8, second: i8, year: i16) -> Option<Date> {
    let day_first = || day_of(year, second, first);
    let month_first = || day_of(year, first, second);
    day_first().or_else(month_first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(words: &str) -> String {
        find(words).map_or_else(|| "none".into(), |date| date.to_string())
    }

    #[test]
    fn days_in_many_hands() {
        for words in [
            "2019-09-12T08:00:00+02:00",
            "12 September 2019",
            "Sept. 12, 2019",
            "September 12th, 2019",
            "12. September 2019",
            "12 de septiembre de 2019",
            "12 septembre 2019",
            "Thursday, the 12th of September, 2019",
            "12.09.2019",
            "12/9/2019",
            "2019年9月12日",
            "20190912",
            "12-Sep-2019",
            "2019/09/12",
            "12 Eylül 2019",
            "12 сентября 2019 г.",
        ] {
            assert_eq!(written(words), "2019-09-12", "{words}");
        }
    }

    #[test]
    fn what_is_no_day() {
        for words in [
            "In May 2019 the talks",
            "September 11th",
            "1,698 $",
            "12 May",
            "version 12.9",
            "on 31 February 2019",
        ] {
            assert_eq!(written(words), "none", "{words}");
        }
    }

    #[test]
    fn a_date_line_says_nothing_else() {
        assert!(line("Friday, August 21, 2015").is_some());
        assert!(line("Published: 3 May 2020, 14:05 GMT").is_some());
        assert!(line("The treaty of 3 May 2020 was signed").is_none());
    }

    #[test]
    fn urls_hold_days() {
        let day = |url| in_url(url).map(|date| date.to_string());
        assert_eq!(day("https://example.org/world/2019/09/12/talks-fail").as_deref(), Some("2019-09-12"));
        assert_eq!(day("https://example.org/2019/sep/12/talks").as_deref(), Some("2019-09-12"));
        assert_eq!(day("https://example.org/talks-20190912.html").as_deref(), Some("2019-09-12"));
        assert_eq!(day("https://example.org/item/10190912"), None);
    }
}
