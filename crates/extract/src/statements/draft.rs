//! A statement on its way: what has been found of it, before sources are resolved and ids minted.

use std::ops::Range;

use sayso_record::{ActorType, Form, Stance, StatementKind};

use super::scene::Scene;
use super::subject::Subject;
use crate::lexis::Shape;
use crate::mentions::Mention;
use crate::words::Role;

/// A statement to be.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Paragraph of its cue, or of its words where it has none.
    pub(super) paragraph: usize,
    /// Sentence of its cue, or of its first words.
    pub(super) sentence: usize,
    /// Who speaks.
    pub(super) speaker: Speaker,
    /// Tokens of the cue.
    pub(super) cue: Option<Range<usize>>,
    /// Tokens of the content, in order.
    pub(super) content: Vec<Range<usize>>,
    /// Whether the source vouches for it.
    pub(super) stance: Stance,
    /// Mentions that relay it, nearest to the source first, found at the cue itself.
    pub(super) relays: Vec<usize>,
    /// Mentions it is addressed to.
    pub(super) to: Vec<usize>,
}

/// Who speaks in a draft.
#[derive(Debug, Clone)]
pub(super) enum Speaker {
    /// The mentions at the cue.
    At(Subject),
    /// A noun phrase that no table knows.
    Unknown(Range<usize>),
    /// "I" and "we" inside a quotation: whoever is quoted.
    Quoted(Range<usize>),
    /// Whoever spoke before.
    Same,
    /// Nobody that the text names.
    Nobody,
}

/// A noun phrase, or a title alone ("the Chancellor"): what a name beside it names better.
fn describes(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let mention = &scene.cast.mentions[mention];
    let title = || scene.lexis.role(mention.tokens.end - 1) == Some(Role::Person);
    mention.form == Form::Nominal || mention.form == Form::Name && title()
}

/// "The solicitor who drew it up, Jon Varga, said", "Their leader, the Tessel-born Jon Varga, said": the name that commas set apart between a
/// noun and its cue.
fn name_apart(scene: &Scene<'_, '_, '_>, noun: &Mention<'_>, cue: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 24;
    let body = noun.kind == Some(ActorType::Organization);
    let either = matches!(
        scene.lower(noun.tokens.end - 1),
        "owner"
            | "operator"
            | "maker"
            | "publisher"
            | "organiser"
            | "organizer"
            | "sponsor"
            | "developer"
            | "carrier"
            | "distributor"
            | "insurer"
            | "lender"
            | "manufacturer"
            | "retailer"
            | "supplier"
            | "manufacturers"
            | "suppliers"
            | "owners"
            | "operators"
            | "makers"
            | "publishers"
            | "organisers"
            | "organizers"
            | "sponsors"
            | "developers"
    );
    // "A spokesman for the hotel, the Grand Alpin": the hotel's name, unless it is plainly a person's.
    let of_another = scene.lower(noun.tokens.end) != ",";
    let either = either || one_of(scene, noun);
    let fits = |name: usize| {
        let name = &scene.cast.mentions[name];
        let given = name.name.as_str().split(' ').next().and_then(sayso_lang::gender_of_given_name);
        let kind = match name.kind {
            Some(ActorType::Person) if body => {
                !of_another
                    && (given.is_some() || name.role.is_some())
                    && scene.lower(noun.tokens.end - 1) == "monitor"
            }
            Some(ActorType::Person) => !of_another || given.is_some() || name.role.is_some(),
            Some(ActorType::Organization) => {
                (body || either) && name.outlet == noun.outlet && name.country.is_none()
            }
            _ => false,
        };
        name.form == Form::Name && kind
    };
    let comma = |&at: &usize| matches!(scene.lower(at), "," | "–" | "—") && scene.quotation_at(at).is_none();
    let far = noun.tokens.end + LONGEST;
    let end = if cue.start < noun.tokens.start {
        far.min(scene.clause(scene.lexis.reading.tokens[cue.start].sentence).end)
    } else {
        far.min(cue.start)
    };
    let told = matches!(
        scene.lower(noun.tokens.end),
        "," | "–" | "—" | "who" | "that" | "which" | "of" | "for" | "in" | "at" | "on" | "from" | "to"
    );
    let opens = (noun.tokens.end..end).filter(comma);
    opens.filter(|_| told).find_map(|comma| {
        let near = comma + 1..(comma + 5).min(end);
        let verb = |at: usize| scene.lexis.reading.tokens[at].upos == sayso_lang::Upos::Verb;
        let name = scene.cast.inside(near.start..end).find(|&at| {
            let first = scene.cast.mentions[at].tokens.start;
            near.contains(&first) && fits(at)
        })?;
        let own = scene.cast.mentions[name].tokens.clone();
        let plain = !(comma + 1..own.start).any(|at| verb(at) || scene.lexis.shape(at) == Shape::Mark);
        let closed = matches!(scene.lower(own.end), "," | "–" | "—" | "(") || own.end == cue.start;
        (plain && closed && fits(name)).then_some(name)
    })
}

/// "the club's chief monitor, Mara Holt, said": the person's name behind the comma, where no table knows the noun.
fn name_closing(scene: &Scene<'_, '_, '_>, own: &Range<usize>, cue: &Range<usize>) -> Option<usize> {
    let one_of = scene.lower(own.start) == "one" && scene.lower(own.start + 1) == "of";
    let comma = |&at: &usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
    let name = |comma: usize| {
        let name = scene.cast.starting_at(comma + 1)?;
        let mention = &scene.cast.mentions[name];
        let person = mention.form == Form::Name
            && (mention.kind == Some(ActorType::Person)
                || one_of && mention.kind == Some(ActorType::Organization));
        let closed = scene.lower(mention.tokens.end) == "," || mention.tokens.end == cue.start;
        (person && closed && mention.tokens.end <= cue.start).then_some(name)
    };
    (own.start + 1..own.end + 1).filter(comma).find_map(name)
}

/// "the two chairmen, Mara Holt and Jon Varga, had agreed": people joined by *and* whom commas set apart before a cue.
fn names_apart(scene: &Scene<'_, '_, '_>, from: usize, cue: usize) -> Vec<usize> {
    const FAR: usize = 12;
    let comma = |&at: &usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
    let Some(comma) = (from..cue.min(from + FAR)).find(comma) else { return Vec::new() };
    let person = |at: &usize| {
        let own = &scene.cast.mentions[*at];
        own.form == Form::Name && own.kind == Some(ActorType::Person)
    };
    let mut names = Vec::new();
    let mut at = comma + 1;
    while let Some(name) = scene.cast.starting_at(at).filter(person) {
        names.push(name);
        let end = scene.cast.mentions[name].tokens.end;
        match scene.lower(end) {
            "and" | "," if end + 1 < cue => at = end + 1,
            _ => break,
        }
    }
    let end = names.last().map_or(0, |&last| scene.cast.mentions[last].tokens.end);
    if names.len() > 1 && (scene.lower(end) == "," || end == cue) { names } else { Vec::new() }
}

/// "One of these groups": what follows names that one.
fn one_of(scene: &Scene<'_, '_, '_>, noun: &Mention<'_>) -> bool {
    let start = noun.tokens.start;
    start > 1 && scene.lower(start - 1) == "of" && scene.lower(start - 2) == "one"
}

/// "put it to [him that …]", "had admitted to [her over lunch that …]": whom it was said to, and where, is not what was said.
fn after_hearer(scene: &Scene<'_, '_, '_>, content: &Range<usize>) -> usize {
    const LONGEST: usize = 6;
    let pronoun = matches!(scene.lower(content.start), "me" | "him" | "her" | "us" | "them")
        && scene.quotation_at(content.start).is_none();
    let tokens = &scene.lexis.reading.tokens;
    let that = |&at: &usize| scene.lower(at) == "that" && tokens[at].relation.base() == "mark";
    let verb = |at: usize| matches!(tokens[at].upos, sayso_lang::Upos::Verb | sayso_lang::Upos::Aux);
    let near = content.start + 1..content.end.min(content.start + LONGEST);
    let that = near.clone().find(that).filter(|&that| pronoun && !(near.start..that).any(verb));
    that.unwrap_or(content.start)
}

/// "accused the club of “treating him badly” [after he was dropped]": when, behind the words that are quoted, is the report's.
fn before_occasion(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> usize {
    let quoted = |&at: &usize| scene.quotation_at(at).is_some();
    let Some(close) = run.clone().rev().find(quoted) else { return run.end };
    let comma = usize::from(scene.lower(close + 1) == ",");
    let opens = close + 1 + comma;
    let days = matches!(scene.lower(opens), "hours" | "days" | "weeks" | "months" | "minutes");
    let word = scene.lower(opens + usize::from(days));
    let when = matches!(word, "after" | "amid" | "following") || word == "before" && days;
    let lead = scene.lexis.sentence_of(run.start).paragraph <= 3;
    if when && lead && opens > run.start && opens < run.end { close + 1 } else { run.end }
}

/// "Lanternwell's annual report", "a letter from the Residents' Association", "a report by the board": who has written it.
fn author_of(scene: &Scene<'_, '_, '_>, document: usize) -> Option<usize> {
    let own = &scene.cast.mentions[document];
    let noun = scene.lower(own.tokens.end - 1);
    let written = matches!(
        noun,
        "communique"
            | "communiqué"
            | "email"
            | "e-mail"
            | "filing"
            | "letter"
            | "memo"
            | "message"
            | "paper"
            | "post"
            | "report"
            | "statement"
            | "study"
            | "survey"
            | "tweet"
            | "audit"
            | "indictment"
            | "lawsuit"
    );
    if own.form != Form::Nominal || !written {
        return None;
    }
    let named = |&at: &usize| {
        let own = &scene.cast.mentions[at];
        own.form == Form::Name
            && matches!(own.kind, Some(ActorType::Person | ActorType::Organization))
            && own.country.is_none()
            && !own.outlet
    };
    let owner = || {
        let first = scene.cast.inside_any(own.tokens.clone()).find(named)?;
        let tokens = &scene.cast.mentions[first].tokens;
        let opens = tokens.start <= own.tokens.start + 1;
        (opens && matches!(scene.lower(tokens.end), "'s" | "'") && noun != "paper").then_some(first)
    };
    // "Her report", "Their indictment".
    let hers = || {
        let first = own.tokens.start;
        let possessive = |&at: &usize| {
            let owner = &scene.cast.mentions[at];
            owner.form == Form::Pronoun && owner.possessive && owner.tokens.start == first
        };
        scene.cast.inside_any(first..first + 1).find(possessive)
    };
    let by = own.tokens.end;
    let behind = || {
        let word = scene.lower(by);
        let opens = word == "by" || word == "from" && noun != "report";
        let article = usize::from(scene.lower(by + 1) == "the");
        scene.cast.starting_at(by + 1 + article).filter(|_| opens).filter(named)
    };
    owner().or_else(hers).or_else(behind)
}

/// Both hold some token.
pub(super) fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

impl Draft {
    /// Lets each part of the content that begins or ends inside a quotation take the whole of it: a quotation of several sentences is one.
    pub(super) fn widen(mut self, scene: &Scene<'_, '_, '_>) -> Self {
        for part in self.content.iter_mut().filter(|part| part.start < part.end) {
            let whole = |token: usize| scene.quotation_at(token).map(|at| scene.quotation(at).tokens.clone());
            part.start = whole(part.start).map_or(part.start, |quotation| quotation.start.min(part.start));
            part.end = whole(part.end - 1).map_or(part.end, |quotation| quotation.end.max(part.end));
        }
        self
    }

    /// "thinks, if the dam breaks, the road will go": the condition between cue and content belongs to what is said.
    pub(super) fn with_condition(mut self, scene: &Scene<'_, '_, '_>) -> Self {
        let (Some(cue), Some(first)) = (&self.cue, self.content.first_mut()) else { return self };
        let comma = |at: usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
        let opens = cue.end < first.start
            && comma(cue.end)
            && comma(first.start - 1)
            && matches!(scene.lower(cue.end + 1), "if" | "unless");
        let asked = matches!(scene.lower(cue.end + 2), "asked" | "pressed");
        if opens && !asked {
            first.start = cue.end + 1;
        }
        self
    }

    /// Cuts off what belongs to the report: a dateline before the content, and behind it the time at which it was said.
    pub(super) fn without_loose_ends(mut self, scene: &Scene<'_, '_, '_>) -> Self {
        if let Some(first) = self.content.first_mut() {
            first.start = first.start.max(scene.after_dateline(first.start)).min(first.end);
            first.start = after_hearer(scene, first);
        }
        if let (Some(cue), Some(last)) = (&self.cue, self.content.last_mut()) {
            last.end = scene.before_time_of(cue.clone(), last);
        }
        if let (Some(_), Some(last)) = (&self.cue, self.content.last_mut()) {
            last.end = before_occasion(scene, last);
        }
        self.content.retain(|run| !run.is_empty());
        self
    }

    /// Puts the name in place of the noun that describes it: "the chief engineer, Mara Holt", "the ministers of A and B, Jon Varga and Ida Kell".
    pub(super) fn named(mut self, scene: &Scene<'_, '_, '_>) -> Self {
        if let (Speaker::Unknown(own), Some(cue)) = (&self.speaker, &self.cue)
            && let Some(name) = name_closing(scene, own, cue)
        {
            let tokens = own.start..scene.cast.mentions[name].tokens.end.max(own.end);
            self.speaker = Speaker::At(Subject { mentions: vec![name], tokens, ..Subject::default() });
            return self;
        }
        if let Speaker::At(subject) = &mut self.speaker
            && let &[document] = &subject.mentions[..]
            && let Some(author) = author_of(scene, document)
        {
            subject.mentions = vec![author];
            return self;
        }
        if let Speaker::At(subject) = &mut self.speaker
            && let Some(&noun) = subject.mentions.first()
            && describes(scene, noun)
        {
            let noun = &scene.cast.mentions[noun];
            // "the ministers of Tessel and Brask, Mara Holt and Jon Varga": behind the comma.
            let behind = noun.tokens.end..subject.tokens.end;
            let comma = behind.clone().find(|&at| scene.lower(at) == ",").unwrap_or(behind.start);
            let names = scene.cast.inside(comma..subject.tokens.end).filter(|&name| {
                let name = &scene.cast.mentions[name];
                let body = noun.kind == Some(ActorType::Organization);
                let person = name.form == Form::Name
                    && (name.kind == Some(ActorType::Person) && !body
                        || name.kind == Some(ActorType::Organization) && body && !name.outlet);
                let joined = noun.plural && matches!(scene.lower(name.tokens.start - 1), "and" | ",");
                person && (scene.lower(name.tokens.start - 1) == "," || joined)
            });
            let mut names: Vec<usize> = names.take(if noun.plural { usize::MAX } else { 1 }).collect();
            if noun.plural
                && names.is_empty()
                && let Some(cue) = &self.cue
            {
                names = names_apart(scene, noun.tokens.end, cue.start);
                subject.tokens.end =
                    names.last().map_or(subject.tokens.end, |&at| scene.cast.mentions[at].tokens.end);
            }
            if !names.is_empty() && subject.mentions[1..].iter().all(|other| names.contains(other)) {
                subject.mentions = names;
            } else if subject.mentions.len() == 1
                && (!noun.plural || one_of(scene, noun) || scene.lower(noun.tokens.end) == ",")
                && let Some(name) = self.cue.as_ref().and_then(|cue| name_apart(scene, noun, cue))
            {
                subject.mentions = vec![name];
                subject.tokens.end = subject.tokens.end.max(scene.cast.mentions[name].tokens.end);
            }
        }
        self
    }

    /// The cues of both share a word.
    pub(super) fn meets(&self, other: &Draft) -> bool {
        match (&self.cue, &other.cue) {
            (Some(own), Some(other)) => meet(own, other),
            _ => false,
        }
    }

    /// First token of anything it cites: what it is ordered by.
    pub(super) fn start(&self) -> usize {
        let content = self.content.first().map(|content| content.start);
        let cue = self.cue.as_ref().map(|cue| cue.start);
        content.into_iter().chain(cue).min().unwrap_or(0)
    }

    /// True where all its content stands between quotation marks, or part of it, or none.
    pub(super) fn kind(&self, scene: &Scene<'_, '_, '_>) -> StatementKind {
        let tokens = || self.content.iter().flat_map(Clone::clone);
        // Told inside a quotation, its marks are another's.
        if self.cue.as_ref().is_some_and(|cue| scene.quotation_at(cue.start).is_some()) {
            let own = self.content.first().is_some_and(|run| scene.lexis.is_open_quote(run.start));
            return if own { StatementKind::Direct } else { StatementKind::Indirect };
        }
        let quoted = tokens().filter(|&token| scene.quotation_at(token).is_some()).count();
        let words = tokens().filter(|&token| scene.lexis.shape(token) != Shape::Mark);
        let unquoted = words.filter(|&token| scene.quotation_at(token).is_none()).count();
        match (quoted, unquoted) {
            (0, _) => StatementKind::Indirect,
            (_, 0) => StatementKind::Direct,
            _ => StatementKind::Mixed,
        }
    }

    pub(super) fn holds(&self, token: usize) -> bool {
        self.content.iter().any(|content| content.contains(&token))
    }

    /// The subject's tokens, where it has words of its own.
    pub(super) fn speaker_tokens(&self) -> Option<Range<usize>> {
        match &self.speaker {
            Speaker::At(subject) => Some(subject.tokens.clone()),
            Speaker::Unknown(tokens) | Speaker::Quoted(tokens) => Some(tokens.clone()),
            Speaker::Same | Speaker::Nobody => None,
        }
    }

    /// Where its speaker has spoken; "Holt was called useless by Sand" is of Holt, who stays the one that the text goes on about.
    pub(super) fn spoke(&self) -> Option<usize> {
        let own = self.speaker_tokens()?;
        let of = self.content.first().filter(|run| self.is_of_subject(run.start));
        Some(of.map_or(own.end, |run| run.start))
    }

    /// The token stands in what a passive has for its subject: before the cue, whose speaker stands behind it.
    pub(super) fn is_of_subject(&self, token: usize) -> bool {
        let (Some(cue), Some(own)) = (&self.cue, self.speaker_tokens()) else { return false };
        let passive = own.start >= cue.end && self.content.len() > 1;
        passive && self.content.first().is_some_and(|run| run.end <= cue.start && run.contains(&token))
    }

    /// The mentions that speak.
    pub(super) fn speakers(&self) -> &[usize] {
        match &self.speaker {
            Speaker::At(subject) => &subject.mentions,
            _ => &[],
        }
    }
}
