//! CoNLL-U as far as scoring needs it: the raw text of each document, its sentences, its words with their places.
//!
//! Treebanks and readings go through the same door. Lines that are neither comments nor words are passed over: a treebank is known by its
//! hash, and a reading is written by the project itself.

use crate::reader::{characters, without_blanks};

/// A document.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// Its raw text, one paragraph a line.
    pub(crate) text: String,
    /// Its sentences, in order.
    pub(crate) sentences: Vec<Sentence>,
    /// Its words and where sentences begin and end.
    pub(crate) tree: Tree,
}

/// A sentence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// `sent_id` of the file.
    pub(crate) id: String,
    /// Its first character, counted from the beginning of the document, blanks apart.
    pub(crate) start: usize,
    /// Its characters, blanks apart.
    pub(crate) characters: String,
}

/// Words and sentences by their places.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// All words.
    pub(crate) words: Vec<Word>,
    /// First character of each sentence and the one after its last.
    pub(crate) sentences: Vec<(usize, usize)>,
}

/// First character, the one after the last, and which part it is of a multi-word token (whose parts share its characters).
pub(crate) type Place = (usize, usize, usize);

/// A syntactic word.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it stands.
    pub(crate) place: Place,
    /// Dictionary form.
    pub(crate) lemma: String,
    /// Part of speech.
    pub(crate) upos: String,
    /// The features that the reader tells, as `Tense=Past`, in alphabetical order.
    pub(crate) features: Vec<String>,
    /// Its head, as index of [`Tree::words`]; `None` for a root.
    pub(crate) head: Option<usize>,
    /// Relation to its head, without a subtype.
    pub(crate) relation: String,
}

/// Features that the reader tells; treebanks know more.
const FEATURES: [&str; 6] = ["Mood", "Number", "Polarity", "Tense", "VerbForm", "Voice"];

/// The documents of a file.
pub(crate) fn documents(content: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    for block in content.split("\n\n").filter(|block| !block.trim().is_empty()) {
        if documents.is_empty() || block.lines().any(|line| line.starts_with("# newdoc")) {
            documents.push(Document::default());
        }
        if let Some(document) = documents.last_mut() {
            document.text(block);
            document.sentence(block);
        }
    }
    documents
}

impl Document {
    /// Sentences of a paragraph stand in one line, with a blank between.
    fn text(&mut self, block: &str) {
        for line in block.lines() {
            if line.starts_with("# newpar") {
                self.text.push('\n');
            } else if let Some(text) = line.strip_prefix("# text = ") {
                self.text.push_str(text);
                self.text.push(' ');
            }
        }
    }

    fn sentence(&mut self, block: &str) {
        let start = self.tree.sentences.last().map_or(0, |&(_, end)| end);
        let base = self.tree.words.len();
        let mut walk = Walk { at: start, whole: None, characters: String::new() };
        let rows = block.lines().filter(|line| !line.starts_with('#'));
        let words = rows.filter_map(|line| walk.row(&line.split('\t').collect::<Vec<_>>(), base));
        self.tree.words.extend(words);
        self.tree.sentences.push((start, walk.at));
        let id = block.lines().find_map(|line| line.strip_prefix("# sent_id = ")).unwrap_or_default();
        self.sentences.push(Sentence { id: id.to_owned(), start, characters: walk.characters });
    }
}

/// How far a sentence has been read.
struct Walk {
    at: usize,
    /// The multi-word token: ids of its first and last part, first character, the one after the last.
    whole: Option<(usize, usize, usize, usize)>,
    characters: String,
}

impl Walk {
    /// The word of a row; a multi-word token is remembered for its parts, an empty node passed over.
    fn row(&mut self, row: &[&str], base: usize) -> Option<Word> {
        let &[id, form, lemma, upos, _, features, head, relation, ..] = row else { return None };
        if let Some((first, last)) = id.split_once('-') {
            let (start, end) = self.step(form);
            self.whole = Some((first.parse().ok()?, last.parse().ok()?, start, end));
            return None;
        }
        let id = id.parse().ok()?;
        let place = self.place(id, form);
        let head = head.parse::<usize>().ok()?.checked_sub(1);
        Some(Word {
            place,
            lemma: lemma.to_owned(),
            upos: upos.to_owned(),
            features: told(features),
            head: head.map(|head| base + head),
            relation: relation.split(':').next().unwrap_or_default().to_owned(),
        })
    }

    fn place(&mut self, id: usize, form: &str) -> Place {
        match self.whole {
            Some((first, last, start, end)) if (first..=last).contains(&id) => (start, end, id - first),
            _ => {
                let (start, end) = self.step(form);
                (start, end, 0)
            }
        }
    }

    fn step(&mut self, form: &str) -> (usize, usize) {
        let start = self.at;
        self.at += characters(form);
        self.characters.push_str(&without_blanks(form));
        (start, self.at)
    }
}

fn told(features: &str) -> Vec<String> {
    let names = |feature: &&str| feature.split_once('=').is_some_and(|(name, _)| FEATURES.contains(&name));
    let mut told: Vec<_> = features.split('|').filter(names).map(String::from).collect();
    told.sort();
    told
}

#[cfg(test)]
mod tests {
    use super::{Sentence, documents};

    const FILE: &str = "\
# newdoc id = a
# sent_id = a-1
# newpar id = a-p1
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp|Person=2|VerbForm=Fin\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = a-2
# text = 1 000 left
1\t1 000\t1000\tNUM\tCD\t_\t2\tnsubj:pass\t_\t_
2\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
2.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_

# newdoc id = b
# sent_id = b-1
# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
";

    #[test]
    fn places_are_characters_of_a_document() {
        let read = documents(FILE);
        let places: Vec<_> = read[0].tree.words.iter().map(|word| word.place).collect();
        assert_eq!(places, [(0, 5, 0), (0, 5, 1), (5, 7, 0), (7, 8, 0), (8, 12, 0), (12, 16, 0)]);
        assert_eq!(read[0].tree.sentences, [(0, 8), (8, 16)]);
        assert_eq!(read[1].tree.words[0].place, (0, 3, 0));
        let second = Sentence { id: "a-2".into(), start: 8, characters: "1000left".into() };
        assert_eq!(read[0].sentences[1], second);
    }

    #[test]
    fn words_keep_what_is_scored() {
        let words = &documents(FILE)[0].tree.words;
        assert_eq!(words[0].features, ["Mood=Imp", "VerbForm=Fin"]);
        assert_eq!((words[4].head, words[4].relation.as_str()), (Some(5), "nsubj"));
        assert_eq!((words[5].head, words[5].lemma.as_str()), (None, "leave"));
    }

    #[test]
    fn paragraphs_are_lines() {
        let read = documents(&FILE.replace("# sent_id = a-2", "# newpar\n# sent_id = a-2"));
        let lines: Vec<_> = read[0].text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["Don't go.", "1 000 left"]);
        assert_eq!(documents(FILE)[0].text.trim(), "Don't go. 1 000 left");
    }
}
