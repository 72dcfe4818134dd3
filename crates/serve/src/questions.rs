//! The questions that are asked with GET: one row each, from which the routes and the OpenAPI document are made.

use sayso::store::{
    ActorLine, ActorPage, Found, Key, Map, Network, Query, ReportPage, Stats, Store, Timeline, Trace,
};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::asked::{Asked, Names, Page};
use crate::problem::{Problem, as_json};

/// From the fields of a request to an answer in JSON.
type Ask = fn(&Store, Asked) -> Result<Vec<u8>, Problem>;

/// The schema of a type.
pub(crate) type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

/// One question.
pub(crate) struct Question {
    /// Its address, with the parameter of the path in braces.
    pub(crate) path: &'static str,
    /// What it tells, in a line.
    pub(crate) summary: &'static str,
    /// Structs whose fields it takes.
    pub(crate) takes: &'static [SchemaOf],
    /// Those of them without which it cannot be asked.
    pub(crate) needs: &'static [&'static str],
    /// What it answers.
    pub(crate) answers: SchemaOf,
    /// Answers it.
    pub(crate) ask: Ask,
}

/// All of them.
pub(crate) const QUESTIONS: &[Question] = &[
    Question {
        path: "/v1/search",
        summary: "What words and filters find, newest first",
        takes: &[object::<Query>, object::<Page>],
        needs: &[],
        answers: named::<Found>,
        ask: search,
    },
    Question {
        path: "/v1/trace",
        summary: "Who said it first, on whose word, who repeats it, who denies it",
        takes: &[object::<Query>],
        needs: &["words"],
        answers: named::<Trace>,
        ask: |store, mut asked| answer(&store.trace(&asked.query()?)?),
    },
    Question {
        path: "/v1/timeline",
        summary: "Events and statements by day",
        takes: &[object::<Query>],
        needs: &[],
        answers: named::<Timeline>,
        ask: |store, mut asked| answer(&store.timeline(&asked.query()?)?),
    },
    Question {
        path: "/v1/map",
        summary: "Events by place",
        takes: &[object::<Query>],
        needs: &[],
        answers: named::<Map>,
        ask: |store, mut asked| answer(&store.map(&asked.query()?)?),
    },
    Question {
        path: "/v1/network",
        summary: "Who speaks about and acts towards whom",
        takes: &[object::<Query>],
        needs: &[],
        answers: named::<Network>,
        ask: |store, mut asked| answer(&store.network(&asked.query()?)?),
    },
    Question {
        path: "/v1/actors",
        summary: "Actors by name, the busiest first",
        takes: &[object::<Names>],
        needs: &[],
        answers: named::<Actors>,
        ask: actors,
    },
    Question {
        path: "/v1/actors/{id}",
        summary: "All that is known of one actor",
        takes: &[],
        needs: &[],
        answers: named::<ActorPage>,
        ask: actor,
    },
    Question {
        path: "/v1/reports/{key}",
        summary: "One report whole, with its record",
        takes: &[],
        needs: &[],
        answers: named::<ReportPage>,
        ask: |store, asked| {
            asked.end("")?;
            answer(&report(store, &asked.name)?)
        },
    },
    Question {
        path: "/v1/stats",
        summary: "What the store holds",
        takes: &[],
        needs: &[],
        answers: named::<Stats>,
        ask: |store, asked| {
            asked.end("")?;
            answer(&store.stats()?)
        },
    },
];

/// Actors by name.
#[derive(Debug, Serialize, JsonSchema)]
struct Actors {
    /// The busiest first.
    actors: Vec<ActorLine>,
}

fn search(store: &Store, mut asked: Asked) -> Result<Vec<u8>, Problem> {
    let (limit, after) = (asked.limit()?, asked.take("after"));
    answer(&store.search(&asked.query()?, after.as_deref(), limit)?)
}

fn actors(store: &Store, mut asked: Asked) -> Result<Vec<u8>, Problem> {
    let (limit, words) = (asked.limit()?, asked.take("words").unwrap_or_default());
    asked.end("words, limit")?;
    answer(&Actors { actors: store.actors(&words, limit)? })
}

fn actor(store: &Store, asked: Asked) -> Result<Vec<u8>, Problem> {
    asked.end("")?;
    let page = store.actor(&asked.name)?;
    let page = page.ok_or_else(|| {
        Problem::nothing(format!("there is no actor `{}`", asked.name)).hint("/v1/actors lists them")
    });
    answer(&page?)
}

/// The report of a written key.
pub(crate) fn report(store: &Store, key: &str) -> Result<ReportPage, Problem> {
    let page = Key::parse(key).map(|key| store.report(key)).transpose()?.flatten();
    page.ok_or_else(|| {
        Problem::nothing(format!("there is no report `{key}`")).hint("a key has 16 hexadecimal digits")
    })
}

fn answer(value: &impl Serialize) -> Result<Vec<u8>, Problem> {
    Ok(as_json(value))
}

/// A type by its name.
pub(crate) fn named<T: JsonSchema>(types: &mut SchemaGenerator) -> Schema {
    types.subschema_for::<T>()
}

/// A type with its fields.
pub(crate) fn object<T: JsonSchema>(types: &mut SchemaGenerator) -> Schema {
    T::json_schema(types)
}
