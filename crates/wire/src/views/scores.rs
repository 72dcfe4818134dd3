//! PLOVER's quad categories and its scores of conflict and cooperation.
//!
//! Categories: those that the PLOVER manual gives at the end of each event type (Open Event Data Alliance, 2021), written as POLECAT writes
//! them. Scores: the scale from -10 to +10 that continues Goldstein's (1992), by type and mode, as the PLOVER project publishes it. One figure
//! differs: the project's list has +3.0 for ACCUSE without a mode, which stands for the mean of its modes, -3.0, having lost its sign.

use crate::terms::EventType::{self, *};

/// Quad category of a type.
pub fn quad(kind: EventType) -> &'static str {
    match kind {
        Agree | Consult | Support | Concede => "VERBAL COOPERATION",
        Cooperate | Aid | Retreat => "MATERIAL COOPERATION",
        Request | Accuse | Reject | Threaten => "VERBAL CONFLICT",
        Protest | Sanction | Mobilize | Coerce | Assault => "MATERIAL CONFLICT",
    }
}

/// Score of a type with a mode; a mode without a score of its own has that of its type.
pub fn intensity(kind: EventType, mode: Option<&str>) -> f64 {
    let of = |mode: &str| SCORES.iter().find(|row| row.0 == kind && row.1 == mode).map(|row| row.2);
    mode.and_then(of).or_else(|| of("")).unwrap_or_default()
}

/// Type, mode (empty: none), score.
const SCORES: &[(EventType, &str, f64)] = &[
    (Accuse, "", -3.0),
    (Accuse, "allege", -3.5),
    (Accuse, "disapprove", -2.0),
    (Accuse, "investigate", -3.5),
    (Agree, "", 2.5),
    (Aid, "", 10.0),
    (Assault, "", -9.0),
    (Assault, "abduct", -8.5),
    (Assault, "aerial", -9.5),
    (Assault, "beat", -7.5),
    (Assault, "crowd-control", -7.5),
    (Assault, "destroy", -8.5),
    (Assault, "drone", -9.5),
    (Assault, "explosives", -9.0),
    (Assault, "firearms", -9.0),
    (Assault, "heavy-weapons", -9.5),
    (Assault, "primitive", -8.0),
    (Assault, "sexual", -8.5),
    (Assault, "suicide-attack", -9.5),
    (Assault, "targeted", -9.5),
    (Assault, "torture", -8.5),
    (Assault, "unconventional", -10.0),
    (Coerce, "", -7.0),
    (Coerce, "arrest", -7.0),
    (Coerce, "censor", -6.5),
    (Coerce, "curfew", -6.5),
    (Coerce, "cyber", -7.0),
    (Coerce, "deport", -7.0),
    (Coerce, "martial-law", -7.5),
    (Coerce, "misinformation", -6.5),
    (Coerce, "restrict", -7.0),
    (Coerce, "seize", -7.0),
    (Coerce, "withhold", -7.0),
    (Concede, "", 4.5),
    (Consult, "", 2.5),
    (Consult, "multilateral", 4.0),
    (Consult, "phone", 1.5),
    (Consult, "third-party", 1.0),
    (Consult, "visit", 4.0),
    (Cooperate, "", 9.5),
    (Mobilize, "", -5.5),
    (Mobilize, "militia", -6.0),
    (Mobilize, "police", -5.5),
    (Mobilize, "troops", -6.5),
    (Mobilize, "weapons", -6.5),
    (Protest, "", -5.0),
    (Protest, "boycott", -4.5),
    (Protest, "demo", -5.0),
    (Protest, "hunger", -4.5),
    (Protest, "obstruct", -4.5),
    (Protest, "riot", -7.0),
    (Protest, "strike", -5.0),
    (Reject, "", -2.0),
    (Reject, "assist", -1.5),
    (Reject, "change", -2.0),
    (Reject, "meet", -2.0),
    (Reject, "yield", -2.0),
    (Request, "", 0.0),
    (Request, "assist", 0.5),
    (Request, "change", -1.0),
    (Request, "meet", 0.0),
    (Request, "yield", -1.0),
    (Retreat, "", 6.5),
    (Retreat, "access", 6.5),
    (Retreat, "ceasefire", 7.5),
    (Retreat, "disarm", 10.0),
    (Retreat, "release", 6.5),
    (Retreat, "resign", 4.5),
    (Retreat, "withdraw", 8.0),
    (Sanction, "", -6.0),
    (Sanction, "convict", -6.0),
    (Sanction, "discontinue", -6.0),
    (Sanction, "expel", -5.5),
    (Sanction, "withdraw", -6.0),
    (Support, "", 5.0),
    (Threaten, "", -3.5),
    (Threaten, "arrest", -3.5),
    (Threaten, "expel", -3.5),
    (Threaten, "relations", -3.5),
    (Threaten, "restrict", -3.0),
    (Threaten, "territory", -4.0),
    (Threaten, "violence", -3.5),
];

#[cfg(test)]
mod tests {
    use super::{SCORES, intensity, quad};
    use crate::terms::EventType;

    #[test]
    fn every_type_has_a_score_on_its_side_of_the_scale() {
        for kind in EventType::ALL {
            assert!(SCORES.iter().any(|row| row.0 == *kind && row.1.is_empty()), "{kind:?} has no score");
        }
        for (kind, mode, score) in SCORES {
            let side = if quad(*kind).ends_with("CONFLICT") { -1.0 } else { 1.0 };
            // Requests are the middle of the scale.
            assert!(*kind == EventType::Request || score * side > 0.0, "{kind:?} {mode} {score}");
        }
    }

    #[test]
    fn a_mode_sharpens_the_score_and_an_unknown_one_does_not() {
        assert!((intensity(EventType::Assault, Some("beat")) - -7.5).abs() < 1e-9);
        assert!((intensity(EventType::Assault, Some("catapult")) - -9.0).abs() < 1e-9);
        assert!((intensity(EventType::Agree, None) - 2.5).abs() < 1e-9);
    }
}
