//! The signs of the notation, with their ASCII fallbacks and the words that say the same.

use sayso_record::{FurnitureKind, LinkType, Relation, Stance, StatementKind, Status};

/// One set of signs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    /// By [`Status`], in the order of its declaration.
    status: [&'static str; 4],
    /// Background from long before the report.
    pub(super) historical: &'static str,
    /// Direct, indirect, mixed.
    kind: [&'static str; 3],
    /// "On the word of".
    pub(super) relay: &'static str,
    /// Between details.
    pub(super) dot: &'static str,
    /// From actor to recipient.
    pub(super) arrow: &'static str,
    /// Before furniture.
    pub(super) furniture: &'static str,
    /// In the place of words left out.
    pub(super) gap: &'static str,
    /// Equal, more, less, at least, at most, about.
    relation: [&'static str; 6],
    /// Denies, contradicts, repeats.
    link: [&'static str; 3],
    /// Quotation marks around words that are named.
    pub(super) quotes: [&'static str; 2],
}

/// The signs of the notation.
pub(super) const UNICODE: Signs = Signs {
    status: ["●", "⊘", "◌", "▷"],
    historical: "◷",
    kind: ["“", "~", "“~"],
    relay: "‹",
    dot: "·",
    arrow: "→",
    furniture: "–",
    gap: "…",
    relation: ["", "> ", "< ", "≥ ", "≤ ", "~ "],
    link: ["⊘", "≠", "="],
    quotes: ["“", "”"],
};

/// The same for terminals that show nothing but ASCII.
pub(super) const ASCII: Signs = Signs {
    status: ["*", "x", "?", ">"],
    historical: "@",
    kind: ["\"", "~", "\"~"],
    relay: "<",
    dot: "|",
    arrow: "->",
    furniture: "-",
    gap: "...",
    relation: ["", "> ", "< ", ">= ", "<= ", "~ "],
    link: ["x", "!=", "="],
    quotes: ["\"", "\""],
};

impl Signs {
    pub(super) fn status(&self, status: Status) -> &'static str {
        self.status[status as usize]
    }

    pub(super) fn kind(&self, kind: StatementKind) -> &'static str {
        self.kind[kind as usize]
    }

    pub(super) fn relation(&self, relation: Relation) -> &'static str {
        self.relation[relation as usize]
    }

    pub(super) fn link(&self, link: LinkType) -> &'static str {
        self.link[link as usize]
    }
}

/// How a statement is worded, in a word.
pub(super) fn kind_word(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "quoted",
        StatementKind::Indirect => "paraphrased",
        StatementKind::Mixed => "partly quoted",
    }
}

/// A CSS class for how a statement is worded.
pub(super) fn kind_class(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "direct",
        StatementKind::Indirect => "indirect",
        StatementKind::Mixed => "mixed",
    }
}

/// What the source does, where it does not simply say so.
pub(super) fn stance_word(stance: Stance) -> Option<&'static str> {
    match stance {
        Stance::Affirms => None,
        Stance::Denies => Some("denies"),
        Stance::Declines => Some("declines"),
    }
}

/// What a link does, and what is done to its other end.
pub(super) fn link_words(link: LinkType) -> (&'static str, &'static str) {
    match link {
        LinkType::Denies => ("denies", "denied by"),
        LinkType::Contradicts => ("contradicts", "contradicted by"),
        LinkType::Repeats => ("repeats", "repeated by"),
    }
}

/// What a run of furniture is, for people.
pub(super) fn furniture_word(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::RepeatedTitle => "headline again",
        FurnitureKind::Related => "related links",
        FurnitureKind::Other => "not the report",
        _ => kind.name(),
    }
}
