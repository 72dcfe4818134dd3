//! Every command line that we show must be one that we take: those of `--help` and those of the README.

use clap::{CommandFactory, Parser};

use crate::args::Sayso;

/// The arguments of each `sayso …` in a line: pipes and redirections cut off, and the explanation after two spaces.
fn commands(line: &str) -> Vec<Vec<String>> {
    let line = line.trim_start().trim_start_matches("$ ");
    let shown = line.split("   ").next().unwrap_or(line).split(" #").next().unwrap_or(line);
    let parts = shown.split(['|', ';']).flat_map(|part| part.split("&&")).map(str::trim);
    let ours = parts.filter_map(|part| part.strip_prefix("sayso "));
    ours.map(|rest| arguments(rest.split(['>', '<']).next().unwrap_or(rest))).collect()
}

/// Words, those in double quotation marks kept together.
fn arguments(rest: &str) -> Vec<String> {
    let quoted = rest.split('"').enumerate();
    let words = quoted.flat_map(|(at, piece)| match at % 2 {
        0 => piece.split_whitespace().map(String::from).collect(),
        _ => vec![piece.to_owned()],
    });
    std::iter::once("sayso".to_owned()).chain(words).collect()
}

fn taken(line: &str) -> usize {
    let commands = commands(line);
    for command in &commands {
        if let Err(error) = Sayso::try_parse_from(command) {
            assert!(!error.use_stderr(), "{line:?} is shown, but not taken:\n{error}");
        }
    }
    commands.len()
}

#[test]
fn every_command_teaches_by_examples_that_work() {
    let mut sayso = Sayso::command();
    sayso.build();
    let subcommands = sayso.get_subcommands().filter(|command| command.get_name() != "help").cloned();
    for mut command in subcommands.chain([sayso.clone()]) {
        let help = command.render_long_help().to_string();
        let examples = help.split_once("Examples:").map_or("", |(_, examples)| examples);
        let shown: usize = examples.lines().map(taken).sum();
        assert!(shown > 0, "{} shows no example", command.get_name());
    }
}

#[test]
fn the_readme_shows_commands_that_work() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    #[expect(clippy::disallowed_methods, reason = "the test reads a file of the repository")]
    let readme = std::fs::read_to_string(path).unwrap_or_default();
    // Code alone: prose may begin a line with the name of the program.
    let code = readme.split("```").skip(1).step_by(2);
    code.flat_map(str::lines).for_each(|line| _ = taken(line));
}

#[test]
fn flags_are_consistent() {
    Sayso::command().debug_assert();
}
