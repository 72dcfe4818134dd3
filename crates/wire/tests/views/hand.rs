//! A report made for the tests: threats, announcements, refusals and denials, places known and unknown, and a name that a spreadsheet would
//! take for a command.
#![allow(clippy::unwrap_used, reason = "only tests use it")]

use sayso_record::{
    ActorId, ActorType, Article, Certainty, Context, Document, EventType, Factuality, FeatureClass, Form,
    GeoNames, Marked, NewActor, NewEvent, NewPlace, NewQuantity, NewRelay, NewStatement, NewTime, PlaceId,
    Polarity, QuantityId, RecordBuilder, Relation, Sector, Stance, Standing, StatementId, StatementKind,
    Tense, TimeId, TimexType,
};
use sayso_text::{Body, Slice, Text};
use sha2::{Digest, Sha256};

const TEXT: &str = "On June 2nd, Defence Minister Mara Holt of Karsk threatened to bomb the harbour of Tessel, the Evening Courier reported.\n\
    “If they come closer,” she vowed, “we will shell at least 3 ships\nof Orvania, and then \"all\" of them.”\n\
    Orvania warned that rebels may attack Old Vell.\n\
    Orvania and two envoys will visit Tessel on June 9th.\n\
    Orvania did not aid Karsk. Deniz Varga denied that he had phoned the rebels.\n\
    @Sundwatch rallied in Tessel.\n\
    In 1987, Karsk occupied Tessel.\n\
    Karsk agreed to receive the envoys and refused to release the crew.\n";

fn article() -> Article {
    let text: Text<Body> = Text::new(TEXT).unwrap();
    let sha256 = Sha256::digest(TEXT).iter().map(|byte| format!("{byte:02x}")).collect();
    Article {
        id: "reply".into(),
        document: Document {
            uri: Some("https://courier.example/reply".into()),
            media_type: "text/plain".into(),
            encoding: "UTF-8".into(),
            sha256,
            bytes: TEXT.len() as u64,
        },
        title: None,
        byline: None,
        outlet: Some("Evening Courier".into()),
        published: Some("2031-06-03".parse().unwrap()),
        language: Some("en".into()),
        body: vec![text.whole().find(TEXT.trim_end()).unwrap().span()],
        furniture: vec![],
        doubts: vec![],
        page_map: None,
        text,
    }
}

/// Builds a record from words of its text.
struct Hand<'t> {
    text: &'t Text<Body>,
    record: RecordBuilder<'t>,
}

impl<'t> Hand<'t> {
    fn at(&self, words: &str) -> Slice<'t, Body> {
        self.text.whole().find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"))
    }

    fn sentences(&mut self) {
        for words in [
            "On June 2nd, Defence Minister Mara Holt of Karsk threatened to bomb the harbour of Tessel, the Evening Courier reported.",
            "“If they come closer,” she vowed, “we will shell at least 3 ships\nof Orvania, and then \"all\" of them.”",
            "Orvania warned that rebels may attack Old Vell.",
            "Orvania and two envoys will visit Tessel on June 9th.",
            "Orvania did not aid Karsk.",
            "Deniz Varga denied that he had phoned the rebels.",
            "@Sundwatch rallied in Tessel.",
            "In 1987, Karsk occupied Tessel.",
            "Karsk agreed to receive the envoys and refused to release the crew.",
        ] {
            self.record.sentence(self.at(words)).unwrap();
        }
    }

    fn actor(
        &mut self,
        name: &str,
        kind: ActorType,
        country: Option<&'static str>,
        sector: Option<Sector>,
        role: Option<&str>,
    ) -> ActorId {
        let role = role.map(|role| self.at(role));
        let name = self.at(name);
        let id = self.record.actor(NewActor { name, kind, country, sector, role }).unwrap();
        self.record.mention(id, name, Form::Name).unwrap();
        id
    }

    fn day(&mut self, words: &str, value: &str) -> TimeId {
        let (from, to) = (value.parse().ok(), value.parse().ok());
        let span = self.at(words);
        self.record.time(NewTime { span, kind: TimexType::Date, value: value.into(), from, to }).unwrap()
    }

    fn said(
        &mut self,
        source: ActorId,
        words: &str,
        cue: &str,
        content: &[&str],
        stance: Stance,
    ) -> StatementId {
        let relay = self.at("the Evening Courier");
        let via = if cue == "threatened" { vec![NewRelay { actor: None, span: relay }] } else { vec![] };
        self.record
            .statement(NewStatement {
                source: vec![source],
                source_span: Some(self.at(words)),
                cue: Some(self.at(cue)),
                content: content.iter().map(|words| self.at(words)).collect(),
                kind: StatementKind::Indirect,
                stance,
                via,
                within: None,
                to: vec![],
                time: None,
                place: None,
            })
            .unwrap()
    }

    fn event(&mut self, event: Told<'_>) {
        let Told { trigger, kind, mode, actor, recipient, place, time, quantity, standing, statement } =
            event;
        let side = |side: &[(ActorId, &str)]| side.iter().map(|&(id, words)| (id, self.at(words))).collect();
        let standing = self.standing(standing, trigger == "occupied");
        let event = NewEvent {
            trigger: self.at(trigger),
            kind,
            mode,
            contexts: if kind == EventType::Assault { vec![Context::Military] } else { vec![] },
            actor: side(actor),
            recipient: side(recipient),
            place,
            time,
            quantities: quantity.into_iter().collect(),
            standing,
            statement,
        };
        self.record.event(event).unwrap();
    }

    fn standing(&self, standing: Option<(Marked, &str)>, historical: bool) -> Standing<'t> {
        let Some((status, cue)) = standing else {
            let mut standing = Standing::actual();
            standing.historical = historical;
            return standing;
        };
        let (polarity, certainty, time) = match status {
            Marked::Negated => (Polarity::Negative, Certainty::Certain, Tense::Past),
            Marked::Hypothetical => (Polarity::Positive, Certainty::Possible, Tense::Unspecified),
            Marked::Future => (Polarity::Positive, Certainty::Probable, Tense::Future),
        };
        let factuality = Factuality { polarity, certainty, time, conditional: cue == "If" };
        Standing::marked(status, self.at(cue), factuality)
    }
}

/// An event in words.
struct Told<'a> {
    trigger: &'a str,
    kind: EventType,
    mode: Option<&'static str>,
    actor: &'a [(ActorId, &'a str)],
    recipient: &'a [(ActorId, &'a str)],
    place: Option<PlaceId>,
    time: Option<TimeId>,
    quantity: Option<QuantityId>,
    standing: Option<(Marked, &'a str)>,
    statement: Option<StatementId>,
}

/// The record on the wire.
pub(crate) fn record() -> sayso_wire::Record {
    let article = article();
    let mut hand = Hand { text: &article.text, record: RecordBuilder::new(&article) };
    hand.sentences();
    let role = Some("Defence Minister");
    let holt = hand.actor("Mara Holt", ActorType::Person, Some("FIN"), Some(Sector::Gov), role);
    let orvania = hand.actor("Orvania", ActorType::Place, Some("FRA"), None, None);
    let rebels = hand.actor("rebels", ActorType::Group, None, Some(Sector::Reb), None);
    let envoys = hand.actor("two envoys", ActorType::Group, None, None, None);
    let varga = hand.actor("Deniz Varga", ActorType::Person, None, None, None);
    let watch = hand.actor("@Sundwatch", ActorType::Organization, None, Some(Sector::Ngo), None);
    let karsk = hand.actor("Karsk", ActorType::Place, Some("FIN"), None, None);
    let known = GeoNames {
        geonameid: Some(12),
        name: "Tessel".into(),
        lat: 53.05,
        lon: -4.75,
        country: Some("FRA".into()),
        admin1: Some("Ymir".into()),
        feature: FeatureClass::P,
    };
    let tessel = hand.at("Tessel");
    let tessel = hand.record.place(NewPlace { span: tessel, known: Some(known), actor: None }).unwrap();
    let vell = hand.at("Old Vell");
    let vell = hand.record.place(NewPlace { span: vell, known: None, actor: None }).unwrap();
    let june = hand.day("June 2nd", "2031-06-02");
    let next = hand.day("June 9th", "XXXX-06-09");
    let ships = NewQuantity {
        span: hand.at("at least 3"),
        value: 3.0,
        relation: Relation::AtLeast,
        unit: None,
        of: Some(hand.at("ships")),
    };
    let ships = hand.record.quantity(ships).unwrap();
    let threatened =
        hand.said(holt, "Mara Holt", "threatened", &["to bomb the harbour of Tessel"], Stance::Affirms);
    let shells = "“we will shell at least 3 ships\nof Orvania, and then \"all\" of them.”";
    let vowed = hand.said(holt, "she", "vowed", &["“If they come closer,”", shells], Stance::Affirms);
    let warned =
        hand.said(orvania, "Orvania", "warned", &["that rebels may attack Old Vell"], Stance::Affirms);
    let denied =
        hand.said(varga, "Deniz Varga", "denied", &["that he had phoned the rebels"], Stance::Denies);
    let bare = Told {
        trigger: "threatened",
        kind: EventType::Threaten,
        mode: None,
        actor: &[(holt, "Mara Holt")],
        recipient: &[],
        place: None,
        time: Some(june),
        quantity: None,
        standing: None,
        statement: Some(threatened),
    };
    hand.event(Told { ..bare });
    let maybe = Some((Marked::Hypothetical, "threatened"));
    let (assault, place) = (EventType::Assault, Some(tessel));
    hand.event(Told {
        trigger: "bomb",
        kind: assault,
        mode: Some("explosives"),
        place,
        standing: maybe,
        ..bare
    });
    let (will, statement) = (Some((Marked::Future, "will")), Some(vowed));
    let ours = [(orvania, "Orvania")];
    hand.event(Told {
        trigger: "shell",
        kind: assault,
        recipient: &ours,
        time: None,
        quantity: Some(ships),
        standing: Some((Marked::Future, "If")),
        statement,
        ..bare
    });
    let bare = Told { time: None, statement: None, ..bare };
    hand.event(Told { trigger: "warned", actor: &ours, statement: Some(warned), ..bare });
    let (actor, may) = (&[(rebels, "rebels")][..], Some((Marked::Hypothetical, "may")));
    let (place, statement) = (Some(vell), Some(warned));
    hand.event(Told { trigger: "attack", kind: assault, actor, place, standing: may, statement, ..bare });
    let (actor, place) = (&[(orvania, "Orvania"), (envoys, "two envoys")][..], Some(tessel));
    let (consult, time) = (EventType::Consult, Some(next));
    hand.event(Told {
        trigger: "visit",
        kind: consult,
        mode: Some("visit"),
        actor,
        place,
        time,
        standing: will,
        ..bare
    });
    let not = Some((Marked::Negated, "not"));
    let theirs = [(karsk, "Karsk")];
    hand.event(Told {
        trigger: "aid",
        kind: EventType::Aid,
        actor: &ours,
        recipient: &theirs,
        standing: not,
        ..bare
    });
    let (actor, recipient) = (&[(varga, "he had")][..], &[(rebels, "rebels")][..]);
    let (denies, statement) = (Some((Marked::Negated, "denied")), Some(denied));
    hand.event(Told {
        trigger: "phoned",
        kind: consult,
        mode: Some("phone"),
        actor,
        recipient,
        standing: denies,
        statement,
        ..bare
    });
    let (protest, place) = (EventType::Protest, Some(tessel));
    hand.event(Told {
        trigger: "rallied",
        kind: protest,
        mode: Some("demo"),
        actor: &[(watch, "@Sundwatch")],
        place,
        ..bare
    });
    hand.event(Told { trigger: "occupied", kind: assault, actor: &theirs, place: Some(tessel), ..bare });
    let bare = Told { actor: &theirs, ..bare };
    let (agreed, refused) = (Some((Marked::Future, "agreed")), Some((Marked::Negated, "refused")));
    hand.event(Told { trigger: "agreed", kind: EventType::Agree, ..bare });
    hand.event(Told { trigger: "receive", kind: consult, standing: agreed, ..bare });
    hand.event(Told { trigger: "refused", kind: EventType::Reject, ..bare });
    hand.event(Told {
        trigger: "release",
        kind: EventType::Retreat,
        mode: Some("release"),
        standing: refused,
        ..bare
    });
    sayso_wire::encode(&hand.record.finish())
}
