//! Reports made for the tests: characters of every width, a chain of two statements, a threat, a number, a date.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "only tests use it")]

use sayso_record::{
    ActorType, Article, Certainty, Context, Document, EventType, Factuality, Form, Furniture, FurnitureKind,
    LinkType, Marked, NewActor, NewEvent, NewPlace, NewQuantity, NewRelay, NewStatement, NewTime, Polarity,
    RecordBuilder, Relation, Sector, Stance, Standing, StatementKind, Tense, TimexType,
};
use sayso_text::{Body, Page, Slice, SourceMap, Text, Weave};
use sha2::{Digest, Sha256};

/// Emoji, a combining accent (`e` + U+0301), Arabic and a line break inside a name.
pub(crate) const TEXT: &str = "🕊️ Help us: 12 $ of 900 $\n\nKaré\u{301}nia warns of a storm 🌊\n\n\
    Karé\u{301}nian spokeswoman Zoë Ōmura (عُمورة) said on March 3rd that more than 30,000 sailors 🚢 would attack the port \
    of Vell, according to the Harbour\nGazette. “We never said 🤥 that,” the ministry answered.\n";

/// The article of [`TEXT`] as plain text.
pub(crate) fn article() -> Article {
    let text = Text::new(TEXT).unwrap();
    let at = |words: &str| find(&text, words).span();
    let paragraph = find(&text, "Karé\u{301}nian").hull(find(&text, "answered.")).unwrap();
    Article {
        id: "karenia".into(),
        document: document(TEXT, "text/plain"),
        title: Some(at("Karé\u{301}nia warns of a storm 🌊")),
        byline: None,
        outlet: None,
        published: Some("2031-03-04".parse().unwrap()),
        language: Some("en".into()),
        body: vec![paragraph.span()],
        furniture: vec![Furniture {
            span: at("🕊️ Help us: 12 $ of 900 $"), kind: FurnitureKind::Donation
        }],
        doubts: vec![],
        page_map: None,
        text,
    }
}

/// A page whose words are partly copied and partly decoded.
pub(crate) fn page() -> (Article, Text<Page>) {
    let page: Text<Page> =
        Text::new("<h1>Storm &amp; 🌊</h1><p>Zo&euml; said “no”.</p><p>Ōmura left.</p>").unwrap();
    let (text, map) = woven(&page);
    let at = |words: &str| find(&text, words).span();
    let article = Article {
        id: "page".into(),
        document: document(page.as_str(), "text/html"),
        title: Some(at("Storm & 🌊")),
        page_map: Some(map),
        body: vec![at("Zoë said “no”."), at("Ōmura left.")],
        furniture: vec![],
        text,
        ..article()
    };
    (article, page)
}

fn woven(page: &Text<Page>) -> (Text<Body>, SourceMap) {
    use sayso_text::Glue;
    let mut weave = Weave::new(page);
    let piece = |words: &str| page.whole().find(words).unwrap();
    weave.copy(piece("Storm "));
    weave.decode(piece("&amp;"), "&");
    weave.copy(piece(" 🌊"));
    weave.glue(Glue::Paragraph);
    weave.copy(piece("Zo"));
    weave.decode(piece("&euml;"), "ë");
    weave.copy(piece(" said “no”."));
    weave.glue(Glue::Paragraph);
    weave.copy(piece("Ōmura left."));
    weave.finish().unwrap()
}

fn document(content: &str, media_type: &str) -> Document {
    Document {
        uri: Some("https://gazette.example/storm".into()),
        media_type: media_type.into(),
        encoding: "UTF-8".into(),
        sha256: sha256(content),
        bytes: content.len() as u64,
    }
}

pub(crate) fn sha256(content: &str) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn find<'t>(text: &'t Text<Body>, words: &str) -> Slice<'t, Body> {
    text.whole().find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"))
}

/// The record of [`article`] on the wire.
pub(crate) fn record() -> sayso_wire::Record {
    let article = article();
    let mut record = RecordBuilder::new(&article);
    let at = |words: &str| find(&article.text, words);
    record.sentence(article.text.slice(article.body[0])).unwrap();
    let omura = record.actor(named(at("Zoë Ōmura"), ActorType::Person, Some(at("spokeswoman")))).unwrap();
    let gazette = record.actor(named(at("the Harbour\nGazette"), ActorType::Organization, None)).unwrap();
    let sailors = record.actor(named(at("sailors 🚢"), ActorType::Group, None)).unwrap();
    let ministry = record.actor(named(at("the ministry"), ActorType::Organization, None)).unwrap();
    for (actor, words, form) in [
        (omura, "Zoë Ōmura", Form::Name),
        (omura, "عُمورة", Form::Name),
        (omura, "We", Form::Pronoun),
        (gazette, "the Harbour\nGazette", Form::Name),
        (ministry, "the ministry", Form::Nominal),
    ] {
        record.mention(actor, at(words), form).unwrap();
    }
    let vell = record.place(NewPlace { span: at("Vell"), known: None, actor: None }).unwrap();
    let day = NewTime {
        span: at("March 3rd"),
        kind: TimexType::Date,
        value: "2031-03-03".into(),
        from: "2031-03-03".parse().ok(),
        to: "2031-03-03".parse().ok(),
    };
    let day = record.time(day).unwrap();
    let number = NewQuantity {
        span: at("more than 30,000"),
        value: 30000.0,
        relation: Relation::More,
        unit: None,
        of: Some(at("sailors")),
    };
    let number = record.quantity(number).unwrap();
    let outer = NewStatement {
        via: vec![NewRelay { actor: Some(gazette), span: at("the Harbour\nGazette") }],
        time: Some(day),
        ..said(
            vec![omura],
            at("said on").split_at(4).unwrap().0,
            at("that more than 30,000 sailors 🚢 would attack the port of Vell"),
        )
    };
    let outer = record.statement(outer).unwrap();
    let inner = NewStatement {
        within: Some(outer),
        kind: StatementKind::Direct,
        stance: Stance::Denies,
        place: Some(vell),
        source_span: Some(at("the ministry")),
        ..said(vec![], at("answered"), at("“We never said 🤥 that,”"))
    };
    let inner = record.statement(inner).unwrap();
    let maybe = Factuality {
        polarity: Polarity::Positive,
        certainty: Certainty::Possible,
        time: Tense::Future,
        conditional: false,
    };
    let attack = NewEvent {
        trigger: at("attack"),
        kind: EventType::Assault,
        mode: None,
        contexts: vec![Context::Military, Context::HumanRights],
        actor: vec![(sailors, at("sailors 🚢"))],
        recipient: vec![],
        place: Some(vell),
        time: Some(day),
        quantities: vec![number],
        standing: Standing::marked(Marked::Hypothetical, at("would"), maybe),
        statement: Some(inner),
    };
    let attack = record.event(attack).unwrap();
    record.link(LinkType::Denies, inner, Some(outer), Some(attack)).unwrap();
    record.note(Some(at("🤥")), "a sign, not a word").unwrap();
    sayso_wire::encode(&record.finish())
}

fn named<'t>(name: Slice<'t, Body>, kind: ActorType, role: Option<Slice<'t, Body>>) -> NewActor<'t> {
    NewActor { name, kind, country: Some("KRN"), sector: Some(Sector::Gov), role }
}

fn said<'t>(
    source: Vec<sayso_record::ActorId>,
    cue: Slice<'t, Body>,
    content: Slice<'t, Body>,
) -> NewStatement<'t> {
    NewStatement {
        source,
        source_span: None,
        cue: Some(cue),
        content: vec![content],
        kind: StatementKind::Indirect,
        stance: Stance::Affirms,
        via: vec![],
        within: None,
        to: vec![],
        time: None,
        place: None,
    }
}

/// The words at a span, counted as Python counts them.
pub(crate) fn words(record: &sayso_wire::Record, span: sayso_wire::Span) -> String {
    record.text.chars().skip(span.0 as usize).take((span.1 - span.0) as usize).collect()
}
