//! What holds of every reading, whatever the text: nothing lost, nothing twice, everything in order and in its paragraph.

use std::sync::LazyLock;

use proptest::prelude::*;
use sayso_lang::{Marks, Model, Part, Reading, is_blank};
use sayso_record::{Article, Document};
use sayso_text::Text;

#[expect(clippy::disallowed_methods, reason = "the weights are a file")]
static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/sayso-core.bin");
    Model::load(&std::fs::read(path).expect("the weights are there")).expect("a model")
});

fn read(article: &Article) -> Reading<'_> {
    sayso_lang::read(article, &MODEL)
}

/// An article of `content`, one paragraph a line; the first line is the title where `titled`.
fn article(content: &str, titled: bool) -> Article {
    let text = Text::new(content).expect("a short text");
    let lines: Vec<_> = text.whole().lines().map(|line| line.span()).collect();
    let (title, body) =
        if titled { (lines.first().copied(), lines[1.min(lines.len())..].to_vec()) } else { (None, lines) };
    let document = Document {
        uri: None,
        media_type: "text/plain".into(),
        encoding: "UTF-8".into(),
        sha256: String::new(),
        bytes: text.len() as u64,
    };
    Article {
        id: "a".into(),
        document,
        text,
        page_map: None,
        title,
        byline: None,
        outlet: None,
        published: None,
        language: None,
        body,
        furniture: Vec::new(),
        doubts: Vec::new(),
    }
}

/// Every character that is not blank is in exactly one token, in order, and no token holds a blank.
fn tokens_cover(content: &str, reading: &Reading<'_>) {
    let joined: String = reading.tokens.iter().map(|token| token.slice.as_str()).collect();
    let expected: String = content.chars().filter(|&c| !is_blank(c)).collect();
    assert_eq!(joined, expected);
    assert!(reading.tokens.iter().all(|token| !token.slice.is_empty() && !token.slice.contains(is_blank)));
    assert!(reading.tokens.windows(2).all(|pair| pair[0].slice.span().end() <= pair[1].slice.span().start()));
    assert!(
        reading
            .tokens
            .windows(2)
            .all(|pair| !pair[1].joined || pair[0].slice.span().end() == pair[1].slice.span().start())
    );
}

/// Sentences share out the tokens and lie in their paragraphs; paragraphs share out the sentences.
fn sentences_partition(reading: &Reading<'_>) {
    let (mut token, mut sentence) = (0, 0);
    for (number, item) in reading.sentences.iter().enumerate() {
        assert!(item.tokens.start == token && item.tokens.end > token);
        token = item.tokens.end;
        assert!(reading.paragraphs[item.paragraph].slice.holds(item.slice));
        assert!(
            reading.tokens[item.tokens.clone()]
                .iter()
                .all(|inner| inner.sentence == number && item.slice.holds(inner.slice))
        );
    }
    for paragraph in &reading.paragraphs {
        assert_eq!(paragraph.sentences.start, sentence);
        sentence = paragraph.sentences.end;
    }
    assert_eq!((token, sentence), (reading.tokens.len(), reading.sentences.len()));
}

/// Quotations lie in their paragraph and cover their tokens; they nest and do not cross; they carry on only from an earlier, open one.
fn quotations_nest(reading: &Reading<'_>) {
    for (number, quotation) in reading.quotations.iter().enumerate() {
        assert!(reading.paragraphs[quotation.paragraph].slice.holds(quotation.slice));
        assert!(quotation.slice.holds(quotation.inner));
        let tokens = &reading.tokens[quotation.tokens.clone()];
        assert!(
            [tokens.first(), tokens.last()].iter().flatten().all(|token| quotation.slice.holds(token.slice))
        );
        let around = quotation.inside.map(|around| &reading.quotations[around]);
        assert!(around.is_none_or(|around| around.slice.holds(quotation.slice)));
        let before = quotation.continues.map(|before| (before, &reading.quotations[before]));
        assert!(before.is_none_or(|(at, before)| at < number
            && !before.closed
            && before.paragraph + 1 == quotation.paragraph));
    }
    for pair in reading.quotations.windows(2) {
        let (a, b) = (&pair[0].tokens, &pair[1].tokens);
        assert!(a.start < b.start && (b.start >= a.end || b.end <= a.end), "{a:?} crosses {b:?}");
    }
}

fn check(content: &str) {
    for titled in [false, true] {
        let article = article(content, titled);
        let reading = read(&article);
        tokens_cover(content, &reading);
        sentences_partition(&reading);
        quotations_nest(&reading);
        assert!(!titled || reading.paragraphs.iter().skip(1).all(|paragraph| paragraph.part == Part::Body));
    }
}

/// Pieces of reports, put together at random.
const PIECES: [&str; 60] = [
    "He",
    " said",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    ".",
    ",",
    "?",
    "!",
    "...",
    "…",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    "``",
    "''",
    "(",
    ")",
    "[",
    "]",
    "-",
    "—",
    "--",
    "don't",
    "we’re",
    "workers'",
    "cannot",
    "U.S.",
    "Gen.",
    "a.m.",
    "J.",
    "No.",
    "5",
    "1,200.5",
    "5'10\"",
    "$",
    "%",
    "http://example.org/a?b",
    "jo@example.org",
    "@jo",
    "#x",
    ":-)",
    "e\u{301}",
    "👍🏽",
    "👨\u{200d}👩\u{200d}👧",
    "قال",
    "مَ",
    "中文",
    "\0",
    "\u{200b}",
    "\u{a0}",
    "re-elected",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_in_any_order(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60)) {
        check(&pieces.concat());
    }

    #[test]
    fn any_text(content in any::<String>()) {
        check(&content);
    }

    #[test]
    fn marks_and_letters(content in "[ab.\"“”'’‘«»„(\\[)\\] \\n]{0,60}") {
        check(&content);
    }
}

#[test]
fn huge_inputs_are_read() {
    for piece in [
        "a", "(", "\"", "“", "'a", "‘", "\"a\" ", "'s", "x's", "a.", "[1]", ". ", "...", "! ", "1-", "@",
        "(a ", "’", "\0",
    ] {
        check(&piece.repeat(4_000));
    }
}

#[test]
fn a_title_inside_the_body_is_read_once() {
    let mut article = article("Port burns\nIt burned.", false);
    article.title = Some(article.body[0]);
    let reading = read(&article);
    assert_eq!(reading.paragraphs.len(), 2);
    assert!(reading.paragraphs.iter().all(|paragraph| paragraph.part == Part::Body));
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    let article = article("He said: “We go.\n“They stay.\n“Nobody wins.” He sat.\n“New,” he said.", false);
    let reading = read(&article);
    let continues: Vec<_> =
        reading.quotations.iter().map(|quotation| (quotation.closed, quotation.continues)).collect();
    assert_eq!(continues, [(false, None), (false, Some(0)), (true, Some(1)), (true, None)]);
    assert!(reading.quotations.iter().all(|quotation| quotation.marks == Marks::Double));
    assert_eq!(reading.quotations[0].inner.as_str(), "We go.");
}
