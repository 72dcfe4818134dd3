//! `sayso read`: documents in, records out.

use std::path::Path;

use sayso::ingest::Input;
use sayso::wire::{self, views::Coding};
use sayso::{Engine, Record, show};

use crate::args::{Format, Read};
use crate::documents::{self, Single};
use crate::engine::engine;
use crate::failure::Failure;
use crate::screen::Screen;
use crate::{Outcome, events};

/// Reads a batch.
pub(crate) fn read(args: Read, screen: &Screen) -> Result<Outcome, Failure> {
    let output = args.batch.output.as_deref();
    let format = args.format.unwrap_or_else(|| usual(output, screen));
    let coding = coding(args.collapse, format)?;
    let options = screen.options(output.is_some(), args.ascii);
    let one = Single { id: args.id, url: args.url, published: args.published };
    let documents = documents::Batch { inputs: args.inputs, one, threads: args.batch.threads };
    let engine = engine(args.reader.model.as_deref(), args.places.places.as_deref())?;
    let record = |input: &Input| record(input, &engine);
    match format {
        Format::Text => documents.each(output, screen, |input| Ok(text(&record(input)?, &options))),
        Format::Json => documents.each(output, screen, |input| Ok(json(&record(input)?))),
        Format::Jsonl => documents.each(output, screen, |input| Ok(line(&record(input)?))),
        Format::Html => documents.all(output, screen, record, |records| show::page(&records)),
        Format::Csv => events::rows(documents, output, screen, record, coding),
        Format::Geojson => events::features(documents, output, screen, record, coding),
        Format::Conllu => documents.each(output, screen, |input| conllu(input, &engine)),
    }
}

/// One report in the form that was asked for.
pub(crate) fn written(
    input: &Input,
    engine: &Engine,
    format: Format,
    options: &show::Options,
) -> Result<String, Failure> {
    let record = || record(input, engine);
    Ok(match format {
        Format::Text => text(&record()?, options),
        Format::Json => json(&record()?),
        Format::Jsonl => line(&record()?),
        Format::Html => show::page(&[record()?]),
        Format::Csv => events::sheet(&record()?),
        Format::Geojson => events::map(&record()?),
        Format::Conllu => conllu(input, engine)?,
    })
}

fn coding(collapse: bool, format: Format) -> Result<Coding, Failure> {
    match (collapse, format) {
        (false, _) => Ok(Coding::AsTold),
        (true, Format::Csv | Format::Geojson) => Ok(Coding::Collapsed),
        (true, _) => {
            let failure = Failure::new("--collapse is for events as csv or geojson");
            Err(failure.hint("add --format csv; a record itself always says what the text says"))
        }
    }
}

fn record(input: &Input, engine: &Engine) -> Result<Record, Failure> {
    Ok(sayso::read(input, engine)?)
}

fn text(record: &Record, options: &show::Options) -> String {
    ended(show::terminal(record, options))
}

fn json(record: &Record) -> String {
    ended(wire::to_json_pretty(&wire::encode(record)))
}

fn line(record: &Record) -> String {
    ended(wire::to_json(&wire::encode(record)))
}

/// As `sayso parse` writes it, of the report itself.
fn conllu(input: &Input, engine: &Engine) -> Result<String, Failure> {
    let id = input.id.as_deref().unwrap_or(&input.name);
    Ok(sayso::parse_report(input, engine, |reading| sayso::conllu::conllu(reading, None, id))?)
}

fn ended(mut text: String) -> String {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The format that an output file's name asks for; else for people on a terminal, and for programs in a pipe.
fn usual(output: Option<&Path>, screen: &Screen) -> Format {
    let Some(path) = output else {
        return if screen.output { Format::Text } else { Format::Jsonl };
    };
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("txt") => Format::Text,
        Some("json") => Format::Json,
        Some("html" | "htm") => Format::Html,
        Some("csv") => Format::Csv,
        Some("geojson") => Format::Geojson,
        Some("conllu") => Format::Conllu,
        _ => Format::Jsonl,
    }
}
