//! Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).

/// A stream of numbers.
pub(crate) struct Random(u64);

impl Random {
    /// The stream of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// The next 64 bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 for an empty range. The slight preference for small numbers does no harm here.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.bits() % (end.max(1) as u64)) as usize
    }

    /// One entry of a list that has some.
    pub(crate) fn one_of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    /// A range of bytes inside `len`, short ones more often.
    pub(crate) fn range(&mut self, len: usize) -> std::ops::Range<usize> {
        let start = self.below(len);
        let most = self.below(len - start + usize::from(start == len)) + 1;
        let end = start + self.below(most) + 1;
        start..end.min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_stream_is_that_of_the_paper() {
        let mut random = Random::new(1_234_567);
        assert_eq!([random.bits(), random.bits()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn ranges_stay_inside() {
        let mut random = Random::new(7);
        for len in [0, 1, 2, 100] {
            (0..100).for_each(|_| assert!(random.range(len).end <= len));
        }
    }
}
