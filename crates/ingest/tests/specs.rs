//! Runs the specs of this crate: `specs/furniture`, `specs/metadata`, `specs/paragraphs`. Under a quoted text or an HTML example stand the
//! items that must be found: all of each kind that is named, in order; `KIND: none` where there must be none.

use sayso_ingest::{Format, Input, article};
use sayso_record::Article;
use sayso_text::{Body, Span};
use std::path::{Path, PathBuf};

/// One example and what is expected of it.
#[derive(Debug, Default)]
struct Case {
    place: String,
    url: Option<String>,
    text: Vec<String>,
    format: Option<Format>,
    expected: Vec<(String, String)>,
}

const KINDS: [&str; 7] = ["furniture", "body", "title", "byline", "outlet", "published", "language"];

#[test]
fn specs_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let paths = ["furniture", "metadata", "paragraphs"].iter().flat_map(|stage| files(&folder.join(stage)));
    let cases: Vec<Case> = paths.flat_map(|path| cases(&path)).collect();
    assert!(cases.len() > 30, "only {} cases found", cases.len());
    let wrong: Vec<String> = cases.iter().flat_map(check).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

#[expect(clippy::disallowed_methods, reason = "specs are files")]
fn cases(path: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(path).expect("a spec is readable");
    let mut cases = Vec::new();
    let mut next = Case::default();
    let mut fenced = false;
    for (at, line) in text.lines().enumerate() {
        let expectation =
            line.split_once(':').filter(|(kind, _)| KINDS.contains(kind) && !next.text.is_empty());
        match line {
            "```" => fenced = false,
            _ if fenced => next.text.push(line.to_owned()),
            "```html" => {
                fenced = true;
                next.format = Some(Format::Html);
                next.place = format!("{}:{}", path.display(), at + 1);
            }
            _ if line.starts_with("url: ") => next.url = Some(line[5..].to_owned()),
            _ if line.starts_with('>') => {
                next.format = Some(Format::Text);
                next.place = format!("{}:{}", path.display(), at + 1);
                next.text.push(line[1..].strip_prefix(' ').unwrap_or(&line[1..]).to_owned());
            }
            _ => match expectation {
                Some((kind, rest)) => next.expected.push((kind.to_owned(), rest.trim().to_owned())),
                None if !next.expected.is_empty() => cases.push(std::mem::take(&mut next)),
                None => {}
            },
        }
    }
    cases.extend((!next.expected.is_empty()).then_some(next));
    cases
}

fn check(case: &Case) -> Vec<String> {
    let bytes = case.text.join("\n").into_bytes();
    let input = Input { bytes, url: case.url.clone(), format: case.format, ..Input::default() };
    let article = article(&input).expect("an article");
    let mut kinds: Vec<&str> = case.expected.iter().map(|(kind, _)| kind.as_str()).collect();
    kinds.dedup();
    let complaint = |kind: &str| {
        let wanted: Vec<&str> = case
            .expected
            .iter()
            .filter(|(of, rest)| of == kind && rest != "none")
            .map(|(_, rest)| &**rest)
            .collect();
        let found = found(kind, &article);
        let right =
            wanted.len() == found.len() && wanted.iter().zip(&found).all(|(want, got)| fits(want, got));
        (!right).then(|| format!("{} {kind}\n  want {wanted:#?}\n  got  {found:#?}", case.place))
    };
    kinds.into_iter().filter_map(complaint).collect()
}

/// Equal, or with the first words before `…` and the last words after it.
fn fits(want: &str, got: &str) -> bool {
    match want.split_once(" … ") {
        Some((first, last)) => got.starts_with(first) && got.ends_with(last),
        None => want == got,
    }
}

fn found(kind: &str, article: &Article) -> Vec<String> {
    let words = |span: Span<Body>| {
        let words: Vec<&str> = article.text.slice(span).as_str().split('\n').map(str::trim).collect();
        format!("\"{}\"", words.join(" "))
    };
    match kind {
        "furniture" => {
            let item = |it: &sayso_record::Furniture| format!("{} kind={}", words(it.span), it.kind.name());
            article.furniture.iter().map(item).collect()
        }
        "body" => article.body.iter().map(|&span| words(span)).collect(),
        "title" => article.title.into_iter().map(words).collect(),
        "byline" => article.byline.into_iter().map(words).collect(),
        "outlet" => article.outlet.iter().map(|name| format!("\"{name}\"")).collect(),
        "published" => article.published.iter().map(ToString::to_string).collect(),
        _ => article.language.iter().cloned().collect(),
    }
}
