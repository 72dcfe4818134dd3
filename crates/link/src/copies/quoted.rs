//! Which words of a text stand in quotation marks?

/// The pieces of `text` in their order, each with whether it is quoted. A quotation ends with its paragraph (a line) at the latest.
pub(super) fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    for line in text.lines() {
        let (mut rest, mut singles) = (line, true);
        while let Some((from, to)) = quotation(rest, &mut singles) {
            pieces.push((&rest[..from], false));
            pieces.push((&rest[from..to], true));
            rest = &rest[to..];
        }
        pieces.push((rest, false));
    }
    pieces
}

/// Where the first quotation of a line begins and ends, marks and all. `singles` says whether single marks may still open one: where one
/// finds no end, none behind it does, and looking again would take time.
fn quotation(line: &str, singles: &mut bool) -> Option<(usize, usize)> {
    let mut last = ' ';
    for (at, c) in line.char_indices() {
        if let Some(marks) = opening(c, last).filter(|marks| *singles || *marks != Marks::Single) {
            let inner = at + c.len_utf8();
            match end(&line[inner..], marks) {
                Some(end) => return Some((at, inner + end)),
                None if marks == Marks::Single => *singles = false,
                None => return Some((at, line.len())),
            }
        }
        last = c;
    }
    None
}

/// A pair of quotation marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Double,
    Angle,
    /// An apostrophe looks the same: one that nothing closes opens nothing.
    Single,
}

fn opening(c: char, last: char) -> Option<Marks> {
    match c {
        '"' | '“' | '„' => Some(Marks::Double),
        '«' => Some(Marks::Angle),
        '\'' | '‘' | '`' if !last.is_alphanumeric() => Some(Marks::Single),
        _ => None,
    }
}

/// Where the quotation ends that `text` begins in, behind its closing mark.
fn end(text: &str, marks: Marks) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let parts = !chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let ends = match marks {
            Marks::Double => matches!(c, '"' | '”'),
            Marks::Angle => c == '»',
            Marks::Single => matches!(c, '\'' | '’') && at > 0 && parts,
        };
        if ends {
            return Some(at + c.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::pieces;

    fn quoted(text: &str) -> Vec<&str> {
        pieces(text).into_iter().filter(|(_, quoted)| *quoted).map(|(piece, _)| piece).collect()
    }

    #[test]
    fn marks_of_every_kind_quote() {
        assert_eq!(quoted("Holt said “no” and \"never\"; «no» again."), ["“no”", "\"never\"", "«no»"]);
        assert_eq!(quoted("It was ‘Varga’s bridge’, she said."), ["‘Varga’s bridge’"]);
    }

    #[test]
    fn apostrophes_quote_nothing() {
        assert!(quoted("The soldiers' boots and Holt's coat, 'tis said.").is_empty());
    }

    #[test]
    fn a_quotation_ends_with_its_paragraph() {
        assert_eq!(quoted("“We stay.\n“We stay,” he said."), ["“We stay.", "“We stay,”"]);
    }
}
