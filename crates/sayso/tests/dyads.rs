//! The type of an event between two who are given (`sayso::dyad`).

use std::path::Path;
use std::sync::LazyLock;

use sayso::lang::Reading;
use sayso::record::EventType;
use sayso::{Engine, Format, Gazetteer, Input};

#[expect(clippy::disallowed_methods, reason = "weights and gazetteer are files")]
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let file = |name: &str| std::fs::read(models.join(name)).expect("a file of the project");
    let gazetteer = Gazetteer::load(file("places.bin")).expect("a gazetteer");
    Engine::new(&file("sayso-core.bin"), gazetteer).expect("an engine")
});

/// The tokens of some words that stand in the text once.
fn tokens(reading: &Reading<'_>, words: &str) -> Vec<usize> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let all: Vec<&str> = reading.tokens.iter().map(|token| token.slice.as_str()).collect();
    let start = all.windows(words.len().max(1)).position(|window| window == words);
    start.map_or_else(Vec::new, |start| (start..start + words.len()).collect())
}

fn with<T>(text: &str, use_it: impl FnOnce(&Reading<'_>) -> T) -> T {
    let input = Input { bytes: text.as_bytes().to_vec(), format: Some(Format::Text), ..Input::default() };
    sayso::parse(&input, &ENGINE, use_it).expect("a short text")
}

#[test]
fn types() {
    let kinds = [
        ("Karsk condemned the raid by Tessel on its port.", "Karsk", "Tessel", Some(EventType::Accuse)),
        ("Gunmen from Tessel killed nine soldiers of Karsk.", "Tessel", "Karsk", Some(EventType::Assault)),
        (
            "The foreign minister of Karsk met envoys from Tessel.",
            "Karsk",
            "Tessel",
            Some(EventType::Consult),
        ),
        ("Karsk sent food and medicine to Tessel.", "Karsk", "Tessel", Some(EventType::Aid)),
        ("Karsk rejected an appeal by Tessel.", "Karsk", "Tessel", Some(EventType::Reject)),
        ("Karsk released six prisoners from Tessel.", "Karsk", "Tessel", None),
    ];
    for (text, source, target, kind) in kinds {
        let dyad =
            with(text, |reading| sayso::dyad(reading, &tokens(reading, source), &tokens(reading, target)));
        assert_eq!(dyad.expect("a predicate").kind, kind, "{text}");
    }
}

#[test]
fn names_are_no_features() {
    let text = "Nadia Holt of Karsk accused the Tesselian army of Bram Varga.";
    let dyad = with(text, |reading| {
        sayso::dyad(reading, &tokens(reading, "Nadia Holt"), &tokens(reading, "Tesselian army of Bram Varga"))
    });
    let features = dyad.expect("a predicate").features;
    assert!(features.contains(&"between:accuse".to_owned()), "{features:?}");
    let named =
        |feature: &String| ["karsk", "tesselian", "varga", "holt"].iter().any(|name| feature.contains(name));
    assert!(!features.iter().any(named), "{features:?}");
}

#[test]
fn no_event_without_a_word_that_carries_one() {
    let none = with("Karsk, Tessel.", |reading| {
        sayso::dyad(reading, &tokens(reading, "Karsk"), &tokens(reading, "Tessel"))
    });
    assert_eq!(none, None);
}

#[test]
fn either_side_may_be_empty() {
    for text in ["Thousands marched in Karsk.", "Said.", "Karsk"] {
        let sides = with(text, |reading| {
            let karsk = tokens(reading, "Karsk");
            [
                sayso::dyad(reading, &[], &karsk),
                sayso::dyad(reading, &karsk, &[]),
                sayso::dyad(reading, &[], &[]),
            ]
        });
        assert_eq!(sides.iter().all(Option::is_some), text != "Karsk", "{text}");
    }
}
