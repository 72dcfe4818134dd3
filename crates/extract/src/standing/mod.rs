//! Standing: did it happen, as whoever tells it presents it?
//!
//! The tree is read from the word up. What governs it says whether it is so ([`table`]: "refused to leave", "the threat of an attack"),
//! clauses say it by how they are joined ("if", "without", "to" of purpose), and its own words say it last ("will", "not", "alleged").
//! Each step that makes it other than plainly so leaves its word as a cue.

mod clauses;
mod judged;
mod marks;
mod noun;
mod table;

pub(crate) use table::governs_anything;

use sayso_lang::{Mood, Relation, Tense as Form, Upos, VerbForm};
use sayso_record::{Certainty, Factuality, Marked, Polarity, Standing, Status, Tense};

use crate::lexis::Lexis;
use table::{Frame, Governs};

/// How many words may govern one another: more than people can follow, and a bound on damaged text.
const DEEPEST: usize = 16;

/// What a word says of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// It is so.
    So,
    /// It is not so.
    Not,
    /// It may be so.
    Maybe,
    /// It is to be.
    ToCome,
    /// It is a condition.
    If,
}

/// A word's standing while it is being found out: what it is, and the tokens that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
struct View {
    status: Status,
    cues: Vec<usize>,
    conditional: bool,
}

impl View {
    fn plain() -> Self {
        View { status: Status::Actual, cues: Vec::new(), conditional: false }
    }

    /// What is so in this view once `cue` has said `says`.
    fn then(mut self, says: Says, cue: usize) -> Self {
        let status = match (self.status, says) {
            (status, Says::So) => return View { status, ..self },
            (Status::Actual | Status::Future, Says::Not) => Status::Negated,
            (Status::Negated, Says::Not | Says::Maybe | Says::ToCome) => Status::Negated,
            (Status::Hypothetical, _) | (_, Says::Maybe | Says::If) => Status::Hypothetical,
            (Status::Actual | Status::Future, Says::ToCome) => Status::Future,
        };
        self.conditional |= says == Says::If;
        self.status = status;
        self.cues.push(cue);
        self
    }

    /// This view, for what goes with it where it is yet to come or may be, and where a negation does not reach.
    fn unless_negated(self) -> Self {
        if self.status == Status::Negated { View::plain() } else { self }
    }

    /// What is so of a word that `governor`, seen like this, governs.
    fn under(self, governor: usize, (plain, negated): Governs) -> Self {
        let says = if self.status == Status::Negated { negated } else { plain };
        let Some(says) = says else { return View::plain() };
        let status = match (self.status, says) {
            (Status::Actual | Status::Negated, Says::So) => return View::plain(),
            (Status::Actual | Status::Negated, Says::Not) => Status::Negated,
            (Status::Actual | Status::Negated | Status::Future, Says::ToCome) => Status::Future,
            (Status::Future, Says::So) => return self,
            _ => Status::Hypothetical,
        };
        let mut cues = self.cues;
        if says != Says::So {
            cues.push(governor);
        }
        View { status, cues, conditional: self.conditional }
    }
}

/// Finds the standing of the words of one report.
pub(crate) struct Standings<'s, 'r, 't> {
    pub(crate) lexis: &'s Lexis<'r, 't>,
}

impl<'t> Standings<'_, '_, 't> {
    /// The standing of a verb, or of a noun or adjective that names what happens.
    pub(crate) fn of(&self, word: usize) -> Standing<'t> {
        let mut view = self.view(word, DEEPEST);
        view.cues.sort_unstable();
        view.cues.dedup();
        let factuality = self.factuality(word, &view);
        let marked = match view.status {
            Status::Actual => None,
            Status::Negated => Some(Marked::Negated),
            Status::Hypothetical => Some(Marked::Hypothetical),
            Status::Future => Some(Marked::Future),
        };
        let mut cues = view.cues.iter().map(|&cue| self.lexis.slice(cue));
        match (marked, cues.next()) {
            (Some(marked), Some(first)) => {
                cues.fold(Standing::marked(marked, first, factuality), Standing::also)
            }
            _ => {
                let mut actual = Standing::actual();
                actual.factuality = factuality;
                actual
            }
        }
    }

    /// The status alone.
    pub(crate) fn status(&self, word: usize) -> Status {
        self.view(word, DEEPEST).status
    }

    /// Has it happened? From −3, surely not, to 3, surely (UDS-IH2): what the trained reader says, drawn together, less what the rules take
    /// off. The figures were fitted on the development part of UDS-IH2, because the reader knows its training part by heart.
    pub(crate) fn happened(&self, word: usize) -> f32 {
        let rules = match self.status(word) {
            Status::Actual => 0.54,
            Status::Negated => -0.2,
            Status::Hypothetical => -0.34,
            Status::Future => -0.41,
        };
        0.71 * self.lexis.reading.tokens[word].standing + rules
    }

    fn factuality(&self, word: usize, view: &View) -> Factuality {
        let (certainty, polarity) = match view.status {
            Status::Actual => (Certainty::Certain, Polarity::Positive),
            Status::Negated => (Certainty::Certain, Polarity::Negative),
            Status::Hypothetical => (Certainty::Possible, Polarity::Positive),
            Status::Future => (Certainty::Probable, Polarity::Positive),
        };
        let time = match view.status {
            Status::Future => Tense::Future,
            Status::Hypothetical => Tense::Unspecified,
            _ => self.tense(word),
        };
        Factuality { polarity, certainty, time, conditional: view.conditional }
    }

    /// The tense of a verb, told by itself or by what stands at it.
    fn tense(&self, word: usize) -> Tense {
        let own = |at: usize| match self.lexis.reading.tokens[at].morphology.tense {
            Some(Form::Past) => Some(Tense::Past),
            Some(Form::Pres) => Some(Tense::Present),
            None => None,
        };
        let helped =
            self.lexis.trees.children(word).filter(|&at| self.is(at, &[Relation::Aux, Relation::Cop]));
        let perfect = self.lexis.trees.children(word).any(|at| self.lexis.reading.tokens[at].lemma == "have");
        match helped.filter_map(own).next().or_else(|| own(word)) {
            Some(Tense::Present) if perfect => Tense::Past,
            Some(tense) => tense,
            None => Tense::Unspecified,
        }
    }

    /// What is said of a word by everything above and at it.
    fn view(&self, word: usize, left: usize) -> View {
        let context = match left.checked_sub(1) {
            None => View::plain(),
            Some(left) => {
                let held = self.judged(word, left).or_else(|| self.spelt_out(word, left));
                held.unwrap_or_else(|| self.context(word, left))
            }
        };
        self.own(word, context)
    }

    /// What is said of a word by what it hangs on.
    fn context(&self, word: usize, left: usize) -> View {
        let token = &self.lexis.reading.tokens[word];
        let Some(head) = token.head else { return self.at_the_root(word) };
        if self.orders(word) {
            return View::plain().then(Says::Maybe, word);
        }
        if let Some(mark) = self.asked(word) {
            return View::plain().then(Says::Maybe, mark);
        }
        if self.inverted(word) {
            return self.condition(word);
        }
        if token.relation != Relation::AclRelcl && self.asks_why(word) {
            return View::plain();
        }
        match token.relation {
            Relation::Conj if self.inverted(head) => View::plain(),
            Relation::Conj if self.shares(word, head) => self.view(head, left),
            Relation::Conj => self.context(head, left),
            Relation::Ccomp | Relation::Xcomp | Relation::Csubj | Relation::CsubjPass => {
                self.clause(word, head, left)
            }
            Relation::Advcl | Relation::AdvclRelcl => self.adverbial(word, head, left),
            Relation::Acl => self.of_noun(word, head, left),
            Relation::AclRelcl => self.relative(word, head, left),
            Relation::Appos => self.view(head, left),
            Relation::Parataxis
                if self.lexis.trees.children(word).any(|at| self.lexis.lower(at) == "otherwise") =>
            {
                View::plain().then(Says::Maybe, word)
            }
            Relation::Parataxis | Relation::List | Relation::Discourse => self.at_the_root(word),
            _ if self.is_verbal(word) && token.relation != Relation::Amod => self.clause(word, head, left),
            _ => self.noun(word, head, left),
        }
    }

    /// A headline's infinitive is to come; a question leaves open what it asks; an order is not yet carried out.
    fn at_the_root(&self, word: usize) -> View {
        if self.inverted(word) && self.asked(word).is_none() {
            return self.condition(word);
        }
        if let Some(to) = self.to(word).filter(|_| self.lexis.reading.tokens[word].relation == Relation::Root)
        {
            return View::plain().then(Says::ToCome, to);
        }
        let imperative = self.lexis.reading.tokens[word].morphology.mood == Some(Mood::Imp);
        if imperative && !self.has_subject(word) || self.orders(word) {
            return View::plain().then(Says::Maybe, word);
        }
        match self.asked(word) {
            Some(mark) => View::plain().then(Says::Maybe, mark),
            None => View::plain(),
        }
    }

    fn has_subject(&self, word: usize) -> bool {
        self.lexis.trees.child(word, &[Relation::Nsubj, Relation::NsubjPass]).is_some()
    }

    /// The question mark of a question that leaves open whether it is so; "why did they attack?" does not.
    fn asked(&self, word: usize) -> Option<usize> {
        let own = self.lexis.trees.children(word).find(|&at| self.lexis.lower(at) == "?");
        let root = self.lexis.reading.tokens[word].head.is_none();
        let last = || {
            self.lexis.sentence_of(word).tokens.clone().rev().take(3).find(|&at| self.lexis.lower(at) == "?")
        };
        let mark = own.or_else(|| last().filter(|_| root))?;
        (!self.asks_why(word)).then_some(mark)
    }

    /// A clause that asks why, when or by whom, and takes for granted that it is so.
    fn asks_why(&self, word: usize) -> bool {
        self.has_tense(word)
            && self.lexis.trees.children(word).any(|at| {
                at < word
                    && matches!(
                        self.lexis.lower(at),
                        "why" | "when" | "where" | "how" | "who" | "what" | "which"
                    )
            })
    }

    /// A bare verb that opens a sentence or a quotation.
    fn orders(&self, word: usize) -> bool {
        let token = &self.lexis.reading.tokens[word];
        let verbal = token.upos == Upos::Verb || self.lexis.trees.child(word, &[Relation::Obj]).is_some();
        let bare = token.lemma == self.lexis.lower(word) && verbal && !self.has_subject(word);
        let opens = self.lexis.opens_sentence(word)
            || word.checked_sub(1).is_some_and(|at| self.lexis.is_open_quote(at));
        bare && opens && self.lexis.trees.child(word, &[Relation::Aux]).is_none()
    }

    /// A further verb shares what stands at the first ("will attack and burn") unless it is finite by itself ("did not attack and fled").
    fn shares(&self, word: usize, head: usize) -> bool {
        let own = self.lexis.trees.children(word).any(|at| {
            self.is(
                at,
                &[Relation::Aux, Relation::AuxPass, Relation::Cop, Relation::Nsubj, Relation::NsubjPass],
            )
        });
        let nouns = !self.is_verbal(word) && !self.is_verbal(head);
        let but = self.lexis.trees.children(word).any(|at| matches!(self.lexis.lower(at), "but" | "instead"));
        (nouns || !own && self.fits_auxiliary(word, head)) && !but
    }

    /// A further verb has the form that the auxiliary of the first asks for: bare after "will" and "did", a participle after "has" and "was".
    fn fits_auxiliary(&self, word: usize, head: usize) -> bool {
        let bare = self.lexis.reading.tokens[word].lemma == self.lexis.lower(word);
        match self.lexis.trees.child(head, &[Relation::Aux, Relation::AuxPass]) {
            None => true,
            Some(aux) => bare != matches!(&*self.lexis.reading.tokens[aux].lemma, "have" | "be"),
        }
    }

    /// The row for a word under its head, particles and adpositions looked at first.
    fn says(&self, head: usize, word: usize, frame: Frame) -> Option<Governs> {
        let lemma = &*self.lexis.reading.tokens[head].lemma;
        let particle = self.lexis.trees.child(head, &[Relation::CompoundPrt]);
        let case = self.lexis.trees.child(word, &[Relation::Case, Relation::Mark]);
        let beside = Some(head + 1).filter(|&at| self.lexis.reading.tokens.len() > at);
        let mut phrases = [particle, case, beside].into_iter().flatten();
        let phrase = phrases.find_map(|at| table::phrase_governs(lemma, self.lexis.lower(at), frame));
        phrase.or_else(|| table::governs(lemma, frame)).filter(|_| particle.is_none() || phrase.is_some())
    }

    fn mark(&self, word: usize) -> Option<usize> {
        self.lexis.trees.child(word, &[Relation::Mark]).or_else(|| {
            let adverb = self.lexis.trees.child(word, &[Relation::Advmod])?;
            matches!(self.lexis.lower(adverb), "when" | "whenever" | "once" | "instead" | "otherwise")
                .then_some(adverb)
        })
    }

    fn is(&self, at: usize, relations: &[Relation]) -> bool {
        relations.contains(&self.lexis.reading.tokens[at].relation)
    }

    fn is_verbal(&self, word: usize) -> bool {
        matches!(self.lexis.reading.tokens[word].upos, Upos::Verb | Upos::Aux)
    }

    fn is_noun(&self, word: usize) -> bool {
        self.lexis.reading.tokens[word].upos == Upos::Noun
    }

    fn is_finite(&self, word: usize) -> bool {
        self.lexis.reading.tokens[word].morphology.verb_form == Some(VerbForm::Fin)
    }
}
