//! Which address goes where.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{DefaultBodyLimit, RawPathParams, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use sayso::ingest::DOCUMENT_LIMIT;
use sayso::store::{Key, Store};

use crate::asked::Asked;
use crate::assets::FILES;
use crate::guard::{Names, guard};
use crate::problem::{Problem, json};
use crate::questions::{QUESTIONS, Question};
use crate::service::Service;
use crate::{plain, reading};

/// Pages that the reader draws itself, from one shell.
const SHELL: [&str; 9] =
    ["/", "/report/{key}", "/trace", "/timeline", "/map", "/network", "/actors", "/actor/{id}", "/read"];

type Shared = State<Arc<Service>>;
type Params = Result<RawPathParams, RawPathParamsRejection>;

/// All routes of a server on this port.
pub(crate) fn router(service: Service, port: u16) -> Router {
    let mut router = Router::new();
    for question in QUESTIONS {
        let ask = move |state: Shared, params: Params, uri: Uri| answer(state, params, uri, question);
        router = router.route(question.path, get(ask));
    }
    for (at, file) in FILES.iter().enumerate() {
        let send = move |State(service): Shared, headers: HeaderMap| async move {
            service.assets.file(at, &headers)
        };
        router = router.route(file.path, get(send));
    }
    for path in SHELL {
        router = router.route(path, get(shell));
    }
    router
        .route("/plain/{key}", get(page))
        .route("/plain/", get(list))
        .route("/v1/read", post(reading::read))
        .route("/v1/openapi.json", get(openapi))
        .fallback(nowhere)
        .method_not_allowed_fallback(not_so)
        .layer(DefaultBodyLimit::max(DOCUMENT_LIMIT))
        .layer(from_fn_with_state(Names::new(port), guard))
        .with_state(Arc::new(service))
}

async fn answer(
    State(service): Shared,
    params: Params,
    uri: Uri,
    question: &'static Question,
) -> Result<Response, Problem> {
    let written = uri.path_and_query().map(PathAndQuery::as_str).unwrap_or_default();
    let (version, known) = service.recent.get(written);
    if let Some(known) = known {
        return Ok(json(StatusCode::OK, known));
    }
    let asked = Asked::of(name(params)?, &uri)?;
    let body = with_store(&service, move |store| (question.ask)(store, asked)).await?;
    let body = Bytes::from(body);
    service.recent.put(version, written, &body);
    Ok(json(StatusCode::OK, body))
}

async fn with_store<T: Send + 'static>(
    service: &Service,
    work: impl FnOnce(&Store) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let place = service.readers.place()?;
    service.readers.run(place, |store| work(store)).await?
}

/// The parameter of a path; empty where it has none.
fn name(params: Params) -> Result<String, Problem> {
    let params = params.map_err(|_| Problem::nothing("the address is not in UTF-8"))?;
    Ok(params.iter().next().map(|(_, value)| value.to_owned()).unwrap_or_default())
}

/// Without JavaScript the shell leads to the plain page of the report at hand.
async fn shell(State(service): Shared, params: Params, headers: HeaderMap) -> Response {
    let key = name(params).ok().and_then(|name| Key::parse(&name)).map(|key| key.to_string());
    service.assets.shell(key.as_deref(), &headers)
}

async fn page(State(service): Shared, params: Params) -> Result<Response, Problem> {
    let key = name(params)?;
    Ok(html(with_store(&service, move |store| plain::page(store, &key)).await?))
}

async fn list(State(service): Shared) -> Result<Response, Problem> {
    Ok(html(with_store(&service, plain::list).await?))
}

fn html(page: String) -> Response {
    ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store")], page).into_response()
}

async fn openapi(State(service): Shared) -> Response {
    json(StatusCode::OK, service.openapi.clone())
}

/// A person who followed a wrong link is told by the reader, with the way back; a program by a problem.
async fn nowhere(State(service): Shared, headers: HeaderMap) -> Response {
    if headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"text/html")) {
        return (StatusCode::NOT_FOUND, service.assets.shell(None, &headers)).into_response();
    }
    Problem::nothing("there is nothing at this address")
        .hint("/v1/openapi.json lists what there is")
        .into_response()
}

async fn not_so(method: Method) -> Problem {
    let told = format!("this address does not take {method}");
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, told).hint("/v1/openapi.json lists what there is")
}
