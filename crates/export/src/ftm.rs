//! `FollowTheMoney` entities, one a line, for `OpenAleph` and what else reads that model (followthemoney 4.10 and later).
//!
//! The model has no field for whether an event happened. Its standing therefore stands first in the name of every event and in the role of
//! every link, the two things that are shown of them everywhere; the summary says on whose word, and cites the sentence.
//! Every id comes once: some loaders keep only the last of two. So actors, who gather names over many reports, come last.

mod codes;
mod entity;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use sayso_store::{Kept, KeptActor};
use sayso_wire::views::{day, id};
use sayso_wire::{ActorType, Event};

use crate::report::{About, Act, Report, event_id, is_web};
use crate::{Sink, tell};
use codes::{Countries, language};
use entity::Entity;

/// Entities being written.
#[derive(Default)]
pub(crate) struct Ftm {
    countries: Countries,
    /// Actors with their other names, in the order of their coming, by their ids in the store.
    actors: BTreeMap<Box<str>, (KeptActor, Vec<Box<str>>)>,
}

impl Sink for Ftm {
    fn report(&mut self, kept: &Kept, out: &mut dyn Write) -> io::Result<()> {
        let report = Report::new(kept);
        line(out, &article(&report))?;
        self.actors(&report, out)?;
        report.record.events.iter().try_for_each(|event| line(out, &self.event(&report, event)))?;
        report.acts().iter().try_for_each(|act| line(out, &link(&report, act)))?;
        report.abouts().iter().try_for_each(|about| line(out, &speech(&report, about)))
    }

    fn close(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let actors = std::mem::take(&mut self.actors);
        actors.values().try_for_each(|(actor, others)| line(out, &self.actor(actor, others)))
    }
}

fn line(out: &mut dyn Write, entity: &Entity) -> io::Result<()> {
    writeln!(out, "{}", serde_json::to_string(entity)?)
}

/// Ids begin with this, so that they meet no others of the same data set.
fn ours(id: &str) -> String {
    format!("sayso-{id}")
}

fn article(report: &Report<'_>) -> Entity {
    let (record, look) = (report.record, &report.look);
    let file = record.document.uri.as_deref().filter(|uri| !is_web(uri));
    let copy = report.kept.copy_of.as_deref().map(|key| format!("copies {}", ours(key)));
    Entity::new(ours(&report.kept.key), "Article")
        .line("title", record.title.map(|span| look.words(span)))
        .line("author", record.byline.map(|span| author(&look.words(span)).to_owned()))
        .line("publisher", record.outlet.as_deref())
        .set("publishedAt", record.published.as_deref())
        .set("language", record.language.as_deref().and_then(language))
        .text("bodyText", &record.text)
        .url("sourceUrl", report.url())
        .line("fileName", file)
        .set("mimeType", Some(record.document.media_type.as_str()))
        .set("encoding", Some(record.document.encoding.as_str()))
        .set("processingAgent", Some(concat!("sayso ", env!("CARGO_PKG_VERSION"))))
        .line("notes", copy)
}

/// "By Mara Holt" → "Mara Holt".
fn author(byline: &str) -> &str {
    match byline.split_at_checked(3) {
        Some((by, rest)) if by.eq_ignore_ascii_case("by ") => rest,
        _ => byline,
    }
}

impl Ftm {
    /// Mentions of a report's actors, and the actors kept for the end. People without a name count where they take part in something.
    fn actors(&mut self, report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
        let busy = busy(report);
        let mut here: BTreeMap<&str, (&KeptActor, BTreeSet<&str>)> = BTreeMap::new();
        for (actor, of) in report.kept.actors.iter().zip(&report.record.actors) {
            if actor.r#type != ActorType::Group || busy.contains(actor.id.as_str()) {
                let names = of.forms.iter().chain([&of.name]).map(String::as_str);
                here.entry(&actor.id).or_insert_with(|| (actor, BTreeSet::new())).1.extend(names);
            }
        }
        for (actor, names) in here.values() {
            line(out, &self.mention(report, actor, names))?;
            self.keep(actor, names);
        }
        Ok(())
    }

    fn keep(&mut self, actor: &KeptActor, names: &BTreeSet<&str>) {
        let key = actor.id.as_str().into();
        let (_, others) = self.actors.entry(key).or_insert_with(|| (actor.clone(), Vec::new()));
        for name in names.iter().filter(|name| **name != actor.name) {
            if !others.iter().any(|other| **other == **name) {
                others.push((*name).into());
            }
        }
    }

    fn mention(&self, report: &Report<'_>, actor: &KeptActor, names: &BTreeSet<&str>) -> Entity {
        Entity::new(ours(&report.own(&actor.id)), "Mention")
            .set("document", [ours(&report.kept.key)])
            .names("name", names)
            .set("resolved", [ours(&actor.id)])
            .set("detectedSchema", [self.countries.schema(actor)])
            .set("contextCountry", self.countries.code(actor.country.as_deref()))
    }

    fn actor(&self, actor: &KeptActor, others: &[Box<str>]) -> Entity {
        let schema = self.countries.schema(actor);
        let role = if schema == "Person" { "position" } else { "description" };
        Entity::new(ours(&actor.id), schema)
            .names("name", [&actor.name])
            .names("alias", others)
            .set("country", self.countries.code(actor.country.as_deref()))
            .line(role, actor.role.as_deref())
            .line("sector", actor.sector.map(|sector| sector.name()))
    }

    fn event(&self, report: &Report<'_>, event: &Event) -> Entity {
        let place = report.look.place(event);
        let sides = event.actor.iter().chain(&event.recipient).filter_map(|of| report.known(&of.id));
        let involved: Vec<_> = sides.map(|actor| ours(&actor.id)).collect();
        let entity = Entity::new(ours(&report.own(&event_id(report.record, event))), "Event")
            .names("name", [tell::claim(&report.look, event)])
            .set("keywords", [event.status.name(), event.r#type.name()])
            .names("location", place.map(|place| cut_address(&place.name)))
            .set("country", self.countries.code(place.and_then(|place| place.country.as_deref())))
            .set("involved", involved);
        told(entity, report, &event.id, event.time.as_deref()).text("summary", &summary(report, event))
    }
}

/// An address has 250 code points at most.
fn cut_address(name: &str) -> String {
    name.chars().take(250).collect()
}

/// Ids of those who take part in anything.
fn busy<'k>(report: &Report<'k>) -> BTreeSet<&'k str> {
    let acts = report.record.events.iter().flat_map(|event| event.actor.iter().chain(&event.recipient));
    let sources = report.record.statements.iter().flat_map(|statement| &statement.source);
    let abouts = report.abouts();
    let ids = acts.map(|of| &of.id).chain(sources);
    let known = ids.filter_map(|id| report.known(id)).map(|actor| actor.id.as_str());
    known.chain(abouts.iter().map(|about| about.to.id.as_str())).collect()
}

/// An event of one actor towards another.
fn link(report: &Report<'_>, act: &Act<'_>) -> Entity {
    let event = act.event;
    let code = format!("{}:{}:{}", event.r#type.name(), act.from.id, act.to.id);
    let entity =
        Entity::new(ours(&report.own(&id("li", report.record, &[event.trigger], &code))), "UnknownLink")
            .set("subject", [ours(&act.from.id)])
            .set("object", [ours(&act.to.id)])
            .line("role", Some(tell::role(event)))
            .set("status", [event.status.name()]);
    told(entity, report, &event.id, event.time.as_deref()).text("summary", &summary(report, event))
}

/// A statement of one actor about another.
fn speech(report: &Report<'_>, about: &About<'_>) -> Entity {
    let statement = about.statement;
    let spans: Vec<_> = statement.cue.iter().chain(&statement.content).copied().collect();
    let code = format!("about:{}:{}", about.from.id, about.to.id);
    let entity = Entity::new(ours(&report.own(&id("li", report.record, &spans, &code))), "UnknownLink")
        .set("subject", [ours(&about.from.id)])
        .set("object", [ours(&about.to.id)])
        .line("role", Some(tell::speaking(statement)))
        .set("status", [statement.stance.name()]);
    told(entity, report, &statement.id, statement.time.as_deref())
        .text("summary", &tell::said(&report.look, statement))
}

/// Where it is told and when it was. Days are those that the text tells, never that of publication.
fn told(entity: Entity, report: &Report<'_>, item: &str, time: Option<&str>) -> Entity {
    let (from, to) = report.days(time);
    let single = day(time).or_else(|| from.filter(|_| from == to));
    let (first, last) = if single.is_some() { (None, None) } else { (from, to) };
    entity
        .set("date", single)
        .set("startDate", first)
        .set("endDate", last)
        .set("recordId", [format!("{}#{item}", report.kept.key)])
        .set("proof", [ours(&report.kept.key)])
        .url("sourceUrl", report.url())
        .line("publisher", report.record.outlet.as_deref())
}

/// "hypothetical; on the word of Mara Holt; marked by “may”: “Karsk may …”".
fn summary(report: &Report<'_>, event: &Event) -> String {
    let grounds = tell::grounds(&report.look, event);
    format!("{}; {grounds}: {}", tell::standing(event), report.look.quote(event))
}
