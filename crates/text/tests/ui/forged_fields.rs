//! Nor can its fields be filled in.
use sayso_text::{Body, Span};

fn main() {
    let _ = Span::<Body> { start: 0, end: 4, kind: std::marker::PhantomData };
}
