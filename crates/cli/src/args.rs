//! Every command and flag, and nothing else: what the help, the man pages and the completions are made from.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

/// Turn reports into records of who said and did what, on whose word.
#[derive(Debug, Parser)]
#[command(name = "sayso", version, max_term_width = 100, after_long_help = SAYSO_EXAMPLES)]
pub(crate) struct Sayso {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colour
    ///
    /// `auto` colours what goes to a terminal, unless the variable NO_COLOR is set.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    pub(crate) color: When,
}

const SAYSO_EXAMPLES: &str = "\
Examples:
  sayso demo                               see a record of a report that comes with the program
  sayso read report.txt                    read a report and show its record
  sayso read clippings/ -o clippings.jsonl read a folder into one file, a record a line
  sayso read page.html -o page.html        a page with the evidence in its margin

Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage or nothing read.";

/// One command a variant.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read reports: who said and did what, on whose word
    Read(Read),
    /// Show the article alone: the words of the report, without the page around it
    Clean(Clean),
    /// Show how reports are read: words, sentences, trees and names, as CoNLL-U
    Parse(Parse),
    /// Show which places each name of a report may mean, and what speaks for each
    Locate(Locate),
    /// Check that records still cite their text
    Verify(Verify),
    /// Serve a store on this machine: the web reader, and questions over HTTP
    Serve(Serve),
    /// Read a report that comes with the program
    Demo(Demo),
    /// Print the JSON Schema of records
    #[command(after_long_help = SCHEMA_EXAMPLES)]
    Schema,
    /// Print completions for a shell
    #[command(after_long_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Print a manual page
    #[command(after_long_help = MAN_EXAMPLES)]
    Man(Man),
}

/// Read reports: who said and did what, on whose word
///
/// A report is plain text or HTML, in any encoding. Inputs are files, folders (read in the order of their names), JSON Lines with a
/// document a line (`{"id", "text" or "html", "url", "published", "title"}`), and any of these gzipped. Records come out in the order of
/// the inputs, the same for any number of threads. An input that cannot be read is one line on standard error, and the others go on.
#[derive(Debug, Args)]
#[command(after_long_help = READ_EXAMPLES)]
pub(crate) struct Read {
    /// Files and folders to read; `-` or nothing means standard input
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    /// How to write the records
    ///
    /// Left out, it follows the name of the output file (.txt, .json, .jsonl, .html, .csv, .geojson, .conllu); without one it is `text`
    /// on a terminal and `jsonl` in a pipe. docs/formats.md describes the columns of csv and the properties of geojson.
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<Format>,

    /// Day of publication, as 2018-09-12; wins over the page's own
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<jiff::civil::Date>,

    /// Where the document was fetched from; for a single document
    #[arg(long, value_hint = ValueHint::Url)]
    pub(crate) url: Option<String>,

    /// Id of the record, in place of the document's hash; for a single document
    #[arg(long)]
    pub(crate) id: Option<String>,

    /// In csv and geojson, tell what is announced, refused or threatened by the PLOVER type for it
    ///
    /// A meeting that will be held is an AGREE, a meeting that is not held a REJECT; a threat of an attack is a THREATEN besides the
    /// hypothetical ASSAULT. The column `Collapsed From` keeps what the text says.
    #[arg(long)]
    pub(crate) collapse: bool,

    #[command(flatten)]
    pub(crate) batch: Batch,

    #[command(flatten)]
    pub(crate) reader: Reader,

    #[command(flatten)]
    pub(crate) places: Places,

    /// In text, use signs of ASCII alone (`* ? > x`)
    #[arg(long)]
    pub(crate) ascii: bool,
}

const READ_EXAMPLES: &str = "\
Examples:
  sayso read report.txt                               show a record on the terminal
  sayso read report.txt --published 2018-09-12        \"on Monday\" becomes a day
  cat page.html | sayso read --url https://example.org/a
  sayso read clippings/ pages.jsonl.gz -o all.jsonl   a batch, a record a line
  sayso read report.txt -f json | jq '.statements[0]'
  sayso read report.txt -o report.html                a page to read, to print and to send
  sayso read clippings/ -o events.csv                 a row an event: POLECAT's columns, then its standing and its words
  sayso read clippings/ -o events.csv --collapse      what is only announced or threatened as AGREE or THREATEN
  sayso read clippings/ -o events.geojson             a map of events, those without a place kept
  sayso read report.txt -f conllu                     its words and trees

Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage or nothing read.";

/// How to write records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, at the width of the terminal
    Text,
    /// One indented object after another
    Json,
    /// One record a line
    Jsonl,
    /// One page for all records, complete in itself
    Html,
    /// A row an event, for spreadsheets, R and pandas; tells on standard error how many attacks happened
    Csv,
    /// A feature an event, for maps; events without a known place have no geometry
    Geojson,
    /// Words, sentences, trees and names of the report
    Conllu,
}

/// Show the article alone: the words of the report, without the page around it
///
/// Menus, captions, pleas for money, related links and whatever else is not the report are left out. Takes the same inputs as `read`.
#[derive(Debug, Args)]
#[command(after_long_help = CLEAN_EXAMPLES)]
pub(crate) struct Clean {
    /// Files and folders to read; `-` or nothing means standard input
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    /// How to write the articles
    #[arg(short, long, value_enum, default_value_t = Shape::Text)]
    pub(crate) format: Shape,

    /// Where the document was fetched from; for a single document
    #[arg(long, value_hint = ValueHint::Url)]
    pub(crate) url: Option<String>,

    #[command(flatten)]
    pub(crate) batch: Batch,
}

const CLEAN_EXAMPLES: &str = "\
Examples:
  sayso clean page.html                     the paragraphs, one a line
  sayso clean page.html -f json             with title, author, date, sitename, language and url
  sayso clean pages/ -f json -o pages.jsonl

Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage or nothing read.";

/// How to write articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// The paragraphs, one a line; an empty line between articles
    Text,
    /// One object a line, with what is known of the article
    Json,
}

/// Show how reports are read: words, sentences, trees and names, as CoNLL-U
///
/// Takes the same inputs as `read`. Of plain text all is read, the headline and what stands around the report included; of a page, the
/// article. Parts of speech and relations are those of Universal Dependencies; names stand in the last column as `NER=B-person`, with
/// person, organisation, place, group or other as kinds.
#[derive(Debug, Args)]
#[command(after_long_help = PARSE_EXAMPLES)]
pub(crate) struct Parse {
    /// Files and folders to read; `-` or nothing means standard input
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) batch: Batch,

    #[command(flatten)]
    pub(crate) reader: Reader,

    /// Write who and what is spoken of more than once, as CorefUD's `Entity=(e1`; takes about a tenth longer
    #[arg(long)]
    pub(crate) chains: bool,
}

const PARSE_EXAMPLES: &str = "\
Examples:
  sayso parse report.txt
  echo \"The mayor didn't say who paid.\" | sayso parse
  sayso parse clippings/ -o clippings.conllu
  sayso parse --chains report.txt                   also who is who
  sayso parse report.txt | grep -P '\\tPROPN\\t'      the proper nouns

Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage or nothing read.";

/// What every command that reads words takes.
#[derive(Debug, Args)]
pub(crate) struct Reader {
    /// Read with the weights of this file, in place of those in the program
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) model: Option<PathBuf>,
}

/// What every command that looks places up takes.
#[derive(Debug, Args)]
pub(crate) struct Places {
    /// Look places up in this gazetteer, in place of the one in the program
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) places: Option<PathBuf>,
}

/// Show which places each name of a report may mean, and what speaks for each
///
/// Takes the same inputs as `read`. Each name of a place stands once, with the entries of the gazetteer that bear it, the best first: points,
/// name, division, country, GeoNames id, degrees, and the reasons for the points. Places: GeoNames, CC BY 4.0.
#[derive(Debug, Args)]
#[command(after_long_help = LOCATE_EXAMPLES)]
pub(crate) struct Locate {
    /// Files and folders to read; `-` or nothing means standard input
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) batch: Batch,

    #[command(flatten)]
    pub(crate) reader: Reader,

    #[command(flatten)]
    pub(crate) places: Places,

    /// How many entries to show for each name
    #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
    pub(crate) most: usize,
}

const LOCATE_EXAMPLES: &str = "\
Examples:
  sayso locate report.txt
  echo \"She flew from Paris, Texas to Dallas.\" | sayso locate -n 3
  sayso locate --places places-full.bin report.txt    with a larger gazetteer

Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage or nothing read.";

/// What every command that reads a batch takes.
#[derive(Debug, Args)]
pub(crate) struct Batch {
    /// How many documents to read at a time [default: one a processor]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,

    /// Write to this file, which appears when all is written
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// Check that records still cite their text
///
/// Every span in range, every id resolved, no chain that loops, the text unchanged since it was read. Needs the record alone: no model and
/// no document. One line a fault, with its file, line and path.
#[derive(Debug, Args)]
#[command(after_long_help = VERIFY_EXAMPLES)]
pub(crate) struct Verify {
    /// Files with records, as JSON or JSON Lines; `-` means standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
}

const VERIFY_EXAMPLES: &str = "\
Examples:
  sayso verify clippings.jsonl
  sayso read report.txt | sayso verify -

Exit codes: 0 all records hold, 1 some have faults, 2 wrong usage or nothing read.";

/// Serve a store on this machine: the web reader, and questions over HTTP
///
/// Listens on 127.0.0.1 alone and only reads: nothing changes the store, and reports can be added meanwhile. Ends on Ctrl-C. The addresses
/// of questions stand in `/v1/openapi.json`, and in docs/http.md with examples.
#[derive(Debug, Args)]
#[command(after_long_help = SERVE_EXAMPLES)]
pub(crate) struct Serve {
    /// The store
    #[arg(value_name = "STORE", default_value = "sayso.db", value_hint = ValueHint::FilePath)]
    pub(crate) store: PathBuf,

    /// Port on 127.0.0.1; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 7997)]
    pub(crate) port: u16,

    #[command(flatten)]
    pub(crate) reader: Reader,

    #[command(flatten)]
    pub(crate) places: Places,
}

const SERVE_EXAMPLES: &str = "\
Examples:
  sayso serve                        the store sayso.db, at http://127.0.0.1:7997
  sayso serve clippings.db --port 8080
  curl 'http://127.0.0.1:7997/v1/search?words=harbour&status=actual'

Exit codes: 0 asked to end, 2 wrong usage, no store, or the port is taken.";

/// Read a report that comes with the program
///
/// The report, its places and its people are invented.
#[derive(Debug, Args)]
#[command(after_long_help = DEMO_EXAMPLES)]
pub(crate) struct Demo {
    /// How to write the record [default: text]
    #[arg(short, long, value_enum, default_value_t = Format::Text, hide_default_value = true)]
    pub(crate) format: Format,

    /// Show the report itself
    #[arg(long)]
    pub(crate) report: bool,

    /// In text, use signs of ASCII alone (`* ? > x`)
    #[arg(long)]
    pub(crate) ascii: bool,
}

const DEMO_EXAMPLES: &str = "\
Examples:
  sayso demo                       the record, for people
  sayso demo --report              the report that it was read from
  sayso demo -f html > demo.html   the same as a page
  sayso demo --report | sayso read -f json";

const SCHEMA_EXAMPLES: &str = "\
Examples:
  sayso schema > sayso-record-1.json";

/// Print completions for a shell
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  sayso completions bash > ~/.local/share/bash-completion/completions/sayso
  sayso completions fish > ~/.config/fish/completions/sayso.fish";

/// Print a manual page
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The command it is about [default: sayso itself]
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

const MAN_EXAMPLES: &str = "\
Examples:
  sayso man | man -l -
  sayso man read > sayso-read.1";

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Also in files and pipes
    Always,
    /// Not at all
    Never,
}
