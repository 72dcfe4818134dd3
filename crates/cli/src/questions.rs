//! Questions over a store: the arguments as a query, the answer for people or as JSON.

use sayso::show::{Options, answers};
use sayso::store::{Found, Query, Store};
use serde::Serialize;

use crate::Outcome;
use crate::args::{Actors, Asking, Filters, Search, Stats, Timeline, Trace};
use crate::failure::Failure;
use crate::output::Output;
use crate::screen::Screen;

/// Hits that are fetched at a time.
const PAGE: usize = 100;

/// `sayso search`.
pub(crate) fn search(args: Search, screen: &Screen) -> Result<Outcome, Failure> {
    let query = query(&args.words, args.filters)?;
    let store = Store::open(&args.asking.store.store)?;
    let mut out = Output::open(None)?;
    let (mut left, mut after) = (args.most, None);
    let mut nothing = true;
    while left > 0 {
        let found = store.search(&query, after.as_deref(), left.min(PAGE))?;
        left -= left.min(PAGE);
        let last = found.next.is_none();
        // An empty page says that nothing was found, which holds for the first alone.
        if nothing || !found.hits.is_empty() {
            out.write(&hits(&found, &args.asking, screen)?)?;
        }
        nothing = false;
        after = found.next;
        if last {
            break;
        }
    }
    out.finish()?;
    Ok(Outcome::Well)
}

fn hits(found: &Found, asking: &Asking, screen: &Screen) -> Result<String, Failure> {
    if !asking.json {
        return Ok(answers::found(found, &options(asking, screen)));
    }
    found.hits.iter().map(json).collect()
}

/// `sayso trace`.
pub(crate) fn trace(args: Trace, screen: &Screen) -> Result<Outcome, Failure> {
    let query = query(&args.words, args.filters)?;
    let trace = Store::open(&args.asking.store.store)?.trace(&query)?;
    told(&trace, &args.asking, screen, answers::trace)
}

/// `sayso timeline`.
pub(crate) fn timeline(args: Timeline, screen: &Screen) -> Result<Outcome, Failure> {
    let query = query(&args.words, args.filters)?;
    let timeline = Store::open(&args.asking.store.store)?.timeline(&query)?;
    told(&timeline, &args.asking, screen, answers::timeline)
}

/// `sayso actors`.
pub(crate) fn actors(args: &Actors, screen: &Screen) -> Result<Outcome, Failure> {
    let actors = Store::open(&args.asking.store.store)?.actors(&args.words.join(" "), args.most)?;
    told(&actors, &args.asking, screen, |actors, options| answers::actors(actors, options))
}

/// `sayso stats`.
pub(crate) fn stats(args: &Stats, screen: &Screen) -> Result<Outcome, Failure> {
    let stats = Store::open(&args.asking.store.store)?.stats()?;
    told(&stats, &args.asking, screen, answers::stats)
}

fn told<T: Serialize>(
    answer: &T,
    asking: &Asking,
    screen: &Screen,
    show: impl Fn(&T, &Options) -> String,
) -> Result<Outcome, Failure> {
    let mut out = Output::open(None)?;
    let told = if asking.json { json(answer)? } else { show(answer, &options(asking, screen)) };
    out.write(&told)?;
    out.finish()?;
    Ok(Outcome::Well)
}

fn options(asking: &Asking, screen: &Screen) -> Options {
    screen.options(false, asking.ascii)
}

fn json<T: Serialize>(answer: &T) -> Result<String, Failure> {
    let line = serde_json::to_string(answer);
    line.map(|line| line + "\n").map_err(|error| Failure::new(format!("cannot be written as JSON: {error}")))
}

fn query(words: &[String], filters: Filters) -> Result<Query, Failure> {
    let mut query = Query { words: words.join(" "), ..Query::default() };
    let Filters { speaker, outlet, actor, country, r#type, status, place, from, to, kind, stance } = filters;
    let given = [
        ("speaker", speaker),
        ("outlet", outlet),
        ("actor", actor),
        ("country", country),
        ("type", r#type),
        ("status", status),
        ("place", place),
        ("from", from),
        ("to", to),
        ("kind", kind),
        ("stance", stance),
    ];
    for (name, value) in given {
        if let Some(value) = value {
            query.set(name, value)?;
        }
    }
    Ok(query)
}
