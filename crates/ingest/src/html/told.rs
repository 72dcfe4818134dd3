//! The words of the report as JSON-LD repeats them, to know them again on the page.

use crate::fold::fold;

/// Words that follow each other and are looked up together.
const RUN: usize = 4;

/// Bytes of a told report that are read.
const LIMIT: usize = 1024 * 1024;

/// What JSON-LD told of the report's words.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Hashes of all runs of words, in order.
    runs: Vec<u64>,
}

impl Told {
    /// Reads an `articleBody`.
    pub(crate) fn new(body: Option<&str>) -> Told {
        let body = body.filter(|body| body.len() <= LIMIT).unwrap_or_default();
        let mut runs = runs(&fold(body));
        runs.sort_unstable();
        runs.dedup();
        Told { runs }
    }

    /// Nearly all the runs of `words` were told.
    pub(crate) fn holds(&self, words: &str) -> bool {
        if self.runs.is_empty() || words.len() < 30 {
            return false;
        }
        let runs = runs(&fold(words));
        let known = runs.iter().filter(|run| self.runs.binary_search(run).is_ok()).count();
        runs.len() >= 2 && known * 5 >= runs.len() * 4
    }
}

fn runs(folded: &str) -> Vec<u64> {
    let words: Vec<u64> = folded.split(' ').map(hash).collect();
    words
        .windows(RUN)
        .map(|run| run.iter().fold(0, |mixed: u64, word| (mixed.rotate_left(13) ^ word).wrapping_mul(PRIME)))
        .collect()
}

/// Multiplier of FNV-1a, 64 bits.
const PRIME: u64 = 0x0000_0100_0000_01B3;

fn hash(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_known_again() {
        let told = Told::new(Some(
            "The ferry will sail again on Saturday. Its operator said so in a letter to the council.",
        ));
        assert!(told.holds("The ferry will sail again – on Saturday."));
        assert!(!told.holds("Other ferries will not sail again before the summer."));
        assert!(!Told::new(None).holds("The ferry will sail again on Saturday."));
    }
}
