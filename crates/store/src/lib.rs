//! Records on disk: which reports do we have, and what do they say?
//!
//! One SQLite file, one writer and many readers. [`Writer`] adds records, each once; [`Store`] answers [`Query`]s. Stored records are whole, so
//! that they open with no model present.

mod answers;
mod cast;
mod check;
mod error;
mod family;
mod fold;
mod gather;
mod ids;
mod items;
mod memory;
mod names;
mod pack;
mod prepared;
mod query;
mod questions;
mod schema;
mod store;
mod tally;
mod writer;

pub use answers::*;
pub use check::{Checked, Fault};
pub use error::Error;
pub use ids::Key;
pub use prepared::Prepared;
pub use query::Query;
pub use store::Store;
pub use writer::{Added, Batch, Writer};
