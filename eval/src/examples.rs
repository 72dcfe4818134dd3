//! What the weights of chains (`data/words/chains.tsv`) are learnt from: every choice of an antecedent in the training parts of GUM, as the
//! reader reads it, with OntoGUM's answer. `train/chains.py` reads the file.

use std::path::Path;

use sayso::lang::{Example, Reading, examples, templates};

use crate::chains::{Bars, Chains, documents, without_bars};
use crate::conllu;
use crate::corpora::Corpus;
use crate::failure::Failure;
use crate::reader::{Reader, place, starts};

/// Writes the templates, one a line with how many features it has, then an empty line, then every choice: how many options it has, and for
/// each one byte that tells whether it is right, how many features speak for it (two bytes), and each of them (four bytes, little-endian).
///
/// # Errors
/// Where a corpus cannot be read, or the file cannot be written.
#[expect(clippy::disallowed_methods, reason = "a leaf crate, and the user named the file")]
pub(crate) fn write(folder: &Path, reader: &Reader, path: &Path) -> Result<(), Failure> {
    let treebank = Corpus::unscored(folder, "language/en_gum-ud-train.rebuilt.nonNC.conllu.gz")?;
    let ontogum = Corpus::unscored(folder, "language/ontogum-train.conll.gz")?;
    let gold = documents(&ontogum)?;
    let header: Vec<String> = templates().iter().map(|(name, size)| format!("{name}\t{size}\n")).collect();
    let mut bytes = (header.concat() + "\n").into_bytes();
    for document in conllu::documents(&treebank.content) {
        let own: String = document.sentences.iter().map(|sentence| sentence.characters.as_str()).collect();
        let Some(chains) = gold.get(&without_bars(&own)) else { continue };
        let text = treebank.text(&document.text)?;
        let learnt = reader.read(text, |reading| learn(reading, chains, &Bars::of(&own)));
        bytes.extend(0u16.to_le_bytes());
        learnt.iter().for_each(|example| pack(example, &mut bytes));
    }
    std::fs::write(path, bytes).map_err(|error| Failure::file(path, &error))
}

fn learn(reading: &Reading<'_>, chains: &Chains, bars: &Bars) -> Vec<Example> {
    let starts = starts(reading);
    examples(reading, |tokens| {
        let (start, end) = place(reading, &starts, tokens);
        let mention = (bars.passed(start), bars.passed(end));
        chains.iter().position(|chain| chain.contains(&mention))
    })
}

fn pack(example: &Example, bytes: &mut Vec<u8>) {
    bytes.extend((example.options.len() as u16).to_le_bytes());
    for (right, features) in &example.options {
        bytes.push(u8::from(*right));
        bytes.extend((features.len() as u16).to_le_bytes());
        features.iter().for_each(|feature| bytes.extend(feature.to_le_bytes()));
    }
}
