//! A span of the page does not cut the body.
use sayso_text::{Body, Page, Text};

fn main() {
    let page = Text::<Page>::new("<p>words").unwrap();
    let body = Text::<Body>::new("words").unwrap();
    let span = page.whole().span();
    let _ = body.slice(span);
}
