//! What words tell of a person's gender, as far as "he" and "she" need it.

use std::collections::BTreeSet;

/// Grammatical gender of the pronoun that stands for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    /// "she"
    Female,
    /// "he"
    Male,
}

const FEMALE: &[&str] = &[
    "ms",
    "ms.",
    "mrs",
    "mrs.",
    "miss",
    "madam",
    "madame",
    "lady",
    "dame",
    "queen",
    "princess",
    "duchess",
    "baroness",
    "empress",
    "nun",
    "sister",
    "mother",
    "daughter",
    "wife",
    "widow",
    "aunt",
    "niece",
    "grandmother",
    "girl",
    "woman",
    "actress",
    "heroine",
    "hostess",
    "waitress",
    "nurse",
];

const MALE: &[&str] = &[
    "mr",
    "mr.",
    "sir",
    "lord",
    "king",
    "prince",
    "duke",
    "baron",
    "emperor",
    "pope",
    "monk",
    "brother",
    "father",
    "son",
    "husband",
    "widower",
    "uncle",
    "nephew",
    "grandfather",
    "boy",
    "man",
    "imam",
    "ayatollah",
    "mullah",
    "sheikh",
    "bishop",
    "archbishop",
    "cardinal",
];

/// Given names that are nearly always a woman's, and a man's.
pub(crate) struct Genders {
    female: BTreeSet<&'static str>,
    male: BTreeSet<&'static str>,
}

impl Genders {
    pub(crate) fn load() -> Self {
        Genders {
            female: include_str!("../../../../data/names/female.txt").lines().collect(),
            male: include_str!("../../../../data/names/male.txt").lines().collect(),
        }
    }

    /// What a given name tells, as written.
    pub(crate) fn given(&self, name: &str) -> Option<Gender> {
        match (self.female.contains(name), self.male.contains(name)) {
            (true, false) => Some(Gender::Female),
            (false, true) => Some(Gender::Male),
            _ => None,
        }
    }

    /// What a title or a description tells ("Councilwoman", "her brother").
    pub(crate) fn described(&self, words: &str) -> Option<Gender> {
        words.to_lowercase().split([' ', '-']).rev().find_map(|word| match word {
            _ if FEMALE.contains(&word) || word.ends_with("woman") => Some(Gender::Female),
            _ if MALE.contains(&word)
                || word.ends_with("man")
                    && !matches!(word, "human" | "german" | "roman" | "ottoman" | "norman" | "woman") =>
            {
                Some(Gender::Male)
            }
            _ => None,
        })
    }

    /// The gender of a pronoun.
    pub(crate) fn pronoun(lower: &str) -> Option<Gender> {
        match lower {
            "he" | "him" | "his" => Some(Gender::Male),
            "she" | "her" => Some(Gender::Female),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_descriptions_tell() {
        let genders = Genders::load();
        for (words, gender) in [
            ("Mr.", Some(Gender::Male)),
            ("Councilwoman", Some(Gender::Female)),
            ("ministry spokesman", Some(Gender::Male)),
            ("the German minister", None),
            ("her elder brother", Some(Gender::Male)),
            ("Defence Minister", None),
        ] {
            assert_eq!(genders.described(words), gender, "{words}");
        }
    }
}
