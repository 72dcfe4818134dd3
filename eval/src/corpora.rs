//! The files of the corpora, which are never part of the project: found, known by their SHA-256, unpacked.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use sayso::text::{Body, Text};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::failure::Failure;

/// A corpus file, unpacked.
#[derive(Debug)]
pub(crate) struct Corpus {
    /// Its path from the folder of the corpora.
    pub(crate) path: &'static str,
    /// What it holds.
    pub(crate) content: String,
}

/// Everything that is scored.
#[derive(Debug)]
pub(crate) struct Corpora {
    /// UD English EWT: words, trees.
    pub(crate) ewt: Corpus,
    /// UD English GUM: words, trees.
    pub(crate) gum: Corpus,
    /// OntoGUM: chains of mentions in GUM.
    pub(crate) ontogum: Corpus,
    /// Universal NER: names on EWT.
    pub(crate) uner: Corpus,
    /// PolNeAR: attributions in news.
    pub(crate) polnear: Corpus,
    /// UDS-IH2: factuality of the predicates of EWT.
    pub(crate) uds: Corpus,
    /// Reports and copies made of them.
    pub(crate) copies: Corpus,
}

impl Corpora {
    /// Reads all files of `folder`; `hashes` holds the SHA-256 of each. A file without one is refused, or added where `add` says so.
    ///
    /// # Errors
    /// Where a file is missing, is not the one that the hash is of, or cannot be unpacked.
    pub(crate) fn load(
        folder: &Path,
        hashes: &mut BTreeMap<String, String>,
        add: bool,
    ) -> Result<Corpora, Failure> {
        if !folder.is_dir() {
            let hint = "give the folder that holds language/, attribution/, standing/ and extraction/";
            return Err(Failure::new(format!("{}: is not a folder", folder.display())).hint(hint));
        }
        let mut corpus = |path| load(folder, path, hashes, add);
        Ok(Corpora {
            ewt: corpus("language/en_ewt-ud-dev.conllu.gz")?,
            gum: corpus("language/en_gum-ud-dev.nonNC.conllu.gz")?,
            ontogum: corpus("language/ontogum-dev.conll.gz")?,
            uner: corpus("language/uner-ewt-dev.iob2")?,
            polnear: corpus("attribution/polnear-dev.jsonl")?,
            uds: corpus("standing/uds-ih2-train-dev.jsonl.gz")?,
            copies: corpus("extraction/neardup_synth.jsonl.gz")?,
        })
    }
}

#[expect(clippy::disallowed_methods, reason = "a leaf crate, and the user named the folder")]
fn load(
    folder: &Path,
    path: &'static str,
    hashes: &mut BTreeMap<String, String>,
    add: bool,
) -> Result<Corpus, Failure> {
    let hint = "every corpus must be there";
    let bytes = std::fs::read(folder.join(path))
        .map_err(|error| Failure::file(&folder.join(path), &error).hint(hint))?;
    check(path, &sha256(&bytes), hashes, add)?;
    let content = unpack(path, bytes).map_err(|error| Failure::file(&folder.join(path), &error))?;
    Ok(Corpus { path, content })
}

fn check(path: &str, hash: &str, hashes: &mut BTreeMap<String, String>, add: bool) -> Result<(), Failure> {
    match hashes.get(path) {
        Some(known) if known == hash => Ok(()),
        Some(known) => {
            let hint = "the floors are of another version of this file";
            Err(Failure::new(format!("{path}: its SHA-256 is {hash}, not {known}")).hint(hint))
        }
        None if add => {
            hashes.insert(path.to_owned(), hash.to_owned());
            Ok(())
        }
        None => {
            Err(Failure::new(format!("{path}: has no SHA-256 in eval/floors.json")).hint("--write adds it"))
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unpack(path: &str, bytes: Vec<u8>) -> std::io::Result<String> {
    let mut content = String::new();
    if path.ends_with(".gz") {
        GzDecoder::new(bytes.as_slice()).read_to_string(&mut content)?;
    } else {
        bytes.as_slice().read_to_string(&mut content)?;
    }
    Ok(content)
}

impl Corpus {
    /// A file that nothing is scored on, whatever its hash.
    ///
    /// # Errors
    /// Where it cannot be read or unpacked.
    pub(crate) fn unscored(folder: &Path, path: &'static str) -> Result<Corpus, Failure> {
        load(folder, path, &mut BTreeMap::new(), true)
    }

    /// The records of a file that holds one a line as JSON.
    ///
    /// # Errors
    /// Where a line is no such record.
    pub(crate) fn records<T: DeserializeOwned>(&self) -> Result<Vec<T>, Failure> {
        let lines = self.content.lines().enumerate();
        let record = |(at, line)| {
            serde_json::from_str(line).map_err(|error| self.failure(&format!("line {}: {error}", at + 1)))
        };
        lines.map(record).collect()
    }

    /// The text of one document of it.
    ///
    /// # Errors
    /// Where it is longer than a text may be.
    pub(crate) fn text(&self, content: &str) -> Result<Text<Body>, Failure> {
        Text::new(content).map_err(|error| self.failure(&error.to_string()))
    }

    /// Something that is wrong with this file.
    pub(crate) fn failure(&self, what: &str) -> Failure {
        Failure::new(format!("{}: {what}", self.path))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Write;
    use std::path::Path;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::{Corpora, Corpus, check, unpack};

    #[test]
    fn a_corpus_is_known_by_its_hash() {
        let mut hashes = BTreeMap::from([("a.gz".to_owned(), "12".to_owned())]);
        assert_eq!(check("a.gz", "12", &mut hashes, false), Ok(()));
        let other = check("a.gz", "34", &mut hashes, true).expect_err("another file").to_string();
        assert!(other.contains("a.gz: its SHA-256 is 34, not 12"), "{other}");
        assert!(check("b.gz", "56", &mut hashes, false).is_err());
        assert_eq!(check("b.gz", "56", &mut hashes, true), Ok(()));
        assert_eq!((hashes["a.gz"].as_str(), hashes["b.gz"].as_str()), ("12", "56"));
    }

    #[test]
    fn files_are_unpacked_by_their_names() {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all("Ports burn".as_bytes()).expect("memory");
        let packed = packed.finish().expect("memory");
        assert_eq!(unpack("a.gz", packed).expect("text"), "Ports burn");
        assert_eq!(unpack("a.txt", b"Ports burn".to_vec()).expect("text"), "Ports burn");
    }

    #[test]
    fn wrong_places_are_named() {
        let missing = Corpora::load(Path::new("no such folder"), &mut BTreeMap::new(), false);
        let said = missing.expect_err("no folder").to_string();
        assert!(said.starts_with("sayso-eval: no such folder: is not a folder (give"), "{said}");
        let corpus = Corpus { path: "a.jsonl", content: "1\nx".into() };
        let said = corpus.records::<u8>().expect_err("no number").to_string();
        assert!(said.starts_with("sayso-eval: a.jsonl: line 2: "), "{said}");
    }
}
