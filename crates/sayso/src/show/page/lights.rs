//! The rules that light an item: point at it, open it or reach it by keyboard, and its words shine wherever they stand, those of its chain
//! dimmer. One rule an item, since CSS cannot compare attributes of two elements.

use super::covers::Item;
use super::leaf::Leaf;

/// Items up to which a page lights them by rules. Browsers match each rule against each change, so their time grows with the square: a
/// page of 350 items took Chromium 1.5 s longer to show than one of 35, one of 2,100 took 30 s. Beyond this the script lights them.
const LIMIT: usize = 300;

/// The rules for every item, or none where they would be too many.
pub(super) fn lights(leaves: &[Leaf<'_>]) -> Option<String> {
    let ids: Vec<_> = leaves.iter().flat_map(ids).collect();
    (ids.len() <= LIMIT).then(|| ids.iter().map(|id| rule(id)).collect())
}

fn ids(leaf: &Leaf<'_>) -> Vec<String> {
    let record = leaf.record();
    let statements = (0..record.statements.len()).map(Item::Statement);
    let events = (0..record.events.len()).map(Item::Event);
    let times = (0..record.times.len()).map(Item::Time);
    let quantities = (0..record.quantities.len()).map(Item::Quantity);
    let items = statements.chain(events).chain(times).chain(quantities);
    items.map(|item| leaf.id(item)).collect()
}

/// Only the innermost item under the pointer shines; what it stands in belongs to its chain.
fn rule(id: &str) -> String {
    let near = format!(
        "[data-item={id}]:hover,#{id}:is(:hover,:target,:focus),aside .{id}:is(:hover,:focus-within)"
    );
    format!(":root:has({near}){{.{id}c{{background:var(--dim)}}.{id}{{background:var(--lit)}}}}\n")
}
