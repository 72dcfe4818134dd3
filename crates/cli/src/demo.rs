//! `sayso demo`: a first look, without a file and without a question.

use std::io::Write;

use sayso::ingest::Input;

use crate::args::{Demo, Format};
use crate::engine::engine;
use crate::failure::Failure;
use crate::output::Output;
use crate::screen::Screen;
use crate::{Outcome, records};

/// A report written for this program: its places, people and outlets are invented.
const REPORT: &str = include_str!("../../../fixtures/demo.txt");

/// The day after the last one that the report names.
const PUBLISHED: jiff::civil::Date = jiff::civil::date(2031, 5, 14);

/// Reads the report, or shows it.
pub(crate) fn demo(args: &Demo, screen: &Screen) -> Result<Outcome, Failure> {
    let mut out = Output::open(None)?;
    if args.report {
        out.write(REPORT)?;
    } else {
        let options = screen.options(false, args.ascii);
        out.write(&records::written(&input(), &engine(None, None)?, args.format, &options)?)?;
    }
    if screen.output && args.format == Format::Text {
        invite();
    }
    Ok(Outcome::Well)
}

fn input() -> Input {
    Input {
        name: "demo".into(),
        bytes: REPORT.into(),
        id: Some("demo".into()),
        published: Some(PUBLISHED),
        ..Input::default()
    }
}

fn invite() {
    let line = "The report is invented (sayso demo --report shows it). Read one of yours: sayso read FILE";
    let _ = writeln!(std::io::stderr(), "\n{line}");
}
