//! Runs `specs/`: Markdown that says what each stage does. Under a quoted text stand the items that must be found: all items of each kind
//! that is named, in order, each with at least the attributes given; `KIND: none` where there must be none. `standing: WORD=STATUS` is about
//! single words; `not yet: WORD=STATUS` says what should hold and does not.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sayso::record::{
    Article, Document, Form, LinkType, Record, RecordBuilder, Relation, Stance, StatementKind, TimexType,
};
use sayso::text::{Body, CodePoints, Span, Text};
use sayso::{Format, Gazetteer, Input};
use sayso_lang::{Marks, Model, Reading, Upos};

/// One example (a quoted text or a page in a fence) and what is expected of it.
#[derive(Debug, Default)]
struct Case {
    place: String,
    published: Option<String>,
    url: Option<String>,
    /// The first line is the headline.
    headline: bool,
    page: bool,
    text: Vec<String>,
    expected: Vec<(String, String)>,
}

/// What `ingest` decides: the example is read as a document. For all others each line of it is a paragraph.
const OF_DOCUMENTS: [&str; 7] = ["furniture", "body", "title", "byline", "outlet", "published", "language"];
const OF_TEXTS: [&str; 14] = [
    "tokens",
    "sentence",
    "quotation",
    "name",
    "tree",
    "lemmas",
    "place",
    "time",
    "quantity",
    "actor",
    "statement",
    "event",
    "standing",
    NOT_YET,
];

/// Standings that the engine still gets wrong. They are listed, so that nobody takes the specs for all there is to know, and counted.
const NOT_YET: &str = "not yet";

/// An item as words (in quotation marks) and `key=value` pairs.
type Item = (Vec<String>, Vec<(String, String)>);

#[expect(clippy::disallowed_methods, reason = "the weights are a file")]
static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/sayso-core.bin");
    Model::load(&std::fs::read(path).expect("the weights are there")).expect("a model")
});

#[expect(clippy::disallowed_methods, reason = "the gazetteer is a file")]
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/places.bin");
    Gazetteer::load(std::fs::read(path).expect("the gazetteer is there")).expect("a gazetteer")
});

#[test]
fn specs_hold() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs")) {
        for case in cases(&path) {
            count += 1;
            wrong.extend(check(&case));
        }
    }
    assert!(count > 500, "only {count} cases found");
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[expect(clippy::disallowed_methods, reason = "specs are files")]
fn cases(path: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(path).expect("a spec is readable");
    let mut cases: Vec<Case> = Vec::new();
    let mut next = Case::default();
    let mut fenced = false;
    for (at, line) in text.lines().enumerate() {
        let place = format!("{}:{}", path.file_name().unwrap_or_default().display(), at + 1);
        let mut example = |words: &str, page: bool| {
            next.text.push(words.to_owned());
            (next.page, next.place) = (page, place.clone());
        };
        if fenced || line == "```html" || line == "```" {
            let inside = fenced && line != "```";
            fenced = line != "```";
            if inside {
                example(line, true);
            }
        } else if let Some(words) = line.strip_prefix('>') {
            example(words.strip_prefix(' ').unwrap_or(words), false);
        } else if next.text.is_empty() {
            next.published = line.strip_prefix("published: ").map(Into::into).or(next.published);
            next.url = line.strip_prefix("url: ").map(Into::into).or(next.url);
            next.headline |= line == "headline: first line";
        } else if let Some((kind, rest)) = line.split_once(':') {
            let known = OF_DOCUMENTS.contains(&kind) || OF_TEXTS.contains(&kind);
            assert!(known, "{place}: no such kind of item: {kind}");
            next.expected.push((kind.to_owned(), rest.trim().to_owned()));
        } else if !next.expected.is_empty() {
            cases.push(std::mem::take(&mut next));
        }
    }
    cases.extend((!next.expected.is_empty()).then_some(next));
    cases
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = entries.collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn check(case: &Case) -> Vec<String> {
    let document = case.expected.iter().any(|(kind, _)| OF_DOCUMENTS.contains(&kind.as_str()));
    let article = if document { document_of(case) } else { article(case) };
    let reading = sayso_lang::read(&article, &MODEL);
    let record = record(&article, &reading);
    let mut kinds: Vec<&str> = case.expected.iter().map(|(kind, _)| kind.as_str()).collect();
    kinds.dedup();
    let complaint = |kind: &str| {
        if kind == NOT_YET {
            return premature(case, &reading);
        }
        let lines = case.expected.iter().filter(|(of, rest)| of == kind && rest != "none");
        let wanted: Vec<Item> = lines.map(|(_, rest)| item(rest)).collect();
        let found = found(kind, &reading, &record);
        let right =
            wanted.len() == found.len() && wanted.iter().zip(&found).all(|(want, got)| fits(want, got));
        (!right).then(|| format!("{} {kind}\n  want {wanted:?}\n  got  {found:?}", case.place))
    };
    kinds.into_iter().filter_map(complaint).collect()
}

/// What stands under `not yet` and holds by now.
fn premature(case: &Case, reading: &Reading<'_>) -> Option<String> {
    let found = standings(reading);
    let wanted = case.expected.iter().filter(|(kind, _)| kind == NOT_YET).flat_map(|(_, rest)| item(rest).1);
    let held: Vec<_> = wanted.filter(|pair| found.contains(pair)).collect();
    (!held.is_empty()).then(|| format!("{} holds by now, so move it to `standing`: {held:?}", case.place))
}

/// Of all words whose standing is told, those that the engine gets right.
#[test]
fn standings_hold_nearly_everywhere() {
    let (right, all) = tally(&files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs/standing")));
    assert!(all >= 400, "only {all} words found");
    assert!(right * 1000 >= all * 950, "{right} of {all}");
}

/// The same for sentences that were written after the rules: counted, and nothing learnt from them.
#[test]
fn unseen_standings_hold() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/standing/unseen.md");
    let (right, all) = tally(&[path]);
    assert!(all >= 140, "only {all} words found");
    assert!(right * 1000 >= all * 935, "{right} of {all}");
}

/// How many words have the standing that is asked for, and how many are asked for.
fn tally(paths: &[PathBuf]) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for case in paths.iter().flat_map(|path| cases(path)) {
        let article = article(&case);
        let found = standings(&sayso_lang::read(&article, &MODEL));
        let lines = case.expected.iter().filter(|(kind, _)| kind == "standing" || kind == NOT_YET);
        for pair in lines.flat_map(|(_, rest)| item(rest).1) {
            all += 1;
            right += usize::from(found.contains(&pair));
        }
    }
    (right, all)
}

/// Every word with its status.
fn standings(reading: &Reading<'_>) -> Vec<(String, String)> {
    let statuses = sayso_extract::statuses(reading);
    reading
        .tokens
        .iter()
        .zip(statuses)
        .map(|(token, status)| pair(token.slice.as_str(), status.name()))
        .collect()
}

/// The example as a document that came in.
fn document_of(case: &Case) -> Article {
    let format = Some(if case.page { Format::Html } else { Format::Text });
    let bytes = case.text.join("\n").into_bytes();
    sayso::ingest::article(&Input { bytes, url: case.url.clone(), format, ..Input::default() })
        .expect("an article")
}

/// Each non-empty line is a paragraph.
fn article(case: &Case) -> Article {
    let text = Text::<Body>::new(case.text.join("\n")).expect("short");
    let mut lines =
        text.whole().lines().filter(|line| !line.trim().is_empty()).map(|line| line.trim().span());
    let title = if case.headline { lines.next() } else { None };
    let body = lines.collect();
    let document = Document {
        uri: None,
        media_type: "text/plain".into(),
        encoding: "UTF-8".into(),
        sha256: String::new(),
        bytes: 0,
    };
    Article {
        id: String::new(),
        document,
        page_map: None,
        title,
        byline: None,
        outlet: None,
        published: case.published.as_ref().map(|day| day.trim().parse().expect("a day")),
        language: Some("en".into()),
        body,
        furniture: Vec::new(),
        doubts: Vec::new(),
        text,
    }
}

fn record(article: &Article, reading: &Reading<'_>) -> Record {
    let mut record = RecordBuilder::new(article);
    let mut cast = sayso_extract::actors(reading, &mut record).expect("cited");
    sayso_extract::places(&cast, &GAZETTEER, &mut record).expect("cited");
    sayso_extract::times(reading, &mut record).expect("cited");
    sayso_extract::quantities(reading, &mut record).expect("cited");
    sayso_extract::statements(&mut cast, &mut record).expect("cited");
    sayso_extract::events(&mut cast, &mut record).expect("cited");
    let record = record.finish();
    let points = CodePoints::new(&record.article.text);
    assert!(
        record
            .statements
            .iter()
            .flat_map(|it| &it.content)
            .all(|&span| points.of(span).0 < points.of(span).1)
    );
    record
}

/// `"words" key=value key="words"`, with `\"` for a mark inside.
fn item(line: &str) -> Item {
    let (mut words, mut pairs) = (Vec::new(), Vec::new());
    let mut rest = line.trim();
    while !rest.is_empty() {
        let key = rest.find(['=', '"', ' ']).filter(|&at| rest[at..].starts_with('=')).map(|at| &rest[..at]);
        let from = key.map_or(0, |key| key.len() + 1);
        let (value, length) = value(&rest[from..]);
        match key {
            Some(key) => pairs.push((key.to_owned(), value)),
            None => words.push(value),
        }
        rest = rest[from + length..].trim_start();
    }
    (words, pairs)
}

fn value(rest: &str) -> (String, usize) {
    let Some(quoted) = rest.strip_prefix('"') else {
        let end = rest.find(' ').unwrap_or(rest.len());
        return (rest[..end].to_owned(), end);
    };
    let mut escaped = false;
    let end = quoted.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    let end = end.expect("a closing mark");
    (quoted[..end].replace("\\\"", "\"").replace("\\\\", "\\"), end + 2)
}

/// The words are the same, but for what `…` leaves out, and the pairs asked for are there.
fn fits(want: &Item, got: &Item) -> bool {
    let words = want.0.is_empty()
        || want.0.len() == got.0.len() && want.0.iter().zip(&got.0).all(|(a, b)| shortened(a, b));
    words && want.1.iter().all(|pair| got.1.contains(pair))
}

fn shortened(want: &str, got: &str) -> bool {
    match want.split_once(" … ") {
        Some((first, last)) => got.starts_with(first) && got.ends_with(last),
        None => want == got,
    }
}

fn pair(key: &str, value: impl Into<String>) -> (String, String) {
    (key.to_owned(), value.into())
}

fn found(kind: &str, reading: &Reading<'_>, record: &Record) -> Vec<Item> {
    let words = |span: Span<Body>| record.article.text.slice(span).as_str().to_owned();
    match kind {
        "tokens" => {
            let cut = |range: &std::ops::Range<usize>| {
                reading.tokens[range.clone()].iter().map(|token| token.slice.to_string()).collect()
            };
            reading.sentences.iter().map(|sentence| (cut(&sentence.tokens), Vec::new())).collect()
        }
        "sentence" => {
            reading.sentences.iter().map(|sentence| (vec![sentence.slice.to_string()], Vec::new())).collect()
        }
        "quotation" => reading.quotations.iter().map(quotation).collect(),
        "name" => {
            let names = reading.names.iter();
            names.map(|name| (vec![name.slice.to_string()], vec![pair("kind", name.kind.as_str())])).collect()
        }
        "tree" => reading.sentences.iter().map(|sentence| tree(reading, &sentence.tokens)).collect(),
        "lemmas" => reading.sentences.iter().map(|sentence| lemmas(reading, &sentence.tokens)).collect(),
        "place" => record.places.iter().map(|place| place_item(record, place)).collect(),
        "time" => record
            .times
            .iter()
            .map(|time| {
                (vec![words(time.span)], vec![pair("type", timex(time.kind)), pair("value", &*time.value)])
            })
            .collect(),
        "quantity" => record.quantities.iter().map(|quantity| quantity_item(record, quantity)).collect(),
        "furniture" | "body" | "title" | "byline" | "outlet" | "published" | "language" => {
            of_document(kind, &record.article)
        }
        "event" => record.events.iter().map(|event| event_item(record, event)).collect(),
        "standing" => vec![(Vec::new(), standings(reading))],
        "actor" => record.actors.iter().map(|actor| actor_item(record, actor)).collect(),
        _ => (0..record.statements.len()).map(|at| statement_item(record, at)).collect(),
    }
}

/// Every word but marks as `word:relation:head`; of a root the head is left out.
fn tree(reading: &Reading<'_>, tokens: &std::ops::Range<usize>) -> Item {
    let arcs = reading.tokens[tokens.clone()].iter().filter(|token| token.upos != Upos::Punct).map(|token| {
        let relation = token.relation.as_str();
        match token.head {
            Some(head) => {
                format!("{}:{relation}:{}", token.slice.as_str(), reading.tokens[head].slice.as_str())
            }
            None => format!("{}:{relation}", token.slice.as_str()),
        }
    });
    (arcs.collect(), Vec::new())
}

/// Every word but marks as `lemma/UPOS`.
fn lemmas(reading: &Reading<'_>, tokens: &std::ops::Range<usize>) -> Item {
    let words = reading.tokens[tokens.clone()].iter().filter(|token| token.upos != Upos::Punct);
    (words.map(|token| format!("{}/{}", token.lemma, token.upos.as_str())).collect(), Vec::new())
}

fn of_document(kind: &str, article: &Article) -> Vec<Item> {
    let words = |span: Span<Body>| {
        let lines: Vec<&str> = article.text.slice(span).as_str().split('\n').map(str::trim).collect();
        lines.join(" ")
    };
    let plain = |words: String| (vec![words], Vec::new());
    match kind {
        "furniture" => {
            let kind = |it: &sayso::record::Furniture| vec![pair("kind", it.kind.name())];
            article.furniture.iter().map(|it| (vec![words(it.span)], kind(it))).collect()
        }
        "body" => article.body.iter().map(|&span| plain(words(span))).collect(),
        "title" => article.title.into_iter().map(words).map(plain).collect(),
        "byline" => article.byline.into_iter().map(words).map(plain).collect(),
        "outlet" => article.outlet.iter().cloned().map(plain).collect(),
        "published" => article.published.iter().map(|day| plain(day.to_string())).collect(),
        _ => article.language.iter().cloned().map(plain).collect(),
    }
}

fn quotation(quotation: &sayso_lang::Quotation<'_>) -> Item {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let marks = if quotation.marks == Marks::Double { "double" } else { "single" };
    let pairs = [
        ("marks", marks),
        ("closed", yes(quotation.closed)),
        ("continues", yes(quotation.continues.is_some())),
        ("inside", yes(quotation.inside.is_some())),
    ];
    (vec![quotation.slice.to_string()], pairs.map(|(key, value)| pair(key, value)).to_vec())
}

/// Name, country, division and feature of the entry; `known=no` without one. The actor by its name.
fn place_item(record: &Record, place: &sayso::record::Place) -> Item {
    let words = |span: Span<Body>| record.article.text.slice(span).as_str().to_owned();
    let mut pairs = vec![pair("known", if place.known.is_some() { "yes" } else { "no" })];
    if let Some(known) = &place.known {
        pairs.push(pair("name", known.name.as_str()));
        pairs.push(pair("id", known.geonameid.map_or("none".into(), |id| id.to_string())));
        pairs.push(pair("country", known.country.as_deref().unwrap_or("none")));
        pairs.push(pair("admin1", known.admin1.as_deref().unwrap_or("none")));
        pairs.push(pair("feature", format!("{:?}", known.feature)));
    }
    let actor = place.actor.map(|id| words(record.actors[id.index()].name));
    pairs.push(pair("actor", actor.unwrap_or_else(|| "none".into())));
    (vec![words(place.span)], pairs)
}

fn timex(kind: TimexType) -> &'static str {
    match kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

fn quantity_item(record: &Record, quantity: &sayso::record::Quantity) -> Item {
    let words = |span: Span<Body>| record.article.text.slice(span).as_str().to_owned();
    let relation = match quantity.relation {
        Relation::Equal => "=",
        Relation::More => ">",
        Relation::Less => "<",
        Relation::AtLeast => ">=",
        Relation::AtMost => "<=",
        Relation::About => "~",
    };
    let mut pairs = vec![pair("value", quantity.value.to_string()), pair("relation", relation)];
    pairs.extend(quantity.of.map(|of| pair("of", words(of))));
    pairs.extend(quantity.unit.map(|unit| pair("unit", unit)));
    (vec![words(quantity.span)], pairs)
}

fn actor_item(record: &Record, actor: &sayso::record::Actor) -> Item {
    let words = |span: Span<Body>| record.article.text.slice(span).as_str().to_owned();
    let mut forms: Vec<String> = Vec::new();
    for mention in actor.mentions.iter().filter(|mention| mention.form == Form::Name) {
        let form = words(mention.span);
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    (vec![words(actor.name)], vec![pair("forms", forms.join("; "))])
}

fn event_item(record: &Record, event: &sayso::record::Event) -> Item {
    let words = |span: Span<Body>| record.article.text.slice(span).as_str().to_owned();
    let names = |list: &[sayso::record::Participant]| {
        list.iter().map(|one| words(record.actors[one.id.index()].name)).collect::<Vec<_>>().join("; ")
    };
    let cues: Vec<_> = event.status_cues.iter().map(|&span| words(span)).collect();
    let contexts: Vec<_> = event.contexts.iter().map(|context| context.name()).collect();
    let holder = event.statement.map(|id| {
        let sources = record.statements[id.index()].source.iter();
        sources.map(|id| words(record.actors[id.index()].name)).collect::<Vec<_>>().join("; ")
    });
    let pairs = [
        pair("type", event.kind.name()),
        pair("mode", event.mode.unwrap_or("none")),
        pair("contexts", contexts.join("; ")),
        pair("actor", names(&event.actor)),
        pair("recipient", names(&event.recipient)),
        pair("status", event.status.name()),
        pair("cues", cues.join("; ")),
        pair("said-by", holder.unwrap_or_default()),
        pair("time", event.time.map_or(String::new(), |id| record.times[id.index()].value.clone())),
        pair("historical", if event.historical { "yes" } else { "no" }),
    ];
    (vec![words(event.trigger)], pairs.to_vec())
}

fn statement_item(record: &Record, at: usize) -> Item {
    let statement = &record.statements[at];
    let words = |span: Span<Body>| record.article.text.slice(span).as_str().to_owned();
    let names = |ids: &[sayso::record::ActorId]| {
        ids.iter().map(|id| words(record.actors[id.index()].name)).collect::<Vec<_>>().join("; ")
    };
    let kind = match statement.kind {
        StatementKind::Direct => "direct",
        StatementKind::Indirect => "indirect",
        StatementKind::Mixed => "mixed",
    };
    let stance = match statement.stance {
        Stance::Affirms => "affirms",
        Stance::Denies => "denies",
        Stance::Declines => "declines",
    };
    let via = statement.via.iter().map(|relay| words(relay.span)).collect::<Vec<_>>().join("; ");
    let content = statement.content.iter().map(|&span| words(span)).collect::<Vec<_>>().join(" … ");
    // The sources of the statements that this one denies or repeats.
    let linked = |kind: LinkType| {
        let own = record.links.iter().filter(|link| link.kind == kind && link.from.index() == at);
        let to = own.filter_map(|link| link.to).map(|to| names(&record.statements[to.index()].source));
        to.collect::<Vec<_>>().join("; ")
    };
    let pairs = [
        pair("source", names(&statement.source)),
        pair("cue", statement.cue.map_or("none".to_owned(), words)),
        pair("kind", kind),
        pair("stance", stance),
        pair("via", via),
        pair("to", names(&statement.to)),
        pair("content", content),
        pair("denies", linked(LinkType::Denies)),
        pair("repeats", linked(LinkType::Repeats)),
    ];
    (Vec::new(), pairs.to_vec())
}
