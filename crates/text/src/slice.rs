//! Words in their place: a piece of a text that can be cut smaller and nothing else.

use std::fmt;
use std::ops::{Deref, Range};

use crate::text::Kind;
use crate::{Span, Text};

/// A piece of a text that knows where it stands. It reads as a `&str`; every method that returns a slice returns a part of the same text.
pub struct Slice<'t, K: Kind> {
    text: &'t Text<K>,
    span: Span<K>,
}

impl<'t, K: Kind> Slice<'t, K> {
    pub(crate) const fn new(text: &'t Text<K>, span: Span<K>) -> Self {
        Slice { text, span }
    }

    /// Where it stands.
    pub fn span(self) -> Span<K> {
        self.span
    }

    /// The text it is cut from.
    pub fn text(self) -> &'t Text<K> {
        self.text
    }

    /// The words.
    pub fn as_str(self) -> &'t str {
        &self.text.as_str()[self.span.range()]
    }

    /// Bytes `range` of this slice, or `None` where that lies outside or splits a character.
    pub fn get(self, range: Range<usize>) -> Option<Self> {
        self.as_str().get(range.clone())?;
        let start = self.span.start();
        Some(Slice::new(self.text, Span::new(start + range.start as u32, start + range.end as u32)))
    }

    /// The part that `part`, a sub-slice of `self.as_str()`, occupies. Every cut below goes through here.
    fn part(self, part: &str) -> Self {
        let from = part.as_ptr() as usize - self.as_str().as_ptr() as usize;
        let start = self.span.start() + from as u32;
        Slice::new(self.text, Span::new(start, start + part.len() as u32))
    }

    /// Without white space at either end.
    pub fn trim(self) -> Self {
        self.part(self.as_str().trim())
    }

    /// Without white space at the front.
    pub fn trim_start(self) -> Self {
        self.part(self.as_str().trim_start())
    }

    /// Without white space at the end.
    pub fn trim_end(self) -> Self {
        self.part(self.as_str().trim_end())
    }

    /// Without characters that satisfy `strip` at either end.
    pub fn trim_matches(self, strip: impl Fn(char) -> bool) -> Self {
        self.part(self.as_str().trim_matches(strip))
    }

    /// Without characters that satisfy `strip` at the end.
    pub fn trim_end_matches(self, strip: impl Fn(char) -> bool) -> Self {
        self.part(self.as_str().trim_end_matches(strip))
    }

    /// Without characters that satisfy `strip` at the front.
    pub fn trim_start_matches(self, strip: impl Fn(char) -> bool) -> Self {
        self.part(self.as_str().trim_start_matches(strip))
    }

    /// The rest after `prefix`, if it opens with it.
    pub fn strip_prefix(self, prefix: &str) -> Option<Self> {
        self.as_str().strip_prefix(prefix).map(|rest| self.part(rest))
    }

    /// The rest before `suffix`, if it closes with it.
    pub fn strip_suffix(self, suffix: &str) -> Option<Self> {
        self.as_str().strip_suffix(suffix).map(|rest| self.part(rest))
    }

    /// The first place where `words` occur.
    pub fn find(self, words: &str) -> Option<Self> {
        let at = self.as_str().find(words)?;
        self.get(at..at + words.len())
    }

    /// The last place where `words` occur.
    pub fn rfind(self, words: &str) -> Option<Self> {
        let at = self.as_str().rfind(words)?;
        self.get(at..at + words.len())
    }

    /// The pieces between characters that satisfy `at`; empty pieces included.
    pub fn split(self, at: impl Fn(char) -> bool) -> impl Iterator<Item = Self> {
        self.as_str().split(at).map(move |piece| self.part(piece))
    }

    /// The runs of characters that are not white space.
    pub fn words(self) -> impl Iterator<Item = Self> {
        self.as_str().split_whitespace().map(move |word| self.part(word))
    }

    /// The lines, each without its line break (LF or CRLF).
    pub fn lines(self) -> impl Iterator<Item = Self> {
        self.as_str().lines().map(move |line| self.part(line))
    }

    /// Its characters, each as a slice.
    pub fn chars_at(self) -> impl DoubleEndedIterator<Item = Self> {
        let words = self.as_str();
        words.char_indices().map(move |(at, c)| self.part(&words[at..at + c.len_utf8()]))
    }

    /// Two parts, cut at byte `at`, or `None` where that splits a character or lies outside.
    pub fn split_at(self, at: usize) -> Option<(Self, Self)> {
        Some((self.get(0..at)?, self.get(at..self.as_str().len())?))
    }

    /// The part of `self` before `inner`; `None` where `inner` is not inside.
    pub fn before(self, inner: Self) -> Option<Self> {
        self.holds(inner).then(|| Slice::new(self.text, Span::new(self.span.start(), inner.span.start())))
    }

    /// The part of `self` after `inner`; `None` where `inner` is not inside.
    pub fn after(self, inner: Self) -> Option<Self> {
        self.holds(inner).then(|| Slice::new(self.text, Span::new(inner.span.end(), self.span.end())))
    }

    /// From the start of the first to the end of the last; `None` where they are of two texts.
    pub fn hull(self, other: Self) -> Option<Self> {
        let (a, b) = (self.span, other.span);
        let span = Span::new(a.start().min(b.start()), a.end().max(b.end()));
        self.same_text(other).then_some(Slice::new(self.text, span))
    }

    /// What lies between the end of `self` and the start of `next`; `None` where `next` does not follow.
    pub fn gap(self, next: Self) -> Option<Self> {
        let follows = self.same_text(next) && self.span.end() <= next.span.start();
        follows.then(|| Slice::new(self.text, Span::new(self.span.end(), next.span.start())))
    }

    /// True where `inner` lies inside, in the same text.
    pub fn holds(self, inner: Self) -> bool {
        self.same_text(inner) && self.span.contains(inner.span)
    }

    /// True where both are cut from one text.
    pub fn same_text(self, other: Self) -> bool {
        self.text.same(other.text)
    }
}

impl<K: Kind> Clone for Slice<'_, K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K: Kind> Copy for Slice<'_, K> {}
impl<K: Kind> Deref for Slice<'_, K> {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}
impl<K: Kind> fmt::Debug for Slice<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}@{:?}", self.as_str(), self.span)
    }
}
/// Equal means the same place of the same text, not merely the same words.
impl<K: Kind> PartialEq for Slice<'_, K> {
    fn eq(&self, other: &Self) -> bool {
        self.same_text(*other) && self.span == other.span
    }
}
impl<K: Kind> Eq for Slice<'_, K> {}
