//! A span has no public constructor.
use sayso_text::{Body, Span};

fn main() {
    let _ = Span::<Body>::new(0, 4);
}
