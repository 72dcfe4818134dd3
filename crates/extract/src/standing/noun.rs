//! Nouns that name what happens: what the verb or noun above says of them.

use sayso_lang::Relation;
use sayso_record::Status;

use super::table::{Frame, governs};
use super::{Standings, View};
use crate::words::is_light;

/// Adpositions that take what they name for granted: "after the attack", "despite a raid".
const GRANTED: &[&str] = &[
    "after",
    "amid",
    "because",
    "despite",
    "during",
    "following",
    "given",
    "over",
    "since",
    "until",
    "upon",
    "before",
    "due",
];

/// Nouns that stand for what follows them: "a wave of attacks", "the use of gas".
const STANDS_FOR: &[&str] = &[
    "act",
    "aftermath",
    "beginning",
    "campaign",
    "dozen",
    "escalation",
    "exchange",
    "form",
    "hundred",
    "kind",
    "number",
    "outbreak",
    "pair",
    "part",
    "repeat",
    "resumption",
    "return",
    "round",
    "series",
    "set",
    "slew",
    "sort",
    "spate",
    "start",
    "string",
    "thousand",
    "type",
    "use",
    "wave",
];

/// Verbs that only say that their subject takes place.
pub(super) const HAPPENS: &[&str] = &[
    "ahead",
    "be",
    "begin",
    "break",
    "come",
    "commence",
    "continue",
    "erupt",
    "exist",
    "follow",
    "happen",
    "materialise",
    "materialize",
    "occur",
    "proceed",
    "start",
    "take",
    "resume",
    "ensue",
    "go",
];

impl Standings<'_, '_, '_> {
    /// What is said of a noun by the word it hangs on.
    pub(super) fn noun(&self, word: usize, head: usize, left: usize) -> View {
        let oblique = matches!(self.lexis.reading.tokens[word].relation, Relation::Obl | Relation::Nmod);
        if let Some((noun, says)) =
            self.noun_before(word).filter(|_| oblique && !self.granted(word) && !self.settled(word))
        {
            return self.view(noun, left).under(noun, says);
        }
        match self.lexis.reading.tokens[word].relation {
            Relation::Obj | Relation::Iobj | Relation::NsubjPass => self.object(word, head, left),
            Relation::Obl | Relation::OblAgent | Relation::OblUnmarked if self.granted(word) => View::plain(),
            Relation::Obl | Relation::OblAgent => self.object(word, head, left),
            Relation::Nsubj | Relation::NsubjOuter => self.subject(word, head, left),
            Relation::Nmod | Relation::Compound | Relation::NmodDesc | Relation::NmodUnmarked => {
                self.modifier(word, head, left)
            }
            _ => View::plain(),
        }
    }

    fn granted(&self, word: usize) -> bool {
        let case = self.lexis.trees.child(word, &[Relation::Case]);
        case.is_some_and(|case| GRANTED.contains(&self.lexis.lower(case)))
    }

    fn object(&self, word: usize, head: usize, left: usize) -> View {
        let passive = self.is(word, &[Relation::NsubjPass]);
        if let Some(view) = self.raised(word, head, left).filter(|_| passive) {
            return view;
        }
        if self.is_opinion(word, head) {
            return View::plain();
        }
        let as_word = self.is_governor(word).then(|| self.says(head, word, Frame::Word)).flatten();
        let view = || self.view(head, left);
        let some = || self.may_be(word).then(|| self.says(head, word, Frame::Indefinite)).flatten();
        match as_word.or_else(|| self.says(head, word, Frame::Object)).or_else(some) {
            Some(says) if !self.settled(word) => view().under(head, says),
            Some(_) => View::plain(),
            None if is_light(&self.lexis.reading.tokens[head].lemma) && !self.settled(word) => view(),
            None if self.may_be(word) => view().unless_negated(),
            None => View::plain(),
        }
    }

    /// The noun says something of what follows it, as "plan" and "report" do.
    fn is_governor(&self, noun: usize) -> bool {
        governs(&self.lexis.reading.tokens[noun].lemma, Frame::Noun).is_some()
    }

    /// A noun that its own words put in the past: "last week's attack", "the attack that killed two".
    pub(super) fn settled(&self, word: usize) -> bool {
        let told = |&at: &usize| {
            let past = self.is(at, &[Relation::AclRelcl])
                && self.tense(at) == sayso_record::Tense::Past
                && governs(&self.lexis.reading.tokens[at].lemma, Frame::Object).is_none()
                && self
                    .lexis
                    .trees
                    .child(at, &[Relation::Aux])
                    .is_none_or(|aux| matches!(self.lexis.lower(aux), "had" | "has" | "have"));
            let dated = matches!(
                self.lexis.lower(at),
                "last" | "recent" | "yesterday" | "previous" | "earlier" | "deadly"
            );
            past || dated
        };
        self.lexis.trees.children(word).any(|at| told(&at))
    }

    fn subject(&self, word: usize, head: usize, left: usize) -> View {
        let view = || self.view(head, left);
        let lemma = &*self.lexis.reading.tokens[head].lemma;
        if let Some(says) = self.says(head, word, Frame::Word).filter(|_| self.is_governor(word)) {
            return view().under(head, says);
        }
        let named = || self.says(head, word, Frame::Noun).filter(|_| self.is_noun(head));
        if let Some(says) =
            self.says(head, word, Frame::Subject).or_else(named).filter(|_| !self.settled(word))
        {
            return view().under(head, says);
        }
        let goes_on = matches!(lemma, "continue" | "go" | "proceed" | "resume") && !self.may_be(word);
        if let Some(view) = self.raised(word, head, left).or_else(|| self.generic(word, head)) {
            return view;
        }
        if HAPPENS.contains(&lemma) && !self.settled(word) && !goes_on {
            return view();
        }
        let view = view();
        let open = matches!(view.status, Status::Hypothetical | Status::Future);
        let perfect = self.lexis.trees.children(head).any(|at| self.lexis.lower(at) == "have");
        let would = || {
            self.lexis
                .trees
                .children(head)
                .any(|at| matches!(self.lexis.lower(at), "would" | "will" | "'d" | "'ll"))
        };
        if open && !perfect && !self.settled(word) && (self.may_be(word) || would()) {
            view
        } else {
            View::plain()
        }
    }

    fn modifier(&self, word: usize, head: usize, left: usize) -> View {
        let lemma = &*self.lexis.reading.tokens[head].lemma;
        let view = || self.view(head, left);
        if let Some(verb) = self.misread(word).and_then(|_| self.lexis.reading.tokens[head].head) {
            // "refrained from kidnapping women", "allowed to bomb targets": a verb with its object, read as a compound.
            let says = self.says(verb, head, Frame::Clause).or_else(|| self.says(verb, head, Frame::Object));
            return says.map_or_else(View::plain, |says| self.view(verb, left).under(verb, says));
        }
        if let Some(says) = self.says(head, word, Frame::Noun).filter(|_| !self.settled(word)) {
            return view().under(head, says);
        }
        if STANDS_FOR.contains(&lemma) {
            return view();
        }
        if self.may_be(word) { view().unless_negated() } else { View::plain() }
    }

    /// The adposition right before a gerund or a bare verb that the tree takes for the first part of a compound.
    fn misread(&self, word: usize) -> Option<usize> {
        let before = word.checked_sub(1)?;
        let lower = self.lexis.lower(word);
        let gerund = lower.ends_with("ing")
            && matches!(self.lexis.lower(before), "from" | "of" | "without" | "at" | "against");
        let bare = lower == &*self.lexis.reading.tokens[word].lemma && self.lexis.lower(before) == "to";
        (self.is(word, &[Relation::Compound]) && (gerund || bare)).then_some(before)
    }

    /// A noun that need not stand for anything that is there: "an attack", "attacks", "any attack", not "the attack", "last week's attack".
    pub(super) fn may_be(&self, word: usize) -> bool {
        let definite = |at: usize| {
            self.is(at, &[Relation::NmodPoss])
                || self.is(at, &[Relation::Det])
                    && matches!(self.lexis.lower(at), "the" | "this" | "that" | "these" | "those" | "both")
        };
        !self.settled(word) && !self.lexis.trees.children(word).any(definite)
    }
}
