//! The last step: sources are resolved in the order of the text, relays added, nesting told, and the record written.

use std::ops::Range;

use sayso_record::{
    ActorId, ActorType, Form, NewRelay, NewStatement, RecordBuilder, Refused, Stance, StatementId,
};

use super::draft::{Draft, Speaker};
use super::relays::{self, Running};
use super::scene::{Marks, Scene};
use super::subject::Subject;
use super::{WINDOW, lead, links, page, several};
use crate::actors::{Cast, Near, without_article};
use crate::lexis::Lexis;
use crate::words::Sense;

/// Statements that may stand inside one another: more than people can follow, and a bound on damaged text.
const DEEPEST: usize = 8;

/// Statements back to which a name may stand in what somebody said.
const NEAR: usize = 8;

fn is_number(word: &str) -> bool {
    matches!(word, "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten")
}

/// Enters drafts into the record in the order of the text.
pub(super) struct Desk<'d, 'r, 't> {
    lexis: &'d Lexis<'r, 't>,
    cast: &'d mut Cast<'t>,
    record: &'d mut RecordBuilder<'t>,
    marks: &'d Marks,
    running: Running,
    own: page::Own,
    /// Who speaks on which outlet, as token and mentions, and how many of them have passed.
    appearances: Vec<(usize, usize, Vec<usize>)>,
    appeared: usize,
    /// Which outlets pass on what others had, as verb and mention, and how many of them have passed.
    hand_ons: Vec<(usize, usize)>,
    handed: usize,
    /// Drafts entered so far, with their ids and sources.
    done: Vec<(Draft, StatementId, Vec<ActorId>)>,
    /// Speakers so far, the last first.
    recent: Vec<ActorId>,
    /// Words of the statement whose source is looked for: nobody in them has been told of before.
    own_words: Vec<Range<usize>>,
}

impl<'d, 'r, 't> Desk<'d, 'r, 't> {
    pub(super) fn new(
        lexis: &'d Lexis<'r, 't>,
        cast: &'d mut Cast<'t>,
        record: &'d mut RecordBuilder<'t>,
        marks: &'d Marks,
    ) -> Self {
        let own = page::Own::of(record.article());
        let (running, appearances) = (Running::default(), Vec::new());
        let (done, recent) = (Vec::new(), Vec::new());
        let hand_ons = Vec::new();
        let (appeared, handed) = (0, 0);
        Desk {
            lexis,
            cast,
            record,
            marks,
            running,
            own,
            appearances,
            appeared,
            hand_ons,
            handed,
            done,
            recent,
            own_words: Vec::new(),
        }
    }

    /// Takes note of who speaks on which outlet, and which outlets pass on what others had.
    pub(super) fn with_outlets(
        self,
        appearances: Vec<(usize, usize, Vec<usize>)>,
        hand_ons: Vec<(usize, usize)>,
    ) -> Self {
        Desk { appearances, hand_ons, ..self }
    }

    /// Enters drafts, outer ones before those inside them.
    pub(super) fn enter(mut self, drafts: Vec<Draft>) -> Result<(), Refused> {
        for draft in drafts {
            self.appear(draft.start())?;
            self.hand_on(draft.start())?;
            self.own_words.clone_from(&draft.content);
            // "A signaller saw it slide, he told a hearing": nobody but he has been told of yet.
            if self.recent.is_empty() || self.lexis.sentence_of(draft.start()).paragraph <= 1 {
                self.own_words.clear();
            }
            if draft.content.first().is_some_and(|run| draft.is_of_subject(run.start)) {
                self.own_words.clear();
            }
            let outer = self.outer(&draft);
            if outer.is_some_and(|at| self.depth(at) >= DEEPEST) {
                continue;
            }
            let source = self.source(&draft, outer)?;
            // "told Northwire that she could not confirm this": told, and not denied once more.
            let pronoun = matches!(draft.speakers(), &[one] if self.cast.mentions[one].form == Form::Pronoun);
            let told = |at: usize| {
                let cue = self.done[at].0.cue.clone().unwrap_or(0..0);
                cue.clone().any(|at| matches!(&*self.lexis.reading.tokens[at].lemma, "tell" | "add"))
                    && self.done[at].2 == source
            };
            if pronoun && draft.stance != Stance::Affirms && outer.is_some_and(told) {
                continue;
            }
            // "told the paper that he wanted a deal": what he says of himself is no statement of his once more.
            let wants = draft.cue.clone().is_some_and(|mut cue| {
                cue.any(|at| matches!(&*self.lexis.reading.tokens[at].lemma, "want" | "hope" | "wish"))
            });
            if wants && pronoun && outer.is_some_and(|at| self.done[at].2 == source) {
                continue;
            }
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
                // "ATV quoted the newspaper as saying": and not itself.
                let relays = || draft.relays.iter().filter_map(|&relay| self.cast.actor_of(relay)).collect();
                let not = if inside.is_some() { quoted } else { relays() };
                if let Some(one) = self.one_of_group(subject)? {
                    return Ok(vec![one]);
                }
                let mut source = Vec::new();
                for &mention in &subject.mentions {
                    if let Some(all) = self.set(mention) {
                        let new: Vec<_> = all.into_iter().filter(|id| !source.contains(id)).collect();
                        source.extend(new);
                        continue;
                    }
                    let id = match self.government(mention) {
                        Some(id) => Some(id),
                        None => self.resolve(mention, &not)?,
                    };
                    source.extend(id.filter(|id| !source.contains(id)));
                }
                Ok(source)
            }
            Speaker::Unknown(tokens) => {
                let scene = Scene::new(self.lexis, self.cast, self.marks);
                let named = lead::aged(&scene, tokens);
                Ok(named.or(self.mint(tokens)?).into_iter().collect())
            }
            Speaker::Same => Ok(self.done.last().map(|(_, _, source)| source.clone()).unwrap_or_default()),
            Speaker::Nobody => Ok(Vec::new()),
        }
    }

    /// "One of the diplomats": somebody else than all of them.
    fn one_of_group(&mut self, subject: &Subject) -> Result<Option<ActorId>, Refused> {
        let &[mention] = &subject.mentions[..] else { return Ok(None) };
        let own = &self.cast.mentions[mention];
        let start = own.tokens.start;
        let of = start >= 2 && self.lexis.lower(start - 1) == "of" && self.lexis.lower(start - 2) == "one";
        if own.form != Form::Nominal || !own.plural || !of {
            return Ok(None);
        }
        let words = start - 2..own.tokens.end;
        self.mint(&words)
    }

    /// "Both", "the two leaders": those just named.
    fn several(&self, draft: &Draft) -> Option<Vec<ActorId>> {
        let scene = Scene::new(self.lexis, self.cast, self.marks);
        let words = draft.speaker_tokens().filter(|_| draft.speakers().len() < 2)?;
        let own = draft.speakers().first().map(|&mention| &self.cast.mentions[mention]);
        if own.is_none_or(|own| own.form == Form::Nominal)
            && let Some(one) = several::one_of_two(&scene, self.cast, &words)
        {
            return Some(vec![one]);
        }
        let count =
            several::count(&scene, &words).filter(|_| own.is_none_or(|own| own.form != Form::Name))?;
        several::named(&scene, self.cast, self.record, &words, count)
    }

    /// "the two presidents" among those who speak together; "they" after people who have just done something together.
    fn set(&self, mention: usize) -> Option<Vec<ActorId>> {
        let scene = Scene::new(self.lexis, self.cast, self.marks);
        let own = &self.cast.mentions[mention];
        if own.form == Form::Pronoun && own.plural {
            return several::together(&scene, self.cast, own.tokens.start);
        }
        if own.form == Form::Name {
            return several::family(self.cast, self.record, mention);
        }
        let count = several::count(&scene, &own.tokens).filter(|_| own.form == Form::Nominal)?;
        several::named(&scene, self.cast, self.record, &own.tokens, count)
    }

    /// "Ankara said", "the Turkish side": the country that the report names, where its seat or its side speaks.
    fn government(&self, mention: usize) -> Option<ActorId> {
        let own = &self.cast.mentions[mention];
        let country = own.country?;
        let seat = own.form == Form::Name && country.sense == Sense::Seat && own.tokens.len() == 1;
        let side = own.form == Form::Nominal && self.lexis.lower(own.tokens.end - 1) == "side";
        if seat || side { self.cast.state(country.code) } else { None }
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
            // What the page was told itself came through nobody.
            let outlets_told = !outlets.is_empty();
            for outlet in outlets {
                let relay = self.resolve(outlet, &[])?;
                let new = chain.iter().all(|(other, _)| *other != relay);
                chain.extend((new && self.relays(relay, outlet, &[id])).then_some((relay, outlet)));
            }
            let own = outlets_told && chain.is_empty();
            if !chain.is_empty() || own {
                self.running.remember(id, self.done.len(), chain);
            }
        }
        Ok(())
    }

    /// Which outlets have passed on what others had since the last statement: what its speaker says next came through them, too.
    fn hand_on(&mut self, before: usize) -> Result<(), Refused> {
        while let Some(&(verb, outlet)) = self.hand_ons.get(self.handed).filter(|(verb, _)| *verb < before) {
            self.handed += 1;
            // What is said in the same sentence tells its relays itself.
            let sentence = self.lexis.reading.tokens[verb].sentence;
            let told = self.done.last().is_some_and(|(last, ..)| last.sentence == sentence);
            let id = if told { None } else { self.resolve(outlet, &[])? };
            if id.is_some() && self.relays(id, outlet, &[]) {
                self.running.hand_on((id, outlet));
            }
        }
        Ok(())
    }

    fn resolve(&mut self, mention: usize, not: &[ActorId]) -> Result<Option<ActorId>, Refused> {
        let tokens = &self.lexis.reading.tokens;
        let paragraph = self.lexis.sentence_of(self.cast.mentions[mention].tokens.start).paragraph;
        let first = self.lexis.reading.paragraphs[paragraph].sentences.start;
        let before = self.done[self.done.len().saturating_sub(WINDOW)..].iter().rev();
        let spoke = before.filter_map(|(draft, _, _)| draft.spoke()).next().unwrap_or(0);
        let done = &self.done;
        let near = Near {
            recent: &self.recent,
            not,
            spoke,
            since: spoke.max(self.lexis.reading.sentences[first].tokens.start),
            here: &|speaker| {
                let last = done.iter().rev().take(WINDOW).find(|(_, _, source)| source.contains(&speaker));
                last.is_some_and(|(draft, ..)| draft.paragraph + 1 >= paragraph)
            },
            agent: &|token| self.lexis.lower(token.wrapping_sub(1)) == "by",
            told: &|token| {
                let said = self.done.iter().rev().take(NEAR).any(|(draft, ..)| draft.holds(token));
                let own = self.own_words.iter().any(|run| run.contains(&token));
                !said && !own && !self.marks.is_quoted(token)
            },
            subject: &|token| {
                let beside = matches!(tokens[token].relation.base(), "appos" | "flat");
                let noun = if beside { tokens[token].head } else { None };
                let said = self
                    .done
                    .iter()
                    .rev()
                    .take(NEAR)
                    .any(|(draft, ..)| draft.holds(token) && !draft.is_of_subject(token));
                let said = said || self.own_words.iter().any(|run| run.contains(&token));
                let quoted = self.marks.is_quoted(token);
                // "One of them was Jon Varga.", "For Mara Holt, that comes late."
                let fronted =
                    token > 0 && self.lexis.lower(token - 1) == "for" && self.lexis.opens_sentence(token - 1);
                let told = tokens[token].relation.base() == "root"
                    && tokens[token].upos == sayso_lang::Upos::Propn
                    && self.lexis.trees.children(token).any(|at| tokens[at].relation.base() == "cop");
                let subject = matches!(tokens[noun.unwrap_or(token)].relation.base(), "nsubj");
                !said && !quoted && (subject || fronted || told)
            },
        };
        self.cast.resolve(mention, &near, self.record)
    }

    fn mint(&mut self, tokens: &Range<usize>) -> Result<Option<ActorId>, Refused> {
        let Some(words) = self.lexis.hull(tokens.clone()) else { return Ok(None) };
        let kind = match self.lexis.lower(tokens.start) {
            "one" | "another" => ActorType::Person,
            "both" | "some" | "many" | "most" | "several" | "few" | "two" | "three" | "four" => {
                ActorType::Group
            }
            "the" | "these" | "those" if is_number(self.lexis.lower(tokens.start + 1)) => ActorType::Group,
            _ => ActorType::Organization,
        };
        self.cast.mint(without_article(words), kind, self.record).map(Some)
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
            // "Citing the newsletter Keel, it wrote": not the newsletter.
            let pronoun = self.cast.mentions[mention].form == Form::Pronoun;
            let id = self.resolve(mention, if pronoun { source } else { &[] })?;
            // "Egypt … It also cited a diplomat": no country cites anybody, so the outlet named last does.
            let place = id.is_some_and(|id| self.record.so_far().actors[id.index()].kind == ActorType::Place);
            let id = if pronoun && place { self.cast.outlet_before(mention, self.record) } else { id };
            if pronoun && id.is_none_or(|id| source.contains(&id)) {
                continue;
            }
            let new = id.is_none() || relays.iter().all(|(other, _)| *other != id);
            if new && self.relays(id, mention, source) {
                relays.push((id, mention));
            }
        }
        // "writes its columnist, Jon Varga": in the paper whose columnist he is.
        if let (true, &[mention]) = (relays.is_empty() && draft.stance == Stance::Affirms, draft.speakers())
            && self.writes_for_it(mention)
            && let Some(id) = self.cast.outlet_before(mention, self.record)
            && let Some(paper) = self.cast.last_mention_of(id, mention)
            && self.relays(Some(id), paper, source)
        {
            relays.push((Some(id), paper));
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
            let scene = Scene::new(self.lexis, self.cast, self.marks);
            let anew = relays::is_told_anew(&scene, draft);
            // "Pressed on whether it was true, he would not answer": there, too.
            let pronoun = draft.speakers().iter().all(|&one| self.cast.mentions[one].form == Form::Pronoun);
            let pressed = !draft.content.is_empty() && pronoun;
            // Whoever denies what a paper says does not do so in it, unless the text just goes on.
            let denies = draft.stance == Stance::Denies && !pronoun;
            // "In remarks picked up by the agency, she said": what the station had, the agency passes on.
            let passed =
                !relays.is_empty() && relays.iter().all(|&(_, at)| relays::is_passed_on_by(&scene, at));
            // "accused them of lying. … “…,” the statement said".
            let document = draft.speakers().iter().all(|&one| {
                let own = &self.cast.mentions[one];
                own.form == Form::Nominal
                    && own.definite
                    && own.outlet
                    && !crate::mentions::is_publisher(self.lexis.lower(own.tokens.end - 1))
            });
            let goes_on = person
                || document
                || self.one_of_them(draft)
                || self.paragraph_of(*speaker) == Some(draft.paragraph);
            if passed && goes_on {
                let mut kept = self.running.of(*speaker, nth);
                kept.retain(|(id, _)| relays.iter().all(|(other, _)| other != id));
                kept.extend(relays.iter().copied());
                via = kept.iter().map(|&(id, mention)| self.relay(id, mention)).collect();
                self.running.remember(*speaker, nth, kept);
            } else if via.is_empty()
                && goes_on
                && (draft.stance != Stance::Declines || pressed)
                && !denies
                && !anew
            {
                let mut kept = self.running.of(*speaker, nth);
                if kept.is_empty() && self.one_of_them(draft) {
                    kept = self.running.last(nth);
                    kept.retain(|&(_, mention)| self.cast.mentions[mention].outlet);
                }
                via = kept.iter().map(|&(id, mention)| self.relay(id, mention)).collect();
                self.running.remember(*speaker, nth, kept);
            } else {
                self.running.remember(*speaker, nth, relays);
            }
        }
        Ok(via)
    }

    /// "its columnist", "its Africa correspondent" stands beside the name.
    fn writes_for_it(&self, mention: usize) -> bool {
        let own = &self.cast.mentions[mention];
        [own.role, own.beside, Some(own.slice)].into_iter().flatten().any(|words| {
            let words = crate::actors::fold(&words);
            words.starts_with("its ")
                && words.split(' ').any(|word| {
                    matches!(
                        word,
                        "columnist" | "commentator" | "contributor" | "correspondent" | "critic" | "reporter"
                    )
                })
        })
    }

    /// The paragraph in which somebody last spoke.
    fn paragraph_of(&self, speaker: ActorId) -> Option<usize> {
        let last = self.done.iter().rev().take(WINDOW).find(|(_, _, source)| source.contains(&speaker))?;
        Some(last.0.paragraph)
    }

    /// "One of them", "one of the nurses": of those who have just spoken.
    fn one_of_them(&self, draft: &Draft) -> bool {
        let scene = Scene::new(self.lexis, self.cast, self.marks);
        let near = self.done.last().is_some_and(|(last, ..)| last.paragraph == draft.paragraph);
        let words = draft.speaker_tokens().unwrap_or(0..0);
        let one = |at: usize| scene.lower(at) == "one" && scene.lower(at + 1) == "of";
        near && (words.start.saturating_sub(2)..words.start + 1).any(one)
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
