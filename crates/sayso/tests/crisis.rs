//! The worked example (`examples/sillin-dam`) in a store: what a trace and the counts must tell of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sayso::store::{Origin, Query, ReportLine, Role, Store, Trace, Writer};
use sayso::wire::{EventType, LinkType};
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
    let mut writer = Writer::open(&path).expect("a new store");
    writer.add(&records).expect("room on the disk");
    path
});

fn store() -> Store {
    Store::open(&STORE).expect("the store just made")
}

fn trace(words: &str) -> Trace {
    store().trace(&Query { words: words.to_owned(), ..Query::default() }).expect("a question with words")
}

/// The origin that is called so.
fn origin<'t>(trace: &'t Trace, who: &str) -> &'t Origin {
    let found = trace.origins.iter().find(|origin| origin.who.as_ref().is_some_and(|name| name.name == who));
    found.unwrap_or_else(|| panic!("no origin {who}: {:#?}", trace.origins))
}

/// The days and outlets of an origin's sayings.
fn told<'t>(trace: &'t Trace, origin: &Origin) -> Vec<(Role, &'t ReportLine)> {
    let sayings = origin.sayings.iter().map(|at| &trace.sayings[*at as usize]);
    sayings.map(|saying| (saying.role, &saying.hit.report)).collect()
}

#[test]
fn the_first_is_the_minister_on_the_radio() {
    let trace = trace("4,000 soldiers near Brask");
    let first: Vec<_> = trace.sayings.iter().filter(|saying| saying.role == Role::First).collect();
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].hit.report.outlet.as_deref(), Some("Radio Arn"));
    assert_eq!(first[0].hit.report.published.as_deref(), Some("2025-03-02"));
    let who = trace.origins[first[0].origin as usize].who.as_ref().map(|name| name.name.as_str());
    assert_eq!(who, Some("Edrin Kolvas"));
}

#[test]
fn all_who_quote_him_are_one_origin_and_copies_are_folded() {
    let trace = trace("4,000 soldiers near Brask");
    let kolvas = origin(&trace, "Edrin Kolvas");
    let told = told(&trace, kolvas);
    let outlets: BTreeSet<_> = told.iter().filter_map(|(_, report)| report.outlet.as_deref()).collect();
    assert!(
        ["Radio Arn", "The Coast Herald", "World Brief"].iter().all(|one| outlets.contains(one)),
        "{outlets:?}"
    );
    let copies: BTreeSet<_> =
        told.iter().filter(|(_, report)| report.copy_of.is_some()).map(|(_, report)| &report.key).collect();
    assert_eq!(copies.len(), 3, "the agency's report whole, cut and in a round-up: {told:#?}");
    assert!(kolvas.through.iter().any(|name| name.contains("Highland News Agency")), "{:?}", kolvas.through);
    let others: BTreeSet<_> =
        trace.origins.iter().filter_map(|origin| Some(origin.who.as_ref()?.name.as_str())).collect();
    assert!(others.len() > 2 && trace.origins.len() < trace.sayings.len(), "{others:?}");
}

#[test]
fn the_ministry_denies_it_and_is_told_apart_from_who_says_so() {
    let trace = trace("4,000 soldiers near Brask");
    let denials: Vec<_> = trace.sayings.iter().filter(|saying| saying.role == Role::Denial).collect();
    let on_the_day = denials.iter().any(|saying| {
        let said = saying.hit.words.contains("four thousand Vantrian soldiers");
        said && saying.hit.report.outlet.as_deref() == Some("Vantra")
    });
    assert!(on_the_day, "{denials:#?}");
    let denying: Vec<_> = trace.origins.iter().filter(|origin| origin.denies).collect();
    assert!(!denying.is_empty());
    assert!(!origin(&trace, "Edrin Kolvas").denies);
    assert!(trace.relations.iter().any(|one| one.r#type == LinkType::Denies), "{:#?}", trace.relations);
}

#[test]
fn other_numbers_stand_beside_it_with_those_who_give_them() {
    let trace = trace("4,000 soldiers near Brask");
    let givers = |value: f64| -> BTreeSet<&str> {
        let given = trace.numbers.iter().filter(|given| given.number.value.0 == value);
        let sayings = given.flat_map(|given| &given.sayings).map(|at| trace.sayings[*at as usize].origin);
        sayings.filter_map(|at| Some(trace.origins[at as usize].who.as_ref()?.name.as_str())).collect()
    };
    assert!(givers(4000.0).contains("Edrin Kolvas"), "{:#?}", trace.numbers);
    let others = [900.0, 1150.0, 10_000.0].iter().filter(|value| !given(&trace, **value).is_empty()).count();
    assert_eq!(others, 3, "{:#?}", trace.numbers);
    let asked: Vec<_> =
        trace.numbers.iter().filter(|given| given.asked).map(|given| given.number.value.0).collect();
    assert_eq!(asked, [4000.0]);
}

fn given(trace: &Trace, value: f64) -> Vec<u32> {
    let given = trace.numbers.iter().filter(|given| given.number.value.0 == value);
    given.flat_map(|given| given.sayings.clone()).collect()
}

#[test]
fn two_people_of_one_name_stay_two() {
    let called = store().actors("Kolvas", 10).expect("actors");
    let full: BTreeSet<_> =
        called.iter().map(|actor| actor.name.as_str()).filter(|name| name.contains(' ')).collect();
    assert_eq!(full, BTreeSet::from(["Edrin Kolvas", "Ilsa Kolvas"]));
}

#[test]
fn what_happened_is_told_from_what_was_only_said() {
    let types = store().stats().expect("counts").types;
    let assault =
        types.iter().find(|one| one.r#type == EventType::Assault).expect("attacks are spoken of").events;
    // By hand (`truth.json`): 9 mentions of shots that were fired and 10 of the war of 1987, 12 denied, 12 that may be, 3 to come.
    assert_eq!((assault.actual, assault.negated, assault.hypothetical), (19, 12, 12), "{assault:?}");
    assert!((3..=4).contains(&assault.future), "{assault:?}");
}
