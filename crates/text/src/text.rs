//! The texts themselves, and the door for offsets from outside.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::{Slice, Span};

/// What a text is: the page as it came, or the readable body made from it.
pub trait Kind: sealed::Sealed + 'static {}

/// The decoded page, markup and all.
pub enum Page {}
/// The readable text of a report: what every item of a record cites.
pub enum Body {}

impl Kind for Page {}
impl Kind for Body {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Page {}
    impl Sealed for super::Body {}
}

/// A text that never changes. Cloning is cheap and the clone counts as the same text.
pub struct Text<K: Kind> {
    content: Arc<str>,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> Text<K> {
    /// Takes a text over.
    ///
    /// # Errors
    /// [`TooLong`] from 4 GiB on, where offsets would no longer fit 32 bits.
    pub fn new(content: impl Into<Arc<str>>) -> Result<Self, TooLong> {
        let content = content.into();
        if u32::try_from(content.len()).is_err() {
            return Err(TooLong { bytes: content.len() });
        }
        Ok(Text { content, kind: PhantomData })
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.content.len()
    }

    /// True for the text without a character.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// The whole of it, to be cut.
    pub fn whole(&self) -> Slice<'_, K> {
        // `new` has checked that the length fits.
        Slice::new(self, Span::new(0, self.content.len() as u32))
    }

    /// The words at `span`.
    ///
    /// # Panics
    /// Where the span was cut from another, longer text; a span of this text is always inside.
    #[track_caller]
    pub fn slice(&self, span: Span<K>) -> Slice<'_, K> {
        assert!(self.content.get(span.range()).is_some(), "span {span:?} was cut from another text");
        Slice::new(self, span)
    }

    /// The one door for offsets from outside: bytes `start..end`, believed only if exactly `exact` stands there.
    ///
    /// # Errors
    /// [`NotThere`] where the range lies outside, splits a character, or holds other words.
    pub fn admit(&self, start: usize, end: usize, exact: &str) -> Result<Slice<'_, K>, NotThere> {
        match self.content.get(start..end) {
            Some(found) if found == exact => Ok(Slice::new(self, Span::new(start as u32, end as u32))),
            found => Err(NotThere { start, end, exact: exact.into(), found: found.map(Into::into) }),
        }
    }

    /// True where the two are one text (not merely equal in words).
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.content, &other.content)
    }
}

impl<K: Kind> Clone for Text<K> {
    fn clone(&self) -> Self {
        Text { content: Arc::clone(&self.content), kind: PhantomData }
    }
}

impl<K: Kind> fmt::Debug for Text<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.len())
    }
}

/// A text whose offsets would not fit 32 bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLong {
    /// Its length in bytes.
    pub bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a text of {} bytes is over the limit of 4 GiB", self.bytes)
    }
}

impl std::error::Error for TooLong {}

/// Offsets from outside that do not hold the words they claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotThere {
    /// First byte claimed.
    pub start: usize,
    /// One past the last byte claimed.
    pub end: usize,
    /// The words claimed.
    pub exact: String,
    /// The words found, if the range is one of this text.
    pub found: Option<String>,
}

impl fmt::Display for NotThere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bytes {}..{} do not hold {:?}", self.start, self.end, self.exact)?;
        match &self.found {
            Some(found) => write!(f, " but {found:?}"),
            None => write!(f, ": the range is not one of this text"),
        }
    }
}

impl std::error::Error for NotThere {}
