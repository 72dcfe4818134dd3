//! Statements: who is said to have said, denied or thought what, and on whose word does the page have it?
//!
//! Rules and labels propose, sentence by sentence. [`cues`] finds the verbs that hand the floor to somebody and their subjects; [`content`]
//! finds the words they hand over, with quotation marks, *that* and commas as signs; [`labels`] joins them with what the trained reader
//! links. [`according`], [`quotes`] and refusals add what has no verb of its own, [`clauses`] what is thought inside what is said. Then
//! sources are resolved in the order of the text, because "he" is who was spoken of last, and [`relays`] adds through whom it came.
//! Statements inside the content of another are told by containment; [`links`] points denials at what they deny.

mod according;
mod clauses;
mod content;
mod cues;
mod draft;
mod frames;
mod labels;
mod links;
mod page;
mod quotes;
mod relays;
mod scene;
mod several;
mod subject;

use std::ops::Range;

use sayso_lang::Part;
use sayso_record::{
    ActorId, ActorType, Form, NewRelay, NewStatement, RecordBuilder, Refused, Stance, StatementId,
};

use crate::actors::{Cast, Near, without_article};
use crate::lexis::Lexis;
use cues::{Found, Role};
use draft::{Draft, Speaker};
use relays::Running;
use scene::{Marks, Scene};

/// Statements that may stand inside one another: more than people can follow, and a bound on damaged text.
const DEEPEST: usize = 8;

/// Statements before the present one that still matter to it.
const WINDOW: usize = 128;

/// Finds the statements of a report and adds them to its record.
pub(crate) fn statements<'t>(
    lexis: &Lexis<'_, 't>,
    cast: &mut Cast<'t>,
    record: &mut RecordBuilder<'t>,
) -> Result<(), Refused> {
    let marks = Marks::new(lexis, scene::times(lexis, record.so_far()));
    let scene = Scene::new(lexis, cast, &marks);
    let drafts = drafts(&scene);
    let appearances = relays::appearances(&scene, &drafts);
    let own = page::Own::of(record.article());
    Desk {
        lexis,
        cast,
        record,
        marks: &marks,
        running: Running::default(),
        own,
        appearances,
        appeared: 0,
        done: Vec::new(),
        recent: Vec::new(),
    }
    .enter(drafts)
}

/// All drafts of a report, outer ones before those inside them.
fn drafts(scene: &Scene<'_, '_, '_>) -> Vec<Draft> {
    let mut all = Vec::new();
    for (number, paragraph) in scene.lexis.reading.paragraphs.iter().enumerate() {
        for sentence in paragraph.sentences.clone() {
            of_sentence(scene, sentence, &mut all);
        }
        quotes::attribute(scene, number, &mut all);
    }
    clauses::add(scene, &mut all);
    for at in 0..all.len() {
        let near = at.saturating_sub(WINDOW / 2)..all.len().min(at + WINDOW / 2);
        let found = relays::at_the_cue(scene, &all[at], &all[near]);
        relays::add(scene, &mut all[at], found);
    }
    all.sort_by_key(|draft| {
        (draft.start(), std::cmp::Reverse(draft.content.last().map_or(0, |content| content.end)))
    });
    all
}

fn of_sentence(scene: &Scene<'_, '_, '_>, sentence: usize, all: &mut Vec<Draft>) {
    let clause = scene.clause(sentence);
    let found = cues::find(scene, sentence);
    let mut drafts: Vec<Draft> =
        (0..found.len()).filter_map(|nth| of_cue(scene, sentence, &found, nth, &clause)).collect();
    labels::merge(scene, sentence, &mut drafts);
    frames::add(scene, sentence, &mut drafts);
    collapse_reports(scene, &mut drafts);
    for refusal in clause.clone().filter_map(|verb| declined(scene, sentence, verb, &clause)) {
        drafts.retain(|draft| !draft.meets(&refusal));
        drafts.push(refusal);
    }
    for according in according::find(scene, &clause) {
        join_according(scene, sentence, &according, &mut drafts);
    }
    let paragraph = scene.lexis.reading.sentences[sentence].paragraph;
    let head = paragraph == 0 || scene.lexis.reading.paragraphs[paragraph].part == Part::Title;
    if head && drafts.is_empty() {
        quotes::headline(scene, sentence, &mut drafts);
    }
    all.extend(drafts.into_iter().map(|draft| draft.named(scene).widen(scene).without_loose_ends(scene)));
}

fn of_cue(
    scene: &Scene<'_, '_, '_>,
    sentence: usize,
    found: &[Found],
    nth: usize,
    clause: &Range<usize>,
) -> Option<Draft> {
    let this = &found[nth];
    if relays_only(scene, this, clause) || opens_neither(scene, this.verb) {
        return None;
    }
    let content = content::of(scene, found, nth, clause)?;
    let stance = match stance(this) {
        _ if neither(scene, this.verb) => Stance::Declines,
        Stance::Denies if judged(scene, this.cue, &content.spans) => Stance::Affirms,
        stance => stance,
    };
    let from = match stance {
        _ if neither(scene, this.verb) => this.verb.saturating_sub(3),
        Stance::Declines => this.from,
        _ => this.verb,
    };
    let cue = from..this.verb + 1;
    let speaker = match &this.role {
        Role::Unknown(tokens) => Speaker::Unknown(tokens.clone()),
        _ => this.subject().cloned().map_or(Speaker::Nobody, Speaker::At),
    };
    let (speaker, relays) = match quoted_as(scene, this.verb, clause) {
        Some(quoted) => quoted,
        None => cited(scene, speaker, clause),
    };
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker,
        cue: Some(cue),
        content: content.spans,
        stance,
        relays,
        to: content.to,
    })
}

/// "cited", "quoted" with a speaker of their own ("cited Holt, who said") only relay.
fn relays_only(scene: &Scene<'_, '_, '_>, found: &Found, clause: &Range<usize>) -> bool {
    let cites = matches!(found.cue.lemma, "cite" | "quote");
    cites && !(found.verb + 1..clause.end.min(found.verb + 3)).any(|at| scene.is_quotation_start(at))
}

/// "The agency cited two officials as saying": the officials speak, the agency relays.
fn quoted_as(scene: &Scene<'_, '_, '_>, verb: usize, clause: &Range<usize>) -> Option<(Speaker, Vec<usize>)> {
    const LONGEST: usize = 14;
    let before = verb.checked_sub(1).filter(|&before| scene.lower(before) == "as")?;
    let quotes = |&at: &usize| matches!(scene.lower(at), "cited" | "quoted" | "cites" | "quotes");
    let quoting = (clause.start.max(verb.saturating_sub(LONGEST))..before).rev().find(quotes)?;
    let relays = subject::before(scene, quoting, clause.start).filter(|subject| !subject.passive)?.mentions;
    let origin = scene.cast.inside(quoting + 1..before).next()?;
    let tokens = scene.cast.mentions[origin].tokens.clone();
    let subject = subject::Subject { mentions: vec![origin], tokens, ..subject::Subject::default() };
    Some((Speaker::At(subject), relays))
}

/// "declined to comment", "would not be drawn", "did not respond to questions": a refusal to speak, with what it is about as its content.
fn declined(scene: &Scene<'_, '_, '_>, sentence: usize, verb: usize, clause: &Range<usize>) -> Option<Draft> {
    let end = refusal(scene, verb, clause.end).filter(|_| scene.quotation_at(verb).is_none())?;
    let subject = subject::before(scene, verb, clause.start)?;
    let about =
        matches!(scene.lower(end), "on" | "whether" | "how" | "why" | "who" | "what" | "when" | "where");
    let stop = (end..clause.end).find(|&at| matches!(scene.lower(at), "," | ";" | "and" | "but" | "because"));
    let about = about || matches!(scene.lower(end - 1), "discuss" | "answer");
    let content = content::trim(scene, end..stop.unwrap_or(clause.end));
    let content = if about { content } else { question(scene, clause).unwrap_or(end..end) };
    let from = if subject.negated { subject.withheld_from(scene, verb) } else { verb };
    Some(Draft {
        paragraph: scene.lexis.reading.sentences[sentence].paragraph,
        sentence,
        speaker: Speaker::At(subject),
        cue: Some(from..end),
        content: if content.is_empty() { Vec::new() } else { vec![content] },
        stance: Stance::Declines,
        relays: Vec::new(),
        to: Vec::new(),
    })
}

/// "Asked whether he would stand, Holt declined to comment": what he was asked.
fn question(scene: &Scene<'_, '_, '_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let asked = clause.clone().find(|&at| labels::is_question(scene, at))?;
    let end = scene.lexis.trees.reach(asked).end.min(clause.end);
    let opens =
        |&at: &usize| matches!(scene.lower(at), "whether" | "if" | "about" | "why" | "how" | "when" | "what");
    let start = (asked + 1..end).find(opens)?;
    let content = content::trim(scene, start + usize::from(scene.lower(start) == "about")..end);
    (!content.is_empty()).then_some(content)
}

/// Where the words of a refusal end that begins with the verb.
fn refusal(scene: &Scene<'_, '_, '_>, verb: usize, end: usize) -> Option<usize> {
    let speaks = |at: usize| {
        matches!(
            scene.lower(at),
            "comment" | "elaborate" | "answer" | "discuss" | "respond" | "say" | "be" | "specify"
        )
    };
    match scene.lower(verb) {
        "declined" | "declines" | "refused" | "refuses"
            if scene.lower(verb + 1) == "to" && speaks(verb + 2) =>
        {
            Some(verb + 3)
        }
        "wish" | "want" | "wished" | "wanted" if scene.lower(verb + 1) == "to" && speaks(verb + 2) => {
            subject::before(scene, verb, 0).is_some_and(|subject| subject.negated).then_some(verb + 3)
        }
        "had" | "has" | "have" if scene.lower(verb + 1) == "no" && scene.lower(verb + 2) == "comment" => {
            Some(verb + 3)
        }
        "respond" | "responded" | "reply" | "replied" | "comment" | "commented" | "answer" => {
            let negated = subject::before(scene, verb, 0).is_some_and(|subject| subject.negated);
            let request = (verb + 1..end.min(verb + 9)).find(|&at| {
                matches!(
                    scene.lower(at),
                    "request" | "requests" | "questions" | "calls" | "emails" | "messages"
                )
            });
            let comment = request.filter(|&at| matches!(scene.lower(at + 1), "for")).map(|at| at + 3);
            negated.then(|| comment.or(request.map(|at| at + 1)).unwrap_or(verb + 1))
        }
        _ => None,
    }
    .map(|to| to.min(end))
}

/// "Reuters, citing two officials, reported …": the officials speak, Reuters relays.
fn cited(scene: &Scene<'_, '_, '_>, speaker: Speaker, clause: &Range<usize>) -> (Speaker, Vec<usize>) {
    let Speaker::At(subject) = &speaker else { return (speaker, Vec::new()) };
    let outlet = subject.mentions.first().filter(|&&mention| scene.cast.mentions[mention].outlet);
    let citing = (subject.tokens.end..clause.end.min(subject.tokens.end + 4))
        .find(|&at| matches!(scene.lower(at), "citing" | "quoting"));
    let origin = citing.and_then(|citing| scene.cast.inside(citing + 1..clause.end.min(citing + 6)).next());
    match (outlet, origin) {
        (Some(&outlet), Some(origin)) => {
            let tokens = scene.cast.mentions[origin].tokens.clone();
            let subject = subject::Subject { mentions: vec![origin], tokens, ..subject::Subject::default() };
            (Speaker::At(subject), vec![outlet])
        }
        _ => (speaker, Vec::new()),
    }
}

fn stance(found: &Found) -> Stance {
    stance_of(found.cue, found.negated)
}

/// "neither confirmed nor denied": the second verb stands for both.
fn neither(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lower(verb.wrapping_sub(1)) == "nor" && doubts(scene, verb)
}

/// The first verb of "neither confirmed nor denied".
fn opens_neither(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lower(verb.wrapping_sub(1)) == "neither" && scene.lower(verb + 1) == "nor" && doubts(scene, verb)
}

fn doubts(scene: &Scene<'_, '_, '_>, verb: usize) -> bool {
    scene.lexis.words[verb].cue.is_some_and(|cue| cue.doubting())
}

/// "dismissed the threat as a bluff": what is said is the judgement; "dismissed the claim as a bluff" denies the claim.
fn judged(scene: &Scene<'_, '_, '_>, cue: crate::words::Cue, content: &[Range<usize>]) -> bool {
    let tokens = || content.iter().flat_map(Clone::clone);
    let as_what = tokens().position(|at| scene.lower(at) == "as");
    let claim = |at: usize| {
        matches!(
            scene.lower(at).trim_end_matches('s'),
            "claim"
                | "report"
                | "allegation"
                | "accusation"
                | "suggestion"
                | "rumour"
                | "rumor"
                | "charge"
                | "story"
                | "assertion"
                | "notion"
                | "idea"
                | "it"
        )
    };
    cue.predicative() && as_what.is_some_and(|end| !tokens().take(end).any(claim))
}

fn stance_of(cue: crate::words::Cue, negated: bool) -> Stance {
    match (cue.doubting(), negated) {
        (true, true) if cue.lemma == "confirm" => Stance::Denies,
        (true, false) if cue.lemma != "confirm" => Stance::Denies,
        (_, true) if cue.withholding() => Stance::Declines,
        (_, true) if !cue.quotes() => Stance::Denies,
        _ => Stance::Affirms,
    }
}

/// "Reuters reported a German source said …": where an outlet's whole content is one statement of somebody else, the outlet relays it.
fn collapse_reports(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    for at in (0..drafts.len().saturating_sub(1)).rev() {
        let (outer, inner) = (&drafts[at], &drafts[at + 1]);
        let outlet = outer.speakers().first().copied().filter(|&mention| scene.cast.mentions[mention].outlet);
        let starts = outer.content.first().map(|content| content.start);
        let begins_with_speaker = match (starts, inner.speaker_tokens()) {
            (Some(start), Some(speaker)) => {
                let cue = inner.cue.as_ref().map_or(speaker.start, |cue| cue.start);
                let opens = |at: usize| (start..start + 2).contains(&at);
                (opens(speaker.start) || speaker.end <= start && opens(cue)) && outer.content.len() == 1
            }
            _ => false,
        };
        // "The paper, citing a letter, said that officials had …" tells what the letter says.
        let cites = !outer.relays.is_empty();
        if let Some(outlet) = outlet.filter(|_| begins_with_speaker && !cites) {
            drafts[at + 1].relays.push(outlet);
            drafts.remove(at);
        }
    }
}

/// A sentence with a speaker keeps it, and "according to" names the relay; without one, "according to" is the cue.
fn join_according(
    scene: &Scene<'_, '_, '_>,
    sentence: usize,
    according: &according::According,
    drafts: &mut Vec<Draft>,
) {
    let governor = according::governor(scene, according);
    let speaks = |draft: &Draft| {
        let cue = draft.cue.as_ref().map_or(0, |cue| cue.start);
        let inside = according.phrase.contains(&cue);
        let own = draft.speakers().iter().all(|mention| !according.chain.contains(mention));
        // "According to the report, the man came in and demanded …" reports all of it.
        let of_this = governor.is_none_or(|verb| {
            draft.holds(verb) || draft.cue.as_ref().is_some_and(|cue| cue.contains(&verb) || verb > cue.end)
        });
        !inside
            && own
            && of_this
            && according.part.contains(&cue)
            && matches!(draft.speaker, Speaker::At(_))
            && draft.stance == Stance::Affirms
    };
    drafts.retain(|draft| !draft.cue.as_ref().is_some_and(|cue| according.phrase.contains(&cue.start)));
    match drafts.iter_mut().find(|draft| speaks(draft)) {
        Some(draft) => {
            let new: Vec<_> =
                according.chain.iter().copied().filter(|mention| !draft.relays.contains(mention)).collect();
            draft.relays.extend(new);
        }
        None => drafts.extend(according::draft(scene, sentence, according)),
    }
}

/// Enters drafts into the record in the order of the text.
struct Desk<'d, 'r, 't> {
    lexis: &'d Lexis<'r, 't>,
    cast: &'d mut Cast<'t>,
    record: &'d mut RecordBuilder<'t>,
    marks: &'d Marks,
    running: Running,
    own: page::Own,
    /// Who speaks on which outlet, as token and mentions, and how many of them have passed.
    appearances: Vec<(usize, usize, Vec<usize>)>,
    appeared: usize,
    /// Drafts entered so far, with their ids and sources.
    done: Vec<(Draft, StatementId, Vec<ActorId>)>,
    /// Speakers so far, the last first.
    recent: Vec<ActorId>,
}

impl<'t> Desk<'_, '_, 't> {
    fn enter(mut self, drafts: Vec<Draft>) -> Result<(), Refused> {
        for draft in drafts {
            self.appear(draft.start())?;
            let outer = self.outer(&draft);
            if outer.is_some_and(|at| self.depth(at) >= DEEPEST) {
                continue;
            }
            let source = self.source(&draft, outer)?;
            let via = self.via(&draft, &source, outer)?;
            let id = self.statement(&draft, source.clone(), via, outer.map(|at| self.done[at].1))?;
            // Who speaks inside what another says leaves that other the last one who spoke.
            let around = outer.map(|at| self.done[at].2.clone()).unwrap_or_default();
            for &speaker in around.iter().chain(&source).rev() {
                self.recent.retain(|&other| other != speaker);
                self.recent.insert(0, speaker);
            }
            self.done.push((draft, id, source));
        }
        links::link(self.lexis, &self.done, self.record)
    }

    fn source(&mut self, draft: &Draft, outer: Option<usize>) -> Result<Vec<ActorId>, Refused> {
        if let Some(all) = self.several(draft) {
            return Ok(all);
        }
        let quoted = outer.map(|at| self.done[at].2.clone()).unwrap_or_default();
        match &draft.speaker {
            Speaker::Quoted(_) => Ok(quoted),
            Speaker::At(subject) => {
                // Whoever is quoted does not call himself "he".
                let inside = Scene::new(self.lexis, self.cast, self.marks).quotation_at(subject.tokens.start);
                let not = if inside.is_some() { quoted } else { Vec::new() };
                let mut source = Vec::new();
                for &mention in &subject.mentions {
                    let id = self.resolve(mention, &not)?;
                    source.extend(id.filter(|id| !source.contains(id)));
                }
                Ok(source)
            }
            Speaker::Unknown(tokens) => Ok(self.mint(tokens)?.into_iter().collect()),
            Speaker::Same => Ok(self.done.last().map(|(_, _, source)| source.clone()).unwrap_or_default()),
            Speaker::Nobody => Ok(Vec::new()),
        }
    }

    /// "Both", "the two leaders": those just named.
    fn several(&self, draft: &Draft) -> Option<Vec<ActorId>> {
        let scene = Scene::new(self.lexis, self.cast, self.marks);
        let words = draft.speaker_tokens().filter(|_| draft.speakers().len() < 2)?;
        let own = draft.speakers().first().map(|&mention| &self.cast.mentions[mention]);
        let count =
            several::count(&scene, &words).filter(|_| own.is_none_or(|own| own.form != Form::Name))?;
        several::named(&scene, self.cast, self.record.so_far(), &words, count)
    }

    /// Who has spoken on which outlet since the last statement: what they say next came that way.
    fn appear(&mut self, before: usize) -> Result<(), Refused> {
        while let Some((_, person, outlets)) =
            self.appearances.get(self.appeared).filter(|(at, ..)| *at < before)
        {
            let (person, outlets) = (*person, outlets.clone());
            self.appeared += 1;
            let Some(id) = self.resolve(person, &[])? else { continue };
            let mut chain = relays::Chain::new();
            for outlet in outlets {
                let relay = self.resolve(outlet, &[])?;
                let new = chain.iter().all(|(other, _)| *other != relay);
                chain.extend((new && self.relays(relay, outlet, &[id])).then_some((relay, outlet)));
            }
            if !chain.is_empty() {
                self.running.remember(id, self.done.len(), chain);
            }
        }
        Ok(())
    }

    fn resolve(&mut self, mention: usize, not: &[ActorId]) -> Result<Option<ActorId>, Refused> {
        let tokens = &self.lexis.reading.tokens;
        let paragraph = self.lexis.sentence_of(self.cast.mentions[mention].tokens.start).paragraph;
        let first = self.lexis.reading.paragraphs[paragraph].sentences.start;
        let before = self.done[self.done.len().saturating_sub(WINDOW)..].iter().rev();
        let spoke = before.filter_map(|(draft, _, _)| draft.speaker_tokens()).next().map_or(0, |own| own.end);
        let near = Near {
            recent: &self.recent,
            not,
            since: spoke.max(self.lexis.reading.sentences[first].tokens.start),
            subject: &|token| {
                let noun = if tokens[token].relation.base() == "appos" { tokens[token].head } else { None };
                tokens[noun.unwrap_or(token)].relation.base() == "nsubj"
            },
        };
        self.cast.resolve(mention, &near, self.record)
    }

    fn mint(&mut self, tokens: &Range<usize>) -> Result<Option<ActorId>, Refused> {
        let Some(words) = self.lexis.hull(tokens.clone()) else { return Ok(None) };
        self.cast.mint(without_article(words), ActorType::Organization, self.record).map(Some)
    }

    /// How many statements the one at `at` stands in.
    fn depth(&self, at: usize) -> usize {
        let statements = &self.record.so_far().statements;
        let next = |id: &StatementId| statements[id.index()].within;
        std::iter::successors(Some(self.done[at].1), next).count()
    }

    /// The innermost statement entered before whose content holds this one's cue.
    fn outer(&self, draft: &Draft) -> Option<usize> {
        let cue = draft.cue.as_ref()?.start;
        let from = self.done.len().saturating_sub(WINDOW);
        self.done[from..].iter().rposition(|(other, _, _)| other.holds(cue)).map(|at| from + at)
    }

    /// The relays at the cue; inside another statement its speaker and relays; else those of the speaker's last statement.
    fn via(
        &mut self,
        draft: &Draft,
        source: &[ActorId],
        outer: Option<usize>,
    ) -> Result<Vec<NewRelay<'t>>, Refused> {
        let mut relays = relays::Chain::new();
        for &mention in &draft.relays {
            let id = self.resolve(mention, &[])?;
            let new = id.is_none() || relays.iter().all(|(other, _)| *other != id);
            if new && self.relays(id, mention, source) {
                relays.push((id, mention));
            }
        }
        let mut via: Vec<_> = relays.iter().map(|&(id, mention)| self.relay(id, mention)).collect();
        if let Some(outer) = outer {
            // What holds this statement tells the rest of the way.
            let further = self.through(outer, source);
            let known = |id| further.iter().any(|relay| relay.actor == Some(id));
            via.retain(|relay| relay.actor.is_none_or(|id| !known(id)));
            via.extend(further);
            return Ok(via);
        }
        let nth = self.done.len();
        if let [speaker] = source {
            let kind = self.record.so_far().actors[speaker.index()].kind;
            let person = matches!(kind, ActorType::Person | ActorType::Group);
            let anew = relays::is_told_anew(&Scene::new(self.lexis, self.cast, self.marks), draft);
            if via.is_empty() && person && draft.stance != Stance::Declines && !anew {
                let kept = self.running.of(*speaker, nth);
                via = kept.iter().map(|&(id, mention)| self.relay(id, mention)).collect();
                self.running.remember(*speaker, nth, kept);
            } else {
                self.running.remember(*speaker, nth, relays);
            }
        }
        Ok(via)
    }

    /// The speaker of an enclosing statement relays what it quotes, and so do its own relays.
    fn through(&self, outer: usize, source: &[ActorId]) -> Vec<NewRelay<'t>> {
        let (draft, id, speakers) = &self.done[outer];
        let statement = &self.record.so_far().statements[id.index()];
        let words = draft.speaker_tokens().and_then(|tokens| self.lexis.hull(tokens));
        let speaker = words.filter(|_| !speakers.is_empty() && speakers != source);
        let own = speaker.map(|span| NewRelay { actor: speakers.first().copied(), span });
        let further = statement
            .via
            .iter()
            .map(|relay| NewRelay { actor: relay.actor, span: self.record.words(relay.span) });
        own.into_iter().chain(further).collect()
    }

    /// Neither the speaker nor the page's own outlet is a relay.
    fn relays(&self, id: Option<ActorId>, mention: usize, source: &[ActorId]) -> bool {
        let actor = id.map(|id| self.record.words(self.record.so_far().actors[id.index()].name));
        let named = [Some(self.cast.mentions[mention].name), actor].into_iter().flatten();
        let this =
            self.cast.mentions[mention].slice.words().next().is_some_and(|word| word.as_str() == "this");
        let page = this || named.into_iter().any(|name| self.own.is(&name));
        !page && id.is_none_or(|id| !source.contains(&id))
    }

    fn relay(&self, actor: Option<ActorId>, mention: usize) -> NewRelay<'t> {
        NewRelay { actor, span: self.cast.mentions[mention].name }
    }

    fn statement(
        &mut self,
        draft: &Draft,
        source: Vec<ActorId>,
        via: Vec<NewRelay<'t>>,
        within: Option<StatementId>,
    ) -> Result<StatementId, Refused> {
        let mut to = Vec::new();
        for &mention in &draft.to {
            let id = self.resolve(mention, &[])?;
            to.extend(id);
        }
        let scene = Scene::new(self.lexis, self.cast, self.marks);
        let new = NewStatement {
            source,
            source_span: draft.speaker_tokens().and_then(|tokens| self.lexis.hull(tokens)),
            cue: draft.cue.as_ref().and_then(|cue| scene.hull(cue)),
            content: draft.content.iter().filter_map(|content| scene.hull(content)).collect(),
            kind: draft.kind(&scene),
            stance: draft.stance,
            via,
            within,
            to,
            time: said_when(&scene, draft),
            place: None,
        };
        self.record.statement(new)
    }
}

/// The expression of time in the clause of the cue, outside all content.
fn said_when(scene: &Scene<'_, '_, '_>, draft: &Draft) -> Option<sayso_record::TimeId> {
    let cue = draft.cue.as_ref()?;
    let sentence = scene.lexis.reading.sentences[draft.sentence].tokens.clone();
    let outside = scene
        .times_in(sentence)
        .filter(|(tokens, _)| !draft.holds(tokens.start) && scene.quotation_at(tokens.start).is_none());
    outside.min_by_key(|(tokens, _)| tokens.start.abs_diff(cue.start)).map(|&(_, id)| id)
}
