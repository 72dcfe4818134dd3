//! Words as they are compared: without case, accents, quotation marks and spelling variants.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of `text`: runs of letters and digits, folded. One apostrophe, hyphen or stop inside a word joins it ("don't",
/// "cease-fire", "U.S."), a comma only digits ("30,000"); other marks part words.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut joint = None;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).map(letter) {
        if c.is_alphanumeric() {
            if joint == Some(',') && !c.is_ascii_digit() {
                end(&mut words, &mut word);
            }
            word.extend(c.to_lowercase());
            joint = None;
        } else if joins(c, &word) && joint != Some(c) {
            joint = Some(c);
        } else {
            end(&mut words, &mut word);
            joint = None;
        }
    }
    end(&mut words, &mut word);
    words
}

fn end(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(spelt(std::mem::take(word)));
    }
}

/// British endings and the American ones that stand for them here. What becomes no word ("flor") becomes it everywhere.
const SPELLINGS: [(&str, &str); 14] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("our", "or"),
    ("ours", "ors"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("lled", "led"),
    ("lling", "ling"),
    ("tre", "ter"),
];

/// The word in one spelling, where it is longer than four letters.
fn spelt(mut word: String) -> String {
    let long = word.len() > 4;
    if let Some((british, american)) = SPELLINGS.iter().find(|(ending, _)| long && word.ends_with(ending)) {
        word.truncate(word.len() - british.len());
        word.push_str(american);
    }
    word
}

/// Whether a mark after `word` may leave it one word with the letters that follow.
fn joins(c: char, word: &str) -> bool {
    match c {
        '\'' | '’' | '‘' | '`' | 'ʼ' | '-' | '‐' | '‑' | '.' | '\u{ad}' => true,
        ',' => word.ends_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// Letters without a decomposition that are written without their stroke or dot elsewhere.
fn letter(c: char) -> char {
    match c {
        'ı' => 'i',
        'ł' | 'Ł' => 'l',
        'ø' | 'Ø' => 'o',
        'đ' | 'Đ' => 'd',
        'ħ' | 'Ħ' => 'h',
        'ŧ' | 'Ŧ' => 't',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn marks_and_case_and_accents_do_not_count() {
        assert_eq!(
            words("“Erdoğan’s cease-fire”, the U.S. said—"),
            ["erdogans", "ceasefire", "the", "us", "said"]
        );
        assert_eq!(
            words("Erdogan's CEASEFIRE, the US said -"),
            ["erdogans", "ceasefire", "the", "us", "said"]
        );
        assert_eq!(words("Łódź ‘30,000’, Karsk,Tessel"), ["lodz", "30000", "karsk", "tessel"]);
    }

    #[test]
    fn spellings_of_both_shores_are_one() {
        let british = words("The defence organisations cancelled the colour centre.");
        assert_eq!(british, words("The defense organizations canceled the color center."));
        assert_eq!(words("four hours"), ["four", "hors"]);
    }

    #[test]
    fn marks_part_words() {
        assert_eq!(words("Karsk--Tessel, Holt...Varga; a/b"), ["karsk", "tessel", "holt", "varga", "a", "b"]);
        assert_eq!(words(" …’ "), Vec::<String>::new());
    }
}
