//! Actors: who it is, by which names, and how often it is heard of.

use sayso_store::ActorLine;

use super::{Paper, Role, Run};
use crate::show::figures::count;

pub(super) fn actors(actors: &[ActorLine], paper: &mut Paper) {
    for actor in actors {
        let runs = line(actor, paper);
        paper.sheet.block(0, 6, &runs);
    }
    if actors.is_empty() {
        paper.sheet.block(0, 0, &[Run::own(Role::Plain, "nobody found")]);
    }
}

/// `a12 Edrin Kolvas · person, defence minister, LTH · 9 reports, 21 statements, 4 events · also Kolvas`
fn line(actor: &ActorLine, paper: &Paper) -> Vec<Run> {
    let about = [Some(actor.r#type.name()), actor.role.as_deref(), actor.country.as_deref()];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let counts = [
        count(actor.reports as usize, "report", "reports"),
        count(actor.statements as usize, "statement", "statements"),
        count(actor.events as usize, "event", "events"),
    ];
    let mut runs =
        vec![Run::own(Role::Quiet, &format!("{}\u{a0}", actor.id)), Run::new(Role::Name, &actor.name)];
    let also = (!actor.aliases.is_empty()).then(|| format!("also {}", actor.aliases.join(", ")));
    let details = [Run::new(Role::Plain, &about), Run::own(Role::Plain, &counts.join(", "))];
    runs.extend(paper.dotted(details.into_iter().chain(also.map(|words| Run::new(Role::Quiet, &words)))));
    runs
}
