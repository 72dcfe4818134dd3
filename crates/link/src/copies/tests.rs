//! Copies found and not found, and what must never change.

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::{fingerprints, likeness, worth_comparing};

const FLOOD: &str = "The river at Karsk rose two metres in the night and took the old bridge with it, the mayor's office said on Friday.
Fire crews brought forty families from the lower town to the school on the hill, where volunteers had laid out blankets.
Trains between Tessel and the coast will not run before Monday, and the road through the gorge is closed to lorries.
Engineers want to see the piers before anyone walks across the footbridge that was opened last spring.
The water has begun to fall, but more rain is forecast for the weekend and sandbags stay where they are.
Shops on the quay lost most of what they kept in their cellars, among them a bakery that has stood there for ninety years.
The council meets on Saturday to decide whether the market can be held in the yard of the brewery instead.";

const STRIKE: &str = "Dockers at Fenwick walked out at noon after talks about night shifts broke down for the third time this month.
Four ships lie at anchor outside the harbour and two more have turned towards the south, according to the pilots' association.
The operator offered a bonus for every Sunday, which the union called an insult to people who had worked through the winter.
A mediator from the ministry is to arrive on Tuesday, and both sides say that they will listen.
Supermarkets on the island have fruit for a week and flour for two, their federation reckons.";

const QUOTE: &str = "“We will not be moved by threats, whoever makes them, and we will not leave a single village on this side of \
the river without water, without bread and without a doctor, whatever it takes and for as long as it takes”";

fn are_copies(a: &str, b: &str) -> bool {
    likeness(&fingerprints(a), &fingerprints(b)).is_copy()
}

fn lines(text: &str, from: usize, to: usize) -> String {
    text.lines().skip(from).take(to - from).collect::<Vec<_>>().join("\n")
}

#[test]
fn quotation_marks_make_no_other_report() {
    let ours = "“Nobody crosses the river at Karsk,” Holt’s deputy told the council — again — on Friday.";
    let theirs = "\"Nobody crosses the river at KARSK\", Holt's deputy told the council - again - on Friday.";
    assert_eq!(fingerprints(ours), fingerprints(theirs));
}

#[test]
fn a_cut_copy_is_one() {
    assert!(are_copies(FLOOD, &lines(FLOOD, 0, 3)));
    assert!(are_copies(
        FLOOD,
        &format!("KARSK (Evening Courier) - {}\nSubscribe to our newsletter.", lines(FLOOD, 1, 5))
    ));
}

#[test]
fn paragraphs_may_stand_in_another_order() {
    assert!(are_copies(FLOOD, &format!("{}\n{}", lines(FLOOD, 3, 7), lines(FLOOD, 0, 3))));
}

#[test]
fn a_copy_in_a_roundup_is_one() {
    let roundup = format!("{STRIKE}\n{FLOOD}");
    assert!(are_copies(STRIKE, &roundup) && are_copies(FLOOD, &roundup));
    assert!(!are_copies(STRIKE, FLOOD));
}

#[test]
fn a_brief_in_a_long_report_is_one() {
    let others = |n| format!("Item{n} tells of{n} another{n} matter{n} in{n} other{n} words{n}.");
    let long = format!("{}\n{FLOOD}", (0..400).map(others).collect::<Vec<_>>().join("\n"));
    assert!(are_copies(&lines(FLOOD, 0, 3), &long) && are_copies(&lines(FLOOD, 4, 7), &long));
    assert!(!are_copies(&lines(STRIKE, 0, 3), &long));
}

#[test]
fn a_shared_quotation_makes_no_copy() {
    let ours = format!(
        "Governor Varga spoke in Tessel before a crowd of farmers. {QUOTE}, she said, and left for the capital."
    );
    let theirs = format!(
        "The opposition had asked for an answer all week; late on Monday it came from the balcony. {QUOTE}."
    );
    let alike = likeness(&fingerprints(&ours), &fingerprints(&theirs));
    assert!(alike.containment > 0.5 && alike.prose < 0.1 && !alike.is_copy(), "{alike:?}");
}

#[test]
fn a_shared_footer_makes_no_copy() {
    let footer = "Share this story with your friends. Sign up for our morning letter. All rights reserved by the Evening Courier.";
    assert!(!are_copies(&format!("{FLOOD}\n{footer}"), &format!("{STRIKE}\n{footer}")));
}

#[test]
fn what_says_next_to_nothing_copies_nothing() {
    assert!(fingerprints("Photo: Holt").is_empty());
    assert!(!are_copies("", "") && !are_copies("Read more here now", "Read more here now"));
}

/// These are on disks: a change of them is a change of the format of stores.
#[test]
fn fingerprints_never_change() {
    let prints = fingerprints("Ports burn at dawn. “Ports burn at dusk.”");
    let known = [
        1565380763519281371,
        2006599378323248158,
        2354399124852497352,
        12428312151342137266,
        15193144022527827310,
    ];
    assert_eq!(prints, known);
    let folded = fingerprints(&format!(
        "{FLOOD} The mayor’s “colour-coded” defence of Łódź, U.S.-built, cost 30,000 €."
    ));
    assert_eq!(
        (folded.len(), folded.iter().fold(0, |all, hash| all ^ hash)),
        (35, 2_270_757_497_843_922_472)
    );
}

proptest! {
    #[test]
    fn likeness_has_no_side(a: String, b: String) {
        let (a, b) = (fingerprints(&a), fingerprints(&b));
        prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
        prop_assert!(a.is_sorted());
    }

    #[test]
    fn any_numbers_can_be_compared(mut a: Vec<u64>, mut b in proptest::collection::vec(any::<u64>(), 0..99)) {
        a.sort_unstable();
        b.sort_unstable();
        let alike = likeness(&a, &b);
        prop_assert!((0.0..=1.0).contains(&alike.jaccard) && (0.0..=1.0).contains(&alike.containment));
        prop_assert!(!alike.is_copy() || worth_comparing(alike.shared, a.len(), b.len()));
    }

    #[test]
    fn a_text_is_all_of_itself(text in "[a-e ]{40,400}") {
        let prints = fingerprints(&text);
        prop_assert!(prints.is_empty() || likeness(&prints, &prints).jaccard > 0.99);
    }
}
