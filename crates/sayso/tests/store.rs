//! A store keeps each report once, gives back what was put in, and knows copies from others.

use std::path::Path;
use std::sync::LazyLock;

use sayso::store::{Added, Batch, Checked, KeptActor, Key, Prepared, Query, Standings, Store, What, Writer};
use sayso::{Engine, Format, Gazetteer, Input, wire};

#[expect(clippy::disallowed_methods, reason = "weights and gazetteer are files")]
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let file = |name: &str| std::fs::read(models.join(name)).expect("a file of the project");
    let gazetteer = Gazetteer::load(file("places.bin")).expect("a gazetteer");
    Engine::new(&file("sayso-core.bin"), gazetteer).expect("an engine")
});

const AGENCY: &str = "Troops at Karsk\n\nKARSK, 3 March 2026 (Northern Wire Agency) - General Ida Holt of Tessel warned on Tuesday that \
    4,000 soldiers from Varga had gathered near the river crossing at Karsk.\n\nShe said that any attack on the crossing would be answered. \
    The defence ministry of Varga denied that its troops had moved.\n\nResidents of Karsk said they had seen lorries on the northern road \
    since Sunday, and two bakeries closed early because their ovens had no gas.\n";

fn record(text: &str, id: &str, published: &str) -> wire::Record {
    let input = Input {
        bytes: text.as_bytes().to_vec(),
        id: Some(id.to_owned()),
        published: published.parse().ok(),
        format: Some(Format::Text),
        ..Input::default()
    };
    wire::encode(&sayso::read(&input, &ENGINE).expect("a short text"))
}

/// A folder of its own, gone with it.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("sayso-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    fn store(&self) -> std::path::PathBuf {
        self.0.join("sayso.db")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_went_in_comes_out() {
    let folder = Folder::new("in-and-out");
    let record = record(AGENCY, "agency", "2026-03-03");
    let mut writer = Writer::open(&folder.store()).unwrap();
    let added = writer.add(std::slice::from_ref(&record)).unwrap();
    let key = Key::of(&record);
    assert_eq!(added, [Added::New(key)]);
    assert_eq!(writer.add(std::slice::from_ref(&record)).unwrap(), [Added::Known(key)]);
    let store = Store::open(&folder.store()).unwrap();
    let page = store.report(key).unwrap().expect("the report");
    assert_eq!(page.record, record);
    assert_eq!(page.report.published.as_deref(), Some("2026-03-03"));
    assert_eq!(store.each().count(), 1);
}

#[test]
fn a_copy_points_at_the_earliest_whatever_comes_first() {
    let cut = AGENCY.rsplit_once("\n\nResidents").expect("three paragraphs").0;
    let other = "A fair at Fenwick\n\nThe town of Fenwick opens its spring fair on Saturday. The mayor, Jon Lark, said that \
        forty stalls will sell cheese, honey and ropes.\n";
    let mut all = [
        record(AGENCY, "agency", "2026-03-03"),
        record(cut, "cut", "2026-03-04"),
        record(other, "fair", "2026-03-04"),
    ];
    let first = Key::of(&all[0]).to_string();
    for turn in 0..2 {
        let folder = Folder::new(&format!("copies-{turn}"));
        Writer::open(&folder.store()).unwrap().add(&all).unwrap();
        let store = Store::open(&folder.store()).unwrap();
        let copies: Vec<_> =
            store.each().map(|kept| kept.unwrap()).map(|kept| (kept.record.id, kept.copy_of)).collect();
        let of = |id: &str| copies.iter().find(|(one, _)| one == id).expect("it is there").1.clone();
        assert_eq!([of("agency"), of("cut"), of("fair")], [None, Some(first.clone()), None]);
        all.reverse();
    }
}

/// What `check` finds.
fn faults(store: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    let found = |step| {
        if let Checked::Fault(fault) = step {
            faults.push(fault.rule);
        }
    };
    Store::open(store).expect("a store").check(found).expect("a file that can be read");
    faults
}

/// Several reports of several days, in batches, not in the order of their days.
fn filled(folder: &Folder) -> Vec<wire::Record> {
    let cut = AGENCY.rsplit_once("\n\nResidents").expect("three paragraphs").0;
    let fair = "A fair at Fenwick\n\nThe mayor of Fenwick, Jon Lark, said on Monday that France had attacked nobody in Paris.\n";
    let records = vec![
        record(cut, "cut", "2026-03-04"),
        record(AGENCY, "agency", "2026-03-03"),
        record(fair, "fair", "2026-01-04"),
        record(fair, "fair again", "2026-01-04"),
    ];
    let mut writer = Writer::open(&folder.store()).expect("a new store");
    records.chunks(3).for_each(|batch| _ = writer.add(batch).expect("room on the disk"));
    records
}

#[test]
fn a_store_that_was_filled_in_batches_is_whole() {
    let folder = Folder::new("whole");
    filled(&folder);
    assert_eq!(faults(&folder.store()), [""; 0]);
}

#[test]
fn every_damage_is_a_fault() {
    let damages = [
        ("UPDATE tally SET n = n + 1 WHERE actor = 0 AND place = 0 AND day = -1", "tally: "),
        ("DELETE FROM said", "said: "),
        ("UPDATE edge SET n = n + 1", "edge: "),
        ("UPDATE actor SET reports = reports + 1 WHERE id = 1", "actor: "),
        ("DELETE FROM print WHERE hash = (SELECT min(hash) FROM print)", "its fingerprints are not"),
        ("DELETE FROM spot", "the places of its events"),
        ("UPDATE gathering SET items = items + 1", "the index counts"),
        ("UPDATE record SET json = substr(json, 1, 40)", "is damaged"),
        ("UPDATE report SET key = key + 1", "its key is not"),
        ("UPDATE report SET copy_of = (SELECT max(id) FROM report)", "a report that is not earlier"),
        ("DELETE FROM place; DELETE FROM outlet", "a place or an outlet"),
        (
            "INSERT INTO item (rowid, words, tags) SELECT max(id) * 524288 + 16004, 'x', 'item0' FROM report",
            "the index has",
        ),
    ];
    for (at, (damage, rule)) in damages.into_iter().enumerate() {
        let folder = Folder::new(&format!("damage-{at}"));
        filled(&folder);
        rusqlite::Connection::open(folder.store()).unwrap().execute_batch(damage).unwrap();
        let faults = faults(&folder.store());
        assert!(faults.iter().any(|fault| fault.contains(rule)), "{damage}: {faults:?}");
    }
}

#[test]
fn a_record_is_taken_as_it_is_or_not_at_all() {
    let folder = Folder::new("as-it-is");
    let record = record(AGENCY, "agency", "2026-03-03");
    let json = wire::to_json(&record);
    let refused = |json: String| Prepared::of_json(&json).expect_err("a fault");
    assert!(refused(json.replacen("4,000", "9,000", 1)).contains("hash of the text"));
    assert!(refused("{}".into()).contains("schema"));
    let mut record = record;
    let place = record.places.first_mut().expect("Karsk");
    // Read carelessly, this comes back as 129.33999999999995.
    (place.lat, place.lon) = (Some(wire::Number(-65.81)), Some(wire::Number(129.339_999_999_999_97)));
    let json = wire::to_json(&record);
    assert_eq!(wire::to_json(&serde_json::from_str(&json).unwrap()), json);
    let mut writer = Writer::open(&folder.store()).unwrap();
    let pretty = Prepared::of_json(&wire::to_json_pretty(&record)).expect("the same record");
    let batch = Batch { records: vec![pretty], ..Batch::default() };
    assert_eq!(writer.write(&batch).unwrap(), [Added::New(Key::of(&record))]);
    assert_eq!(
        Store::open(&folder.store()).unwrap().report(Key::of(&record)).unwrap().unwrap().record,
        record
    );
}

#[test]
fn a_key_is_known_before_a_document_is_read() {
    let record = record(AGENCY, "agency", "2026-03-03");
    assert_eq!(Key::of_document(AGENCY.as_bytes(), None, Some("agency")), Key::of(&record));
    assert_ne!(
        Key::of_document(AGENCY.as_bytes(), Some("https://wire.example/1"), Some("agency")),
        Key::of(&record)
    );
}

#[test]
fn two_writers_take_turns() {
    let folder = Folder::new("turns");
    let records = [
        record(AGENCY, "one", "2026-03-03"),
        record(AGENCY, "two", "2026-03-04"),
        record(AGENCY, "three", "2026-03-05"),
    ];
    let mut writers = [0, 1].map(|_| Writer::open(&folder.store()).unwrap());
    for (at, record) in records.iter().enumerate() {
        writers[at % 2].add(std::slice::from_ref(record)).unwrap();
    }
    assert_eq!(faults(&folder.store()), [""; 0]);
    // One of them has made these actors, and both know them.
    let called = |actors: Vec<KeptActor>, name: &str| {
        actors.into_iter().find(|actor| actor.name == name).expect("it is named").id
    };
    for name in ["Ida Holt", "Northern Wire Agency", "Karsk"] {
        let store = Store::open(&folder.store()).unwrap();
        let ids: Vec<_> = store.each().map(|kept| called(kept.unwrap().actors, name)).collect();
        assert!(ids.len() == 3 && ids.iter().all(|id| *id == ids[0]), "{name}: {ids:?}");
    }
}

const EVENTS: &str = "Guns at the river\n\nThe army of Varga shelled a market in Warsaw on Monday and killed two people, General Ida Holt said. Varga denied that its \
    troops had attacked a bridge in Paris. Tessel will hold an exercise in Madrid next week, she said. She warned that Varga might attack a camp in Berlin, and \
    that prisoners could be freed.\n";

fn of(events: &Standings, status: wire::Status) -> u32 {
    match status {
        wire::Status::Actual => events.actual,
        wire::Status::Negated => events.negated,
        wire::Status::Hypothetical => events.hypothetical,
        wire::Status::Future => events.future,
    }
}

/// What every report passes takes the way through the index, and nothing at all the one through the roll-ups; they know nothing of each other.
#[test]
fn the_index_counts_as_the_roll_ups_do() {
    let folder = Folder::new("counts");
    let days = [("one", "2026-03-03"), ("two", "2026-03-03"), ("three", "2027-12-31"), ("undated", "")];
    let mut records: Vec<_> = days.iter().map(|(id, day)| record(EVENTS, id, day)).collect();
    records.push(record(AGENCY, "agency", "2026-03-03"));
    records.iter_mut().for_each(|record| record.outlet = Some("Evening Courier".to_owned()));
    Writer::open(&folder.store()).unwrap().add(&records).unwrap();
    let store = Store::open(&folder.store()).unwrap();
    for status in wire::Status::ALL.iter().copied().map(Some).chain([None]) {
        let plain = Query { status, ..Query::default() };
        let indexed = Query { outlet: Some("Evening Courier".to_owned()), ..plain.clone() };
        let timeline = store.timeline(&plain).unwrap();
        assert_eq!(store.timeline(&indexed).unwrap(), timeline, "{status:?}");
        let map = store.map(&plain).unwrap();
        assert_eq!(store.map(&indexed).unwrap(), map, "{status:?}");
        assert!(!map.places.is_empty(), "{status:?}");
        let Some(status) = status else { continue };
        let days = timeline.days.iter().map(|day| &day.events).chain([&timeline.undated]);
        let due: u32 = days.map(|events| of(events, status)).sum();
        let hits = store.search(&plain, None, 200).unwrap().hits;
        let is_one = |what: &What| matches!(what, What::Event(done) if done.deed.status == status);
        assert!(hits.iter().all(|hit| is_one(&hit.what)), "{status:?}");
        assert_eq!((hits.len(), due > 3), (due as usize, true), "{status:?}");
    }
}
