//! Whom a verb addresses, where the words that are labelled as said begin with them: "told [Fenwick that …]", "asked [him whether …]".

use std::ops::Range;

use sayso_lang::Upos;
use sayso_record::{ActorType, Form};

use super::labels::mention_at;
use super::scene::Scene;
use crate::words::{Cue, Function};

/// "told [Fenwick, which was quoted abroad, that the dam would hold]": the mention right after the cue is addressed, not said, where the
/// clause of the cue begins later.
pub(super) fn without_addressee(
    scene: &Scene<'_, '_, '_>,
    mut content: Vec<Range<usize>>,
    anchor: usize,
) -> (Vec<Range<usize>>, Vec<usize>) {
    let addresses = scene.lexis.words[anchor].cue.is_some_and(Cue::addressee);
    if let [told, that, ..] = &content[..]
        && addresses
        && (anchor + 1..anchor + 3).contains(&told.start)
        && scene.lower(that.start) == "that"
        && let Some(outlet) = scene.cast.inside(told.clone()).next()
    {
        content.remove(0);
        return (content, vec![outlet]);
    }
    let Some(first) = content.first_mut().filter(|first| first.start == anchor + 1) else {
        return (content, Vec::new());
    };
    // "expects margins to recover": nobody is told.
    if matches!(&*scene.lexis.reading.tokens[anchor].lemma, "consider" | "deem" | "expect" | "want") {
        return (content, Vec::new());
    }
    let clause = (first.start + 1..first.end).find(|&at| opens_clause(scene, at, anchor));
    let clause = clause.or_else(|| behind_outlet(scene, first).filter(|_| addresses));
    let Some(clause) = clause.or_else(|| behind_aside(scene, first).filter(|_| addresses)) else {
        let Some((end, mention)) = asked(scene, first, anchor) else { return (content, Vec::new()) };
        first.start = end;
        return (content, mention.into_iter().collect());
    };
    let inside = || scene.cast.inside(first.start..clause).next().filter(|_| addresses);
    let mention = mention_at(scene, first.start).or_else(inside);
    if mention.is_none() && !addresses && scene.lower(clause) == "that" {
        return (content, Vec::new());
    }
    first.start = clause;
    (content, mention.into_iter().collect())
}

/// "asked the ministry [for help]", "asked him [whether …]", "promised the council [a new wall]": where the words end that tell who is asked
/// or promised, and who that is.
fn asked(scene: &Scene<'_, '_, '_>, run: &Range<usize>, anchor: usize) -> Option<(usize, Option<usize>)> {
    let pronoun = matches!(scene.lower(run.start), "me" | "him" | "her" | "us" | "them" | "you");
    let mention = mention_at(scene, run.start);
    let own = mention.map(|mention| &scene.cast.mentions[mention]);
    let somebody = own.is_none_or(|own| {
        own.form == Form::Pronoun
            || matches!(own.kind, Some(ActorType::Person | ActorType::Group | ActorType::Organization))
    });
    let end = own.map(|own| own.tokens.end).or(pronoun.then_some(run.start + 1))?;
    let then = match &*scene.lexis.reading.tokens[anchor].lemma {
        // "asked the man who had sold it to leave": a question only behind a pronoun.
        "ask" | "beg" if pronoun && matches!(scene.lower(end), "who" | "which" | "where" | "when") => true,
        "ask" | "beg" => {
            matches!(scene.lower(end), "for" | "about" | "if" | "whether" | "what" | "why" | "how")
        }
        "assure" | "remind" => scene.lower(end) == "of",
        "offer" | "promise" => scene.is(end, Function::Determiner),
        _ => false,
    };
    (somebody && then && end < run.end).then_some((end, mention))
}

/// "The minister also said, the agency reported, [that …]": the *that* behind whoever reports it.
pub(super) fn behind_report(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 10;
    let that = |&at: &usize| {
        scene.lower(at) == "that" && scene.lower(at - 1) == "," && scene.quotation_at(at).is_none()
    };
    let that = (run.start + 2..run.end.min(run.start + LONGEST)).find(that)?;
    let says = scene.lexis.words[that - 2].cue.is_some_and(Cue::says);
    (scene.lower(run.start) == "," && says).then_some(that)
}

/// "told [the site Fenwick, which the agency quoted, that the dam …]": the *that* behind the aside on who is told, where the tree is lost.
pub(super) fn behind_aside(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    let comma = |at: usize| scene.lower(at) == "," && scene.quotation_at(at).is_none();
    let aside = run.clone().find(|&at| comma(at))?;
    let opens = matches!(scene.lower(aside + 1), "which" | "who" | "whose" | "as" | "in" | "on");
    let that = |&at: &usize| scene.lower(at) == "that" && comma(at - 1);
    // "told the station, the Courier reported, that …"
    let reported = |that: usize| scene.lexis.words[that - 2].cue.is_some_and(Cue::says);
    // "told a radio station, Radio Tessel, that …"
    let named = |that: usize| {
        let name = scene.cast.starting_at(aside + 1).map(|name| &scene.cast.mentions[name]);
        name.is_some_and(|name| name.tokens.end + 1 == that && name.outlet)
    };
    (aside + 2..run.end).find(that).filter(|&that| opens || reported(that) || named(that))
}

/// "telling [the private station Fenwick that …]": the *that* right behind an outlet at the end of a noun phrase, where the tree is lost.
pub(super) fn behind_outlet(scene: &Scene<'_, '_, '_>, run: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 8;
    let verb = |at: usize| matches!(scene.lexis.reading.tokens[at].upos, Upos::Verb | Upos::Aux);
    let end = run.end.min(run.start + LONGEST);
    let that = (run.start + 1..end).find(|&at| scene.lower(at) == "that")?;
    let outlet = scene.cast.ending_at(that - 1).is_some_and(|one| scene.cast.mentions[one].outlet);
    (outlet && !(run.start..that).any(verb)).then_some(that)
}

/// "that" or "to" of a clause that is the object of the verb.
fn opens_clause(scene: &Scene<'_, '_, '_>, at: usize, verb: usize) -> bool {
    let tokens = &scene.lexis.reading.tokens;
    let clause = tokens[at].head.filter(|_| tokens[at].relation.base() == "mark");
    clause.is_some_and(|clause| {
        let relation = match scene.lower(at) {
            "that" => "ccomp",
            "to" => "xcomp",
            _ => return false,
        };
        tokens[clause].relation.base() == relation && tokens[clause].head == Some(verb)
    })
}
