//! Opening what the user names: files, folders, standard input, JSONL, and any of these gzipped, one document at a time.
//!
//! The only part of the crate that touches files. A JSONL file is read line by line, so its size does not matter.

use crate::{DOCUMENT_LIMIT, Error, Input, json, sniff};
use flate2::bufread::MultiGzDecoder;
use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Opens each input in turn. `-` is standard input. Folders are searched through, in the order of their paths, for names that look like
/// reports; a file named directly is opened whatever its name. A fault is one item, and the next input follows.
pub fn documents<I>(inputs: I) -> Documents
where
    I: IntoIterator,
    I::Item: Into<PathBuf>,
{
    let pending = inputs.into_iter().map(|path| Pending::Named(path.into())).collect();
    Documents { pending, rows: None }
}

/// The documents in a stream that is open already; `name` is what messages call it.
pub fn documents_in(name: &str, stream: impl Read + Send + 'static) -> Documents {
    let pending = VecDeque::from([Pending::Open(name.into(), Box::new(stream))]);
    Documents { pending, rows: None }
}

/// An iterator over documents; see [`documents`].
pub struct Documents {
    pending: VecDeque<Pending>,
    rows: Option<Rows>,
}

enum Pending {
    Named(PathBuf),
    Found(PathBuf),
    Open(String, Box<dyn Read + Send>),
}

type Stream = Box<dyn BufRead + Send>;

/// What opening an input gave.
enum Opened {
    One(Box<Input>),
    Rows(Rows),
    Folder(Vec<PathBuf>),
}

impl Iterator for Documents {
    type Item = Result<Input, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.rows.as_mut().and_then(Rows::next) {
                return Some(row);
            }
            self.rows = None;
            match open(self.pending.pop_front()?) {
                Ok(Opened::One(input)) => return Some(Ok(*input)),
                Ok(Opened::Rows(rows)) => self.rows = Some(rows),
                Ok(Opened::Folder(found)) => {
                    found.into_iter().rev().for_each(|path| self.pending.push_front(Pending::Found(path)))
                }
                Err(refused) => return Some(Err(refused)),
            }
        }
    }
}

fn open(pending: Pending) -> Result<Opened, Error> {
    match pending {
        Pending::Open(name, stream) => unpack(&name, None, BufReader::new(stream)),
        Pending::Named(path) if path.as_os_str() == "-" => {
            unpack("standard input", None, BufReader::new(io::stdin()))
        }
        Pending::Named(path) if path.is_dir() => folder(&path),
        Pending::Named(path) | Pending::Found(path) => file(&path),
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where input files are opened")]
fn file(path: &Path) -> Result<Opened, Error> {
    let name = path.display().to_string();
    let file = std::fs::File::open(path).map_err(|fault| cannot_open(&name, &fault))?;
    unpack(&name, shape(path), BufReader::with_capacity(64 * 1024, file))
}

fn cannot_open(name: &str, fault: &io::Error) -> Error {
    match fault.kind() {
        io::ErrorKind::NotFound => {
            Error::new(name, "there is no such file").hint("check the path; `-` reads standard input")
        }
        io::ErrorKind::PermissionDenied => {
            Error::new(name, "the file may not be read").hint("check its permissions")
        }
        _ => Error::new(name, format!("the file cannot be opened: {}", plain(fault))),
    }
}

fn plain(fault: &io::Error) -> String {
    let words = fault.to_string().to_lowercase();
    words.split(" (os error").next().unwrap_or(&words).to_owned()
}

/// What a name says of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Document,
    Json,
    Rows,
}

/// Endings of the names of reports.
const ENDINGS: &[(&str, Shape)] = &[
    ("txt", Shape::Document),
    ("text", Shape::Document),
    ("md", Shape::Document),
    ("html", Shape::Document),
    ("htm", Shape::Document),
    ("xhtml", Shape::Document),
    ("json", Shape::Json),
    ("jsonl", Shape::Rows),
    ("ndjson", Shape::Rows),
];

fn shape(path: &Path) -> Option<Shape> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|&(_, shape)| shape)
}

/// A name that a search through folders takes up: a known ending, or none at all; nothing hidden.
fn looks_like_report(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bare = name.strip_suffix(".gz").unwrap_or(&name);
    !name.starts_with('.') && (shape(path).is_some() || !bare.contains('.'))
}

fn folder(root: &Path) -> Result<Opened, Error> {
    let mut found = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        let fault = |fault: io::Error| {
            Error::new(folder.display().to_string(), format!("the folder cannot be read: {}", plain(&fault)))
        };
        for entry in std::fs::read_dir(&folder).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            // The type of the entry itself: a linked folder is not entered, so links cannot lead in circles.
            match entry.file_type().map_err(fault)?.is_dir() {
                true if !hidden => open.push(entry.path()),
                false if looks_like_report(&entry.path()) && entry.path().is_file() => {
                    found.push(entry.path())
                }
                _ => {}
            }
        }
    }
    found.sort();
    if found.is_empty() {
        return Err(Error::new(root.display().to_string(), "there are no reports in this folder").hint(NAMES));
    }
    Ok(Opened::Folder(found))
}

const NAMES: &str =
    "reports are named *.txt, *.md, *.html, *.json or *.jsonl, also with .gz; name another file directly";

/// Takes gzip off, then tells rows from one document.
fn unpack(
    name: &str,
    shape: Option<Shape>,
    mut stream: impl BufRead + Send + 'static,
) -> Result<Opened, Error> {
    let gzipped = stream.fill_buf().map_err(|fault| unreadable(name, &fault))?.starts_with(b"\x1f\x8b");
    let stream: Stream = if gzipped {
        Box::new(BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(stream)))
    } else {
        Box::new(stream)
    };
    match shape {
        Some(Shape::Rows) => Ok(Opened::Rows(Rows::new(name, stream))),
        Some(Shape::Document) => Ok(one(document(name, stream, Vec::new())?)),
        Some(Shape::Json) => object_or_rows(name, stream, true),
        None => object_or_rows(name, stream, false),
    }
}

fn one(input: Input) -> Opened {
    Opened::One(Box::new(input))
}

fn unreadable(name: &str, fault: &io::Error) -> Error {
    let damaged = matches!(
        fault.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
    );
    let rule = if damaged {
        format!("the gzip data are damaged: {}", plain(fault))
    } else {
        format!("reading failed: {}", plain(fault))
    };
    Error::new(name, rule)
}

/// All of a stream, at most one document long. What gzip blows up beyond that is refused unread.
fn document(name: &str, stream: Stream, mut bytes: Vec<u8>) -> Result<Input, Error> {
    let room = (DOCUMENT_LIMIT + 1).saturating_sub(bytes.len());
    stream.take(room as u64).read_to_end(&mut bytes).map_err(|fault| unreadable(name, &fault))?;
    if bytes.len() > DOCUMENT_LIMIT {
        return Err(sniff::too_long(name));
    }
    Ok(Input { name: name.into(), bytes, ..Input::default() })
}

/// JSON whose first line is a whole object is rows; JSON that is one object over many lines is one document; the rest is a document.
fn object_or_rows(name: &str, mut stream: Stream, json_name: bool) -> Result<Opened, Error> {
    let mut first = Vec::new();
    let opens = stream.fill_buf().map_err(|fault| unreadable(name, &fault))?;
    let opens = opens.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(opens).trim_ascii_start().first().copied();
    if opens != Some(b'{') && !json_name {
        return document(name, stream, first).map(one);
    }
    let end = read_line(&mut stream, &mut first).map_err(|fault| unreadable(name, &fault))?;
    if end != LineEnd::TooLong && is_row(&first) {
        return Ok(Opened::Rows(Rows { first: Some(first), ..Rows::new(name, stream) }));
    }
    stream.take((LINE_LIMIT + 1) as u64).read_to_end(&mut first).map_err(|fault| unreadable(name, &fault))?;
    if first.len() > LINE_LIMIT {
        return Err(sniff::too_long(name));
    }
    match json::input(name, &first) {
        Err(_) if !json_name => Ok(one(Input { name: name.into(), bytes: first, ..Input::default() })),
        read => read.map(one),
    }
}

fn is_row(line: &[u8]) -> bool {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let object = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(line);
    object.is_ok_and(|object| object.contains_key("text") || object.contains_key("html"))
}

/// Bytes of one line of JSONL: a document of full length of which half the characters are escaped (`\u00e9` for two bytes).
const LINE_LIMIT: usize = 3 * DOCUMENT_LIMIT;

/// How far the end of a line over the limit is looked for.
const SKIP_LIMIT: u64 = 64 * LINE_LIMIT as u64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    Here,
    EndOfFile,
    TooLong,
}

/// One line, its break included, at most [`LINE_LIMIT`] bytes of it.
fn read_line(stream: &mut Stream, line: &mut Vec<u8>) -> io::Result<LineEnd> {
    let read = stream.by_ref().take(LINE_LIMIT as u64 + 1).read_until(b'\n', line)?;
    Ok(match read {
        0 => LineEnd::EndOfFile,
        _ if line.len() > LINE_LIMIT && !line.ends_with(b"\n") => LineEnd::TooLong,
        _ => LineEnd::Here,
    })
}

/// The rows of a JSONL file.
struct Rows {
    name: String,
    stream: Stream,
    line: u64,
    /// A first line that has been read already.
    first: Option<Vec<u8>>,
    done: bool,
}

impl Rows {
    fn new(name: &str, stream: Stream) -> Self {
        Rows { name: name.into(), stream, line: 0, first: None, done: false }
    }

    fn next(&mut self) -> Option<Result<Input, Error>> {
        while !self.done {
            let mut line = self.first.take().unwrap_or_default();
            let end =
                if line.is_empty() { read_line(&mut self.stream, &mut line) } else { Ok(LineEnd::Here) };
            self.line += 1;
            match end {
                Err(fault) => return Some(Err(self.stop(unreadable(&self.place(), &fault)))),
                Ok(LineEnd::EndOfFile) => self.done = true,
                Ok(LineEnd::TooLong) => return Some(Err(self.skip())),
                Ok(LineEnd::Here) if line.trim_ascii().is_empty() => {}
                Ok(LineEnd::Here) => return Some(json::input(&self.place(), &line)),
            }
        }
        None
    }

    fn place(&self) -> String {
        format!("{}:{}", self.name, self.line)
    }

    fn stop(&mut self, refused: Error) -> Error {
        self.done = true;
        refused
    }

    /// Reads on to the next line without keeping anything.
    fn skip(&mut self) -> Error {
        let refused = Error::new(
            self.place(),
            format!("the line is over the limit of {} MB", LINE_LIMIT / (1024 * 1024)),
        )
        .hint("put one report on each line");
        match self.stream.by_ref().take(SKIP_LIMIT).skip_until(b'\n') {
            Ok(skipped) if (skipped as u64) < SKIP_LIMIT => refused,
            _ => self.stop(refused),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    fn read(bytes: &[u8]) -> Vec<Result<Input, Error>> {
        documents_in("standard input", io::Cursor::new(bytes.to_vec())).collect()
    }

    #[test]
    fn rows_go_on_after_a_bad_one() {
        let rows = read(b"{\"text\": \"one\"}\n\nnot json\n{\"text\": \"three\"}");
        assert_eq!(rows.len(), 3);
        let fault = rows[1].as_ref().expect_err("bad").to_string();
        assert!(fault.starts_with("standard input:3: this is not JSON"), "{fault}");
        assert_eq!(rows[2].as_ref().expect("good").name, "standard input:4");
    }

    #[test]
    fn gzip_of_many_members_is_one_stream() {
        let bytes = [gzip(b"{\"text\": \"one\"}\n"), gzip(b"{\"text\": \"two\"}\n")].concat();
        assert_eq!(read(&bytes).into_iter().filter_map(Result::ok).count(), 2);
    }

    #[test]
    fn one_object_may_be_spread_over_lines() {
        let rows = read(b"{\n  \"id\": \"a\",\n  \"text\": \"words\"\n}\n");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].as_ref().expect("good").id.as_deref(), Some("a"));
        assert_eq!(
            read(b"{curly} words\nand more").into_iter().next().expect("one").expect("text").bytes.len(),
            22
        );
    }

    #[test]
    fn a_bomb_is_refused() {
        let refused = read(&gzip(&vec![b'a'; DOCUMENT_LIMIT * 3])).remove(0).expect_err("too long");
        assert_eq!(refused.to_string(), "standard input: the document is over the limit of 10 MB");
    }

    #[test]
    fn a_line_over_the_limit_is_skipped() {
        let mut bytes = vec![b' '; LINE_LIMIT + 2];
        bytes.splice(0..0, *b"{\"text\": \"one\"}\n");
        bytes.extend(b"\n{\"text\": \"three\"}\n");
        let rows = read(&bytes);
        assert_eq!(rows.len(), 3);
        assert!(
            rows[1].as_ref().expect_err("long").to_string().contains("standard input:2: the line is over")
        );
    }

    #[test]
    fn damaged_gzip_is_named() {
        let mut bytes = gzip(&[b'a'; 5000]);
        bytes.truncate(20);
        assert!(read(&bytes).remove(0).expect_err("cut").to_string().contains("gzip data are damaged"));
    }
}
