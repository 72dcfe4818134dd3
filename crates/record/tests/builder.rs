//! What the builder takes, what it refuses, and what does not compile.

use sayso_record::*;
use sayso_text::{Body, Text};

fn article(words: &str) -> Article {
    Article {
        id: "x".into(),
        document: Document {
            uri: None,
            media_type: "text/plain".into(),
            encoding: "UTF-8".into(),
            sha256: String::new(),
            bytes: words.len() as u64,
        },
        text: Text::<Body>::new(words).expect("short"),
        page_map: None,
        title: None,
        byline: None,
        outlet: None,
        published: None,
        language: None,
        body: Vec::new(),
        furniture: Vec::new(),
        doubts: vec!["two bytes were no text".into()],
    }
}

fn said(builder: &RecordBuilder<'_>) -> NewStatement<'static> {
    let _ = builder;
    NewStatement {
        source: vec![],
        source_span: None,
        cue: None,
        content: vec![],
        kind: StatementKind::Indirect,
        stance: Stance::Affirms,
        via: vec![],
        within: None,
        to: vec![],
        time: None,
        place: None,
    }
}

#[test]
fn slices_of_another_text_are_refused() {
    let (one, two) = (article("the same words"), article("the same words"));
    let mut builder = RecordBuilder::new(&one);
    assert_eq!(builder.sentence(two.text.whole()), Err(Refused::OtherText));
    assert_eq!(builder.sentence(one.text.whole()), Ok(()));
    assert_eq!(builder.sentence(one.text.whole().find(" ").unwrap()), Err(Refused::Empty));
}

#[test]
fn a_statement_needs_evidence() {
    let one = article("Mara Venn said so.");
    let mut builder = RecordBuilder::new(&one);
    let new = said(&builder);
    assert_eq!(builder.statement(new), Err(Refused::NoEvidence));
}

#[test]
fn a_chain_cannot_loop() {
    let (one, other) = (article("Mara Venn said so."), article("He said. She said."));
    let mut elsewhere = RecordBuilder::new(&other);
    let cue = other.text.whole().find("said");
    elsewhere.statement(NewStatement { cue, ..said(&elsewhere) }).unwrap();
    let foreign = elsewhere.statement(NewStatement { cue, ..said(&elsewhere) }).unwrap();

    let mut builder = RecordBuilder::new(&one);
    let cue = one.text.whole().find("said");
    let first = builder.statement(NewStatement { cue, ..said(&builder) }).unwrap();
    let ahead = NewStatement { cue, within: Some(foreign), ..said(&builder) };
    assert_eq!(
        builder.statement(ahead),
        Err(Refused::UnknownId),
        "a statement can only stand in an earlier one"
    );
    assert!(builder.statement(NewStatement { cue, within: Some(first), ..said(&builder) }).is_ok());
}

#[test]
fn mentions_are_kept_in_the_order_of_the_text_and_once() {
    let one = article("Mara Venn said she would. Venn left.");
    let whole = one.text.whole();
    let mut builder = RecordBuilder::new(&one);
    let name = whole.find("Mara Venn").unwrap();
    let new = NewActor { name, kind: ActorType::Person, country: None, sector: None, role: None };
    let id = builder.actor(new).unwrap();
    for (words, form) in [("she", Form::Pronoun), ("Mara Venn", Form::Name), ("she", Form::Pronoun)] {
        builder.mention(id, whole.find(words).unwrap(), form).unwrap();
    }
    let record = builder.finish();
    let mentions: Vec<_> =
        record.actors[0].mentions.iter().map(|m| record.article.text.slice(m.span).as_str()).collect();
    assert_eq!(mentions, ["Mara Venn", "she"]);
    assert_eq!(record.notes.len(), 1, "doubts of the reader become notes");
}

#[test]
fn a_standing_keeps_the_words_that_mark_it() {
    let one = article("Venn may attack if provoked.");
    let whole = one.text.whole();
    let mut builder = RecordBuilder::new(&one);
    let cue = |words| whole.find(words).unwrap();
    let standing = Standing::marked(Marked::Hypothetical, cue("may"), Factuality::PLAIN).also(cue("if"));
    builder
        .event(NewEvent {
            trigger: cue("attack"),
            kind: EventType::Assault,
            mode: None,
            contexts: vec![],
            actor: vec![],
            recipient: vec![],
            place: None,
            time: None,
            quantities: vec![],
            standing,
            statement: None,
        })
        .unwrap();
    let event = &builder.so_far().events[0];
    assert_eq!(event.status, Status::Hypothetical);
    assert_eq!(event.status_cues.len(), 2);
}

#[test]
fn what_cites_nothing_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
