//! The words the rules know: flat tables, one row a word, and one look-up structure made from them.

mod countries;
mod cues;
mod function;
mod gender;
mod light;
mod names;

pub(crate) use countries::{Countries, Country, Sense};
pub(crate) use cues::{Cue, Cues, Form as CueForm};
pub(crate) use function::Function;
pub(crate) use gender::{gender_of_description, gender_of_pronoun};
pub(crate) use light::{carries_out, is_light};
pub(crate) use names::{Role, role};
pub(crate) use names::{
    is_business_word, is_company_word, is_given_name, is_organ_word, is_outlet, is_outlet_word,
    is_place_word, is_platform, known_acronym,
};

/// All tables, loaded.
pub(crate) struct Words {
    pub(crate) countries: Countries,
    pub(crate) cues: Cues,
}

impl Words {
    pub(crate) fn load() -> Self {
        Words { countries: Countries::load(), cues: Cues::load() }
    }
}
