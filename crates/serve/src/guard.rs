//! What every request passes, whatever it asks for: is it meant for us, does it come from us, does it end in time? And what every answer says.
//!
//! A page of the open web can make a browser send requests to 127.0.0.1, and can give its own name our address (DNS rebinding). The name in
//! `Host` and the origin in `Origin` are what it cannot forge.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::{HOST, HeaderValue, ORIGIN};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;

/// A request that takes longer is given up.
const WHOLE: Duration = Duration::from_secs(120);

/// On every answer, errors too.
const HEADERS: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// The names that this server answers to.
#[derive(Debug)]
pub(crate) struct Names(Vec<String>);

impl Names {
    /// Of a server on this port.
    pub(crate) fn new(port: u16) -> Arc<Names> {
        let with_port = ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}"));
        Arc::new(Names(with_port.into()))
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|one| one.eq_ignore_ascii_case(name))
    }
}

/// Lets a request through, or refuses it.
pub(crate) async fn guard(State(names): State<Arc<Names>>, request: Request, next: Next) -> Response {
    let mut response = match admitted(&names, &request) {
        Err(problem) => problem.into_response(),
        Ok(()) => match tokio::time::timeout(WHOLE, next.run(request)).await {
            Ok(response) => response,
            Err(_) => late().into_response(),
        },
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

fn late() -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "the answer took too long")
        .hint("ask for less: add a filter, or fewer words")
}

fn admitted(names: &Names, request: &Request) -> Result<(), Problem> {
    let host = only(request.headers(), &HOST).filter(|host| names.has(host));
    let authority = request.uri().authority().is_none_or(|authority| names.has(authority.as_str()));
    if host.is_none() || !authority {
        return Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, "the request is for another host")
            .hint(format!("use http://{}", names.0[0])));
    }
    let harmless = matches!(*request.method(), Method::GET | Method::HEAD);
    if !harmless && !of_ours(names, request.headers()) {
        return Err(Problem::new(StatusCode::FORBIDDEN, "the request comes from a page of another site")
            .hint("send it from a program, or from the reader itself"));
    }
    Ok(())
}

/// Programs send no origin; a browser always does with what is not a GET.
fn of_ours(names: &Names, headers: &HeaderMap) -> bool {
    let origin = headers.get_all(ORIGIN).iter().all(|origin| {
        let host = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
        host.is_some_and(|host| names.has(host))
    });
    let site = headers.get_all("sec-fetch-site").iter();
    origin && site.into_iter().all(|site| site == "same-origin" || site == "none")
}

/// The value of a header that stands once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok();
    value.filter(|_| values.next().is_none())
}
