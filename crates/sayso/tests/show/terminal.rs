//! The terminal: does every line fit, is ASCII ASCII, can the report command it?

use sayso::record::{Record, RecordBuilder};
use sayso::show::{Options, terminal};
use unicode_width::UnicodeWidthStr;

use crate::hand::article;
use crate::{hostile, report};

fn all() -> Vec<Record> {
    vec![report::harbour(), hostile::hostile(), hostile::tangled(), hostile::unread(), hostile::blank()]
}

/// Without SGR sequences.
fn plain(text: &str) -> String {
    text.split("\u{1b}[").map(|part| part.split_once('m').map_or(part, |(_, rest)| rest)).collect()
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for record in all() {
        for width in 40..=200 {
            let text = terminal(&record, &Options { width, ..Options::default() });
            for line in text.lines() {
                assert!(line.width() <= width, "{} > {width}: {line}", line.width());
            }
        }
    }
}

#[test]
fn no_width_is_too_narrow() {
    for record in all() {
        for width in 0..40 {
            assert!(!terminal(&record, &Options { width, color: true, ascii: true }).is_empty());
        }
    }
}

#[test]
fn ascii_is_ascii() {
    let mut article = article("The mayor said the bridge will be closed.\n\nMenu");
    article.title = None;
    let mut hand = crate::hand::Hand::new(&article);
    let said = hand.said("The", &[], "said", &["the bridge", "will be closed"]);
    let said = hand.add(said);
    let mut close = hand.event("The", "closed", sayso::record::EventType::Sanction);
    close.standing = hand.marked(sayso::record::Marked::Future, "The", "will");
    close.statement = Some(said);
    hand.happens(close);
    hand.time("closed", "XXXX-09-11");
    let text = terminal(&hand.builder.finish(), &Options { ascii: true, ..Options::default() });
    assert!(text.is_ascii(), "{text}");
    assert!(text.contains("> SANCTION ?"), "{text}");
}

#[test]
fn color_changes_nothing_but_sgr() {
    for record in all() {
        let with = terminal(&record, &Options { color: true, ..Options::default() });
        assert_eq!(plain(&with), terminal(&record, &Options::default()));
    }
}

#[test]
fn a_report_cannot_command_the_terminal() {
    let text = terminal(&hostile::hostile(), &Options::default());
    let raw = |c: char| {
        (c.is_control() && c != '\n')
            || ('\u{202A}'..='\u{202E}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    assert_eq!(text.chars().find(|&c| raw(c)), None);
    assert!(text.contains("[U+001B]]0;owned[U+0007]"), "{text}");
}

#[test]
fn every_line_ends_where_its_words_end() {
    for record in all() {
        for line in terminal(&record, &Options { width: 60, ..Options::default() }).lines() {
            assert_eq!(line, line.trim_end());
        }
    }
}

#[test]
fn emptiness_is_said() {
    let record = RecordBuilder::new(&article("Nothing.")).finish();
    assert!(terminal(&record, &Options::default()).contains("no statements found · no events found"));
}

#[test]
fn the_summary_counts() {
    let text = terminal(&report::harbour(), &Options { width: 200, ..Options::default() });
    let sentence = "12 statements by 8 sources and 2 unknown through 2 outlets · 13 events: 6 actual, 3 hypothetical, 2 future, \
                    2 negated; of these 2 historical\n";
    assert!(text.contains(sentence), "{text}");
}

#[test]
fn goldens() {
    let record = report::harbour();
    crate::golden::compare("tests/show/golden/terminal-80.txt", &terminal(&record, &Options::default()));
    let narrow = Options { width: 48, color: false, ascii: true };
    crate::golden::compare("tests/show/golden/terminal-48-ascii.txt", &terminal(&record, &narrow));
}
