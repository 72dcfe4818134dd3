//! What the words of a report tell of each actor, and which actor bears a name: kept as actors are minted and mentions assigned, so that
//! no look-up walks through the report.

use std::collections::{BTreeMap, BTreeSet};

use sayso_lang::Gender;
use sayso_record::{ActorId, ActorType, Form, RecordBuilder};

use super::fold;
use crate::mentions::Mention;
use crate::words::Role;

/// Everything told of the actors so far.
#[derive(Default)]
pub(super) struct Known {
    /// By id.
    told: Vec<Told>,
    /// The first actor of each folded name.
    names: BTreeMap<String, ActorId>,
    /// The first place of each country.
    countries: BTreeMap<&'static str, ActorId>,
    /// The countries that the report names by their names.
    states: BTreeMap<&'static str, ActorId>,
    /// Actors whose names are in the maps.
    indexed: usize,
}

/// What is told of one actor.
#[derive(Default)]
struct Told {
    gender: Option<Gender>,
    /// The words of its names, offices and descriptions, folded.
    words: BTreeSet<String>,
    /// The nouns it was called by, folded ("a border guard": guard), and what stood before them.
    nouns: BTreeSet<String>,
    before: BTreeSet<String>,
    /// A name of it is an outlet's.
    outlet: bool,
    /// It is called by a name, and not by a noun alone.
    named: bool,
}

/// What somebody may hold who is called by a wider noun: "the officer" after "Detective Sergeant Holt".
fn kinds_of(noun: &str) -> &'static [&'static str] {
    match noun {
        "academic" | "scholar" => &["prof", "professor", "lecturer", "historian"],
        "boss" | "chief" => &[
            "boss",
            "ceo",
            "chairman",
            "chairwoman",
            "chief",
            "director",
            "executive",
            "manager",
            "owner",
            "president",
            "leader",
        ],
        "colonel" => &["col"],
        "general" => &["gen"],
        "captain" => &["capt"],
        "lieutenant" => &["lt"],
        "sergeant" => &["sgt"],
        "governor" => &["gov"],
        "senator" => &["sen"],
        "professor" => &["prof"],
        "reverend" | "vicar" | "pastor" => &["rev"],
        "commander" => &["general", "gen", "colonel", "col", "brigadier", "admiral", "major"],
        "diplomat" | "envoy" => &["ambassador", "envoy", "consul"],
        "doctor" | "physician" | "medic" => &["dr", "surgeon", "doctor", "paediatrician"],
        "judge" => &["justice", "magistrate", "recorder"],
        "lawmaker" | "legislator" | "politician" => &[
            "mp",
            "senator",
            "congressman",
            "congresswoman",
            "deputy",
            "councillor",
            "sen",
            "rep",
            "lawmaker",
        ],
        "lawyer" => &["attorney", "solicitor", "barrister", "counsel", "kc", "qc", "advocate"],
        "officer" => &[
            "sergeant",
            "inspector",
            "constable",
            "superintendent",
            "detective",
            "colonel",
            "col",
            "captain",
            "capt",
            "major",
            "lieutenant",
            "lt",
            "general",
            "gen",
            "brigadier",
            "commander",
            "sgt",
        ],
        "premier" => &["minister"],
        "priest" | "cleric" => &["rev", "father", "bishop", "imam", "rabbi", "vicar"],
        _ => &[],
    }
}

impl Known {
    pub(super) fn set_gender(&mut self, id: ActorId, gender: Option<Gender>) {
        self.of(id).gender = gender;
    }

    pub(super) fn gender(&self, id: ActorId) -> Option<Gender> {
        self.told.get(id.index()).and_then(|told| told.gender)
    }

    /// Takes what a mention tells of the actor it stands for.
    pub(super) fn learn(&mut self, id: ActorId, mention: &Mention<'_>) {
        let name = (mention.form == Form::Name).then_some(mention.name);
        let told = self.of(id);
        for words in [mention.role, mention.beside, name].into_iter().flatten() {
            // "the singer's brother" is no singer.
            let words = fold(&words);
            let (owner, own) = words.rsplit_once(" s ").unwrap_or(("", &words[..]));
            told.words.extend(own.split(' ').map(str::to_owned));
            told.before.extend(owner.split(' ').chain(["s"]).map(str::to_owned));
        }
        // A headline's bare noun is no description that the report goes back to.
        let bare = mention.tokens.len() == 1;
        if mention.form == Form::Nominal && mention.noun != Some(Role::People) && !bare {
            let words = fold(&mention.name);
            let (before, noun) = words.rsplit_once(' ').unwrap_or(("", &words));
            told.nouns.insert(noun.to_owned());
            told.before.extend(before.split(' ').map(str::to_owned));
        }
        told.nouns.extend(mention.does.map(str::to_owned));
        told.named |= mention.form == Form::Name;
        told.outlet |= mention.outlet && name.is_some();
    }

    /// The word stands in a name, an office or a description of the actor, or is the noun it was called by.
    pub(super) fn is_called(&self, id: ActorId, word: &str) -> bool {
        self.told.get(id.index()).is_some_and(|told| told.words.contains(word) || told.nouns.contains(word))
    }

    /// The noun is one it was called by, or stands in an office of it, and what stands before the noun was told of it too.
    pub(super) fn is_described(&self, id: ActorId, words: &str) -> bool {
        let (before, noun) = words.rsplit_once(' ').unwrap_or(("", words));
        let Some(told) = self.told.get(id.index()) else { return false };
        let known = |word: &str| {
            matches!(word, "" | "same") || told.before.contains(word) || told.words.contains(word)
        };
        let called = |noun: &str| told.nouns.contains(noun) || told.words.contains(noun);
        // "the prime minister" of "PM Holt".
        if noun == "minister" && before == "prime" && told.words.contains("pm") {
            return true;
        }
        (called(noun) || kinds_of(noun).iter().any(|kind| called(kind))) && before.split(' ').all(known)
    }

    pub(super) fn is_named(&self, id: ActorId) -> bool {
        self.told.get(id.index()).is_some_and(|told| told.named)
    }

    pub(super) fn is_outlet(&self, id: ActorId) -> bool {
        self.told.get(id.index()).is_some_and(|told| told.outlet)
    }

    /// The first actor of this name, however it is spelled.
    pub(super) fn named(&mut self, name: &str, record: &RecordBuilder<'_>) -> Option<ActorId> {
        self.index(record);
        self.names.get(&fold(name)).copied()
    }

    /// The first place that is this country, or lies in it.
    pub(super) fn country(&mut self, code: &str, record: &RecordBuilder<'_>) -> Option<ActorId> {
        self.index(record);
        self.countries.get(code).copied()
    }

    pub(super) fn set_state(&mut self, code: &'static str, id: ActorId) {
        self.states.entry(code).or_insert(id);
    }

    /// The country of this code, if the report names it.
    pub(super) fn state(&self, code: &str) -> Option<ActorId> {
        self.states.get(code).copied()
    }

    fn index(&mut self, record: &RecordBuilder<'_>) {
        let all = record.so_far();
        for (actor, id) in all.actors.iter().zip(all.actor_ids()).skip(self.indexed) {
            self.names.entry(fold(&record.words(actor.name))).or_insert(id);
            let country = actor.country.filter(|_| actor.kind == ActorType::Place);
            country.map(|country| self.countries.entry(country).or_insert(id));
        }
        self.indexed = all.actors.len();
    }

    fn of(&mut self, id: ActorId) -> &mut Told {
        if self.told.len() <= id.index() {
            self.told.resize_with(id.index() + 1, Told::default);
        }
        &mut self.told[id.index()]
    }
}
