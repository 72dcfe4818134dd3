//! The record as JSON: what exactly goes over the wire, and does a record that came back still cite its text?
//!
//! [`encode`] turns the engine's record into its twin, written by hand so that the format changes only on purpose; [`to_json`] and
//! [`to_json_pretty`] write it; [`schema`] describes it; [`verify`] checks a record against its own text, with no engine and no model.
//! [`views`] tells a record's events to tools that exist, as rows and as features.
//! Spans count Unicode code points here, and bytes everywhere else; the conversion happens in [`encode`], once.

mod encode;
mod json;
mod look;
mod number;
mod schema;
mod terms;
mod twin;
mod verify;
pub mod views;

pub use encode::encode;
pub use json::{to_json, to_json_pretty};
pub use look::Look;
pub use number::Number;
pub use schema::schema;
pub use terms::{
    ActorType, Certainty, Context, EventType, FeatureClass, Form, FurnitureKind, LinkType, Polarity,
    Relation, Sector, Stance, StatementKind, Status, Tense, TimexType,
};
pub use twin::{
    Actor, Document, Event, Factuality, Furniture, Link, MapPiece, Mention, Note, Participant, Place,
    Quantity, Record, Relay, Span, Statement, Time, Version,
};
pub use verify::{Fault, verify, verify_record, verify_value};

/// Name and version of the format, the value of a record's `schema`.
pub const FORMAT: &str = "sayso-record/1";
