//! A report as it is written, with everything that is told of it noted at once.

use std::collections::BTreeMap;

use sayso::wire::{
    Actor, ActorType, Document, Form, Mention, Number, Participant, Place, Quantity, Record, Relation,
    Sector, Span, Time, TimexType, Version,
};
use sha2::{Digest, Sha256};

use crate::synth::world::{Someone, Town};

/// The text so far, and what stands in it.
pub(crate) struct Page {
    pub(crate) record: Record,
    points: u32,
    actors: BTreeMap<String, usize>,
}

impl Page {
    pub(crate) fn new(id: String) -> Page {
        let document = Document {
            uri: None,
            media_type: "text/plain".into(),
            encoding: "UTF-8".into(),
            sha256: String::new(),
            bytes: 0,
            text_sha256: String::new(),
        };
        let record = Record {
            schema: Version::V1,
            id,
            document,
            text: String::new(),
            title: None,
            byline: None,
            outlet: None,
            published: None,
            language: Some("en".into()),
            page_map: None,
            body: Vec::new(),
            furniture: Vec::new(),
            sentences: Vec::new(),
            actors: Vec::new(),
            places: Vec::new(),
            times: Vec::new(),
            quantities: Vec::new(),
            statements: Vec::new(),
            events: Vec::new(),
            links: Vec::new(),
            notes: Vec::new(),
        };
        Page { record, points: 0, actors: BTreeMap::new() }
    }

    pub(crate) fn here(&self) -> u32 {
        self.points
    }

    /// Writes words and tells where they stand.
    pub(crate) fn write(&mut self, words: &str) -> Span {
        let start = self.points;
        self.points += words.chars().count() as u32;
        self.record.text.push_str(words);
        Span(start, self.points)
    }

    /// Names an actor: with the office and in full at first, a person by the surname later.
    pub(crate) fn name(&mut self, someone: &Someone) -> Participant {
        let known = self.actors.get(&someone.name).copied();
        let at = known.unwrap_or_else(|| self.introduce(someone));
        let surname = someone.name.rsplit(' ').next().unwrap_or_default();
        let form = if known.is_some() && someone.kind == "person" { surname } else { &someone.name };
        let span = self.write(form);
        let actor = &mut self.record.actors[at];
        if !actor.forms.iter().any(|known| known == form) {
            actor.forms.push(form.to_owned());
        }
        actor.mentions.push(Mention { span, form: Form::Name });
        Participant { id: actor.id.clone(), span }
    }

    fn introduce(&mut self, someone: &Someone) -> usize {
        if let Some(office) = someone.office {
            self.write(office);
            self.write(" ");
        }
        let at = self.record.actors.len();
        self.actors.insert(someone.name.clone(), at);
        self.record.actors.push(Actor {
            id: format!("a{}", at + 1),
            name: someone.name.clone(),
            r#type: ActorType::ALL
                .iter()
                .find(|kind| kind.name() == someone.kind)
                .copied()
                .unwrap_or(ActorType::Group),
            country: someone.country.map(String::from),
            sector: Sector::ALL.iter().find(|sector| Some(sector.name()) == someone.sector).copied(),
            role: someone.office.map(String::from),
            forms: Vec::new(),
            mentions: Vec::new(),
        });
        at
    }

    pub(crate) fn town(&mut self, town: &Town) -> String {
        let id = format!("p{}", self.record.places.len() + 1);
        let span = self.write(&town.name);
        self.record.places.push(Place {
            id: id.clone(),
            span,
            name: town.name.clone(),
            geonameid: town.geonameid,
            lat: Some(Number(town.lat)),
            lon: Some(Number(town.lon)),
            country: town.country.clone(),
            admin1: None,
            feature: Some(sayso::wire::FeatureClass::P),
            actor: None,
        });
        id
    }

    /// A day by its name, and its value.
    pub(crate) fn day(&mut self, day: jiff::civil::Date) -> String {
        let span = self.write(&format!("{:?}", day.weekday()));
        let value = day.to_string();
        self.record.times.push(Time {
            id: format!("t{}", self.record.times.len() + 1),
            span,
            r#type: TimexType::Date,
            value: value.clone(),
            from: Some(value.clone()),
            to: Some(value.clone()),
        });
        value
    }

    pub(crate) fn count(&mut self, number: usize, of: &str) -> String {
        let id = format!("q{}", self.record.quantities.len() + 1);
        let span = self.write(&grouped(number));
        self.write(" ");
        let of_span = self.write(of);
        self.record.quantities.push(Quantity {
            id: id.clone(),
            span,
            value: Number(number as f64),
            relation: Relation::Equal,
            unit: None,
            of: Some(of.to_owned()),
            of_span: Some(of_span),
        });
        id
    }

    /// The record, complete.
    pub(crate) fn finish(mut self) -> Record {
        let hash: String =
            Sha256::digest(&self.record.text).iter().map(|byte| format!("{byte:02x}")).collect();
        let document = &mut self.record.document;
        document.bytes = self.record.text.len() as u64;
        document.sha256.clone_from(&hash);
        document.text_sha256 = hash;
        self.record
    }
}

/// "30,000".
fn grouped(number: usize) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", number / 1_000, number % 1_000),
    }
}
