//! A standing other than actual needs the words that say so.
use sayso_record::{Factuality, Marked, Standing};

fn main() {
    let _ = Standing::marked(Marked::Hypothetical, Factuality::PLAIN);
}
