//! A panic inside one document is a bug of ours. It fails that document, in one line, and the batch goes on.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};

use crate::failure::Failure;

thread_local! {
    /// What the panic of this thread said; `None` outside [`caught`], where a panic speaks as usual.
    static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From here on, panics inside [`caught`] do not print.
pub(crate) fn watch() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let inside = SAID.with_borrow_mut(|said| said.as_mut().map(|said| *said = told(info)));
        if inside.is_none() {
            usual(info);
        }
    }));
}

/// Runs `work` on the document called `name`.
///
/// The work owns what it changes or throws it away, so nothing half done is seen after a panic.
pub(crate) fn caught<T>(name: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    SAID.set(Some(String::new()));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    let said = SAID.take().unwrap_or_default();
    done.unwrap_or_else(|_| {
        let failure = Failure::new(format!("{name}: a bug in sayso stopped the reading: {said}"));
        Err(failure.hint("please report it with the document; the other inputs are not affected"))
    })
}

fn told(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let words =
        payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    let words = words.unwrap_or("no message").lines().next().unwrap_or_default();
    match info.location() {
        Some(at) => format!("{words} at {}:{}", at.file(), at.line()),
        None => words.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{caught, watch};

    #[test]
    fn a_panic_becomes_the_failure_of_its_document() {
        watch();
        let failure = caught::<()>("a.txt", || panic!("no such token")).unwrap_err().to_string();
        assert!(
            failure.starts_with("sayso: a.txt: a bug in sayso stopped the reading: no such token at "),
            "{failure}"
        );
        assert!(failure.contains("bugs.rs:"), "{failure}");
        assert_eq!(caught("b.txt", || Ok(7)), Ok(7));
    }
}
