//! One row an event, as spreadsheets and statistics read it: RFC 4180, UTF-8, one header.
//!
//! The first forty columns are those of POLECAT, under its names and in its order, so that what reads POLECAT reads this; ours follow.

mod cell;
mod row;

use self::cell::Cell;
use self::row::Row;
use super::coded::Coded;
use super::{Coding, Stored};
use crate::look::Look;
use crate::twin::Record;

/// The line with the names of the columns.
pub fn header(coding: Coding) -> String {
    names(columns(coding, false))
}

/// The same for records of a store: its columns come last.
pub fn stored_header(coding: Coding) -> String {
    names(columns(coding, true))
}

/// The events of a record, a row each; empty where it has none.
pub fn rows(record: &Record, coding: Coding) -> String {
    all(record, coding, None)
}

/// The events of a record of a store, a row each; empty where it has none.
pub fn stored_rows(record: &Record, coding: Coding, stored: &Stored<'_>) -> String {
    all(record, coding, Some(stored))
}

fn names<'c>(columns: impl Iterator<Item = &'c Column>) -> String {
    written([columns.map(|(name, _)| (*name).to_owned())])
}

fn all(record: &Record, coding: Coding, stored: Option<&Stored<'_>>) -> String {
    let look = Look::new(record);
    let story = row::Story::new(record);
    let events = Coded::all(&look, coding);
    written(events.iter().map(|coded| {
        let row = Row::new(&look, &story, coded, stored);
        columns(coding, stored.is_some()).map(move |(_, cell)| cell(&row).inert())
    }))
}

/// What stands in a column.
type Column = (&'static str, fn(&Row<'_>) -> Cell);

fn columns(coding: Coding, stored: bool) -> impl Iterator<Item = &'static Column> {
    let collapsed = (coding == Coding::Collapsed).then_some(COLLAPSED);
    let stored = stored.then_some(STORED).into_iter().flatten();
    POLECAT.iter().chain(OURS).chain(collapsed).chain(stored)
}

/// The columns of POLECAT.
const POLECAT: &[Column] = &[
    ("Event ID", |row| Cell::words(row.coded.id(row.look))),
    ("Event Date", |row| Cell::maybe(row.coded.day())),
    ("Event Type", |row| Cell::words(row.event.r#type.name())),
    ("Event Mode", |row| Cell::maybe(row.event.mode.as_deref())),
    ("Intensity", |row| row.intensity()),
    ("Quad Code", |row| row.quad()),
    ("Contexts", |row| Cell::list(row.coded.contexts())),
    ("Actor Name", |row| row.actor.names()),
    ("Actor Country", |row| row.actor.countries()),
    ("Actor COW", |row| row.actor.cow()),
    ("Primary Actor Sector", |row| row.actor.sectors()),
    ("Actor Sectors", |row| row.actor.sectors()),
    ("Actor Title", |row| row.actor.titles()),
    ("Actor Name Raw", |row| row.actor.raw(row.look)),
    ("Wikipedia Actor ID", |_| Cell::None),
    ("Recipient Name", |row| row.recipient.names()),
    ("Recipient Country", |row| row.recipient.countries()),
    ("Recipient COW", |row| row.recipient.cow()),
    ("Primary Recipient Sector", |row| row.recipient.sectors()),
    ("Recipient Sectors", |row| row.recipient.sectors()),
    ("Recipient Title", |row| row.recipient.titles()),
    ("Recipient Name Raw", |row| row.recipient.raw(row.look)),
    ("Wikipedia Recipient ID", |_| Cell::None),
    ("Placename", |row| Cell::maybe(row.place.map(|place| place.name.as_str()))),
    ("City", |row| row.city()),
    ("District", |_| Cell::None),
    ("Province", |row| Cell::maybe(row.place.and_then(|place| place.admin1.as_deref()))),
    ("Country", |row| Cell::maybe(row.place.and_then(|place| place.country.as_deref()))),
    ("Latitude", |row| Cell::number(row.place.and_then(|place| place.lat).map(|degrees| degrees.0))),
    ("Longitude", |row| Cell::number(row.place.and_then(|place| place.lon).map(|degrees| degrees.0))),
    ("GeoNames ID", |row| Cell::number(row.place.and_then(|place| place.geonameid))),
    ("Raw Placename", |row| Cell::maybe(row.place.map(|place| row.look.words(place.span)))),
    ("Feature Type", |row| Cell::maybe(row.place.and_then(|place| place.feature).map(|class| class.name()))),
    ("Source", |row| Cell::maybe(row.record().outlet.as_deref())),
    ("Publication Date", |row| Cell::maybe(row.record().published.as_deref())),
    ("Story People", |row| Cell::list(&row.story.people)),
    ("Story Organizations", |row| Cell::list(&row.story.organizations)),
    ("Story Locations", |row| Cell::list(&row.story.locations)),
    ("Language", |row| Cell::maybe(row.record().language.as_deref())),
    ("Version", |_| Cell::words(concat!("sayso ", env!("CARGO_PKG_VERSION")))),
];

/// What POLECAT has no column for.
const OURS: &[Column] = &[
    ("Report ID", |row| Cell::words(row.record().id.as_str())),
    ("URL", |row| Cell::maybe(row.record().document.uri.as_deref())),
    ("Link", |row| row.link()),
    ("Record Event ID", |row| Cell::words(row.event.id.as_str())),
    ("Status", |row| Cell::words(row.event.status.name())),
    ("Historical", |row| Cell::truth(row.event.historical)),
    ("Polarity", |row| Cell::words(row.event.factuality.polarity.name())),
    ("Certainty", |row| Cell::words(row.event.factuality.certainty.name())),
    ("Factuality Time", |row| Cell::words(row.event.factuality.time.name())),
    ("Conditional", |row| Cell::truth(row.event.factuality.conditional)),
    ("Status Cues", |row| Cell::list(row.event.status_cues.iter().map(|&cue| row.look.words(cue)))),
    ("Holders", |row| Cell::words(row.event.holder.join(" < "))),
    ("Statement ID", |row| Cell::maybe(row.event.statement.as_deref())),
    ("Stance", |row| row.stance()),
    ("Time", |row| Cell::maybe(row.event.time.as_deref())),
    ("Trigger", |row| Cell::words(row.look.words(row.event.trigger))),
    ("Trigger Start", |row| Cell::number(Some(row.event.trigger.0))),
    ("Trigger End", |row| Cell::number(Some(row.event.trigger.1))),
    ("Quote", |row| Cell::words(row.quote.as_str())),
    ("Quantities", |row| Cell::list(row.look.quantities(row.event))),
];

/// What the text says, where [`Coding::Collapsed`] says something else.
const COLLAPSED: &Column = &("Collapsed From", |row| Cell::list(&row.coded.from));

/// What the store knows beside the record.
const STORED: &[Column] = &[
    ("Report Key", |row| Cell::maybe(row.stored.map(|stored| stored.key))),
    ("Copy Of", |row| Cell::maybe(row.stored.and_then(|stored| stored.copy_of))),
    ("Actor IDs", |row| row.ids(&row.event.actor)),
    ("Recipient IDs", |row| row.ids(&row.event.recipient)),
];

fn written<I: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = I>) -> String {
    let terminator = ::csv::Terminator::CRLF;
    let mut writer = ::csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
    for row in rows {
        // A vector takes every write, and every row has as many fields as there are columns.
        writer.write_record(row.into_iter().collect::<Vec<_>>()).expect("a vector takes every row");
    }
    String::from_utf8(writer.into_inner().expect("a vector takes every row")).expect("cells are UTF-8")
}

#[cfg(test)]
mod tests {
    use super::{Coding, OURS, POLECAT, header};

    #[test]
    fn polecat_comes_first_and_the_collapse_last() {
        assert_eq!(POLECAT.len(), 40);
        let collapsed = header(Coding::Collapsed);
        assert_eq!(collapsed.trim_end().split(',').count(), 40 + OURS.len() + 1);
        assert!(collapsed.starts_with("Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,"));
        assert_eq!(header(Coding::AsTold).replace("\r\n", ",Collapsed From\r\n"), collapsed);
    }
}
