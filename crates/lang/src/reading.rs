//! What a report looks like once it has been read: paragraphs, sentences, tokens and quotations, all in order and all citing the text.

use std::borrow::Cow;
use std::ops::Range;

use sayso_record::Article;
use sayso_text::{Body, Slice};

use crate::labels::{MentionKind, Morphology, NameKind, Relation, Upos};

/// A report, read.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The report.
    pub article: &'t Article,
    /// The title (if there is one), then the paragraphs of the body.
    pub paragraphs: Vec<Paragraph<'t>>,
    /// All sentences.
    pub sentences: Vec<Sentence<'t>>,
    /// All tokens.
    pub tokens: Vec<Token<'t>>,
    /// All quotations, by their opening marks; one inside another follows it.
    pub quotations: Vec<Quotation<'t>>,
    /// All names, in order; none inside another.
    pub names: Vec<Name<'t>>,
    /// What the reader takes for attributions, by their anchors.
    pub attributions: Vec<Attribution>,
}

/// Mentions of one person or thing, two or more, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The mentions.
    pub mentions: Vec<ChainMention>,
}

/// A mention in a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainMention {
    /// The token that all others depend on, as an index of [`Reading::tokens`].
    pub head: usize,
    /// Its tokens, as indices of [`Reading::tokens`], all of one sentence: determiners, possessors and relative clauses among them, an
    /// adposition before not.
    pub tokens: Range<usize>,
}

/// A paragraph, or the title.
#[derive(Debug, Clone)]
pub struct Paragraph<'t> {
    /// Its words.
    pub slice: Slice<'t, Body>,
    /// Which part of the report it is.
    pub part: Part,
    /// Its sentences, as indices of [`Reading::sentences`].
    pub sentences: Range<usize>,
}

/// Part of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The headline.
    Title,
    /// The running text.
    Body,
}

/// A sentence.
#[derive(Debug, Clone)]
pub struct Sentence<'t> {
    /// Its words, without white space at either end.
    pub slice: Slice<'t, Body>,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Its tokens, as indices of [`Reading::tokens`].
    pub tokens: Range<usize>,
}

/// A token as Universal Dependencies cuts English: clitics apart, no white space inside, never empty.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    /// Its words.
    pub slice: Slice<'t, Body>,
    /// Index of its sentence.
    pub sentence: usize,
    /// White space follows (what CoNLL-U writes as the absence of `SpaceAfter=No`).
    pub space_after: bool,
    /// It is written in one with the token before, as clitics are ("do|n't", "Ankara|'s", "can|not"): a multi-word token of CoNLL-U.
    pub joined: bool,
    /// Part of speech.
    pub upos: Upos,
    /// Features of its form.
    pub morphology: Morphology,
    /// Dictionary form.
    pub lemma: Cow<'t, str>,
    /// The token it depends on, in the same sentence; `None` for the one root of each sentence.
    pub head: Option<usize>,
    /// How it depends on its head.
    pub relation: Relation,
    /// It heads a mention of something of this kind.
    pub mention: Option<MentionKind>,
    /// Log-odds that what it heads is mentioned elsewhere too; for tokens that head a mention.
    pub coref: f32,
    /// What part it has in a statement.
    pub roles: Roles,
    /// For a predicate: has it happened? From −3, surely not, to 3, surely (UDS-IH2). Without meaning for other tokens.
    pub standing: f32,
}

/// Log-odds that a token belongs to each part of an attribution (as PolNeAR marks them); more than one may hold.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Roles {
    /// Who says it.
    pub source: f32,
    /// What hands over to them: "said", "according to".
    pub cue: f32,
    /// What is said.
    pub content: f32,
}

/// Words that the reader links to one cue, as indices of [`Reading::tokens`] in runs; any of the three may be empty or lie in several runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The word of the cue that stands for it.
    pub anchor: usize,
    /// Log-odds that there is an attribution here at all; those below nought are there to be confirmed by other signs.
    pub odds: f32,
    /// Who says it.
    pub source: Vec<Range<usize>>,
    /// What hands over to them.
    pub cue: Vec<Range<usize>>,
    /// What is said.
    pub content: Vec<Range<usize>>,
}

/// A name.
#[derive(Debug, Clone)]
pub struct Name<'t> {
    /// Its words.
    pub slice: Slice<'t, Body>,
    /// Its tokens, as indices of [`Reading::tokens`], all of one sentence.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// A stretch between quotation marks.
#[derive(Debug, Clone)]
pub struct Quotation<'t> {
    /// From the opening mark through the closing mark. Where it is not closed: to the end of the paragraph, or to the next opening double
    /// mark where that shows that a closing mark was forgotten.
    pub slice: Slice<'t, Body>,
    /// What stands between the marks, without white space at either end.
    pub inner: Slice<'t, Body>,
    /// Index of the paragraph it stands in; a quotation over several paragraphs is one for each.
    pub paragraph: usize,
    /// Its tokens, marks included, as indices of [`Reading::tokens`].
    pub tokens: Range<usize>,
    /// Which marks.
    pub marks: Marks,
    /// It has a closing mark of its own.
    pub closed: bool,
    /// The quotation (in the paragraph before) that this one carries on, because that one was not closed.
    pub continues: Option<usize>,
    /// The quotation it stands in.
    pub inside: Option<usize>,
}

/// Kinds of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// “…”, "…", «…», „…“, ``…''.
    Double,
    /// ‘…’, '…', ‹…›.
    Single,
}
