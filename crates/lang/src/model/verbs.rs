//! The regular forms of known verbs: what English spelling makes of each lemma of `data/words/verbs.txt`.

const VERBS: &str = include_str!("../../../../data/words/verbs.txt");

/// Each regular form that differs from its lemma, with the lemma. Where two verbs share a form ("bared") the one in *-e* comes first.
pub(super) fn regular_forms() -> impl Iterator<Item = (String, &'static str)> {
    let (silent, others): (Vec<_>, Vec<_>) = VERBS.lines().partition(|lemma| lemma.ends_with('e'));
    silent.into_iter().chain(others).flat_map(|lemma| forms(lemma).into_iter().map(move |form| (form, lemma)))
}

fn forms(lemma: &'static str) -> Vec<String> {
    let (stem, past) = if let Some(stem) = lemma.strip_suffix('e').filter(|_| silent(lemma)) {
        (stem.to_owned(), format!("{lemma}d"))
    } else if lemma.ends_with('e') {
        (lemma.to_owned(), format!("{lemma}d"))
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|_| !vowel(lemma, 2)) {
        (lemma.to_owned(), format!("{stem}ied"))
    } else if doubles(lemma) {
        let stem = format!("{lemma}{}", &lemma[lemma.len() - 1..]);
        let past = format!("{stem}ed");
        return vec![past, format!("{stem}ing"), third(lemma), format!("{lemma}ed"), format!("{lemma}ing")];
    } else {
        (lemma.to_owned(), format!("{lemma}ed"))
    };
    vec![past, format!("{stem}ing"), third(lemma)]
}

/// The last *e* falls before *-ing*, as in "raising"; not in "seeing", "dyeing", "hoeing".
fn silent(lemma: &str) -> bool {
    !["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end))
}

fn third(lemma: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| lemma.ends_with(end));
    match lemma.strip_suffix('y').filter(|_| !vowel(lemma, 2)) {
        Some(stem) => format!("{stem}ies"),
        None if sibilant => format!("{lemma}es"),
        None => format!("{lemma}s"),
    }
}

/// One vowel before one consonant at the end may double it: "barred", "admitted"; whether it does, the stress tells, so both are known.
fn doubles(lemma: &str) -> bool {
    vowel(lemma, 2) && !vowel(lemma, 3) && !vowel(lemma, 1) && !lemma.ends_with(['w', 'x', 'y'])
}

/// The letter so many from the end is a vowel.
fn vowel(lemma: &str, back: usize) -> bool {
    let letter = lemma.len().checked_sub(back).and_then(|at| lemma.as_bytes().get(at));
    letter.is_some_and(|letter| b"aeiou".contains(letter))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn forms_lead_back_to_their_verbs() {
        let mut lemmas = BTreeMap::new();
        for (form, lemma) in regular_forms() {
            lemmas.entry(form).or_insert(lemma);
        }
        for (form, lemma) in [
            ("bombed", "bomb"),
            ("probing", "probe"),
            ("barred", "bar"),
            ("denies", "deny"),
            ("deployed", "deploy"),
            ("agreeing", "agree"),
            ("accusing", "accuse"),
            ("clashes", "clash"),
            ("closes", "close"),
        ] {
            assert_eq!(lemmas.get(form), Some(&lemma), "{form}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        let verbs: Vec<_> = VERBS.lines().collect();
        assert!(verbs.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
