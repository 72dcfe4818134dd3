//! What is held of something: "considers an attack unlikely", "regards a raid as possible", "my guess: an air strike".

use sayso_lang::{Relation, Tense, Upos};
use sayso_record::Status;

use super::noun::HAPPENS;
use super::table::{self, Frame, Governs};
use super::{Says, Standings, View};

/// Verbs with which something is held to be something by *as*.
const VIEWS: &[&str] = &[
    "assess", "brand", "call", "consider", "deem", "describe", "dismiss", "judge", "rate", "regard", "see",
    "treat", "view",
];

/// How far the *as* may stand from what is judged, in words.
const REACH: usize = 10;

/// Verbs of beginning and ending, whose present with a day to come tells a timetable.
const TIMETABLE: &[&str] = &["begin", "commence", "end", "expire", "open", "resume", "start"];

/// Days that lie ahead of a verb in the present.
const AHEAD: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight"];

/// Verbs that tell in the present what a thing of a kind is like.
const GENERIC: &[&str] = &["make", "mean", "need", "require", "serve"];

/// Works and states of mind whose deeds nobody does.
const FICTION: &[&str] = &[
    "cartoon",
    "comic",
    "dream",
    "fairytale",
    "film",
    "legend",
    "movie",
    "myth",
    "nightmare",
    "novel",
    "scenario",
    "simulation",
    "thriller",
    "wargame",
];

/// Verbs of seeming and becoming.
const SEEMS: &[&str] = &["appear", "become", "grow", "look", "remain", "seem", "sound", "stay"];

impl Standings<'_, '_, '_> {
    /// What is said of a noun by the adjective that somebody holds to be true of it.
    pub(super) fn judged(&self, word: usize, left: usize) -> Option<View> {
        let (verb, adjective, says) = self.judgement(word)?;
        let own = ["make", "render"].contains(&&*self.lexis.reading.tokens[verb].lemma)
            || matches!(&*self.lexis.reading.tokens[adjective].lemma, "essential" | "necessary");
        if self.settled(word) || own && !self.may_be(word) {
            return None;
        }
        let mut view = self.view(verb, left);
        if let Some(not) = self.lexis.trees.children(adjective).find(|&at| self.negates(at)) {
            view = if view.status == Status::Negated { View::plain() } else { view.then(Says::Not, not) };
        }
        Some(view.under(adjective, says))
    }

    /// "the siege is set to begin": what is said of the verb that only says that its subject takes place.
    pub(super) fn raised(&self, word: usize, head: usize, left: usize) -> Option<View> {
        let deed = self.lexis.trees.children(head).find(|&at| {
            self.is(at, &[Relation::Xcomp]) && HAPPENS.contains(&&*self.lexis.reading.tokens[at].lemma)
        })?;
        let object = self.lexis.trees.child(head, &[Relation::Obj, Relation::Iobj]);
        (object.is_none() && !self.settled(word)).then(|| self.view(deed, left))
    }

    /// "an attack is a crime", "an attack makes no sense", "an attack is a matter of time": any attack, not one that there was.
    pub(super) fn generic(&self, word: usize, head: usize) -> Option<View> {
        let tokens = &self.lexis.reading.tokens;
        let article = self.lexis.trees.child(word, &[Relation::Det]);
        article.filter(|&at| matches!(self.lexis.lower(at), "a" | "an") && self.may_be(word))?;
        let present = |at: usize| tokens[at].morphology.tense == Some(Tense::Pres);
        let copula = self.lexis.trees.child(head, &[Relation::Cop]).filter(|&at| present(at));
        let definite = self.lexis.trees.children(head).any(|at| self.lexis.lower(at) == "the");
        let cased = self.lexis.trees.child(head, &[Relation::Case]).is_some();
        let ongoing = matches!(&*tokens[head].lemma, "ongoing" | "underway" | "over" | "complete" | "near");
        let predicate = matches!(tokens[head].upos, Upos::Adj | Upos::Noun)
            && copula.is_some()
            && !(definite || cased || ongoing);
        let verb = present(head) && GENERIC.contains(&&*tokens[head].lemma) && !self.helped(head);
        if predicate && self.is_matter_of_time(head) {
            return Some(View::plain().then(Says::ToCome, head));
        }
        (predicate || verb).then(|| View::plain().then(Says::Maybe, head))
    }

    /// "a matter of time", "a question of days".
    fn is_matter_of_time(&self, head: usize) -> bool {
        let tokens = &self.lexis.reading.tokens;
        let time = |at: usize| {
            matches!(&*tokens[at].lemma, "time" | "hour" | "day" | "week" | "month")
                && self.is(at, &[Relation::Nmod])
        };
        matches!(&*tokens[head].lemma, "matter" | "question") && self.lexis.trees.children(head).any(time)
    }

    /// The verb that judges, and the adjective with what it says.
    fn judgement(&self, word: usize) -> Option<(usize, usize, Governs)> {
        let token = &self.lexis.reading.tokens[word];
        let head = token.head.filter(|_| token.upos == Upos::Noun)?;
        let beside = match token.relation {
            Relation::Obj | Relation::NsubjPass => {
                self.predicate(word, head).map(|adjective| (head, adjective))
            }
            Relation::Nsubj if SEEMS.contains(&&*self.lexis.reading.tokens[head].lemma) => {
                self.predicate(word, head).map(|adjective| (head, adjective))
            }
            Relation::Conj => None,
            _ => return None,
        };
        let (verb, adjective) = beside.or_else(|| {
            let view = |&at: &usize| VIEWS.contains(&&*self.lexis.reading.tokens[at].lemma);
            Some((self.lexis.trees.above(word).take(4).find(view)?, self.as_adjective(word)?))
        })?;
        let says = table::governs(&self.lexis.reading.tokens[adjective].lemma, Frame::Subject)?;
        Some((verb, adjective, says))
    }

    /// The adjective that completes the verb, or stands behind the noun: "believes an attack to be imminent", "thinks an attack likely".
    fn predicate(&self, word: usize, verb: usize) -> Option<usize> {
        const COMPLETES: &[Relation] = &[
            Relation::Xcomp,
            Relation::Advcl,
            Relation::Advmod,
            Relation::Obl,
            Relation::Ccomp,
            Relation::Obj,
        ];
        const BEHIND: &[Relation] = &[Relation::Amod, Relation::Acl];
        let tells = |at: usize, by: &[Relation]| {
            let token = &self.lexis.reading.tokens[at];
            at > word
                && matches!(token.upos, Upos::Adj | Upos::Verb | Upos::Noun)
                && by.contains(&token.relation)
                && table::governs(&token.lemma, Frame::Subject).is_some()
        };
        let completes = self.lexis.trees.children(verb).find(|&at| tells(at, COMPLETES) && at > verb);
        let behind = self.lexis.trees.children(word).find(|&at| tells(at, BEHIND));
        completes.into_iter().chain(behind).min()
    }

    /// "considers the raid illegal" thinks over no raid: an adjective completes the verb, though it says nothing of whether it is so.
    pub(super) fn is_opinion(&self, word: usize, verb: usize) -> bool {
        const COMPLETES: &[Relation] = &[Relation::Xcomp, Relation::Advcl, Relation::Amod, Relation::Acl];
        let tokens = &self.lexis.reading.tokens;
        let mut beside = self.lexis.trees.children(verb).chain(self.lexis.trees.children(word));
        &*tokens[verb].lemma == "consider"
            && beside.any(|at| at > word && tokens[at].upos == Upos::Adj && self.is(at, COMPLETES))
    }

    /// "… as possible", "… as ‘very unlikely’" behind a noun, before the next verb or comma.
    fn as_adjective(&self, word: usize) -> Option<usize> {
        let tokens = &self.lexis.reading.tokens;
        let end = self.lexis.sentence_of(word).tokens.end.min(word + REACH);
        let stops = |at: usize| matches!(tokens[at].upos, Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Punct);
        let as_word =
            (word + 1..end).take_while(|&at| !stops(at)).find(|&at| self.lexis.lower(at) == "as")?;
        let aside = |at: usize| matches!(tokens[at].upos, Upos::Adv | Upos::Punct);
        let adjective = (as_word + 1..end).find(|&at| !aside(at))?;
        (tokens[adjective].upos == Upos::Adj).then_some(adjective)
    }

    /// What is said of something by the noun that it spells out: "my guess: an air strike", "the fear is an attack on the port".
    pub(super) fn spelt_out(&self, word: usize, left: usize) -> Option<View> {
        let tokens = &self.lexis.reading.tokens;
        let noun = match tokens[word].relation {
            Relation::Appos | Relation::Parataxis | Relation::List => tokens[word].head.filter(|&head| {
                let between = (head + 1).max(word.saturating_sub(REACH))..word;
                between.into_iter().any(|at| matches!(self.lexis.lower(at), ":" | "—" | "–"))
            }),
            _ if tokens[word].upos == Upos::Noun => {
                let copula = self.lexis.trees.child(word, &[Relation::Cop]);
                copula.and_then(|_| self.lexis.trees.child(word, &[Relation::Nsubj]))
            }
            _ => None,
        }?;
        let says = table::governs(&tokens[noun].lemma, Frame::Equal).filter(|_| self.is_noun(noun))?;
        Some(self.view(noun, left).under(noun, says))
    }

    /// "in the novel": where things happen that do not.
    pub(super) fn made_up(&self, word: usize) -> Option<usize> {
        self.lexis.trees.children(word).find(|&at| {
            let case =
                self.lexis.trees.child(at, &[Relation::Case]).map_or("", |case| self.lexis.lower(case));
            case == "in"
                && self.is(at, &[Relation::Obl, Relation::Nmod])
                && FICTION.contains(&&*self.lexis.reading.tokens[at].lemma)
        })
    }

    /// The day of a timetable: "the invasion starts on Monday".
    pub(super) fn scheduled(&self, word: usize) -> Option<usize> {
        let token = &self.lexis.reading.tokens[word];
        let present = token.morphology.tense == Some(Tense::Pres) && self.is_finite(word);
        if !present || !TIMETABLE.contains(&&*token.lemma) || self.helped(word) {
            return None;
        }
        let times = [Relation::Obl, Relation::OblUnmarked, Relation::Advmod];
        let mut beside = self.lexis.trees.children(word).filter(|&at| at > word && self.is(at, &times));
        beside.find(|&at| {
            let parts = || self.lexis.trees.children(at).map(|part| self.lexis.lower(part));
            let again = parts().any(|part| matches!(part, "every" | "each" | "last" | "most"));
            let next = parts().any(|part| part == "next");
            !again && (next || AHEAD.contains(&self.lexis.lower(at)))
        })
    }

    fn helped(&self, word: usize) -> bool {
        self.lexis.trees.child(word, &[Relation::Aux, Relation::AuxPass]).is_some()
    }
}
