//! Records as one self-contained HTML page: the report in the middle, the evidence in the margin.
//!
//! The page asks nothing of the network and can be read in full without its script, which only adds keys and clicks on words. Its
//! security policy allows that script by its hash and nothing else, so words of a report could not run even if they got out of their
//! element.

mod blocks;
mod cite;
mod covers;
mod foot;
mod head;
mod html;
mod leaf;
mod lights;
mod notes;
mod report;
mod segments;

use sayso_record::Record;

use super::signs::UNICODE;
use super::summary;
use html::{dotted, element, escape, name, words};
use leaf::Leaf;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// SHA-256 of [`SCRIPT`] in base64, kept right by a test.
const SCRIPT_HASH: &str = include_str!("page.js.sha256");

/// The records as an HTML page, complete from `<!doctype>` on.
///
/// A single record's items have the addresses `#s12`, `#e4`, `#t1`, `#q1`; those of the second of several records `#r2-s12`.
pub fn page(records: &[Record]) -> String {
    let leaves: Vec<_> =
        records.iter().enumerate().map(|(at, record)| leaf(at, record, records.len())).collect();
    let lights = lights::lights(&leaves);
    let lit_by = if lights.is_some() { "style" } else { "script" };
    let body = match leaves.as_slice() {
        [one] => article(one, "h1"),
        many => {
            format!("{}{}", contents(many), many.iter().map(|leaf| article(leaf, "h2")).collect::<String>())
        }
    };
    let head = head(&title(&leaves), &lights.unwrap_or_default());
    let lang = language(records);
    format!(
        "<!doctype html>\n<html{lang} data-lights=\"{lit_by}\">\n{head}<body>\n<main>{body}{}</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        foot::legend()
    )
}

fn leaf(at: usize, record: &Record, of: usize) -> Leaf<'_> {
    Leaf::new(record, if of == 1 { String::new() } else { format!("r{}-", at + 1) })
}

/// The language of the page is that of its reports, where they agree.
fn language(records: &[Record]) -> String {
    let mut languages = records.iter().map(|record| record.article.language.as_deref());
    match languages.next().flatten() {
        Some(first) if languages.all(|other| other == Some(first)) => format!(" lang=\"{}\"", escape(first)),
        _ => String::new(),
    }
}

fn title(leaves: &[Leaf<'_>]) -> String {
    match leaves {
        [one] => one.view.headline().unwrap_or_else(|| "Report without a headline".into()),
        many => format!("{} reports", many.len()),
    }
}

fn head(title: &str, lights: &str) -> String {
    let hash = SCRIPT_HASH.trim();
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
    );
    let title = words("title", "", title);
    format!(
        "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         {title}\n<style>\n{STYLE}{lights}</style>\n</head>\n"
    )
}

fn article(leaf: &Leaf<'_>, heading: &str) -> String {
    let id = if leaf.prefix.is_empty() { "report" } else { leaf.prefix.trim_end_matches('-') };
    let report = report::report(leaf, heading);
    format!("<article class=\"record\" id=\"{id}\">{report}{}</article>\n", foot::foot(leaf))
}

/// The table of contents of several records.
fn contents(leaves: &[Leaf<'_>]) -> String {
    let heading = words("h1", "", &title(leaves));
    let lines: String = leaves.iter().map(entry).collect();
    format!("<nav class=\"contents\" aria-label=\"Reports\">{heading}{}</nav>\n", element("ol", "", &lines))
}

fn entry(leaf: &Leaf<'_>) -> String {
    let title = leaf.view.headline().unwrap_or_else(|| leaf.record().article.id.clone());
    let link = format!("<a href=\"#{}\">{}</a>", leaf.prefix.trim_end_matches('-'), name("", &title));
    let mut details: Vec<_> = leaf.view.imprint().iter().map(|detail| name("", detail)).collect();
    details.push(escape(&summary::sentence(leaf.record(), &UNICODE)));
    element("li", "", &format!("{link} {}", words_after(&details)))
}

fn words_after(details: &[String]) -> String {
    element("span", "details", &dotted(details))
}
