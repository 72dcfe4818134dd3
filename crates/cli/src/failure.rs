//! What went wrong, in one line: the thing, the rule, and the way out in brackets.

use std::fmt;
use std::io::Write;

/// One line for standard error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    hint: Option<String>,
}

impl Failure {
    /// `what` names the input and the rule, in lower case and without a full stop.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Failure { what: what.into(), hint: None }
    }

    /// With a way out.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Something the system refused on a file.
    pub(crate) fn file(name: impl fmt::Display, error: &std::io::Error) -> Self {
        // "No such file or directory (os error 2)" → "no such file or directory".
        let full = error.to_string();
        let plain = full.split(" (os error").next().unwrap_or(&full);
        Failure::new(format!("{name}: {}", lower_first(plain)))
    }

    /// The rule alone, without the name of the input before it.
    pub(crate) fn rule<'f>(&'f self, input: &str) -> &'f str {
        let rest = self.what.strip_prefix(input).and_then(|rest| rest.strip_prefix(": "));
        rest.unwrap_or(&self.what)
    }

    /// Writes it to standard error. Nothing is left to be done where that is closed.
    pub(crate) fn tell(&self) {
        let _ = writeln!(std::io::stderr(), "{self}");
    }
}

fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A file name may hold a line break; a failure stays one line.
        write!(f, "sayso: {}", self.what.replace(['\n', '\r'], " "))?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

impl From<sayso::ingest::Error> for Failure {
    fn from(error: sayso::ingest::Error) -> Self {
        Failure { what: error.to_string(), hint: error.way_out().map(Into::into) }
    }
}

impl From<sayso::Error> for Failure {
    fn from(error: sayso::Error) -> Self {
        Failure { what: error.to_string(), hint: error.hint().map(Into::into) }
    }
}

impl From<sayso_serve::Error> for Failure {
    fn from(error: sayso_serve::Error) -> Self {
        Failure { what: error.to_string(), hint: error.way_out().map(Into::into) }
    }
}

impl From<sayso::store::Error> for Failure {
    fn from(error: sayso::store::Error) -> Self {
        Failure { what: error.to_string(), hint: error.way_out().map(Into::into) }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn one_line_with_the_way_out() {
        let failure = Failure::new("a\nb.txt: has no text").hint("give a report");
        assert_eq!(failure.to_string(), "sayso: a b.txt: has no text (give a report)");
    }

    #[test]
    fn the_system_speaks_like_us() {
        let error = std::fs::metadata("/no/such/file").unwrap_err();
        assert_eq!(Failure::file("x", &error).to_string(), "sayso: x: no such file or directory");
    }
}
