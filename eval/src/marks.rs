//! Reports with names marked in the line: `[person Adela Kovač] told [organisation Northern Wire Agency] …`.

use sayso::lang::NameKind;

use crate::reader::characters;

/// A report without its marks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// Its text, one paragraph a line.
    pub(crate) text: String,
    /// Its names: first character (blanks apart), the one after the last, kind.
    pub(crate) names: Vec<(usize, usize, NameKind)>,
}

/// The reports of a file; a blank line parts them.
///
/// # Errors
/// The number of the line, and what is wrong with its marks.
pub(crate) fn reports(content: &str) -> Result<Vec<Report>, String> {
    let mut reports = vec![Report::default()];
    for (at, line) in content.lines().enumerate() {
        if line.trim().is_empty() {
            reports.push(Report::default());
        } else if let Some(report) = reports.last_mut() {
            report.line(line).map_err(|what| format!("line {}: {what}", at + 1))?;
        }
    }
    reports.retain(|report| !report.text.is_empty());
    Ok(reports)
}

impl Report {
    fn line(&mut self, mut line: &str) -> Result<(), String> {
        while let Some((before, after)) = line.split_once('[') {
            let (mark, rest) = after.split_once(']').ok_or("a mark is not closed")?;
            self.text.push_str(before);
            self.name(mark)?;
            line = rest;
        }
        self.text.push_str(line);
        self.text.push('\n');
        Ok(())
    }

    fn name(&mut self, mark: &str) -> Result<(), String> {
        let (kind, words) = mark.split_once(' ').ok_or_else(|| format!("[{mark}]: has no words"))?;
        let kind = NameKind::from_spelling(kind).ok_or_else(|| format!("[{mark}]: is of no known kind"))?;
        let start = characters(&self.text);
        self.text.push_str(words);
        self.names.push((start, characters(&self.text), kind));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use sayso::lang::NameKind::{Organisation, Person};

    use super::{Report, reports};

    #[test]
    fn marks_are_taken_out() {
        let read = reports("[person Adela Kovač] spoke.\nTo [organisation NWA].\n\n\nNobody came.\n");
        let first = Report {
            text: "Adela Kovač spoke.\nTo NWA.\n".into(),
            names: vec![(0, 10, Person), (18, 21, Organisation)],
        };
        let second = Report { text: "Nobody came.\n".into(), names: Vec::new() };
        assert_eq!(read, Ok(vec![first, second]));
    }

    #[test]
    fn wrong_marks_are_refused() {
        let wrong = |line| reports(line).expect_err("a wrong mark");
        assert_eq!(wrong("a\n[person Ada"), "line 2: a mark is not closed");
        assert_eq!(wrong("[parson Ada]"), "line 1: [parson Ada]: is of no known kind");
        assert_eq!(wrong("[sic]"), "line 1: [sic]: has no words");
    }
}
