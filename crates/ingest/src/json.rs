//! One JSON object to one document: `{"id", "text" | "html", "url"?, "published"?, "title"?, "outlet"?}`, other keys ignored.

use crate::dates;
use crate::{Error, Format, Input};
use sayso_record::Date;
use serde_json::{Map, Value};

/// Reads one object.
pub(crate) fn input(name: &str, json: &[u8]) -> Result<Input, Error> {
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
    match serde_json::from_slice(json) {
        Ok(Value::Object(object)) => {
            let record = is_record(&object).then(|| json.to_vec());
            Ok(Input { record, ..document(name, object)? })
        }
        Ok(_) => Err(Error::new(name, "this is JSON, but not an object").hint(SHAPE)),
        Err(fault) => Err(Error::new(name, format!("this is not JSON: {}", place(&fault))).hint(SHAPE)),
    }
}

/// The way out of every fault of shape.
const SHAPE: &str = r#"write one object a line: {"id": "…", "text": "…"} or {"id": "…", "html": "…"}"#;

/// The fault without serde's line number, which counts within the object.
fn place(fault: &serde_json::Error) -> String {
    let words = fault.to_string();
    let column = fault.column();
    let bare = words.split(" at line ").next().unwrap_or(&words).to_lowercase();
    format!("{bare} at column {column}")
}

fn document(name: &str, mut object: Map<String, Value>) -> Result<Input, Error> {
    let (format, words) = content(name, &mut object)?;
    Ok(Input {
        name: name.into(),
        bytes: words.into_bytes(),
        id: label(object.get("id")),
        url: words_of(object.get("url")),
        published: published(name, object.get("published"))?,
        title: words_of(object.get("title")),
        outlet: OUTLET.iter().find_map(|&key| outlet(object.get(key))),
        format: Some(format),
        record: None,
    })
}

/// Whether this is what we write ourselves, of any version: its text can be read again, or the record taken as it is.
fn is_record(object: &Map<String, Value>) -> bool {
    object.get("schema").and_then(Value::as_str).is_some_and(|name| name.starts_with("sayso-record/"))
}

/// The document's own words; HTML goes first where both are given, because spans then lead back to the page.
fn content(name: &str, object: &mut Map<String, Value>) -> Result<(Format, String), Error> {
    for (key, format) in [("html", Format::Html), ("text", Format::Text)] {
        match object.remove(key) {
            Some(Value::String(words)) => return Ok((format, words)),
            Some(Value::Null) | None => {}
            Some(_) => return Err(Error::new(name, format!("`{key}` is not a string")).hint(SHAPE)),
        }
    }
    Err(Error::new(name, "the object has neither `text` nor `html`").hint(SHAPE))
}

/// Keys under which collections name the outlet.
const OUTLET: &[&str] = &["outlet", "publisher", "site_name", "sitename", "source", "site"];

/// The name of an outlet; a host or an address (`example.org`, `https://…`) is none.
fn outlet(value: Option<&Value>) -> Option<String> {
    let address = |name: &str| name.contains("://") || !name.contains(' ') && name.contains('.');
    words_of(value).map(|name| name.trim().to_owned()).filter(|name| !address(name))
}

fn words_of(value: Option<&Value>) -> Option<String> {
    value.and_then(Value::as_str).map(str::to_owned).filter(|words| !words.trim().is_empty())
}

/// An id: a string, or a number as it is written.
fn label(value: Option<&Value>) -> Option<String> {
    match value {
        Some(Value::Number(number)) => Some(number.to_string()),
        other => words_of(other),
    }
}

fn published(name: &str, value: Option<&Value>) -> Result<Option<Date>, Error> {
    let Some(words) = words_of(value) else { return Ok(None) };
    let day = dates::iso(&words).or_else(|| dates::find(&words));
    let refusal = || {
        Error::new(name, format!("`published` is no day: {words:?}"))
            .hint("write it as 2019-09-12, or leave it out")
    };
    day.map(Some).ok_or_else(refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_a_document() {
        let read =
            input("x:1", br#"{"id": 7, "text": "A", "published": "2019-09-12T10:00:00Z", "extra": [1]}"#)
                .expect("good");
        assert_eq!(read.id.as_deref(), Some("7"));
        assert_eq!(read.published.map(|day| day.to_string()).as_deref(), Some("2019-09-12"));
        assert_eq!(read.format, Some(Format::Text));
    }

    #[test]
    fn a_record_is_kept_beside_its_text() {
        let json = br#"{"schema": "sayso-record/1", "id": "a", "text": "A", "title": null}"#;
        let read = input("x:1", json).expect("good");
        assert_eq!((read.bytes.as_slice(), read.record.as_deref()), (b"A".as_slice(), Some(json.as_slice())));
        assert_eq!(input("x:1", br#"{"schema": 1, "text": "A"}"#).expect("good").record, None);
    }

    #[test]
    fn an_outlet_is_a_name() {
        let named = |json: &str| input("x", json.as_bytes()).expect("good").outlet;
        assert_eq!(
            named(r#"{"text": "A", "outlet": "Evening Courier"}"#).as_deref(),
            Some("Evening Courier")
        );
        assert_eq!(named(r#"{"text": "A", "source": "Holt Weekly"}"#).as_deref(), Some("Holt Weekly"));
        assert_eq!(
            named(r#"{"text": "A", "source": "courier.example", "site": "The Courier"}"#).as_deref(),
            Some("The Courier")
        );
        assert_eq!(named(r#"{"text": "A", "source": "https://courier.example/news"}"#), None);
        assert_eq!(named(r#"{"text": "A", "source": 7, "url": "https://courier.example/a"}"#), None);
    }

    #[test]
    fn faults_name_the_line() {
        let said = |json: &str| input("x.jsonl:3", json.as_bytes()).expect_err("bad").to_string();
        assert_eq!(said("{"), "x.jsonl:3: this is not JSON: eof while parsing an object at column 1");
        assert_eq!(said("[]"), "x.jsonl:3: this is JSON, but not an object");
        assert_eq!(said(r#"{"text": 3}"#), "x.jsonl:3: `text` is not a string");
        assert!(said(r#"{"text": "a", "published": "soon"}"#).contains("`published` is no day"));
    }
}
