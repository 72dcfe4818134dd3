//! What only the tree tells apart from other uses of a verb: "put the losses at 40", "spoke of a plot", "appealed to both sides to stop".

use std::ops::Range;

use sayso_record::{Form, Stance};

use super::content::trim;
use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::subject::Subject;
use super::{labels, objects, voices};
use crate::words::{CueForm, Function};

/// Adds the statements of such verbs in a sentence whose cues no draft has.
pub(super) fn add(scene: &Scene<'_, '_, '_>, sentence: usize, drafts: &mut Vec<Draft>) {
    for verb in scene.clause(sentence) {
        let cited = |draft: &Draft| draft.cue.as_ref().is_some_and(|cue| cue.contains(&verb));
        if scene.quotation_at(verb).is_none() && !drafts.iter().any(cited) {
            drafts.extend(of_verb(scene, sentence, verb));
        }
        if let Some(claim) = of_noun(scene, sentence, verb) {
            let that = claim.content[0].start;
            drafts.retain(|draft| !cited(draft));
            // What is rejected is what is claimed, and not who claims it.
            let denied = drafts.iter_mut().filter(|draft| draft.stance == Stance::Denies);
            for run in denied.flat_map(|draft| &mut draft.content) {
                let holds = run.start + 3 > verb && run.start < that && that < run.end;
                run.start = if holds { that } else { run.start };
            }
            drafts.push(claim);
        }
    }
}

/// "rejected a [claim by Holt] that …": a noun of saying with whoever says it and what is said.
fn of_noun(scene: &Scene<'_, '_, '_>, sentence: usize, noun: usize) -> Option<Draft> {
    const LONGEST: usize = 8;
    let tokens = &scene.lexis.reading.tokens;
    let says = matches!(
        &*tokens[noun].lemma,
        "accusation" | "allegation" | "assertion" | "claim" | "statement" | "suggestion" | "warning"
    );
    let by =
        Some(noun + 1).filter(|&by| says && scene.lower(by) == "by" && scene.quotation_at(noun).is_none())?;
    let end = scene.clause(sentence).end;
    let that = (by + 2..end.min(by + 2 + LONGEST)).find(|&at| scene.lower(at) == "that")?;
    let mention = scene.cast.ending_at(that - 1).filter(|&one| scene.cast.mentions[one].tokens.start > by)?;
    let clause = tokens[that].head.filter(|_| tokens[that].relation.base() == "mark")?;
    let content = trim(scene, that..scene.lexis.trees.reach(clause).end.clamp(that, end));
    let own = scene.cast.mentions[mention].tokens.clone();
    let subject = Subject { mentions: vec![mention], tokens: own, ..Subject::default() };
    (content.len() > 1).then(|| Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker: Speaker::At(subject),
        cue: Some(noun..noun + 1),
        content: vec![content],
        stance: Stance::Affirms,
        relays: Vec::new(),
        to: Vec::new(),
    })
}

fn of_verb(scene: &Scene<'_, '_, '_>, sentence: usize, verb: usize) -> Option<Draft> {
    let one = match &*scene.lexis.reading.tokens[verb].lemma {
        "put" | "value" | "estimate" => figure(scene, verb),
        "speak" => topic(scene, verb),
        "appeal" => request(scene, verb).or_else(|| wish(scene, verb)),
        "ask" | "beg" | "plead" => wish(scene, verb),
        "stand" => stood_by(scene, verb),
        "demand" | "regret" | "threaten" | "want" => object(scene, verb),
        "offer" | "promise" => offer(scene, verb),
        "accuse" => charge(scene, verb),
        "attribute" => ascribed(scene, verb),
        _ => None,
    };
    let content = one.map(|one| vec![one]).or_else(|| regarded(scene, verb));
    let content = content.or_else(|| taken_up(scene, verb)).or_else(|| made(scene, verb));
    let content = content.or_else(|| clause(scene, verb).map(|one| vec![one]))?;
    let speaker = voices::by_tree(scene, verb, &content);
    let Speaker::At(subject) = &speaker else { return None };
    let first = subject.mentions.first().map(|&mention| &scene.cast.mentions[mention])?;
    let stance = match scene.lexis.words[verb].cue.map(|cue| super::stance_of(cue, false)) {
        Some(Stance::Denies) => Stance::Denies,
        _ if labels::negated(scene, verb) => Stance::Denies,
        _ => Stance::Affirms,
    };
    (first.form != Form::Pronoun || first.kind.is_some()).then(|| Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(verb..verb + 1),
        content,
        stance,
        relays: Vec::new(),
        to: Vec::new(),
    })
}

/// "ruled on Friday, by two votes to one, [that the paper need not pay]": a clause that *that* opens.
fn clause(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let tokens = &scene.lexis.reading.tokens;
    let trees = &scene.lexis.trees;
    scene.cue(verb).filter(|cue| cue.that())?;
    let what = trees.reach(child(scene, verb, &["ccomp"])?);
    let that = scene.lower(what.start) == "that"
        && what.start > verb
        && tokens[what.start].relation.base() == "mark";
    that.then(|| trim(scene, what))
}

/// "attributed the attack to the militia": what is ascribed, and to whom.
fn ascribed(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Range<usize>> {
    let what = child(scene, verb, &["obj"])?;
    let to = |&at: &usize| scene.lower(scene.lexis.trees.reach(at).start) == "to";
    let tokens = &scene.lexis.reading.tokens;
    let below = scene.lexis.trees.children(verb).chain(scene.lexis.trees.children(what));
    let whom =
        below.filter(|&at| at > what && matches!(tokens[at].relation.base(), "obl" | "nmod")).find(to)?;
    let end = scene.lexis.trees.reach(whom).end.min(clause_end(scene, whom));
    Some(trim(scene, scene.lexis.trees.reach(what).start..end))
}

/// The end of a phrase before what a relative clause goes on to tell of it.
fn clause_end(scene: &Scene<'_, '_, '_>, noun: usize) -> usize {
    let end = scene.clause(scene.lexis.reading.tokens[noun].sentence).end;
    (noun + 1..end).find(|&at| matches!(scene.lower(at), "," | ";")).unwrap_or(end)
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

/// "…, [a figure] that the union dismissed [as fiction]": what is thought of what was just said.
fn taken_up(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Vec<Range<usize>>> {
    let tokens = &scene.lexis.reading.tokens;
    let judges = matches!(
        &*tokens[verb].lemma,
        "call"
            | "consider"
            | "contest"
            | "deny"
            | "describe"
            | "dismiss"
            | "dispute"
            | "find"
            | "refute"
            | "regard"
            | "reject"
            | "share"
    );
    let noun = objects::antecedent(scene, verb).filter(|_| judges)?;
    let rest = trim(scene, verb + 1..scene.lexis.trees.reach(verb).end.max(verb + 1));
    let what = noun - 1..noun + 1;
    Some(std::iter::once(what).chain((!rest.is_empty()).then_some(rest)).collect())
}

/// "The claim [that catches have halved] was first made by the cooperative", "[The claim], made by the chamber in a letter, …".
fn made(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Vec<Range<usize>>> {
    let tokens = &scene.lexis.reading.tokens;
    let trees = &scene.lexis.trees;
    let made = matches!(scene.lower(verb), "made" | "started" | "spread");
    let agent = |at: usize| {
        at > verb
            && tokens[at].relation.base() == "obl"
            && trees.children(at).any(|case| scene.lower(case) == "by")
    };
    if !made || !trees.children(verb).any(agent) {
        return None;
    }
    let subject = trees.children(verb).find(|&at| tokens[at].relation.base() == "nsubj");
    let beside = tokens[verb].relation.base() == "acl";
    let noun = if beside { tokens[verb].head } else { subject };
    let said = |noun: &usize| {
        matches!(
            &*tokens[*noun].lemma,
            "accusation"
                | "allegation"
                | "assertion"
                | "charge"
                | "claim"
                | "rumour"
                | "rumor"
                | "suggestion"
        )
    };
    let noun = noun.filter(|noun| *noun < verb).filter(said)?;
    let that = |&at: &usize| at > noun && at < verb && matches!(tokens[at].relation.base(), "acl" | "ccomp");
    let clause = trees.children(noun).find(that).map(|at| trees.reach(at)).filter(|reach| reach.end <= verb);
    let start = if scene.is(noun.wrapping_sub(1), Function::Determiner) { noun - 1 } else { noun };
    let alone = beside.then_some(start..noun + 1);
    clause.map(|reach| trim(scene, reach)).or(alone).map(|run| vec![run])
}

/// "[the quarry] … is considered by the union [to be the safest]".
fn regarded(scene: &Scene<'_, '_, '_>, verb: usize) -> Option<Vec<Range<usize>>> {
    let tokens = &scene.lexis.reading.tokens;
    let trees = &scene.lexis.trees;
    let thought =
        |lemma: &str| matches!(lemma, "say" | "think" | "believe" | "understand" | "expect" | "rumour");
    let cue = scene.lexis.words[verb].cue.filter(|cue| cue.predicative() || thought(cue.lemma))?;
    let by = |at: usize| trees.children(at).any(|case| scene.lower(case) == "by");
    let agent =
        trees.children(verb).find(|&at| at > verb && tokens[at].relation.base() == "obl" && by(at))?;
    let passive = trees.children(verb).any(|at| tokens[at].relation.as_str() == "aux:pass");
    let (start, end) = (trees.reach(agent).end, scene.clause(tokens[verb].sentence).end);
    let opens = scene.lower(start) == "as" || scene.lower(start) == "to" && scene.lower(start + 1) == "be";
    if !passive || !opens || start >= end || cue.form == CueForm::Base {
        return None;
    }
    let comma = |&at: &usize| matches!(scene.lower(at), "," | ";") && scene.quotation_at(at).is_none();
    let predicate = trim(scene, start..(start..end).find(comma).unwrap_or(end));
    let up = std::iter::successors(Some(verb), |&at| {
        tokens[at].head.filter(|_| tokens[at].relation.base() == "conj")
    });
    let subject =
        up.take(3).find_map(|at| trees.children(at).find(|&noun| tokens[noun].relation.base() == "nsubj"));
    let subject = subject.map(|noun| trees.reach(noun)).filter(|reach| reach.end <= verb);
    let short = |reach: Range<usize>| {
        let end = reach.clone().find(comma).unwrap_or(reach.end);
        trim(scene, reach.start..end)
    };
    Some(subject.map(short).into_iter().chain([predicate]).collect())
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
    // "a man accused of arson"
    let beside = scene.lexis.reading.tokens[verb].relation.as_str() == "acl";
    let whom = scene
        .lexis
        .trees
        .reach(child(scene, verb, &["obj"]).filter(|_| !beside || scene.lower(verb) == "accusing")?);
    let what = child(scene, verb, &["obl", "advcl", "xcomp"])?;
    let what = scene.lexis.trees.reach(what);
    let of =
        (whom.end..what.end).take(3).any(|at| scene.lower(at) == "of") || scene.lower(what.start) == "of";
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
        "account"
            | "article"
            | "claim"
            | "figure"
            | "finding"
            | "report"
            | "remark"
            | "statement"
            | "story"
            | "word"
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
    let not = usize::from(scene.lower(reach.start) == "not");
    let opens = scene.lower(reach.start + not) == "to" && reach.start > to;
    opens.then(|| trim(scene, reach))
}
