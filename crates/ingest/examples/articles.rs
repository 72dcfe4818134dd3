//! Prints one JSON object a document: what `ingest` makes of it, in code points, in the words of `sayso-record/1`.
//!
//! `cargo run --release -p sayso-ingest --example articles -- INPUT…`; `--quiet` prints nothing and is for measuring.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

use sayso_ingest::{article, documents};
use sayso_record::Article;
use sayso_text::{Body, CodePoints, Span};
use serde_json::{Value, json};

fn main() {
    let (flags, inputs): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|arg| arg == "--quiet");
    for input in documents(inputs) {
        match input.and_then(|input| article(&input)) {
            Ok(article) if flags.is_empty() => println!("{}", object(&article)),
            Ok(_) => {}
            Err(fault) => {
                eprintln!("{fault}{}", fault.way_out().map(|hint| format!("; {hint}")).unwrap_or_default())
            }
        }
    }
}

fn object(article: &Article) -> Value {
    let points = CodePoints::new(&article.text);
    let at = |span: Span<Body>| json!(<[u32; 2]>::from(points.of(span)));
    json!({
        "id": article.id,
        "text": article.text.as_str(),
        "title": article.title.map(at),
        "byline": article.byline.map(at),
        "outlet": article.outlet,
        "published": article.published.map(|day| day.to_string()),
        "language": article.language,
        "body": article.body.iter().map(|&span| at(span)).collect::<Vec<_>>(),
        "furniture": article.furniture.iter().map(|furniture| json!({"span": at(furniture.span), "kind": furniture.kind.name()})).collect::<Vec<_>>(),
        "encoding": article.document.encoding,
        "doubts": article.doubts,
    })
}
