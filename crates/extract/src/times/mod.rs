//! Expressions of time: which words say when, and which time is it?
//!
//! [`times`] works in two steps. [`find`] looks at one sentence at a time and says what an expression *says* ([`meaning`]): a day without a
//! year, two days after something. [`resolve`] goes through the report from the top with the day of publication and the time last told of and
//! says what it *means*: a TIMEX3 value, with the first and last day where they are known. What neither the text nor the day of publication
//! supports stays open (`XXXX-09-11`).
//!
//! Values are those of TIMEX3 (ISO-TimeML; Pustejovsky et al. 2003), years before Christ as `BC0490`. Nothing here reads a clock.

mod anchored;
pub(crate) mod atoms;
mod calendar;
mod chronicle;
mod clock;
mod duration;
mod explicit;
mod find;
mod meaning;
pub(crate) mod numerals;
mod recurring;
mod relative;
mod resolve;
mod stamp;
mod tense;
mod year;

use sayso_lang::Reading;
use sayso_record::{Date, NewTime, RecordBuilder, Refused};
use sayso_text::{Body, Slice};

use self::anchored::Dated;
use self::atoms::Line;
use self::meaning::{Expression, Meaning};
use self::resolve::{Place, Resolver};
use self::stamp::{Piece, Stamp};

/// How many paragraphs from the top may hold the line with the date of the report.
const DATELINE_PARAGRAPHS: usize = 4;

/// An expression that begins after at most so many atoms opens its sentence.
const OPENING: usize = 3;

/// A sentence of at most so many atoms is as good as a heading.
const HEADING: usize = 10;

/// The longest paragraph, in atoms, that can be nothing but a dateline.
const DATELINE_ATOMS: usize = 12;

/// So many years and dates of long ago make a story of the past.
const CHRONICLE: usize = 5;

/// Adds every expression of time of a report to its record.
///
/// # Errors
/// [`Refused`] never, as all words are cut from the report's own text; the builder's answer is passed on.
pub fn times<'t>(reading: &Reading<'t>, record: &mut RecordBuilder<'t>) -> Result<(), Refused> {
    let lines: Vec<Line<'t>> = reading.sentences.iter().map(Line::new).collect();
    let found: Vec<Vec<Expression>> = lines.iter().map(find::expressions).collect();
    let published = reading.article.published.or_else(|| dateline(reading, &lines, &found));
    let mut resolver = Resolver::new(published, is_narrative(published, &lines, &found));
    let placed = placed(reading, &lines, &found);
    let choices = chronicle::choices(resolver, &placed);
    let mut dated = Dated::default();
    for (&(place, expression), chosen) in placed.iter().zip(choices) {
        let choice = chosen.unwrap_or_else(|| resolver.plain_choice(expression));
        let expression = dated.settled(&lines, &found, place, expression);
        let Some(span) = lines[place.sentence].slice(expression.atoms.clone()) else { continue };
        let resolved = resolver.resolve(place, &expression.meaning, choice);
        dated.add(place, resolved.stamp);
        let resolve::Resolved { kind, value, from, to, .. } = resolved;
        record.time(NewTime { span, kind, value, from, to })?;
    }
    Ok(())
}

/// The expressions with where they stand.
fn placed<'f>(
    reading: &Reading,
    lines: &[Line],
    found: &'f [Vec<Expression>],
) -> Vec<(Place, &'f Expression)> {
    let all = lines.iter().zip(found).enumerate();
    let placed = all.flat_map(|(index, (line, found))| {
        found.iter().filter_map(move |expression| {
            let span = line.slice(expression.atoms.clone())?;
            let place = Place {
                sentence: index,
                paragraph: reading.sentences[index].paragraph,
                opening: is_opening(line, expression),
                alone: expression.atoms.len() == line.len(),
                quoted: is_quoted(reading, span),
                future: tense::is_future(line, &expression.atoms),
            };
            Some((place, expression))
        })
    });
    placed.collect()
}

/// The day of the report from a line at its head that holds a full date and little else.
fn dateline(reading: &Reading, lines: &[Line], found: &[Vec<Expression>]) -> Option<Date> {
    let head = reading.paragraphs.iter().take(DATELINE_PARAGRAPHS);
    let short = head.filter(|paragraph| {
        lines[paragraph.sentences.clone()].iter().map(Line::len).sum::<usize>() <= DATELINE_ATOMS
    });
    let mut expressions = short.flat_map(|paragraph| &found[paragraph.sentences.clone()]).flatten();
    expressions.find_map(|expression| match expression.meaning {
        Meaning::Fixed(stamp) => stamp.date(),
        _ => None,
    })
}

/// A story of the past names days and years of long ago again and again, and hardly ever counts from the day it is told.
///
/// Three dates and twice as many as words like `yesterday` tell the two apart in the development halves of WikiWars and the sample reports.
/// A chronicle may keep its years to headings. There have to be [`CHRONICLE`] of them, and as news has years of the past behind it as well,
/// only those at the head of a sentence tell where anything is near the day of the report.
fn is_narrative(published: Option<Date>, lines: &[Line], found: &[Vec<Expression>]) -> bool {
    let old = |year: i16| published.is_none_or(|published| year < published.year() - 1);
    let (mut dated, mut years, mut inside, mut recent, mut counted) = (0, 0, 0, 0, 0);
    let all = lines.iter().zip(found).flat_map(|(line, found)| found.iter().map(move |one| (line, one)));
    for (line, expression) in all {
        match expression.meaning {
            Meaning::Fixed(Stamp { year: Some(..=-1), .. }) => dated += 1,
            Meaning::Fixed(Stamp { year: Some(year), piece }) if old(year) => match piece {
                Piece::Month(_) | Piece::Day(..) => dated += 1,
                _ if is_opening(line, expression) => years += 1,
                _ => inside += 1,
            },
            Meaning::Fixed(Stamp { year: Some(_), .. }) => recent += 1,
            Meaning::Away { anchor: meaning::Anchor::Now, .. } => counted += 1,
            Meaning::Named { piece: Piece::Weekday(_), .. } => counted += 1,
            _ => {}
        }
    }
    let now = 4 * counted + recent;
    let years = if now == 0 { dated + years + inside } else { dated + years };
    dated >= 3 && dated > 2 * counted || years >= CHRONICLE && years > now
}

/// The expression stands at the head of its sentence, or in one that is hardly longer.
fn is_opening(line: &Line, expression: &Expression) -> bool {
    expression.atoms.start <= OPENING || line.len() <= HEADING
}

/// The last quotation that opens before the words, or one it stands in, holds them.
fn is_quoted<'t>(reading: &Reading<'t>, span: Slice<'t, Body>) -> bool {
    let after =
        reading.quotations.partition_point(|quotation| quotation.slice.span().start() <= span.span().start());
    let mut at = after.checked_sub(1);
    while let Some(quotation) = at.and_then(|at| reading.quotations.get(at)) {
        if quotation.inner.holds(span) {
            return true;
        }
        at = quotation.inside;
    }
    false
}
