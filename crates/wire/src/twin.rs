//! The shape of `sayso-record/1`: one struct an object, fields in the order in which they are written.
//!
//! Every key is always present; what is not known is `null`, and a list without entries is `[]`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::number::Number;
use crate::terms::{
    ActorType, Certainty, Context, EventType, FeatureClass, Form, FurnitureKind, LinkType, Polarity,
    Relation, Sector, Stance, StatementKind, Status, Tense, TimexType,
};

/// What has been read out of one report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "sayso-record/1")]
pub struct Record {
    /// Name and version of this format.
    pub schema: Version,
    /// The input's own id, else the document's SHA-256.
    pub id: String,
    /// The document the record was read from.
    pub document: Document,
    /// The readable text that every span counts in. For plain text the decoded input, character for character.
    pub text: String,
    /// The headline.
    pub title: Option<Span>,
    /// The line that names the author.
    pub byline: Option<Span>,
    /// Name of the outlet, from the page's metadata.
    pub outlet: Option<String>,
    /// Day of publication, local to the outlet (`2018-09-12`).
    #[schemars(extend("format" = "date"))]
    pub published: Option<String>,
    /// BCP 47 code of the language (`en`).
    pub language: Option<String>,
    /// From `text` to the bytes of the page, in the order of `text`; `null` for plain text. White space added between pieces has no entry.
    pub page_map: Option<Vec<MapPiece>>,
    /// The paragraphs of the report proper, in order.
    pub body: Vec<Span>,
    /// What stands on the page but is not the report, in order.
    pub furniture: Vec<Furniture>,
    /// The sentences of the report.
    pub sentences: Vec<Span>,
    /// Who speaks, acts or is acted upon, in the order of first mention.
    pub actors: Vec<Actor>,
    /// Places that the text names.
    pub places: Vec<Place>,
    /// Expressions of time.
    pub times: Vec<Time>,
    /// Numbers of things.
    pub quantities: Vec<Quantity>,
    /// Attributions: who said what, through whom.
    pub statements: Vec<Statement>,
    /// Who did what to whom, and whether it happened.
    pub events: Vec<Event>,
    /// Relations between statements.
    pub links: Vec<Link>,
    /// Doubts of the reader.
    pub notes: Vec<Note>,
}

/// Name and version of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Version {
    /// The first version.
    #[serde(rename = "sayso-record/1")]
    V1,
}

/// Half-open range of `text`, counted in Unicode code points (the unit of strings in Python and of W3C Web Annotation).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Span(pub u32, pub u32);

/// `[start, end, from, to]`: code points `start..end` of `text` were made from bytes `from..to` of the document (after decompression).
/// Where the words take `to - from` bytes in UTF-8 they were copied and map byte by byte; elsewhere they were decoded (`&amp;`) and map whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MapPiece(pub u32, pub u32, pub u32, pub u32);

/// The document a record was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Its URL, else its path as given.
    pub uri: Option<String>,
    /// `text/plain` or `text/html`.
    pub media_type: String,
    /// Encoding it was decoded from (WHATWG name).
    pub encoding: String,
    /// SHA-256 of its bytes after decompression, lower-case hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// How many bytes, after decompression.
    pub bytes: u64,
    /// SHA-256 of the record's `text` in UTF-8. `sha256` cannot show an edited text where the document was a page or not in UTF-8; this does.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub text_sha256: String,
}

/// A run of text that is not the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: FurnitureKind,
}

/// Someone or something that speaks, acts or is acted upon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// `a1`, `a2`, ….
    pub id: String,
    /// The fullest name in the text, line breaks in it written as a space.
    pub name: String,
    /// What it is.
    pub r#type: ActorType,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// PLOVER sector.
    pub sector: Option<Sector>,
    /// Office or description given in the text ("Mayor").
    pub role: Option<String>,
    /// The different names it is mentioned by, in the order of the text.
    pub forms: Vec<String>,
    /// Where it is mentioned, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// One mention of an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// Name, noun or pronoun.
    pub form: Form,
}

/// A place that the text names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// `p1`, `p2`, ….
    pub id: String,
    /// The words.
    pub span: Span,
    /// Name in the gazetteer, else the words.
    pub name: String,
    /// GeoNames id, where the name is resolved and the gazetteer has its id.
    pub geonameid: Option<u32>,
    /// Degrees north.
    pub lat: Option<Number>,
    /// Degrees east.
    pub lon: Option<Number>,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// First-level division.
    pub admin1: Option<String>,
    /// GeoNames feature class.
    pub feature: Option<FeatureClass>,
    /// Id of the actor of the same name.
    pub actor: Option<String>,
}

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Time {
    /// `t1`, `t2`, ….
    pub id: String,
    /// The words.
    pub span: Span,
    /// TIMEX3 type.
    pub r#type: TimexType,
    /// TIMEX3 value, no more precise than the text and the day of publication support (`XXXX-09-11`).
    pub value: String,
    /// First day meant.
    #[schemars(extend("format" = "date"))]
    pub from: Option<String>,
    /// Last day meant.
    #[schemars(extend("format" = "date"))]
    pub to: Option<String>,
}

/// A number of things.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// `q1`, `q2`, ….
    pub id: String,
    /// The words, qualifier included ("more than 30,000").
    pub span: Span,
    /// The number.
    pub value: Number,
    /// How the true number relates to it.
    pub relation: Relation,
    /// ISO 4217 for money, UCUM for measures, `%`.
    pub unit: Option<String>,
    /// What is counted ("sailors").
    pub of: Option<String>,
    /// The words that name what is counted.
    pub of_span: Option<Span>,
}

/// One attribution to a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// `s1`, `s2`, ….
    pub id: String,
    /// Ids of the actors who hold it; `[]` where the text does not tell.
    pub source: Vec<String>,
    /// The words that name the source at the cue.
    pub source_span: Option<Span>,
    /// The reporting words ("said", "according to").
    pub cue: Option<Span>,
    /// What is attributed; quotation marks belong to it.
    pub content: Vec<Span>,
    /// Quoted, paraphrased or both.
    pub kind: StatementKind,
    /// Whether the source vouches for it.
    pub stance: Stance,
    /// Who relays it to the page, nearest to the source first; never the outlet of the page itself.
    pub via: Vec<Relay>,
    /// Id of the statement whose content this one stands in; always an earlier one.
    pub within: Option<String>,
    /// Ids of the actors it is addressed to.
    pub to: Vec<String>,
    /// When it was said: a TIMEX3 value out of `times`.
    pub time: Option<String>,
    /// Where it was said: id of a place.
    pub place: Option<String>,
}

/// One step from the source to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Relay {
    /// Id of the relaying actor, where it is resolved.
    pub actor: Option<String>,
    /// Its name without a leading "the", else the words.
    pub name: String,
    /// The words that name it.
    pub span: Span,
}

/// Who did what to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// `e1`, `e2`, ….
    pub id: String,
    /// The word that carries it.
    pub trigger: Span,
    /// PLOVER type.
    pub r#type: EventType,
    /// PLOVER mode ("aerial"), where the text tells.
    pub mode: Option<String>,
    /// PLOVER contexts.
    pub contexts: Vec<Context>,
    /// Who did it.
    pub actor: Vec<Participant>,
    /// To whom it was done.
    pub recipient: Vec<Participant>,
    /// Id of the place.
    pub place: Option<String>,
    /// When: a TIMEX3 value out of `times`.
    pub time: Option<String>,
    /// Ids of the quantities that belong to it.
    pub quantities: Vec<String>,
    /// Whether it happened, as its innermost holder presents it.
    pub status: Status,
    /// Told as background: it lies a year or more back.
    pub historical: bool,
    /// The finer reading behind the status.
    pub factuality: Factuality,
    /// What in the text says that it is not simply so; empty for `actual` alone.
    pub status_cues: Vec<Span>,
    /// Id of the statement it stands in; `null` where the page itself asserts it.
    pub statement: Option<String>,
    /// On whose word, nearest first: the sources of its statement, their relays, then those of the statements around it.
    pub holder: Vec<String>,
}

/// An actor in an event, and the words that put it there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Participant {
    /// Id of the actor.
    pub id: String,
    /// The words.
    pub span: Span,
}

/// The finer reading behind a status, in FactBank's terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Factuality {
    /// Is so, or is not so.
    pub polarity: Polarity,
    /// How sure the holder is.
    pub certainty: Certainty,
    /// When, as seen from the report.
    pub time: Tense,
    /// Depends on a condition.
    pub conditional: bool,
}

/// A relation between statements of one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// What the first does to the second.
    pub r#type: LinkType,
    /// Id of the statement that denies, contradicts or repeats.
    pub from: String,
    /// Id of the statement meant.
    pub to: Option<String>,
    /// Id of the event meant.
    pub event: Option<String>,
}

/// A doubt of the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// What it is about.
    pub span: Option<Span>,
    /// The doubt, in words.
    pub text: String,
}
