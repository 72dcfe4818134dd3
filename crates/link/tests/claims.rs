//! Claims and origins of any text: no panics, no sides.

use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use sayso_link::actors::Kind;
use sayso_link::claims::{Asked, Claim, Link, Match, Stance, between};
use sayso_link::origins::{Saying, Voice, origins};

fn any_claim() -> impl Strategy<Value = Claim> {
    let words =
        "((no|not|30,000|twelve|US|us|Danish|soldiers|troops|crossed|river|more than|\\PC{0,3}) ){0,8}";
    (words, 0..3_usize).prop_map(|(words, stance)| {
        let stance = [Stance::Affirms, Stance::Denies, Stance::Declines][stance];
        Claim::new(&words, stance).numbers(Asked::new(&words).numbers().to_vec())
    })
}

fn any_voice() -> impl Strategy<Value = Voice> {
    ("(Holt|Mara Holt|a source|\\PC{0,3})", 0..2_usize, proptest::option::of("a[12]"))
        .prop_map(|(name, kind, id)| Voice { name, kind: [Kind::Person, Kind::Group][kind], id })
}

fn any_saying() -> impl Strategy<Value = Saying> {
    let voices = || proptest::collection::vec(any_voice(), 0..3);
    let day = proptest::option::of("2026-0[1-3]-1[0-9]");
    (voices(), voices(), proptest::option::of(any_voice()), "r[1-3]", day)
        .prop_map(|(speakers, relays, outlet, family, day)| Saying { speakers, relays, outlet, family, day })
}

#[test]
fn a_number_in_the_question_weighs() {
    let asked = Asked::new("30,000 Danish soldiers");
    let fit = |words: &str| {
        let numbers = words.split(" in ").next().map(|count| Asked::new(count).numbers().to_vec());
        asked.fit(&Claim::new(words, Stance::Affirms).numbers(numbers.unwrap_or_default()))
    };
    let (same, other) = (fit("30,000 Danish soldiers in Karsk"), fit("12,000 Danish soldiers in Karsk"));
    assert_eq!((same.number, other.number), (Match::Same, Match::Other));
    assert!(same.score() > other.score() && other.score() > fit("soldiers in Karsk").score());
}

#[test]
fn what_is_asked_is_told_in_other_words_too() {
    let words = Asked::new("30,000 Danish soldiers at Karsk").alternatives();
    assert_eq!(words.len(), 3);
    assert!(words[0].contains(&"danish".into()) && words[0].contains(&"denmark".into()));
    assert!(words[1].contains(&"soldiers".into()) && words[1].contains(&"troop".into()));
    assert!(words[2].contains(&"karsk".into()) && words[2].contains(&"karskian".into()));
}

proptest! {
    #[test]
    fn relations_have_no_side(a in any_claim(), b in any_claim(), asked in "(30,000|12)? ?(Danish )?(soldiers)?( crossed)?") {
        let link = |between: Option<sayso_link::claims::Between>| between.map(|between| between.link);
        prop_assert_eq!(link(between(&a, &b)), link(between(&b, &a)));
        let asked = Asked::new(&asked);
        prop_assert_eq!(link(asked.between(&a, &b)), link(asked.between(&b, &a)));
        prop_assert!(link(between(&a, &a)).is_none_or(|link| link == Link::Repeats));
    }

    #[test]
    fn any_text_can_be_asked(text: String, claim: String) {
        let fit = Asked::new(&text).fit(&Claim::new(&claim, Stance::Affirms));
        prop_assert!((0.0..=1.0).contains(&fit.score()));
    }

    #[test]
    fn every_saying_has_one_origin(sayings in proptest::collection::vec(any_saying(), 0..12)) {
        let origins = origins(&sayings);
        let mut all: Vec<usize> = origins.iter().flat_map(|origin| origin.sayings.clone()).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..sayings.len()).collect::<Vec<_>>());
        prop_assert!(origins.iter().all(|origin| !origin.reason.is_empty() && !origin.sayings.is_empty()));
    }
}
