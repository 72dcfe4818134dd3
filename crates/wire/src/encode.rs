//! From the engine's record to its twin: bytes become code points, ids become strings, names become words.

use sayso_record as record;
use sayso_text::{Body, CodePoints, Piece, Span};
use sha2::{Digest, Sha256};

use crate::number::Number;
use crate::twin;

/// The record as it goes over the wire.
pub fn encode(record: &record::Record) -> twin::Record {
    let edge = Edge { points: CodePoints::new(&record.article.text), record };
    let article = &record.article;
    twin::Record {
        schema: twin::Version::V1,
        id: article.id.clone(),
        document: document(article),
        text: article.text.as_str().into(),
        title: article.title.map(|span| edge.span(span)),
        byline: article.byline.map(|span| edge.span(span)),
        outlet: article.outlet.clone(),
        published: article.published.map(|date| date.to_string()),
        language: article.language.clone(),
        page_map: article.page_map.as_ref().map(|map| each(map.pieces(), |piece| edge.piece(piece))),
        body: edge.spans(&article.body),
        furniture: each(&article.furniture, |furniture| edge.furniture(furniture)),
        sentences: edge.spans(&record.sentences),
        actors: numbered(&record.actors, "a", |id, actor| edge.actor(id, actor)),
        places: numbered(&record.places, "p", |id, place| edge.place(id, place)),
        times: numbered(&record.times, "t", |id, time| edge.time(id, time)),
        quantities: numbered(&record.quantities, "q", |id, quantity| edge.quantity(id, quantity)),
        statements: numbered(&record.statements, "s", |id, statement| edge.statement(id, statement)),
        events: numbered(&record.events, "e", |id, event| edge.event(id, event)),
        links: each(&record.links, link),
        notes: each(&record.notes, |note| edge.note(note)),
    }
}

/// Lower-case hexadecimal SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One space for every run of white space: a name may stand across a line break.
pub(crate) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "the Evening Courier" → "Evening Courier".
pub(crate) fn without_article(name: &str) -> &str {
    match name.split_at_checked(4) {
        Some((the, rest)) if the.eq_ignore_ascii_case("the ") && !rest.is_empty() => rest,
        _ => name,
    }
}

/// Adds what the chain does not name yet: a relay that is also the source of the statement around it is one holder.
pub(crate) fn lengthen(chain: &mut Vec<String>, holders: impl IntoIterator<Item = String>) {
    for holder in holders {
        if !chain.contains(&holder) {
            chain.push(holder);
        }
    }
}

fn each<T, U>(list: &[T], twin: impl Fn(&T) -> U) -> Vec<U> {
    list.iter().map(twin).collect()
}

fn numbered<T, U>(list: &[T], prefix: &str, twin: impl Fn(String, &T) -> U) -> Vec<U> {
    list.iter().enumerate().map(|(at, item)| twin(format!("{prefix}{}", at + 1), item)).collect()
}

fn ids<T: ToString>(ids: &[T]) -> Vec<String> {
    each(ids, T::to_string)
}

fn document(article: &record::Article) -> twin::Document {
    let record::Document { uri, media_type, encoding, sha256: hash, bytes } = article.document.clone();
    twin::Document {
        uri,
        media_type,
        encoding,
        sha256: hash,
        bytes,
        text_sha256: sha256(article.text.as_str().as_bytes()),
    }
}

fn link(link: &record::Link) -> twin::Link {
    twin::Link {
        r#type: link.kind.into(),
        from: link.from.to_string(),
        to: link.to.map(|id| id.to_string()),
        event: link.event.map(|id| id.to_string()),
    }
}

/// Where bytes turn into code points.
struct Edge<'r> {
    points: CodePoints<'r>,
    record: &'r record::Record,
}

impl Edge<'_> {
    fn span(&self, span: Span<Body>) -> twin::Span {
        let (start, end) = self.points.of(span);
        twin::Span(start, end)
    }

    fn spans(&self, spans: &[Span<Body>]) -> Vec<twin::Span> {
        each(spans, |&span| self.span(span))
    }

    fn words(&self, span: Span<Body>) -> String {
        on_one_line(self.record.article.text.slice(span).as_str())
    }

    fn piece(&self, piece: &Piece) -> twin::MapPiece {
        let twin::Span(start, end) = self.span(piece.body);
        twin::MapPiece(start, end, piece.page.start(), piece.page.end())
    }

    fn furniture(&self, furniture: &record::Furniture) -> twin::Furniture {
        twin::Furniture { span: self.span(furniture.span), kind: furniture.kind.into() }
    }

    fn actor(&self, id: String, actor: &record::Actor) -> twin::Actor {
        twin::Actor {
            id,
            name: self.words(actor.name),
            r#type: actor.kind.into(),
            country: actor.country.map(Into::into),
            sector: actor.sector.map(Into::into),
            role: actor.role.map(|span| self.words(span)),
            forms: self.forms(actor),
            mentions: each(&actor.mentions, |mention| self.mention(mention)),
        }
    }

    /// The name's own place counts as well: an actor whose name is no mention (a headline's) still has that form.
    fn forms(&self, actor: &record::Actor) -> Vec<String> {
        let named = actor.mentions.iter().filter(|mention| mention.form == record::Form::Name);
        let mut spans: Vec<_> = named.map(|mention| mention.span).chain([actor.name]).collect();
        spans.sort();
        let name = self.words(actor.name);
        // "Mr Holt" is called "Holt" as well, with what is said before it left out.
        let bare = |words: &str| {
            let (_, rest) = words.split_once(' ').filter(|_| !name.contains(words))?;
            name.ends_with(&format!(" {rest}")).then(|| rest.to_owned())
        };
        let mut forms = Vec::new();
        let words = spans.into_iter().map(|span| self.words(span));
        lengthen(&mut forms, words.flat_map(|words| [bare(&words), Some(words)]).flatten());
        forms
    }

    fn mention(&self, mention: &record::Mention) -> twin::Mention {
        twin::Mention { span: self.span(mention.span), form: mention.form.into() }
    }

    fn place(&self, id: String, place: &record::Place) -> twin::Place {
        let known = place.known.as_ref();
        twin::Place {
            id,
            span: self.span(place.span),
            name: known.map_or_else(|| self.words(place.span), |entry| entry.name.clone()),
            geonameid: known.and_then(|entry| entry.geonameid),
            lat: known.map(|entry| Number(entry.lat)),
            lon: known.map(|entry| Number(entry.lon)),
            country: known.and_then(|entry| entry.country.clone()),
            admin1: known.and_then(|entry| entry.admin1.clone()),
            feature: known.map(|entry| entry.feature.into()),
            actor: place.actor.map(|id| id.to_string()),
        }
    }

    fn time(&self, id: String, time: &record::Time) -> twin::Time {
        twin::Time {
            id,
            span: self.span(time.span),
            r#type: time.kind.into(),
            value: time.value.clone(),
            from: time.from.map(|date| date.to_string()),
            to: time.to.map(|date| date.to_string()),
        }
    }

    fn quantity(&self, id: String, quantity: &record::Quantity) -> twin::Quantity {
        twin::Quantity {
            id,
            span: self.span(quantity.span),
            value: Number(quantity.value),
            relation: quantity.relation.into(),
            unit: quantity.unit.map(Into::into),
            of: quantity.of.map(|span| self.words(span)),
            of_span: quantity.of.map(|span| self.span(span)),
        }
    }

    fn statement(&self, id: String, statement: &record::Statement) -> twin::Statement {
        twin::Statement {
            id,
            source: ids(&statement.source),
            source_span: statement.source_span.map(|span| self.span(span)),
            cue: statement.cue.map(|span| self.span(span)),
            content: self.spans(&statement.content),
            kind: statement.kind.into(),
            stance: statement.stance.into(),
            via: each(&statement.via, |relay| self.relay(relay)),
            within: statement.within.map(|id| id.to_string()),
            to: ids(&statement.to),
            time: statement.time.map(|id| self.value(id)),
            place: statement.place.map(|id| id.to_string()),
        }
    }

    fn relay(&self, relay: &record::Relay) -> twin::Relay {
        twin::Relay {
            actor: relay.actor.map(|id| id.to_string()),
            name: self.relay_name(relay),
            span: self.span(relay.span),
        }
    }

    fn relay_name(&self, relay: &record::Relay) -> String {
        match relay.actor {
            Some(id) => without_article(&self.name(id)).into(),
            None => self.words(relay.span),
        }
    }

    fn name(&self, id: record::ActorId) -> String {
        self.words(self.record.actors[id.index()].name)
    }

    fn value(&self, id: record::TimeId) -> String {
        self.record.times[id.index()].value.clone()
    }

    fn event(&self, id: String, event: &record::Event) -> twin::Event {
        twin::Event {
            id,
            trigger: self.span(event.trigger),
            r#type: event.kind.into(),
            mode: event.mode.map(Into::into),
            contexts: event.contexts.iter().map(|&context| context.into()).collect(),
            actor: self.participants(&event.actor),
            recipient: self.participants(&event.recipient),
            place: event.place.map(|id| id.to_string()),
            time: event.time.map(|id| self.value(id)),
            quantities: ids(&event.quantities),
            status: event.status.into(),
            historical: event.historical,
            factuality: factuality(event.factuality),
            status_cues: self.spans(&event.status_cues),
            statement: event.statement.map(|id| id.to_string()),
            holder: self.holder(event),
        }
    }

    fn participants(&self, participants: &[record::Participant]) -> Vec<twin::Participant> {
        each(participants, |of| twin::Participant { id: of.id.to_string(), span: self.span(of.span) })
    }

    /// Sources before relays, the inner statement before the one around it. A source that is no actor keeps its words. Of an act of speech
    /// (its trigger is the cue of its statement) the speaker is no holder.
    fn holder(&self, event: &record::Event) -> Vec<String> {
        let mut chain = Vec::new();
        let mut next = event.statement;
        while let Some(id) = next {
            let statement = &self.record.statements[id.index()];
            let spoken =
                |cue: Span<Body>| cue.start() < event.trigger.end() && event.trigger.start() < cue.end();
            if !statement.cue.is_some_and(spoken) {
                lengthen(&mut chain, self.sources(statement));
            }
            lengthen(&mut chain, statement.via.iter().map(|relay| self.relay_name(relay)));
            next = statement.within;
        }
        chain
    }

    fn sources(&self, statement: &record::Statement) -> Vec<String> {
        match (statement.source.as_slice(), statement.source_span) {
            ([], Some(span)) => vec![self.words(span)],
            (sources, _) => each(sources, |&id| self.name(id)),
        }
    }

    fn note(&self, note: &record::Note) -> twin::Note {
        twin::Note { span: note.span.map(|span| self.span(span)), text: note.text.clone() }
    }
}

fn factuality(of: record::Factuality) -> twin::Factuality {
    twin::Factuality {
        polarity: of.polarity.into(),
        certainty: of.certainty.into(),
        time: of.time.into(),
        conditional: of.conditional,
    }
}
