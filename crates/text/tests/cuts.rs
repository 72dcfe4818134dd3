//! Random cuts: whatever is cut, its span holds exactly its words, in bytes, code points and UTF-16 units.

use proptest::prelude::*;
use sayso_text::{Body, CodePoints, Glue, LineIndex, Page, Slice, Text, Utf16, Weave};

/// Strings with what breaks offsets: combining marks, emoji with joiners, Arabic, CRLF, NUL, quotation marks.
fn awkward() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "Zoë",
        "e\u{301}",
        "👩\u{200d}🚒",
        "🇸🇾",
        "سوريا",
        "\u{202e}",
        "\r\n",
        "\n",
        " ",
        "\t",
        "\0",
        "“",
        "”",
        "'",
        "’",
        "\u{fffd}",
        "𝔸",
        "中文",
        ".",
        "longer words here",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

fn cuts<'t>(whole: Slice<'t, Body>, a: usize, b: usize) -> Vec<Slice<'t, Body>> {
    let mut cuts = vec![whole, whole.trim(), whole.trim_matches(|c| !c.is_alphanumeric())];
    cuts.extend(whole.words());
    cuts.extend(whole.lines());
    cuts.extend(whole.split(|c| c == '“'));
    cuts.extend(whole.chars_at());
    cuts.extend(whole.find("ë"));
    cuts.extend(whole.rfind("e\u{301}"));
    cuts.extend(whole.get(a.min(b)..a.max(b)));
    if let Some((left, right)) = whole.split_at(a) {
        cuts.extend([left, right]);
        cuts.extend(left.hull(right));
        cuts.extend(whole.before(right));
        cuts.extend(whole.after(left));
        cuts.extend(left.gap(right));
    }
    cuts
}

proptest! {
    #[test]
    fn a_cut_cites_its_words(content in awkward(), a in 0usize..400, b in 0usize..400) {
        let text = Text::<Body>::new(content.clone()).unwrap();
        let (points, units) = (CodePoints::new(&text), Utf16::new(&text));
        let as_points: Vec<char> = content.chars().collect();
        let as_units: Vec<u16> = content.encode_utf16().collect();
        for cut in cuts(text.whole(), a, b) {
            prop_assert_eq!(&content[cut.span().range()], cut.as_str());
            let (start, end) = points.of(cut.span());
            prop_assert_eq!(as_points[start as usize..end as usize].iter().collect::<String>(), cut.as_str());
            prop_assert_eq!(points.byte(start), Some(cut.span().start() as usize));
            prop_assert_eq!(points.byte(end), Some(cut.span().end() as usize));
            let (start, end) = units.of(cut.span());
            prop_assert_eq!(String::from_utf16(&as_units[start as usize..end as usize]).unwrap(), cut.as_str());
            prop_assert_eq!(units.byte(start), Some(cut.span().start() as usize));
            prop_assert!(text.admit(cut.span().range().start, cut.span().range().end, cut.as_str()).is_ok());
        }
    }

    #[test]
    fn offsets_from_outside_must_hold_the_words(content in awkward(), a in 0usize..400, b in 0usize..400) {
        let text = Text::<Body>::new(content.clone()).unwrap();
        prop_assert!(text.admit(a, b, "words that are not there").is_err());
        if let Some(words) = content.get(a..b) {
            prop_assert_eq!(text.admit(a, b, words).unwrap().as_str(), words);
        }
    }

    #[test]
    fn a_line_and_a_column_lead_back(content in awkward()) {
        let text = Text::<Body>::new(content.clone()).unwrap();
        let lines = LineIndex::new(&text);
        for cut in text.whole().chars_at() {
            let place = lines.of(cut);
            let line = content.split_inclusive('\n').nth(place.line as usize - 1).unwrap();
            prop_assert_eq!(line.chars().nth(place.column as usize - 1), cut.chars().next());
        }
    }

    #[test]
    fn a_woven_body_leads_back_to_its_page(words in prop::collection::vec(awkward(), 1..12)) {
        let page = Text::<Page>::new(words.iter().map(|word| format!("<p>{word}&amp;")).collect::<String>()).unwrap();
        let mut weave = Weave::new(&page);
        let mut rest = page.whole();
        while let Some(tag) = rest.find("<p>") {
            let after = rest.after(tag).unwrap();
            let entity = after.find("&amp;").unwrap();
            weave.copy(after.before(entity).unwrap());
            weave.decode(entity, "&");
            weave.glue(Glue::Paragraph);
            rest = after.after(entity).unwrap();
        }
        let (body, map) = weave.finish().unwrap();
        for cut in body.whole().words() {
            let back: String = map.to_page(cut.span()).iter().map(|&span| page.slice(span).as_str()).collect();
            prop_assert_eq!(back.replace("&amp;", "&"), cut.as_str());
        }
    }
}

#[test]
fn past_the_end_there_is_no_offset() {
    let text = Text::<Body>::new("naïve 🇸🇾").unwrap();
    assert_eq!(CodePoints::new(&text).byte(9), None);
    assert_eq!(Utf16::new(&text).byte(7), None, "between two surrogates");
    assert_eq!(Utf16::new(&text).byte(10), Some(text.len()));
}
