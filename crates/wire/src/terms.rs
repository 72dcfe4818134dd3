//! The closed word lists of the wire format, one table each, every row the twin of a variant in `sayso_record`.

use sayso_record as record;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$row:meta])* $variant:ident $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$row])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$($name::$variant,)*];

            /// Its name on the wire.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }

        // A variant added to `sayso_record` stops the build here until it has a name on the wire.
        impl From<record::$name> for $name {
            fn from(term: record::$name) -> Self {
                match term { $(record::$name::$variant => $name::$variant,)* }
            }
        }
    )*};
}

terms! {
    /// What a piece of furniture is.
    FurnitureKind {
        /// Meters and pleas for money.
        Donation "donation",
        /// The headline again.
        RepeatedTitle "repeated-title",
        /// Menus, breadcrumbs, pagination, legends.
        Navigation "navigation",
        /// Lines that offer to share.
        Share "share",
        /// Links to other reports.
        Related "related",
        /// Captions and credits of pictures.
        Caption "caption",
        /// Advertisements and newsletter offers.
        Advert "advert",
        /// Copyright and legal lines at the foot.
        Footer "footer",
        /// Anything else that is not the report.
        Other "other",
    }

    /// What an actor is.
    ActorType {
        /// A human being.
        Person "person",
        /// A body with a name: state organ, company, outlet, armed group.
        Organization "organization",
        /// People without a body ("two officials").
        Group "group",
        /// A country, region or town.
        Place "place",
    }

    /// Actor sectors of the PLOVER manual.
    Sector {
        /// Business.
        Bus "BUS",
        /// Civilians.
        Cvl "CVL",
        /// Criminals.
        Crm "CRM",
        /// Government.
        Gov "GOV",
        /// Intergovernmental organisations.
        Igo "IGO",
        /// Courts.
        Jud "JUD",
        /// Labour.
        Lab "LAB",
        /// Legislature.
        Leg "LEG",
        /// Media.
        Med "MED",
        /// Armed forces.
        Mil "MIL",
        /// Non-governmental organisations.
        Ngo "NGO",
        /// Opposition.
        Opp "OPP",
        /// Police and secret services.
        Cop "COP",
        /// Rebels and armed groups.
        Reb "REB",
        /// Religious bodies.
        Rel "REL",
    }

    /// How an actor is mentioned.
    Form {
        /// By name ("Halloran").
        Name "name",
        /// By a noun ("the ministry").
        Nominal "nominal",
        /// By a pronoun ("he").
        Pronoun "pronoun",
    }

    /// GeoNames feature class.
    FeatureClass {
        /// Populated place.
        P "P",
        /// Administrative area.
        A "A",
        /// Water.
        H "H",
        /// Mountain, island, cape.
        T "T",
        /// Region, park.
        L "L",
        /// Building, spot.
        S "S",
    }

    /// TIMEX3 type.
    TimexType {
        /// A day or something coarser.
        Date "DATE",
        /// A time of day.
        Time "TIME",
        /// A length of time.
        Duration "DURATION",
        /// Something that recurs.
        Set "SET",
    }

    /// How the true number relates to the one given.
    Relation {
        /// It is that number.
        Equal "=",
        /// It is larger.
        More ">",
        /// It is smaller.
        Less "<",
        /// It is at least that.
        AtLeast ">=",
        /// It is at most that.
        AtMost "<=",
        /// It is near that.
        About "~",
    }

    /// How the content of a statement is worded.
    StatementKind {
        /// Quoted words only.
        Direct "direct",
        /// No quoted words.
        Indirect "indirect",
        /// Both.
        Mixed "mixed",
    }

    /// Whether the source vouches for the content.
    Stance {
        /// It says so.
        Affirms "affirms",
        /// It says that it is not so, or does not confirm it.
        Denies "denies",
        /// It will not say.
        Declines "declines",
    }

    /// Event type of the PLOVER manual.
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

    /// Context of the PLOVER manual.
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

    /// Whether an event happened, as its innermost holder presents it: PLOVER's auxiliary modes.
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

    /// FactBank polarity.
    Polarity {
        /// Is so.
        Positive "positive",
        /// Is not so.
        Negative "negative",
    }

    /// FactBank certainty.
    Certainty {
        /// The holder is sure.
        Certain "certain",
        /// The holder thinks so.
        Probable "probable",
        /// The holder thinks it possible.
        Possible "possible",
        /// The holder does not commit.
        Unknown "unknown",
    }

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

    /// What one statement does to another.
    LinkType {
        /// Says that it is not so.
        Denies "denies",
        /// Says something that cannot hold together with it.
        Contradicts "contradicts",
        /// Says the same.
        Repeats "repeats",
    }
}
