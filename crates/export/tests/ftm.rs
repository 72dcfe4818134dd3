//! `FollowTheMoney` entities: ids once, references that lead somewhere, lengths that the model allows, and no event that looks like a fact.
#![allow(clippy::unwrap_used, reason = "a file that cannot be read has failed its test")]

mod made;

use std::collections::{BTreeMap, BTreeSet};

use made::{HOSTILE, kept, root, store_id, written};
use sayso_export::Format;
use serde_json::Value;

fn entities() -> Vec<Value> {
    written(Format::Ftm).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn of<'e>(entities: &'e [Value], schema: &str) -> Vec<&'e Value> {
    entities.iter().filter(|entity| entity["schema"] == schema).collect()
}

fn values<'e>(entity: &'e Value, property: &str) -> Vec<&'e str> {
    let values = entity["properties"][property].as_array().map(Vec::as_slice).unwrap_or_default();
    values.iter().map(|value| value.as_str().unwrap()).collect()
}

#[test]
fn ids_come_once_and_references_lead_somewhere() {
    let entities = entities();
    let ids: BTreeSet<_> = entities.iter().map(|entity| entity["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), entities.len());
    let mut followed = 0;
    for entity in &entities {
        for property in ["document", "resolved", "involved", "proof", "subject", "object"] {
            for id in values(entity, property) {
                assert!(ids.contains(id), "{id} of {entity}");
                followed += 1;
            }
        }
    }
    assert!(followed > 500, "{followed}");
}

#[test]
fn every_event_has_its_standing_in_its_name() {
    let entities = entities();
    let told = of(&entities, "Event");
    let events: Vec<_> =
        kept().iter().flat_map(|kept| kept.record.events.iter().map(move |it| (kept, it))).collect();
    assert_eq!(told.len(), events.len());
    for (entity, (kept, event)) in told.iter().zip(events) {
        let status = event.status.name();
        for property in ["name", "summary"] {
            assert!(values(entity, property)[0].starts_with(status), "{entity}");
        }
        assert_eq!(values(entity, "keywords")[0], status);
        assert_eq!(values(entity, "recordId"), [format!("{}#{}", kept.key, event.id)]);
        let sides = event.actor.iter().chain(&event.recipient);
        let involved: BTreeSet<_> = sides.map(|of| format!("sayso-{}", store_id(kept, &of.id))).collect();
        assert_eq!(
            values(entity, "involved").into_iter().map(String::from).collect::<BTreeSet<_>>(),
            involved
        );
        if kept.record.document.uri.as_ref().is_none_or(|uri| !uri.contains("courier")) {
            assert!(
                event.holder.iter().all(|holder| values(entity, "name")[0].contains(holder.as_str())),
                "{entity}"
            );
        }
    }
    assert!(told.iter().any(|event| values(event, "name")[0].starts_with("hypothetical: ")));
}

#[test]
fn every_link_has_its_standing_in_its_role() {
    let entities = entities();
    let (mut acts, mut speaks) = (0, 0);
    for link in of(&entities, "UnknownLink") {
        let (role, status) = (values(link, "role")[0], values(link, "status")[0]);
        if let Some(stance) = role.strip_prefix("speaks about") {
            speaks += 1;
            assert!(values(link, "summary")[0].contains(&format!(" ({status}): ")), "{link}");
            assert!(stance == format!(" ({status})") || (stance.is_empty() && status == "affirms"), "{link}");
        } else {
            acts += 1;
            assert!(
                role.starts_with(status) && ["actual", "negated", "hypothetical", "future"].contains(&status)
            );
        }
        assert_eq!(values(link, "proof").len(), 1);
    }
    assert!(acts > 10 && speaks > 30, "{acts} {speaks}");
}

#[test]
fn days_are_those_told_and_never_that_of_publication() {
    let entities = entities();
    let events = of(&entities, "Event");
    let dates: Vec<_> = events.iter().flat_map(|event| values(event, "date")).collect();
    assert!(dates.contains(&"2031-06-01"), "{dates:?}");
    let weeks: Vec<_> = events.iter().filter(|event| !values(event, "startDate").is_empty()).collect();
    assert!(weeks.iter().all(|event| values(event, "startDate") < values(event, "endDate")));
    assert!(!weeks.is_empty(), "\"next week\" is a range");
    for (kept, article) in kept().iter().zip(of(&entities, "Article")) {
        assert_eq!(
            values(article, "publishedAt"),
            kept.record.published.as_deref().into_iter().collect::<Vec<_>>()
        );
        let text = values(article, "bodyText").join("\n");
        assert_eq!(text, kept.record.text.trim(), "a text that is short enough is one value");
    }
}

#[test]
fn actors_gather_their_names_and_have_a_schema() {
    let entities = entities();
    let by_id: BTreeMap<_, _> = entities.iter().map(|it| (it["id"].as_str().unwrap(), it)).collect();
    let mentions = of(&entities, "Mention");
    for mention in &mentions {
        let actor = by_id[values(mention, "resolved")[0]];
        assert_eq!(actor["schema"].as_str().unwrap(), values(mention, "detectedSchema")[0]);
        let names: BTreeSet<_> = values(actor, "name").into_iter().chain(values(actor, "alias")).collect();
        assert!(values(mention, "name").iter().all(|name| names.contains(name)), "{mention} {actor}");
    }
    assert!(mentions.len() > 50);
    let france =
        of(&entities, "PublicBody").into_iter().find(|body| values(body, "name") == ["France"]).unwrap();
    assert_eq!(values(france, "country"), ["fr"]);
    assert!(of(&entities, "Person").iter().any(|person| !values(person, "position").is_empty()));
}

#[test]
fn nothing_is_longer_than_the_model_allows() {
    let entities = entities();
    for entity in &entities {
        for (property, most) in
            [("name", 384), ("alias", 384), ("role", 1024), ("title", 1024), ("summary", 65_000)]
        {
            assert!(values(entity, property).iter().all(|value| value.chars().count() <= most), "{entity}");
        }
    }
    let cut = entities
        .iter()
        .filter(|entity| values(entity, "name").iter().any(|name| name.ends_with('…')))
        .count();
    assert!(cut > 0, "the hostile report has long names");
    assert!(written(Format::Ftm).contains("courier.example"));
    assert!(of(&entities, "Article").iter().any(|it| values(it, "publisher") == [HOSTILE]));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads a file of the repository")]
fn every_property_is_described() {
    let docs = std::fs::read_to_string(root("docs/formats.md")).unwrap();
    let entities = entities();
    let properties = entities.iter().flat_map(|entity| entity["properties"].as_object().unwrap().keys());
    let names: BTreeSet<_> = properties
        .map(String::as_str)
        .chain(entities.iter().map(|it| it["schema"].as_str().unwrap()))
        .collect();
    assert!(names.len() > 25);
    let bare: Vec<_> = names.iter().filter(|name| !docs.contains(&format!("`{name}`"))).collect();
    assert_eq!(bare, Vec::<&&str>::new());
}
