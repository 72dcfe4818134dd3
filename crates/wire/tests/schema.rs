//! The schema in the repository is the one that the code makes. `SAYSO_UPDATE=1` writes it anew.

use std::path::Path;

#[test]
#[expect(clippy::disallowed_methods, reason = "the test compares a file of the repository")]
fn the_published_schema_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/sayso-record-1.json");
    if std::env::var_os("SAYSO_UPDATE").is_some() {
        std::fs::write(&path, sayso_wire::schema()).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == sayso_wire::schema(),
        "docs/schema/sayso-record-1.json differs; SAYSO_UPDATE=1 rewrites it"
    );
}

#[test]
fn every_key_and_word_is_described() {
    let schema: serde_json::Value = serde_json::from_str(&sayso_wire::schema()).unwrap();
    let mut bare = Vec::new();
    undescribed(&schema, "#", &mut bare);
    assert_eq!(bare, Vec::<String>::new());
}

/// Properties and words without a `description` of their own or of what they refer to.
fn undescribed(schema: &serde_json::Value, path: &str, bare: &mut Vec<String>) {
    let properties = schema.get("properties").and_then(|of| of.as_object()).into_iter().flatten();
    for (key, property) in properties {
        if property.get("description").is_none() {
            bare.push(format!("{path}/{key}"));
        }
    }
    for choice in schema.get("oneOf").and_then(|of| of.as_array()).into_iter().flatten() {
        if choice.get("description").is_none() {
            bare.push(format!("{path}/{choice}"));
        }
    }
    for (name, definition) in schema.get("$defs").and_then(|of| of.as_object()).into_iter().flatten() {
        undescribed(definition, &format!("{path}/{name}"), bare);
    }
}
