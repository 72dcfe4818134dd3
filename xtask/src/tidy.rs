//! `cargo xtask tidy`: rules of the repository that no compiler knows. Each rule is a function from files to lines of complaint.

use crate::files::{self, File};
use crate::{Stopped, say};

/// A file longer than this is listed, for whoever wants to cut it.
const LONG: usize = 400;

/// Folders of one machine. Put together here, so that this file does not break its own rule.
const MACHINE_PATHS: [&str; 4] =
    [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/Us", "ers/")];

/// Hosts of package registries: where packages come from is the reader's choice.
const REGISTRIES: [&str; 5] = [
    concat!("crates", ".io"),
    concat!("pypi", ".org"),
    concat!("python", "hosted.org"),
    concat!("npmjs", ".org"),
    concat!("deb.", "debian.org"),
];

/// Words that code must not hold, and why.
const WORDS: [(&str, &str); 5] = [
    (concat!("Hash", "Map"), "its order differs from run to run; use BTreeMap"),
    (concat!("Hash", "Set"), "its order differs from run to run; use BTreeSet"),
    (concat!("TO", "DO"), "finish it, or write it up where work is planned"),
    (concat!("FIX", "ME"), "finish it, or write it up where work is planned"),
    (concat!("uns", "afe {"), "only the Python binding may"),
];

/// Checks every rule and tells every breach.
pub(crate) fn tidy() -> Result<(), Stopped> {
    let files = files::all()?;
    let mut breaches: Vec<String> =
        files.iter().flat_map(|file| [module_doc(file), words(file), places(file)].concat()).collect();
    breaches.extend(dependencies());
    breaches.extend(crates());
    lengths(&files);
    breaches.iter().for_each(|breach| say(breach));
    match breaches.len() {
        0 => Ok(()),
        breaches => Err(Stopped(format!("not tidy: {breaches} breaches"))),
    }
}

/// Every Rust file opens with what it is for. Code that must not compile is exempt: the compiler's words about it cite its lines.
fn module_doc(file: &File) -> Vec<String> {
    let exempt = file.path.contains("/tests/fail/") || file.path.contains("compile-fail");
    let bare = file.is_rust() && !exempt && !file.text.starts_with("//!");
    bare.then(|| format!("{}: opens without a module doc (//! what it is for)", file.path))
        .into_iter()
        .collect()
}

fn words(file: &File) -> Vec<String> {
    let code = file.is_rust() && !file.path.starts_with("crates/py/");
    let lines = file.text.lines().enumerate().filter(|_| code);
    let found = lines.flat_map(|(at, line)| {
        WORDS.iter().filter(move |(word, _)| in_code(line, word)).map(move |row| (at, row))
    });
    found.map(|(at, (word, why))| format!("{}:{}: {word}: {why}", file.path, at + 1)).collect()
}

/// A marker of unfinished work is one in a comment as well.
fn in_code(line: &str, word: &str) -> bool {
    let marker = word == WORDS[2].0 || word == WORDS[3].0;
    line.contains(word) && (marker || !line.trim_start().starts_with("//"))
}

/// Paths of one machine and hosts of registries, in any file but the lock file, which Cargo writes.
fn places(file: &File) -> Vec<String> {
    if file.path.ends_with("Cargo.lock") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let paths = MACHINE_PATHS
            .iter()
            .filter(|path| opens_path(line, path))
            .map(|path| (path, "a path of one machine"));
        let hosts =
            REGISTRIES.iter().filter(|host| line.contains(**host)).map(|host| (host, "a host of a registry"));
        found
            .extend(paths.chain(hosts).map(|(what, why)| format!("{}:{}: {what}: {why}", file.path, at + 1)));
    }
    found
}

/// True where `path` is the root of a path, not a part of an address.
fn opens_path(line: &str, path: &str) -> bool {
    line.match_indices(path)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "/.-_~}".contains(c)))
}

/// Every dependency has its line of justification.
fn dependencies() -> Vec<String> {
    let manifest = files::read("Cargo.toml").unwrap_or_default();
    let reasons = files::read("docs/dependencies.md").unwrap_or_default();
    let lines = manifest.lines().skip_while(|line| *line != "[workspace.dependencies]").skip(1);
    let names = lines.take_while(|line| !line.starts_with('[')).filter_map(|line| line.split_once(" = "));
    let foreign = names.filter(|(_, source)| !source.contains("path =")).map(|(name, _)| name);
    let bare = foreign.filter(|name| !reasons.contains(&format!("`{name}`")));
    bare.map(|name| format!("docs/dependencies.md: no line for `{name}`")).collect()
}

/// Every crate is on the map.
fn crates() -> Vec<String> {
    let map = files::read("ARCHITECTURE.md").unwrap_or_default();
    let names = files::names("crates")
        .into_iter()
        .filter(|name| !map.contains(&format!("`{name}`")) && !map.contains(&format!("{name}/")));
    names.map(|name| format!("ARCHITECTURE.md: does not name crates/{name}")).collect()
}

/// Not a rule: long tables are fine, long logic is not, and only a reader can tell.
fn lengths(files: &[File]) {
    let mut lengths: Vec<_> = files
        .iter()
        .filter(|file| file.is_rust())
        .map(|file| (file.text.lines().count(), file.path.as_str()))
        .collect();
    lengths.sort();
    let Some(&(median, _)) = lengths.get(lengths.len() / 2) else { return };
    say(&format!("{} Rust files, median {median} lines", lengths.len()));
    lengths
        .iter()
        .rev()
        .take_while(|(lines, _)| *lines > LONG)
        .for_each(|(lines, path)| say(&format!("  {lines} lines: {path}")));
}

impl File {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

#[cfg(test)]
mod tests {
    use super::{File, MACHINE_PATHS, module_doc, opens_path, places, words};

    fn file(text: &str) -> File {
        File { path: "crates/x/src/a.rs".into(), text: text.into() }
    }

    #[test]
    fn a_file_says_what_it_is_for() {
        assert_eq!(module_doc(&file("//! Words.\n")), [""; 0]);
        assert_eq!(module_doc(&file("use std;\n")).len(), 1);
    }

    #[test]
    fn code_and_comments_are_told_apart() {
        let (map, marker) = (super::WORDS[0].0, super::WORDS[2].0);
        assert_eq!(words(&file(&format!("// a {map} would not do\n"))), [""; 0]);
        assert_eq!(words(&file(&format!("let a = {map}::new();\n"))).len(), 1);
        assert_eq!(words(&file(&format!("// {marker} later\n"))).len(), 1);
    }

    #[test]
    fn an_address_is_not_a_path() {
        let path = MACHINE_PATHS[0];
        assert!(opens_path(&format!("cd {path}me"), path));
        assert!(!opens_path(&format!("https://example.org{path}"), path));
        assert_eq!(places(&file(&format!("\"{path}x\""))).len(), 1);
    }
}
