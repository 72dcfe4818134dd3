//! The foot of a record: who speaks and acts, what is doubtful, where the words come from, what the signs mean.

use sayso_record::{Actor, ActorId};

use super::covers::Item;
use super::html::{dotted, element, escape, name, words};
use super::leaf::Leaf;
use crate::show::inert::one_line;

/// Everything after the report, each part only where it holds something.
pub(super) fn foot(leaf: &Leaf<'_>) -> String {
    format!("<footer>{}{}{}</footer>", actors(leaf), doubts(leaf), document(leaf))
}

fn section(heading: &str, inner: &str) -> String {
    if inner.is_empty() { String::new() } else { format!("<section><h3>{heading}</h3>{inner}</section>") }
}

fn actors(leaf: &Leaf<'_>) -> String {
    let lines: String =
        leaf.record().actors.iter().enumerate().map(|(index, actor)| line(leaf, index, actor)).collect();
    let list = if lines.is_empty() { lines } else { element("ul", "actors", &lines) };
    section("Who", &list)
}

fn line(leaf: &Leaf<'_>, index: usize, actor: &Actor) -> String {
    let mut details: Vec<_> = leaf.view.about(actor).iter().map(|detail| name("", detail)).collect();
    let aliases = leaf.view.aliases(actor);
    if !aliases.is_empty() {
        details.push(format!("also {}", name("", &aliases.join(", "))));
    }
    details.extend(speaks(leaf, index));
    element(
        "li",
        "",
        &format!("{} {}", element("b", "", &name("", &leaf.view.words(actor.name))), dotted(&details)),
    )
}

/// "speaks in 2, 5", with the way there.
fn speaks(leaf: &Leaf<'_>, index: usize) -> Option<String> {
    let is_source = |source: &[ActorId]| source.iter().any(|id| id.index() == index);
    let statements = leaf.record().statements.iter().enumerate().filter(|(_, one)| is_source(&one.source));
    let link = |at: usize| format!("<a href=\"#{}\">{}</a>", leaf.id(Item::Statement(at)), at + 1);
    let links: Vec<_> = statements.map(|(at, _)| link(at)).collect();
    (!links.is_empty()).then(|| format!("speaks in {}", links.join(", ")))
}

fn doubts(leaf: &Leaf<'_>) -> String {
    let notes = leaf.record().notes.iter().map(|note| {
        let about = note.span.map(|span| format!("{}: ", name("", &format!("“{}”", leaf.view.words(span)))));
        element("li", "", &format!("{}{}", about.unwrap_or_default(), escape(&one_line(&note.text))))
    });
    let lines: String = notes.collect();
    section("Doubts", &if lines.is_empty() { lines } else { element("ul", "", &lines) })
}

fn document(leaf: &Leaf<'_>) -> String {
    let document = &leaf.record().article.document;
    let size = format!("{} bytes, {}, {}", document.bytes, document.media_type, document.encoding);
    let uri = document.uri.as_deref().map(|uri| words("p", "uri", uri)).unwrap_or_default();
    let sum = words("p", "uri", &format!("SHA-256 {}", document.sha256));
    section("Document", &format!("{uri}{}{sum}", words("p", "", &size)))
}

/// What the signs mean; once a page.
pub(super) fn legend() -> String {
    let signs = [
        ("●", "actual", "it happened, on its holder’s word"),
        ("◌", "hypothetical", "it may, might or would; it is threatened or alleged"),
        ("▷", "future", "it is announced, planned or expected"),
        ("⊘", "negated", "it is said not to have happened; also: denies"),
        ("◷", "historical", "from long before the report"),
        ("“", "direct", "quoted"),
        ("“~", "mixed", "partly quoted"),
        ("~", "indirect", "paraphrased"),
        ("‹", "", "on the word of"),
        ("?", "", "not known"),
        ("–", "", "on the page, but not of the report"),
    ];
    let row = |(sign, class, words): (&str, &str, &str)| {
        let label = if class.is_empty() { String::new() } else { format!("<b>{class}</b> ") };
        format!("<li class=\"{class}\"><span class=\"sign\">{sign}</span> {label}{words}</li>")
    };
    format!("<section class=\"legend\"><h3>Signs</h3><ul>{}</ul></section>", signs.map(row).concat())
}
