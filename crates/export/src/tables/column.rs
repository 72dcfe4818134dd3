//! A column: its name, its type, and how a row fills it. Types that do not fit cannot be written.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Int32Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use jiff::civil::{Date, date};

use super::rows::Item;

/// Words that a row borrows or makes.
pub(super) type Words<'r> = Cow<'r, str>;

/// The columns of a table.
pub(super) type Columns<'r, T> = Vec<(&'static str, Cells<'r, T>)>;

/// How the rows fill a column.
pub(super) enum Cells<'r, T> {
    /// Always there.
    Key(fn(&Item<'r, T>) -> Words<'r>),
    Text(fn(&Item<'r, T>) -> Option<Words<'r>>),
    /// Entries of lists of one table stand in the same order; one that is not known is null.
    Texts(fn(&Item<'r, T>) -> Vec<Option<Words<'r>>>),
    Whole(fn(&Item<'r, T>) -> Option<u32>),
    Wholes(fn(&Item<'r, T>) -> Vec<u32>),
    Real(fn(&Item<'r, T>) -> Option<f64>),
    Truth(fn(&Item<'r, T>) -> bool),
    /// ISO 8601; what is no whole day is null.
    Day(fn(&Item<'r, T>) -> Option<&'r str>),
}

pub(super) fn schema<T>(columns: &Columns<'_, T>) -> Schema {
    Schema::new(columns.iter().map(|(name, cells)| cells.field(name)).collect::<Vec<_>>())
}

pub(super) fn batch<'r, T>(
    columns: &Columns<'r, T>,
    rows: &[Item<'r, T>],
) -> Result<RecordBatch, ArrowError> {
    let arrays = columns.iter().map(|(_, cells)| cells.array(rows)).collect();
    RecordBatch::try_new(Arc::new(schema(columns)), arrays)
}

impl<'r, T> Cells<'r, T> {
    fn field(&self, name: &str) -> Field {
        let list = |kind, nullable| DataType::List(Arc::new(Field::new("item", kind, nullable)));
        match self {
            Cells::Key(_) => Field::new(name, DataType::Utf8, false),
            Cells::Text(_) => Field::new(name, DataType::Utf8, true),
            Cells::Texts(_) => Field::new(name, list(DataType::Utf8, true), false),
            Cells::Whole(_) => Field::new(name, DataType::Int32, true),
            Cells::Wholes(_) => Field::new(name, list(DataType::Int32, true), false),
            Cells::Real(_) => Field::new(name, DataType::Float64, true),
            Cells::Truth(_) => Field::new(name, DataType::Boolean, false),
            Cells::Day(_) => Field::new(name, DataType::Date32, true),
        }
    }

    fn array(&self, rows: &[Item<'r, T>]) -> ArrayRef {
        match self {
            Cells::Key(cell) => Arc::new(rows.iter().map(|row| Some(cell(row))).collect::<StringArray>()),
            Cells::Text(cell) => Arc::new(rows.iter().map(cell).collect::<StringArray>()),
            Cells::Texts(cell) => texts(rows.iter().map(cell)),
            Cells::Whole(cell) => wholes(rows.iter().map(cell)),
            Cells::Wholes(cell) => lists(rows.iter().map(cell)),
            Cells::Real(cell) => Arc::new(rows.iter().map(cell).collect::<Float64Array>()),
            Cells::Truth(cell) => Arc::new(rows.iter().map(|row| Some(cell(row))).collect::<BooleanArray>()),
            Cells::Day(cell) => dates(rows.iter().map(cell)),
        }
    }
}

fn texts<'r>(cells: impl Iterator<Item = Vec<Option<Words<'r>>>>) -> ArrayRef {
    let mut lists = ListBuilder::new(StringBuilder::new());
    cells.for_each(|entries| lists.append_value(entries));
    Arc::new(lists.finish())
}

fn wholes(cells: impl Iterator<Item = Option<u32>>) -> ArrayRef {
    let mut builder = Int32Builder::new();
    cells.for_each(|cell| builder.append_option(cell.map(signed)));
    Arc::new(builder.finish())
}

fn lists(cells: impl Iterator<Item = Vec<u32>>) -> ArrayRef {
    let mut lists = ListBuilder::new(Int32Builder::new());
    cells.for_each(|entries| lists.append_value(entries.into_iter().map(|entry| Some(signed(entry)))));
    Arc::new(lists.finish())
}

fn dates<'r>(cells: impl Iterator<Item = Option<&'r str>>) -> ArrayRef {
    let mut builder = Date32Builder::new();
    cells.for_each(|cell| builder.append_option(cell.and_then(days)));
    Arc::new(builder.finish())
}

/// Not every reader has numbers without a sign; a document is far too short for this to matter.
fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// Days since 1970, which is how Arrow counts them.
fn days(day: &str) -> Option<i32> {
    let day: Date = day.parse().ok()?;
    Some((day - date(1970, 1, 1)).get_days())
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("2031-06-02"), Some(22_432));
        assert_eq!(days("1969-12-31"), Some(-1));
        assert_eq!((days("2031-W06"), days("XXXX-06-02")), (None, None));
    }
}
