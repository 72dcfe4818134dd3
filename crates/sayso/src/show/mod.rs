//! Two views of a record for people: what was said and done, on whose word, in one notation for [`terminal`] and [`page`].
//!
//! Both are pure: a record in, a string out. Nothing of the report reaches the reader raw: control characters, bidirectional overrides and
//! markup are shown as words. The notation is explained in `docs/notation.md`.

mod figures;
mod inert;
mod page;
mod places;
mod signs;
mod summary;
mod terminal;
mod view;

pub use page::page;
pub use places::places;
pub use terminal::{Options, answers, terminal};
