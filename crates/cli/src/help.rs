//! What the program tells of itself: schema, completions, manual pages.

use clap::CommandFactory;
use sayso::wire;

use crate::Outcome;
use crate::args::{Completions, Man, Sayso};
use crate::failure::Failure;
use crate::output::Output;

/// `sayso schema`.
pub(crate) fn schema() -> Result<Outcome, Failure> {
    print(&wire::schema())
}

/// `sayso completions`.
pub(crate) fn completions(args: &Completions) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Sayso::command(), "sayso", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// `sayso man`.
pub(crate) fn man(args: &Man) -> Result<Outcome, Failure> {
    let page = page(args.command.as_deref())?;
    let mut roff = Vec::new();
    let rendered = clap_mangen::Man::new(page).render(&mut roff);
    rendered.map_err(|error| Failure::file("manual page", &error))?;
    print(&String::from_utf8_lossy(&roff))
}

fn page(command: Option<&str>) -> Result<clap::Command, Failure> {
    let mut sayso = Sayso::command();
    sayso.build();
    let Some(name) = command else { return Ok(sayso) };
    let found = sayso.find_subcommand(name).cloned();
    found.ok_or_else(|| Failure::new(format!("{name}: no such command")).hint("sayso help lists them"))
}

fn print(text: &str) -> Result<Outcome, Failure> {
    Output::open(None)?.write(text)?;
    Ok(Outcome::Well)
}
