//! Writing a record by hand: words in, items out.

use sayso::record::{
    ActorId, ActorType, Article, Certainty, Document, EventId, EventType, Factuality, Form, Marked, NewActor,
    NewEvent, NewQuantity, NewRelay, NewStatement, NewTime, Polarity, RecordBuilder, Relation, Stance,
    Standing, StatementId, StatementKind, Tense, TimeId, TimexType,
};
use sayso::text::{Body, Slice, Text};

/// Positive and unsure.
const POSSIBLE: Factuality = Factuality {
    polarity: Polarity::Positive,
    certainty: Certainty::Possible,
    time: Tense::Future,
    conditional: true,
};

/// A record in the making, over the text of its article.
pub(crate) struct Hand<'t> {
    pub(crate) text: &'t Text<Body>,
    pub(crate) builder: RecordBuilder<'t>,
}

/// An article whose body is every line of `words` that is not blank.
pub(crate) fn article(words: &str) -> Article {
    let text: Text<Body> = Text::new(words).unwrap();
    let lines = text.whole().lines().map(Slice::trim).filter(|line| !line.is_empty());
    let body = lines.map(Slice::span).collect();
    Article {
        id: "report".into(),
        document: Document {
            uri: None,
            media_type: "text/plain".into(),
            encoding: "UTF-8".into(),
            sha256: "0f".repeat(32),
            bytes: words.len() as u64,
        },
        text,
        page_map: None,
        title: None,
        byline: None,
        outlet: None,
        published: None,
        language: Some("en".into()),
        body,
        furniture: Vec::new(),
        doubts: Vec::new(),
    }
}

impl<'t> Hand<'t> {
    pub(crate) fn new(article: &'t Article) -> Self {
        Hand { text: &article.text, builder: RecordBuilder::new(article) }
    }

    /// The first place of `words` at or after the first place of `near`.
    pub(crate) fn at(&self, near: &str, words: &str) -> Slice<'t, Body> {
        let near = self.text.whole().find(near).unwrap_or_else(|| panic!("no {near:?} in the report"));
        let (_, rest) = self.text.whole().split_at(near.span().start() as usize).unwrap();
        rest.find(words).unwrap_or_else(|| panic!("no {words:?} after {near:?}"))
    }

    pub(crate) fn sentences(&mut self) {
        for span in self.builder.article().body.clone() {
            let mut rest = self.builder.words(span);
            while let Some(stop) = rest.find(". ") {
                self.builder.sentence(rest.before(stop).unwrap()).unwrap();
                rest = rest.after(stop).unwrap();
            }
            self.builder.sentence(rest).unwrap();
        }
    }

    pub(crate) fn actor(&mut self, near: &str, name: &str, kind: ActorType) -> NewActor<'t> {
        NewActor { name: self.at(near, name), kind, country: None, sector: None, role: None }
    }

    /// Adds an actor with further forms of its name.
    pub(crate) fn known(&mut self, new: NewActor<'t>, forms: &[(&str, &str)]) -> ActorId {
        let name = new.name;
        let id = self.builder.actor(new).unwrap();
        self.builder.mention(id, name, Form::Name).unwrap();
        for (near, form) in forms {
            self.builder.mention(id, self.at(near, form), Form::Name).unwrap();
        }
        id
    }

    pub(crate) fn time(&mut self, words: &str, value: &str) -> TimeId {
        let span = self.at(words, words);
        let new = NewTime { span, kind: TimexType::Date, value: value.into(), from: None, to: None };
        self.builder.time(new).unwrap()
    }

    pub(crate) fn quantity(&mut self, words: &str, value: f64, relation: Relation, of: &str) {
        let (span, of) = (self.at(words, words), Some(self.at(words, of)));
        self.builder.quantity(NewQuantity { span, value, relation, unit: None, of }).unwrap();
    }

    /// An indirect statement, found from `near` on.
    pub(crate) fn said(
        &self,
        near: &str,
        source: &[ActorId],
        cue: &str,
        content: &[&str],
    ) -> NewStatement<'t> {
        NewStatement {
            source: source.to_vec(),
            source_span: None,
            cue: Some(self.at(near, cue)),
            content: content.iter().map(|words| self.at(near, words)).collect(),
            kind: StatementKind::Indirect,
            stance: Stance::Affirms,
            via: Vec::new(),
            within: None,
            to: Vec::new(),
            time: None,
            place: None,
        }
    }

    pub(crate) fn relay(&self, near: &str, words: &str, actor: Option<ActorId>) -> NewRelay<'t> {
        NewRelay { actor, span: self.at(near, words) }
    }

    /// An actual event on nobody's word.
    pub(crate) fn event(&self, near: &str, trigger: &str, kind: EventType) -> NewEvent<'t> {
        NewEvent {
            trigger: self.at(near, trigger),
            kind,
            mode: None,
            contexts: Vec::new(),
            actor: Vec::new(),
            recipient: Vec::new(),
            place: None,
            time: None,
            quantities: Vec::new(),
            standing: Standing::actual(),
            statement: None,
        }
    }

    pub(crate) fn marked(&self, status: Marked, near: &str, cue: &str) -> Standing<'t> {
        Standing::marked(status, self.at(near, cue), POSSIBLE)
    }

    pub(crate) fn add(&mut self, statement: NewStatement<'t>) -> StatementId {
        self.builder.statement(statement).unwrap()
    }

    pub(crate) fn happens(&mut self, event: NewEvent<'t>) -> EventId {
        self.builder.event(event).unwrap()
    }
}
