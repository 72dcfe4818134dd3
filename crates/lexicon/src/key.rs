//! Keys: what two spellings of a name have in common.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that names of places hold in two spellings, longer first; keys hold the second.
const SPELLINGS: [(&str, &str); 4] = [("saint", "st"), ("sainte", "ste"), ("mount", "mt"), ("fort", "ft")];

/// A name without case, diacritics, apostrophes, stops and a leading article; hyphens are blanks.
pub fn key(name: &str) -> String {
    let letters: String = name.nfd().filter(|&c| !is_combining_mark(c)).map(folded).collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let words = match words.as_slice() {
        ["the", rest @ ..] if !rest.is_empty() => rest,
        words => words,
    };
    words.iter().map(|word| respelled(word)).collect::<Vec<_>>().join(" ")
}

fn respelled(word: &str) -> &str {
    SPELLINGS.iter().find(|(long, _)| *long == word).map_or(word, |(_, short)| short)
}

/// Letters that no decomposition makes plain are written as English does.
fn folded(c: char) -> Folded {
    match c {
        '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | 'ʿ' | 'ʾ' | '`' | '´' | '′' | '.' => Folded::Text(""),
        '-' | '‐' | '‑' | '–' | '—' | '/' | ',' | '_' | '(' | ')' => Folded::Text(" "),
        'ø' | 'Ø' => Folded::Text("o"),
        'ł' | 'Ł' => Folded::Text("l"),
        'đ' | 'Đ' | 'ð' | 'Ð' => Folded::Text("d"),
        'ı' => Folded::Text("i"),
        'ß' => Folded::Text("ss"),
        'æ' | 'Æ' => Folded::Text("ae"),
        'œ' | 'Œ' => Folded::Text("oe"),
        'þ' | 'Þ' => Folded::Text("th"),
        'ə' | 'Ə' | 'ǝ' | 'Ǝ' => Folded::Text("a"),
        '&' => Folded::Text("and"),
        other => Folded::Letter(other),
    }
}

enum Folded {
    Text(&'static str),
    Letter(char),
}

impl FromIterator<Folded> for String {
    fn from_iter<I: IntoIterator<Item = Folded>>(letters: I) -> Self {
        let mut text = String::new();
        for letter in letters {
            match letter {
                Folded::Text(letters) => text.push_str(letters),
                Folded::Letter(letter) => text.extend(letter.to_lowercase()),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn spellings_meet() {
        for (one, other) in [
            ("Côte d’Ivoire", "Cote d'Ivoire"),
            ("Al-Fashir", "al fashir"),
            ("Saint Louis", "St. Louis"),
            ("The Hague", "Hague"),
            ("Şanlıurfa", "Sanliurfa"),
            ("Łódź", "LODZ"),
            ("Ma’rib", "Marib"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
        }
        assert_ne!(key("Georgia"), key("Georgian"));
        assert_eq!(key(""), "");
        assert_eq!(key("the"), "the");
    }
}
