//! One synthetic report: sentences of a few patterns, their statements and events.

use jiff::civil::Date;
use sayso::wire::{
    Certainty, Event, EventType, Factuality, Participant, Polarity, Record, Relay, Span, Stance, Statement,
    StatementKind, Status, Tense,
};

use crate::random::Random;
use crate::synth::page::Page;
use crate::synth::words::{ADJECTIVES, COUNTED, DEEDS, HAPPENINGS, NOUNS};
use crate::synth::world::{self, Someone, World};

/// What a report has beside its words.
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) outlet: Option<Someone>,
    pub(crate) published: Date,
    /// The day of the report that the words were written for.
    pub(crate) written: Date,
    /// How many of its sentences it keeps, in percent.
    pub(crate) kept: usize,
}

/// The words of a stream, under a head.
pub(crate) fn report(world: &World, random: &mut Random, head: Head) -> Record {
    let mut page = Page::new(head.id);
    page.record.published = Some(head.published.to_string());
    page.record.outlet = head.outlet.map(|outlet| outlet.name);
    page.record.document.uri = Some(format!("https://news.example/{}", page.record.id));
    let mut desk = Desk { world, random, page, day: head.written };
    desk.title();
    let plan = desk.plan();
    let kept = (plan.len() * head.kept / 100).max(4);
    for paragraph in plan[..kept.min(plan.len())].chunks(3) {
        desk.paragraph(paragraph);
    }
    desk.page.finish()
}

#[derive(Clone, Copy)]
enum Sort {
    Said,
    Done,
    Passage,
}

struct Desk<'w> {
    world: &'w World,
    random: &'w mut Random,
    page: Page,
    day: Date,
}

impl Desk<'_> {
    /// Which sentences, in a random order.
    fn plan(&mut self) -> Vec<Sort> {
        let mut plan = vec![Sort::Said; 6 + self.random.below(9)];
        plan.extend(vec![Sort::Done; 2 + self.random.below(4)]);
        plan.extend(vec![Sort::Passage; 2 + self.random.below(7)]);
        for at in (1..plan.len()).rev() {
            plan.swap(at, self.random.below(at + 1));
        }
        plan
    }

    fn title(&mut self) {
        let (thing, noun) = (world::thing(self.random), *self.random.one_of(&NOUNS));
        let town = self.world.town(self.random).name.clone();
        self.page.record.title = Some(self.page.write(&format!("{thing} {noun} at {town}")));
        self.page.write("\n\n");
    }

    fn paragraph(&mut self, sorts: &[Sort]) {
        let start = self.page.here();
        for (at, sort) in sorts.iter().enumerate() {
            if at > 0 {
                self.page.write(" ");
            }
            let first = self.page.here();
            match sort {
                Sort::Said => self.said(),
                Sort::Done => self.told(),
                Sort::Passage => self.passage(),
            }
            self.page.record.sentences.push(Span(first, self.page.here()));
        }
        self.page.record.body.push(Span(start, self.page.here()));
        self.page.write("\n\n");
    }

    fn passage(&mut self) {
        self.page.write("The ");
        self.thing();
        self.page.write(" near ");
        let town = self.world.town(self.random);
        self.page.town(town);
        let happening = *self.random.one_of(&HAPPENINGS);
        self.page.write(&format!(" {happening}."));
    }

    /// "disputed Belvarost bridge"
    fn thing(&mut self) {
        let words =
            [*self.random.one_of(&ADJECTIVES), &world::thing(self.random), *self.random.one_of(&NOUNS)]
                .join(" ");
        self.page.write(&words);
    }

    /// An event on nobody's word.
    fn told(&mut self) {
        self.deed(None);
        self.page.write(".");
    }

    fn said(&mut self) {
        match self.random.below(4) {
            0 => self.quoted(),
            1 => self.relayed(),
            _ => self.reported(),
        }
        self.page.write(".");
    }

    /// "Mayor Ada Holt said on Tuesday that …"
    fn reported(&mut self) {
        let source = self.speaker();
        self.page.write(" ");
        let (cue, stance) = *self.random.one_of(&CUES);
        let cue = self.page.write(cue);
        self.page.write(" on ");
        let day = world::earlier(self.day, self.random.below(6));
        let time = self.page.day(day);
        self.page.write(" ");
        let at = self.open(source, Some(cue), stance, Vec::new());
        self.page.record.statements[at].time = Some(time);
        self.content(at, "that ");
    }

    /// "According to the Varga Post, Mayor Ada Holt warned that …"
    fn relayed(&mut self) {
        self.page.write("According to the ");
        let outlet = world::outlet(self.random);
        let relay = self.page.name(&outlet);
        let via = vec![Relay { actor: Some(relay.id), name: outlet.name, span: relay.span }];
        self.page.write(", ");
        let source = self.speaker();
        self.page.write(" ");
        let (cue, stance) = *self.random.one_of(&CUES);
        let cue = self.page.write(cue);
        self.page.write(" ");
        let at = self.open(source, Some(cue), stance, via);
        self.content(at, "that ");
    }

    /// "“…,” Holt told reporters"
    fn quoted(&mut self) {
        // The statement comes before what is in it, and its source after.
        let empty = Participant { id: String::new(), span: Span(0, 0) };
        let at = self.open(empty, None, Stance::Affirms, Vec::new());
        let events = self.page.record.events.len();
        self.content(at, "“");
        let close = self.page.write(",”");
        self.page.write(" ");
        let source = self.speaker();
        self.page.write(" ");
        let cue = self.page.write("told");
        self.page.write(" reporters");
        let name = self
            .page
            .record
            .actors
            .iter()
            .find(|actor| actor.id == source.id)
            .map(|actor| actor.name.clone());
        self.page.record.events[events..]
            .iter_mut()
            .for_each(|event| event.holder = name.iter().cloned().collect());
        let statement = &mut self.page.record.statements[at];
        statement.content[0].1 = close.1;
        statement.kind = StatementKind::Direct;
        (statement.source, statement.source_span, statement.cue) =
            (vec![source.id], Some(source.span), Some(cue));
    }

    fn speaker(&mut self) -> Participant {
        let someone =
            if self.random.below(3) == 0 { world::body(self.random) } else { world::person(self.random) };
        self.page.name(&someone)
    }

    fn open(&mut self, source: Participant, cue: Option<Span>, stance: Stance, via: Vec<Relay>) -> usize {
        let at = self.page.record.statements.len();
        self.page.record.statements.push(Statement {
            id: format!("s{}", at + 1),
            source: vec![source.id],
            source_span: Some(source.span),
            cue,
            content: Vec::new(),
            kind: StatementKind::Indirect,
            stance,
            via,
            within: None,
            to: Vec::new(),
            time: None,
            place: None,
        });
        at
    }

    fn content(&mut self, at: usize, opening: &str) {
        let start = self.page.write(opening).0;
        if self.random.below(10) < 6 {
            self.deed(Some(at));
        } else {
            self.page.write("the ");
            self.thing();
            let happening = *self.random.one_of(&HAPPENINGS);
            self.page.write(&format!(" {happening} because "));
            let town = self.world.town(self.random);
            self.page.town(town);
            self.page.write(" had lost ");
            let (number, of) = (self.number(), *self.random.one_of(&COUNTED));
            self.page.count(number, of);
        }
        let content = Span(start, self.page.here());
        self.page.record.statements[at].content.push(content);
    }

    fn number(&mut self) -> usize {
        [1, 10, 100, 1_000][self.random.below(4)] * (1 + self.random.below(99))
    }

    /// "Turkey may attack the Belvar Council near Tolford with 4,000 soldiers"
    fn deed(&mut self, statement: Option<usize>) {
        let (r#type, happened, infinitive) = *self.random.one_of(&DEEDS);
        let someone = world::somebody(self.random);
        let actor = self.page.name(&someone);
        self.page.write(" ");
        let (status, before) = *self.random.one_of(&STANDINGS);
        let status_cues = if before.is_empty() { Vec::new() } else { vec![self.page.write(before)] };
        self.page.write(if before.is_empty() { "" } else { " " });
        let trigger = self.page.write(if before.is_empty() { happened } else { infinitive });
        self.page.write(" ");
        let other = world::somebody(self.random);
        let recipient = self.page.name(&other);
        let place = (self.random.below(3) > 0).then(|| {
            self.page.write(" near ");
            let town = self.world.town(self.random);
            self.page.town(town)
        });
        let quantities = (self.random.below(3) == 0).then(|| {
            self.page.write(" with ");
            let (number, of) = (self.number(), *self.random.one_of(&COUNTED));
            self.page.count(number, of)
        });
        let id = format!("e{}", self.page.record.events.len() + 1);
        let event = Event {
            id,
            trigger,
            r#type: EventType::ALL
                .iter()
                .find(|one| one.name() == r#type)
                .copied()
                .unwrap_or(EventType::Consult),
            mode: None,
            contexts: Vec::new(),
            actor: vec![actor],
            recipient: vec![recipient],
            place,
            time: None,
            quantities: quantities.into_iter().collect(),
            status,
            historical: false,
            factuality: factuality(status),
            status_cues,
            statement: statement.map(|at| self.page.record.statements[at].id.clone()),
            holder: statement.map(|at| self.holder(at)).unwrap_or_default(),
        };
        self.page.record.events.push(event);
    }

    /// On whose word, each once.
    fn holder(&self, at: usize) -> Vec<String> {
        let record = &self.page.record;
        let statement = &record.statements[at];
        let source = record
            .actors
            .iter()
            .filter(|actor| statement.source.contains(&actor.id))
            .map(|actor| &actor.name);
        let mut holder: Vec<String> = source.cloned().collect();
        holder.extend(statement.via.iter().map(|relay| relay.name.clone()));
        holder.dedup();
        holder
    }
}

const CUES: [(&str, Stance); 7] = [
    ("said", Stance::Affirms),
    ("announced", Stance::Affirms),
    ("warned", Stance::Affirms),
    ("claimed", Stance::Affirms),
    ("insisted", Stance::Affirms),
    ("denied", Stance::Denies),
    ("would not say", Stance::Declines),
];

const STANDINGS: [(Status, &str); 8] = [
    (Status::Actual, ""),
    (Status::Actual, ""),
    (Status::Actual, ""),
    (Status::Hypothetical, "may"),
    (Status::Hypothetical, "could"),
    (Status::Future, "will"),
    (Status::Future, "plans to"),
    (Status::Negated, "did not"),
];

fn factuality(status: Status) -> Factuality {
    let sure =
        |polarity, time| Factuality { polarity, certainty: Certainty::Certain, time, conditional: false };
    match status {
        Status::Actual => sure(Polarity::Positive, Tense::Past),
        Status::Negated => sure(Polarity::Negative, Tense::Past),
        Status::Future => sure(Polarity::Positive, Tense::Future),
        Status::Hypothetical => {
            Factuality { certainty: Certainty::Possible, ..sure(Polarity::Positive, Tense::Unspecified) }
        }
    }
}
