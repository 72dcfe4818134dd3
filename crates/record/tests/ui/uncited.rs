//! An item cites a slice of the report, not words of its own.
use sayso_record::{ActorType, NewActor};

fn main() {
    let _ = NewActor { name: "Deniz Halloran", kind: ActorType::Person, country: None, sector: None, role: None };
}
