//! From a reading to a record: who speaks, what is said, when, and how many.
//!
//! One module a stage, called in this order by `sayso::read`: mentions and actors, places, times, quantities, statements. Each stage reads the
//! [`Reading`] and what the stages before have put into the record, and adds its own items; none of them sees the page.

mod actors;
mod events;
mod lexis;
mod mentions;
mod places;
mod quantities;
mod standing;
mod statements;
mod times;
mod tree;
mod words;

use sayso_lang::Reading;
use sayso_lexicon::Gazetteer;
use sayso_record::{RecordBuilder, Refused, Status};

pub use events::{Dyad, dyad};
pub use places::{Candidate, Considered, Reason};
pub use quantities::quantities;
pub use times::times;

/// The actors of a report as the later stages see them.
pub struct Cast<'r, 't> {
    lexis: lexis::Lexis<'r, 't>,
    cast: actors::Cast<'t>,
}

/// Adds the sentences of the report.
///
/// # Errors
/// [`Refused`] only where the engine itself is wrong; so for every stage.
pub fn sentences<'t>(reading: &Reading<'t>, record: &mut RecordBuilder<'t>) -> Result<(), Refused> {
    reading.sentences.iter().try_for_each(|sentence| record.sentence(sentence.slice))
}

/// Finds who is named and adds them.
///
/// # Errors
/// As [`sentences`].
pub fn actors<'r, 't>(
    reading: &'r Reading<'t>,
    record: &mut RecordBuilder<'t>,
) -> Result<Cast<'r, 't>, Refused> {
    let lexis = lexis::Lexis::new(reading);
    let cast = actors::actors(mentions::mentions(&lexis), record)?;
    Ok(Cast { lexis, cast })
}

/// Finds which places are named and adds them; tells what was considered for each name.
///
/// # Errors
/// As [`sentences`].
pub fn places<'t>(
    cast: &Cast<'_, 't>,
    gazetteer: &Gazetteer,
    record: &mut RecordBuilder<'t>,
) -> Result<Vec<Considered<'t>>, Refused> {
    places::places(&cast.lexis, &cast.cast, gazetteer, record)
}

/// Finds who said what and adds it. Times must have been added before.
///
/// # Errors
/// As [`sentences`].
pub fn statements<'t>(cast: &mut Cast<'_, 't>, record: &mut RecordBuilder<'t>) -> Result<(), Refused> {
    let Cast { lexis, cast } = cast;
    statements::statements(lexis, cast, record)
}

/// Finds who did what to whom and adds it. Statements must have been added before.
///
/// # Errors
/// As [`sentences`].
pub fn events<'t>(cast: &mut Cast<'_, 't>, record: &mut RecordBuilder<'t>) -> Result<(), Refused> {
    let Cast { lexis, cast } = cast;
    events::events(lexis, cast, record)
}

/// For each token of a reading: if it is a predicate, has it happened? From −3, surely not, to 3, surely (UDS-IH2).
pub fn happened(reading: &Reading<'_>) -> Vec<f32> {
    of_each_token(reading, |standings, token| standings.happened(token))
}

/// For each token of a reading: if it is a predicate or names what happens, its status as its innermost holder presents it.
pub fn statuses(reading: &Reading<'_>) -> Vec<Status> {
    of_each_token(reading, |standings, token| standings.status(token))
}

fn of_each_token<T>(
    reading: &Reading<'_>,
    of: impl Fn(&standing::Standings<'_, '_, '_>, usize) -> T,
) -> Vec<T> {
    let lexis = lexis::Lexis::new(reading);
    let standings = standing::Standings { lexis: &lexis };
    (0..reading.tokens.len()).map(|token| of(&standings, token)).collect()
}
