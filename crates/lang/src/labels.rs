//! What a token, a relation or a name may be: the closed lists, with the spelling that files use.

/// A closed list of labels: the enum, its spellings, and the way back from a spelling.
macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$about])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The spelling that files use.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The label of a spelling, if there is one.
            pub fn from_spelling(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|label| label.as_str() == text)
            }
        }
    };
}

labels! {
    /// Universal part of speech (UPOS of Universal Dependencies 2).
    Upos {
        /// Adjective.
        Adj = "ADJ",
        /// Adposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary, the copula with it.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Common noun.
        Noun = "NOUN",
        /// Numeral.
        Num = "NUM",
        /// Particle: "not", "to", "'s".
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Verb.
        Verb = "VERB",
        /// None of these.
        X = "X",
    }
}

labels! {
    /// Tense of a verb form.
    Tense {
        /// Past; also of the past participle.
        Past = "Past",
        /// Present; also of the present participle.
        Pres = "Pres",
    }
}

labels! {
    /// Mood of a finite verb.
    Mood {
        /// Imperative.
        Imp = "Imp",
        /// Indicative.
        Ind = "Ind",
        /// Subjunctive.
        Sub = "Sub",
    }
}

labels! {
    /// Form of a verb.
    VerbForm {
        /// Finite.
        Fin = "Fin",
        /// Gerund.
        Ger = "Ger",
        /// Infinitive.
        Inf = "Inf",
        /// Participle.
        Part = "Part",
    }
}

labels! {
    /// Voice of a participle.
    Voice {
        /// Passive.
        Pass = "Pass",
    }
}

labels! {
    /// Grammatical number.
    Number {
        /// Plural.
        Plur = "Plur",
        /// Plural only: "trousers".
        Ptan = "Ptan",
        /// Singular.
        Sing = "Sing",
    }
}

labels! {
    /// Polarity of a word.
    Polarity {
        /// "not", "no", "n't".
        Neg = "Neg",
        /// "yes".
        Pos = "Pos",
    }
}

labels! {
    /// What a name names.
    NameKind {
        /// A person.
        Person = "person",
        /// A company, ministry, party, army, club, outlet.
        Organisation = "organisation",
        /// A country, town, river, building.
        Place = "place",
        /// A people or a following, as noun or adjective: "Kurds", "Sunni".
        Group = "group",
        /// An event, law, work or product.
        Other = "other",
    }
}

labels! {
    /// What kind of thing a mention is about (the entity types of GUM).
    MentionKind {
        /// A person, or people.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// A place.
        Place = "place",
        /// An animal.
        Animal = "animal",
        /// A plant.
        Plant = "plant",
        /// A thing.
        Object = "object",
        /// A substance.
        Substance = "substance",
        /// An event.
        Event = "event",
        /// A time.
        Time = "time",
        /// Anything else.
        Abstract = "abstract",
    }
}

labels! {
    /// How a word depends on its head (Universal Dependencies 2, with the subtypes of English).
    Relation {
        /// Clause that modifies a noun.
        Acl = "acl",
        /// Relative clause.
        AclRelcl = "acl:relcl",
        /// Adverbial clause.
        Advcl = "advcl",
        /// Relative clause about a whole clause.
        AdvclRelcl = "advcl:relcl",
        /// Adverb.
        Advmod = "advmod",
        /// Adjective of a noun.
        Amod = "amod",
        /// Apposition.
        Appos = "appos",
        /// Auxiliary.
        Aux = "aux",
        /// Auxiliary of a passive.
        AuxPass = "aux:pass",
        /// Case marker: the adposition of a noun, or "'s".
        Case = "case",
        /// Coordinating conjunction.
        Cc = "cc",
        /// "both", "either" before a coordination.
        CcPreconj = "cc:preconj",
        /// Clause as an object.
        Ccomp = "ccomp",
        /// Part of a compound.
        Compound = "compound",
        /// Particle of a verb: "carry out".
        CompoundPrt = "compound:prt",
        /// Further member of a coordination.
        Conj = "conj",
        /// Copula.
        Cop = "cop",
        /// Clause as a subject.
        Csubj = "csubj",
        /// Clause as the subject of a clause with a clause as its predicate.
        CsubjOuter = "csubj:outer",
        /// Clause as the subject of a passive.
        CsubjPass = "csubj:pass",
        /// Unspecified.
        Dep = "dep",
        /// Determiner.
        Det = "det",
        /// "all" before a determiner.
        DetPredet = "det:predet",
        /// Discourse word.
        Discourse = "discourse",
        /// Dislocated element.
        Dislocated = "dislocated",
        /// Expletive: "it", "there".
        Expl = "expl",
        /// Part of a fixed expression.
        Fixed = "fixed",
        /// Further part of a name or a date.
        Flat = "flat",
        /// Part of a word that was torn apart.
        Goeswith = "goeswith",
        /// Indirect object.
        Iobj = "iobj",
        /// Item of a list.
        List = "list",
        /// Word that marks a clause: "that", "if", "to".
        Mark = "mark",
        /// Noun that modifies a noun.
        Nmod = "nmod",
        /// "ten dollars a day".
        NmodDesc = "nmod:desc",
        /// Possessor.
        NmodPoss = "nmod:poss",
        /// Noun that modifies a noun, without an adposition.
        NmodUnmarked = "nmod:unmarked",
        /// Subject.
        Nsubj = "nsubj",
        /// Subject of a clause with a clause as its predicate.
        NsubjOuter = "nsubj:outer",
        /// Subject of a passive.
        NsubjPass = "nsubj:pass",
        /// Numeral of a noun.
        Nummod = "nummod",
        /// Object.
        Obj = "obj",
        /// Oblique: a noun that depends on a verb by an adposition.
        Obl = "obl",
        /// Agent of a passive.
        OblAgent = "obl:agent",
        /// Oblique without an adposition: "on the day".
        OblUnmarked = "obl:unmarked",
        /// What a gap left of a clause.
        Orphan = "orphan",
        /// Loosely joined clause: "he said" after what he said.
        Parataxis = "parataxis",
        /// Punctuation.
        Punct = "punct",
        /// What a correction replaces.
        Reparandum = "reparandum",
        /// The head of the sentence.
        Root = "root",
        /// Somebody addressed.
        Vocative = "vocative",
        /// Clause without a subject of its own.
        Xcomp = "xcomp",
    }
}

impl Relation {
    /// The spelling without a subtype: "nsubj" of `nsubj:pass`.
    pub fn base(self) -> &'static str {
        let text = self.as_str();
        text.split_once(':').map_or(text, |(base, _)| base)
    }
}

/// The features of a word that matter later; `None` where a feature is not marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Morphology {
    /// Tense.
    pub tense: Option<Tense>,
    /// Mood.
    pub mood: Option<Mood>,
    /// Form of a verb.
    pub verb_form: Option<VerbForm>,
    /// Voice.
    pub voice: Option<Voice>,
    /// Grammatical number.
    pub number: Option<Number>,
    /// Polarity.
    pub polarity: Option<Polarity>,
}
