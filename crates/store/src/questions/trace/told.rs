//! An item as a claim that is compared, and as a saying that has an origin.

use sayso_link::actors::Kind;
use sayso_link::claims::{Claim, Number, Relation, Stance};
use sayso_link::origins::{Saying, Voice};
use sayso_wire::{self as wire, ActorType, LinkType, Record, Span};

use crate::answers::{Count, Hit, Name, Said, What};
use crate::ids::{ItemId, Sort};
use crate::questions::found::Open;

/// One place where it is told.
pub(super) struct Told {
    pub(super) item: ItemId,
    pub(super) hit: Hit,
    pub(super) claim: Claim,
    pub(super) saying: Saying,
    /// The item that its report says it answers.
    pub(super) answers: Option<ItemId>,
    /// Statements that it stands in.
    pub(super) around: Vec<ItemId>,
    numbers: Vec<Count>,
}

impl Told {
    pub(super) fn new(open: &Open, item: ItemId, hit: Hit) -> Told {
        let numbers = numbers(open, &hit);
        Told {
            item,
            claim: claim(open, &hit, &numbers),
            saying: saying(open, &hit),
            answers: None,
            around: around(open, item),
            numbers,
            hit,
        }
    }

    /// As an answer to an item of its report.
    pub(super) fn answering(self, to: ItemId) -> Told {
        Told { answers: Some(to), ..self }
    }

    /// The numbers that it tells.
    pub(super) fn counts(&self) -> &[Count] {
        &self.numbers
    }

    /// Whether its report copies another.
    pub(super) fn is_in_a_copy(&self) -> bool {
        self.hit.report.copy_of.is_some()
    }
}

fn numbers(open: &Open, hit: &Hit) -> Vec<Count> {
    match &hit.what {
        What::Statement(said) => said.quantities.clone(),
        What::Event(done) => done.quantities.clone(),
        What::Passage => passage(open, &hit.spans),
    }
}

fn passage(open: &Open, spans: &[Span]) -> Vec<Count> {
    let look = wire::Look::new(&open.record);
    let within = |span: Span| spans.iter().any(|one| one.0 <= span.0 && span.1 <= one.1);
    let inside = open.record.quantities.iter().filter(|one| within(one.span));
    let count = |one: &wire::Quantity| Count {
        words: look.words(one.span),
        value: one.value,
        relation: one.relation,
        unit: one.unit.clone(),
        of: one.of.clone(),
    };
    inside.map(count).collect()
}

fn claim(open: &Open, hit: &Hit, numbers: &[Count]) -> Claim {
    let said = said(hit);
    let stance = match said.map_or(wire::Stance::Affirms, |said| said.stance) {
        wire::Stance::Affirms => Stance::Affirms,
        wire::Stance::Denies => Stance::Denies,
        wire::Stance::Declines => Stance::Declines,
    };
    let claim = Claim::new(&hit.words, stance).numbers(numbers.iter().map(number).collect());
    let claim = claim.names(named(open, hit));
    match said.and_then(|said| said.source.first()) {
        Some(source) => claim.speaker(&source.name),
        None => claim,
    }
}

/// Places and actors that are named in the words.
fn named<'o>(open: &'o Open, hit: &Hit) -> Vec<&'o str> {
    let within = |span: Span| hit.spans.iter().any(|one| one.0 <= span.0 && span.1 <= one.1);
    let actors = open.record.actors.iter().filter(|actor| actor.r#type != ActorType::Group);
    let actors = actors.filter(|actor| actor.mentions.iter().any(|mention| within(mention.span)));
    let places = open.record.places.iter().filter(|place| within(place.span));
    actors.map(|actor| actor.name.as_str()).chain(places.map(|place| place.name.as_str())).collect()
}

/// A number as it is compared.
pub(super) fn number(count: &Count) -> Number {
    Number {
        value: count.value.0,
        relation: match count.relation {
            wire::Relation::Equal => Relation::Equal,
            wire::Relation::More => Relation::More,
            wire::Relation::Less => Relation::Less,
            wire::Relation::AtLeast => Relation::AtLeast,
            wire::Relation::AtMost => Relation::AtMost,
            wire::Relation::About => Relation::About,
        },
        unit: count.unit.clone(),
        of: count.of.clone(),
        words: count.words.clone(),
    }
}

fn saying(open: &Open, hit: &Hit) -> Saying {
    let said = said(hit);
    let voices =
        |names: Option<&Vec<Name>>| names.into_iter().flatten().map(|name| voice(open, name)).collect();
    let mut speakers: Vec<Voice> = voices(said.map(|said| &said.source));
    // "Two officials" are somebody, though nobody who is known.
    let unnamed = said.and_then(|said| said.source_words.as_ref()).filter(|_| speakers.is_empty());
    speakers.extend(unnamed.map(|words| Voice { name: words.clone(), kind: Kind::Group, id: None }));
    let outlet = |name: &String| Voice { name: name.clone(), kind: Kind::Organization, id: None };
    Saying {
        speakers,
        relays: voices(said.map(|said| &said.via)),
        outlet: open.line.outlet.as_ref().map(outlet),
        family: open.line.copy_of.clone().unwrap_or_else(|| open.line.key.clone()),
        day: open.line.published.clone(),
    }
}

fn voice(open: &Open, name: &Name) -> Voice {
    let actor = open.record.actors.iter().find(|actor| actor.name == name.name);
    let kind = match actor.map(|actor| actor.r#type) {
        Some(ActorType::Person) => Kind::Person,
        Some(ActorType::Group) => Kind::Group,
        Some(ActorType::Place) => Kind::Place,
        Some(ActorType::Organization) | None => Kind::Organization,
    };
    Voice { name: name.name.clone(), kind, id: name.id.clone() }
}

fn said(hit: &Hit) -> Option<&Said> {
    match &hit.what {
        What::Statement(said) => Some(said),
        What::Event(_) | What::Passage => None,
    }
}

/// The statements that a statement stands in.
fn around(open: &Open, item: ItemId) -> Vec<ItemId> {
    let statements = &open.record.statements;
    let place = |id: &str| statements.iter().position(|one| one.id == id);
    let outer = |at: usize| statements[at].within.as_deref().and_then(place);
    let start = (item.sort() == Sort::Statement).then(|| item.place()).filter(|at| *at < statements.len());
    let chain = std::iter::successors(start.and_then(outer), |at| outer(*at)).take(statements.len());
    chain.filter_map(|at| ItemId::new(item.report(), Sort::Statement, at)).collect()
}

/// The places in the record of statements that deny this one, or an event in it.
pub(super) fn links_to(record: &Record, hit: &Hit) -> Vec<usize> {
    let Some(said) = said(hit) else { return Vec::new() };
    let id = hit.item.as_deref();
    let of_event = |event: &str| said.events.iter().any(|deed| deed.event == event);
    let is_meant = |link: &&wire::Link| {
        link.r#type == LinkType::Denies
            && ((link.to.is_some() && link.to.as_deref() == id)
                || link.event.as_deref().is_some_and(of_event))
    };
    let links = record.links.iter().filter(is_meant);
    links.filter_map(|link| record.statements.iter().position(|one| one.id == link.from)).collect()
}
