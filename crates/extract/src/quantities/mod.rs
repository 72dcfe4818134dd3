//! Quantities: how many of what, and how surely?
//!
//! [`amount`] reads a number in digits or words with its unit, [`relation`] the words around it that make it a bound or an estimate
//! (`more than`, `exceeded`, `some`), [`counted`] the words that name what is counted, and [`barred`] knows the numbers that count nothing:
//! years, ages, articles of a law, aircraft. Shares are values between 0 and 1 (`five percent` is 0.05, `nearly half` about 0.5), a range is
//! its lower end with `>=`, and round words count at least what they say (`dozens` are 12 or more, `tens of thousands` 10,000).

mod amount;
mod barred;
mod counted;
mod ellipsis;
mod relation;
mod units;

use std::ops::Range;

use sayso_lang::Reading;
use sayso_record::{NewQuantity, RecordBuilder, Refused, Relation};
use sayso_text::{Body, Slice, Span};

use crate::times::atoms::Line;

/// A quantity in one sentence.
struct Quantity {
    /// Its atoms, qualifier and unit included.
    atoms: Range<usize>,
    value: f64,
    relation: Relation,
    unit: Option<&'static str>,
    /// The atoms that name what is counted.
    of: Option<Range<usize>>,
}

/// Adds every quantity of a report to its record. Times must have been added before: what one of them covers counts nothing.
///
/// # Errors
/// [`Refused`] never, as all words are cut from the report's own text; the builder's answer is passed on.
pub fn quantities<'t>(reading: &Reading<'t>, record: &mut RecordBuilder<'t>) -> Result<(), Refused> {
    let mut times: Vec<Span<Body>> = record.so_far().times.iter().map(|time| time.span).collect();
    times.sort();
    for sentence in &reading.sentences {
        let line = Line::new(sentence);
        let mut at = 0;
        let mut before = None;
        while at < line.len() {
            at = match look(&line, at, &times, before.as_ref()) {
                Look::Found(quantity) => {
                    let end = quantity.atoms.end;
                    add(&line, &quantity, record)?;
                    before = Some(quantity);
                    end
                }
                Look::Barred(end) => end,
                Look::Nothing => at + 1,
            };
        }
    }
    Ok(())
}

/// What a look at one atom shows.
enum Look {
    Found(Quantity),
    /// A number that counts nothing, and the atom after it.
    Barred(usize),
    Nothing,
}

/// Looks for a qualifier and a number, or a number, from atom `at` on.
fn look(line: &Line, at: usize, times: &[Span<Body>], before: Option<&Quantity>) -> Look {
    let (start, relation) = relation::before(line, at).unwrap_or((at, None));
    let Some(found) = amount::amount(line, start) else { return Look::Nothing };
    // "handed over millions": the particle of a verb, as round words take no bound above.
    let particle = found.form == amount::Form::Round && relation == Some(Relation::More);
    let free = line.slice(at..found.end).is_some_and(|slice| is_free(slice, times));
    if !free || particle {
        return Look::Nothing;
    }
    if barred::is_barred(line, at, start, &found) {
        return if start == at { Look::Barred(found.end) } else { Look::Nothing };
    }
    let (end, after) = relation::after(line, found.end);
    let relation = relation.or(after).unwrap_or(found.relation);
    let bare = found.unit.is_none() && found.form == amount::Form::Plain;
    let of = counted::counted(line, at, end, &found)
        .or_else(|| before.filter(|_| bare).and_then(|before| ellipsis::counted(line, before, at, end)));
    Look::Found(Quantity { atoms: at..end, value: found.value, relation, unit: found.unit, of })
}

/// Adds a quantity.
fn add<'t>(line: &Line<'t>, quantity: &Quantity, record: &mut RecordBuilder<'t>) -> Result<(), Refused> {
    let Some(span) = line.slice(quantity.atoms.clone()) else { return Ok(()) };
    let of = quantity.of.clone().and_then(|of| line.slice(of));
    let &Quantity { value, relation, unit, .. } = quantity;
    record.quantity(NewQuantity { span, value, relation, unit, of })?;
    Ok(())
}

/// No time covers any of it.
fn is_free(slice: Slice<'_, Body>, times: &[Span<Body>]) -> bool {
    let span = slice.span();
    let next = times.partition_point(|time| time.end() <= span.start());
    times.get(next).is_none_or(|time| !time.overlaps(span))
}
