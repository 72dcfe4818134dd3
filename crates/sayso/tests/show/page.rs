//! The page: are its tags balanced, its addresses unique, its words inert?

use std::collections::BTreeSet;

use sayso::record::Record;
use sayso::show::page;
use sha2::{Digest, Sha256};

use crate::{hostile, report};

/// Elements that are never closed.
const VOID: [&str; 2] = ["meta", "input"];

/// The tags of a page, `style` and `script` without what is in them.
fn tags(html: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("every tag is closed");
        let raw = ["style", "script"].into_iter().find(|&name| tag == name);
        rest = raw.map_or(after, |name| &after[after.find(&format!("</{name}>")).unwrap()..]);
        tags.push(tag);
    }
    tags
}

fn check(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    for tag in tags(html).into_iter().filter(|tag| !tag.starts_with('!')) {
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{name} is closed where it is open");
            continue;
        }
        let name = tag.split(' ').next().unwrap();
        if !VOID.contains(&name) {
            open.push(name);
        }
        if let Some((_, id)) = tag.split_once(" id=\"") {
            assert!(ids.insert(id.split('"').next().unwrap()), "the id in <{tag}> is used once");
        }
    }
    assert!(open.is_empty(), "{open:?} are closed");
    for (_, target) in html
        .match_indices("href=\"#")
        .map(|(at, found)| html[at + found.len()..].split_once('"').unwrap())
        .map(|(id, _)| ((), id))
    {
        assert!(ids.contains(target), "#{target} leads somewhere");
    }
}

fn all() -> Vec<Record> {
    vec![report::harbour(), hostile::hostile(), hostile::tangled(), hostile::unread(), hostile::blank()]
}

#[test]
fn every_page_is_well_formed() {
    for record in all() {
        check(&page(&[record]));
    }
    check(&page(&all()));
    check(&page(&[]));
    check(&page(&vec![report::harbour(); 20]));
}

#[test]
fn every_item_has_an_address() {
    for record in all() {
        let html = page(std::slice::from_ref(&record));
        let (statements, events) = (record.statements.len(), record.events.len());
        let (times, quantities) = (record.times.len(), record.quantities.len());
        for (letter, number) in [("s", statements), ("e", events), ("t", times), ("q", quantities)] {
            for at in 1..=number {
                assert!(html.contains(&format!(" id=\"{letter}{at}\"")), "{letter}{at}");
            }
        }
    }
}

/// What a reader of the page sees of the report's paragraphs.
fn shown(html: &str) -> String {
    let body = html.split_once("<main>").unwrap().1.split_once("<footer>").unwrap().0;
    let mut words = String::new();
    for paragraph in body.split(" class=\"words\"").skip(1) {
        let inner =
            paragraph.split_once('>').unwrap().1.split("</p>").next().unwrap().split("</h1>").next().unwrap();
        let pieces = inner.split('<').map(|piece| piece.rsplit_once('>').map_or(piece, |(_, words)| words));
        words.extend(pieces);
        words.push('\n');
    }
    let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&")
}

#[test]
fn the_words_of_the_report_are_all_there() {
    for record in [report::harbour(), hostile::tangled(), hostile::unread()] {
        let shown = shown(&page(std::slice::from_ref(&record)));
        for &span in record.article.body.iter().chain(&record.article.title) {
            let words = record.article.text.slice(span);
            assert!(shown.contains(words.as_str()), "{:?} is in {shown}", words.as_str());
        }
    }
}

#[test]
fn markup_in_a_report_is_words() {
    let html = page(&[hostile::hostile()]);
    let elements: Vec<_> =
        tags(&html).into_iter().filter(|tag| tag.starts_with("script") || tag.starts_with("img")).collect();
    assert_eq!(elements, ["script"], "the page's own script is the only one");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    let handlers = tags(&html).into_iter().filter(|tag| {
        tag.split(['"']).step_by(2).any(|outside| outside.contains("onerror") || outside.contains("onload"))
    });
    assert_eq!(handlers.count(), 0);
    assert!(!html.contains("href=\"javascript"));
}

#[test]
fn harmful_characters_are_named() {
    let html = page(&[hostile::hostile()]);
    let raw = |c: char| {
        (c.is_control() && c != '\n')
            || ('\u{202A}'..='\u{202E}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    assert_eq!(html.chars().find(|&c| raw(c)), None);
    for name in ["[U+0000]", "[U+001B]", "[U+202E]", "[U+2066]", "[U+009B]"] {
        assert!(html.contains(name), "{name}");
    }
    assert!(html.contains('\u{200F}'), "marks that other scripts need stay");
}

#[test]
fn nothing_is_fetched() {
    let html = page(&all());
    assert!(html.contains("default-src 'none'"));
    for attribute in [" src=", "@import", "url(", "<link", "<iframe", "fetch("] {
        assert!(!html.split("<main>").next().unwrap().contains(attribute), "{attribute}");
    }
    let fetching = tags(&html).into_iter().filter(|tag| tag.contains(" src=\""));
    assert_eq!(fetching.count(), 0);
}

#[test]
fn emptiness_is_said() {
    let html = page(&[hostile::unread()]);
    assert!(html.contains("No statement was found"));
    assert!(html.contains("no statements found"));
    assert!(page(&[]).contains("0 reports"));
}

#[test]
fn several_records_have_a_table_of_contents() {
    let html = page(&all());
    for address in ["href=\"#r1\"", "id=\"r1\"", "id=\"r1-s1\"", "id=\"r3-s7\"", "href=\"#r5\""] {
        assert!(html.contains(address), "{address}");
    }
}

#[test]
fn offsets_in_citations_are_code_points() {
    let record = report::harbour();
    let text = record.article.text.as_str();
    let start = text[..text.find("“There was").unwrap()].chars().count();
    let end = start + "“There was no such conversation,”".chars().count();
    assert!(page(&[record]).contains(&format!("characters {start}–{end}, #s6")));
}

#[test]
fn the_policy_names_the_script() {
    let script = include_bytes!("../../src/show/page/page.js");
    let hash = base64(&Sha256::digest(script));
    crate::golden::compare("src/show/page/page.js.sha256", &format!("{hash}\n"));
    assert!(page(&[]).contains(&format!("script-src 'sha256-{hash}'")));
}

/// RFC 4648 with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let quartet = |chunk: &[u8]| {
        let bits = (0..3).fold(0u32, |bits, at| bits << 8 | u32::from(*chunk.get(at).unwrap_or(&0)));
        let digit = |at: usize| {
            if at > chunk.len() { '=' } else { DIGITS[(bits >> (18 - 6 * at) & 63) as usize] as char }
        };
        (0..4).map(digit).collect::<String>()
    };
    bytes.chunks(3).map(quartet).collect()
}

#[test]
fn golden() {
    let html = page(&[report::harbour()]);
    let main = html.split_once("<main>").unwrap().1.split_once("<script>").unwrap().0;
    // A line an element makes a difference readable.
    crate::golden::compare("tests/show/golden/page.html", &main.replace("><", ">\n<"));
}
