//! The head of a record: headline, imprint, the summary sentence whose numbers are filters.

use super::html::{dotted, element, escape, name, unseen};
use super::leaf::Leaf;
use crate::show::signs::UNICODE;
use crate::show::summary::{Part, summary};

/// Outlet, author and day, where known, and the way to the page the report stood on. `byline` is HTML.
pub(super) fn imprint(leaf: &Leaf<'_>, byline: Option<String>) -> String {
    let outlet = leaf.view.outlet().map(|outlet| name("", &outlet));
    let day = leaf.view.published().map(|day| name("", &day));
    let details: Vec<_> = outlet.into_iter().chain(byline).chain(day).chain(origin(leaf)).collect();
    if details.is_empty() { String::new() } else { element("p", "imprint", &dotted(&details)) }
}

/// A link only where the address is one of the web: nothing else that a report names can be opened.
fn origin(leaf: &Leaf<'_>) -> Option<String> {
    let uri = leaf.record().article.document.uri.as_deref()?;
    let web = uri.starts_with("https://") || uri.starts_with("http://");
    let rel = "noopener noreferrer external";
    web.then(|| format!("<a href=\"{}\" rel=\"{rel}\">original</a>", escape(uri)))
}

/// The sentence made from the record, as a group of radio buttons: each number shows only what it counts.
pub(super) fn filters(leaf: &Leaf<'_>) -> String {
    let parts = summary(leaf.record(), &UNICODE);
    let sentence: String = parts.iter().map(|part| piece(leaf, part)).collect();
    let all = radio(leaf, "all", "show all", " checked");
    let legend = element("legend", "unseen", "Light only");
    format!("<fieldset class=\"summary\">{legend}<p>{sentence}. {all}</p></fieldset>")
}

fn piece(leaf: &Leaf<'_>, part: &Part) -> String {
    match part.picks {
        Some(what) => radio(leaf, what, &part.text, ""),
        None => escape(&part.text),
    }
}

fn radio(leaf: &Leaf<'_>, what: &str, label: &str, checked: &str) -> String {
    let prefix = &leaf.prefix;
    let id = format!("{prefix}only-{what}");
    let input = format!(
        "<input type=\"radio\" class=\"unseen only-{what}\" name=\"{prefix}only\" id=\"{id}\"{checked}>"
    );
    format!("{input}<label for=\"{id}\" class=\"pick pick-{what}\">{}</label>", escape(label))
}

/// Said where nothing was found.
pub(super) fn empty(leaf: &Leaf<'_>) -> String {
    if !leaf.record().statements.is_empty() {
        return String::new();
    }
    let words = "No statement was found in this report: nobody is quoted, or sayso did not see it.";
    element("p", "empty", &format!("{}{words}", unseen("Note: ")))
}
