//! How far a long batch has come, on a terminal's standard error only, and a line at its end.

use std::time::Duration;

use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::failure::Failure;
use crate::screen::Screen;

/// A batch shorter than this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the bar moves by itself.
const PULSE: Duration = Duration::from_millis(120);

/// What a bar says.
const LOOK: &str = "{spinner} {human_pos} reports, {rate} a second{msg}{prefix}";

/// Counts what has been read and what failed.
pub(crate) struct Progress {
    bar: ProgressBar,
    told: bool,
    shown: bool,
    /// Documents read.
    pub(crate) read: usize,
    /// Inputs that failed.
    pub(crate) failed: usize,
}

impl Progress {
    /// A bar where standard error is a terminal; not beside results that go to the same terminal.
    pub(crate) fn new(screen: &Screen, to_file: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(LOOK) {
            bar.set_style(style.with_key("rate", rate));
        }
        Progress { bar, told: screen.errors && (to_file || !screen.output), shown: false, read: 0, failed: 0 }
    }

    /// One more document read.
    pub(crate) fn read(&mut self) {
        self.read += 1;
        self.bar.inc(1);
        self.show();
    }

    /// All reports are read, and the index is being gathered.
    pub(crate) fn gathering(&mut self) {
        self.bar.set_prefix(", gathering the index");
        self.show();
    }

    fn show(&mut self) {
        if self.told && !self.shown && self.bar.elapsed() > PATIENCE {
            self.shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(PULSE);
        }
    }

    /// One more input failed; its line stands above the bar.
    pub(crate) fn failed(&mut self, failure: &Failure) {
        self.failed += 1;
        self.bar.set_message(format!(", {} failed", HumanCount(self.failed as u64)));
        self.bar.suspend(|| failure.tell());
    }

    /// Takes the bar away and leaves one line, after a batch and for people only.
    pub(crate) fn finish(&self) {
        self.clear();
        if self.told && self.read + self.failed > 1 {
            use std::io::Write;
            let _ = writeln!(std::io::stderr(), "{}", self.summary());
        }
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    fn summary(&self) -> String {
        let elapsed = self.bar.elapsed();
        let time = if elapsed < Duration::from_secs(60) {
            format!("{:.1} seconds", elapsed.as_secs_f64())
        } else {
            HumanDuration(elapsed).to_string()
        };
        format!(
            "{} reports in {time}, {} failed",
            HumanCount(self.read as u64),
            HumanCount(self.failed as u64)
        )
    }
}

fn rate(state: &ProgressState, out: &mut dyn std::fmt::Write) {
    // Writing to the bar's own string cannot fail.
    let _ = write!(out, "{:.0}", state.per_sec());
}

#[cfg(test)]
mod tests {
    use super::Progress;
    use crate::args::When;
    use crate::screen::Screen;

    #[test]
    fn the_last_line_counts_both() {
        let mut progress = Progress::new(&Screen::look(When::Never), true);
        (0..1200).for_each(|_| progress.read());
        progress.failed = 2;
        let summary = progress.summary();
        assert!(summary.starts_with("1,200 reports in ") && summary.ends_with(", 2 failed"), "{summary}");
    }
}
