//! Closed word classes of English: determiners, prepositions, pronouns, auxiliaries, conjunctions, and the adverbs that stand between a
//! subject and its verb.

/// A closed class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    /// "the", "a", "this", "his"
    Determiner,
    /// "of", "in", "by"
    Preposition,
    /// "he", "they", "who"
    Pronoun,
    /// "who", "which"
    Relative,
    /// "have", "was", "did"
    Auxiliary,
    /// "will", "may", "should"
    Modal,
    /// "not", "n't", "never"
    Negation,
    /// "and", "but", "or"
    Conjunction,
    /// "that", "if", "because", "while"
    Subordinator,
    /// "also", "later", "however"
    Adverb,
}

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "this", "these", "those", "his", "her", "their", "its", "our", "my", "your", "some",
    "any", "no", "all", "both", "each", "every", "several", "many", "most", "few", "other", "another",
    "more", "such",
];
const PREPOSITIONS: &[&str] = &[
    "of",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "to",
    "with",
    "about",
    "against",
    "between",
    "into",
    "through",
    "during",
    "before",
    "after",
    "above",
    "below",
    "under",
    "over",
    "near",
    "around",
    "among",
    "across",
    "toward",
    "towards",
    "upon",
    "within",
    "without",
    "behind",
    "beyond",
    "despite",
    "following",
    "amid",
    "via",
    "per",
    "along",
    "inside",
    "outside",
    "off",
    "out",
    "up",
    "down",
    "like",
    "versus",
    "including",
];
const PRONOUNS: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "him",
    "them",
    "us",
    "me",
    "himself",
    "herself",
    "themselves",
    "itself",
    "everyone",
    "everybody",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "nobody",
    "nothing",
    "something",
    "anything",
    "there",
];
const RELATIVES: &[&str] = &["who", "which", "whom", "whose", "what", "whoever"];
const AUXILIARIES: &[&str] = &[
    "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does",
    "did", "'ve", "’ve", "'d", "’d", "'re", "’re", "'m", "’m",
];
const MODALS: &[&str] =
    &["will", "would", "may", "might", "can", "could", "shall", "should", "must", "'ll", "’ll", "ca", "wo"];
const NEGATIONS: &[&str] = &["not", "n't", "n’t", "never"];
const CONJUNCTIONS: &[&str] = &["and", "but", "or", "nor", "yet", "&"];
const SUBORDINATORS: &[&str] = &[
    "that", "if", "because", "while", "although", "though", "when", "whenever", "where", "whether", "since",
    "until", "unless", "as", "once", "than", "so", "why", "how", "whereas", "till",
];
const ADVERBS: &[&str] = &[
    "also",
    "later",
    "earlier",
    "then",
    "now",
    "again",
    "once",
    "further",
    "still",
    "even",
    "however",
    "instead",
    "first",
    "often",
    "always",
    "just",
    "only",
    "too",
    "ever",
    "already",
    "soon",
    "perhaps",
    "meanwhile",
    "moreover",
    "therefore",
    "thus",
    "besides",
    "nevertheless",
    "nonetheless",
    "here",
    "elsewhere",
    "otherwise",
    "though",
    "indeed",
    "rather",
    "almost",
    "somewhat",
    "very",
    "well",
    "back",
    "ago",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "overall",
    "next",
    "sometimes",
    "maybe",
    "likewise",
    "furthermore",
    "additionally",
    "namely",
    "twice",
    "alike",
    "together",
    "yes",
    "no",
    "previously",
    "recently",
    "subsequently",
    "both",
];

const CLASSES: &[(&[&str], Function)] = &[
    (DETERMINERS, Function::Determiner),
    (RELATIVES, Function::Relative),
    (PRONOUNS, Function::Pronoun),
    (AUXILIARIES, Function::Auxiliary),
    (MODALS, Function::Modal),
    (NEGATIONS, Function::Negation),
    (CONJUNCTIONS, Function::Conjunction),
    (SUBORDINATORS, Function::Subordinator),
    (ADVERBS, Function::Adverb),
    (PREPOSITIONS, Function::Preposition),
];

impl Function {
    /// The class of a lower-case word, the first that lists it; adverbs in *-ly* count as adverbs.
    pub(crate) fn of(lower: &str) -> Option<Function> {
        let listed = CLASSES.iter().find(|(words, _)| words.contains(&lower)).map(|&(_, class)| class);
        listed.or_else(|| {
            (lower.len() > 4 && lower.ends_with("ly") && !NOT_ADVERBS.contains(&lower))
                .then_some(Function::Adverb)
        })
    }
}

/// Nouns, verbs, names and adjectives in *-ly*.
const NOT_ADVERBS: &[&str] = &[
    "italy",
    "family",
    "assembly",
    "july",
    "supply",
    "reply",
    "apply",
    "rally",
    "ally",
    "bully",
    "anomaly",
    "monopoly",
    "elderly",
    "deadly",
    "friendly",
    "daily",
    "weekly",
    "monthly",
    "likely",
    "unlikely",
    "only",
    "holy",
    "sicily",
    "emily",
    "kelly",
    "billy",
    "sally",
    "early",
    "imply",
    "comply",
    "multiply",
    "butterfly",
    "jelly",
    "belly",
    "ugly",
    "lonely",
];
