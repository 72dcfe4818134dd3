//! Putting a reading together: paragraphs in order, and in each its tokens, quotations and sentences as slices of the text.

use sayso_record::Article;
use sayso_text::{Body, Slice, Span};

use crate::quotes::{Pair, Role, first_mark, pair};
use crate::reading::{Paragraph, Part, Quotation, Reading, Sentence, Token};
use crate::sentences::ends;
use crate::tokens::{Cut, cut};

/// Reads an article: its title (unless that stands inside the body), then the paragraphs of the body, in order.
///
/// Never fails: whatever the text holds, each character that is not [blank](crate::is_blank) is in exactly one token of one sentence.
pub fn read(article: &Article) -> Reading<'_> {
    let parts = parts(article);
    let mut reader = Reader::new(article);
    for (number, &(slice, part)) in parts.iter().enumerate() {
        let next = parts.get(number + 1).filter(|_| part == Part::Body);
        reader.paragraph(slice, part, next.map(|next| next.0));
    }
    reader.reading
}

/// The slices to read, without white space around them; those with nothing to read are left out.
fn parts(article: &Article) -> Vec<(Slice<'_, Body>, Part)> {
    let inside = |title: &Span<Body>| article.body.iter().any(|paragraph| paragraph.contains(*title));
    let title = article.title.filter(|title| !inside(title)).map(|title| (title, Part::Title));
    let body = article.body.iter().map(|&span| (span, Part::Body));
    let slices = title.into_iter().chain(body).map(|(span, part)| (article.text.slice(span).trim(), part));
    slices.filter(|(slice, _)| !slice.as_str().is_empty()).collect()
}

struct Reader<'t> {
    reading: Reading<'t>,
    /// The quotation that the paragraph before left open for this one to carry on.
    carried: Option<usize>,
}

impl<'t> Reader<'t> {
    fn new(article: &'t Article) -> Self {
        let (paragraphs, sentences, tokens, quotations) = Default::default();
        Reader { reading: Reading { article, paragraphs, sentences, tokens, quotations }, carried: None }
    }

    fn paragraph(&mut self, slice: Slice<'t, Body>, part: Part, next: Option<Slice<'t, Body>>) {
        let words = slice.as_str();
        let mut cuts = cut(words);
        let (roles, pairs) = pair(words, &mut cuts, next.and_then(|next| first_mark(&next)));
        let first = (self.reading.sentences.len(), self.reading.tokens.len());
        self.quotations(slice, &cuts, &pairs, first.1);
        self.sentences(slice, &cuts, &roles);
        self.reading.paragraphs.push(Paragraph {
            slice,
            part,
            sentences: first.0..self.reading.sentences.len(),
        });
    }

    fn sentences(&mut self, slice: Slice<'t, Body>, cuts: &[Cut], roles: &[Role]) {
        let paragraph = self.reading.paragraphs.len();
        let mut start = 0;
        for end in ends(slice.as_str(), cuts, roles) {
            let first = self.reading.tokens.len();
            for index in start..end {
                self.token(slice, cuts, index);
            }
            if let Some(words) = slice.get(cuts[start].start..cuts[end - 1].end) {
                let tokens = first..self.reading.tokens.len();
                self.reading.sentences.push(Sentence { slice: words, paragraph, tokens });
            }
            start = end;
        }
    }

    fn token(&mut self, slice: Slice<'t, Body>, cuts: &[Cut], index: usize) {
        let cut = cuts[index];
        let space_after = slice[cut.end..].chars().next().is_none_or(char::is_whitespace);
        if let Some(words) = slice.get(cut.start..cut.end) {
            let sentence = self.reading.sentences.len();
            self.reading.tokens.push(Token { slice: words, sentence, space_after, joined: cut.joined });
        }
    }

    fn quotations(&mut self, slice: Slice<'t, Body>, cuts: &[Cut], pairs: &[Pair], first: usize) {
        let mut around: Vec<usize> = Vec::new();
        let mut continues = self.carried.take().filter(|_| pairs.first().is_some_and(|pair| pair.open == 0));
        for pair in pairs {
            while around
                .last()
                .is_some_and(|&last| self.reading.quotations[last].tokens.end <= first + pair.open)
            {
                around.pop();
            }
            let Some((whole, inner)) = cited(slice, cuts, pair) else { continue };
            let number = self.reading.quotations.len();
            self.reading.quotations.push(Quotation {
                slice: whole,
                inner,
                paragraph: self.reading.paragraphs.len(),
                tokens: first + pair.open..first + pair.end,
                marks: pair.marks,
                closed: pair.closed,
                continues: continues.take(),
                inside: around.last().copied(),
            });
            self.carried = self.carried.or(pair.carried.then_some(number));
            around.push(number);
        }
    }
}

/// The words of a quotation, with its marks and without.
fn cited<'t>(
    slice: Slice<'t, Body>,
    cuts: &[Cut],
    pair: &Pair,
) -> Option<(Slice<'t, Body>, Slice<'t, Body>)> {
    let whole = slice.get(cuts[pair.open].start..cuts[pair.end - 1].end)?;
    let from = cuts[pair.open].end;
    let to = if pair.closed { cuts[pair.end - 1].start } else { cuts[pair.end - 1].end };
    Some((whole, slice.get(from..to.max(from))?.trim()))
}
