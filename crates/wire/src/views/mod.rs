//! Views of a record for tools that exist: rows for spreadsheets and statistics, features for maps.
//!
//! Everything here is made from the record alone, so that a stored record can be written again without the engine; [`Stored`] adds what a
//! store knows beside it. [`Look`] and the ids are for other crates that make views. A view loses nothing that
//! it does not name as lost in `docs/formats.md`; a record that does not hold together (see [`crate::verify`]) gives poor views and no panic.

mod coded;
mod collapse;
mod cow;
pub mod csv;
pub mod geojson;
mod link;
mod scores;
mod stored;
mod tally;

pub use coded::{contexts, day, id};

pub use scores::{intensity, quad};
pub use stored::Stored;
pub use tally::Attacks;

/// How events are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// As the text tells them, each with its standing.
    AsTold,
    /// As PLOVER's manual would rather have them: what is announced is an agreement, what is threatened a threat.
    Collapsed,
}
