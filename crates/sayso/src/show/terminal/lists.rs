//! What follows the statements: times, numbers, actors, furniture, notes.

use sayso_record::Furniture;

use super::Page;
use super::run::{Role, Run};
use super::sheet::Sheet;
use super::wrap::cells;
use crate::show::inert::{one_line, shortened};
use crate::show::signs::furniture_word;

/// The lists, each only where it holds something.
pub(super) fn lists(page: &Page<'_>, sheet: &mut Sheet) {
    table(sheet, "Times", &times(page));
    table(sheet, "Numbers", &numbers(page));
    table(sheet, "Actors", &actors(page));
    furniture(page, sheet);
    notes(page, sheet);
}

/// Two columns: what it is, and the words or details.
type Row = (String, String);

fn times(page: &Page<'_>) -> Vec<Row> {
    let times = page.view.record.times.iter();
    times.map(|time| (one_line(&time.value), page.view.quoted(time.span, page.signs))).collect()
}

fn numbers(page: &Page<'_>) -> Vec<Row> {
    let (view, signs) = (&page.view, page.signs);
    let numbers = view.record.quantities.iter();
    let row = |quantity: &sayso_record::Quantity| {
        let counted = format!("{}{}", signs.relation(quantity.relation), view.counted(quantity));
        (counted, view.quoted(quantity.span, signs))
    };
    numbers.map(row).collect()
}

fn actors(page: &Page<'_>) -> Vec<Row> {
    let row = |actor: &sayso_record::Actor| {
        let mut about = page.view.about(actor);
        let aliases = page.view.aliases(actor);
        if !aliases.is_empty() {
            about.push(format!("also {}", aliases.join(", ")));
        }
        (page.view.words(actor.name), page.dotted(&about))
    };
    page.view.record.actors.iter().map(row).collect()
}

/// Rows under a heading; the second column begins where the longest first one ends, or at half of the width.
fn table(sheet: &mut Sheet, heading: &str, rows: &[Row]) {
    let Some(longest) = rows.iter().map(|row| cells(&row.0)).max() else { return };
    let column = longest.min(sheet.width() / 2);
    sheet.heading(heading);
    for (first, second) in rows {
        let pad = "\u{a0}".repeat(column.saturating_sub(cells(first)) + 1);
        let runs = [Run::own(Role::Plain, &format!("{first}{pad} ")), Run::own(Role::Quiet, second)];
        sheet.block(0, 2, &runs);
    }
}

fn furniture(page: &Page<'_>, sheet: &mut Sheet) {
    let runs = page.view.furniture_runs();
    if runs.is_empty() {
        return;
    }
    sheet.heading("Set aside");
    for run in runs {
        let line = furniture_line(page, &run, sheet.width());
        sheet.block(0, 2, &[Run::own(Role::Quiet, &line)]);
    }
}

/// `– donation · 0 $ … 1,698 $`, in one line of the width.
fn furniture_line(page: &Page<'_>, run: &[Furniture], width: usize) -> String {
    let words = run.iter().map(|piece| page.view.words(piece.span)).collect::<Vec<_>>().join(" ");
    let kind = run.first().map_or("", |piece| furniture_word(piece.kind));
    let lead = format!("{}\u{a0}{kind}\u{a0}{} ", page.signs.furniture, page.signs.dot);
    let room = width.saturating_sub(cells(&lead)).max(8);
    // A wide character takes two cells for one character, so halve the room where there are any.
    let room = if cells(&words) > words.chars().count() { room / 2 } else { room };
    format!("{lead}{}", shortened(&words, room, page.signs.gap))
}

fn notes(page: &Page<'_>, sheet: &mut Sheet) {
    let notes = &page.view.record.notes;
    if notes.is_empty() {
        return;
    }
    sheet.heading("Doubts");
    for note in notes {
        let about =
            note.span.map(|span| format!("{}: ", page.view.quoted(span, page.signs))).unwrap_or_default();
        sheet.block(0, 2, &[Run::new(Role::Plain, &format!("{about}{}", note.text))]);
    }
}
