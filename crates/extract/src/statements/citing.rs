//! Who cites whom: the one who is cited speaks, and whoever cites relays.

use std::ops::Range;

use sayso_record::{ActorType, Form};

use super::cues::Found;
use super::draft::{Draft, Speaker};
use super::scene::Scene;
use super::voices::first_named;
use super::{content, subject};
use crate::mentions::is_publisher;

/// "cited", "quoted" with a speaker of their own ("cited Holt, who said") only relay.
pub(super) fn relays_only(scene: &Scene<'_, '_, '_>, found: &Found, clause: &Range<usize>) -> bool {
    let cites = matches!(found.cue.lemma, "cite" | "quote");
    cites && !(found.verb + 1..clause.end.min(found.verb + 3)).any(|at| scene.is_quotation_start(at))
}

/// "The agency cited two officials as saying": the officials speak, the agency relays.
pub(super) fn quoted_as(
    scene: &Scene<'_, '_, '_>,
    verb: usize,
    clause: &Range<usize>,
) -> Option<(Speaker, Vec<usize>)> {
    let before = verb.checked_sub(1)?;
    let quoting = quoting(scene, verb, clause)?;
    let relays = subject::before(scene, quoting, clause.start).filter(|subject| !subject.passive)?.mentions;
    let origin = first_named(scene, quoting + 1..before)?;
    let tokens = scene.cast.mentions[origin].tokens.clone();
    let subject = subject::Subject { mentions: vec![origin], tokens, ..subject::Subject::default() };
    Some((Speaker::At(subject), relays))
}

/// The verb of "quoted her as saying".
pub(super) fn quoting(scene: &Scene<'_, '_, '_>, verb: usize, clause: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 14;
    let before = verb.checked_sub(1).filter(|&before| scene.lower(before) == "as")?;
    let quotes = |&at: &usize| matches!(scene.lower(at), "cited" | "quoted" | "cites" | "quotes");
    (clause.start.max(verb.saturating_sub(LONGEST))..before).rev().find(quotes)
}

/// "It also cited a diplomat, who said …": whoever cites the one who speaks relays it, whatever it is called.
pub(super) fn introduced(scene: &Scene<'_, '_, '_>, mut draft: Draft, clause: &Range<usize>) -> Draft {
    const NEAR: usize = 6;
    let Speaker::At(subject) = &draft.speaker else { return draft };
    let Some(cue) = draft.cue.clone().filter(|_| draft.relays.is_empty()) else { return draft };
    let start = subject.mentions.first().map_or(0, |&at| scene.cast.mentions[at].tokens.start);
    let who = (start..cue.start).any(|at| scene.lower(at) == "who" && scene.quotation_at(at).is_none());
    let quotes = |&at: &usize| matches!(scene.lower(at), "cited" | "quoted" | "cites" | "quotes");
    let near = clause.start.max(start.saturating_sub(NEAR))..start;
    // "The Courier carries an interview with a colonel, who says".
    let talks = || {
        let talk =
            near.clone().rev().find(|&at| scene.lower(at) == "interview" && scene.lower(at + 1) == "with")?;
        let carries = |&at: &usize| {
            matches!(
                scene.lower(at),
                "carried"
                    | "carries"
                    | "has"
                    | "printed"
                    | "prints"
                    | "published"
                    | "publishes"
                    | "ran"
                    | "runs"
            )
        };
        (clause.start..talk).rev().find(carries)
    };
    let verb = near.clone().rev().find(quotes).or_else(talks).filter(|_| who);
    let paper =
        verb.and_then(|verb| subject::before(scene, verb, clause.start)).filter(|paper| !paper.passive);
    if let Some(&[paper]) = paper.as_ref().map(|paper| &paper.mentions[..]) {
        let own = &scene.cast.mentions[paper];
        let it = own.form == Form::Pronoun && own.kind != Some(ActorType::Person);
        if own.outlet || it {
            draft.relays.push(paper);
        }
    }
    draft
}

/// "Fenwick, citing two officials, reported …", "Citing the Courier, it wrote that …", "Fenwick reported, quoting a clerk, that …": who is
/// cited speaks, the outlet relays.
pub(super) fn cited(scene: &Scene<'_, '_, '_>, mut draft: Draft, clause: &Range<usize>) -> Draft {
    let (Speaker::At(subject), Some(cue)) = (&draft.speaker, &draft.cue) else { return draft };
    let citing =
        |&at: &usize| matches!(scene.lower(at), "citing" | "quoting") && scene.quotation_at(at).is_none();
    let behind = |at: usize| at..clause.end.min(at + 4);
    let fronted = Some(clause.start).filter(citing);
    let mentions = &scene.cast.mentions;
    let outlet = subject.mentions.first().copied().filter(|&mention| {
        let it = scene.lower(mentions[mention].tokens.start) == "it";
        mentions[mention].outlet || it && mentions[mention].form == Form::Pronoun
    });
    let Some(outlet) = outlet.filter(|_| draft.relays.is_empty() && !cue.clone().any(|at| citing(&at)))
    else {
        return draft;
    };
    let refers = |&at: &usize| {
        let words = [scene.lower(at), scene.lower(at + 1), scene.lower(at + 2)];
        // "on the word of a clerk" has as many words.
        words == ["with", "reference", "to"]
            || words == ["on", "the", "word"]
            || words == ["on", "the", "authority"]
    };
    let aside = || {
        let apart = behind(cue.end).find(citing).filter(|&at| scene.lower(at - 1) == ",");
        apart.or_else(|| behind(cue.end).find(refers).map(|at| at + 2))
    };
    // "reported in March, quoting a clerk, that …"
    let that = (cue.end..clause.end).find(|&at| scene.lower(at) == "that" && scene.lower(at - 1) == ",");
    let before_that = || (cue.end..that?).find(citing);
    // "Fenwick, with reference to a source in the council, reported that".
    let referring = || {
        let at = behind(subject.tokens.end).find(refers).or(Some(clause.start).filter(refers));
        at.map(|at| at + 2)
    };
    let citing = behind(subject.tokens.end).find(citing).or(fronted).or_else(referring);
    let citing = citing.or_else(before_that).or_else(aside);
    if let Some((origin, between)) = citing.and_then(|at| origin(scene, at, clause.end)) {
        let tokens = mentions[origin].tokens.clone();
        let subject = subject::Subject { mentions: vec![origin], tokens, ..subject::Subject::default() };
        let aside = citing.zip(that).filter(|&(citing, that)| cue.end <= citing && citing < that);
        if let (Some((_, that)), Some(run)) =
            (aside, draft.content.iter_mut().find(|run| run.start >= cue.end))
        {
            run.start = if run.contains(&that) { that } else { run.start };
        }
        draft.speaker = Speaker::At(subject);
        draft.relays = between.into_iter().chain([outlet]).collect();
    }
    draft
}

/// Who is cited behind "citing", and the outlet between: "citing the agency Nord, which in turn quoted two engineers" gives the engineers and
/// the agency.
fn origin(scene: &Scene<'_, '_, '_>, citing: usize, end: usize) -> Option<(usize, Option<usize>)> {
    let near = |at: usize| {
        let stop = |&next: &usize| matches!(scene.lower(next), "," | "that" | "as");
        at + 1..(at + 1..end.min(at + 14)).find(stop).unwrap_or(end.min(at + 14))
    };
    // "quoting an interview that Holt gave to the Lantern": whoever gave it.
    let gave = || {
        let noun = (citing + 1..end.min(citing + 4)).find(|&at| scene.lower(at) == "interview")?;
        let opens = matches!(scene.lower(noun + 1), "that" | "which");
        first_named(scene, noun + 2..end.min(noun + 12)).filter(|_| opens)
    };
    let first = gave().or_else(|| first_named(scene, near(citing)))?;
    let found = &scene.cast.mentions[first];
    let quotes = |&at: &usize| matches!(scene.lower(at), "quoted" | "cited" | "quotes" | "cites");
    let which =
        found.outlet && scene.lower(found.tokens.end) == "," && scene.lower(found.tokens.end + 1) == "which";
    let second = (found.tokens.end + 2..end.min(found.tokens.end + 6)).find(quotes).filter(|_| which);
    let further = second.filter(|&at| !matches!(scene.lower(at - 1), "was" | "were" | "been"));
    match further.and_then(|at| scene.cast.inside(near(at)).next()) {
        Some(source) => Some((source, Some(first))),
        None => Some((first, None)),
    }
}

/// "reported, citing a surgeon, that …": what the report says is not said once more by citing.
pub(super) fn without_citing(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    let cites = |draft: &Draft| {
        draft.cue.clone().is_some_and(|mut cue| cue.all(|at| matches!(scene.lower(at), "citing" | "quoting")))
    };
    let twin = |draft: &Draft, all: &[Draft]| {
        all.iter().any(|other| {
            !cites(other)
                && !other.relays.is_empty()
                && other
                    .content
                    .iter()
                    .any(|run| draft.content.iter().any(|own| super::draft::meet(run, own)))
        })
    };
    let gone: Vec<bool> = drafts.iter().map(|draft| cites(draft) && twin(draft, drafts)).collect();
    let mut gone = gone.into_iter();
    drafts.retain(|_| !gone.next().unwrap_or(false));
}

/// An outlet, and nothing that is published once.
pub(super) fn publishes(scene: &Scene<'_, '_, '_>, mention: usize) -> bool {
    let own = &scene.cast.mentions[mention];
    own.outlet && (own.form == Form::Name || is_publisher(scene.lower(own.tokens.end - 1)))
}

/// "Reuters reported a German source said …": where an outlet's whole content is one statement of somebody else, the outlet relays it.
pub(super) fn collapse_reports(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    for at in (0..drafts.len().saturating_sub(1)).rev() {
        let (outer, inner) = (&drafts[at], &drafts[at + 1]);
        let outlet = outer.speakers().first().copied().filter(|&mention| scene.cast.mentions[mention].outlet);
        let starts = outer.content.first().map(|content| content.start);
        let begins_with_speaker = match (starts, inner.speaker_tokens()) {
            (Some(start), Some(speaker)) => {
                let cue = inner.cue.as_ref().map_or(speaker.start, |cue| cue.start);
                // "On Monday, Holt said".
                let times = scene.time_at(start).or_else(|| scene.time_at(start + 1));
                let start = match times {
                    Some((time, _)) if time.end < speaker.start => {
                        time.end + usize::from(scene.lower(time.end) == ",")
                    }
                    _ => start,
                };
                let opens = |at: usize| (start..start + 2).contains(&at);
                // "A clerk told the station, the Courier reported, that …" stands around the outlet.
                let around = outer.content.len() == 2
                    && inner.content.first().is_some_and(|run| outer.content[1].contains(&run.start))
                    && outer.content[0].contains(&cue);
                (opens(speaker.start) || speaker.end <= start && opens(cue))
                    && (outer.content.len() == 1 || around)
            }
            _ => false,
        };
        // "The paper, citing a letter, said that officials had …" tells what the letter says.
        let cites = !outer.relays.is_empty();
        // "Holt told the station that …, Fenwick reported, quoting the station": all of it came from the station through Fenwick.
        let trails =
            outer.cue.as_ref().is_some_and(|cue| outer.content.iter().all(|run| run.end <= cue.start));
        // "It wrote, citing the site Klartext, that a clerk had said": the site is on the way, too.
        let passes = |&one: &usize| {
            let own = &scene.cast.mentions[one];
            own.form == Form::Pronoun || own.form == Form::Name && publishes(scene, one)
        };
        let site = outer.relays.iter().any(|&one| scene.cast.mentions[one].form == Form::Pronoun)
            && outlet.iter().chain(&outer.relays).all(passes)
            && inner.to.iter().any(|&told| scene.cast.mentions[told].outlet);
        if let Some(outlet) = outlet.filter(|_| begins_with_speaker && (!cites || trails || site)) {
            let further = std::mem::take(&mut drafts[at].relays);
            // A letter that the outlet cites has relayed nothing.
            let outlet = Some(outlet).filter(|&one| publishes(scene, one));
            let phrase = drafts[at].speaker_tokens().map_or(usize::MAX, |own| own.start);
            cut_at(scene, &mut drafts[at + 1], phrase);
            drafts[at + 1].relays.extend(outlet);
            drafts[at + 1].relays.extend(further);
            drafts.remove(at);
        }
    }
}

/// "Holt warned that …, the daily Fenwick wrote": an outlet behind the words of another, with nothing else to say, relays them.
pub(super) fn relay_what_went_before(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    for at in (0..drafts.len()).rev() {
        let last = &drafts[at];
        let outlet = last.speakers().first().copied().filter(|&one| scene.cast.mentions[one].outlet);
        let Some((outlet, own)) = outlet.zip(last.speaker_tokens()) else { continue };
        let behind = last.cue.as_ref().is_some_and(|cue| cue.start >= own.end)
            && last.content.iter().all(|run| run.end <= own.start);
        let holds = |other: &Draft| {
            let before = other.cue.as_ref().is_some_and(|cue| cue.end <= own.start);
            let within = |run: &Range<usize>| {
                other.content.iter().any(|all| all.start <= run.start && run.end <= all.end)
            };
            before && other.holds(own.start) && last.content.iter().all(within)
        };
        let Some(inner) = (0..drafts.len()).find(|&inner| inner != at && behind && holds(&drafts[inner]))
        else {
            continue;
        };
        cut_at(scene, &mut drafts[inner], own.start);
        drafts[inner].relays.push(outlet);
        drafts.remove(at);
    }
}

/// Cuts the content that holds a token off before the noun phrase that the token stands in.
fn cut_at(scene: &Scene<'_, '_, '_>, draft: &mut Draft, token: usize) {
    const LONGEST: usize = 8;
    let mark = |&at: &usize| scene.lower(at) == "," || scene.quotation_at(at).is_some();
    for run in draft.content.iter_mut().filter(|run| run.contains(&token)) {
        let comma = (run.start..token).rev().take(LONGEST).find(mark).map_or(token, |at| at + 1);
        *run = content::trim(scene, run.start..comma);
    }
    draft.content.retain(|run| !run.is_empty());
}

/// "The mission fears that …, according to the Courier": where all that an outlet is a source of is what somebody else thinks, it relays that.
pub(super) fn relay_what_is_thought(scene: &Scene<'_, '_, '_>, drafts: &mut Vec<Draft>) {
    let relay = |draft: &Draft| {
        let according = draft.cue.as_ref().is_some_and(|cue| {
            let trails = draft.content.iter().all(|run| run.end <= cue.start);
            scene.lower(cue.start) == "according" || trails
        });
        let outlet = draft.speakers().first().copied().filter(|&one| scene.cast.mentions[one].outlet);
        outlet.filter(|_| according && draft.content.len() == 1).zip(draft.content.first().cloned())
    };
    for at in (0..drafts.len()).rev() {
        let Some((outlet, content)) = relay(&drafts[at]) else { continue };
        let opens = |other: &Draft| {
            let starts = |tokens: Range<usize>| (content.start..content.start + 3).contains(&tokens.start);
            // "the man came in, wished us a good evening and demanded …" is more than what he demanded.
            let verb = |at: usize| scene.lexis.reading.tokens[at].upos == sayso_lang::Upos::Verb;
            let at_once = |own: Range<usize>| {
                other.cue.as_ref().is_some_and(|cue| cue.start < own.start || !(own.end..cue.start).any(verb))
            };
            other.cue != drafts[at].cue
                && other.speaker_tokens().is_some_and(starts)
                && other.speaker_tokens().is_some_and(at_once)
        };
        if let Some(inner) = (0..drafts.len()).find(|&inner| inner != at && opens(&drafts[inner])) {
            let further = std::mem::take(&mut drafts[at].relays);
            let outlet = Some(outlet).filter(|&one| publishes(scene, one));
            let phrase = drafts[at].cue.as_ref().map_or(0, |cue| cue.start);
            let cut = |run: &mut Range<usize>| {
                if run.contains(&phrase) {
                    *run = content::trim(scene, run.start..phrase);
                }
            };
            drafts[inner].content.iter_mut().for_each(cut);
            drafts[inner].relays.extend(outlet.into_iter().chain(further));
            drafts.remove(at);
        }
    }
}
