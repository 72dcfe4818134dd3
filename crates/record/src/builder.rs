//! The only way to a record: slices in, ids out.

use std::fmt;

use jiff::civil::Date;
use sayso_text::{Body, Slice, Span};

use crate::Article;
use crate::event::{Context, Event, EventType, Participant, Standing};
use crate::ids::{ActorId, EventId, PlaceId, QuantityId, StatementId, TimeId};
use crate::items::{
    Actor, ActorType, Form, GeoNames, Link, LinkType, Mention, Note, Place, Quantity, Relation, Sector, Time,
    TimexType,
};
use crate::statement::{Relay, Stance, Statement, StatementKind};

/// What has been read out of one report. It never changes.
#[derive(Debug, Clone)]
pub struct Record {
    /// The report itself.
    pub article: Article,
    /// Its sentences, in order.
    pub sentences: Vec<Span<Body>>,
    /// Its actors, in the order in which they were first mentioned.
    pub actors: Vec<Actor>,
    /// Its places.
    pub places: Vec<Place>,
    /// Its expressions of time.
    pub times: Vec<Time>,
    /// Its quantities.
    pub quantities: Vec<Quantity>,
    /// Its statements.
    pub statements: Vec<Statement>,
    /// Its events.
    pub events: Vec<Event>,
    /// Relations between its statements.
    pub links: Vec<Link>,
    /// Doubts.
    pub notes: Vec<Note>,
}

impl Record {
    /// The ids of its actors, in order.
    pub fn actor_ids(&self) -> impl Iterator<Item = ActorId> + use<> {
        (0..self.actors.len()).map(ActorId::at)
    }

    /// The ids of its times, in order.
    pub fn time_ids(&self) -> impl Iterator<Item = TimeId> + use<> {
        (0..self.times.len()).map(TimeId::at)
    }

    /// The ids of its places, in order.
    pub fn place_ids(&self) -> impl Iterator<Item = PlaceId> + use<> {
        (0..self.places.len()).map(PlaceId::at)
    }

    /// The ids of its quantities, in order.
    pub fn quantity_ids(&self) -> impl Iterator<Item = QuantityId> + use<> {
        (0..self.quantities.len()).map(QuantityId::at)
    }

    /// The ids of its statements, in order.
    pub fn statement_ids(&self) -> impl Iterator<Item = StatementId> + use<> {
        (0..self.statements.len()).map(StatementId::at)
    }

    /// The ids of its events, in order.
    pub fn event_ids(&self) -> impl Iterator<Item = EventId> + use<> {
        (0..self.events.len()).map(EventId::at)
    }
}

/// Collects the items of one record.
///
/// It takes slices of the article it was made for and refuses those of any other text; it mints the ids, and an item can only name ids that
/// exist already, so a chain of statements cannot loop.
#[derive(Debug)]
pub struct RecordBuilder<'t> {
    article: &'t Article,
    record: Record,
}

/// An actor to be added.
#[derive(Debug, Clone)]
pub struct NewActor<'t> {
    /// The fullest name in the text.
    pub name: Slice<'t, Body>,
    /// What it is.
    pub kind: ActorType,
    /// ISO 3166-1 alpha-3 code.
    pub country: Option<&'static str>,
    /// PLOVER sector.
    pub sector: Option<Sector>,
    /// Office or description given in the text.
    pub role: Option<Slice<'t, Body>>,
}

/// A place to be added.
#[derive(Debug, Clone)]
pub struct NewPlace<'t> {
    /// The words.
    pub span: Slice<'t, Body>,
    /// The gazetteer's entry.
    pub known: Option<GeoNames>,
    /// The actor of the same name.
    pub actor: Option<ActorId>,
}

/// A time to be added.
#[derive(Debug, Clone)]
pub struct NewTime<'t> {
    /// The words.
    pub span: Slice<'t, Body>,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value.
    pub value: String,
    /// First day meant.
    pub from: Option<Date>,
    /// Last day meant.
    pub to: Option<Date>,
}

/// A quantity to be added.
#[derive(Debug, Clone)]
pub struct NewQuantity<'t> {
    /// The words, qualifier included.
    pub span: Slice<'t, Body>,
    /// The number.
    pub value: f64,
    /// How the true number relates to it.
    pub relation: Relation,
    /// ISO 4217, UCUM or `%`.
    pub unit: Option<&'static str>,
    /// The words that name what is counted.
    pub of: Option<Slice<'t, Body>>,
}

/// A statement to be added.
#[derive(Debug, Clone)]
pub struct NewStatement<'t> {
    /// Who holds it.
    pub source: Vec<ActorId>,
    /// The words that name the source at the cue.
    pub source_span: Option<Slice<'t, Body>>,
    /// The reporting words.
    pub cue: Option<Slice<'t, Body>>,
    /// What is attributed.
    pub content: Vec<Slice<'t, Body>>,
    /// Quoted, paraphrased or both.
    pub kind: StatementKind,
    /// Whether the source vouches for it.
    pub stance: Stance,
    /// The relays, nearest to the source first.
    pub via: Vec<NewRelay<'t>>,
    /// The statement it stands in.
    pub within: Option<StatementId>,
    /// Whom it is addressed to.
    pub to: Vec<ActorId>,
    /// When it was said.
    pub time: Option<TimeId>,
    /// Where it was said.
    pub place: Option<PlaceId>,
}

/// A relay to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewRelay<'t> {
    /// The relaying actor, where it is resolved.
    pub actor: Option<ActorId>,
    /// The words that name it.
    pub span: Slice<'t, Body>,
}

/// An event to be added.
#[derive(Debug, Clone)]
pub struct NewEvent<'t> {
    /// The word that carries it.
    pub trigger: Slice<'t, Body>,
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<&'static str>,
    /// PLOVER contexts.
    pub contexts: Vec<Context>,
    /// Who did it, each with its words.
    pub actor: Vec<(ActorId, Slice<'t, Body>)>,
    /// To whom, each with its words.
    pub recipient: Vec<(ActorId, Slice<'t, Body>)>,
    /// Where.
    pub place: Option<PlaceId>,
    /// When.
    pub time: Option<TimeId>,
    /// Numbers that belong to it.
    pub quantities: Vec<QuantityId>,
    /// Whether it happened.
    pub standing: Standing<'t>,
    /// The statement it stands in.
    pub statement: Option<StatementId>,
}

/// Why the builder did not take an item. Always a mistake in the engine, never in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// A slice of another text.
    OtherText,
    /// A slice without a word.
    Empty,
    /// An id that this record has not minted.
    UnknownId,
    /// A statement with neither cue nor content.
    NoEvidence,
    /// A value that is not a number.
    NotANumber,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refused::OtherText => "the item cites another text",
            Refused::Empty => "the item cites no words",
            Refused::UnknownId => "the item names an id that does not exist yet",
            Refused::NoEvidence => "the statement has neither cue nor content",
            Refused::NotANumber => "the quantity is not a finite number",
        })
    }
}

impl std::error::Error for Refused {}

impl<'t> RecordBuilder<'t> {
    /// An empty record of `article`.
    pub fn new(article: &'t Article) -> Self {
        let record = Record {
            article: article.clone(),
            sentences: Vec::new(),
            actors: Vec::new(),
            places: Vec::new(),
            times: Vec::new(),
            quantities: Vec::new(),
            statements: Vec::new(),
            events: Vec::new(),
            links: Vec::new(),
            notes: article.doubts.iter().map(|doubt| Note { span: None, text: doubt.clone() }).collect(),
        };
        RecordBuilder { article, record }
    }

    /// The article it is about.
    pub fn article(&self) -> &'t Article {
        self.article
    }

    /// What has been collected so far, for later stages to read.
    pub fn so_far(&self) -> &Record {
        &self.record
    }

    /// The words at a span of this record.
    pub fn words(&self, span: Span<Body>) -> Slice<'t, Body> {
        self.article.text.slice(span)
    }

    /// Adds a sentence.
    ///
    /// # Errors
    /// [`Refused`] for an empty slice or one of another text; so for every method below.
    pub fn sentence(&mut self, slice: Slice<'t, Body>) -> Result<(), Refused> {
        let span = self.cite(slice)?;
        self.record.sentences.push(span);
        Ok(())
    }

    /// Adds an actor, without mentions yet.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence).
    pub fn actor(&mut self, new: NewActor<'t>) -> Result<ActorId, Refused> {
        let actor = Actor {
            name: self.cite(new.name)?,
            kind: new.kind,
            country: new.country,
            sector: new.sector,
            role: self.cite_option(new.role)?,
            mentions: Vec::new(),
        };
        Ok(ActorId::at(push(&mut self.record.actors, actor)))
    }

    /// Adds a mention of an actor; mentions are kept in the order of the text.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence), and for an unknown actor.
    pub fn mention(&mut self, actor: ActorId, slice: Slice<'t, Body>, form: Form) -> Result<(), Refused> {
        let span = self.cite(slice)?;
        let actor = self.record.actors.get_mut(actor.index()).ok_or(Refused::UnknownId)?;
        let at = actor.mentions.partition_point(|mention| mention.span < span);
        if actor.mentions.get(at).is_none_or(|mention| mention.span != span) {
            actor.mentions.insert(at, Mention { span, form });
        }
        Ok(())
    }

    /// Adds a place.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence), and for an unknown actor.
    pub fn place(&mut self, new: NewPlace<'t>) -> Result<PlaceId, Refused> {
        self.known_actors(new.actor.as_slice())?;
        let place = Place { span: self.cite(new.span)?, known: new.known, actor: new.actor };
        Ok(PlaceId::at(push(&mut self.record.places, place)))
    }

    /// Adds a time.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence).
    pub fn time(&mut self, new: NewTime<'t>) -> Result<TimeId, Refused> {
        let NewTime { span, kind, value, from, to } = new;
        let time = Time { span: self.cite(span)?, kind, value, from, to };
        Ok(TimeId::at(push(&mut self.record.times, time)))
    }

    /// Adds a quantity.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence), and for a value that is not finite.
    pub fn quantity(&mut self, new: NewQuantity<'t>) -> Result<QuantityId, Refused> {
        if !new.value.is_finite() {
            return Err(Refused::NotANumber);
        }
        let quantity = Quantity {
            span: self.cite(new.span)?,
            value: new.value,
            relation: new.relation,
            unit: new.unit,
            of: self.cite_option(new.of)?,
        };
        Ok(QuantityId::at(push(&mut self.record.quantities, quantity)))
    }

    /// Adds a statement.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence), for ids that do not exist, and for a statement without cue and content.
    pub fn statement(&mut self, new: NewStatement<'t>) -> Result<StatementId, Refused> {
        if new.cue.is_none() && new.content.is_empty() {
            return Err(Refused::NoEvidence);
        }
        self.known_actors(&new.source)?;
        self.known_actors(&new.to)?;
        self.known(new.within.map(StatementId::index), self.record.statements.len())?;
        self.known(new.time.map(TimeId::index), self.record.times.len())?;
        self.known(new.place.map(PlaceId::index), self.record.places.len())?;
        let statement = Statement {
            source: new.source,
            source_span: self.cite_option(new.source_span)?,
            cue: self.cite_option(new.cue)?,
            content: self.cite_all(&new.content)?,
            kind: new.kind,
            stance: new.stance,
            via: new.via.into_iter().map(|relay| self.relay(relay)).collect::<Result<_, _>>()?,
            within: new.within,
            to: new.to,
            time: new.time,
            place: new.place,
        };
        Ok(StatementId::at(push(&mut self.record.statements, statement)))
    }

    /// Adds an event.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence), and for ids that do not exist.
    pub fn event(&mut self, new: NewEvent<'t>) -> Result<EventId, Refused> {
        self.known(new.statement.map(StatementId::index), self.record.statements.len())?;
        self.known(new.time.map(TimeId::index), self.record.times.len())?;
        self.known(new.place.map(PlaceId::index), self.record.places.len())?;
        for quantity in &new.quantities {
            self.known(Some(quantity.index()), self.record.quantities.len())?;
        }
        let event = Event {
            trigger: self.cite(new.trigger)?,
            kind: new.kind,
            mode: new.mode,
            contexts: new.contexts,
            actor: self.participants(&new.actor)?,
            recipient: self.participants(&new.recipient)?,
            place: new.place,
            time: new.time,
            quantities: new.quantities,
            status: new.standing.status,
            historical: new.standing.historical,
            factuality: new.standing.factuality,
            status_cues: self.cite_all(&new.standing.cues)?,
            statement: new.statement,
        };
        Ok(EventId::at(push(&mut self.record.events, event)))
    }

    /// Adds a relation between statements.
    ///
    /// # Errors
    /// For ids that do not exist.
    pub fn link(
        &mut self,
        kind: LinkType,
        from: StatementId,
        to: Option<StatementId>,
        event: Option<EventId>,
    ) -> Result<(), Refused> {
        self.known(Some(from.index()), self.record.statements.len())?;
        self.known(to.map(StatementId::index), self.record.statements.len())?;
        self.known(event.map(EventId::index), self.record.events.len())?;
        self.record.links.push(Link { kind, from, to, event });
        Ok(())
    }

    /// Adds a doubt.
    ///
    /// # Errors
    /// As [`sentence`](Self::sentence).
    pub fn note(&mut self, about: Option<Slice<'t, Body>>, text: impl Into<String>) -> Result<(), Refused> {
        let span = self.cite_option(about)?;
        self.record.notes.push(Note { span, text: text.into() });
        Ok(())
    }

    /// The finished record.
    pub fn finish(self) -> Record {
        self.record
    }

    fn cite(&self, slice: Slice<'t, Body>) -> Result<Span<Body>, Refused> {
        if !slice.text().same(&self.article.text) {
            return Err(Refused::OtherText);
        }
        if slice.trim().is_empty() {
            return Err(Refused::Empty);
        }
        Ok(slice.span())
    }

    fn cite_option(&self, slice: Option<Slice<'t, Body>>) -> Result<Option<Span<Body>>, Refused> {
        slice.map(|slice| self.cite(slice)).transpose()
    }

    fn cite_all(&self, slices: &[Slice<'t, Body>]) -> Result<Vec<Span<Body>>, Refused> {
        slices.iter().map(|&slice| self.cite(slice)).collect()
    }

    fn relay(&self, relay: NewRelay<'t>) -> Result<Relay, Refused> {
        self.known_actors(relay.actor.as_slice())?;
        Ok(Relay { actor: relay.actor, span: self.cite(relay.span)? })
    }

    fn participants(&self, of: &[(ActorId, Slice<'t, Body>)]) -> Result<Vec<Participant>, Refused> {
        let participant = |&(id, slice): &(ActorId, Slice<'t, Body>)| {
            self.known_actors(&[id])?;
            Ok(Participant { id, span: self.cite(slice)? })
        };
        of.iter().map(participant).collect()
    }

    fn known_actors(&self, ids: &[ActorId]) -> Result<(), Refused> {
        ids.iter().try_for_each(|id| self.known(Some(id.index()), self.record.actors.len()))
    }

    fn known(&self, index: Option<usize>, minted: usize) -> Result<(), Refused> {
        if index.is_none_or(|index| index < minted) { Ok(()) } else { Err(Refused::UnknownId) }
    }
}

fn push<T>(list: &mut Vec<T>, item: T) -> usize {
    list.push(item);
    list.len() - 1
}
