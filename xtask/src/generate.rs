//! `cargo xtask generate`: files made from code, kept in the repository so that they can be read and reviewed there.

use clap::{Command, CommandFactory};

use crate::{Stopped, files, say};

#[path = "../../crates/cli/src/args.rs"]
#[allow(dead_code, reason = "the fields are read by the command line alone")]
mod args;

/// Columns of the help in `docs/commands.md`.
const WIDTH: usize = 100;

/// Head of `docs/commands.md`.
const COMMANDS: &str =
    "# Commands\n\nMade by `cargo xtask generate` from `crates/cli/src/args.rs`; what `--help` prints.\n";

/// Writes every generated file; with `check`, only tells which would change.
pub(crate) fn generate(check: bool) -> Result<(), Stopped> {
    let made = made()?;
    let stale: Vec<_> = made.iter().filter(|(path, text)| files::read(path).as_ref() != Some(text)).collect();
    if check {
        return fresh(&stale);
    }
    for (path, text) in stale {
        files::write(path, text.as_bytes())?;
        say(&format!("wrote {path}"));
    }
    Ok(())
}

fn fresh(stale: &[&(String, String)]) -> Result<(), Stopped> {
    match stale {
        [] => Ok(()),
        stale => {
            let paths: Vec<_> = stale.iter().map(|(path, _)| path.as_str()).collect();
            Err(Stopped(format!("{} not up to date (cargo xtask generate)", paths.join(", "))))
        }
    }
}

/// Paths and contents of all generated files.
fn made() -> Result<Vec<(String, String)>, Stopped> {
    let mut sayso = args::Sayso::command().term_width(WIDTH);
    sayso.build();
    let commands: Vec<_> =
        sayso.get_subcommands().filter(|command| command.get_name() != "help").cloned().collect();
    let mut made = vec![
        ("docs/schema/sayso-record-1.json".into(), sayso::wire::schema()),
        ("docs/commands.md".into(), list(&sayso, &commands)),
        ("docs/man/sayso.1".into(), man(sayso)?),
    ];
    for command in commands {
        made.push((format!("docs/man/sayso-{}.1", command.get_name()), man(command)?));
    }
    Ok(made)
}

fn man(command: Command) -> Result<String, Stopped> {
    let mut roff = Vec::new();
    let rendered = clap_mangen::Man::new(command).render(&mut roff);
    rendered.map_err(|error| Stopped(format!("manual page: {error}")))?;
    Ok(String::from_utf8_lossy(&roff).into_owned())
}

fn list(sayso: &Command, commands: &[Command]) -> String {
    let all = std::iter::once(sayso).chain(commands);
    let sections = all.map(|command| {
        let name = command.get_bin_name().unwrap_or("sayso");
        let help = command.clone().term_width(WIDTH).render_long_help().to_string();
        let lines: Vec<_> = help.lines().map(str::trim_end).collect();
        format!("\n## {name}\n\n```text\n{}\n```\n", lines.join("\n").trim_end())
    });
    format!("{COMMANDS}{}", sections.collect::<String>())
}
