//! The graph: XML that any parser takes, edges only between nodes that are there, and each with its standing, day and words.
#![allow(clippy::unwrap_used, reason = "a file that cannot be read has failed its test")]

mod made;
#[path = "gexf/xml.rs"]
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use made::{kept, root, store_id, words, written};
use sayso_export::Format;
use sayso_wire::Span;
use xml::Element;

struct Graph {
    nodes: BTreeMap<String, Element>,
    edges: Vec<Element>,
}

fn graph() -> Graph {
    let text = written(Format::Gexf);
    let gexf = xml::parse(&text);
    assert_eq!((gexf.name.as_str(), gexf.at("version")), ("gexf", Some("1.2")));
    assert_eq!(gexf.at("xmlns"), Some("http://www.gexf.net/1.2draft"));
    let graph = gexf.child("graph");
    let told = ["mode", "timeformat", "defaultedgetype"].map(|name| graph.at(name).unwrap());
    assert_eq!(told, ["dynamic", "date", "directed"]);
    let nodes =
        graph.child("nodes").children.iter().map(|node| (node.at("id").unwrap().to_owned(), node.clone()));
    Graph { nodes: nodes.collect(), edges: graph.child("edges").children.clone() }
}

fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    let values = &element.child("attvalues").children;
    values.iter().find(|value| value.at("for") == Some(name)).map(|value| value.at("value").unwrap())
}

#[test]
fn edges_join_nodes_that_are_there_and_have_ids_of_their_own() {
    let graph = graph();
    let ids: BTreeSet<_> = graph.edges.iter().map(|edge| edge.at("id").unwrap()).collect();
    assert_eq!(ids.len(), graph.edges.len());
    let ends = graph.edges.iter().flat_map(|edge| [edge.at("source").unwrap(), edge.at("target").unwrap()]);
    let ends: BTreeSet<_> = ends.map(String::from).collect();
    assert_eq!(ends, graph.nodes.keys().cloned().collect());
    for kept in kept() {
        for actor in &kept.actors {
            let Some(node) = graph.nodes.get(&actor.id) else { continue };
            assert_eq!(value(node, "type"), Some(actor.r#type.name()));
            assert_eq!(value(node, "country"), actor.country.as_deref());
        }
    }
}

#[test]
fn every_pair_of_an_event_is_an_edge_with_its_standing() {
    let graph = graph();
    let mut acts = graph.edges.iter().filter(|edge| value(edge, "kind") == Some("acts"));
    let mut told = 0;
    for kept in kept() {
        let record = &kept.record;
        for event in &record.events {
            let mut pairs = BTreeSet::new();
            for (from, to) in
                event.actor.iter().flat_map(|from| event.recipient.iter().map(move |to| (from, to)))
            {
                let (from, to) = (store_id(kept, &from.id), store_id(kept, &to.id));
                if from == to || !pairs.insert((from, to)) {
                    continue;
                }
                let edge = acts.next().expect("an edge a pair");
                assert_eq!((edge.at("source"), edge.at("target")), (Some(from), Some(to)));
                assert_eq!(value(edge, "status"), Some(event.status.name()));
                assert_eq!(value(edge, "plover"), Some(event.r#type.name()));
                assert!(edge.at("label").unwrap().starts_with(event.status.name()));
                let trigger = words(&record.text, event.trigger.0.into(), event.trigger.1.into());
                assert!(value(edge, "evidence").unwrap().contains(&trigger));
                let chain = value(edge, "source_chain").unwrap_or_default();
                assert_eq!(chain, xml::replaced(&event.holder.join(" < ")));
                told += 1;
            }
        }
    }
    assert!(acts.next().is_none() && told > 10, "{told}");
}

#[test]
fn who_speaks_about_whom_is_in_the_words_said() {
    let graph = graph();
    let speaks: Vec<_> = graph.edges.iter().filter(|edge| value(edge, "kind") == Some("speaks")).collect();
    assert!(speaks.len() > 30);
    for edge in speaks {
        let (key, rest) = edge.at("id").unwrap().split_once('#').unwrap();
        let kept = kept().iter().find(|kept| kept.key == key).unwrap();
        let (item, _) = rest.split_once(':').unwrap();
        let statement = kept.record.statements.iter().find(|it| it.id == item).unwrap();
        let (from, to) = (edge.at("source").unwrap(), edge.at("target").unwrap());
        assert!(from != to && statement.source.iter().any(|id| store_id(kept, id) == from));
        let inside =
            |span: Span| statement.content.iter().any(|content| content.0 <= span.0 && span.1 <= content.1);
        let of = kept.record.actors.iter().zip(&kept.actors).filter(|(_, known)| known.id == to);
        assert!(of.flat_map(|(actor, _)| &actor.mentions).any(|mention| inside(mention.span)));
        assert_eq!(value(edge, "stance"), Some(statement.stance.name()));
    }
}

#[test]
fn edges_begin_on_the_day_told_or_else_on_that_of_publication() {
    let graph = graph();
    let starts = |from: &str| {
        let edges = graph.edges.iter().filter(|edge| value(edge, "date_from") == Some(from));
        edges.map(|edge| edge.at("start").unwrap()).collect::<Vec<_>>()
    };
    let published = starts("publication");
    assert!(!published.is_empty() && published.iter().all(|day| *day == "2031-06-03"));
    let told = starts("text");
    assert!(told.contains(&"2031-06-01") && told.iter().all(|day| day.len() == 10), "{told:?}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads a file of the repository")]
fn every_attribute_is_declared_and_described() {
    let text = written(Format::Gexf);
    let docs = std::fs::read_to_string(root("docs/formats.md")).unwrap();
    let graph = xml::parse(&text).child("graph").clone();
    let declared =
        graph.children.iter().filter(|child| child.name == "attributes").flat_map(|it| &it.children);
    let declared: BTreeSet<_> = declared.map(|attribute| attribute.at("id").unwrap()).collect();
    let used = ["nodes", "edges"]
        .map(|name| graph.child(name).children.iter().flat_map(|it| &it.child("attvalues").children));
    let used: BTreeSet<_> = used.into_iter().flatten().map(|value| value.at("for").unwrap()).collect();
    assert!(used.len() > 10 && used.is_subset(&declared), "{used:?}");
    let bare: Vec<_> = declared.iter().filter(|name| !docs.contains(&format!("`{name}`"))).collect();
    assert_eq!(bare, Vec::<&&str>::new());
}
