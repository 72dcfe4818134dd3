//! A slice cannot outlive its text.
use sayso_text::{Body, Slice, Text};

fn main() {
    let slice: Slice<'_, Body>;
    {
        let text = Text::<Body>::new("words").unwrap();
        slice = text.whole();
    }
    println!("{slice:?}");
}
