//! What is read off a word alone: one layer with all its questions side by side, and the labels of the answers.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::file::{Directory, ModelError, Weights};
use super::matrix::Linear;
use super::tree::highest;
use crate::labels::{MentionKind, Morphology, NameKind, Relation, Upos};

/// Questions about a word, and where their answers stand in its row.
#[derive(Debug)]
pub(super) struct Heads {
    pub(super) layer: Linear,
    pub(super) sentence: usize,
    pub(super) upos: Range<usize>,
    pub(super) morph: Range<usize>,
    pub(super) lemma: Range<usize>,
    pub(super) names: Range<usize>,
    pub(super) mention: Range<usize>,
    pub(super) coref: usize,
    pub(super) roles: Range<usize>,
    pub(super) standing: Range<usize>,
    pub(super) dependant: Range<usize>,
    pub(super) governor: Range<usize>,
    pub(super) rel_dependant: Range<usize>,
    pub(super) rel_governor: Range<usize>,
    /// The layer behind the answers about standing.
    pub(super) factuality: Vec<f32>,
    pub(super) factuality_bias: f32,
}

impl Heads {
    pub(super) fn load(weights: &Weights<'_>, inputs: usize, tree: usize) -> Result<Self, ModelError> {
        let directory = &weights.directory;
        let standing = weights.shape("standing.hidden.bias")?.first().copied().unwrap_or(0);
        let questions = [
            ("head.sentence", 1),
            ("head.upos", directory.upos.len()),
            ("head.morph", directory.morph.lists().iter().map(|list| list.len()).sum()),
            ("head.lemma", directory.lemma.len()),
            ("head.names", directory.names.len()),
            ("head.mention", directory.mention.len()),
            ("head.coref", 1),
            ("head.roles", directory.roles.len()),
            ("standing.hidden", standing),
            ("tree.dependant", tree),
            ("tree.governor", tree),
            ("tree.rel_dependant", tree),
            ("tree.rel_governor", tree),
        ];
        let mut end = 0;
        let mut next = |index: usize| {
            let start: usize = questions[..index].iter().map(|question| question.1).sum();
            end = start + questions[index].1;
            start..end
        };
        if standing % 16 != 0 {
            return Err(ModelError(format!("standing has {standing} units, not a multiple of 16")));
        }
        Ok(Heads {
            layer: Linear::load(weights, &questions, inputs)?,
            sentence: next(0).start,
            upos: next(1),
            morph: next(2),
            lemma: next(3),
            names: next(4),
            mention: next(5),
            coref: next(6).start,
            roles: next(7),
            standing: next(8),
            dependant: next(9),
            governor: next(10),
            rel_dependant: next(11),
            rel_governor: next(12),
            factuality: weights.numbers("standing.out.weight", &[1, standing])?,
            factuality_bias: weights.numbers("standing.out.bias", &[1])?[0],
        })
    }
}

/// The labels that the answers stand for.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) upos: Vec<Upos>,
    morph: Morph,
    scripts: Vec<Script>,
    /// By the word in small letters.
    exceptions: BTreeMap<String, Vec<(Upos, String)>>,
    pub(super) names: Vec<Tag>,
    pub(super) mention: Vec<Option<MentionKind>>,
    pub(super) relations: Vec<Relation>,
}

/// A label of the names head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// In no name.
    Outside,
    /// First word of a name.
    Begin(NameKind),
    /// Further word of a name.
    Inside(NameKind),
}

#[derive(Debug)]
struct Morph {
    tense: Vec<Option<crate::labels::Tense>>,
    mood: Vec<Option<crate::labels::Mood>>,
    verb_form: Vec<Option<crate::labels::VerbForm>>,
    voice: Vec<Option<crate::labels::Voice>>,
    number: Vec<Option<crate::labels::Number>>,
    polarity: Vec<Option<crate::labels::Polarity>>,
}

impl Labels {
    pub(super) fn load(directory: &Directory) -> Result<Self, ModelError> {
        if directory.roles != ["source", "cue", "content", "anchor"] {
            return Err(ModelError(format!(
                "roles {:?} in place of source, cue, content, anchor",
                directory.roles
            )));
        }
        Ok(Labels {
            upos: known(&directory.upos, Upos::from_spelling)?,
            morph: Morph::load(directory)?,
            scripts: known(&directory.lemma, Script::parse)?,
            exceptions: exceptions(&directory.lemma_exceptions)?,
            names: known(&directory.names, Tag::parse)?,
            mention: known(&directory.mention, |text| optional(text, MentionKind::from_spelling))?,
            relations: known(&directory.relations, Relation::from_spelling)?,
        })
    }

    /// The features that the answers about morphology stand for.
    pub(super) fn morphology(&self, answers: &[f32]) -> Morphology {
        let mut at = 0;
        Morphology {
            tense: pick(&self.morph.tense, answers, &mut at),
            mood: pick(&self.morph.mood, answers, &mut at),
            verb_form: pick(&self.morph.verb_form, answers, &mut at),
            voice: pick(&self.morph.voice, answers, &mut at),
            number: pick(&self.morph.number, answers, &mut at),
            polarity: pick(&self.morph.polarity, answers, &mut at),
        }
    }

    /// The relation of a word that is not the root.
    pub(super) fn relation(&self, answers: &[f32]) -> Relation {
        let others = self.relations.iter().zip(answers).filter(|(relation, _)| **relation != Relation::Root);
        let best = others.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map_or(Relation::Dep, |(relation, _)| *relation)
    }

    /// The lemma of a form.
    pub(super) fn lemma<'f>(&self, form: &'f str, upos: Upos, answers: &[f32]) -> Cow<'f, str> {
        let small = if form.chars().any(char::is_uppercase) {
            Cow::Owned(form.to_lowercase())
        } else {
            Cow::Borrowed(form)
        };
        let exception = self.exceptions.get(&*small).and_then(|list| list.iter().find(|(of, _)| *of == upos));
        if let Some((_, lemma)) = exception {
            return Cow::Owned(lemma.clone());
        }
        let script = &self.scripts[highest(answers)];
        script.apply(if script.keep { Cow::Borrowed(form) } else { small })
    }
}

impl super::file::Morph {
    fn lists(&self) -> [&[String]; 6] {
        [&self.tense, &self.mood, &self.verb_form, &self.voice, &self.number, &self.polarity]
    }
}

impl Morph {
    fn load(directory: &Directory) -> Result<Self, ModelError> {
        use crate::labels::{Mood, Number, Polarity, Tense, VerbForm, Voice};
        let lists = &directory.morph;
        Ok(Morph {
            tense: known(&lists.tense, |text| optional(text, Tense::from_spelling))?,
            mood: known(&lists.mood, |text| optional(text, Mood::from_spelling))?,
            verb_form: known(&lists.verb_form, |text| optional(text, VerbForm::from_spelling))?,
            voice: known(&lists.voice, |text| optional(text, Voice::from_spelling))?,
            number: known(&lists.number, |text| optional(text, Number::from_spelling))?,
            polarity: known(&lists.polarity, |text| optional(text, Polarity::from_spelling))?,
        })
    }
}

fn pick<T: Copy>(values: &[Option<T>], answers: &[f32], at: &mut usize) -> Option<T> {
    let own = &answers[*at..*at + values.len()];
    *at += values.len();
    values[highest(own)]
}

/// Reads a list of labels, at least one, all of which must be known.
fn known<T>(list: &[String], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, ModelError> {
    if list.is_empty() {
        return Err(ModelError("a list of labels is empty".into()));
    }
    let label = |text: &String| {
        read(text).ok_or_else(|| ModelError(format!("label {text:?} is not known to this program")))
    };
    list.iter().map(label).collect()
}

/// A label that may be empty.
#[expect(clippy::option_option, reason = "not known, or known to be nothing")]
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

/// Words whose lemma no ending tells: those of the list of irregular forms, then those of the weights, then the regular forms of known verbs,
/// because the ending of "bombed" and "probed" does not tell "bomb" from "probe".
fn exceptions(list: &BTreeMap<String, String>) -> Result<BTreeMap<String, Vec<(Upos, String)>>, ModelError> {
    let mut found: BTreeMap<String, Vec<(Upos, String)>> = BTreeMap::new();
    for row in include_str!("../../../../data/words/irregular.tsv").lines() {
        let mut columns = row.split('\t');
        let (Some(form), Some(upos), Some(lemma)) = (columns.next(), columns.next(), columns.next()) else {
            continue;
        };
        let upos = Upos::from_spelling(upos);
        found.entry(form.to_owned()).or_default().extend(upos.map(|upos| (upos, lemma.to_owned())));
    }
    for (key, lemma) in list {
        let parts = key.rsplit_once('/').and_then(|(form, upos)| Some((form, Upos::from_spelling(upos)?)));
        let (form, upos) = parts
            .ok_or_else(|| ModelError(format!("lemma exception {key:?} has no known part of speech")))?;
        found.entry(form.to_owned()).or_default().push((upos, lemma.clone()));
    }
    for (form, lemma) in super::verbs::regular_forms() {
        found.entry(form).or_default().push((Upos::Verb, lemma.to_owned()));
    }
    Ok(found)
}

impl Tag {
    fn parse(text: &str) -> Option<Self> {
        match text.split_once('-') {
            Some(("B", kind)) => NameKind::from_spelling(kind).map(Tag::Begin),
            Some(("I", kind)) => NameKind::from_spelling(kind).map(Tag::Inside),
            _ => (text == "O").then_some(Tag::Outside),
        }
    }
}

/// How a lemma is made from a form: its letters kept or made small, so many taken off its end, these put on.
#[derive(Debug)]
struct Script {
    keep: bool,
    strip: usize,
    add: String,
}

impl Script {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        let keep = match parts.next()? {
            "keep" => true,
            "lower" => false,
            _ => return None,
        };
        Some(Script { keep, strip: parts.next()?.parse().ok()?, add: parts.next()?.to_owned() })
    }

    fn apply<'f>(&self, form: Cow<'f, str>) -> Cow<'f, str> {
        if self.strip == 0 && self.add.is_empty() {
            return form;
        }
        let end = match self.strip {
            0 => form.len(),
            strip => form.char_indices().rev().nth(strip - 1).map_or(0, |(start, _)| start),
        };
        Cow::Owned(form[..end].to_owned() + &self.add)
    }
}
