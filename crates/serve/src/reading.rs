//! A document comes in and its record goes out. Nothing is kept.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use sayso::ingest::DOCUMENT_LIMIT;
use sayso::record::Date;
use sayso::wire::{Record, encode, to_json};
use sayso::{Format, Input};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::asked::Asked;
use crate::problem::{Problem, as_json, json};
use crate::service::{Desk, Service};

/// How long a client may take to send its document.
const SENDING: Duration = Duration::from_secs(30);

/// A document in JSON: its text, or its page, and what is known of it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Document {
    /// Plain text.
    text: Option<String>,
    /// A page, in place of the text.
    html: Option<String>,
    /// Where it was fetched from.
    url: Option<String>,
    /// Day of publication (`2026-01-31`); wins over the page's own.
    published: Option<String>,
    /// Id of the record, in place of the document's hash.
    id: Option<String>,
    /// Headline, cited where the text holds it.
    title: Option<String>,
}

/// A record with its annotations.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Annotated {
    /// The record.
    record: Record,
    /// Its statements and events as a W3C `AnnotationPage`.
    annotations: Value,
}

/// Media types of documents.
#[derive(Debug, Clone, Copy)]
enum Media {
    Text,
    Html,
    Json,
}

/// Reads one document.
pub(crate) async fn read(State(service): State<Arc<Service>>, request: Request) -> Result<Response, Problem> {
    let mut asked = Asked::of(String::new(), request.uri())?;
    let annotations = asked.flag("annotations")?;
    asked.end("annotations")?;
    let media = media(request.headers())?;
    // The place comes first: so many bodies lie in memory, and no more.
    let place = service.desks.place()?;
    let body = whole(request).await?;
    let work = move |desk: &mut Desk| answer(desk, &input(media, &body)?, annotations);
    Ok(json(StatusCode::OK, service.desks.run(place, work).await??))
}

fn answer(desk: &Desk, input: &Input, annotations: bool) -> Result<Vec<u8>, Problem> {
    let engine = desk.engine().map_err(|why| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, why))?;
    let record = sayso::read(input, engine).map_err(|error| refused(&error.to_string(), error.hint()))?;
    let record = encode(&record);
    if annotations {
        let annotations = sayso_export::annotations(&record);
        return Ok(as_json(&Annotated { record, annotations }));
    }
    Ok(to_json(&record).into_bytes())
}

fn refused(error: &str, hint: Option<&str>) -> Problem {
    // A document that came in has no name before the colon.
    let told = format!("the document: {}", error.trim_start_matches(": "));
    let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, told);
    match hint {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}

fn media(headers: &HeaderMap) -> Result<Media, Problem> {
    let written = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = written.split(';').next().unwrap_or_default().trim();
    match essence.to_ascii_lowercase().as_str() {
        "text/plain" => Ok(Media::Text),
        "text/html" => Ok(Media::Html),
        "application/json" => Ok(Media::Json),
        _ => Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "the document is of no known type")
            .hint("send it with content-type text/plain, text/html or application/json")),
    }
}

async fn whole(request: Request) -> Result<Bytes, Problem> {
    let told = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if told.is_some_and(|length: usize| length > DOCUMENT_LIMIT) {
        return Err(too_long());
    }
    match tokio::time::timeout(SENDING, Bytes::from_request(request, &())).await {
        Err(_) => Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "the document did not arrive in time")),
        Ok(Err(fault)) if fault.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(too_long()),
        Ok(Err(_)) => Err(Problem::question("the document did not arrive whole")),
        Ok(Ok(body)) => Ok(body),
    }
}

fn too_long() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "the document has more than 10 MB")
}

fn input(media: Media, body: &[u8]) -> Result<Input, Problem> {
    let with = |format| Input { bytes: body.to_vec(), format: Some(format), ..Input::default() };
    match media {
        Media::Text => Ok(with(Format::Text)),
        Media::Html => Ok(with(Format::Html)),
        Media::Json => of_json(body),
    }
}

fn of_json(body: &[u8]) -> Result<Input, Problem> {
    let document: Document = serde_json::from_slice(body)
        .map_err(|fault| Problem::question(fault.to_string().to_lowercase()).hint(SHAPE))?;
    let (format, words) = match (document.html, document.text) {
        (Some(page), None) => (Format::Html, page),
        (None, Some(text)) => (Format::Text, text),
        _ => return Err(Problem::question("give either `text` or `html`").hint(SHAPE)),
    };
    Ok(Input {
        bytes: words.into_bytes(),
        id: filled(document.id),
        url: filled(document.url),
        published: filled(document.published).map(|written| day(&written)).transpose()?,
        title: filled(document.title),
        format: Some(format),
        ..Input::default()
    })
}

const SHAPE: &str =
    r#"send {"text": "…"} or {"html": "…"}, with "url", "published", "id" and "title" where known"#;

fn filled(words: Option<String>) -> Option<String> {
    words.filter(|words| !words.trim().is_empty())
}

/// The day of a date, or of a date with a time.
fn day(written: &str) -> Result<Date, Problem> {
    let day = written.get(..10).and_then(|day| day.parse().ok());
    day.ok_or_else(|| {
        Problem::question(format!("`published` is no day: {written:?}")).hint("write it as 2019-09-12")
    })
}
