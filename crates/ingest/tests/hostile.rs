//! Pages that mean harm are read like any other, and soon.

use sayso_ingest::{DOCUMENT_LIMIT, Format, Input, article};
use std::time::Duration;

/// Time for one document in a release build; unoptimised code and a busy machine get more.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// Reads a page; a complaint if that takes too long.
fn slow(name: &str, page: String, format: Format) -> Option<String> {
    let took = time(name, page, format);
    (took > LIMIT).then(|| format!("{name:?} took {took:?}"))
}

fn soon(name: &str, page: String, format: Format) {
    assert_eq!(slow(name, page, format), None);
}

#[expect(clippy::disallowed_methods, reason = "a test of time")]
fn time(name: &str, page: String, format: Format) -> Duration {
    let began = std::time::Instant::now();
    let input =
        Input { name: name.into(), bytes: page.into_bytes(), format: Some(format), ..Input::default() };
    article(&input).expect("read");
    began.elapsed()
}

/// As many copies of `part` as a document may hold; a tenth of that in unoptimised code.
fn full(part: &str) -> String {
    part.repeat(DOCUMENT_LIMIT / if cfg!(debug_assertions) { 10 } else { 1 } / part.len())
}

#[test]
fn whole_documents_of_one_thing() {
    let parts = [
        "<",
        ">",
        "&",
        "&amp;",
        "&#",
        "</",
        "<!",
        "<!--",
        "<p>",
        "<div>",
        "</div>",
        "</b>",
        "<b>",
        "<a>",
        "<li>",
        "<td>",
        "<table>",
        "<tr>",
        "<h1>a",
        "<b></i>",
        "<p>a<br><br>",
        "<x-y>",
        "<svg/>",
        "<a b=c>",
        "<p class='related share comment'>a",
        "<time>2019-09-12</time>",
        "<title>",
        "<script>",
        "<meta name=date content=2019-09-12>",
        "<li><a href=x>a</a>",
        "<ul><li>",
        "a ",
        "a\n",
        "a.\n\n",
        "\0",
        "é",
        "<div><p>word word, word. </div>",
        "<p>A sentence of some length that is repeated, again and again, until the end.</p>",
        "<script type=application/ld+json>{}</script>",
    ];
    let slow: Vec<String> = parts.iter().filter_map(|part| slow(part, full(part), Format::Html)).collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn texts_of_one_thing() {
    let parts = [
        "a",
        "a ",
        "a\n",
        "$1\n",
        "Share\n",
        "Home\n",
        "By Jane Doe\n",
        "12 September 2019\n",
        "Related articles\n",
        "\"",
        ".\n",
        "\r",
        "\r\n",
        " \n",
        "Home | ",
        "A line of a text that was wrapped at some seventy characters by a program\n",
        "REUTERS/",
        "support us ",
    ];
    let slow: Vec<String> = parts.iter().filter_map(|part| slow(part, full(part), Format::Text)).collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn deep_and_wide() {
    let many = 100_000;
    soon("nested", format!("{}words{}", "<div>".repeat(many), "</div>".repeat(many)), Format::Html);
    soon("nested and closed wrongly", "<b><div></b>".repeat(many), Format::Html);
    soon(
        "an attribute of a megabyte",
        format!("<p class=\"{}\">words</p>", "related ".repeat(130_000)),
        Format::Html,
    );
    soon("a megabyte of attributes", format!("<p {}>words</p>", "class=a ".repeat(130_000)), Format::Html);
    soon("open tables", "<table><tr><td>".repeat(many), Format::Html);
    soon("quotes", format!("<p>{}", "“".repeat(many)), Format::Html);
    let json = format!("{}{}", "[".repeat(many), "]".repeat(many));
    soon("nested JSON", format!("<script type=application/ld+json>{json}</script><p>words"), Format::Html);
}

#[test]
fn too_deep_is_a_doubt() {
    let page = format!("{}<p>The words of a report, deep down.</p>", "<div>".repeat(600));
    let read = article(&Input { bytes: page.into_bytes(), ..Input::default() }).expect("read");
    assert!(read.text.as_str().contains("deep down"));
    assert!(read.doubts.iter().any(|doubt| doubt.contains("512 levels")));
}
