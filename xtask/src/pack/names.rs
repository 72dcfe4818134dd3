//! Which of the many other names of a place are worth their bytes?

/// Words for divisions, which reports leave out or put before the name.
const DIVISIONS: [&str; 17] = [
    "Oblast",
    "oblast",
    "Oblast'",
    "Province",
    "Governorate",
    "Region",
    "State",
    "Krai",
    "Kray",
    "Republic",
    "Prefecture",
    "City",
    "District",
    "Rayon",
    "Municipality",
    "Department",
    "County",
];

/// Written in Latin letters as a name is, and no code. Transliterations by machine begin with a small letter.
pub(super) fn is_useful(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let latin =
        |c: char| c.is_ascii() || ('\u{c0}'..'\u{250}').contains(&c) || ('\u{1e00}'..'\u{1f00}').contains(&c);
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.');
    (4..=32).contains(&name.chars().count())
        && name.chars().all(|c| plain(c) && (latin(c) || c == '’'))
        && letters().next().is_some_and(char::is_uppercase)
        && letters().any(char::is_lowercase)
}

/// Words for divisions before their names.
const BEFORE: [&str; 9] = [
    "Province of ",
    "Provincia de ",
    "Departamento de ",
    "Region of ",
    "State of ",
    "City of ",
    "Municipality of ",
    "County of ",
    "Republic of ",
];

/// "Zhytomyr" of "Zhytomyr Oblast", "Cebu" of "Province of Cebu".
pub(super) fn without_kind(name: &str) -> Option<&str> {
    if let Some(rest) = BEFORE.iter().find_map(|before| name.strip_prefix(before)) {
        return Some(rest);
    }
    let (front, last) = name.rsplit_once(' ')?;
    DIVISIONS.contains(&last).then_some(front)
}

#[cfg(test)]
mod tests {
    use super::{is_useful, without_kind};

    #[test]
    fn names_that_reports_use() {
        assert!(["Stambul", "İstanbul", "Sana'a", "Saint-Louis"].iter().all(|name| is_useful(name)));
        assert!(!["IST", "astanbwl", "Стамбул", "LOND", "stin Poli [x]"].iter().any(|name| is_useful(name)));
        assert_eq!(without_kind("Upper Vel Oblast"), Some("Upper Vel"));
        assert_eq!(without_kind("Upper Vel"), None);
    }
}
