//! Stored reports made for the tests: the project's fixtures as the engine reads them, and one that is hostile to every format.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "only tests use it")]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sayso::{Engine, Gazetteer, Input};
use sayso_export::{Format, write};
use sayso_store::{Kept, KeptActor};
use sayso_wire::{Actor, ActorType, Record, Sector};

/// Words that mean something in CSV, XML, JSON and terminals, with what XML has no way to write.
pub(crate) const HOSTILE: &str = "=Varga\u{1} <b a=\"x\">&amp;]]> \\u0000 'é\u{301}🕊\u{ffff}\u{1b}[31m";

/// Reports of the project, a copy, a page, and the hostile one; actors of one name and type are one.
pub(crate) fn kept() -> &'static [Kept] {
    &KEPT
}

static KEPT: LazyLock<Vec<Kept>> = LazyLock::new(|| {
    let texts = [
        "reports/truce.txt",
        "reports/bridge.txt",
        "reports/ferry.html",
        "relays/curfew.txt",
        "relays/marathon.txt",
    ];
    let mut records: Vec<_> = texts.iter().map(|path| read(path, &file(path))).collect();
    records.push(read("second.txt", &second()));
    records.push(hostile());
    let mut cast = BTreeMap::new();
    let mut kept: Vec<_> = records.into_iter().map(|record| store(record, &mut cast)).collect();
    kept.push(elsewhere(&kept[0]));
    assert!(
        kept.iter().map(|kept| kept.record.events.len()).sum::<usize>() > 40,
        "too few events to tell anything"
    );
    kept
});

/// Everything in one format.
pub(crate) fn written(format: Format) -> String {
    let mut out = Vec::new();
    let written = write(format, all(), &mut out).unwrap();
    assert_eq!(written.reports, kept().len() as u64);
    String::from_utf8(out).unwrap()
}

pub(crate) fn all() -> impl Iterator<Item = Result<Kept, Infallible>> {
    kept().iter().cloned().map(Ok)
}

/// The words at code points of a text, counted as Python counts them.
pub(crate) fn words(text: &str, start: u64, end: u64) -> String {
    let (start, end) = (usize::try_from(start).unwrap(), usize::try_from(end).unwrap());
    text.chars().skip(start).take(end - start).collect()
}

/// The id in the store of an actor of a record.
pub(crate) fn store_id<'k>(kept: &'k Kept, id: &str) -> &'k str {
    let at = kept.record.actors.iter().position(|actor| actor.id == id).unwrap();
    &kept.actors[at].id
}

/// A report in which nearly every standing, a week and a range of days occur.
fn second() -> Vec<u8> {
    "Tessel, June 3 — Mara Holt, the defence minister of France, said on Monday that Germany had attacked the harbour of Lyon \
     on June 1, 2031, according to the Evening Courier. Germany did not attack Lyon, Deniz Varga said. \
     Varga warned that France may attack Germany if talks fail. Holt will meet Varga in Berlin next week. \
     Holt refused to comment on Varga.\n"
        .into()
}

/// The same document, published in another place as well.
fn elsewhere(kept: &Kept) -> Kept {
    let mut kept = Kept { key: "00000000000000cd".into(), copy_of: Some(kept.key.clone()), ..kept.clone() };
    kept.record.document.uri = Some("https://herald.example/truce".into());
    kept
}

fn store(record: Record, cast: &mut BTreeMap<(String, &'static str), String>) -> Kept {
    let key = record.document.sha256[..16].to_owned();
    let actors = record.actors.iter().map(|actor| known(actor, cast)).collect();
    let copy_of = record.id.starts_with("second").then(|| "00000000000000ab".to_owned());
    Kept { key, copy_of, record, actors }
}

fn known(actor: &Actor, cast: &mut BTreeMap<(String, &'static str), String>) -> KeptActor {
    let next = format!("a{}", cast.len() + 1);
    let id = cast.entry((actor.name.clone(), actor.r#type.name())).or_insert(next).clone();
    let Actor { name, r#type, country, sector, role, .. } = actor.clone();
    KeptActor { id, name, r#type, country, sector, role }
}

fn hostile() -> Record {
    let text = "Mara Holt said that Deniz Varga attacked Orlan Brandt in Paris on 2 June 2031. Brandt denied that he had attacked Holt.\n";
    let mut record = read("hostile.txt", text.as_bytes());
    assert!(record.events.iter().any(|event| !event.actor.is_empty() && !event.recipient.is_empty()));
    for actor in &mut record.actors {
        actor.name = format!("{HOSTILE} {}", actor.name);
        actor.forms.push(HOSTILE.into());
        actor.role = Some(HOSTILE.into());
        (actor.country, actor.sector) = (Some("QQQ".into()), Some(Sector::Gov));
        if actor.r#type == ActorType::Person {
            actor.name += &"long ".repeat(200);
        }
    }
    record.events.iter_mut().for_each(|event| event.holder.push(HOSTILE.into()));
    record.outlet = Some(HOSTILE.into());
    record.document.uri = Some(format!("https://courier.example/{HOSTILE}"));
    record
}

fn read(path: &str, bytes: &[u8]) -> Record {
    let name = path.rsplit('/').next().unwrap();
    let input = Input {
        name: name.into(),
        bytes: bytes.into(),
        id: Some(name.into()),
        published: Some("2031-06-03".parse().unwrap()),
        ..Input::default()
    };
    sayso_wire::encode(&sayso::read(&input, &ENGINE).unwrap())
}

#[expect(clippy::disallowed_methods, reason = "weights and gazetteer are files")]
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let places = std::fs::read(root("models/places.bin")).expect("the gazetteer is there");
    let weights = std::fs::read(root("models/sayso-core.bin")).expect("the weights are there");
    Engine::new(&weights, Gazetteer::load(places).expect("a gazetteer")).expect("an engine")
});

#[expect(clippy::disallowed_methods, reason = "fixtures are files")]
fn file(path: &str) -> Vec<u8> {
    let path = root("fixtures").join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of the repository.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}
