//! Why there are no scores, in one line: the file, what is wrong with it, and the way out in brackets.

use std::fmt;
use std::path::Path;

/// One line for standard error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    hint: Option<&'static str>,
}

impl Failure {
    /// `what` names the file and what is wrong with it, in lower case and without a full stop.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Failure { what: what.into(), hint: None }
    }

    /// Something that the system refused on a file.
    pub(crate) fn file(path: &Path, error: &std::io::Error) -> Self {
        // "No such file or directory (os error 2)" → "no such file or directory".
        let words = error.to_string().to_lowercase();
        let plain = words.split(" (os error").next().unwrap_or(&words);
        Failure::new(format!("{}: {plain}", path.display()))
    }

    /// With a way out.
    pub(crate) fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sayso-eval: {}", self.what)?;
        self.hint.map_or(Ok(()), |hint| write!(f, " ({hint})"))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use super::Failure;

    #[test]
    fn one_line_with_the_way_out() {
        let failure = Failure::file(Path::new("a.gz"), &Error::new(ErrorKind::NotFound, "No such file"));
        assert_eq!(failure.hint("make it").to_string(), "sayso-eval: a.gz: no such file (make it)");
    }
}
