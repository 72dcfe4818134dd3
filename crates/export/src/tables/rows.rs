//! What stands in the columns of each table, one row a column.

use sayso_store::{Kept, KeptActor};
use sayso_wire::views::{contexts, day, id, intensity, quad};
use sayso_wire::{Event, Link, Participant, Place, Quantity, Span, Statement};

use super::column::Cells::{Day, Key, Real, Text, Texts, Truth, Whole, Wholes};
use super::column::{Columns, Words};
use crate::report::{Report, event_id, statement_id};

pub(super) use super::cited::{Cited, evidence};

/// An item with the report it stands in.
pub(super) struct Item<'r, T> {
    pub(super) report: &'r Report<'r>,
    pub(super) item: &'r T,
}

pub(super) fn articles<'r>() -> Columns<'r, Kept> {
    vec![
        ("article_id", Key(|it| it.key())),
        ("record_id", Key(|it| it.item.record.id.as_str().into())),
        ("uri", Text(|it| some(it.item.record.document.uri.as_ref()))),
        ("title", Text(|it| it.words(it.item.record.title))),
        ("byline", Text(|it| it.words(it.item.record.byline))),
        ("outlet", Text(|it| some(it.item.record.outlet.as_ref()))),
        ("published", Day(|it| it.item.record.published.as_deref())),
        ("language", Text(|it| some(it.item.record.language.as_ref()))),
        ("media_type", Key(|it| it.item.record.document.media_type.as_str().into())),
        ("sha256", Key(|it| it.item.record.document.sha256.as_str().into())),
        ("text_sha256", Key(|it| it.item.record.document.text_sha256.as_str().into())),
        ("copy_of", Text(|it| some(it.item.copy_of.as_ref()))),
        ("n_statements", Whole(|it| u32::try_from(it.item.record.statements.len()).ok())),
        ("n_events", Whole(|it| u32::try_from(it.item.record.events.len()).ok())),
        ("text", Key(|it| it.item.record.text.as_str().into())),
    ]
}

pub(super) fn statements<'r>() -> Columns<'r, Statement> {
    vec![
        ("statement_id", Key(|it| it.of_statement(it.item))),
        ("article_id", Key(|it| it.key())),
        ("record_id", Key(|it| it.item.id.as_str().into())),
        ("source_ids", Texts(|it| it.store_ids(&it.item.source))),
        ("source_names", Texts(|it| it.names(&it.item.source))),
        ("source_words", Text(|it| it.words(it.item.source_span))),
        ("cue", Text(|it| it.words(it.item.cue))),
        ("cue_start", Whole(|it| it.item.cue.map(|span| span.0))),
        ("cue_end", Whole(|it| it.item.cue.map(|span| span.1))),
        ("content", Text(|it| (!it.item.content.is_empty()).then(|| it.report.content(it.item).into()))),
        ("content_starts", Wholes(|it| it.item.content.iter().map(|span| span.0).collect())),
        ("content_ends", Wholes(|it| it.item.content.iter().map(|span| span.1).collect())),
        ("kind", Key(|it| it.item.kind.name().into())),
        ("stance", Key(|it| it.item.stance.name().into())),
        ("via_names", Texts(|it| it.item.via.iter().map(|via| some(Some(&via.name))).collect())),
        ("via_ids", Texts(|it| it.item.via.iter().map(|via| it.store_id(via.actor.as_deref()?)).collect())),
        ("within", Text(|it| it.statement(it.item.within.as_deref()))),
        ("to_ids", Texts(|it| it.store_ids(&it.item.to))),
        ("to_names", Texts(|it| it.names(&it.item.to))),
        ("time", Text(|it| some(it.item.time.as_ref()))),
        ("time_from", Day(|it| it.report.days(it.item.time.as_deref()).0)),
        ("time_to", Day(|it| it.report.days(it.item.time.as_deref()).1)),
        ("place_id", Text(|it| it.place(it.item.place.as_deref()))),
    ]
}

pub(super) fn events<'r>() -> Columns<'r, Event> {
    vec![
        ("event_id", Key(|it| it.of_event(it.item))),
        ("article_id", Key(|it| it.key())),
        ("record_id", Key(|it| it.item.id.as_str().into())),
        ("type", Key(|it| it.item.r#type.name().into())),
        ("mode", Text(|it| some(it.item.mode.as_ref()))),
        ("contexts", Texts(|it| contexts(it.item).into_iter().map(|name| Some(name.into())).collect())),
        ("quad", Key(|it| quad(it.item.r#type).into())),
        ("intensity", Real(|it| Some(intensity(it.item.r#type, it.item.mode.as_deref())))),
        ("status", Key(|it| it.item.status.name().into())),
        ("historical", Truth(|it| it.item.historical)),
        ("polarity", Key(|it| it.item.factuality.polarity.name().into())),
        ("certainty", Key(|it| it.item.factuality.certainty.name().into())),
        ("factuality_time", Key(|it| it.item.factuality.time.name().into())),
        ("conditional", Truth(|it| it.item.factuality.conditional)),
        ("status_cues", Texts(|it| it.item.status_cues.iter().map(|&span| it.words(Some(span))).collect())),
        ("trigger", Text(|it| it.words(Some(it.item.trigger)))),
        ("trigger_start", Whole(|it| Some(it.item.trigger.0))),
        ("trigger_end", Whole(|it| Some(it.item.trigger.1))),
        ("actor_ids", Texts(|it| it.side_ids(&it.item.actor))),
        ("actor_names", Texts(|it| it.side_names(&it.item.actor))),
        ("recipient_ids", Texts(|it| it.side_ids(&it.item.recipient))),
        ("recipient_names", Texts(|it| it.side_names(&it.item.recipient))),
        ("place_id", Text(|it| it.place(it.item.place.as_deref()))),
        ("date", Day(|it| day(it.item.time.as_deref()))),
        ("time", Text(|it| some(it.item.time.as_ref()))),
        ("time_from", Day(|it| it.report.days(it.item.time.as_deref()).0)),
        ("time_to", Day(|it| it.report.days(it.item.time.as_deref()).1)),
        ("quantity_ids", Texts(|it| it.quantities())),
        ("statement_id", Text(|it| it.statement(it.item.statement.as_deref()))),
        ("holders", Texts(|it| it.item.holder.iter().map(|name| some(Some(name))).collect())),
        ("sentence", Key(|it| it.report.look.quote(it.item).into())),
    ]
}

pub(super) fn actors<'r>() -> Columns<'r, KeptActor> {
    vec![
        ("actor_id", Key(|it| it.item.id.as_str().into())),
        ("name", Key(|it| it.item.name.as_str().into())),
        ("type", Key(|it| it.item.r#type.name().into())),
        ("country", Text(|it| some(it.item.country.as_ref()))),
        ("sector", Text(|it| it.item.sector.map(|sector| sector.name().into()))),
        ("role", Text(|it| some(it.item.role.as_ref()))),
    ]
}

pub(super) fn places<'r>() -> Columns<'r, Place> {
    vec![
        ("place_id", Key(|it| it.of_place(it.item))),
        ("article_id", Key(|it| it.key())),
        ("record_id", Key(|it| it.item.id.as_str().into())),
        ("words", Text(|it| it.words(Some(it.item.span)))),
        ("start", Whole(|it| Some(it.item.span.0))),
        ("end", Whole(|it| Some(it.item.span.1))),
        ("name", Key(|it| it.item.name.as_str().into())),
        ("geonameid", Whole(|it| it.item.geonameid)),
        ("lat", Real(|it| it.item.lat.map(|degrees| degrees.0))),
        ("lon", Real(|it| it.item.lon.map(|degrees| degrees.0))),
        ("country", Text(|it| some(it.item.country.as_ref()))),
        ("admin1", Text(|it| some(it.item.admin1.as_ref()))),
        ("feature", Text(|it| it.item.feature.map(|class| class.name().into()))),
        ("actor_id", Text(|it| it.store_id(it.item.actor.as_deref()?))),
    ]
}

pub(super) fn quantities<'r>() -> Columns<'r, Quantity> {
    vec![
        ("quantity_id", Key(|it| it.of_quantity(it.item))),
        ("article_id", Key(|it| it.key())),
        ("record_id", Key(|it| it.item.id.as_str().into())),
        ("words", Text(|it| it.words(Some(it.item.span)))),
        ("start", Whole(|it| Some(it.item.span.0))),
        ("end", Whole(|it| Some(it.item.span.1))),
        ("value", Real(|it| Some(it.item.value.0))),
        ("relation", Key(|it| it.item.relation.name().into())),
        ("unit", Text(|it| some(it.item.unit.as_ref()))),
        ("of", Text(|it| some(it.item.of.as_ref()))),
        ("of_start", Whole(|it| it.item.of_span.map(|span| span.0))),
        ("of_end", Whole(|it| it.item.of_span.map(|span| span.1))),
    ]
}

pub(super) fn links<'r>() -> Columns<'r, Link> {
    vec![
        ("article_id", Key(|it| it.key())),
        ("type", Key(|it| it.item.r#type.name().into())),
        ("from_statement_id", Text(|it| it.statement(Some(&it.item.from)))),
        ("to_statement_id", Text(|it| it.statement(it.item.to.as_deref()))),
        ("event_id", Text(|it| it.event(it.item.event.as_deref()?))),
    ]
}

fn some(words: Option<&String>) -> Option<Words<'_>> {
    words.map(|words| words.as_str().into())
}

impl<'r, T> Item<'r, T> {
    pub(super) fn key(&self) -> Words<'r> {
        self.report.kept.key.as_str().into()
    }

    pub(super) fn words(&self, span: Option<Span>) -> Option<Words<'r>> {
        span.map(|span| self.report.look.words(span).into())
    }

    /// The id in the store of an actor of the record.
    pub(super) fn store_id(&self, id: &str) -> Option<Words<'r>> {
        self.report.known(id).map(|actor| actor.id.as_str().into())
    }

    fn store_ids(&self, ids: &[String]) -> Vec<Option<Words<'r>>> {
        ids.iter().map(|id| self.store_id(id)).collect()
    }

    fn name(&self, id: &str) -> Option<Words<'r>> {
        self.report.look.actor_with(id).map(|actor| actor.name.as_str().into())
    }

    fn names(&self, ids: &[String]) -> Vec<Option<Words<'r>>> {
        ids.iter().map(|id| self.name(id)).collect()
    }

    fn side_ids(&self, side: &[Participant]) -> Vec<Option<Words<'r>>> {
        side.iter().map(|of| self.store_id(&of.id)).collect()
    }

    fn side_names(&self, side: &[Participant]) -> Vec<Option<Words<'r>>> {
        side.iter().map(|of| self.name(&of.id)).collect()
    }

    pub(super) fn of_event(&self, event: &Event) -> Words<'r> {
        self.report.own(&event_id(self.report.record, event)).into()
    }

    pub(super) fn of_statement(&self, statement: &Statement) -> Words<'r> {
        self.report.own(&statement_id(self.report.record, statement)).into()
    }

    pub(super) fn of_place(&self, place: &Place) -> Words<'r> {
        self.report.own(&id("pl", self.report.record, &[place.span], "place")).into()
    }

    pub(super) fn of_quantity(&self, quantity: &Quantity) -> Words<'r> {
        self.report.own(&id("qu", self.report.record, &[quantity.span], "quantity")).into()
    }

    /// From an id in the record to the one here.
    fn statement(&self, id: Option<&str>) -> Option<Words<'r>> {
        self.report.look.statement(id).map(|statement| self.of_statement(statement))
    }

    fn place(&self, id: Option<&str>) -> Option<Words<'r>> {
        self.report.look.place_with(id).map(|place| self.of_place(place))
    }

    fn event(&self, id: &str) -> Option<Words<'r>> {
        self.report.look.event(id).map(|event| self.of_event(event))
    }
}

impl<'r> Item<'r, Event> {
    fn quantities(&self) -> Vec<Option<Words<'r>>> {
        let quantity = |id: &String| self.report.look.quantity(id).map(|quantity| self.of_quantity(quantity));
        self.item.quantities.iter().map(quantity).collect()
    }
}
