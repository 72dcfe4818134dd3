//! Clauses: what is said of a clause by the word it completes, explains or stands beside.

use sayso_lang::{Relation, Upos};
use sayso_record::Tense;

use super::table::{self, Frame, Governs};
use super::{Says, Standings, View, marks};

impl Standings<'_, '_, '_> {
    /// What a verb, an adjective or a noun says of the clause that completes it.
    pub(super) fn clause(&self, word: usize, head: usize, left: usize) -> View {
        let relation = self.lexis.reading.tokens[word].relation;
        let to = self.to(word);
        let whether = self.mark(word).filter(|&mark| matches!(self.lexis.lower(mark), "whether" | "if"));
        if let Some(whether) = whether {
            return View::plain().then(Says::Maybe, whether);
        }
        if let Some(yet) = self.yet(head).filter(|_| to.is_some()) {
            return self.view(head, left).then(Says::Not, yet);
        }
        let subject = matches!(relation, Relation::Csubj | Relation::CsubjPass);
        let frame = match relation {
            _ if subject => Frame::Subject,
            Relation::Ccomp if self.has_tense(word) => Frame::That,
            _ => Frame::Clause,
        };
        if matches!(self.lexis.lower(head), "provided" | "providing" | "assuming" | "supposing")
            && !self.has_subject(head)
        {
            return View::plain().then(Says::If, head);
        }
        let named = || self.says(head, word, Frame::Noun).filter(|_| subject && self.is_noun(head));
        let said = self.says(head, word, frame).or_else(named).or_else(|| {
            let thing = subject || relation != Relation::Ccomp && relation != Relation::Xcomp;
            thing.then(|| self.says(head, word, Frame::Object)).flatten()
        });
        match said {
            Some(_) if self.in_vain(head) => View::plain().then(Says::Not, head),
            Some(says) => self.view(head, left).under(head, says),
            None if relation == Relation::Ccomp => View::plain(),
            None if subject => self.view(head, left).unless_negated(),
            None => match to {
                Some(_) if self.is_perfect(word) => self.view(head, left),
                Some(_) if !self.is_verbal(head) => self.view(head, left).then(Says::Maybe, head),
                Some(to) => self.view(head, left).then(Says::Maybe, to),
                None => self.view(head, left),
            },
        }
    }

    /// The *yet* of "has yet to leave".
    fn yet(&self, head: usize) -> Option<usize> {
        let token = &self.lexis.reading.tokens[head];
        let yet = self.lexis.trees.children(head).find(|&at| at > head && self.lexis.lower(at) == "yet");
        yet.filter(|_| matches!(&*token.lemma, "have" | "be"))
    }

    /// A clause with a tense of its own, or a subject and no *to*.
    pub(super) fn has_tense(&self, word: usize) -> bool {
        self.to(word).is_none() && (self.has_subject(word) || self.is_finite(word))
    }

    /// "to have left"
    pub(super) fn is_perfect(&self, word: usize) -> bool {
        self.lexis
            .trees
            .children(word)
            .any(|at| self.is(at, &[Relation::Aux]) && self.lexis.lower(at) == "have")
    }

    /// "tried in vain", "an unsuccessful attempt".
    pub(super) fn in_vain(&self, head: usize) -> bool {
        const VAIN: &[&str] =
            &["vain", "vainly", "unsuccessfully", "unsuccessful", "failed", "futile", "abortive", "botched"];
        self.lexis.trees.children(head).any(|at| VAIN.contains(&self.lexis.lower(at)))
    }

    /// The *to* of an infinitive: "to leave", "in order to leave", "so as to leave".
    pub(super) fn to(&self, word: usize) -> Option<usize> {
        let marks = || self.lexis.trees.children(word).filter(|&at| self.is(at, &[Relation::Mark]));
        let so_as = |at: &usize| self.lexis.lower(*at) == "so" && self.lexis.lower(at + 2) == "to";
        marks().find(|&at| self.lexis.lower(at) == "to").or_else(|| marks().find(so_as))
    }

    /// A clause beside the main one: a condition, a purpose, a time, a reason.
    pub(super) fn adverbial(&self, word: usize, head: usize, left: usize) -> View {
        if self.inverted(word) {
            return self.condition(word);
        }
        if let Some(to) = self.to(word) {
            return self.purpose(word, head, to, left);
        }
        let Some(mark) = self.mark(word) else { return self.clause_beside(word, head, left) };
        match self.lexis.lower(mark) {
            "of" | "than" | "from" | "for" | "against" | "to" => self.instead(word, head, mark, left),
            "before" if self.lexis.trees.children(word).any(|at| self.lexis.lower(at) == "could") => {
                View::plain().then(Says::Not, mark)
            }
            "before" | "until" | "till" | "once" | "when" | "whenever" | "by" | "in" | "with" => {
                let past = self.is_finite(word) && self.tense(word) == Tense::Past;
                if past { View::plain() } else { self.view(head, left).unless_negated() }
            }
            lower => match marks::says(lower) {
                Some(says) => View::plain().then(says, mark),
                None => View::plain(),
            },
        }
    }

    /// What something is done for has not been done by that.
    pub(super) fn purpose(&self, word: usize, head: usize, to: usize, left: usize) -> View {
        if let Some((noun, says)) = self.noun_before(word) {
            return self.view(noun, left).under(noun, says);
        }
        match self.says(head, word, Frame::Clause) {
            Some(_) if self.in_vain(head) => View::plain().then(Says::Not, head),
            Some(says) => self.view(head, left).under(head, says),
            None => View::plain().then(Says::Maybe, to),
        }
    }

    /// A noun right before a phrase governs it, whatever the tree hangs the phrase on: "unveiled its plan for a blockade".
    pub(super) fn noun_before(&self, word: usize) -> Option<(usize, Governs)> {
        let noun = self.lexis.trees.reach(word).start.checked_sub(1)?;
        let token = &self.lexis.reading.tokens[noun];
        let same = token.sentence == self.lexis.reading.tokens[word].sentence && token.upos == Upos::Noun;
        let some = || self.may_be(word).then(|| table::governs(&token.lemma, Frame::Indefinite)).flatten();
        table::governs(&token.lemma, Frame::Noun).or_else(some).filter(|_| same).map(|says| (noun, says))
    }

    /// "instead of leaving", "rather than leave", "short of leaving"; "refrained from leaving", "accused of leaving".
    pub(super) fn instead(&self, word: usize, head: usize, mark: usize, left: usize) -> View {
        let before = mark.checked_sub(1).map_or("", |at| self.lexis.lower(at));
        if matches!(before, "instead" | "rather" | "short") {
            return View::plain().then(Says::Not, mark - 1);
        }
        match self.says(head, word, Frame::Clause) {
            Some(says) => self.view(head, left).under(head, says),
            None => View::plain(),
        }
    }

    /// A participle beside its verb goes with it: "will fight on, shelling the port".
    pub(super) fn clause_beside(&self, word: usize, head: usize, left: usize) -> View {
        match self.says(head, word, Frame::Clause).filter(|_| !self.is_finite(word)) {
            Some(says) => self.view(head, left).under(head, says),
            None => self.view(head, left).unless_negated(),
        }
    }

    /// "should rebels attack", "were they to attack", "had they attacked".
    pub(super) fn inverted(&self, word: usize) -> bool {
        self.inversion(word).is_some()
    }

    pub(super) fn inversion(&self, word: usize) -> Option<usize> {
        let subject = self.lexis.trees.child(word, &[Relation::Nsubj, Relation::NsubjPass])?;
        let helps = |&at: &usize| self.is(at, &[Relation::Aux, Relation::AuxPass, Relation::Cop]);
        let first = self.lexis.trees.children(word).find(helps)?;
        let opens = matches!(self.lexis.lower(first), "should" | "had" | "were");
        (opens && first < self.lexis.trees.reach(subject).start).then_some(first)
    }

    pub(super) fn condition(&self, word: usize) -> View {
        let Some(first) = self.inversion(word) else { return View::plain() };
        let says = if self.lexis.lower(first) == "had" { Says::Not } else { Says::If };
        View::plain().then(says, first)
    }

    /// What a noun says of the clause that explains it: "a plan to leave", "reports that they left", "forces sent to the border".
    pub(super) fn of_noun(&self, word: usize, head: usize, left: usize) -> View {
        if self.in_vain(head) && self.to(word).is_some() {
            return View::plain().then(Says::Not, head);
        }
        if let Some(says) = self.says(head, word, Frame::Noun) {
            return self.view(head, left).under(head, says);
        }
        if let Some((verb, says)) = self.controlled(word, head) {
            return self.view(verb, left).under(verb, says);
        }
        if self.lexis.trees.child(head, &[Relation::Det]).is_some_and(|det| self.lexis.lower(det) == "no") {
            return self.view(head, left);
        }
        match self.to(word) {
            Some(mark) => View::plain().then(Says::ToCome, mark),
            None if self.may_be(head) => self.view(head, left).unless_negated(),
            None => View::plain(),
        }
    }

    /// "forced the rebels to leave", where the tree hangs the infinitive on the object.
    pub(super) fn controlled(&self, word: usize, noun: usize) -> Option<(usize, Governs)> {
        self.to(word)?;
        let object = self.is(noun, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass]);
        let verb = self.lexis.reading.tokens[noun].head.filter(|_| object)?;
        table::governs(&self.lexis.reading.tokens[verb].lemma, Frame::Clause).map(|says| (verb, says))
    }

    /// A relative clause says what is so, unless what it describes may not be there at all: "any attack that kills civilians".
    pub(super) fn relative(&self, word: usize, head: usize, left: usize) -> View {
        // "rumours that they had left" looks like "rumours that he spread".
        let told = self.lexis.lower(head + 1) == "that" && self.has_subject(word);
        if let Some(says) = self.says(head, word, Frame::Noun).filter(|_| told) {
            return self.view(head, left).under(head, says);
        }
        let past = self.tense(word) == Tense::Past;
        if past || !self.may_be(head) { View::plain() } else { self.view(head, left).unless_negated() }
    }
}
