//! Reports against reports: which are copies, which actors are the same, which claims repeat, deny or contradict each other?
//!
//! Pure functions of strings and numbers; a store finds candidates by the keys and fingerprints made here, and asks here what they are to
//! each other. Definitions and thresholds, with what they rest on: `docs/links.md`.

pub mod actors;
pub mod claims;
pub mod copies;
mod country;
mod fold;
pub mod origins;
