//! What a client is told when there is no answer: a status, the rule in lower case, and the way out.

use axum::body::Bytes;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use sayso::store;
use schemars::JsonSchema;
use serde::Serialize;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct Told {
    /// What is wrong, in lower case.
    pub(crate) error: String,
    /// The way out, where there is one.
    pub(crate) hint: Option<String>,
}

/// A status with its words.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    told: Told,
}

impl Problem {
    /// With this status and rule.
    pub(crate) fn new(status: StatusCode, error: impl Into<String>) -> Self {
        Problem { status, told: Told { error: error.into(), hint: None } }
    }

    /// A question that cannot be understood.
    pub(crate) fn question(error: impl Into<String>) -> Self {
        Problem::new(StatusCode::BAD_REQUEST, error)
    }

    /// Something that the store does not have.
    pub(crate) fn nothing(error: impl Into<String>) -> Self {
        Problem::new(StatusCode::NOT_FOUND, error)
    }

    /// Too much at a time.
    pub(crate) fn busy() -> Self {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "too many requests at a time")
            .hint("ask again in a second")
    }

    /// A mistake of ours.
    pub(crate) fn mistake() -> Self {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "a bug in sayso stopped the answer")
            .hint("please report it with the request")
    }

    /// With a way out.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.told.hint = Some(hint.into());
        self
    }

    /// The status.
    #[cfg(test)]
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// The words.
    #[cfg(test)]
    pub(crate) fn told(&self) -> &Told {
        &self.told
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        let status = match error.is_question() {
            true => StatusCode::BAD_REQUEST,
            false => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let told = Told { error: error.to_string(), hint: error.way_out().map(Into::into) };
        Problem { status, told }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let busy = self.status == StatusCode::SERVICE_UNAVAILABLE;
        let mut response = json(self.status, as_json(&self.told));
        if busy {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

/// A value as JSON.
pub(crate) fn as_json(value: &impl Serialize) -> Vec<u8> {
    // Every map of ours has strings for keys, and a vector takes every write.
    serde_json::to_vec(value).expect("an answer always has a JSON form")
}

/// What private reports say stays out of caches.
const JSON: [(HeaderName, &str); 2] = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];

/// An answer in JSON.
pub(crate) fn json(status: StatusCode, body: impl Into<Bytes>) -> Response {
    (status, JSON, body.into()).into_response()
}
