//! Mentions: stretches of text that may speak of something the report speaks of again, with what their own words say of it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::words::{
    Gender, Pronoun, gender_of_name, gender_of_noun, gender_of_title, is_determiner, pronoun,
};
use crate::labels::{MentionKind, NameKind, Number, Relation, Upos};
use crate::reading::{Reading, Token};

/// How something is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// "I", "me", "my".
    I,
    /// "we", "our".
    We,
    /// "you", "your".
    You,
    /// "he", "his".
    He,
    /// "she", "her".
    She,
    /// "it", "its".
    It,
    /// "they", "their".
    They,
    /// "this", "those" without a noun.
    Pointer,
    /// "Holt", "the Karsk Council".
    Name,
    /// "the mayor".
    Definite,
    /// "this bridge".
    Demonstrative,
    /// "her brother", "Holt's brother".
    Possessed,
    /// "a mayor", "some mayors", "no mayor".
    Indefinite,
    /// "mayors", "two mayors".
    Bare,
    /// "Holt and Varga".
    Several,
    /// What happens: "burned" for "the port burned"; only pronouns and the like take it up.
    Event,
}

impl Class {
    /// How many there are.
    pub(super) const COUNT: usize = 16;

    /// A pronoun.
    pub(super) fn is_pronoun(self) -> bool {
        self <= Class::Pointer
    }

    /// May it take up what was mentioned before? What "a", "some" or nothing stands before is new, as OntoNotes sees it.
    pub(super) fn takes_up(self) -> bool {
        self < Class::Indefinite
    }
}

/// What a mention is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Subject,
    Object,
    Oblique,
    Modifier,
    Possessor,
    Apposition,
    Conjunct,
    Root,
    Part,
    Apart,
    Predicate,
    Other,
    /// A name that the tree does not have.
    Loose,
}

impl Function {
    /// How many there are.
    pub(super) const COUNT: usize = 13;
}

/// Something mentioned.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) head: usize,
    /// How many mentions, events apart, come before it.
    pub(super) order: usize,
    pub(super) tokens: Range<usize>,
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    pub(super) class: Class,
    pub(super) function: Function,
    pub(super) gender: Gender,
    /// 0 unknown, 1 singular, 2 plural.
    pub(super) number: usize,
    /// 0 unknown, then as [`MentionKind::ALL`].
    pub(super) kind: usize,
    /// "myself", "themselves".
    pub(super) reflexive: bool,
    /// Its words as they are written, without a determiner before and "'s" behind.
    pub(super) key: Vec<u32>,
    /// The words of it that have content, as lemmas, sorted.
    pub(super) words: Vec<u32>,
    /// The lemma of its head; of a person's name, its last word.
    pub(super) lemma: u32,
    /// Its initials, where it has several capitalised words.
    pub(super) initials: Option<u32>,
    /// The innermost quotation it stands in.
    pub(super) quotation: Option<usize>,
    /// The attribution in whose content it stands.
    pub(super) content: Option<usize>,
    /// The attribution in whose source it stands.
    pub(super) source: Option<usize>,
    /// What it depends on.
    pub(super) governor: Option<usize>,
    /// Log-odds that it is mentioned elsewhere, in steps of one from 0 (−4 and less) to 8.
    pub(super) odds: usize,
}

/// Words as numbers.
#[derive(Debug, Default)]
struct Numbers(BTreeMap<String, u32>);

impl Numbers {
    fn of(&mut self, word: &str) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(word.to_lowercase()).or_insert(next)
    }
}

/// All mentions of a reading, by their first and then by their last tokens, the longer before the shorter.
pub(super) fn mentions(reading: &Reading<'_>) -> Vec<Mention> {
    let mut finder = Finder::new(reading);
    let mut found = Vec::new();
    for head in 0..reading.tokens.len() {
        found.extend(finder.mention(head));
        found.extend(finder.several(head));
        found.extend(finder.event(head));
    }
    let names: Vec<Mention> = (0..reading.names.len()).filter_map(|name| finder.name(name, &found)).collect();
    found.extend(names);
    found.sort_by_key(|mention| (mention.tokens.start, usize::MAX - mention.tokens.end));
    found.dedup_by_key(|mention| mention.tokens.clone());
    let mut order = 0;
    for mention in &mut found {
        mention.order = order;
        order += usize::from(mention.class != Class::Event);
    }
    found
}

struct Finder<'r, 't> {
    reading: &'r Reading<'t>,
    children: Vec<Vec<usize>>,
    /// First token and the one after the last of all that depends on a token, through any number of steps, as far as it belongs to a
    /// mention with that head.
    extents: Vec<Range<usize>>,
    name_of: Vec<Option<usize>>,
    quotation_of: Vec<Option<usize>>,
    content_of: Vec<Option<usize>>,
    source_of: Vec<Option<usize>>,
    numbers: Numbers,
}

impl<'r, 't> Finder<'r, 't> {
    fn new(reading: &'r Reading<'t>) -> Self {
        let count = reading.tokens.len();
        let mut children = vec![Vec::new(); count];
        for (at, token) in reading.tokens.iter().enumerate() {
            if let Some(list) = token.head.and_then(|head| children.get_mut(head)) {
                list.push(at);
            }
        }
        let runs = |runs: Vec<(usize, Range<usize>)>| {
            let mut marks = vec![None; count];
            for (number, run) in runs {
                marks[run].fill(Some(number));
            }
            marks
        };
        let sure =
            || reading.attributions.iter().enumerate().filter(|(_, attribution)| attribution.odds > 0.0);
        let names = reading.names.iter().enumerate().map(|(number, name)| (number, name.tokens.clone()));
        let quotations = reading.quotations.iter().enumerate();
        let contents = sure().flat_map(|(at, said)| said.content.iter().map(move |run| (at, run.clone())));
        let sources = sure().flat_map(|(at, said)| said.source.iter().map(move |run| (at, run.clone())));
        Finder {
            reading,
            extents: extents(&reading.tokens, &children),
            children,
            name_of: runs(names.collect()),
            quotation_of: runs(quotations.map(|(number, quoted)| (number, quoted.tokens.clone())).collect()),
            content_of: runs(contents.collect()),
            source_of: runs(sources.collect()),
            numbers: Numbers::default(),
        }
    }

    /// What a token heads, if that may be a mention.
    fn mention(&mut self, head: usize) -> Option<Mention> {
        let token = &self.reading.tokens[head];
        if let Some(pronoun) = self.pronoun(head) {
            return Some(self.build(head, head..head + 1, pronoun.class, Some(pronoun)));
        }
        let heads_name = self.name_of[head].is_some_and(|name| {
            let tokens = &self.reading.names[name].tokens;
            token.head.is_none_or(|above| !tokens.contains(&above))
        });
        let nominal = !matches!(token.upos, Upos::Pron | Upos::Det | Upos::Adv | Upos::Adp | Upos::Punct);
        let part = matches!(token.relation, Relation::Flat | Relation::Fixed | Relation::Goeswith);
        if !nominal || part || token.mention.is_none() && !heads_name {
            return None;
        }
        let tokens = trim(&self.reading.tokens, self.extents[head].clone(), head);
        let class = self.class(head, &tokens);
        Some(self.build(head, tokens, class, None))
    }

    /// A name that nothing found so far is, with a determiner or without, because its words were thought to hang together otherwise.
    fn name(&mut self, name: usize, found: &[Mention]) -> Option<Mention> {
        let mut tokens = self.reading.names[name].tokens.clone();
        if tokens.start > 0 && self.holds_determiner(&tokens) {
            tokens.start -= 1;
        }
        let outside = |at: &usize| self.reading.tokens[*at].head.is_none_or(|head| !tokens.contains(&head));
        let head = self.reading.names[name].tokens.clone().find(outside)?;
        let near = found.partition_point(|mention| mention.head + 40 < head);
        let known = found[near..].iter().take_while(|mention| mention.head < head + 40).any(|mention| {
            mention.class != Class::Several
                && mention.tokens.start == tokens.start
                && mention.tokens.end >= tokens.end
                && self.name_of[mention.head] == Some(name)
        });
        (!known).then(|| Mention { function: Function::Loose, ..self.build(head, tokens, Class::Name, None) })
    }

    /// Does a determiner stand before these tokens, and depend on one of them?
    fn holds_determiner(&self, tokens: &Range<usize>) -> bool {
        let before = &self.reading.tokens[tokens.start - 1];
        before.relation == Relation::Det && before.head.is_some_and(|head| tokens.contains(&head))
    }

    /// The verb of a clause; of a clause without one, its copula.
    fn event(&mut self, head: usize) -> Option<Mention> {
        let token = &self.reading.tokens[head];
        let clause =
            matches!(token.relation.base(), "root" | "ccomp" | "conj" | "parataxis" | "advcl" | "xcomp");
        let copula = self.children[head]
            .iter()
            .copied()
            .find(|&child| self.reading.tokens[child].relation == Relation::Cop);
        let verb = if token.upos == Upos::Verb { Some(head) } else { copula };
        let verb = verb.filter(|_| clause)?;
        let event = self.build(head, verb..verb + 1, Class::Event, None);
        Some(Mention {
            head: verb,
            kind: 0,
            gender: Gender::Unknown,
            number: 1,
            odds: 0,
            function: self.clause(head),
            ..event
        })
    }

    fn clause(&self, head: usize) -> Function {
        match self.reading.tokens[head].relation.base() {
            "root" => Function::Root,
            "conj" => Function::Conjunct,
            "ccomp" => Function::Object,
            "advcl" => Function::Oblique,
            "parataxis" => Function::Apart,
            _ => Function::Other,
        }
    }

    /// The coordination that a token heads.
    fn several(&mut self, head: usize) -> Option<Mention> {
        let token = &self.reading.tokens[head];
        let conjuncts: Vec<usize> = self.children[head]
            .iter()
            .copied()
            .filter(|&child| self.reading.tokens[child].relation == Relation::Conj && child > head)
            .collect();
        let last = *conjuncts.last()?;
        let nominal = |at: usize| {
            let token = &self.reading.tokens[at];
            matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron) && token.relation != Relation::Root
        };
        let joined = self.children[last].iter().any(|&child| {
            self.reading.tokens[child].lemma == "and" || self.reading.tokens[child].lemma == "&"
        });
        if !joined || !nominal(head) || token.mention.is_none() || !conjuncts.iter().all(|&at| nominal(at)) {
            return None;
        }
        let start = self.extents[head].start.min(head);
        let tokens = trim(&self.reading.tokens, start..self.extents[last].end.max(last + 1), head);
        Some(self.build(head, tokens, Class::Several, None))
    }

    fn pronoun(&self, at: usize) -> Option<Pronoun> {
        let token = &self.reading.tokens[at];
        if token.relation == Relation::Expl || token.relation == Relation::Det {
            return None;
        }
        let pronoun = pronoun(&token.slice, token.upos)?;
        let relative = token.head.is_some_and(|head| {
            at < head
                && matches!(self.reading.tokens[head].relation, Relation::AclRelcl | Relation::AdvclRelcl)
        });
        (pronoun.class != Class::Pointer || token.slice.to_lowercase() != "that" || !relative)
            .then_some(pronoun)
    }

    fn class(&self, head: usize, tokens: &Range<usize>) -> Class {
        let own = |relation: &[Relation]| {
            let child = |child: &&usize| relation.contains(&self.reading.tokens[**child].relation);
            self.children[head].iter().find(child).map(|&at| &self.reading.tokens[at])
        };
        let token = &self.reading.tokens[head];
        if token.upos == Upos::Propn || self.name_of[head].is_some() && tokens.len() < 8 {
            return Class::Name;
        }
        if own(&[Relation::NmodPoss]).is_some() {
            return Class::Possessed;
        }
        match own(&[Relation::Det]).map(|det| det.slice.to_lowercase()).as_deref() {
            Some("the") => Class::Definite,
            Some("this" | "that" | "these" | "those" | "such") => Class::Demonstrative,
            Some(_) => Class::Indefinite,
            None => Class::Bare,
        }
    }

    fn build(
        &mut self,
        head: usize,
        tokens: Range<usize>,
        class: Class,
        pronoun: Option<Pronoun>,
    ) -> Mention {
        let token = &self.reading.tokens[head];
        let inner = self.without_edges(&tokens);
        let key = inner.clone().map(|at| self.number(at)).collect();
        let kind = self.kind(head);
        Mention {
            head,
            order: 0,
            sentence: token.sentence,
            paragraph: self.reading.sentences[token.sentence].paragraph,
            class,
            function: self.function(head),
            gender: pronoun.map_or_else(|| self.gender(head, &inner, class, kind), |pronoun| pronoun.gender),
            number: pronoun.map_or_else(|| self.plurality(head, class), |pronoun| pronoun.number),
            kind: kind.map_or(0, |kind| 1 + kind as usize),
            reflexive: pronoun.is_some_and(|pronoun| pronoun.reflexive),
            key,
            words: self.words(&inner),
            lemma: self.lemma(head),
            initials: self.initials(&inner),
            quotation: self.quotation_of[head],
            content: self.content_of[head],
            source: self.source_of[head],
            governor: token.head,
            odds: if token.mention.is_some() { (token.coref + 4.0).clamp(0.0, 8.0) as usize } else { 0 },
            tokens,
        }
    }

    fn number(&mut self, at: usize) -> u32 {
        self.numbers.of(&self.reading.tokens[at].slice)
    }

    /// Without determiners and possessors before, and "'s" behind.
    fn without_edges(&self, tokens: &Range<usize>) -> Range<usize> {
        let all = &self.reading.tokens;
        let mut inner = tokens.clone();
        while inner.len() > 1 && is_determiner(&all[inner.start]) {
            inner.start += 1;
        }
        if inner.len() > 1 && all[inner.end - 1].upos == Upos::Part {
            inner.end -= 1;
        }
        inner
    }

    fn words(&mut self, tokens: &Range<usize>) -> Vec<u32> {
        let content = |at: &usize| {
            matches!(
                self.reading.tokens[*at].upos,
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Verb | Upos::X | Upos::Sym
            )
        };
        let chosen: Vec<usize> = tokens.clone().filter(content).collect();
        let mut words: Vec<u32> =
            chosen.into_iter().map(|at| self.numbers.of(&self.reading.tokens[at].lemma)).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// Of a person's name the last word stands for all of it.
    fn lemma(&mut self, head: usize) -> u32 {
        let name = self.name_of[head].map(|name| &self.reading.names[name]);
        let last = name.filter(|name| name.kind == NameKind::Person).map_or(head, |name| name.tokens.end - 1);
        self.numbers.of(&self.reading.tokens[last].lemma)
    }

    fn initials(&mut self, tokens: &Range<usize>) -> Option<u32> {
        let first = |at: usize| self.reading.tokens[at].slice.chars().next().filter(|c| c.is_uppercase());
        let initials: String = tokens.clone().filter_map(first).collect();
        (initials.chars().count() > 1).then(|| self.numbers.of(&initials))
    }

    fn kind(&self, head: usize) -> Option<MentionKind> {
        let named = self.name_of[head].and_then(|name| match self.reading.names[name].kind {
            NameKind::Person => Some(MentionKind::Person),
            NameKind::Organisation => Some(MentionKind::Organisation),
            NameKind::Place => Some(MentionKind::Place),
            NameKind::Group | NameKind::Other => None,
        });
        named.or(self.reading.tokens[head].mention)
    }

    fn gender(&self, head: usize, inner: &Range<usize>, class: Class, kind: Option<MentionKind>) -> Gender {
        let text = |at: usize| self.reading.tokens[at].slice.as_str();
        let named = self.name_of[head].map(|name| &self.reading.names[name]);
        let said = match (class, named) {
            (Class::Several, _) => Gender::Unknown,
            (_, Some(name)) if name.kind == NameKind::Person => {
                let title = inner.clone().find_map(|at| gender_of_title(text(at)));
                title.or_else(|| gender_of_name(text(name.tokens.start))).unwrap_or(Gender::Unknown)
            }
            _ => gender_of_noun(&self.reading.tokens[head].lemma.to_lowercase()).unwrap_or(Gender::Unknown),
        };
        match (said, kind) {
            (Gender::Unknown, Some(MentionKind::Person)) => Gender::Person,
            (Gender::Unknown, Some(MentionKind::Animal) | None) => Gender::Unknown,
            (Gender::Unknown, Some(_)) => Gender::Thing,
            (said, _) => said,
        }
    }

    fn plurality(&self, head: usize, class: Class) -> usize {
        match (class, self.reading.tokens[head].morphology.number) {
            (Class::Several, _) | (_, Some(Number::Plur)) => 2,
            (_, Some(Number::Sing)) => 1,
            _ => 0,
        }
    }

    fn function(&self, head: usize) -> Function {
        let token = &self.reading.tokens[head];
        if self.children[head].iter().any(|&child| self.reading.tokens[child].relation == Relation::Cop) {
            return Function::Predicate;
        }
        match token.relation.base() {
            "nsubj" | "csubj" => Function::Subject,
            "obj" | "iobj" => Function::Object,
            "obl" => Function::Oblique,
            "nmod" if token.relation == Relation::NmodPoss => Function::Possessor,
            "nmod" => Function::Modifier,
            "appos" => Function::Apposition,
            "conj" => Function::Conjunct,
            "root" => Function::Root,
            "compound" | "amod" | "flat" | "nummod" => Function::Part,
            "vocative" | "discourse" | "dislocated" | "parataxis" | "list" => Function::Apart,
            "xcomp" => Function::Predicate,
            _ => Function::Other,
        }
    }
}

/// For each token the tokens of a mention that it heads: without what only its sentence or a coordination hangs on it. One pass from the
/// leaves up; a tree has no circles, and where one had, what is left over keeps its own token alone.
fn extents(tokens: &[Token<'_>], children: &[Vec<usize>]) -> Vec<Range<usize>> {
    let mut extents: Vec<Range<usize>> = (0..tokens.len()).map(|at| at..at + 1).collect();
    let mut whole = extents.clone();
    let mut open: Vec<usize> = children.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = (0..tokens.len()).filter(|&at| open[at] == 0).collect();
    while let Some(at) = ready.pop() {
        for &child in &children[at] {
            let part = whole[child].clone();
            whole[at] = whole[at].start.min(part.start)..whole[at].end.max(part.end);
        }
        extents[at] = extent(tokens, &children[at], &whole, at);
        if let Some(head) = tokens[at].head.filter(|&head| head < open.len()) {
            open[head] = open[head].saturating_sub(1);
            if open[head] == 0 {
                ready.push(head);
            }
        }
    }
    extents
}

/// From a head outwards on both sides, as far as what depends on it belongs to a mention.
fn extent(tokens: &[Token<'_>], children: &[usize], whole: &[Range<usize>], head: usize) -> Range<usize> {
    let own = |child: &&usize| belongs(&tokens[**child], **child, head);
    let before = children.iter().rev().filter(|&&child| child < head).take_while(own);
    let after = children.iter().filter(|&&child| child > head).take_while(own);
    let start = before.map(|&child| whole[child].start).min().unwrap_or(head);
    let end = after.map(|&child| whole[child].end).max().unwrap_or(head + 1);
    start.min(head)..end.max(head + 1)
}

/// Is a token that depends on the head of a mention part of it?
fn belongs(token: &Token<'_>, at: usize, head: usize) -> bool {
    match token.relation {
        Relation::Case => at > head && token.upos == Upos::Part,
        Relation::Cc | Relation::Conj | Relation::CcPreconj | Relation::Cop | Relation::Aux => false,
        Relation::Mark | Relation::Advcl | Relation::Parataxis | Relation::Discourse => false,
        Relation::Vocative | Relation::Expl | Relation::Dislocated | Relation::Reparandum => false,
        Relation::Nsubj | Relation::NsubjOuter | Relation::NsubjPass | Relation::Csubj => false,
        Relation::Orphan | Relation::List => false,
        _ => true,
    }
}

/// Without punctuation at either end, and without adpositions and conjunctions before, as far as the head. What is in brackets at the end is
/// no part of it.
fn trim(tokens: &[Token<'_>], mut range: Range<usize>, head: usize) -> Range<usize> {
    let loose = |at: usize| matches!(tokens[at].upos, Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Aux);
    while range.start < head && loose(range.start) {
        range.start += 1;
    }
    let stop = |at: &usize| matches!(tokens[*at].slice.as_str(), "(" | "[" | "—" | "–" | ";" | ":");
    if let Some(bracket) = (head + 1..range.end).find(stop) {
        range.end = bracket;
    }
    while range.end > head + 1 && tokens[range.end - 1].upos == Upos::Punct {
        range.end -= 1;
    }
    range
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A mention of a name: words as numbers, all with content, the last of them its main word.
    pub(in crate::chains) fn name(words: &[u32], gender: Gender) -> Mention {
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        Mention {
            head: 0,
            order: 0,
            tokens: 0..words.len(),
            sentence: 0,
            paragraph: 0,
            class: Class::Name,
            function: Function::Subject,
            gender,
            number: 1,
            kind: 1,
            reflexive: false,
            key: words.to_vec(),
            words: sorted,
            lemma: words.last().copied().unwrap_or(0),
            initials: None,
            quotation: None,
            content: None,
            source: None,
            governor: None,
            odds: 0,
        }
    }

    #[test]
    fn new_things_take_up_nothing() {
        assert!(Class::Definite.takes_up() && Class::They.takes_up());
        assert!(!Class::Indefinite.takes_up() && !Class::Bare.takes_up() && !Class::Event.takes_up());
    }
}
