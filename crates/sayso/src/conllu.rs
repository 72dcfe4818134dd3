//! A reading as CoNLL-U: what treebank tools, parsers' scorers and annotators read.
//!
//! The format is that of Universal Dependencies. Words that are written in one ("don't") are a multi-word token over their parts, as in its
//! English treebanks from version 2.15 on. The tenth column holds `SpaceAfter=No` and names, as `NER=B-person` for the first word of a name
//! and `NER=I-person` for the others; where asked for, mentions in chains too, as CorefUD writes them: `Entity=(e3` opens a mention of the
//! third chain, `e3)` closes it, `(e3)` is a mention of one word.

use std::fmt::Write;
use std::ops::Range;

use sayso_lang::{Chain, Morphology, NameKind, Reading, Relation, Token};

/// Writes a reading, with `id` as its document's, and with its chains of mentions if there are any to write.
pub fn conllu(reading: &Reading<'_>, chains: Option<&[Chain]>, id: &str) -> String {
    let mut out = String::with_capacity(reading.tokens.len() * 48);
    let names = names(reading);
    let entities = chains.map(|chains| entities(reading, chains));
    let _ = writeln!(out, "# newdoc id = {}", one_line(id));
    if entities.is_some() {
        out.push_str("# global.Entity = eid\n");
    }
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let paragraph = &reading.paragraphs[sentence.paragraph];
        if paragraph.sentences.start == number {
            out.push_str("# newpar\n");
        }
        let _ = writeln!(out, "# sent_id = {}", number + 1);
        let _ = writeln!(out, "# text = {}", one_line(&sentence.slice));
        for index in sentence.tokens.clone() {
            multi_word(reading, sentence.tokens.clone(), index, &mut out);
            let entity = entities.as_ref().map_or("", |entities| &entities[index]);
            word(reading, sentence.tokens.clone(), index, (names[index], entity), &mut out);
        }
        out.push('\n');
    }
    out
}

/// For each token: the kind of the name it is in, and whether it comes first.
fn names(reading: &Reading<'_>) -> Vec<Option<(NameKind, bool)>> {
    let mut found = vec![None; reading.tokens.len()];
    for name in &reading.names {
        for index in name.tokens.clone() {
            found[index] = Some((name.kind, index == name.tokens.start));
        }
    }
    found
}

/// For each token the mentions that begin or end with it: those that close before those that open, the longest opened first and closed last.
fn entities(reading: &Reading<'_>, chains: &[Chain]) -> Vec<String> {
    let mut mentions: Vec<(Range<usize>, usize)> = Vec::new();
    for (number, chain) in chains.iter().enumerate() {
        mentions.extend(chain.mentions.iter().map(|mention| (mention.tokens.clone(), number + 1)));
    }
    let mut found = vec![String::new(); reading.tokens.len()];
    let longer = |tokens: &Range<usize>| tokens.end.saturating_sub(tokens.start);
    mentions.sort_by_key(|(tokens, number)| (longer(tokens), *number));
    for (tokens, number) in mentions.iter().filter(|(tokens, _)| longer(tokens) > 1) {
        let _ = write!(found[tokens.end - 1], "e{number})");
    }
    for (tokens, number) in mentions.iter().rev() {
        let close = if longer(tokens) == 1 { ")" } else { "" };
        let _ = write!(found[tokens.start], "(e{number}{close}");
    }
    found
}

/// The line before the first of several words that are written in one.
fn multi_word(reading: &Reading<'_>, sentence: Range<usize>, index: usize, out: &mut String) {
    let tokens = &reading.tokens;
    let parts = 1 + tokens[index + 1..sentence.end].iter().take_while(|next| next.joined).count();
    let last = index + parts - 1;
    if parts == 1 || tokens[index].joined {
        return;
    }
    let form: String = tokens[index..=last].iter().map(|part| part.slice.as_str()).collect();
    let (from, to) = (index - sentence.start + 1, last - sentence.start + 1);
    let misc = if tokens[last].space_after { "_" } else { "SpaceAfter=No" };
    let _ = writeln!(out, "{from}-{to}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}");
}

fn word(
    reading: &Reading<'_>,
    sentence: Range<usize>,
    index: usize,
    (name, entity): (Option<(NameKind, bool)>, &str),
    out: &mut String,
) {
    let token = &reading.tokens[index];
    let head = token.head.map_or(0, |head| head - sentence.start + 1);
    let relation = if head == 0 { Relation::Root } else { token.relation };
    let _ = write!(out, "{}\t{}\t", index - sentence.start + 1, token.slice.as_str());
    let _ = write!(out, "{}\t{}\t_\t", field(&token.lemma), token.upos.as_str());
    features(token.morphology, out);
    let _ = write!(out, "\t{head}\t{}\t_\t", relation.as_str());
    let part = token.joined || reading.tokens.get(index + 1).is_some_and(|next| next.joined);
    misc(token, part, name, entity, out);
    out.push('\n');
}

fn features(morphology: Morphology, out: &mut String) {
    let Morphology { tense, mood, verb_form, voice, number, polarity } = morphology;
    let values = [
        ("Mood", mood.map(|value| value.as_str())),
        ("Number", number.map(|value| value.as_str())),
        ("Polarity", polarity.map(|value| value.as_str())),
        ("Tense", tense.map(|value| value.as_str())),
        ("VerbForm", verb_form.map(|value| value.as_str())),
        ("Voice", voice.map(|value| value.as_str())),
    ];
    list(values.iter().filter_map(|(name, value)| value.map(|value| format!("{name}={value}"))), out);
}

/// What is said of spaces stands with the whole, where a word is written in one with others.
fn misc(token: &Token<'_>, part: bool, name: Option<(NameKind, bool)>, entity: &str, out: &mut String) {
    let name = name.map(|(kind, first)| format!("NER={}-{}", if first { 'B' } else { 'I' }, kind.as_str()));
    let space = (!part && !token.space_after).then(|| "SpaceAfter=No".to_owned());
    let entity = (!entity.is_empty()).then(|| format!("Entity={entity}"));
    list(entity.into_iter().chain(name).chain(space), out);
}

fn list(values: impl Iterator<Item = String>, out: &mut String) {
    let start = out.len();
    for value in values {
        if out.len() > start {
            out.push('|');
        }
        out.push_str(&value);
    }
    if out.len() == start {
        out.push('_');
    }
}

/// A field that is not empty.
fn field(text: &str) -> &str {
    if text.is_empty() { "_" } else { text }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
