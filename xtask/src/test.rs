//! `cargo xtask test`: everything that must hold, cheapest first, stopping at the first that does not.

use std::process::{Command, Stdio};

use crate::{Stopped, files, generate, say, tidy};

/// Cargo's part. A step whose tool may be missing names the component that brings it.
const STEPS: [Step; 3] = [
    Step { args: &["fmt", "--all", "--check"], component: Some("rustfmt"), mend: "cargo fmt" },
    Step {
        args: &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"],
        component: Some("clippy"),
        mend: "mend what it says",
    },
    Step { args: &["test", "--workspace", "--quiet"], component: None, mend: "mend what it says" },
];

struct Step {
    args: &'static [&'static str],
    component: Option<&'static str>,
    mend: &'static str,
}

pub(crate) fn test() -> Result<(), Stopped> {
    tidy::tidy()?;
    generate::generate(true)?;
    STEPS.iter().try_for_each(step)?;
    say("all well");
    Ok(())
}

fn step(step: &Step) -> Result<(), Stopped> {
    let line = format!("cargo {}", step.args.join(" "));
    if let Some(component) = step.component.filter(|_| !is_there(step.args[0])) {
        return missing(component, &line);
    }
    say(&format!("-- {line}"));
    let ended = cargo().args(step.args).status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Stopped(format!("failed: {line} ({})", step.mend))),
        Err(error) => Err(Stopped(format!("{line}: {error}"))),
    }
}

/// Both tools are expected. A reader without them can still run the tests; whoever decides on a change must have them.
#[expect(clippy::disallowed_methods, reason = "a chore may ask where it runs")]
fn missing(component: &str, line: &str) -> Result<(), Stopped> {
    let what =
        format!("{component} is not installed, so `{line}` cannot run (rustup component add {component})");
    if std::env::var_os("CI").is_some() {
        return Err(Stopped(what));
    }
    say(&format!("-- left out: {what}"));
    Ok(())
}

fn is_there(tool: &str) -> bool {
    let asked = cargo().args([tool, "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(files::root());
    cargo
}
