//! Verbs that say little by themselves: their object names what is done.

/// Verbs that only carry out what their object names: "launched an attack".
const CARRY_OUT: &[&str] = &[
    "carry",
    "commit",
    "conduct",
    "continue",
    "deliver",
    "do",
    "engage",
    "execute",
    "give",
    "have",
    "hold",
    "impose",
    "join",
    "launch",
    "lift",
    "make",
    "mount",
    "offer",
    "open",
    "order",
    "perform",
    "perpetrate",
    "place",
    "provide",
    "reach",
    "resume",
    "send",
    "stage",
    "start",
    "take",
    "undertake",
    "unleash",
    "wage",
];

/// Verbs by which one takes part in it: "attended talks".
const TAKE_PART: &[&str] = &["attend", "begin", "end", "enter", "host", "participate", "put"];

/// Verbs that bring it about, or that have it happen to somebody: "sparked a riot", "suffered a raid".
const BRING_ABOUT: &[&str] = &[
    "bring",
    "broker",
    "cause",
    "effect",
    "face",
    "initiate",
    "issue",
    "lead",
    "mean",
    "negotiate",
    "obtain",
    "provoke",
    "pursue",
    "receive",
    "repeat",
    "result",
    "seal",
    "secure",
    "see",
    "sign",
    "spark",
    "suffer",
    "sustain",
    "trigger",
    "undergo",
    "use",
    "win",
    "witness",
];

/// The subject of the verb does what the object names.
pub(crate) fn carries_out(verb: &str) -> bool {
    CARRY_OUT.contains(&verb) || TAKE_PART.contains(&verb)
}

/// What the object names happens as far as the verb does.
pub(crate) fn is_light(verb: &str) -> bool {
    CARRY_OUT.contains(&verb) || BRING_ABOUT.contains(&verb)
}
