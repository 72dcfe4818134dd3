//! A report composed for these tests, and its record made by hand: a chain of relays, a denial, a refusal to speak, a statement within a
//! statement, an unknown source, events of every standing, and furniture above and below.

use sayso::record::{
    Article, Date, EventType, Furniture, FurnitureKind, LinkType, Marked, Record, Stance, Standing,
    StatementKind,
};

use crate::cast::{Cast, cast, quantities};
use crate::hand::{Hand, article};

/// The report with its headline, byline and furniture told apart from the body.
pub(crate) fn harbour_article() -> Article {
    let mut article = article(include_str!("report.txt"));
    let lines = article.body.clone();
    let kinds = [
        (0, FurnitureKind::Navigation),
        (1, FurnitureKind::Donation),
        (2, FurnitureKind::Donation),
        (4, FurnitureKind::RepeatedTitle),
        (14, FurnitureKind::Related),
        (15, FurnitureKind::Share),
        (16, FurnitureKind::Footer),
    ];
    article.furniture = kinds.map(|(line, kind)| Furniture { span: lines[line], kind }).to_vec();
    article.title = Some(lines[3]);
    article.byline = Some(lines[5]);
    article.body = lines[6..14].to_vec();
    article.outlet = Some("Harbour Gazette".into());
    article.published = Some(Date::constant(2024, 3, 14));
    article.document.uri = Some("https://gazette.example/2024/03/straits".into());
    article.doubts = vec!["one byte was not UTF-8 and was replaced".into()];
    article
}

/// The record of [`harbour_article`].
pub(crate) fn harbour() -> Record {
    let article = harbour_article();
    let mut hand = Hand::new(&article);
    hand.sentences();
    quantities(&mut hand);
    let cast = cast(&mut hand);
    seizure(&mut hand, &cast);
    parliament(&mut hand, &cast);
    telephone(&mut hand, &cast);
    ships(&mut hand, &cast);
    past(&mut hand, &cast);
    council(&mut hand, &cast);
    channels(&mut hand, &cast);
    hand.builder.finish()
}

fn seizure(hand: &mut Hand<'_>, cast: &Cast) {
    let night = hand.time("on Tuesday night", "2024-03-12TNI");
    let mut seized = hand.event("Velmar's", "seized", EventType::Coerce);
    seized.actor = vec![(cast.guard, hand.at("Velmar's", "Velmar's coast guard"))];
    seized.recipient = vec![(cast.ferry, hand.at("the ferry Anna", "Anna Lund"))];
    seized.time = Some(night);
    hand.happens(seized);

    let words = "the government may close the Straits of Orsa to Kastrian ships if the ferry's crew of 23 is not allowed to leave";
    let mut said = hand.said("two officials", &[cast.officials], "said", &[words]);
    said.source_span = Some(hand.at("two officials", "two officials"));
    let said = hand.add(said);
    let mut close = hand.event("may close", "close", EventType::Sanction);
    close.actor = vec![(cast.velmar, hand.at("the government", "the government"))];
    close.recipient = vec![(cast.kastria, hand.at("Kastrian ships", "Kastrian ships"))];
    close.standing = hand.marked(Marked::Hypothetical, "may close", "may").also(hand.at("ships if", "if"));
    close.statement = Some(said);
    hand.happens(close);
}

fn parliament(hand: &mut Hand<'_>, cast: &Cast) {
    let wednesday = hand.time("on Wednesday", "2024-03-13");
    let near = "“We will";
    let words = [
        "“We will not be the first to shoot, but we will not be the last to leave,”",
        "“Our patrols are going out tonight.”",
    ];
    let mut told = hand.said(near, &[cast.holm], "told", &words);
    told.source_span = Some(hand.at(near, "Prime Minister Dagny Holm"));
    told.kind = StatementKind::Direct;
    told.time = Some(wednesday);
    let told = hand.add(told);
    let mut shoot = hand.event(near, "shoot", EventType::Assault);
    shoot.standing = hand.marked(Marked::Negated, near, "not");
    shoot.actor = vec![(cast.velmar, hand.at(near, "We"))];
    shoot.statement = Some(told);
    hand.happens(shoot);
    let mut patrols = hand.event("“Our", "going out", EventType::Mobilize);
    patrols.actor = vec![(cast.velmar, hand.at("“Our", "Our patrols"))];
    patrols.standing = hand.marked(Marked::Future, "“Our", "tonight");
    patrols.statement = Some(told);
    hand.happens(patrols);
}

fn telephone(hand: &mut Hand<'_>, cast: &Cast) {
    let near = "According to the Kastrian";
    let words = "that Velmar had promised him in a telephone call that “no sailor would be harmed” and that the ferry would sail by Friday";
    let mut said = hand.said(near, &[cast.varga], "said", &[words]);
    said.source_span = Some(hand.at(near, "Foreign Minister Teo Varga"));
    said.kind = StatementKind::Mixed;
    said.via = vec![hand.relay(near, "the Kastrian daily Morgen", Some(cast.morgen))];
    let said = hand.add(said);
    let mut promised = hand.said(
        near,
        &[cast.velmar],
        "promised",
        &["that “no sailor would be harmed” and that the ferry would sail by Friday"],
    );
    promised.source_span = Some(hand.at(near, "Velmar"));
    promised.kind = StatementKind::Mixed;
    promised.via =
        vec![hand.relay(near, "Teo Varga", Some(cast.varga)), hand.relay(near, "Morgen", Some(cast.morgen))];
    promised.within = Some(said);
    promised.to = vec![cast.varga];
    let promised = hand.add(promised);
    let mut call = hand.event(near, "call", EventType::Consult);
    call.actor = vec![(cast.velmar, hand.at(near, "Velmar")), (cast.varga, hand.at(near, "him"))];
    call.statement = Some(said);
    let call = hand.happens(call);
    let mut promise = hand.event(near, "promised", EventType::Agree);
    promise.actor = vec![(cast.velmar, hand.at(near, "Velmar"))];
    promise.recipient = vec![(cast.varga, hand.at(near, "him"))];
    promise.statement = Some(said);
    hand.happens(promise);
    let mut harmed = hand.event("“no sailor", "harmed", EventType::Assault);
    harmed.standing = hand.marked(Marked::Negated, "“no sailor", "no").also(hand.at("“no sailor", "would"));
    harmed.statement = Some(promised);
    hand.happens(harmed);
    let mut denied = hand.said("Holm's office", &[cast.office], "denied", &["the call"]);
    denied.source_span = Some(hand.at("Holm's office", "Holm's office"));
    denied.stance = Stance::Denies;
    let denied = hand.add(denied);
    hand.builder.link(LinkType::Denies, denied, Some(said), Some(call)).unwrap();
    let mut aune = hand.said("“There was", &[cast.aune], "said", &["“There was no such conversation,”"]);
    aune.source_span = Some(hand.at("its spokeswoman", "its spokeswoman, Lise Aune"));
    aune.kind = StatementKind::Direct;
    let aune = hand.add(aune);
    hand.builder.link(LinkType::Contradicts, aune, Some(said), None).unwrap();
}

fn ships(hand: &mut Hand<'_>, cast: &Cast) {
    let mut silent =
        hand.said("The defence", &[cast.ministry], "would not say", &["how many ships it has sent"]);
    silent.stance = Stance::Declines;
    silent.source_span = Some(hand.at("The defence", "The defence ministry"));
    hand.add(silent);
    let near = "Satellite";
    let words = "at least six patrol boats and more than 1,400 soldiers at Port Hesse";
    let mut show = hand.said(near, &[], "show", &[words]);
    show.source_span = Some(hand.at(near, "Satellite pictures"));
    show.via = vec![hand.relay(near, "the agency Nordpress", None)];
    hand.add(show);
    let weekend = hand.time("at the weekend", "2024-W10-WE");
    let mut march = hand.event("some 3,000", "marched", EventType::Protest);
    march.time = Some(weekend);
    hand.happens(march);
}

fn past(hand: &mut Hand<'_>, cast: &Cast) {
    let (war, treaty) = (hand.time("in 1987", "1987"), hand.time("two years later", "1989"));
    let mut shelled = hand.event("Kastria shelled", "shelled", EventType::Assault);
    shelled.actor = vec![(cast.kastria, hand.at("Kastria shelled", "Kastria"))];
    shelled.recipient = vec![(cast.velmar, hand.at("shelled", "Port Hesse"))];
    shelled.standing = long_ago();
    shelled.time = Some(war);
    hand.happens(shelled);
    let mut signed = hand.event("two states", "signed", EventType::Agree);
    let states = hand.at("the two states", "the two states");
    signed.actor = vec![(cast.velmar, states), (cast.kastria, states)];
    signed.standing = long_ago();
    signed.time = Some(treaty);
    hand.happens(signed);
}

fn council(hand: &mut Hand<'_>, cast: &Cast) {
    let near = "The Council";
    let words = "that its envoy, Marguerite Odell, is expected in Velmar on Friday";
    let said = hand.said(near, &[cast.council], "said", &[words]);
    let said = hand.add(said);
    let mut visit = hand.event(near, "expected", EventType::Consult);
    visit.actor = vec![(cast.odell, hand.at(near, "Marguerite Odell"))];
    visit.standing = hand.marked(Marked::Future, near, "expected");
    visit.statement = Some(said);
    hand.happens(visit);
    let mut listen = hand.said("“She will", &[cast.council], "said", &["“She will listen first,”"]);
    listen.kind = StatementKind::Direct;
    listen.source_span = Some(hand.at("“She will", "it"));
    hand.add(listen);
    let words = "that it was “deeply worried that one careless order, given at night by somebody who has not slept, turns a quarrel over a ferry into a war.”";
    let mut adding = hand.said("“She will", &[cast.council], "adding", &[words]);
    adding.kind = StatementKind::Mixed;
    let adding = hand.add(adding);
    let mut war = hand.event("“deeply", "war", EventType::Assault);
    war.standing = hand.marked(Marked::Hypothetical, "“deeply", "worried");
    war.statement = Some(adding);
    hand.happens(war);
}

fn channels(hand: &mut Hand<'_>, cast: &Cast) {
    let near = "It was alleged";
    let alleged = hand.said(near, &[], "alleged", &["that a shot had been fired at the ferry"]);
    let alleged = hand.add(alleged);
    let mut shot = hand.event(near, "fired", EventType::Assault);
    shot.recipient = vec![(cast.ferry, hand.at("fired at", "the ferry"))];
    shot.standing = hand.marked(Marked::Hypothetical, near, "alleged");
    shot.statement = Some(alleged);
    hand.happens(shot);
    let about = hand.at(near, "several channels");
    hand.builder.note(Some(about), "the source is not named").unwrap();
}

fn long_ago<'t>() -> Standing<'t> {
    let mut standing = Standing::actual();
    standing.historical = true;
    standing
}
