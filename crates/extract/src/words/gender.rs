//! What words tell of a person's gender, as far as "he" and "she" need it.

use sayso_lang::Gender;

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
    "headmistress",
    "heiress",
    "hostess",
    "stepmother",
    "granddaughter",
    "girlfriend",
    "barmaid",
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
    "headmaster",
    "husband",
    "stepfather",
    "grandson",
    "boyfriend",
    "waiter",
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

/// What a title or a description tells ("Councilwoman", "her brother").
pub(crate) fn gender_of_description(words: &str) -> Option<Gender> {
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
pub(crate) fn gender_of_pronoun(lower: &str) -> Option<Gender> {
    match lower {
        "he" | "him" | "his" => Some(Gender::Male),
        "she" | "her" => Some(Gender::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_descriptions_tell() {
        for (words, gender) in [
            ("Mr.", Some(Gender::Male)),
            ("Councilwoman", Some(Gender::Female)),
            ("ministry spokesman", Some(Gender::Male)),
            ("the German minister", None),
            ("her elder brother", Some(Gender::Male)),
            ("Defence Minister", None),
        ] {
            assert_eq!(gender_of_description(words), gender, "{words}");
        }
    }
}
