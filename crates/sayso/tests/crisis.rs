//! The worked example (`examples/sillin-dam`) in a store: what a trace and the counts must tell of it.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sayso::store::{Query, Store, Writer};
use sayso::{Engine, Gazetteer, ingest, wire};

#[expect(clippy::disallowed_methods, reason = "weights and gazetteer are files")]
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let file = |name: &str| std::fs::read(models.join(name)).expect("a file of the project");
    let gazetteer = Gazetteer::load(file("places.bin")).expect("a gazetteer");
    Engine::new(&file("sayso-core.bin"), gazetteer).expect("an engine")
});

static STORE: LazyLock<PathBuf> = LazyLock::new(|| {
    let path = std::env::temp_dir().join(format!("sayso-crisis-{}.db", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/sillin-dam/reports");
    let documents = ingest::documents(vec![reports]).map(|input| input.expect("a report"));
    let records: Vec<_> =
        documents.map(|input| wire::encode(&sayso::read(&input, &ENGINE).expect("a report"))).collect();
    Writer::open(&path).unwrap().add(&records).unwrap();
    path
});

fn store() -> Store {
    Store::open(&STORE).unwrap()
}

#[test]
fn show() {
    let store = store();
    let options = sayso::show::Options { width: 140, ..Default::default() };
    let query = |words: &str| Query { words: words.to_owned(), ..Query::default() };
    println!("{}", sayso::show::answers::stats(&store.stats().unwrap(), &options));
    println!(
        "{}",
        sayso::show::answers::trace(&store.trace(&query("4,000 soldiers near Brask")).unwrap(), &options)
    );
    println!(
        "{}",
        sayso::show::answers::found(&store.search(&query("soldiers"), None, 10).unwrap(), &options)
    );
    println!("{}", sayso::show::answers::timeline(&store.timeline(&query("")).unwrap(), &options));
    println!("{}", sayso::show::answers::actors(&store.actors("", 30).unwrap(), &options));
}
