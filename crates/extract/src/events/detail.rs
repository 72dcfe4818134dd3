//! What else belongs to an event: when, where, how many, by which means, in which context.

use std::ops::Range;

use sayso_record::{Context, EventType, PlaceId, QuantityId, Record, TimeId, TimexType};

use super::Stage;
use super::trigger::Trigger;
use crate::lexis::Lexis;

/// Times, places and quantities of a report by their tokens, in order.
pub(super) struct Details {
    times: Vec<(Range<usize>, TimeId)>,
    places: Vec<(Range<usize>, PlaceId)>,
    quantities: Vec<(Range<usize>, QuantityId)>,
    /// Quantities with a unit: money and measures.
    sums: Vec<(Range<usize>, QuantityId)>,
}

impl Details {
    pub(super) fn new(lexis: &Lexis<'_, '_>, record: &Record) -> Self {
        let days = |kind: TimexType| matches!(kind, TimexType::Date | TimexType::Time);
        let times = record.times.iter().zip(record.time_ids()).filter(|(time, _)| days(time.kind));
        let mut all = Details {
            times: times.map(|(time, id)| (lexis.tokens_of(time.span), id)).collect(),
            places: record
                .places
                .iter()
                .zip(record.place_ids())
                .map(|(place, id)| (lexis.tokens_of(place.span), id))
                .collect(),
            quantities: record
                .quantities
                .iter()
                .zip(record.quantity_ids())
                .map(|(quantity, id)| (lexis.tokens_of(quantity.span), id))
                .collect(),
            sums: Vec::new(),
        };
        let unit = |id: QuantityId| record.quantities[id.index()].unit.is_some();
        all.sums = all.quantities.iter().filter(|(_, id)| unit(*id)).cloned().collect();
        all.sums.sort_by_key(|(tokens, _)| tokens.start);
        all.times.sort_by_key(|(tokens, _)| tokens.start);
        all.places.sort_by_key(|(tokens, _)| tokens.start);
        all.quantities.sort_by_key(|(tokens, _)| tokens.start);
        all
    }

    /// The token belongs to a time or to a sum, the name of its unit included.
    pub(super) fn measures(&self, token: usize) -> bool {
        holds(&self.times, token) || holds(&self.sums, token)
    }

    /// The nearest expression of time that hangs on the trigger, or on a verb above it in the same clause.
    pub(super) fn time(&self, stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Option<TimeId> {
        nearest(stage, trigger, &self.times, &|_| true)
    }

    /// The nearest place that hangs on the trigger as a place does: "in", "at", "near".
    pub(super) fn place(&self, stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Option<PlaceId> {
        let located = |tokens: &Range<usize>| {
            let before = tokens.start.checked_sub(1).map_or("", |at| stage.lexis.lower(at));
            let two = tokens.start.checked_sub(2).map_or("", |at| stage.lexis.lower(at));
            let local = |word: &str| {
                matches!(
                    word,
                    "in" | "at"
                        | "near"
                        | "on"
                        | "outside"
                        | "inside"
                        | "around"
                        | "across"
                        | "over"
                        | "off"
                        | "into"
                        | "to"
                        | "against"
                )
            };
            local(before) || local(two)
        };
        nearest(stage, trigger, &self.places, &located)
    }

    /// The quantities among the words that hang on the trigger.
    pub(super) fn quantities(&self, stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Vec<QuantityId> {
        let reach = stage.lexis.trees.reach(trigger.light.unwrap_or(trigger.word));
        inside(&self.quantities, &reach).map(|(_, id)| *id).collect()
    }
}

fn holds<T>(all: &[(Range<usize>, T)], token: usize) -> bool {
    let at = all.partition_point(|(tokens, _)| tokens.end <= token);
    all.get(at).is_some_and(|(tokens, _)| tokens.contains(&token))
}

fn inside<'d, T>(
    all: &'d [(Range<usize>, T)],
    reach: &Range<usize>,
) -> impl Iterator<Item = &'d (Range<usize>, T)> {
    let from = all.partition_point(|(tokens, _)| tokens.end <= reach.start);
    let end = reach.end;
    all[from..].iter().take_while(move |(tokens, _)| tokens.start < end)
}

/// What lies in the words of the trigger, of the verb that carries it out, or of the nearest verb above, of what "when" explains; nearest
/// first.
fn nearest<T: Copy>(
    stage: &Stage<'_, '_, '_>,
    trigger: &Trigger,
    all: &[(Range<usize>, T)],
    fits: &dyn Fn(&Range<usize>) -> bool,
) -> Option<T> {
    let clause =
        stage.lexis.trees.above(trigger.word).find(|&at| stage.token(at).upos == sayso_lang::Upos::Verb);
    // "in 1987, when 31 people were killed in four days of shelling"
    let when = |verb: usize| {
        let explains =
            stage.lexis.trees.children(verb).any(|at| at < verb && stage.lexis.lower(at) == "when");
        stage.token(verb).head.filter(|_| explains)
    };
    let clause_above = clause.filter(|_| trigger.light.is_none());
    let scopes = [Some(trigger.word), trigger.light, clause_above, when(trigger.word), clause.and_then(when)];
    scopes.into_iter().flatten().find_map(|scope| {
        let reach = stage.lexis.trees.reach(scope);
        let near = inside(all, &reach).filter(|(tokens, _)| fits(tokens));
        near.min_by_key(|(tokens, _)| tokens.start.abs_diff(trigger.word)).map(|&(_, item)| item)
    })
}

/// What the words around a deed of force say of the means, where the trigger does not.
const MEANS: &[(&str, &str)] = &[
    ("air", "aerial"),
    ("aircraft", "aerial"),
    ("airstrike", "aerial"),
    ("artillery", "heavy-weapons"),
    ("bomb", "explosives"),
    ("bomber", "aerial"),
    ("chlorine", "unconventional"),
    ("drone", "drone"),
    ("explosive", "explosives"),
    ("grenade", "explosives"),
    ("gunfire", "firearms"),
    ("gunman", "firearms"),
    ("helicopter", "aerial"),
    ("howitzer", "heavy-weapons"),
    ("jet", "aerial"),
    ("knife", "primitive"),
    ("machete", "primitive"),
    ("missile", "heavy-weapons"),
    ("mortar", "heavy-weapons"),
    ("pistol", "firearms"),
    ("rifle", "firearms"),
    ("rocket", "heavy-weapons"),
    ("sarin", "unconventional"),
    ("shell", "heavy-weapons"),
    ("sniper", "firearms"),
    ("suicide", "suicide-attack"),
    ("tank", "heavy-weapons"),
    ("warplane", "aerial"),
];

/// The mode of an event: that of its trigger, else what the means used say.
pub(super) fn mode(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Option<&'static str> {
    if trigger.mode.is_some() || trigger.kind != EventType::Assault {
        return trigger.mode;
    }
    let reach = stage.lexis.trees.reach(trigger.word);
    let near = reach.start.max(trigger.word.saturating_sub(12))..reach.end.min(trigger.word + 12);
    let means =
        |at: usize| MEANS.iter().find(|(word, _)| *word == &*stage.token(at).lemma).map(|&(_, mode)| mode);
    near.filter(|&at| at != trigger.word).find_map(means)
}

/// Words that give away a context of the PLOVER manual.
const CONTEXTS: &[(Context, &[&str])] = &[
    (Context::Asylum, &["asylum", "migrant", "refugee"]),
    (
        Context::Cbrn,
        &[
            "anthrax",
            "chemical",
            "chlorine",
            "enrichment",
            "nuclear",
            "plutonium",
            "radiological",
            "sarin",
            "uranium",
            "warhead",
        ],
    ),
    (
        Context::Corruption,
        &["bribe", "bribery", "corruption", "embezzle", "embezzlement", "graft", "kickback"],
    ),
    (
        Context::Crime,
        &[
            "cartel",
            "fraud",
            "gang",
            "mafia",
            "narcotic",
            "robbery",
            "smuggle",
            "smuggler",
            "trafficker",
            "trafficking",
        ],
    ),
    (
        Context::Democracy,
        &["ballot", "democracy", "democratic", "election", "poll", "referendum", "vote", "voter"],
    ),
    (
        Context::Diplomatic,
        &["ambassador", "consul", "consulate", "diplomat", "diplomatic", "embassy", "envoy", "summit"],
    ),
    (
        Context::Economic,
        &[
            "bank",
            "currency",
            "debt",
            "economic",
            "economy",
            "export",
            "import",
            "investment",
            "loan",
            "oil",
            "tariff",
            "trade",
        ],
    ),
    (Context::Executive, &["cabinet", "chancellor", "premier", "president", "presidential"]),
    (Context::HumanRights, &["genocide", "rights", "torture"]),
    (Context::Humanitarian, &["convoy", "famine", "food", "humanitarian", "medicine", "relief"]),
    (Context::Intelligence, &["espionage", "intelligence", "spy", "wiretap"]),
    (
        Context::Legal,
        &[
            "court",
            "indict",
            "indictment",
            "judge",
            "lawsuit",
            "prosecutor",
            "tribunal",
            "verdict",
            "warrant",
        ],
    ),
    (
        Context::Military,
        &[
            "airstrike",
            "army",
            "artillery",
            "battalion",
            "brigade",
            "force",
            "jet",
            "military",
            "militia",
            "missile",
            "navy",
            "regiment",
            "rocket",
            "soldier",
            "tank",
            "troop",
            "warplane",
            "warship",
        ],
    ),
    (Context::Peacekeeping, &["peacekeeper", "peacekeeping"]),
    (Context::PoliticalInstitutions, &["constitution", "legislature", "parliament", "party", "senate"]),
    (
        Context::ReligionEthnicity,
        &["church", "ethnic", "mosque", "religious", "sectarian", "synagogue", "temple"],
    ),
    (Context::RightsFreedoms, &["censorship", "curfew", "detainee", "freedom", "journalist", "prisoner"]),
];

/// The contexts that the words hanging on a trigger, or on the verb that carries it out, give away.
pub(super) fn contexts(stage: &Stage<'_, '_, '_>, trigger: &Trigger) -> Vec<Context> {
    let reach = stage.lexis.trees.reach(trigger.light.unwrap_or(trigger.word));
    let near = reach.start.max(trigger.word.saturating_sub(20))..reach.end.min(trigger.word + 20);
    let says = |words: &[&str]| near.clone().any(|at| words.binary_search(&&*stage.token(at).lemma).is_ok());
    CONTEXTS.iter().filter(|(_, words)| says(words)).map(|&(context, _)| context).collect()
}

/// Background: a time that ended more than a year before the report.
pub(super) fn is_historical(record: &Record, time: Option<TimeId>) -> bool {
    let Some(published) = record.article.published else { return false };
    let time = time.map(|id| &record.times[id.index()]);
    let last = time.and_then(|time| time.to.or(time.from));
    last.is_some_and(|last| last.saturating_add(jiff::Span::new().days(365)) < published)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(MEANS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (_, words) in CONTEXTS {
            assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "{words:?}");
        }
    }
}
