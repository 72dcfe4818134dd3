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
    /// Add reports to a store, each once
    Add(Add),
    /// Check that a store is whole and that its records still cite their text
    Check(Check),
    /// Search a store: what do the reports say, the newest first
    Search(Search),
    /// Find where a claim comes from: who said it first, who repeats it, who denies it
    Trace(Trace),
    /// Show how much happened and was said on each day
    Timeline(Timeline),
    /// List who is spoken of
    Actors(Actors),
    /// Show what a store holds, and how much of it happened
    Stats(Stats),
    /// Write a store for other tools: spreadsheets, maps, graphs, DuckDB, OpenAleph, annotators
    Export(Export),
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

/// Add reports to a store, each once
///
/// Takes the same inputs as `read`, and records that `read` has written (JSON Lines of `sayso-record/1`), which are verified and kept as they
/// are. What is told as added is on the disk and stays there, whatever happens next. What the store has is not read again, so a run that was
/// cut off goes on when it is started again. A report is the same where its bytes, its URL and its id are. Without an input, a store that an
/// older version wrote is brought up to date.
#[derive(Debug, Args)]
#[command(after_long_help = ADD_EXAMPLES)]
pub(crate) struct Add {
    /// Files and folders to add; `-` means standard input
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) store: StoreFile,

    /// Day of publication, as 2018-09-12; wins over the page's own
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<jiff::civil::Date>,

    /// How many documents to read at a time [default: one a processor]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,

    #[command(flatten)]
    pub(crate) reader: Reader,

    #[command(flatten)]
    pub(crate) places: Places,

    /// Print a line for each report, also on a terminal: its key, `new`, `known` or `refused`, and its name
    #[arg(long)]
    pub(crate) log: bool,
}

const ADD_EXAMPLES: &str = "\
Examples:
  sayso add clippings/                                make sayso.db, or add to it
  sayso add pages.jsonl.gz --store crisis.db
  sayso add report.txt --published 2018-09-12
  sayso read clippings/ -o clippings.jsonl && sayso add clippings.jsonl
  sayso add clippings/ --log | grep refused
  sayso add --store crisis.db                         bring an older store up to date

Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage or nothing added.";

/// Check that a store is whole and that its records still cite their text
///
/// Every page of the file, every record and its citations, the index against the records, counts against a recount, copies against what they
/// copy. One line a fault, with its report. Takes about as long as adding did; readers and a writer are not in its way.
#[derive(Debug, Args)]
#[command(after_long_help = CHECK_EXAMPLES)]
pub(crate) struct Check {
    /// The store
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, default_value = "sayso.db")]
    pub(crate) store: PathBuf,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  sayso check
  sayso check crisis.db

Exit codes: 0 no fault, 1 faults, 2 wrong usage or no store.";

/// Search a store: what do the reports say, the newest first
///
/// A hit has all the words, in any inflection, and passes all the filters. Words find what is said, and sentences outside all statements;
/// --type, --status and --place find events; --speaker, --kind and --stance find statements. Filters may stand among the words, too:
/// `speaker:\"Ida Holt\" status:hypothetical`.
#[derive(Debug, Args)]
#[command(after_long_help = SEARCH_EXAMPLES)]
pub(crate) struct Search {
    /// Words to find
    #[arg(value_name = "WORDS")]
    pub(crate) words: Vec<String>,

    #[command(flatten)]
    pub(crate) filters: Filters,

    /// How many hits
    #[arg(short = 'n', long, value_name = "N", default_value_t = 20)]
    pub(crate) most: usize,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

const SEARCH_EXAMPLES: &str = "\
Examples:
  sayso search drone strike                             who says anything of a drone strike
  sayso search \"drone strike\" --status actual          what happened, and what was only said, is told apart
  sayso search --speaker Holt --stance denies           what Holt denies
  sayso search soldiers --country TUR --from 2026-01-01
  sayso search 'ceasefire outlet:\"Evening Courier\"'
  sayso search soldiers --json | jq -r .words

Exit codes: 0 all well, 2 wrong usage or no store.";

/// Find where a claim comes from: who said it first, who repeats it, who denies it
///
/// The words are the claim. What is told in other words, of other numbers of the same thing, and denials without the words are found, too.
/// Sayings are grouped by origin: whoever quotes Holt tells what Holt says, and counts once with her. No verdict is given.
#[derive(Debug, Args)]
#[command(after_long_help = TRACE_EXAMPLES)]
pub(crate) struct Trace {
    /// The claim
    #[arg(value_name = "CLAIM", required = true)]
    pub(crate) words: Vec<String>,

    #[command(flatten)]
    pub(crate) filters: Filters,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

const TRACE_EXAMPLES: &str = "\
Examples:
  sayso trace \"4,000 soldiers near Brask\"
  sayso trace \"dam will be closed\" --to 2026-03-31
  sayso trace \"4,000 soldiers\" --json | jq '.origins[].who.name'

Exit codes: 0 all well, 2 wrong usage or no store.";

/// Show how much happened and was said on each day
///
/// Days are days of publication, so that each can be searched with --from and --to.
#[derive(Debug, Args)]
#[command(after_long_help = TIMELINE_EXAMPLES)]
pub(crate) struct Timeline {
    /// Words that an event or statement has
    #[arg(value_name = "WORDS")]
    pub(crate) words: Vec<String>,

    #[command(flatten)]
    pub(crate) filters: Filters,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

const TIMELINE_EXAMPLES: &str = "\
Examples:
  sayso timeline
  sayso timeline --type ASSAULT
  sayso timeline --actor Holt --from 2026-01-01

Exit codes: 0 all well, 2 wrong usage or no store.";

/// List who is spoken of
#[derive(Debug, Args)]
#[command(after_long_help = ACTORS_EXAMPLES)]
pub(crate) struct Actors {
    /// Part of a name; without it, the busiest
    #[arg(value_name = "NAME")]
    pub(crate) words: Vec<String>,

    /// How many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 20)]
    pub(crate) most: usize,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

const ACTORS_EXAMPLES: &str = "\
Examples:
  sayso actors
  sayso actors holt
  sayso search --speaker a12        what one of them says

Exit codes: 0 all well, 2 wrong usage or no store.";

/// Show what a store holds, and how much of it happened
#[derive(Debug, Args)]
#[command(after_long_help = STATS_EXAMPLES)]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) asking: Asking,
}

const STATS_EXAMPLES: &str = "\
Examples:
  sayso stats
  sayso stats --store crisis.db --json

Exit codes: 0 all well, 2 wrong usage or no store.";

/// Write a store for other tools: spreadsheets, maps, graphs, DuckDB, OpenAleph, annotators
///
/// docs/formats.md describes columns and properties. An event is never told without its standing.
#[derive(Debug, Args)]
#[command(after_long_help = EXPORT_EXAMPLES)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) store: StoreFile,

    /// What to write
    #[arg(short, long, value_enum)]
    pub(crate) format: ExportFormat,

    /// Write to this file; for parquet, into this folder
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,
}

const EXPORT_EXAMPLES: &str = "\
Examples:
  sayso export -f csv -o events.csv          a row an event
  sayso export -f parquet -o tables/         a file a table, for DuckDB, pandas and Spark
  duckdb -c \"SELECT status, count(*) FROM 'tables/events.parquet' GROUP BY 1\"
  sayso export -f gexf -o network.gexf       who acts towards and speaks about whom, for Gephi
  sayso export -f ftm -o entities.ftm.json   for OpenAleph
  sayso export -f webannotation | head -1

Exit codes: 0 all well, 2 wrong usage or no store.";

/// What a store is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// The records, one a line
    Jsonl,
    /// A row an event
    Csv,
    /// Eight tables, a file each
    Parquet,
    /// A feature an event
    Geojson,
    /// A graph of actors (GEXF 1.2draft)
    Gexf,
    /// FollowTheMoney entities, one a line
    Ftm,
    /// W3C Web Annotations, one a line
    Webannotation,
}

/// Which store, and how to answer.
#[derive(Debug, Args)]
pub(crate) struct Asking {
    #[command(flatten)]
    pub(crate) store: StoreFile,

    /// Answer as JSON; search writes a hit a line
    #[arg(long)]
    pub(crate) json: bool,

    /// In text, use signs of ASCII alone (`* ? > x`)
    #[arg(long)]
    pub(crate) ascii: bool,
}

/// The file of the store.
#[derive(Debug, Args)]
pub(crate) struct StoreFile {
    /// The store
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, default_value = "sayso.db")]
    pub(crate) store: PathBuf,
}

/// What a hit must pass, all of it.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filters")]
pub(crate) struct Filters {
    /// Who speaks: a name, an alias, or an id as `sayso actors` shows it
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,

    /// The outlet that published the report, or that relays the words
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Option<String>,

    /// Who acts, is acted upon or is spoken of
    #[arg(long, value_name = "NAME")]
    pub(crate) actor: Option<String>,

    /// Country of an actor or a place (ISO 3166-1 alpha-3)
    #[arg(long, value_name = "CODE")]
    pub(crate) country: Option<String>,

    /// PLOVER type of the event (ASSAULT)
    #[arg(long, value_name = "TYPE")]
    pub(crate) r#type: Option<String>,

    /// Standing of the event: actual, negated, hypothetical or future
    #[arg(long, value_name = "STATUS")]
    pub(crate) status: Option<String>,

    /// Where the event is: a name, or an id of GeoNames
    #[arg(long, value_name = "NAME")]
    pub(crate) place: Option<String>,

    /// First day of publication
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,

    /// Last day of publication
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,

    /// How the statement is given: direct, indirect or mixed
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<String>,

    /// Whether the source vouches for it: affirms, denies or declines
    #[arg(long, value_name = "STANCE")]
    pub(crate) stance: Option<String>,
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
