//! What only the tree tells apart from other uses of a verb: "put the losses at 40", "spoke of a plot", "appealed to both sides to stop".

use std::ops::Range;

use sayso_record::{Form, Stance};

use super::content::trim;
use super::draft::{Draft, Speaker};
use super::labels;
use super::scene::Scene;

/// Adds the statements of such verbs in a sentence whose cues no draft has.
pub(super) fn add(scene: &Scene<'_, '_, '_>, sentence: usize, drafts: &mut Vec<Draft>) {
    for verb in scene.clause(sentence) {
        let cited = |draft: &Draft| draft.cue.as_ref().is_some_and(|cue| cue.contains(&verb));
        if scene.quotation_at(verb).is_none() && !drafts.iter().any(cited) {
            drafts.extend(of_verb(scene, sentence, verb));
        }
    }
}

fn of_verb(scene: &Scene<'_, '_, '_>, sentence: usize, verb: usize) -> Option<Draft> {
    let content = match &*scene.lexis.reading.tokens[verb].lemma {
        "put" | "value" | "estimate" => figure(scene, verb),
        "speak" => topic(scene, verb),
        "appeal" => request(scene, verb).or_else(|| wish(scene, verb)),
        "ask" | "beg" | "plead" => wish(scene, verb),
        "stand" => stood_by(scene, verb),
        "demand" | "regret" => object(scene, verb),
        "offer" => offer(scene, verb),
        "accuse" => charge(scene, verb),
        _ => None,
    }?;
    let speaker = labels::by_tree(scene, verb, std::slice::from_ref(&content));
    let Speaker::At(subject) = &speaker else { return None };
    let first = subject.mentions.first().map(|&mention| &scene.cast.mentions[mention])?;
    let stance = if labels::negated(scene, verb) { Stance::Denies } else { Stance::Affirms };
    (first.form != Form::Pronoun || first.kind.is_some()).then(|| Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(verb..verb + 1),
        content: vec![content],
        stance,
        relays: Vec::new(),
        to: Vec::new(),
    })
}

/// The first word behind `verb` that hangs on it by one of these relations.
fn child(scene: &Scene<'_, '_, '_>, verb: usize, by: &[&str]) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    scene.lexis.trees.children(verb).find(|&at| at > verb && by.contains(&tokens[at].relation.base()))
}

/// The word behind `verb` that this preposition joins to it.
fn joined(scene: &Scene<'_, '_, '_>, verb: usize, preposition: &str) -> Option<(usize, usize)> {
    let tokens = &scene.lexis.reading.tokens;
    let objects =
        scene.lexis.trees.children(verb).filter(|&at| at > verb && tokens[at].relation.base() == "obl");
    let case = |at: usize| {
        let mut words = scene.lexis.trees.children(at);
        words.find(|&word| tokens[word].relation.base() == "case" && scene.lower(word) == preposition)
    };
    objects.filter_map(|at| Some((case(at)?, at))).next()
}

/// "put [the number of homes at some 18,500]": an amount.
fn figure(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let what = scene.lexis.trees.reach(child(scene, verb, &["obj"])?);
    let (_, amount) = joined(scene, verb, "at")?;
    let reach = scene.lexis.trees.reach(amount);
    let number =
        |at: usize| scene.lexis.shape(at) == crate::lexis::Shape::Number || is_number(scene.lower(at));
    let end = reach.end.max(what.end);
    // "…, and a spokeswoman called it nothing": a clause of its own, however it hangs.
    let own = |&at: &usize| scene.lower(at) == "," && matches!(scene.lower(at + 1), "and" | "but" | "while");
    let end = (amount..end).find(own).unwrap_or(end);
    (what.start > verb && reach.clone().any(number)).then(|| trim(scene, what.start..end))
}

fn is_number(word: &str) -> bool {
    matches!(
        word,
        "zero"
            | "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "dozen"
            | "dozens"
            | "hundred"
            | "hundreds"
            | "thousand"
            | "thousands"
            | "million"
            | "billion"
    )
}

/// "demanded [a new vote]".
fn object(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let what = scene.lexis.trees.reach(child(scene, verb, &["obj"])?);
    (what.start > verb).then(|| trim(scene, what))
}

/// "offered [to mediate]".
fn offer(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let reach = scene.lexis.trees.reach(child(scene, verb, &["xcomp"])?);
    (scene.lower(reach.start) == "to" && reach.start > verb).then(|| trim(scene, reach))
}

/// "accused [the minister, Mara Holt, of having let the wall rot]".
fn charge(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let whom = scene.lexis.trees.reach(child(scene, verb, &["obj"])?);
    let what = child(scene, verb, &["obl", "advcl", "xcomp"])?;
    let what = scene.lexis.trees.reach(what);
    let of = (whom.end..what.end).take(3).any(|at| scene.lower(at) == "of") || scene.lower(what.start) == "of";
    (of && whom.start > verb).then(|| trim(scene, whom.start..what.end.max(whom.end)))
}

/// "appealed [for $4 million in aid]".
fn wish(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let (at, what) = joined(scene, verb, "for")?;
    (at == verb + 1).then(|| trim(scene, at..scene.lexis.trees.reach(what).end))
}

/// "stood by [the story]".
fn stood_by(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let (by, what) = joined(scene, verb, "by")?;
    let said = matches!(
        &*scene.lexis.reading.tokens[what].lemma,
        "account" | "article" | "claim" | "figure" | "finding" | "report" | "remark" | "statement" | "story" | "word"
    );
    (by == verb + 1 && said).then(|| trim(scene, by + 1..scene.lexis.trees.reach(what).end))
}

/// "spoke [of a growing danger]".
fn topic(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let (of, what) = joined(scene, verb, "of")?;
    (of == verb + 1).then(|| trim(scene, of..scene.lexis.trees.reach(what).end))
}

/// "appealed to hikers [to keep out of the valley]".
fn request(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let (to, _) = joined(scene, verb, "to")?;
    let clause = child(scene, verb, &["xcomp", "advcl"])?;
    let reach = scene.lexis.trees.reach(clause);
    let opens = scene.lower(reach.start) == "to" && reach.start > to;
    opens.then(|| trim(scene, reach))
}
