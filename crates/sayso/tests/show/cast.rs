//! Who speaks and acts in the report, and what is counted in it.

use sayso::record::{ActorId, ActorType, NewActor, Relation, Sector};

use crate::hand::Hand;

/// The actors of the report.
pub(crate) struct Cast {
    pub(crate) velmar: ActorId,
    pub(crate) kastria: ActorId,
    pub(crate) ferry: ActorId,
    pub(crate) guard: ActorId,
    pub(crate) officials: ActorId,
    pub(crate) holm: ActorId,
    pub(crate) morgen: ActorId,
    pub(crate) varga: ActorId,
    pub(crate) aune: ActorId,
    pub(crate) council: ActorId,
    pub(crate) odell: ActorId,
    pub(crate) ministry: ActorId,
    pub(crate) office: ActorId,
}

/// Its numbers.
pub(crate) fn quantities(hand: &mut Hand<'_>) {
    hand.quantity("crew of 23", 23.0, Relation::Equal, "crew");
    hand.quantity("at least six patrol boats", 6.0, Relation::AtLeast, "patrol boats");
    hand.quantity("more than 1,400 soldiers", 1400.0, Relation::More, "soldiers");
    hand.quantity("some 3,000 people", 3000.0, Relation::About, "people");
    hand.quantity("41 people", 41.0, Relation::Equal, "people");
}

/// Adds the actors.
pub(crate) fn cast(hand: &mut Hand<'_>) -> Cast {
    use ActorType::{Group, Organization, Person, Place};
    let plain = |hand: &mut Hand<'_>, near: &str, name: &str, kind| {
        let new = hand.actor(near, name, kind);
        hand.known(new, &[])
    };
    let person = |hand: &mut Hand<'_>, name: &str, role: &str, form: (&str, &str), country| {
        let new = hand.actor(name, name, Person);
        let role = Some(hand.at(role, role));
        hand.known(NewActor { role, country: Some(country), sector: Some(Sector::Gov), ..new }, &[form])
    };
    let council = hand.actor("The Council", "Council of Coastal States", Organization);
    Cast {
        velmar: plain(hand, "Velmar's", "Velmar", Place),
        kastria: plain(hand, "Kastria shelled", "Kastria", Place),
        ferry: plain(hand, "the ferry Anna", "Anna Lund", Organization),
        guard: plain(hand, "Velmar's", "Velmar's coast guard", Organization),
        officials: plain(hand, "two officials", "two officials", Group),
        holm: person(hand, "Dagny Holm", "Prime Minister", ("Holm's", "Holm"), "VLM"),
        morgen: plain(hand, "Morgen", "Morgen", Organization),
        varga: person(hand, "Teo Varga", "Foreign Minister", ("Varga", "Varga"), "KST"),
        aune: person(hand, "Lise Aune", "spokeswoman", ("Aune", "Aune"), "VLM"),
        council: hand.known(NewActor { sector: Some(Sector::Igo), ..council }, &[]),
        odell: person(hand, "Marguerite Odell", "envoy", ("Odell", "Odell"), "VLM"),
        ministry: plain(hand, "The defence", "defence ministry", Organization),
        office: plain(hand, "Holm's", "Holm's office", Organization),
    }
}
