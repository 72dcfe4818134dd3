//! What was considered for each name of a place, as text for people.

use sayso_extract::{Candidate, Considered};
use sayso_lexicon::{Gazetteer, Place};

use super::inert::one_line;

/// Each name with at most `most` of its senses, a line each. A star marks the sense that the record has.
pub fn places(considered: &[Considered<'_>], gazetteer: &Gazetteer, most: usize) -> String {
    considered.iter().map(|name| block(name, gazetteer, most)).collect()
}

fn block(name: &Considered<'_>, gazetteer: &Gazetteer, most: usize) -> String {
    let mut text = one_line(&name.slice) + "\n";
    for candidate in name.candidates.iter().take(most) {
        let chosen = name.chosen() == Some(candidate.entry);
        let place = gazetteer.place(candidate.entry);
        text.extend(place.map(|place| line(candidate, &place, gazetteer, chosen)));
    }
    match name.candidates.len() {
        0 => text.push_str("    not in the gazetteer\n"),
        all if all > most => text.push_str(&format!("    and {} more\n", all - most)),
        _ => {}
    }
    text
}

fn line(candidate: &Candidate, place: &Place<'_>, gazetteer: &Gazetteer, chosen: bool) -> String {
    let division = place.division.and_then(|entry| gazetteer.place(entry)).map(|division| division.name);
    let division = division.filter(|division| *division != place.name);
    let whole: Vec<&str> = [Some(place.name), division, place.country].into_iter().flatten().collect();
    let id = place.geonameid.map_or("no id".to_owned(), |id| format!("GeoNames {id}"));
    let reasons: Vec<String> = candidate
        .reasons
        .iter()
        .map(|(reason, points)| format!("{} {points:+.1}", reason.as_str()))
        .collect();
    format!(
        "  {} {:4.1}  {} ({id}; {}, {}): {}\n",
        if chosen { '*' } else { ' ' },
        candidate.points(),
        whole.join(", "),
        place.lat,
        place.lon,
        reasons.join(", ")
    )
}
