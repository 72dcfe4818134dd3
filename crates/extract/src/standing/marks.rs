//! What the words at a word say of it: auxiliaries, negations, adverbs, determiners, adjectives, conditions beside it.

use sayso_lang::{Relation, VerbForm};
use sayso_record::Status;

use super::table::{ADJECTIVES, ADVERBS, MARKS};
use super::{Says, Standings, View};

/// What a word that joins a clause says of it.
pub(super) fn says(mark: &str) -> Option<Says> {
    find(MARKS, mark)
}

fn find(table: &[(&str, Says)], word: &str) -> Option<Says> {
    table.iter().find(|(known, _)| *known == word).map(|&(_, says)| says)
}

impl Standings<'_, '_, '_> {
    /// A word in its context, once its own words have been heard.
    pub(super) fn own(&self, word: usize, context: View) -> View {
        let mut view = context;
        let children: Vec<usize> = self.lexis.trees.children(word).collect();
        let not = children.iter().copied().find(|&at| self.negates(at));
        for &at in &children {
            view = self.heard(word, at, not.is_some(), view);
        }
        if let Some(not) = not.filter(|_| self.negatable(&children)) {
            view = if view.status == Status::Hypothetical { view } else { view.then(Says::Not, not) };
        }
        if let Some(work) = self.made_up(word).filter(|_| view.status == Status::Actual) {
            view = view.then(Says::Maybe, work);
        }
        if let Some(day) = self.scheduled(word).filter(|_| view.status == Status::Actual) {
            view = view.then(Says::ToCome, day);
        }
        if let Some(to) = self.is_to(word, &children) {
            let never = self.is_perfect(word);
            view = view.then(if never { Says::Not } else { Says::ToCome }, to);
        }
        view
    }

    fn heard(&self, word: usize, at: usize, not: bool, view: View) -> View {
        let lower = self.lexis.lower(at);
        match self.lexis.reading.tokens[at].relation {
            Relation::Aux | Relation::AuxPass => self.modal(word, at, not, view),
            Relation::Advmod if lower == "otherwise" && at < word && self.has_subject(word) => {
                view.then(Says::Maybe, at)
            }
            Relation::Advmod => match find(ADVERBS, lower) {
                Some(says) => view.then(says, at),
                None => view,
            },
            Relation::Amod | Relation::Compound => match find(ADJECTIVES, lower) {
                Some(Says::ToCome) if self.took_place(word) => view,
                Some(says) => view.then(says, at),
                None if lower == "next" && !self.is_verbal(word) => view.then(Says::ToCome, at),
                None => view,
            },
            Relation::NmodPoss | Relation::Nmod | Relation::NmodUnmarked if self.is_ahead(at) => {
                view.then(Says::ToCome, at)
            }
            Relation::Acl if !self.is_verbal(word) && self.looms(at) => view.then(Says::ToCome, at),
            Relation::Det if lower == "any" && view.status != Status::Negated => view.then(Says::Maybe, at),
            Relation::Case if !self.is_verbal(word) => match says(lower) {
                Some(says) => View::plain().then(says, at),
                None => view,
            },
            Relation::Advcl if self.is_condition(at) => view.then(Says::If, self.mark(at).unwrap_or(at)),
            _ => view,
        }
    }

    /// "the expected attack came": it is no longer to come.
    fn took_place(&self, word: usize) -> bool {
        let verb = self.lexis.reading.tokens[word].head.filter(|_| self.is(word, &[Relation::Nsubj]));
        verb.is_some_and(|verb| {
            let happens = matches!(
                &*self.lexis.reading.tokens[verb].lemma,
                "come" | "begin" | "start" | "happen" | "occur" | "take"
            );
            happens && self.tense(verb) == sayso_record::Tense::Past && !self.helped_by_modal(verb)
        })
    }

    fn helped_by_modal(&self, verb: usize) -> bool {
        self.lexis.trees.children(verb).any(|at| {
            self.is(at, &[Relation::Aux])
                && !matches!(&*self.lexis.reading.tokens[at].lemma, "have" | "be" | "do")
        })
    }

    /// "tomorrow's", "next week's".
    fn is_ahead(&self, at: usize) -> bool {
        self.lexis.lower(at) == "tomorrow"
            || self.lexis.trees.children(at).any(|word| self.lexis.lower(word) == "next")
    }

    /// "looming over the town", "to be launched"
    fn looms(&self, clause: usize) -> bool {
        let lemma = &*self.lexis.reading.tokens[clause].lemma;
        matches!(lemma, "loom" | "due" | "scheduled") && self.to(clause).is_none()
            || self.to(clause).is_some() && self.lexis.trees.child(clause, &[Relation::AuxPass]).is_some()
    }

    fn modal(&self, word: usize, at: usize, not: bool, view: View) -> View {
        match self.lexis.lower(at) {
            "will" | "'ll" | "shall" | "wo" if !not => view.then(Says::ToCome, at),
            "would" | "'d" if self.backshifted(word) && !not => view.then(Says::ToCome, at),
            "would" | "'d" | "can" | "could" | "ca" if !not => view.then(Says::Maybe, at),
            "may" | "might" | "should" | "must" | "ought" | "need" => view.then(Says::Maybe, at),
            _ => view,
        }
    }

    /// "said it would": the future of a speaker in the past, unless it hangs on a condition.
    fn backshifted(&self, word: usize) -> bool {
        const ANNOUNCES: &[&str] = &[
            "add",
            "announce",
            "confirm",
            "declare",
            "say",
            "state",
            "tell",
            "promise",
            "pledge",
            "vow",
            "insist",
            "reiterate",
            "indicate",
            "reveal",
            "decide",
            "agree",
            "assure",
            "report",
        ];
        let tokens = &self.lexis.reading.tokens;
        let first = |at: usize| if tokens[at].relation == Relation::Conj { tokens[at].head } else { None };
        let clause = std::iter::successors(Some(word), |&at| first(at))
            .take(4)
            .find(|&at| tokens[at].relation == Relation::Ccomp);
        let said = clause
            .and_then(|at| tokens[at].head)
            .is_some_and(|head| ANNOUNCES.contains(&&*tokens[head].lemma));
        let have = self.lexis.trees.children(word).any(|at| self.lexis.lower(at) == "have");
        let condition = self.lexis.trees.children(word).any(|at| self.is_condition(at));
        said && !have && !condition
    }

    /// A clause beside that is a condition: "if they leave", "should they leave".
    fn is_condition(&self, clause: usize) -> bool {
        let conditional = self.lexis.reading.tokens[clause].relation == Relation::Advcl;
        let mark = self.mark(clause).map(|mark| self.lexis.lower(mark));
        conditional
            && (matches!(mark, Some("if" | "unless" | "provided" | "providing"))
                || mark.is_none() && self.inverted(clause))
    }

    /// "not", "never", "no", "neither" at the word, or a subject that is nobody.
    pub(super) fn negates(&self, at: usize) -> bool {
        let lower = self.lexis.lower(at);
        if matches!(self.lexis.lower(at + 1), "only" | "just" | "merely" | "least") && lower == "not" {
            return false;
        }
        if lower == "longer" {
            return at > 0 && self.lexis.lower(at - 1) == "no";
        }
        match self.lexis.reading.tokens[at].relation {
            Relation::Advmod | Relation::Det | Relation::Cc | Relation::CcPreconj => {
                matches!(lower, "not" | "n't" | "never" | "no" | "neither" | "nor" | "rather" | "nowhere")
            }
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::OblAgent => {
                matches!(lower, "nobody" | "none" | "nothing" | "neither")
                    || self
                        .lexis
                        .trees
                        .children(at)
                        .any(|word| matches!(self.lexis.lower(word), "no" | "neither" | "none"))
                    || self.lexis.lower(self.lexis.trees.reach(at).start) == "not"
            }
            _ => false,
        }
    }

    /// "may not leave" leaves it open; "cannot leave" and "will not leave" do not.
    fn negatable(&self, children: &[usize]) -> bool {
        !children.iter().any(|&at| {
            self.lexis.reading.tokens[at].relation == Relation::Aux
                && matches!(self.lexis.lower(at), "may" | "might" | "should" | "must" | "ought")
        })
    }

    /// "is to leave", "were to be recalled".
    fn is_to(&self, word: usize, children: &[usize]) -> Option<usize> {
        let infinitive = self.lexis.reading.tokens[word].morphology.verb_form != Some(VerbForm::Fin);
        let to = children
            .iter()
            .copied()
            .find(|&at| self.lexis.lower(at) == "to" && self.is(at, &[Relation::Mark]))?;
        let be = to.checked_sub(1).filter(|be| children.contains(be))?;
        let is = matches!(
            self.lexis.lower(be),
            "is" | "are" | "was" | "were" | "'s" | "'re" | "due" | "set" | "about" | "poised" | "bound"
        );
        (infinitive && is).then_some(to)
    }
}
