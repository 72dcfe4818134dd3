//! From our codes to those of `FollowTheMoney`: countries by two letters, languages by three; and which schema an actor is of.

use std::collections::{BTreeMap, BTreeSet};

use sayso_store::KeptActor;
use sayso_wire::{ActorType, Sector};

const COUNTRIES: &str = include_str!("../../../../data/places/countries.tsv");

/// BCP 47 and ISO 639-3, of languages that both sides know.
const LANGUAGES: [(&str, &str); 32] = [
    ("ar", "ara"),
    ("bg", "bul"),
    ("cs", "ces"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("es", "spa"),
    ("et", "est"),
    ("fa", "fas"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("id", "ind"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ko", "kor"),
    ("nl", "nld"),
    ("no", "nor"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("zh", "zho"),
];

/// The language of a BCP 47 code ("en-GB").
pub(super) fn language(code: &str) -> Option<&'static str> {
    let code = code.split('-').next()?;
    LANGUAGES.iter().find(|row| row.0.eq_ignore_ascii_case(code)).map(|row| row.1)
}

/// What is known of countries.
pub(super) struct Countries {
    /// ISO 3166-1 alpha-2 by alpha-3, lower case.
    codes: BTreeMap<&'static str, String>,
    names: BTreeSet<&'static str>,
}

impl Default for Countries {
    fn default() -> Self {
        let rows = COUNTRIES.lines().filter(|line| !line.starts_with('#'));
        let rows: Vec<Vec<_>> = rows.map(|line| line.split('\t').collect()).collect();
        let codes = rows.iter().filter_map(|row| Some((*row.first()?, row.get(1)?.to_lowercase())));
        let others = rows.iter().filter_map(|row| row.get(5)).flat_map(|names| names.split(';'));
        let names = rows.iter().filter_map(|row| row.get(2).copied()).chain(others);
        Countries { codes: codes.collect(), names: names.filter(|name| !name.is_empty()).collect() }
    }
}

impl Countries {
    /// The two letters of a country.
    pub(super) fn code(&self, alpha3: Option<&str>) -> Option<&str> {
        self.codes.get(alpha3?).map(String::as_str)
    }

    /// The schema of an actor. States and organs of state are public bodies. The model has none that may take part in an event for places
    /// other than states and for people without a body: these are some `LegalEntity`.
    pub(super) fn schema(&self, actor: &KeptActor) -> &'static str {
        use Sector::{Cop, Gov, Jud, Leg, Mil};
        match actor.r#type {
            ActorType::Person => "Person",
            ActorType::Organization if matches!(actor.sector, Some(Gov | Leg | Jud | Mil | Cop)) => {
                "PublicBody"
            }
            ActorType::Organization => "Organization",
            ActorType::Place if self.names.contains(actor.name.as_str()) => "PublicBody",
            ActorType::Place | ActorType::Group => "LegalEntity",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Countries, language};

    #[test]
    fn countries_have_two_letters() {
        let countries = Countries::default();
        assert_eq!(countries.code(Some("TUR")), Some("tr"));
        assert_eq!(countries.code(Some("GBR")), Some("gb"));
        assert_eq!((countries.code(Some("QQQ")), countries.code(None)), (None, None));
        assert!(countries.codes.len() > 240 && countries.codes.values().all(|code| code.len() == 2));
    }

    #[test]
    fn languages_have_three() {
        assert_eq!((language("en"), language("pt-BR"), language("xx")), (Some("eng"), Some("por"), None));
    }
}
