//! What given names tell of those who bear them.

/// Whom "she" stands for, and whom "he".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// "she"
    Female,
    /// "he"
    Male,
}

/// The gender of a given name, as written, that is nearly always a woman's, or a man's (`data/names/female.txt` and `male.txt`).
pub fn gender_of_given_name(given: &str) -> Option<Gender> {
    if has(FEMALE, given) {
        return Some(Gender::Female);
    }
    has(MALE, given).then_some(Gender::Male)
}

const FEMALE: &str = include_str!("../../../data/names/female.txt");
const MALE: &str = include_str!("../../../data/names/male.txt");

/// Is a word in a list with one a line, in the order of their bytes?
fn has(list: &str, word: &str) -> bool {
    // The lists are in order, but lines differ in length: search by byte, then step back to the beginning of a line.
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = (low + high) / 2;
        let start = list.as_bytes()[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let end = list.as_bytes()[start..]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(list.len(), |at| start + at);
        match list.as_bytes()[start..end].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_the_lists() {
        for list in [FEMALE, MALE] {
            assert!(list.lines().all(|name| has(list, name)));
            assert!(list.lines().is_sorted());
        }
        assert_eq!(gender_of_given_name("Tessel-Karsk"), None);
        assert_eq!(gender_of_given_name(""), None);
    }
}
