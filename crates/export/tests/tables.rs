//! The tables of Parquet, read back: a row an item, keys that join, words that stand where they are said to, and a layout that stays.
#![allow(clippy::unwrap_used, reason = "a file that cannot be read has failed its test")]

mod made;

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::LazyLock;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type};
use arrow_array::{Array, RecordBatch};
use made::{all, kept, root, store_id, words};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use sayso_export::{Error, TABLES, tables};

/// The batches of a table.
struct Table(Vec<RecordBatch>);

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let mut asked = Vec::new();
    let open = |name: &str| {
        asked.push(name.to_owned());
        File::create(folder.join(format!("{name}.parquet")))
    };
    let written = tables(all(), open).unwrap();
    assert_eq!(written.reports, kept().len() as u64);
    assert_eq!(asked, TABLES);
    folder
});

#[expect(clippy::disallowed_methods, reason = "the test reads what it wrote")]
fn reader(name: &str) -> ParquetRecordBatchReaderBuilder<File> {
    ParquetRecordBatchReaderBuilder::try_new(File::open(FOLDER.join(format!("{name}.parquet"))).unwrap())
        .unwrap()
}

impl Table {
    fn read(name: &str) -> Table {
        assert!(TABLES.contains(&name));
        Table(reader(name).build().unwrap().map(Result::unwrap).collect())
    }

    fn column<T>(&self, name: &str, cell: impl Fn(&dyn Array, usize) -> T) -> Vec<T> {
        let columns =
            self.0.iter().map(|batch| batch.column_by_name(name).unwrap_or_else(|| panic!("no {name}")));
        columns.flat_map(|column| (0..column.len()).map(|at| cell(column, at)).collect::<Vec<_>>()).collect()
    }

    fn text(&self, name: &str) -> Vec<Option<String>> {
        self.column(name, |array, at| {
            array.is_valid(at).then(|| array.as_string::<i32>().value(at).to_owned())
        })
    }

    fn key(&self, name: &str) -> Vec<String> {
        self.text(name).into_iter().map(Option::unwrap).collect()
    }

    fn lists(&self, name: &str) -> Vec<Vec<Option<String>>> {
        self.column(name, |array, at| {
            array
                .as_list::<i32>()
                .value(at)
                .as_string::<i32>()
                .iter()
                .map(|it| it.map(String::from))
                .collect()
        })
    }

    fn whole(&self, name: &str) -> Vec<u64> {
        self.column(name, |array, at| u64::try_from(array.as_primitive::<Int32Type>().value(at)).unwrap())
    }

    fn day(&self, name: &str) -> Vec<Option<i32>> {
        self.column(name, |array, at| {
            array.is_valid(at).then(|| array.as_primitive::<Date32Type>().value(at))
        })
    }
}

fn count(of: impl Fn(&sayso_wire::Record) -> usize) -> usize {
    kept().iter().map(|kept| of(&kept.record)).sum()
}

#[test]
fn every_item_is_a_row_and_every_id_is_one() {
    for (table, id, rows) in [
        ("articles", "article_id", kept().len()),
        ("statements", "statement_id", count(|record| record.statements.len())),
        ("events", "event_id", count(|record| record.events.len())),
        ("places", "place_id", count(|record| record.places.len())),
        ("quantities", "quantity_id", count(|record| record.quantities.len())),
    ] {
        let ids = Table::read(table).key(id);
        assert!(rows > 0 && ids.len() == rows, "{table}: {} of {rows}", ids.len());
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), rows, "{table}");
    }
    let actors = Table::read("actors").key("actor_id");
    let known: BTreeSet<_> =
        kept().iter().flat_map(|kept| &kept.actors).map(|actor| actor.id.clone()).collect();
    assert_eq!((actors.len(), actors.iter().cloned().collect()), (known.len(), known));
    assert_eq!(Table::read("links").key("type").len(), count(|record| record.links.len()));
}

#[test]
fn keys_join() {
    let ids = |table, id| Table::read(table).key(id).into_iter().collect::<BTreeSet<_>>();
    let (statements, events) = (ids("statements", "statement_id"), ids("events", "event_id"));
    let (actors, places, quantities) =
        (ids("actors", "actor_id"), ids("places", "place_id"), ids("quantities", "quantity_id"));
    let articles = ids("articles", "article_id");
    for (table, column, keys) in [
        ("statements", "article_id", &articles),
        ("statements", "within", &statements),
        ("events", "statement_id", &statements),
        ("events", "place_id", &places),
        ("links", "from_statement_id", &statements),
        ("links", "to_statement_id", &statements),
        ("links", "event_id", &events),
        ("evidence", "actor_id", &actors),
    ] {
        let found: Vec<_> = Table::read(table).text(column).into_iter().flatten().collect();
        assert!(!found.is_empty() || table == "links", "{table}.{column} is empty");
        assert!(found.iter().all(|key| keys.contains(key)), "{table}.{column}");
    }
    let events = Table::read("events");
    for (column, keys) in [("actor_ids", &actors), ("recipient_ids", &actors), ("quantity_ids", &quantities)]
    {
        let found: Vec<_> = events.lists(column).into_iter().flatten().flatten().collect();
        assert!(!found.is_empty() && found.iter().all(|key| keys.contains(key)), "{column}");
    }
}

#[test]
fn events_are_told_as_the_record_has_them() {
    let table = Table::read("events");
    let all = kept().iter().flat_map(|kept| kept.record.events.iter().map(move |event| (kept, event)));
    let (status, holders, actors) = (table.key("status"), table.lists("holders"), table.lists("actor_ids"));
    let (days, from, time) = (table.day("date"), table.day("time_from"), table.text("time"));
    let mut statuses = BTreeMap::new();
    for (at, (kept, event)) in all.enumerate() {
        assert_eq!((status[at].as_str(), &time[at]), (event.status.name(), &event.time));
        assert!(holders[at].iter().flatten().eq(&event.holder));
        assert!(actors[at].iter().flatten().eq(event.actor.iter().map(|of| store_id(kept, &of.id))));
        assert!(days[at].is_none() || days[at] == from[at], "a whole day begins on itself");
        *statuses.entry(status[at].clone()).or_insert(0) += 1;
    }
    assert_eq!(statuses.len(), 4, "{statuses:?}");
    // Days since 1970 of the day that the second report tells.
    assert!(days.contains(&Some(22_431)), "{days:?}");
    assert!(from.iter().zip(&days).any(|(from, day)| from.is_some() && day.is_none()), "a week is no day");
}

#[test]
fn evidence_stands_where_it_is_said_to() {
    let (evidence, articles) = (Table::read("evidence"), Table::read("articles"));
    let texts: BTreeMap<_, _> = articles.key("article_id").into_iter().zip(articles.key("text")).collect();
    let (keys, found, roles) = (evidence.key("article_id"), evidence.key("words"), evidence.key("role"));
    let (starts, ends) = (evidence.whole("start"), evidence.whole("end"));
    for at in 0..keys.len() {
        assert_eq!(found[at], words(&texts[&keys[at]], starts[at], ends[at]));
        assert!(!found[at].is_empty());
    }
    let seen: BTreeSet<_> = roles.iter().map(String::as_str).collect();
    for role in [
        "source",
        "cue",
        "content",
        "via",
        "trigger",
        "status_cue",
        "actor",
        "recipient",
        "name",
        "pronoun",
        "of",
    ] {
        assert!(seen.contains(role), "no {role}");
    }
    // Every event and every statement rests on words.
    let items: BTreeSet<_> = evidence.key("item_id").into_iter().collect();
    let ids = [Table::read("events").key("event_id"), Table::read("statements").key("statement_id")].concat();
    assert!(ids.iter().all(|id| items.contains(id)));
}

#[test]
fn the_ids_of_events_are_those_of_the_sheet() {
    let sheet = made::written(sayso_export::Format::Csv);
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let rows = reader.deserialize().map(Result::unwrap).collect::<Vec<BTreeMap<String, String>>>();
    let ids: Vec<_> = rows.iter().map(|row| format!("{}-{}", row["Report Key"], row["Event ID"])).collect();
    assert_eq!(Table::read("events").key("event_id"), ids);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads a file of the repository")]
fn every_column_is_described() {
    let docs = std::fs::read_to_string(root("docs/formats.md")).unwrap();
    for table in TABLES {
        let file = reader(table);
        let section = docs
            .split(&format!("**`{table}`**"))
            .nth(1)
            .unwrap_or_else(|| panic!("{table} is not described"));
        let section = section.split("\n\n").next().unwrap();
        let schema = file.schema();
        let bare: Vec<_> =
            schema.fields().iter().filter(|it| !section.contains(&format!("`{}`", it.name()))).collect();
        assert!(bare.is_empty(), "{table}: {bare:?}");
        let about = file.metadata().file_metadata().key_value_metadata().unwrap();
        assert!(about.iter().any(|it| it.key == "sayso_version" && it.value.is_some()));
    }
}

#[test]
fn what_fails_is_told() {
    let open = |name: &str| if name == "links" { Err(io::Error::other("no room")) } else { Ok(io::sink()) };
    let error = tables(all(), open).unwrap_err();
    assert!(matches!(&error, Error::Write(_)) && error.to_string() == "no room");
    let broken = all().map(|kept| kept.map_err(|_: Infallible| "")).take(1).chain([Err("no such report")]);
    assert!(matches!(tables(broken, |_| Ok(io::sink())).unwrap_err(), Error::Record("no such report")));
}
