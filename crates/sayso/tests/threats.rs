//! Violence that is only spoken of: 500 sentences from a small grammar around violent words, in which nobody has yet hurt anybody. Not one may
//! come out as an attack that happened.

use std::path::Path;

use sayso::record::{EventType, Status};
use sayso::{Engine, Format, Gazetteer, Input};

const WHO: [&str; 10] = [
    "The rebels",
    "Orlan",
    "General Holt",
    "The army",
    "Gunmen from Tessel",
    "The Karsk militia",
    "Iran",
    "Varga's government",
    "The separatists",
    "Belmira and Orlan",
];

/// Base form, gerund, and the noun for the same deed.
const DEEDS: [(&str, &str, &str); 10] = [
    ("attack", "attacking", "an attack on"),
    ("bomb", "bombing", "a bombing of"),
    ("shell", "shelling", "a shelling of"),
    ("invade", "invading", "an invasion of"),
    ("raid", "raiding", "a raid on"),
    ("ambush", "ambushing", "an ambush on"),
    ("assault", "assaulting", "an assault on"),
    ("massacre", "massacring", "a massacre of"),
    ("bombard", "bombarding", "a bombardment of"),
    ("strike", "striking", "a strike on"),
];

const WHOM: [&str; 6] = [
    "the port of Fenwick",
    "two villages",
    "the Polish convoy",
    "the garrison in Karsk",
    "Turkey",
    "civilians",
];

/// `{who}`, `{do}`, `{doing}`, `{deed}`, `{whom}` stand for the above.
const FRAMES: [&str; 40] = [
    "{who} will {do} {whom} on Friday.",
    "{who} would {do} {whom}.",
    "{who} may {do} {whom} before the winter.",
    "{who} might {do} {whom}, two diplomats said.",
    "{who} could {do} {whom} at any time.",
    "{who} will not {do} {whom}.",
    "If the truce ends, {who} will {do} {whom}.",
    "{who} will {do} {whom} if the talks fail.",
    "{who} threatened to {do} {whom}.",
    "{who} threatened {deed} {whom}.",
    "{who} denied {doing} {whom}.",
    "{who} denied that they would {do} {whom}.",
    "{who} did not {do} {whom}.",
    "{who} never planned to {do} {whom}, a spokesman said.",
    "{who} plan to {do} {whom} next week.",
    "{who} announced {deed} {whom} for Monday.",
    "{who} warned of {deed} {whom}.",
    "The mayor fears {deed} {whom}.",
    "The mayor fears that {who} will {do} {whom}.",
    "The envoy warned that {who} could {do} {whom}.",
    "{who} refused to {do} {whom}.",
    "{who} vowed to {do} {whom} unless the prisoners are freed.",
    "{who} are ready to {do} {whom}, the Evening Courier reported.",
    "{who} are considering {deed} {whom}.",
    "There was no sign of {deed} {whom}.",
    "The council ruled out {deed} {whom}.",
    "The council called on {who} not to {do} {whom}.",
    "The council asked whether {who} would {do} {whom}.",
    "Will {who} {do} {whom}?",
    "Officials spoke of the threat of {deed} {whom}.",
    "{who} prepared to {do} {whom}, according to Northern Wire Agency.",
    "{who} had been told to {do} {whom}.",
    "{who} agreed not to {do} {whom}.",
    "{who} said they would {do} {whom} should the blockade go on.",
    "Police prevented {deed} {whom}.",
    "{who} stopped short of {doing} {whom}.",
    "Instead of {doing} {whom}, {who} sent a letter.",
    "Unless the army leaves, {who} will {do} {whom}, Holt said.",
    "{who} want to {do} {whom}.",
    "In the event of {deed} {whom}, the schools will close.",
];

/// The sentence with this number: every frame, deed, actor and victim comes up in turn, in ever new company.
fn sentence(number: usize) -> String {
    let (base, gerund, noun) = DEEDS[(number * 7 + number / 40) % DEEDS.len()];
    let frame = FRAMES[number % FRAMES.len()];
    let who = WHO[(number * 3 + number / 13) % WHO.len()];
    let inside = !frame.starts_with("{who}");
    let who =
        if inside && who.starts_with("The ") { who.replacen("The ", "the ", 1) } else { who.to_owned() };
    frame
        .replace("{doing}", gerund)
        .replace("{deed}", noun)
        .replace("{do}", base)
        .replace("{whom}", WHOM[(number * 5 + number / 17) % WHOM.len()])
        .replace("{who}", &who)
}

#[test]
#[expect(clippy::disallowed_methods, reason = "weights and gazetteer are files")]
fn nothing_that_is_only_spoken_of_has_happened() {
    let engine = {
        let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
        let file = |name: &str| std::fs::read(models.join(name)).expect("a file of the project");
        let gazetteer = Gazetteer::load(file("places.bin")).expect("a gazetteer");
        Engine::new(&file("sayso-core.bin"), gazetteer).expect("an engine")
    };
    let (mut wrong, mut found) = (Vec::new(), 0);
    for number in 0..500 {
        let sentence = sentence(number);
        let bytes = format!("Talks go on in Karsk\n\n{sentence}\n").into_bytes();
        let input = Input { bytes, format: Some(Format::Text), ..Input::default() };
        let record = sayso::read(&input, &engine).expect("a record");
        let violent = record.events.iter().filter(|event| event.kind == EventType::Assault);
        found += usize::from(violent.clone().next().is_some());
        if violent.clone().any(|event| event.status == Status::Actual) {
            wrong.push(sentence);
        }
    }
    assert!(found >= 450, "only {found} of 500 sentences hold an attack at all");
    assert!(wrong.is_empty(), "{} of 500 read as attacks that happened:\n{}", wrong.len(), wrong.join("\n"));
}
