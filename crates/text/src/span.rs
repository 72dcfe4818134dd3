//! A range of bytes of one kind of text.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Range;

/// Half-open range of bytes `[start, end)` of a text of kind `K`, on character boundaries.
///
/// It can be read and compared, never built from numbers: spans come out of [`Slice::span`](crate::Slice::span). A span of the page is
/// another type than a span of the body, so one cannot be used for the other.
pub struct Span<K> {
    start: u32,
    end: u32,
    kind: PhantomData<fn() -> K>,
}

impl<K> Span<K> {
    pub(crate) const fn new(start: u32, end: u32) -> Self {
        Span { start, end, kind: PhantomData }
    }

    /// First byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// True where nothing is covered.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range as indices.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// True where `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

// Written out: a derive would ask the same of `K`, which is only a tag.
impl<K> Clone for Span<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Span<K> {}
impl<K> PartialEq for Span<K> {
    fn eq(&self, other: &Self) -> bool {
        self.range() == other.range()
    }
}
impl<K> Eq for Span<K> {}
impl<K> PartialOrd for Span<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Span<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<K> Hash for Span<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}
impl<K> fmt::Debug for Span<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
