//! A store keeps each report once, gives back what was put in, and knows copies from others.

use std::path::Path;
use std::sync::LazyLock;

use sayso::store::{Added, Key, Store, Writer};
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
