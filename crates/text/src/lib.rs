//! Texts and the places in them: which bytes does this item rest on, and where do they stand on the page?
//!
//! A [`Text`] never changes. A [`Span`] is a range of bytes of one kind of text; it has no public constructor, so the only way to get one
//! is to cut a [`Slice`] out of a text that exists. Rules receive slices and cut them smaller (`trim`, `find`, `split`); whatever they
//! store therefore cites words that are really there. Offsets from outside (a stored record, a model, another language) enter through one
//! door, [`Text::admit`], which compares the words.
//!
//! Inside the engine all offsets are bytes of UTF-8. [`CodePoints`] and [`Utf16`] convert them once, at the edge.

mod decoding;
mod index;
mod slice;
mod span;
mod text;
mod weave;

pub use decoding::Decoding;
pub use index::{CodePoints, LineColumn, LineIndex, Utf16};
pub use slice::Slice;
pub use span::Span;
pub use text::{Body, Kind, NotThere, Page, Text, TooLong};
pub use weave::{Glue, Piece, SourceMap, Weave};
