//! Both views of records that were made by hand.
#![allow(clippy::unwrap_used, reason = "a record that cannot be made has failed its test")]

#[path = "show/cast.rs"]
mod cast;
#[path = "show/golden.rs"]
mod golden;
#[path = "show/hand.rs"]
mod hand;
#[path = "show/hostile.rs"]
mod hostile;
#[path = "show/page.rs"]
mod page;
#[path = "show/report.rs"]
mod report;
#[path = "show/terminal.rs"]
mod terminal;

/// The whole page, to be looked at in a browser; `cargo test -p sayso --test show -- --ignored --nocapture pages` says where it lies.
#[test]
#[ignore = "writes pages to look at"]
#[expect(clippy::disallowed_methods, reason = "writes pages to look at")]
fn pages() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let all =
        [report::harbour(), hostile::hostile(), hostile::tangled(), hostile::unread(), hostile::blank()];
    let many: Vec<_> = std::iter::repeat_n(report::harbour(), 60).collect();
    for (name, records) in [("one", &all[..1]), ("several", &all[..]), ("many", &many[..])] {
        let path = folder.join(format!("show-{name}.html"));
        std::fs::write(&path, sayso::show::page(records)).unwrap();
        println!("{}", path.display());
    }
}
