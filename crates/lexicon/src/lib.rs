//! The gazetteer: which places bear this name, and where are they?
//!
//! [`Gazetteer`] opens a packed file in place, without unpacking it; [`pack()`] makes one from [`Row`]s. No data is inside this crate: the
//! leaf embeds a packed file, or the user names one. [`dump`] reads what GeoNames offers for download.

pub mod dump;
mod file;
mod gazetteer;
mod key;
mod pack;

pub use file::{GazetteerError, Kind};
pub use gazetteer::{Entry, Gazetteer, Place, Sense};
pub use key::key;
pub use pack::{Bearing, Row, TooLarge, pack};
