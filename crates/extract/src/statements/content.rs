//! What stands at a cue: the words that are attributed.

use std::ops::Range;

use super::according::according;
use super::cues::{Found, Role};
use super::scene::Scene;
use super::subject;
use crate::lexis::Shape;
use crate::words::{CueForm, Function};

/// Content of a cue and the addressees that stand before it.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    pub(super) spans: Vec<Range<usize>>,
    /// Mentions between cue and content that are addressed.
    pub(super) to: Vec<usize>,
}

/// The content of the `nth` cue of a sentence, or `None` where the verb hands nothing over.
pub(super) fn of(
    scene: &Scene<'_, '_, '_>,
    all: &[Found],
    nth: usize,
    clause: &Range<usize>,
) -> Option<Content> {
    let found = &all[nth];
    let end = end_of(scene, all, nth, clause);
    let spans = match &found.role {
        Role::After(subject) => around(scene, found, clause, subject.tokens.end),
        Role::Agent(by, agent) => return passive(scene, found, *by, agent.tokens.end, clause),
        _ => return forward(scene, found, clause, end),
    };
    (!spans.is_empty()).then_some(Content { spans, to: Vec::new() })
}

/// Content to the right of the verb, or before the subject where nothing follows.
fn forward(scene: &Scene<'_, '_, '_>, found: &Found, clause: &Range<usize>, end: usize) -> Option<Content> {
    let (at, mut to) = skip_adjuncts(scene, found, end);
    let cue = found.cue;
    // "told broadcaster Fenwick that …".
    let that = super::hearers::behind_outlet(scene, &(at..end))
        .filter(|_| cue.addressee() && scene.lower(at) != "that");
    if let Some(that) = that {
        to.extend(scene.cast.ending_at(that - 1));
        return Some(Content { spans: vec![trim(scene, that..end)], to });
    }
    // "called on the ministers to step in".
    if cue.lemma == "call" && matches!(scene.lower(found.verb + 1), "on" | "upon") {
        return called_on(scene, found.verb + 2, end);
    }
    let next = scene.lower(at);
    let quoted = |at: usize| {
        scene.quotation_at(at).is_some_and(|quotation| scene.quotation(quotation).tokens.start == at)
    };
    let content = |from: usize| {
        Some(Content { spans: vec![trim(scene, from..end)], to: to.clone() })
            .filter(|c| !c.spans[0].is_empty())
    };
    if let Some(that) = that_clause(scene, found, at, end) {
        return content(that);
    }
    let left = || around(scene, found, clause, end);
    if cue.lemma == "tell" && tells_somebody(scene, at, end) && !left().is_empty() {
        return Some(Content { spans: left(), to });
    }
    if at >= end || after_quotation(scene, found, clause) && !matches!(next, "that" | ":") {
        let spans = around(scene, found, clause, found.verb + 1);
        return (!spans.is_empty()).then_some(Content { spans, to });
    }
    if next == "," && !quoted(at + 1) {
        let spans = around(scene, found, clause, at);
        return (!spans.is_empty()).then_some(Content { spans, to });
    }
    let mark = usize::from(matches!(next, "," | ":"));
    if quoted(at + mark) && (cue.quotes() || cue.noun() || cue.predicative()) {
        return content(at + mark);
    }
    if next == ":" && at + 1 >= end {
        return next_paragraph(scene, found, at + 1);
    }
    if next == ":" {
        return cue.quotes().then(|| content(at + 1)).flatten();
    }
    let this = matches!(next, "this" | "that" | "it" | "these" | "those")
        && (at + 1 >= end || matches!(scene.lower(at + 1), "," | ":" | "–" | "—"));
    let bare_pronoun = !scene.is(at.wrapping_sub(1), Function::Preposition);
    if this && bare_pronoun && (cue.doubting() || cue.noun()) && !found.shares() {
        let pronoun = at..at + 1;
        return Some(Content { spans: vec![pronoun], to });
    }
    let that = next == "that" && (cue.that() || cue.bare());
    let whether = matches!(
        next,
        "whether" | "if" | "why" | "how" | "who" | "whose" | "what" | "when" | "where" | "which"
    ) && (found.negated && (cue.withholding() || cue.doubting())
        || matches!(cue.lemma, "ask" | "wonder"));
    if that || whether {
        return content(at);
    }
    let relative = found.subject().is_some_and(|subject| subject.relative);
    let not_to = next == "not" && scene.lower(at + 1) == "to" && !relative;
    if (next == "to" || not_to) && cue.infinitive() {
        return content(at);
    }
    if next == "against" && matches!(cue.lemma, "advise" | "argue" | "caution" | "warn") {
        return content(at);
    }
    if matches!(next, "of" | "for" | "about" | "against") {
        let called_for = cue.lemma == "call" && next == "for";
        return if cue.of() || called_for { content(at + usize::from(called_for)) } else { None };
    }
    if matches!(cue.lemma, "accuse" | "suspect")
        && cue.form != CueForm::Ing
        && (at..end).any(|of| scene.lower(of) == "of")
    {
        return content(found.verb + 1);
    }
    bare(scene, found, at, end).then(|| content(at)).flatten()
}

/// "called on [the ministers] to step in": who is called on, and to do what.
fn called_on(scene: &Scene<'_, '_, '_>, from: usize, end: usize) -> Option<Content> {
    const LONGEST: usize = 14;
    let tokens = &scene.lexis.reading.tokens;
    let opens = |&at: &usize| scene.lower(at) == "to" && tokens[at].relation.base() == "mark";
    let to = (from + 1..end.min(from + LONGEST)).find(opens)?;
    let verb = |at: usize| matches!(tokens[at].upos, sayso_lang::Upos::Verb | sayso_lang::Upos::Aux);
    if (from..to).any(verb) {
        return None;
    }
    let hearer = scene.cast.inside(from..to).next().into_iter().collect();
    Some(Content { spans: vec![trim(scene, to..end)], to: hearer })
}

/// "told the Post, whose report others took up, [that …]": the clause that the tree says is the verb's object, behind an aside.
fn that_clause(scene: &Scene<'_, '_, '_>, found: &Found, from: usize, end: usize) -> Option<usize> {
    let tokens = &scene.lexis.reading.tokens;
    let opens = |&at: &usize| {
        let clause =
            tokens[at].head.filter(|_| tokens[at].relation.base() == "mark" && scene.lower(at) == "that");
        clause.is_some_and(|clause| {
            tokens[clause].relation.base() == "ccomp" && tokens[clause].head == Some(found.verb)
        })
    };
    let aside = |at: usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
    if from >= end || !found.cue.that() {
        return None;
    }
    let close = aside(from) || aside(from.saturating_sub(1));
    let object = (from + 1..end).find(opens).filter(|&that| close && aside(that - 1));
    let report = || super::hearers::behind_report(scene, &(from..end));
    object
        .or_else(report)
        .or_else(|| super::hearers::behind_aside(scene, &(from..end)).filter(|_| found.cue.addressee()))
}

/// "…, his brother told an inquest today": a short noun phrase and no more, whoever it names.
fn tells_somebody(scene: &Scene<'_, '_, '_>, from: usize, end: usize) -> bool {
    const LONGEST: usize = 6;
    let tokens = &scene.lexis.reading.tokens;
    let plain = |at: usize| {
        let verb = matches!(tokens[at].upos, sayso_lang::Upos::Verb | sayso_lang::Upos::Aux);
        !verb && scene.quotation_at(at).is_none() && scene.lexis.shape(at) != Shape::Mark
    };
    from < end && end - from <= LONGEST && (from..end).all(plain)
}

/// "Venn continued:" with the quotation in the paragraph below.
fn next_paragraph(scene: &Scene<'_, '_, '_>, found: &Found, at: usize) -> Option<Content> {
    let quotation = scene.quotation_at(at).filter(|_| found.cue.quotes() && scene.is_quotation_start(at))?;
    Some(Content { spans: vec![scene.quotation(quotation).tokens.clone()], to: Vec::new() })
}

/// The subject stands right behind a quotation ("…," Merkel told reporters): the content lies before it, whatever follows.
fn after_quotation(scene: &Scene<'_, '_, '_>, found: &Found, clause: &Range<usize>) -> bool {
    let Role::Before(subject) = &found.role else { return false };
    let before = subject.tokens.start.checked_sub(1).filter(|&at| at >= clause.start);
    let comma = |at: usize| scene.lower(at) == "," && scene.quotation_at(at).is_none() && at > clause.start;
    let before = before.map(|at| if comma(at) { at - 1 } else { at });
    found.cue.says() && before.is_some_and(|at| scene.quotation_at(at).is_some())
}

/// Takes the rest of the clause without *that*: a clause after verbs of saying and thinking, a noun phrase after verbs of denial.
fn bare(scene: &Scene<'_, '_, '_>, found: &Found, at: usize, end: usize) -> bool {
    let cue = found.cue;
    let follows = scene.lexis.function(at);
    let opens_phrase =
        matches!(follows, None | Some(Function::Determiner | Function::Pronoun | Function::Adverb))
            || matches!(scene.lower(at), "there" | "in" | "both" | "as" | "despite" | "regarding");
    let quotes_inside = (at..end).any(|token| scene.quotation_at(token).is_some());
    let modal =
        |token: usize| matches!(scene.lexis.function(token), Some(Function::Modal | Function::Auxiliary));
    let has_verb =
        (at..end).any(|token| modal(token) || scene.lower(token) == "'s" || past_like(scene, token));
    if cue.doubting() && scene.lower(at).ends_with("ing") {
        return true;
    }
    if !opens_phrase || scene.lexis.shape(at) == Shape::Mark && scene.quotation_at(at).is_none() {
        return false;
    }
    if cue.says() && cue.bare() {
        let clause_like = matches!(follows, Some(Function::Pronoun | Function::Determiner))
            || (at..end).any(|token| third_person(scene, token));
        return has_verb || quotes_inside || cue.noun() || clause_like;
    }
    if cue.doubting() {
        return true;
    }
    let thinks = cue.bare() && !cue.quotes() && cue.form != CueForm::Ing;
    let tokens = &scene.lexis.reading.tokens;
    let clause = scene
        .lexis
        .trees
        .children(found.verb)
        .any(|word| tokens[word].relation.base() == "ccomp" && (at..end).contains(&word));
    (thinks && (clause || has_verb && (at..end.min(at + 10)).any(modal)))
        || (quotes_inside && (cue.predicative() || cue.noun() || cue.quotes()))
        || (cue.predicative() && (at..end).any(|token| scene.lower(token) == "as") && cue.lemma != "see")
        || expects(scene, found, at, end)
}

/// "expects margins to recover", "considers the vote fair": an object and, by the tree, what is expected or thought of it.
fn expects(scene: &Scene<'_, '_, '_>, found: &Found, at: usize, end: usize) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let expects = matches!(found.cue.lemma, "consider" | "deem" | "expect" | "reckon")
        && found.cue.form != CueForm::Ing;
    let hangs = |word: usize| {
        matches!(tokens[word].relation.base(), "xcomp" | "ccomp") && (at + 1..end).contains(&word)
    };
    expects && scene.lower(at) != "to" && scene.lexis.trees.children(found.verb).any(hangs)
}

/// A word in *-s* after a name or a pronoun may be a verb in the present.
fn third_person(scene: &Scene<'_, '_, '_>, token: usize) -> bool {
    scene.lexis.shape(token) == Shape::Lower
        && scene.lower(token).ends_with('s')
        && scene.cast.ending_at(token.wrapping_sub(1)).is_some()
}

fn past_like(scene: &Scene<'_, '_, '_>, token: usize) -> bool {
    let lower = scene.lower(token);
    scene.lexis.shape(token) == Shape::Lower
        && lower.len() > 4
        && (lower.ends_with("ed") || scene.lexis.words[token].cue.is_some())
}

/// Skips what may stand between a verb and its content: adverbs, times, addressees, "in a statement", "to reporters", "on Twitter".
fn skip_adjuncts(scene: &Scene<'_, '_, '_>, found: &Found, end: usize) -> (usize, Vec<usize>) {
    let mut to = Vec::new();
    let mut at = found.verb + 1;
    while at < end {
        let next = adjunct(scene, found, at, end, &mut to);
        if next == at {
            break;
        }
        at = next;
    }
    // "said in Tessel the strike goes on": without a sign that the content comes later, the adjunct may be part of it.
    (at, to)
}

fn adjunct(scene: &Scene<'_, '_, '_>, found: &Found, at: usize, end: usize, to: &mut Vec<usize>) -> usize {
    if let Some((time, _)) = scene.time_at(at) {
        return time.end;
    }
    let lower = scene.lower(at);
    if lower == "," && matches!(scene.lower(at + 1), "citing" | "quoting") {
        const LONGEST: usize = 20;
        let close = (at + 2..end.min(at + LONGEST)).find(|&close| scene.lower(close) == ",");
        return close.filter(|&close| scene.lower(close + 1) == "that").map_or(at, |close| close + 1);
    }
    if scene.is(at, Function::Adverb) || lower == "as" && found.cue.lemma == "tell" {
        let clause_adverb = found.cue.bare()
            && !matches!(
                scene.lower(at),
                "also"
                    | "later"
                    | "earlier"
                    | "again"
                    | "previously"
                    | "then"
                    | "only"
                    | "back"
                    | "here"
                    | "recently"
            );
        let sign = (at + 1..end.min(at + 3))
            .any(|next| scene.lower(next) == "that" || scene.time_at(next).is_some());
        return if clause_adverb && !sign { at } else { at + 1 };
    }
    let addresses = found.cue.addressee() || found.cue.infinitive();
    if let Some(after) = addresses.then(|| addressee(scene, at, end, to)).flatten() {
        return after;
    }
    if let Some((time, _)) = scene.time_at(at + 1).filter(|_| matches!(lower, "on" | "in" | "at")) {
        return time.end;
    }
    // "says about 300 people are there".
    let number =
        scene.lexis.shape(at + 1) == Shape::Number && matches!(lower, "about" | "around" | "over" | "under");
    if number {
        return at;
    }
    let infinitive = lower == "to" && scene.lexis.reading.tokens[at].relation.base() == "mark";
    if scene.is(at, Function::Preposition) && !infinitive {
        return prepositional(scene, found, at, end).unwrap_or(at);
    }
    at
}

/// "Russia and Iran", "reporters", "him": who is told.
fn addressee(scene: &Scene<'_, '_, '_>, at: usize, end: usize, to: &mut Vec<usize>) -> Option<usize> {
    if matches!(scene.lower(at), "him" | "her" | "them" | "us" | "me")
        && scene.lexis.shape(at) == Shape::Lower
    {
        return Some(at + 1);
    }
    let article = usize::from(scene.lower(at) == "the");
    let mention = scene
        .cast
        .starting_at(at)
        .or_else(|| scene.cast.starting_at(at + article))
        .or_else(|| described(scene, at))
        .filter(|&mention| scene.cast.mentions[mention].form != sayso_record::Form::Pronoun)?;
    let mut last = scene.cast.mentions[mention].tokens.end;
    let mut all = vec![mention];
    while let Some(next) = list_goes_on(scene, last) {
        last = scene.cast.mentions[next].tokens.end;
        all.push(next);
    }
    let content_follows = matches!(scene.lower(last), "that" | "to" | "of" | "about" | "," | ":")
        || scene.is(last, Function::Preposition)
        || last >= end
        || scene.time_at(last).is_some()
        || scene.quotation_at(last).is_some()
        || matches!(scene.lexis.function(last), Some(Function::Determiner | Function::Pronoun));
    (content_follows && last <= end).then(|| {
        to.extend(all);
        last
    })
}

/// "the state daily Fenwick": the outlet that the words here describe.
fn described(scene: &Scene<'_, '_, '_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let outlet = scene.cast.inside(at..at + LONGEST).next()?;
    let mention = &scene.cast.mentions[outlet];
    let words = |at: usize| scene.lexis.shape(at) == Shape::Lower && scene.quotation_at(at).is_none();
    let own = mention.outlet && mention.beside.is_some() && scene.is(at, Function::Determiner);
    (own && (at..mention.tokens.start).all(words)).then_some(outlet)
}

fn list_goes_on(scene: &Scene<'_, '_, '_>, at: usize) -> Option<usize> {
    let next = match (scene.lower(at), scene.lower(at + 1)) {
        (",", "and") => at + 2,
        ("and" | ",", _) => at + 1,
        _ => return None,
    };
    scene.cast.starting_at(next)
}

/// A prepositional phrase between verb and content is skipped only where a sign of content follows: *that*, a quotation, a comma, a colon.
fn prepositional(scene: &Scene<'_, '_, '_>, found: &Found, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    if found.cue.of() && matches!(scene.lower(at), "of" | "for" | "about") || scene.lower(at) == "of" {
        return None;
    }
    if found.cue.lemma == "call" && scene.lower(at) == "for" {
        return None;
    }
    let sign = |&token: &usize| {
        let quoted = scene.quotation_at(token).is_some();
        let that = scene.lower(token) == "that" && found.cue.that();
        let pronoun = matches!(scene.lower(token), "he" | "she" | "they" | "it" | "there")
            && scene.lexis.shape(token) == Shape::Lower;
        quoted || that || pronoun || matches!(scene.lower(token), "," | ":")
    };
    let stop = (at + 1..end.min(at + LONGEST)).find(sign);
    match stop {
        Some(stop) if scene.quotation_at(stop).is_none() || scene.is_quotation_start(stop) => Some(stop),
        Some(_) => None,
        None => (end - at <= LONGEST && at > found.verb && ends_with_adjunct(scene, at, end)).then_some(end),
    }
}

/// The clause ends with this phrase: nothing in it could be a clause of its own.
fn ends_with_adjunct(scene: &Scene<'_, '_, '_>, at: usize, end: usize) -> bool {
    !(at..end).any(|token| {
        matches!(scene.lexis.function(token), Some(Function::Modal))
            || matches!(scene.lower(token), "is" | "are" | "was" | "were" | "has" | "have" | "had")
    })
}

/// Content before the subject ("…, Holt said"), and what follows after a comma ("…," he said, "…").
fn around(
    scene: &Scene<'_, '_, '_>,
    found: &Found,
    clause: &Range<usize>,
    after: usize,
) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let left = left_of(scene, found.edge, clause);
    let separated = left.end > left.start
        && (matches!(scene.lower(left.end), ",") || scene.quotation_at(left.end - 1).is_some());
    // "Spring, she believes, will tell": between two commas a verb of thinking says as well.
    let aside = scene.lower(found.edge.wrapping_sub(1)) == "," && scene.lower(after) == ",";
    let inverted = matches!(found.role, Role::After(_));
    let says = found.cue.says() || found.cue.bare() && (aside || inverted);
    let enough = words(scene, &left) > if found.negated { 0 } else { 2 };
    if says && separated && enough
        || aside && !left.is_empty()
        || scene.quotation_at(left.end.wrapping_sub(1)).is_some() && left.end > left.start && says
    {
        spans.push(left);
    }
    let rest = skip_to_comma(scene, after, clause.end);
    if let Some(rest) = rest {
        let right = trim(scene, rest + 1..clause.end);
        let quotation = scene.is_quotation_start(rest + 1);
        // "…, he added, and divers had counted more": a clause of its own, where nobody else speaks.
        let joined = matches!(scene.lower(rest + 1), "and" | "but");
        let clause = || goes_on_as_clause(scene, &right);
        if quotation
            || (!spans.is_empty() || says)
                && (!joined || !spans.is_empty() && clause())
                && (words(scene, &right) > 3 || aside && words(scene, &right) > 1)
                && continues_content(scene, found, &right)
        {
            spans.push(right);
        }
    }
    spans
}

/// A subject and its verb, none of whose words hands the floor to anybody.
fn goes_on_as_clause(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let near = run.start..run.end.min(run.start + 6);
    let subject = near.clone().any(|at| matches!(tokens[at].relation.base(), "nsubj" | "expl"));
    let speaks = run.clone().any(|at| scene.cue(at).is_some_and(|cue| cue.says() || cue.doubting()));
    let quoted = run.clone().any(|at| scene.quotation_at(at).is_some());
    subject && !speaks && !quoted
}

/// After "…, Holt said, …" the sentence goes on where it was interrupted, unless a participle or a relative opens something new.
fn continues_content(scene: &Scene<'_, '_, '_>, found: &Found, right: &Range<usize>) -> bool {
    let first = scene.lower(right.start);
    let new_verb = first.ends_with("ing")
        || matches!(
            first,
            "who" | "whose" | "which" | "according" | "referring" | "citing" | "while" | "but" | "and" | "as"
        );
    // "…, he wrote, in a message relayed by the agency": how he said it.
    let occasion = || {
        let near = right.start + 1..right.end.min(right.start + 4);
        let noun = |at: usize| super::relays::is_occasion(&scene.lexis.reading.tokens[at].lemma);
        matches!(first, "in" | "at" | "on" | "during") && near.into_iter().any(noun)
    };
    // "…, he told the station, the newspaper Fenwick reported".
    let reported = (right.start + 1..right.end).any(|at| {
        right.end - at <= 3
            && scene.cue(at).is_some_and(|cue| cue.says())
            && scene.cast.ending_at(at - 1).is_some()
    });
    matches!(found.role, Role::Before(_)) && !new_verb && !occasion() && !reported
}

fn skip_to_comma(scene: &Scene<'_, '_, '_>, from: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let mark = |&at: &usize| matches!(scene.lower(at), "," | ";" | ":") && scene.quotation_at(at).is_none();
    (from..end.min(from + LONGEST)).find(mark).filter(|&at| scene.lower(at) == ",")
}

/// What stands before the subject of a cue: the whole quotation, or the sentence from its start.
fn left_of(scene: &Scene<'_, '_, '_>, edge: usize, clause: &Range<usize>) -> Range<usize> {
    let end = edge.max(clause.start);
    let mut end = if end > clause.start && scene.lower(end - 1) == "," { end - 1 } else { end };
    let before = end.checked_sub(1).filter(|&before| before >= clause.start);
    let quotation = before.and_then(|before| scene.quotation_at(before));
    let Some(quotation) = quotation else {
        let mark = |&at: &usize| matches!(scene.lower(at), ":" | ";") && scene.quotation_at(at).is_none();
        let mut start = (clause.start..end).rev().find(mark).map_or(clause.start, |at| at + 1);
        if matches!(scene.lower(start), "but" | "and") {
            start += 1;
        }
        return start..end.max(start);
    };
    let tokens = scene.quotation(quotation).tokens.clone();
    end = end.min(tokens.end);
    // Words before the quotation in the same sentence belong to the content: it is mixed.
    let lead = clause.start.min(tokens.start)..tokens.start;
    let has_lead = tokens.start > clause.start
        && words(scene, &lead) > 0
        && !scene.lower(tokens.start - 1).ends_with(':');
    (if has_lead { lead.start } else { tokens.start })..end
}

/// "were called useless by Sand": what stands between verb and *by*; "is regarded by Sand as a bluff": who is, and as what.
fn passive(
    scene: &Scene<'_, '_, '_>,
    found: &Found,
    by: usize,
    after: usize,
    clause: &Range<usize>,
) -> Option<Content> {
    if !(found.cue.predicative() || found.cue.says() && found.cue.bare()) {
        return None;
    }
    let between = trim(scene, found.verb + 1..by);
    if !between.is_empty() {
        return Some(Content { spans: vec![between], to: Vec::new() });
    }
    let opens = scene.lower(after) == "as" || scene.lower(after) == "to" && scene.lower(after + 1) == "be";
    let subject = subject::before(scene, found.verb, clause.start)
        .filter(|_| opens && (found.cue.predicative() || found.cue.says()))?;
    let stop = |&at: &usize| {
        let next = matches!(scene.lower(at + 1), "and" | "but" | "while" | "who" | "which");
        scene.quotation_at(at).is_none() && (scene.lower(at) == ";" || scene.lower(at) == "," && next)
    };
    let end = (after..clause.end).find(stop).unwrap_or(clause.end);
    Some(Content { spans: vec![subject.tokens, trim(scene, after..end)], to: Vec::new() })
}

/// Where the content of the `nth` cue ends: before the next cue that is not inside it, or before "according to".
fn end_of(scene: &Scene<'_, '_, '_>, all: &[Found], nth: usize, clause: &Range<usize>) -> usize {
    let verb = all[nth].verb;
    let cues = all[nth + 1..].iter().filter_map(|next| cut_before(scene, all, nth, next));
    let according = (verb + 1..clause.end).find(|&at| according(scene, at).is_some());
    let according = according.map(|at| if scene.lower(at - 1) == "," { at - 1 } else { at });
    let semicolon =
        (verb + 1..clause.end).find(|&at| scene.lower(at) == ";" && scene.quotation_at(at).is_none());
    // "…: “…,” he said": the quotation behind the colon is the later verb's.
    let later = all[nth + 1..].iter().any(|next| next.cue.says());
    let colon = |&at: &usize| scene.lower(at) == ":" && scene.is_quotation_start(at + 1) && at > verb + 1;
    let colon = later.then(|| (verb + 1..clause.end).find(colon)).flatten();
    cues.chain(according).chain(semicolon).chain(colon).min().unwrap_or(clause.end).max(verb + 1)
}

/// Where `next` begins something new after the content of the `nth` cue; `None` where it is part of that content.
fn cut_before(scene: &Scene<'_, '_, '_>, all: &[Found], nth: usize, next: &Found) -> Option<usize> {
    let edge = edge_with_lead(scene, next);
    let before = edge.checked_sub(1).filter(|&at| at > all[nth].verb)?;
    let comma = |at: usize| scene.lower(at) == ",";
    let and =
        matches!(scene.lower(before), "and" | "but" | "while" | "although" | "though" | "whereas" | "as");
    let ing = next.cue.form == CueForm::Ing;
    if next.shares() {
        let coordinated = and.then(|| if comma(before - 1) { before - 1 } else { before });
        return (comma(before) && ing).then_some(before).or(coordinated);
    }
    let dash = |at: usize| matches!(scene.lower(at), "—" | "–" | "--");
    if and && (comma(before - 1) || dash(before - 1)) {
        return Some(before - 1);
    }
    // "told the station, the Courier reported, that …": only an aside.
    let aside =
        scene.lower(next.verb + 1) == "," && scene.lower(next.verb + 2) == "that" && all[nth].cue.that();
    let quoted = scene.quotation_at(before).is_some() && scene.lower(before.saturating_sub(1)) == ",";
    let trailing = (comma(before) || quoted && !next.shares())
        && (matches!(scene.lower(next.verb + 1), "." | "," | "" | "”" | "\"") || trails(scene, next));
    (trailing && !aside).then_some(before)
}

/// "…, the station noted in its evening bulletin": an outlet's verb of saying with nothing behind it but how and when it was said.
fn trails(scene: &Scene<'_, '_, '_>, next: &Found) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let clause = scene.clause(tokens[next.verb].sentence);
    let outlet = next
        .subject()
        .is_some_and(|subject| matches!(&subject.mentions[..], &[one] if scene.cast.mentions[one].outlet));
    let verb = |at: usize| matches!(tokens[at].upos, sayso_lang::Upos::Verb | sayso_lang::Upos::Aux);
    let opens = scene.is(next.verb + 1, Function::Preposition) || scene.time_at(next.verb + 1).is_some();
    outlet
        && opens
        && next.cue.says()
        && !(next.verb + 1..clause.end).any(|at| verb(at) || scene.quotation_at(at).is_some())
}

/// Adverbs and auxiliaries before the verb belong to it.
fn edge_with_lead(scene: &Scene<'_, '_, '_>, found: &Found) -> usize {
    let lead = |at: usize| {
        matches!(
            scene.lexis.function(at),
            Some(Function::Adverb | Function::Auxiliary | Function::Negation | Function::Modal)
        )
    };
    (0..found.edge).rev().take_while(|&at| found.shares() && lead(at)).last().unwrap_or(found.edge)
}

/// Without commas, conjunctions and colons at either end; quotation marks and what they hold stay.
pub(super) fn trim(scene: &Scene<'_, '_, '_>, tokens: Range<usize>) -> Range<usize> {
    let loose = |at: usize| {
        let mark = matches!(scene.lower(at), "," | ";" | ":" | "—" | "–" | "--" | "-" | "and" | "but");
        mark && scene.quotation_at(at).is_none()
    };
    let start = tokens.clone().find(|&at| !loose(at)).unwrap_or(tokens.end);
    let end = (start..tokens.end).rev().find(|&at| !loose(at)).map_or(start, |at| at + 1);
    start..end
}

/// How many words, marks aside.
pub(super) fn words(scene: &Scene<'_, '_, '_>, tokens: &Range<usize>) -> usize {
    tokens.clone().filter(|&at| scene.lexis.shape(at) != Shape::Mark).count()
}

impl Scene<'_, '_, '_> {
    /// A quotation opens at this token.
    pub(super) fn is_quotation_start(&self, token: usize) -> bool {
        self.quotation_at(token).is_some_and(|quotation| self.quotation(quotation).tokens.start == token)
    }
}
