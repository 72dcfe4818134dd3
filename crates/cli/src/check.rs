//! `sayso check`: a store in, its faults out, one a line.

use sayso::store::{Checked, Fault, Store};

use crate::Outcome;
use crate::args::Check;
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;
use crate::screen::Screen;

/// Checks a store.
pub(crate) fn check(args: &Check, screen: &Screen) -> Result<Outcome, Failure> {
    let name = args.store.display();
    let store = Store::open(&args.store)?;
    let mut out = Output::open(None)?;
    let mut progress = Progress::new(screen, true);
    let mut faults = 0_usize;
    let mut written = Ok(());
    store.check(|step| match step {
        Checked::Report => progress.read(),
        Checked::Fault(fault) => {
            faults += 1;
            if written.is_ok() {
                written = out.write(&line(&name, &fault));
            }
        }
    })?;
    progress.clear();
    written?;
    out.write(&format!("{name}: {}\n", verdict(progress.read, faults)))?;
    Ok(if faults == 0 { Outcome::Well } else { Outcome::Partly })
}

fn line(name: &impl std::fmt::Display, fault: &Fault) -> String {
    match &fault.report {
        Some(report) => format!("{name}: {report}: {}\n", fault.rule),
        None => format!("{name}: {}\n", fault.rule),
    }
}

fn verdict(reports: usize, faults: usize) -> String {
    let reports = if reports == 1 { "1 report".to_owned() } else { format!("{reports} reports") };
    match faults {
        0 => format!("{reports}, no fault"),
        1 => format!("{reports}, 1 fault"),
        _ => format!("{reports}, {faults} faults"),
    }
}
