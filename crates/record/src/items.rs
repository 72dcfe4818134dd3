//! The smaller items of a record: actors and their mentions, places, times, quantities, links, notes.

use jiff::civil::Date;
use sayso_text::{Body, Span};

use crate::{ActorId, EventId, StatementId};

/// Someone or something that speaks, acts or is acted upon.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// The fullest name in the text; words cut from it.
    pub name: Span<Body>,
    /// Person, organization, group or place.
    pub kind: ActorType,
    /// ISO 3166-1 alpha-3 code, where text and lexicon tell.
    pub country: Option<&'static str>,
    /// PLOVER sector.
    pub sector: Option<Sector>,
    /// Office or description given in the text ("Mayor").
    pub role: Option<Span<Body>>,
    /// Where it is mentioned, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// One mention of an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span<Body>,
    /// Name, noun or pronoun.
    pub form: Form,
}

/// How an actor is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// By name ("Halloran").
    Name,
    /// By a noun ("the ministry").
    Nominal,
    /// By a pronoun ("he").
    Pronoun,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorType {
    /// A human being.
    Person,
    /// A body with a name: state organ, company, outlet, armed group.
    Organization,
    /// People without a body ("two officials").
    Group,
    /// A country, region or town.
    Place,
}

/// Actor sectors of the PLOVER manual (table "Actor sectors").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sector {
    /// Business.
    Bus,
    /// Civilians.
    Cvl,
    /// Criminals.
    Crm,
    /// Government.
    Gov,
    /// Intergovernmental organisations.
    Igo,
    /// Courts.
    Jud,
    /// Labour.
    Lab,
    /// Legislature.
    Leg,
    /// Media.
    Med,
    /// Armed forces.
    Mil,
    /// Non-governmental organisations.
    Ngo,
    /// Opposition.
    Opp,
    /// Police and secret services.
    Cop,
    /// Rebels and armed groups.
    Reb,
    /// Religious bodies.
    Rel,
}

/// A place named in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The words.
    pub span: Span<Body>,
    /// What the gazetteer knows of it; `None` where the name is not resolved.
    pub known: Option<GeoNames>,
    /// The actor of the same name, where there is one.
    pub actor: Option<ActorId>,
}

/// A gazetteer entry.
#[derive(Debug, Clone, PartialEq)]
pub struct GeoNames {
    /// GeoNames id, where the gazetteer has one.
    pub geonameid: Option<u32>,
    /// Name in the gazetteer.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// First-level division.
    pub admin1: Option<String>,
    /// GeoNames feature class.
    pub feature: FeatureClass,
}

/// GeoNames feature classes that a report names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeatureClass {
    /// Populated place.
    P,
    /// Administrative area.
    A,
    /// Water.
    H,
    /// Mountain, island, cape.
    T,
    /// Region, park.
    L,
    /// Building, spot.
    S,
}

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// The words.
    pub span: Span<Body>,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value, no more precise than text and publication date support (`XXXX-09-11`).
    pub value: String,
    /// First day meant, where it is known.
    pub from: Option<Date>,
    /// Last day meant, where it is known.
    pub to: Option<Date>,
}

/// TIMEX3 types (ISO-TimeML).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimexType {
    /// A day or something coarser.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// A number of things.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The words, qualifier included ("more than 30,000").
    pub span: Span<Body>,
    /// The number.
    pub value: f64,
    /// How the true number relates to it.
    pub relation: Relation,
    /// Unit: ISO 4217 for money, UCUM for measures, `%`.
    pub unit: Option<&'static str>,
    /// The words that name what is counted.
    pub of: Option<Span<Body>>,
}

/// How the true number relates to the one given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is that number.
    Equal,
    /// It is larger.
    More,
    /// It is smaller.
    Less,
    /// It is at least that.
    AtLeast,
    /// It is at most that.
    AtMost,
    /// It is near that.
    About,
}

/// A relation between statements of one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What the first does to the second.
    pub kind: LinkType,
    /// The statement that denies, contradicts or repeats.
    pub from: StatementId,
    /// The statement meant.
    pub to: Option<StatementId>,
    /// The event meant.
    pub event: Option<EventId>,
}

/// What one statement does to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkType {
    /// Says that it is not so.
    Denies,
    /// Says something that cannot hold together with it.
    Contradicts,
    /// Says the same.
    Repeats,
}

/// A doubt of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub span: Option<Span<Body>>,
    /// The doubt, in words.
    pub text: String,
}
