//! The OpenAPI document, made from the table of questions and from the types themselves, so that it cannot tell otherwise than they do.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::asked::{Extras, LONGEST};
use crate::problem::{Told, as_json};
use crate::questions::{QUESTIONS, Question, SchemaOf, named, object};
use crate::reading::{Annotated, Document};

/// Values that show what a field is.
const EXAMPLES: [(&str, &str); 14] = [
    ("words", "\"new harbour\" talks"),
    ("speaker", "Ada Holt"),
    ("outlet", "Evening Courier"),
    ("actor", "a12"),
    ("country", "FRA"),
    ("type", "ASSAULT"),
    ("status", "hypothetical"),
    ("place", "Lyon"),
    ("from", "2026-01-01"),
    ("to", "2026-01-31"),
    ("kind", "direct"),
    ("stance", "denies"),
    ("id", "a12"),
    ("key", "3fa9c04de1b27780"),
];

/// What goes wrong with any request, and what with some.
const ALWAYS: [(&str, &str); 5] = [
    ("400", "The request cannot be understood"),
    ("405", "The address does not take this method"),
    ("421", "The request is for another host"),
    ("500", "The store cannot be read, or a bug in sayso"),
    ("503", "Too much at a time"),
];
const NOT_THERE: (&str, &str) = ("404", "The store has none");
const OF_READING: [(&str, &str); 5] = [
    ("403", "The request comes from a page of another site"),
    ("408", "The document did not arrive in time"),
    ("413", "The document has more than 10 MB"),
    ("415", "The document is of no known type"),
    ("422", "The document cannot be read"),
];

/// Two generators: a field that may be left out of what comes in is always there in what goes out.
struct Types {
    incoming: SchemaGenerator,
    outgoing: SchemaGenerator,
}

/// The document as JSON.
pub(crate) fn document() -> Vec<u8> {
    as_json(&build())
}

fn build() -> Value {
    let settings = || {
        SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
        })
    };
    let mut types = Types {
        incoming: settings().into_generator(),
        outgoing: settings().for_serialize().into_generator(),
    };
    let mut paths: Map<String, Value> =
        QUESTIONS.iter().map(|one| (one.path.into(), json!({"get": get(one, &mut types)}))).collect();
    paths.insert("/v1/read".into(), json!({"post": read(&mut types)}));
    paths.insert("/v1/openapi.json".into(), json!({"get": itself(&mut types)}));
    let mut schemas = types.incoming.take_definitions(true);
    schemas.extend(types.outgoing.take_definitions(true));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "sayso",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Who said and did what, on whose word, in the reports of one store",
            "license": {"name": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

fn get(question: &Question, types: &mut Types) -> Value {
    let of_path = question.path.split_once('{').and_then(|(_, rest)| rest.strip_suffix('}'));
    let mut parameters: Vec<Value> = of_path.map(in_path).into_iter().collect();
    parameters.extend(question.takes.iter().flat_map(|of| in_query(*of, &mut types.incoming)));
    let needed = |one: &&mut Value| question.needs.iter().any(|name| one["name"] == *name);
    parameters.iter_mut().filter(needed).for_each(require);
    let answers = (question.answers)(&mut types.outgoing).to_value();
    let missing = of_path.map(|_| NOT_THERE);
    json!({
        "operationId": name(question.path),
        "summary": question.summary,
        "parameters": parameters,
        "responses": responses(&answers, missing, types),
    })
}

fn require(parameter: &mut Value) {
    parameter["required"] = true.into();
    parameter["allowEmptyValue"] = false.into();
}

/// `/v1/actors/{id}` → `actors_id`.
fn name(path: &str) -> String {
    path.trim_start_matches("/v1/").replace('/', "_").replace(['{', '}'], "")
}

fn in_path(name: &str) -> Value {
    let (pattern, description) = match name {
        "id" => ("^a[1-9][0-9]*$", "Id of an actor in the store."),
        _ => ("^[0-9a-f]{16}$", "Key of a report."),
    };
    json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": description,
        "schema": {"type": "string", "pattern": pattern},
        "example": example(name),
    })
}

fn example(name: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

/// The fields of a struct as parameters.
fn in_query(of: SchemaOf, types: &mut SchemaGenerator) -> Vec<Value> {
    let schema = of(types).to_value();
    let fields = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    fields.into_iter().map(|(name, schema)| field(&name, schema)).collect()
}

fn field(name: &str, schema: Value) -> Value {
    let mut schema = given(schema);
    let description = schema.remove("description");
    schema.remove("default");
    if schema.get("type") == Some(&"string".into()) {
        schema.insert("maxLength".into(), LONGEST.into());
    }
    // As a form sends it that was left empty.
    let mut parameter = json!({
        "name": name,
        "in": "query",
        "description": description,
        "allowEmptyValue": true,
        "schema": schema,
    });
    if let Some(example) = example(name) {
        parameter["example"] = example.into();
    }
    parameter
}

/// A field that is given is not `null`.
fn given(schema: Value) -> Map<String, Value> {
    let Value::Object(mut schema) = schema else { return Map::new() };
    let of_null = |one: &Value| one == "null" || one.get("type").is_some_and(|name| name == "null");
    if let Some(Value::Array(types)) = schema.get("type").cloned() {
        schema.insert("type".into(), types.into_iter().find(|one| !of_null(one)).into());
    }
    if let Some(Value::Array(either)) = schema.remove("anyOf") {
        let one = either.into_iter().find(|one| !of_null(one));
        schema.extend(one.and_then(|one| one.as_object().cloned()).unwrap_or_default());
    }
    schema
}

fn responses(
    answers: &Value,
    more: impl IntoIterator<Item = (&'static str, &'static str)>,
    types: &mut Types,
) -> Value {
    let problem = named::<Told>(&mut types.outgoing).to_value();
    let told = Told { error: "`limit` cannot be `0`".into(), hint: Some("a number from 1 to 100".into()) };
    let mut all = Map::new();
    all.insert(
        "200".into(),
        json!({"description": "The answer", "content": {"application/json": {"schema": answers}}}),
    );
    for (status, description) in ALWAYS.into_iter().chain(more) {
        let content = json!({"application/json": {"schema": problem, "example": told}});
        all.insert(status.into(), json!({"description": description, "content": content}));
    }
    all.into()
}

fn read(types: &mut Types) -> Value {
    let record = named::<sayso::wire::Record>(&mut types.outgoing).to_value();
    let annotated = named::<Annotated>(&mut types.outgoing).to_value();
    let document = named::<Document>(&mut types.incoming).to_value();
    let text = "Mayor Ada Holt said on Monday that the new harbour “opens in May”.";
    json!({
        "operationId": "read",
        "summary": "Read a document: its record. Nothing is kept",
        "description": "Encodings other than UTF-8 are told from the document itself, as a file's are.",
        "parameters": in_query(object::<Extras>, &mut types.incoming),
        "requestBody": {"required": true, "content": {
            "text/plain": {"schema": {"type": "string"}, "example": text},
            "text/html": {"schema": {"type": "string"}, "example": format!("<article><p>{text}</p></article>")},
            "application/json": {"schema": document, "example": {"text": text, "published": "2026-02-02"}},
        }},
        "responses": responses(&json!({"anyOf": [record, annotated]}), OF_READING, types),
    })
}

fn itself(types: &mut Types) -> Value {
    json!({
        "operationId": "openapi",
        "summary": "This document",
        "responses": responses(&json!({"type": "object"}), [], types),
    })
}

#[cfg(test)]
mod tests {
    use super::build;
    use serde_json::Value;

    fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str));
                fields.values().for_each(|value| references(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = build();
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 50);
        for reference in found {
            let at = reference.strip_prefix('#').unwrap_or("?");
            assert!(document.pointer(at).is_some(), "{reference}");
        }
    }

    #[test]
    fn filters_are_those_of_the_query() {
        let document = build();
        let parameters = document["paths"]["/v1/search"]["get"]["parameters"].as_array().unwrap();
        let names: Vec<_> = parameters.iter().filter_map(|one| one["name"].as_str()).collect();
        for name in ["words", "speaker", "type", "status", "stance", "from", "limit", "after"] {
            assert!(names.contains(&name), "{name}");
        }
        let status = parameters.iter().find(|one| one["name"] == "status").unwrap();
        assert_eq!(status["schema"]["$ref"], "#/components/schemas/Status");
    }
}
