//! `cargo xtask synth`: records by the hundred thousand, of reports that nobody wrote, to see how a store bears them.
//!
//! Record `n` of a seed is the same on every machine. Its words are drawn from a stream of its own, so that a copy is the words of an earlier
//! stream under another head.

mod page;
mod report;
mod words;
mod world;

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use sayso::{Gazetteer, wire};

use crate::random::Random;
use crate::{Stopped, files, say};

/// How many, of which series, and where to.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How many records
    #[arg(long, default_value_t = 1_000)]
    count: u64,
    /// Which series
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The file to write, as JSON Lines
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Writes the records.
pub(crate) fn synth(args: &Args) -> Result<(), Stopped> {
    let wrong = |error: std::io::Error| Stopped(format!("{}: {error}", args.output.display()));
    let series = Series::new(args.seed)?;
    let mut out = BufWriter::new(std::fs::File::create(&args.output).map_err(wrong)?);
    for number in 0..args.count {
        writeln!(out, "{}", wire::to_json(&series.record(number))).map_err(wrong)?;
    }
    out.flush().map_err(wrong)?;
    say(&format!("{}: {} records", args.output.display(), args.count));
    Ok(())
}

/// One in so many reports is a copy.
const COPIES: usize = 20;
/// How far back what is copied lies.
const BACK: u64 = 5_000;

/// A series of records.
pub(crate) struct Series {
    seed: u64,
    world: world::World,
}

impl Series {
    /// The series of a seed.
    pub(crate) fn new(seed: u64) -> Result<Series, Stopped> {
        let bytes = files::bytes("models/places.bin")
            .ok_or_else(|| Stopped("models/places.bin: not there".into()))?;
        let gazetteer =
            Gazetteer::load(bytes).map_err(|error| Stopped(format!("models/places.bin: {error}")))?;
        Ok(Series { seed, world: world::World::new(&gazetteer) })
    }

    /// Its record of this number.
    pub(crate) fn record(&self, number: u64) -> wire::Record {
        let mut head = self.stream(number, 1);
        let origin = self.origin(number);
        let written = world::day(&mut self.stream(origin, 2));
        let copy = origin != number;
        let outlet = (head.below(10) > 0).then(|| world::outlet(&mut head));
        let published = if copy { world::later(written, head.below(4)) } else { written };
        let kept = if copy && head.below(2) == 0 { 60 + head.below(35) } else { 100 };
        let head = report::Head { id: format!("{}-{number}", self.seed), outlet, published, written, kept };
        report::report(&self.world, &mut self.stream(origin, 3), head)
    }

    /// Whose words a record has.
    fn origin(&self, number: u64) -> u64 {
        let mut random = self.stream(number, 4);
        if number == 0 || random.below(COPIES) > 0 {
            return number;
        }
        let back = 1 + random.bits() % number.min(BACK);
        self.origin(number - back)
    }

    fn stream(&self, number: u64, sort: u64) -> Random {
        Random::new(
            (self.seed << 48)
                ^ number.wrapping_mul(0xD134_2543_DE82_EF95)
                ^ sort.wrapping_mul(0xA24B_AED4_963E_E407),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Series;

    #[test]
    fn records_hold_and_are_varied() {
        let series = Series::new(7).unwrap();
        let records: Vec<_> = (0..300).map(|number| series.record(number)).collect();
        for record in &records {
            let json = sayso::wire::to_json(record);
            assert_eq!(sayso::wire::verify(&json), [], "{}", record.text);
        }
        let whole: Vec<_> =
            records.iter().enumerate().filter(|(at, _)| series.origin(*at as u64) == *at as u64).collect();
        assert!((260..300).contains(&whole.len()), "{} are no copies", whole.len());
        for (_, record) in whole {
            let words = record.text.split_whitespace().count();
            assert!((120..520).contains(&words), "{words} words");
            assert!((6..15).contains(&record.statements.len()) && record.events.len() >= 2);
        }
        assert_eq!(series.record(5), Series::new(7).unwrap().record(5));
        assert_ne!(series.record(5).text, Series::new(8).unwrap().record(5).text);
    }
}
