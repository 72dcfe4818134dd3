//! An event in PLOVER's terms, and its standing: did it happen, on whose word, and which words say otherwise?

use sayso_text::{Body, Slice, Span};

use crate::{ActorId, PlaceId, QuantityId, StatementId, TimeId};

/// Who did what to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The word that carries it.
    pub trigger: Span<Body>,
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode ("aerial"), where the text tells.
    pub mode: Option<&'static str>,
    /// PLOVER contexts.
    pub contexts: Vec<Context>,
    /// Who did it.
    pub actor: Vec<Participant>,
    /// To whom it was done.
    pub recipient: Vec<Participant>,
    /// Where.
    pub place: Option<PlaceId>,
    /// When.
    pub time: Option<TimeId>,
    /// Numbers that belong to it.
    pub quantities: Vec<QuantityId>,
    /// Whether it happened, as its innermost holder presents it.
    pub status: Status,
    /// Told as background: it lies a year or more back.
    pub historical: bool,
    /// The finer reading behind the status.
    pub factuality: Factuality,
    /// What in the text says that it is not simply so; empty for *actual* alone.
    pub status_cues: Vec<Span<Body>>,
    /// The statement it stands in.
    pub statement: Option<StatementId>,
}

/// An actor in an event, and the words that put it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub id: ActorId,
    /// The words.
    pub span: Span<Body>,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, with their names in the wire format.
            pub const NAMES: &'static [(Self, &'static str)] = &[$((Self::$variant, $text),)*];

            /// Its name in the wire format.
            pub fn name(self) -> &'static str {
                Self::NAMES[self as usize].1
            }
        }
    };
}

named! {
    /// The sixteen event types of the PLOVER manual.
    EventType {
        /// Promises and treaties.
        Agree "AGREE",
        /// Meetings and calls.
        Consult "CONSULT",
        /// Praise, recognition.
        Support "SUPPORT",
        /// Yielding without a fight.
        Concede "CONCEDE",
        /// Acting together.
        Cooperate "COOPERATE",
        /// Help in kind.
        Aid "AID",
        /// Pulling back forces.
        Retreat "RETREAT",
        /// Demands and calls.
        Request "REQUEST",
        /// Blame, charges, investigations.
        Accuse "ACCUSE",
        /// Refusals and denials.
        Reject "REJECT",
        /// Threats and warnings.
        Threaten "THREATEN",
        /// Demonstrations, strikes, boycotts.
        Protest "PROTEST",
        /// Withdrawn relations, expulsions, penalties.
        Sanction "SANCTION",
        /// Moving and readying forces.
        Mobilize "MOBILIZE",
        /// Arrests, seizures, repression.
        Coerce "COERCE",
        /// Deadly force.
        Assault "ASSAULT",
    }
}

named! {
    /// Contexts of the PLOVER manual.
    Context {
        /// Refuge and asylum.
        Asylum "asylum",
        /// Chemical, biological, radiological, nuclear.
        Cbrn "cbrn",
        /// Corruption.
        Corruption "corruption",
        /// Crime.
        Crime "crime",
        /// Democratic change.
        Democracy "democracy",
        /// Relations of states.
        Diplomatic "diplomatic",
        /// Trade and money.
        Economic "economic",
        /// Heads of state and government.
        Executive "executive",
        /// Human rights.
        HumanRights "human_rights",
        /// Human security.
        HumanSecurity "human_security",
        /// Relief.
        Humanitarian "humanitarian",
        /// Intelligence services.
        Intelligence "intelligence",
        /// Courts and law.
        Legal "legal",
        /// Armed forces.
        Military "military",
        /// Peacekeeping.
        Peacekeeping "peacekeeping",
        /// Constitutions, regimes, parties.
        PoliticalInstitutions "political_institutions",
        /// Autocratic change.
        ProAutocracy "pro_autocracy",
        /// Religion and ethnicity.
        ReligionEthnicity "religion_ethnicity",
        /// Civil rights and freedoms.
        RightsFreedoms "rights_freedoms",
    }
}

named! {
    /// PLOVER's auxiliary modes as a status.
    Status {
        /// It happened, on its holder's word.
        Actual "actual",
        /// It is said not to have happened.
        Negated "negated",
        /// It may happen, might have happened, is threatened or alleged.
        Hypothetical "hypothetical",
        /// It is announced, planned or expected.
        Future "future",
    }
}

named! {
    /// FactBank polarity.
    Polarity {
        /// Is so.
        Positive "positive",
        /// Is not so.
        Negative "negative",
    }
}

named! {
    /// FactBank certainty.
    Certainty {
        /// Holder is sure.
        Certain "certain",
        /// Holder thinks so.
        Probable "probable",
        /// Holder thinks it possible.
        Possible "possible",
        /// Holder does not commit.
        Unknown "unknown",
    }
}

named! {
    /// Time of an event as seen from the report.
    Tense {
        /// Before.
        Past "past",
        /// Now.
        Present "present",
        /// After.
        Future "future",
        /// Not told.
        Unspecified "unspecified",
    }
}

/// The finer reading behind a [`Status`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factuality {
    /// Is so, or is not so.
    pub polarity: Polarity,
    /// How sure the holder is.
    pub certainty: Certainty,
    /// When, as seen from the report.
    pub time: Tense,
    /// Depends on a condition.
    pub conditional: bool,
}

impl Factuality {
    /// Certain, positive, past: what a plain report of an event says.
    pub const PLAIN: Self = Factuality {
        polarity: Polarity::Positive,
        certainty: Certainty::Certain,
        time: Tense::Past,
        conditional: false,
    };
}

/// A status that needs words to show for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// Said not to have happened.
    Negated,
    /// May happen, might have happened, is threatened or alleged.
    Hypothetical,
    /// Announced, planned or expected.
    Future,
}

/// The standing of an event as a rule hands it over. Anything but *actual* needs a cue: an unexplained "possible" does not compile.
#[derive(Debug, Clone)]
pub struct Standing<'t> {
    pub(crate) status: Status,
    pub(crate) cues: Vec<Slice<'t, Body>>,
    /// Told as background: it lies a year or more back.
    pub historical: bool,
    /// The finer reading.
    pub factuality: Factuality,
}

impl<'t> Standing<'t> {
    /// It happened, on its holder's word.
    pub fn actual() -> Self {
        Standing {
            status: Status::Actual,
            cues: Vec::new(),
            historical: false,
            factuality: Factuality::PLAIN,
        }
    }

    /// It did not, or not yet, or not for certain, as `cue` says.
    pub fn marked(status: Marked, cue: Slice<'t, Body>, factuality: Factuality) -> Self {
        let status = match status {
            Marked::Negated => Status::Negated,
            Marked::Hypothetical => Status::Hypothetical,
            Marked::Future => Status::Future,
        };
        Standing { status, cues: vec![cue], historical: false, factuality }
    }

    /// One more word that marks it.
    pub fn also(mut self, cue: Slice<'t, Body>) -> Self {
        self.cues.push(cue);
        self
    }
}
