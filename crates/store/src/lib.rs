//! Records on disk: which reports do we have, and what do they say?
//!
//! One SQLite file, one writer and many readers. [`Writer`] adds records, each once; [`Store`] answers [`Query`]s. Stored records are whole, so
//! that they open with no model present.

mod answers;
mod query;

pub use answers::*;
pub use query::Query;
