//! The record of a report: its statements and events, their actors, places, times and numbers, their sources and their standing.
//!
//! Data without behaviour. An [`Article`] is what `ingest` made of a document; a [`Record`] is what has been read out of it, and the only
//! way to one is [`RecordBuilder`], which takes [`Slice`](sayso_text::Slice)s of the article and so cannot be given an item that cites
//! nothing. The vocabulary is that of the field: source, cue, content (PARC, PolNeAR), PLOVER types, TIMEX3 values, factuality (FactBank).

mod article;
mod builder;
mod event;
mod ids;
mod items;
mod statement;

pub use article::{Article, Document, Furniture, FurnitureKind};
pub use builder::{
    NewActor, NewEvent, NewPlace, NewQuantity, NewRelay, NewStatement, NewTime, Record, RecordBuilder,
    Refused,
};
pub use event::{
    Certainty, Context, Event, EventType, Factuality, Marked, Participant, Polarity, Standing, Status, Tense,
};
pub use ids::{ActorId, EventId, PlaceId, QuantityId, StatementId, TimeId};
pub use items::{
    Actor, ActorType, FeatureClass, Form, GeoNames, Link, LinkType, Mention, Note, Place, Quantity, Relation,
    Sector, Time, TimexType,
};
pub use jiff::civil::Date;
pub use statement::{Relay, Stance, Statement, StatementKind};
