//! The shape of a record, checked against the very schema that is published: an interpreter of the keywords which that schema uses.

use std::fmt::Write;

use serde_json::Value;

use crate::schema::SCHEMA;
use crate::verify::Fault;

/// Where the shape differs from the schema.
pub(super) fn faults(value: &Value) -> Vec<Fault> {
    let mut shape = Shape { root: &SCHEMA, path: String::new(), faults: Vec::new() };
    shape.value(value, &SCHEMA);
    shape.faults
}

struct Shape<'s> {
    root: &'s Value,
    path: String,
    faults: Vec<Fault>,
}

impl<'s> Shape<'s> {
    fn value(&mut self, value: &Value, schema: &'s Value) {
        let schema = self.resolved(schema);
        if let Some(choices) = schema.get("anyOf").or(schema.get("oneOf")).and_then(Value::as_array) {
            return self.choice(value, choices);
        }
        if let Some(wanted) = schema.get("type").filter(|wanted| !is_a(value, wanted)) {
            return self.fault(format!("is {} where {} belongs", kind(value), alternatives(wanted)));
        }
        self.term(value, schema);
        self.number(value, schema);
        self.object(value, schema);
        self.list(value, schema);
    }

    /// `$ref` to a definition; the schema has no others.
    fn resolved(&self, schema: &'s Value) -> &'s Value {
        let target = schema.get("$ref").and_then(Value::as_str).and_then(|link| link.strip_prefix('#'));
        target.and_then(|pointer| self.root.pointer(pointer)).unwrap_or(schema)
    }

    /// Either a list of words, or a type or `null`.
    fn choice(&mut self, value: &Value, choices: &'s [Value]) {
        let words: Vec<_> = choices.iter().filter_map(|choice| choice.get("const")).collect();
        if words.len() == choices.len() {
            return self.one_of(value, &words);
        }
        let null = choices.iter().any(|choice| choice.get("type").is_some_and(|kind| kind == "null"));
        if !(null && value.is_null()) {
            let other = choices.iter().filter(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
            other.for_each(|choice| self.value(value, choice));
        }
    }

    fn one_of(&mut self, value: &Value, words: &[&Value]) {
        if !words.contains(&value) {
            let known: Vec<_> = words.iter().filter_map(|word| word.as_str()).collect();
            self.fault(format!("{value} is not a word of the format"));
            self.hint(format!("one of {}", known.join(", ")));
        }
    }

    fn term(&mut self, value: &Value, schema: &'s Value) {
        if let Some(word) = schema.get("const") {
            self.one_of(value, &[word]);
        }
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            self.one_of(value, &words.iter().collect::<Vec<_>>());
        }
    }

    fn number(&mut self, value: &Value, schema: &'s Value) {
        let Some(number) = value.as_f64() else { return };
        let limit = |key| schema.get(key).and_then(Value::as_f64);
        // 32 bits hold every offset; the schema says so by name only.
        let most = if schema.get("format").is_some_and(|format| format == "uint32") {
            Some(f64::from(u32::MAX))
        } else {
            limit("maximum")
        };
        if limit("minimum").is_some_and(|least| number < least) || most.is_some_and(|most| number > most) {
            self.fault(format!("{value} is out of range"));
        }
    }

    fn object(&mut self, value: &Value, schema: &'s Value) {
        let Some(object) = value.as_object() else { return };
        for key in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
            if let Some(key) = key.as_str().filter(|&key| !object.contains_key(key)) {
                self.inside(&format!(".{key}"), |shape| shape.fault("is missing".into()));
            }
        }
        for (key, schema) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if let Some(value) = object.get(key) {
                self.inside(&format!(".{key}"), |shape| shape.value(value, schema));
            }
        }
    }

    fn list(&mut self, value: &Value, schema: &'s Value) {
        let Some(list) = value.as_array() else { return };
        let fixed = schema.get("prefixItems").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        if !fixed.is_empty() && fixed.len() != list.len() {
            return self.fault(format!("has {} entries where {} belong", list.len(), fixed.len()));
        }
        for (at, value) in list.iter().enumerate() {
            if let Some(schema) = fixed.get(at).or(schema.get("items")) {
                self.inside(&format!("[{at}]"), |shape| shape.value(value, schema));
            }
        }
    }

    fn inside(&mut self, step: &str, check: impl FnOnce(&mut Self)) {
        let outside = self.path.len();
        let step = if outside == 0 { step.trim_start_matches('.') } else { step };
        // Writing to a string cannot fail.
        let _ = self.path.write_str(step);
        check(self);
        self.path.truncate(outside);
    }

    fn fault(&mut self, rule: String) {
        self.faults.push(Fault::new(&self.path, rule));
    }

    fn hint(&mut self, hint: String) {
        if let Some(fault) = self.faults.last_mut() {
            fault.hint = Some(hint);
        }
    }
}

/// Does `value` have the type, or one of the types, that `wanted` names?
fn is_a(value: &Value, wanted: &Value) -> bool {
    match wanted {
        Value::Array(any) => any.iter().any(|wanted| is_a(value, wanted)),
        wanted if wanted == "integer" => value.is_i64() || value.is_u64(),
        wanted if wanted == "number" => value.is_number(),
        wanted => wanted == type_name(value),
    }
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn kind(value: &Value) -> String {
    article(type_name(value))
}

fn alternatives(wanted: &Value) -> String {
    match wanted {
        Value::Array(any) => any.iter().map(alternatives).collect::<Vec<_>>().join(" or "),
        wanted => article(wanted.as_str().unwrap_or_default()),
    }
}

fn article(name: &str) -> String {
    match name {
        "null" => "null".into(),
        "array" => "a list".into(),
        "object" | "integer" => format!("an {name}"),
        _ => format!("a {name}"),
    }
}
