//! The map of a page leads back to the bytes that came in: what they decode to is what stands in the text.

use encoding_rs::{Encoding, GB18030, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};
use proptest::prelude::*;
use sayso_ingest::{Format, Input, article};
use sayso_record::Article;

fn read(bytes: Vec<u8>) -> Article {
    article(&Input { bytes, format: Some(Format::Html), ..Input::default() }).expect("a page")
}

/// Every character that is no white space has its place, in order, and each piece decodes to its words.
fn sound(bytes: &[u8], encoding: &'static Encoding) -> Result<Article, TestCaseError> {
    let article = read(bytes.to_vec());
    let map = article.page_map.as_ref().expect("a page has a map");
    let text = article.text.as_str();
    let mut covered = 0;
    for piece in map.pieces() {
        let between = &text[covered..piece.body.start() as usize];
        prop_assert!(between.trim().is_empty(), "no place for {between:?}");
        covered = piece.body.end() as usize;
        let raw = bytes.get(piece.page.range());
        prop_assert!(raw.is_some(), "{:?} lies outside the page", piece.page);
        let (decoded, _) = encoding.decode_without_bom_handling(raw.unwrap_or_default());
        let words = &text[piece.body.range()];
        let same = decoded == words || htmlize::unescape(decoded.as_ref()) == words;
        prop_assert!(same, "{decoded:?} is not {words:?} ({})", article.document.encoding);
    }
    prop_assert!(text[covered..].trim().is_empty());
    Ok(article)
}

/// Pieces of pages, sound and broken.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,8}( [a-z]{1,8}){0,20}[.] ?",
        2 => prop::sample::select(vec![
            "<p>", "</p>", "<div class=related>", "<div>", "</div>", "<br>", "<br/>\r\n", "<li>", "<ul>", "<b>", "</i>", "<h2>", "</h2>", "<td>", "<table>",
            "<!-- x -->", "<!", "<a href='x'>", "</a>", "<p title=\"a>b\">", "<", ">", "</", "<3", "<svg><path/>", "</svg>", "<title>t</title>",
            "<script>if (a<b) {}</script>", "<style>", "</style>", "<textarea>", "<![CDATA[x]]>", "<pre>", "</pre>", "<figcaption>",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec!["&amp;", "&nbsp;", "&eacute;", "&#8217;", "&#x41", "&ampx", "&", "&;", "&lt;p&gt;", "&notin;", "\r\n", "\r", "\n", "\t", "\0", "é", "日本", "😀", "\u{a0}", "\u{301}"]).prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_in_utf8(pieces in prop::collection::vec(piece(), 0..60), mark in any::<bool>()) {
        let page = pieces.concat();
        prop_assume!(!page.is_empty());
        let bytes = if mark { [b"\xEF\xBB\xBF", page.as_bytes()].concat() } else { page.into_bytes() };
        sound(&bytes, UTF_8)?;
    }

    #[test]
    fn any_bytes(page in prop::collection::vec(any::<u8>(), 1..400)) {
        let page = [b"<p>words of a report, enough of them to be read. ".as_slice(), &page].concat();
        let read = article(&Input { bytes: page.clone(), format: Some(Format::Html), ..Input::default() });
        if let Ok(read) = read {
            let pieces = read.page_map.as_ref().expect("a map").pieces().to_vec();
            prop_assert!(pieces.iter().all(|piece| piece.page.range().end <= page.len()));
        }
    }

    #[test]
    fn pages_in_windows_1252(words in "[a-z ]{0,20}[éüßñ–“”€ ]{1,20}[a-z ]{10,40}") {
        legacy(&words, WINDOWS_1252)?;
    }

    #[test]
    fn pages_in_other_encodings(latin in "[a-z ]{5,40}", kana in "[あ-んア-ン漢字東京]{10,40}", cyrillic in "[а-яА-Я ]{20,60}") {
        legacy(&format!("{latin}&amp;{kana}"), SHIFT_JIS)?;
        legacy(&format!("{latin}&#39;{kana}"), GB18030)?;
        legacy(&format!("{latin}&quot;{cyrillic}"), WINDOWS_1251)?;
    }

    #[test]
    fn pages_in_utf16(words in "[a-zé日本 ]{20,80}😀[a-zé日本 ]{5,9}", little in any::<bool>(), mark in any::<bool>()) {
        let page = format!("{}<html><body><p>{words} &amp; so on.</p>", if mark { "\u{FEFF}" } else { "" });
        let unit = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        let bytes: Vec<u8> = page.encode_utf16().flat_map(unit).collect();
        let read = sound(&bytes, if little { UTF_16LE } else { UTF_16BE })?;
        prop_assert!(read.text.as_str().ends_with("& so on."));
    }
}

fn legacy(words: &str, encoding: &'static Encoding) -> Result<(), TestCaseError> {
    let page =
        format!("<html><head><meta charset=\"{}\"></head><body><p>{words} and so on.</p>", encoding.name());
    let (bytes, _, _) = encoding.encode(&page);
    // A few bytes of one encoding may happen to be characters of UTF-8 as well.
    let read = if std::str::from_utf8(&bytes).is_ok() { UTF_8 } else { encoding };
    sound(&bytes, read)?;
    Ok(())
}
