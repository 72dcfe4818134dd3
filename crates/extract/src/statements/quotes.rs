//! Quotations without a cue of their own: the speaker goes on, a dash or a colon names one, or nobody does.

use std::ops::Range;

use sayso_record::{Form, Stance};

use super::content::words;
use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::subject::Subject;
use crate::lexis::Shape;

/// A headline that names its speaker: `Poll: …`, `Mara Venn: …`.
pub(super) fn headline(scene: &Scene<'_, '_, '_>, sentence: usize, drafts: &mut Vec<Draft>) {
    let clause = scene.clause(sentence);
    let Some(colon) = clause.clone().find(|&at| scene.lower(at) == ":") else { return };
    let mention = colon.checked_sub(1).and_then(|last| scene.cast.ending_at(last));
    let content = colon + 1..clause.end;
    let whole = |mention: &usize| {
        let own = &scene.cast.mentions[*mention];
        let label = own.tokens.len() == 1
            && matches!(
                scene.lower(own.tokens.start),
                "live"
                    | "watch"
                    | "video"
                    | "exclusive"
                    | "breaking"
                    | "update"
                    | "updated"
                    | "explainer"
                    | "analysis"
                    | "opinion"
            );
        own.tokens.start == clause.start && !label && own.kind != Some(sayso_record::ActorType::Place)
    };
    if let Some(mention) = mention.filter(whole).filter(|_| words(scene, &content) > 2) {
        let cue = Some(colon..colon + 1);
        drafts.push(Draft { cue, ..draft(scene, content, Speaker::At(subject(scene, mention))) });
    }
}

/// Adds what the quotations of one paragraph still lack; `drafts` holds what cues have found in the report so far.
pub(super) fn attribute(scene: &Scene<'_, '_, '_>, paragraph: usize, drafts: &mut Vec<Draft>) {
    let quotations = &scene.lexis.reading.quotations;
    let first = quotations.partition_point(|quotation| quotation.paragraph < paragraph);
    let here = quotations.iter().enumerate().skip(first).take_while(|(_, of)| of.paragraph == paragraph);
    for (at, quotation) in here.filter(|(_, of)| of.inside.is_none() && of.tokens.start < of.tokens.end) {
        let near = drafts.len().saturating_sub(super::WINDOW);
        if !drafts[near..].iter().any(|draft| draft.holds(quotation.tokens.start)) {
            one(scene, at, drafts);
        }
    }
}

fn one(scene: &Scene<'_, '_, '_>, at: usize, drafts: &mut Vec<Draft>) {
    let quotation = scene.quotation(at);
    let tokens = quotation.tokens.clone();
    if is_reference(scene, &tokens) || is_heading(scene, &tokens, quotation.paragraph) {
        return;
    }
    if let Some(subject) = named_behind(scene, &tokens) {
        return drafts.push(draft(scene, tokens, Speaker::At(subject)));
    }
    if let Some(broken) = broken_off(scene, &tokens, drafts) {
        return drafts[broken].content.push(tokens);
    }
    // The mark between a name and its words hands them over as a verb would.
    if let Some(subject) = named_by_colon(scene, &tokens) {
        let cue = Some(tokens.start - 1..tokens.start);
        return drafts.push(Draft { cue, ..draft(scene, tokens, Speaker::At(subject)) });
    }
    if let Some(subject) = named_by_dash(scene, &tokens) {
        let cue = Some(tokens.end..tokens.end + 1);
        return drafts.push(Draft { cue, ..draft(scene, tokens, Speaker::At(subject)) });
    }
    if let Some(subject) = introduced_by_clause(scene, &tokens, drafts) {
        return drafts.push(draft(scene, tokens, Speaker::At(subject)));
    }
    if quotation.continues.is_some() && extend_last(drafts, &tokens) {
        return;
    }
    if words(scene, &tokens) <= 2 || !stands_alone(scene, &tokens) {
        return;
    }
    let near = drafts.len().saturating_sub(super::WINDOW);
    let last =
        drafts[near..].iter().filter(|draft| draft.start() < tokens.start).max_by_key(|draft| draft.start());
    let paragraph = quotation.paragraph;
    let near = last.is_some_and(|last| last.paragraph + 1 >= paragraph);
    let introduced = introduced_by_colon(scene, &tokens);
    let goes_on = last.is_some_and(|last| {
        let quoted = last.content.iter().any(|content| scene.quotation_at(content.start).is_some());
        last.stance == Stance::Affirms && (quoted && near || introduced)
    });
    if goes_on && extend_last(drafts, &tokens) {
        return;
    }
    drafts.push(draft(scene, tokens, if near { Speaker::Same } else { Speaker::Nobody }));
}

/// `“…,” said Holt, a student, “…”`: the quotation that its cue has broken in two, with a mark before the second part and nothing behind it.
fn broken_off(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>, drafts: &[Draft]) -> Option<usize> {
    let sentence = scene.lexis.reading.tokens[tokens.start].sentence;
    let mark = tokens.start.checked_sub(1)?;
    let goes_on = matches!(scene.lower(mark), "," | "–" | "—" | "--" | "-");
    let near = drafts.len().saturating_sub(super::WINDOW);
    let breaks = |draft: &Draft| {
        let quoted = draft.content.first().is_some_and(|run| scene.is_quotation_start(run.start));
        let cue = draft.cue.as_ref().is_some_and(|cue| {
            draft.content.last().is_some_and(|run| run.end <= cue.start) && cue.end <= mark
        });
        draft.sentence == sentence && quoted && cue && draft.stance == Stance::Affirms
    };
    (near..drafts.len()).rev().find(|&at| breaks(&drafts[at])).filter(|_| goes_on)
}

fn draft(scene: &Scene<'_, '_, '_>, tokens: Range<usize>, speaker: Speaker) -> Draft {
    let sentence = scene.lexis.reading.tokens[tokens.start].sentence;
    Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: None,
        content: vec![tokens],
        stance: Stance::Affirms,
        relays: Vec::new(),
        to: Vec::new(),
    }
}

/// Adds a quotation to the last statement before it.
fn extend_last(drafts: &mut [Draft], tokens: &Range<usize>) -> bool {
    let near = drafts.len().saturating_sub(super::WINDOW);
    let before = drafts[near..].iter_mut().filter(|draft| draft.start() < tokens.start);
    let Some(last) = before.max_by_key(|draft| draft.start()) else { return false };
    last.content.push(tokens.clone());
    true
}

/// The quotation is its sentence, or several: not a word or two inside one, which would be a name, a title or scare quotes.
fn stands_alone(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    let sentence = |token: usize| &scene.lexis.reading.sentences[scene.lexis.reading.tokens[token].sentence];
    let first = sentence(tokens.start).tokens.start;
    let last = scene.clause(scene.lexis.reading.tokens[tokens.end - 1].sentence).end;
    let mark = |at: usize| scene.lexis.shape(at) == Shape::Mark;
    let opens = (first..tokens.start).rev().all(mark) || introduced_by_colon(scene, tokens);
    opens && (tokens.end..last).all(mark)
}

/// The text before the quotation, in its sentence or the paragraph before, ends with a colon.
fn introduced_by_colon(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    tokens.start.checked_sub(1).is_some_and(|before| scene.lower(before) == ":")
}

/// `Mara Venn: “…”`, with the name at the head of its sentence.
fn named_by_colon(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>) -> Option<Subject> {
    let colon = tokens.start.checked_sub(1).filter(|&before| scene.lower(before) == ":")?;
    let mention = scene.cast.ending_at(colon.checked_sub(1)?)?;
    let start = scene.cast.mentions[mention].tokens.start;
    // "16:48 Opposition chief: “…”": a clock may stand before.
    let first = scene.lexis.sentence_of(start).tokens.start;
    let clock = start > first
        && (first..start).all(|at| matches!(scene.lexis.shape(at), Shape::Number | Shape::Mark));
    let opens = clock || scene.lexis.opens_sentence(start) || start > 0 && scene.lower(start - 1) == ";";
    opens.then(|| subject(scene, mention))
}

/// `Venn is less kind: “…”`: the subject of the clause before the colon, where nobody is said to say anything.
fn introduced_by_clause(
    scene: &Scene<'_, '_, '_>,
    tokens: &Range<usize>,
    drafts: &[Draft],
) -> Option<Subject> {
    let words = &scene.lexis.reading.tokens;
    let colon = tokens.start.checked_sub(1).filter(|&before| scene.lower(before) == ":")?;
    let sentence = words[colon].sentence;
    let first = scene.lexis.reading.sentences[sentence].tokens.start;
    let near = drafts.len().saturating_sub(super::WINDOW);
    if drafts[near..].iter().any(|draft| draft.sentence == sentence) {
        return None;
    }
    let verb = |at: usize| matches!(words[at].upos, sayso_lang::Upos::Verb | sayso_lang::Upos::Aux);
    // "Law professor Mara Holt, on our programme: “…”".
    let opening = || {
        let named = |&at: &usize| {
            let own = &scene.cast.mentions[at];
            own.form == Form::Name && own.kind == Some(sayso_record::ActorType::Person) && !own.possessive
        };
        let name = scene.cast.inside(first..colon).find(named)?;
        let own = &scene.cast.mentions[name].tokens;
        (!(first..colon).any(verb) && own.start <= first + 3 && scene.lower(own.end) == ",")
            .then_some(own.end - 1)
    };
    let subject = (first..colon).find(|&at| words[at].relation.as_str() == "nsubj").or_else(opening)?;
    let mention = scene.cast.holding(subject)?;
    let own = &scene.cast.mentions[mention];
    let speaks =
        own.kind != Some(sayso_record::ActorType::Place) && !own.possessive && own.tokens.start <= first + 3;
    speaks.then(|| self::subject(scene, mention))
}

/// `“I answer letters”: Mara Venn on steam and stamps`: a headline's name behind the colon.
fn named_behind(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>) -> Option<Subject> {
    let colon = scene.lower(tokens.end) == ":" && scene.in_title(tokens.start);
    let mention = scene.cast.starting_at(tokens.end + 1).filter(|_| colon)?;
    let own = &scene.cast.mentions[mention];
    let on = matches!(scene.lower(own.tokens.end), "on" | "," | "in" | "about" | "");
    // "‘HE CRIED’: Holt's mum lets rip".
    let acts = scene
        .lexis
        .reading
        .tokens
        .get(own.tokens.end)
        .is_some_and(|next| next.upos == sayso_lang::Upos::Verb);
    let fits = own.form == Form::Name && on || own.form != Form::Pronoun && acts;
    (own.kind == Some(sayso_record::ActorType::Person) && fits).then(|| subject(scene, mention))
}

/// `“…” — Mara Venn`, with the name at the end of its sentence.
fn named_by_dash(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>) -> Option<Subject> {
    if !matches!(scene.lower(tokens.end), "—" | "–" | "--" | "-" | "―") {
        return None;
    }
    let mention =
        scene.cast.starting_at(tokens.end + 1).filter(|&at| scene.cast.mentions[at].form == Form::Name)?;
    let end = scene.cast.mentions[mention].tokens.end;
    let clause = scene.clause(scene.lexis.reading.tokens[tokens.end + 1].sentence);
    let closes = end >= clause.end || matches!(scene.lower(end), "," | "(");
    closes.then(|| subject(scene, mention))
}

/// `“The dam holds” — Fenwick, May 4`: the title of a report elsewhere, with its outlet and day.
fn is_reference(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    let dash = matches!(scene.lower(tokens.end), "—" | "–" | "--" | "-" | "―" | ".");
    let outlet =
        scene.cast.starting_at(tokens.end + 1).filter(|&at| scene.cast.mentions[at].form == Form::Name);
    let end = outlet.map(|at| scene.cast.mentions[at].tokens.end);
    dash && end.is_some_and(|end| matches!(scene.lower(end), "," | "(") && scene.time_at(end + 1).is_some())
}

/// A few quoted words that are a paragraph, without a mark at their end: a heading over what follows.
fn is_heading(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>, paragraph: usize) -> bool {
    const LONGEST: usize = 5;
    let of = &scene.lexis.reading.paragraphs[paragraph];
    let sentences = &scene.lexis.reading.sentences;
    let alone = of.sentences.len() == 1 && sentences[of.sentences.start].tokens.len() <= tokens.len() + 1;
    let closing = |at: usize| matches!(scene.lower(at), "”" | "\"" | "»" | "''" | "’" | "'" | "“");
    let last = tokens.clone().rev().find(|&at| !closing(at));
    let ends = last.is_some_and(|at| scene.lexis.shape(at) == Shape::Mark);
    alone && !ends && of.part != sayso_lang::Part::Title && paragraph > 0 && words(scene, tokens) <= LONGEST
}

fn subject(scene: &Scene<'_, '_, '_>, mention: usize) -> Subject {
    Subject {
        mentions: vec![mention],
        tokens: scene.cast.mentions[mention].tokens.clone(),
        ..Subject::default()
    }
}
