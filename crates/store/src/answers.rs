//! What is answered: one struct an answer, with every item's address and words, the same for the command line, for HTTP and for the reader.
//!
//! A report's address is its key (16 hexadecimal digits); an item's is the key, `#` and the item's id in its record (`3fa9…#s12`).
//! Spans count code points of the report's text, as in `sayso-record/1`. Actors that are the same across reports have one id (`a12`) in the
//! whole store.

use sayso_wire::{
    ActorType, EventType, FeatureClass, LinkType, Relation, Sector, Span, Stance, StatementKind, Status,
};
use sayso_wire::{Number, Record};
use schemars::JsonSchema;
use serde::Serialize;

/// A report as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportLine {
    /// Its address in the store.
    pub key: String,
    /// The record's own id.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was fetched from.
    pub url: Option<String>,
    /// Day of publication; `null` where it is not known.
    pub published: Option<String>,
    /// Key of the earliest report that it copies, whole or in part; `null` where it is the earliest itself.
    pub copy_of: Option<String>,
    /// How many reports of the store copy it.
    pub copies: u32,
}

/// An actor as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActorLine {
    /// Id in the store (`a12`).
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub r#type: ActorType,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// PLOVER sector.
    pub sector: Option<Sector>,
    /// Office or description, as first told.
    pub role: Option<String>,
    /// Other names that reports use.
    pub aliases: Vec<String>,
    /// How many reports name it.
    pub reports: u32,
    /// How many statements it makes.
    pub statements: u32,
    /// How many events it takes part in.
    pub events: u32,
}

/// Someone named at an item: the name, and who it is in the store where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Name {
    /// The name in the record.
    pub name: String,
    /// Id in the store.
    pub id: Option<String>,
}

/// One thing found, with its words and where they stand.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Hit {
    /// The report it stands in.
    pub report: ReportLine,
    /// Id in its record (`s12`, `e4`); a passage has none.
    pub item: Option<String>,
    /// The words: a statement's content, else the sentence. One character for each of the text, white space as a space; ` … ` between parts.
    pub words: String,
    /// Where they stand.
    pub spans: Vec<Span>,
    /// What of them was asked for.
    pub found: Vec<Span>,
    /// What it is.
    #[serde(flatten)]
    pub what: What,
}

/// What a hit is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "what", rename_all = "lowercase")]
pub enum What {
    /// Something said.
    Statement(Said),
    /// Something done, or that may be.
    Event(Done),
    /// Words of the report that nobody is said to have said.
    Passage,
}

/// A statement of one record.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Said {
    /// Who says it; `[]` where the text does not tell.
    pub source: Vec<Name>,
    /// The words that name the source, where it is not resolved ("two officials").
    pub source_words: Option<String>,
    /// The reporting words.
    pub cue: Option<String>,
    /// Who relays it, nearest to the source first; the report's own outlet is not among them.
    pub via: Vec<Name>,
    /// Quoted, paraphrased or both.
    pub kind: StatementKind,
    /// Whether the source vouches for it.
    pub stance: Stance,
    /// When it was said, as TIMEX3.
    pub time: Option<String>,
    /// The numbers in it.
    pub quantities: Vec<Count>,
    /// The events in it.
    pub events: Vec<Deed>,
}

/// An event of one record.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Done {
    /// The event itself.
    #[serde(flatten)]
    pub deed: Deed,
    /// On whose word, innermost first; `[]` where the report tells it itself.
    pub holder: Vec<String>,
    /// Id of the statement it stands in.
    pub statement: Option<String>,
    /// Where.
    pub place: Option<PlaceName>,
    /// When, as TIMEX3.
    pub time: Option<String>,
    /// The numbers that belong to it.
    pub quantities: Vec<Count>,
    /// The words on which its standing rests ("would", "if", "denied").
    pub status_words: Vec<String>,
}

/// The core of an event.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Deed {
    /// Id in its record.
    pub event: String,
    /// PLOVER type.
    pub r#type: EventType,
    /// Whether it happened.
    pub status: Status,
    /// Told as background.
    pub historical: bool,
    /// The word that carries it.
    pub trigger: String,
    /// Who does it.
    pub actor: Vec<Name>,
    /// To whom.
    pub recipient: Vec<Name>,
}

/// A number that is given for something.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Count {
    /// The words ("more than 30,000").
    pub words: String,
    /// The number.
    pub value: Number,
    /// How the true number relates to it.
    pub relation: Relation,
    /// ISO 4217, UCUM or `%`.
    pub unit: Option<String>,
    /// What is counted.
    pub of: Option<String>,
}

/// A place as it is named, and which it is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlaceName {
    /// Name in the gazetteer, else the words.
    pub name: String,
    /// GeoNames id.
    pub geonameid: Option<u32>,
    /// Degrees north.
    pub lat: Option<Number>,
    /// Degrees east.
    pub lon: Option<Number>,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// GeoNames feature class.
    pub feature: Option<FeatureClass>,
}

/// A page of a search, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Found {
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// Where the next page begins, to be handed back as it is; `null` on the last.
    pub next: Option<String>,
}

/// Who said it first, on whose word, who repeats it, who denies it, and which numbers are given.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Trace {
    /// What was asked.
    pub asked: String,
    /// Everything that says it, the earliest first; reports without a day come last.
    pub sayings: Vec<Saying>,
    /// How many sayings there are in all, also those beyond the ones listed.
    pub total: u32,
    /// On whose say-so it rests: sayings grouped by independent origin, the earliest first.
    pub origins: Vec<Origin>,
    /// The numbers given for the same thing, the most often given first.
    pub numbers: Vec<Given>,
    /// What the sayings are to each other.
    pub relations: Vec<Between>,
}

/// One place where it is said.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Saying {
    /// The words and their place.
    #[serde(flatten)]
    pub hit: Hit,
    /// What part it plays.
    pub role: Role,
    /// Which of `origins` it belongs to.
    pub origin: u32,
}

/// What part a saying plays in a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The earliest known.
    First,
    /// Said by somebody else, on no earlier word.
    Independent,
    /// The same origin again, in other words.
    Repeat,
    /// In a copy of an earlier report.
    Copy,
    /// Denies it.
    Denial,
    /// Neither confirms nor denies it.
    Declined,
}

/// One origin: whoever it rests on, however many reports carry it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Origin {
    /// Whoever says it: a speaker; else the relay nearest to it; else the outlet; `null` where none is named.
    pub who: Option<Name>,
    /// Why these sayings count as one.
    pub reason: String,
    /// Indices into `sayings`.
    pub sayings: Vec<u32>,
    /// Through whom it reached the reports: different relays and outlets, in order.
    pub through: Vec<String>,
    /// How many of the reports are copies of others.
    pub copies: u32,
    /// Whether it denies what was asked.
    pub denies: bool,
}

/// A number that sayings give.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Given {
    /// The number, with the words of its first use.
    #[serde(flatten)]
    pub number: Count,
    /// Whether it is the number that was asked for.
    pub asked: bool,
    /// Indices into `sayings`.
    pub sayings: Vec<u32>,
}

/// A relation between two sayings, and why it is thought to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Between {
    /// Which relation.
    pub r#type: LinkType,
    /// Index of the later saying.
    pub from: u32,
    /// Index of the earlier saying.
    pub to: u32,
    /// The reason, for people ("30,000 soldiers against 12,000 soldiers").
    pub reason: String,
}

/// How many events of each standing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standings {
    /// What happened, as told.
    pub actual: u32,
    /// What did not.
    pub negated: u32,
    /// What may be.
    pub hypothetical: u32,
    /// What is to come.
    pub future: u32,
}

/// Events and statements over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Timeline {
    /// One entry a day with anything in it, in order.
    pub days: Vec<Day>,
    /// Events in reports of unknown day.
    pub undated: Standings,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Day {
    /// Day of publication.
    pub day: String,
    /// Events.
    pub events: Standings,
    /// Statements.
    pub statements: u32,
}

/// Events on the map.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Map {
    /// Places with coordinates, the one with most events first.
    pub places: Vec<Spot>,
    /// Events at a place that is named and not resolved.
    pub unresolved: Standings,
    /// Events without a place.
    pub unplaced: Standings,
}

/// A place with its events.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Spot {
    /// Which place.
    pub place: PlaceName,
    /// Its events.
    pub events: Standings,
}

/// Who speaks about and acts towards whom.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Network {
    /// The actors at either end, the busiest first.
    pub actors: Vec<ActorLine>,
    /// Who acts towards whom and who speaks about whom, the most frequent first.
    pub edges: Vec<Edge>,
}

/// One edge of the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Edge {
    /// Id of who speaks or acts.
    pub from: String,
    /// Id of who is spoken of or acted upon.
    pub to: String,
    /// PLOVER type of what is done; `null` for speaking about.
    pub r#type: Option<EventType>,
    /// Statements that speak about them; 0 for an edge of events.
    pub statements: u32,
    /// Events by standing; all 0 for an edge of statements.
    pub events: Standings,
}

/// All that the store knows of one actor.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActorPage {
    /// Who it is.
    pub actor: ActorLine,
    /// What it said, newest first; the first page.
    pub said: Found,
    /// What it did and what was done to it, newest first; the first page.
    pub done: Found,
    /// Over time.
    pub timeline: Timeline,
    /// Whom it speaks about and acts towards, and who about and towards it.
    pub network: Network,
}

/// What the store holds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Stats {
    /// Reports.
    pub reports: u32,
    /// Reports that are no copies of others.
    pub origins: u32,
    /// Inputs that could not be read.
    pub failures: u32,
    /// Earliest and latest day of publication.
    pub days: Option<(String, String)>,
    /// Statements.
    pub statements: u32,
    /// Events in all.
    pub events: Standings,
    /// Events by PLOVER type, the most frequent first: what happened against what was only said.
    pub types: Vec<TypeCount>,
    /// Who speaks most.
    pub speakers: Vec<ActorLine>,
    /// Outlets by reports.
    pub outlets: Vec<OutletCount>,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// Events of one type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TypeCount {
    /// PLOVER type.
    pub r#type: EventType,
    /// By standing.
    pub events: Standings,
}

/// Reports of one outlet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OutletCount {
    /// Its name; `null` where the report does not tell.
    pub outlet: Option<String>,
    /// Its reports.
    pub reports: u32,
    /// Those of them that copy another outlet's.
    pub copies: u32,
}

/// One report whole.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReportPage {
    /// Its line.
    pub report: ReportLine,
    /// Reports that copy it or that it copies, the earliest first.
    pub family: Vec<ReportLine>,
    /// The ids in the store of the record's actors, in their order.
    pub actors: Vec<String>,
    /// The record.
    pub record: Record,
}

/// A stored record, with what the store adds: what exports are made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The report's key.
    pub key: String,
    /// Key of the report that it copies.
    pub copy_of: Option<String>,
    /// The record.
    pub record: Record,
    /// The actors of the store that the record's actors are, in their order.
    pub actors: Vec<KeptActor>,
}

/// An actor of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptActor {
    /// Id in the store (`a12`).
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub r#type: ActorType,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// PLOVER sector.
    pub sector: Option<Sector>,
    /// Office or description.
    pub role: Option<String>,
}
