//! What words say of gender, number and person.

use super::mentions::Class;
use crate::given::{self, gender_of_given_name};
use crate::labels::{Relation, Upos};
use crate::reading::Token;

/// What is spoken of, as far as pronouns tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gender {
    /// Nothing is known.
    Unknown,
    /// "he".
    Male,
    /// "she".
    Female,
    /// A person, or people.
    Person,
    /// "it".
    Thing,
}

impl Gender {
    /// How many there are.
    pub(super) const COUNT: usize = 5;
}

/// What a pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pronoun {
    pub(super) class: Class,
    pub(super) gender: Gender,
    /// 0 unknown, 1 singular, 2 plural.
    pub(super) number: usize,
    pub(super) reflexive: bool,
}

/// Forms of each personal pronoun; the reflexive ones end in "self" or "selves".
const PRONOUNS: [(Class, Gender, usize, &[&str]); 8] = [
    (Class::I, Gender::Person, 1, &["i", "me", "my", "mine", "myself"]),
    (Class::We, Gender::Person, 2, &["we", "us", "our", "ours", "ourselves", "'s", "’s"]),
    (Class::You, Gender::Person, 0, &["you", "your", "yours", "yourself", "yourselves", "ya", "u"]),
    (Class::He, Gender::Male, 1, &["he", "him", "his", "himself"]),
    (Class::She, Gender::Female, 1, &["she", "her", "hers", "herself"]),
    (Class::It, Gender::Thing, 1, &["it", "its", "itself"]),
    (
        Class::They,
        Gender::Unknown,
        2,
        &["they", "them", "their", "theirs", "themselves", "themself", "em", "'em"],
    ),
    (Class::Pointer, Gender::Unknown, 0, &["this", "that", "these", "those"]),
];

/// What the form of a pronoun tells.
pub(super) fn pronoun(form: &str, upos: Upos) -> Option<Pronoun> {
    if upos != Upos::Pron {
        return None;
    }
    let form = form.to_lowercase();
    let &(class, gender, number, _) = PRONOUNS.iter().find(|row| row.3.contains(&form.as_str()))?;
    let number = match form.as_str() {
        "this" | "that" => 1,
        "these" | "those" => 2,
        _ => number,
    };
    Some(Pronoun { class, gender, number, reflexive: form.ends_with("self") || form.ends_with("selves") })
}

/// The gender of a given name that is nearly always a woman's, or a man's.
pub(super) fn gender_of_name(given: &str) -> Option<Gender> {
    gender_of_given_name(given).map(|gender| match gender {
        given::Gender::Female => Gender::Female,
        given::Gender::Male => Gender::Male,
    })
}

/// "Mrs.", "Sir", "Queen".
pub(super) fn gender_of_title(word: &str) -> Option<Gender> {
    match word {
        "Mr" | "Mr." | "Sir" | "Lord" | "King" | "Prince" | "Father" | "Brother" | "Emperor" | "Sheikh" => {
            Some(Gender::Male)
        }
        "Mrs" | "Mrs." | "Ms" | "Ms." | "Miss" | "Lady" | "Queen" | "Princess" | "Sister" | "Dame" => {
            Some(Gender::Female)
        }
        _ => None,
    }
}

const MEN: [&str; 30] = [
    "actor",
    "boy",
    "boyfriend",
    "brother",
    "businessman",
    "chairman",
    "congressman",
    "dad",
    "emperor",
    "father",
    "fisherman",
    "gentleman",
    "grandfather",
    "grandson",
    "guy",
    "husband",
    "king",
    "lad",
    "man",
    "monk",
    "nephew",
    "policeman",
    "priest",
    "prince",
    "sir",
    "son",
    "spokesman",
    "stepfather",
    "uncle",
    "widower",
];
const WOMEN: [&str; 26] = [
    "actress",
    "aunt",
    "bride",
    "businesswoman",
    "chairwoman",
    "congresswoman",
    "daughter",
    "girl",
    "girlfriend",
    "grandmother",
    "lady",
    "mom",
    "mother",
    "mum",
    "niece",
    "nun",
    "policewoman",
    "princess",
    "queen",
    "sister",
    "spokeswoman",
    "stepmother",
    "waitress",
    "widow",
    "wife",
    "woman",
];

/// "widow", "king".
pub(super) fn gender_of_noun(lemma: &str) -> Option<Gender> {
    if MEN.binary_search(&lemma).is_ok() {
        return Some(Gender::Male);
    }
    WOMEN.binary_search(&lemma).is_ok().then_some(Gender::Female)
}

/// "the", "her", "this" before a noun.
pub(super) fn is_determiner(token: &Token<'_>) -> bool {
    token.upos == Upos::Det || token.upos == Upos::Pron && token.relation == Relation::NmodPoss
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_in_order() {
        assert!(MEN.is_sorted() && WOMEN.is_sorted());
        assert_eq!(gender_of_noun("widow"), Some(Gender::Female));
        assert_eq!(gender_of_noun("bridge"), None);
    }

    #[test]
    fn pronouns_tell_number_and_gender() {
        let told = pronoun("Herself", Upos::Pron).expect("a pronoun");
        assert_eq!(
            (told.class, told.gender, told.number, told.reflexive),
            (Class::She, Gender::Female, 1, true)
        );
        assert_eq!(pronoun("those", Upos::Pron).map(|told| told.number), Some(2));
        assert_eq!(pronoun("that", Upos::Sconj), None);
    }
}
