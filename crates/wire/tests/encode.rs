//! Spans on the wire count code points, and names, chains and numbers read as the format says.

mod report;

use report::{page, record, words};
use sayso_record::RecordBuilder;
use sayso_wire::{MapPiece, Record, Span, encode, to_json, to_json_pretty, verify};

#[test]
fn every_span_holds_the_very_words() {
    let record = record();
    let at = |span| words(&record, span);
    assert_eq!(at(record.title.unwrap()), "Karé\u{301}nia warns of a storm 🌊");
    assert_eq!(at(record.furniture[0].span), "🕊️ Help us: 12 $ of 900 $");
    assert_eq!(at(record.actors[0].mentions[1].span), "عُمورة");
    assert_eq!(at(record.places[0].span), "Vell");
    assert_eq!(at(record.times[0].span), "March 3rd");
    assert_eq!(at(record.quantities[0].of_span.unwrap()), "sailors");
    assert_eq!(at(record.statements[0].cue.unwrap()), "said");
    assert_eq!(at(record.statements[0].via[0].span), "the Harbour\nGazette");
    assert_eq!(at(record.statements[1].content[0]), "“We never said 🤥 that,”");
    assert_eq!(at(record.events[0].actor[0].span), "sailors 🚢");
    assert_eq!(at(record.events[0].status_cues[0]), "would");
    assert_eq!(at(record.notes[0].span.unwrap()), "🤥");
}

#[test]
fn names_are_words_on_one_line() {
    let record = record();
    assert_eq!(record.actors[0].forms, ["Zoë Ōmura", "عُمورة"]);
    assert_eq!(record.actors[0].role.as_deref(), Some("spokeswoman"));
    assert_eq!(record.actors[1].name, "the Harbour Gazette");
    assert_eq!(record.statements[0].via[0].name, "Harbour Gazette");
}

#[test]
fn holders_run_from_the_nearest_outwards() {
    assert_eq!(record().events[0].holder, ["the ministry", "Zoë Ōmura", "Harbour Gazette"]);
}

#[test]
fn keys_stand_in_the_documented_order() {
    let json = to_json(&record());
    let keys = [
        "schema",
        "id",
        "document",
        "uri",
        "text_sha256",
        "text",
        "title",
        "page_map",
        "body",
        "actors",
        "events",
        "notes",
    ];
    let places: Vec<_> = keys.iter().map(|key| json.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn whole_numbers_have_no_fraction() {
    assert!(to_json(&record()).contains(r#""value":30000,"#));
}

#[test]
fn both_ways_of_writing_hold_the_same_record() {
    let record = record();
    let (line, page) = (to_json(&record), to_json_pretty(&record));
    assert_eq!(line.lines().count(), 1);
    let Span(start, end) = record.title.unwrap();
    assert!(page.contains(&format!("\n \"title\": [{start},{end}],\n")), "{page}");
    for json in [line, page] {
        assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
        assert_eq!(verify(&json), []);
    }
}

#[test]
fn a_page_is_mapped_to_its_bytes() {
    let (article, page) = page();
    let record = encode(&RecordBuilder::new(&article).finish());
    assert_eq!(verify(&to_json(&record)), []);
    let pieces: Vec<_> =
        record.page_map.iter().flatten().map(|piece| both_sides(piece, &record, page.as_str())).collect();
    assert_eq!(
        pieces,
        [
            ("Storm ", "Storm "),
            ("&", "&amp;"),
            (" 🌊", " 🌊"),
            ("Zo", "Zo"),
            ("ë", "&euml;"),
            (" said “no”.", " said “no”."),
            ("Ōmura left.", "Ōmura left."),
        ]
        .map(|(text, page)| (text.to_owned(), page.to_owned()))
    );
}

fn both_sides(&MapPiece(start, end, from, to): &MapPiece, record: &Record, page: &str) -> (String, String) {
    (words(record, Span(start, end)), page[from as usize..to as usize].into())
}
