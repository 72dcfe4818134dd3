//! Actors of many reports: who is picked among several, what is learnt, and that nothing hangs on which comes first.

use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use sayso_link::actors::{Kind, Profile, Reason, keys, pick, same};

fn profile(kind: Kind, name: &str, country: Option<&str>, roles: &[&str]) -> Profile {
    Profile {
        name: name.into(),
        kind,
        country: country.map(str::to_owned),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        sector: None,
        forms: Vec::new(),
    }
}

fn person(name: &str, country: Option<&str>, roles: &[&str]) -> Profile {
    profile(Kind::Person, name, country, roles)
}

#[test]
fn what_is_told_decides_between_two_of_one_name() {
    let (british, australian) =
        (person("Mara Holt", Some("GBR"), &[]), person("Mara Holt", Some("AUS"), &["senator"]));
    let told = person("Mara Holt", None, &["senator"]);
    assert_eq!(pick(&told, &[&british, &australian]), Some((1, Reason::FullName)));
    assert_eq!(
        pick(&person("Mara Holt", Some("GBR"), &[]), &[&australian, &british]),
        Some((1, Reason::FullName))
    );
}

#[test]
fn nobody_is_picked_where_two_fit_equally() {
    let (british, australian) =
        (person("Mara Holt", Some("GBR"), &[]), person("Mara Holt", Some("AUS"), &[]));
    let unknown = person("Mara Holt", None, &[]);
    assert_eq!(pick(&unknown, &[&british, &australian]), None);
    assert_eq!(pick(&unknown, &[&british]), Some((0, Reason::FullName)));
    assert_eq!(pick(&unknown, &[]), None);
}

#[test]
fn a_full_name_weighs_more_than_an_office() {
    let (officer, namesake) = (person("Holt", None, &["Mayor of Karsk"]), person("Mara Holt", None, &[]));
    let told = person("Mara Holt", None, &["Mayor of Karsk"]);
    assert_eq!(pick(&told, &[&officer, &namesake]), Some((1, Reason::FullName)));
}

#[test]
fn what_is_learnt_leads_to_more() {
    let mut holt = person("Holt", None, &["Mayor of Karsk"]);
    holt.absorb(&person("Mara Holt", Some("GBR"), &["candidate"]));
    assert_eq!(holt.name, "Mara Holt");
    assert_eq!(holt.forms, ["Mara Holt", "Holt"]);
    assert_eq!((holt.country.as_deref(), holt.roles.len()), (Some("GBR"), 2));
    assert_eq!(same(&holt, &person("Mara Holt", Some("AUS"), &[])), None);
}

#[test]
fn the_order_of_reports_does_not_choose_the_name() {
    let told = [
        person("MARA JANE HOLT", None, &[]),
        person("Mara Jane Holt", None, &[]),
        person("Mara Holt", None, &[]),
    ];
    let names = |order: [usize; 3]| {
        let mut holt = told[order[0]].clone();
        order[1..].iter().for_each(|at| holt.absorb(&told[*at]));
        holt.name
    };
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(names(order), "Mara Jane Holt");
    }
}

fn any_profile() -> impl Strategy<Value = Profile> {
    let name = "(Mr\\. |President |the )?(Mara|M\\.|Al|José|X\\.Y\\.|de|US)?[ -]?(Holt|al-Varga|Ministry|Denmark|Jr\\.|\\PC{0,4})?";
    let role = "(former |Danish |deputy )?(mayor|minister|singer|\\PC{0,4})?( of (Karsk|Defence|Georgia))?";
    let country = proptest::option::of("(DNK|USA)");
    let lists = (proptest::collection::vec(role, 0..3), proptest::collection::vec(name, 0..3));
    (name, 0..4_usize, country, lists).prop_map(|(name, kind, country, (roles, forms))| Profile {
        name,
        kind: [Kind::Person, Kind::Organization, Kind::Group, Kind::Place][kind],
        country,
        roles,
        sector: None,
        forms,
    })
}

proptest! {
    #[test]
    fn sameness_has_no_side_and_shares_a_key(a in any_profile(), b in any_profile()) {
        prop_assert_eq!(same(&a, &b), same(&b, &a));
        let shared = keys(&a).iter().any(|key| keys(&b).contains(key));
        prop_assert!(same(&a, &b).is_none() || shared);
    }

    #[test]
    fn groups_are_never_the_same(mut a in any_profile(), b in any_profile()) {
        a.kind = Kind::Group;
        prop_assert!(keys(&a).is_empty() && same(&a, &b).is_none());
    }
}
