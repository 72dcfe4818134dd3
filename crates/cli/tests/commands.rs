//! The program as a user meets it: what each command prints, what it says when something is wrong, and how it ends.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests write their own inputs")]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const REPORT: &str = "Port Of Vell Stays Open\n\nMayor Ada Lorne said on May 3rd that “the port stays open.”\n\n\
    Karsk denied that its boats would attack the harbour, according to the Coastal Gazette.\n";

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path.display().to_string()
}

fn sayso(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sayso")).args(args).stdin(Stdio::null()).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What a command says on standard error and how it ends.
fn ends(args: &[&str]) -> (i32, String) {
    let output = sayso(args);
    (output.status.code().unwrap(), err(&output))
}

fn piped(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sayso"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_record_keeps_the_text_and_passes_verification() {
    let folder = folder("keeps");
    let report = file(&folder, "report.txt", REPORT);
    let read = sayso(&[
        "read",
        &report,
        "--id",
        "vell",
        "--url",
        "https://gazette.example/v",
        "--published",
        "2031-05-04",
    ]);
    let line = out(&read);
    let record: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(record["text"], REPORT);
    assert_eq!((&record["id"], &record["published"]), (&"vell".into(), &"2031-05-04".into()));
    assert_eq!(record["document"]["uri"], "https://gazette.example/v");
    let verified = piped(&["verify", "-"], line.as_bytes());
    assert_eq!(
        (out(&verified).as_str(), verified.status.code()),
        ("standard input: 1 record, no fault\n", Some(0))
    );
}

#[test]
fn every_format_by_name_and_by_ending() {
    let folder = folder("formats");
    let report = file(&folder, "report.txt", REPORT);
    for (format, ending, open) in [
        ("text", "txt", "Port Of Vell"),
        ("json", "json", "{\n \"schema\""),
        ("jsonl", "jsonl", "{\"schema\""),
        ("html", "html", "<!"),
    ] {
        let printed = out(&sayso(&["read", &report, "--format", format]));
        assert!(printed.starts_with(open), "{format}: {printed}");
        let path = folder.join(format!("out.{ending}")).display().to_string();
        assert_eq!(ends(&["read", &report, "-o", &path]), (0, String::new()));
        assert_eq!(fs::read_to_string(path).unwrap(), printed);
    }
}

#[test]
fn events_go_into_sheets_and_maps_and_the_attacks_are_counted() {
    let folder = folder("events");
    let report = file(&folder, "report.txt", REPORT);
    let none = file(&folder, "none.txt", "The sea is calm.\n");
    let attacks = "2 attack mentions: 0 actual, 0 hypothetical, 0 future, 2 negated\n";
    for (format, open) in [("csv", "Event ID,Event Date,"), ("geojson", "{\"type\":\"FeatureCollection\"")] {
        let path = folder.join(format!("out.{format}")).display().to_string();
        assert_eq!(ends(&["read", &none, &report, &none, &report, "-o", &path]), (0, attacks.into()));
        let written = fs::read_to_string(&path).unwrap();
        assert!(written.starts_with(open), "{written}");
        assert_eq!(written.matches(open).count(), 1);
        assert_eq!(written.matches("ASSAULT").count(), 2, "{written}");
        let printed = sayso(&["read", &none, &report, &none, &report, "-f", format, "--threads", "3"]);
        assert_eq!(out(&printed), written);
    }
    let map: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("out.geojson")).unwrap()).unwrap();
    assert!(map["features"].as_array().unwrap().iter().all(|feature| feature["type"] == "Feature"));
    let collapsed = out(&sayso(&["read", &report, "-f", "csv", "--collapse"]));
    assert!(collapsed.lines().next().unwrap().ends_with(",Collapsed From"), "{collapsed}");
}

#[test]
fn a_record_is_never_collapsed() {
    let report = file(&folder("collapse"), "report.txt", REPORT);
    let (code, said) = ends(&["read", &report, "-f", "jsonl", "--collapse"]);
    assert_eq!((code, said.contains("--collapse is for events as csv or geojson")), (2, true), "{said}");
}

#[test]
fn conllu_is_what_parse_writes_of_the_report_itself() {
    let folder = folder("conllu");
    let report = file(&folder, "report.txt", include_str!("../../../fixtures/demo.txt"));
    let path = folder.join("out.conllu").display().to_string();
    assert_eq!(ends(&["read", &report, "-o", &path]), (0, String::new()));
    let (own, whole) = (fs::read_to_string(&path).unwrap(), out(&sayso(&["parse", &report])));
    let texts = |conllu: &str| -> Vec<String> {
        conllu.lines().filter(|line| line.starts_with("# text = ")).map(String::from).collect()
    };
    let (own, whole) = (texts(&own), texts(&whole));
    let plea = "# text = Do you value what we do?".to_owned();
    assert!(whole.contains(&plea) && !own.contains(&plea), "{own:?}");
    assert!(own.iter().all(|text| whole.contains(text)), "{own:?}");
    assert!(own.iter().any(|text| text.contains("I have heard many threats this week")), "{own:?}");
}

#[test]
fn threads_change_nothing() {
    let folder = folder("threads");
    let row = |n: usize| serde_json::json!({"id": n.to_string(), "text": format!("{}Part {n}.\n", REPORT.repeat(1 + n % 9))});
    let rows: String = (0..120).map(|n| format!("{}\n", row(n))).collect();
    let input = file(&folder, "many.jsonl", rows);
    let one = sayso(&["read", &input, "--threads", "1"]);
    let eight = sayso(&["read", &input, "--threads", "8"]);
    assert_eq!(one.stdout, eight.stdout);
    assert_eq!(out(&one).lines().count(), 120);
}

#[test]
fn an_input_that_fails_is_one_line_and_the_others_go_on() {
    let folder = folder("partly");
    let good = file(&folder, "good.txt", REPORT);
    let missing = folder.join("none.txt").display().to_string();
    let output = sayso(&["read", &missing, &good]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output).lines().count(), 1);
    assert_eq!(err(&output).lines().count(), 1);
    assert!(err(&output).starts_with(&format!("sayso: {missing}: ")), "{}", err(&output));
}

#[test]
fn what_cannot_be_read_says_why() {
    let folder = folder("refused");
    let empty = file(&folder, "empty.txt", "");
    let png = file(&folder, "dot.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0");
    fs::create_dir(folder.join("bare")).unwrap();
    let bare = folder.join("bare").display().to_string();
    let missing = folder.join("none.txt").display().to_string();
    for input in [&empty, &png, &bare, &missing] {
        let (code, said) = ends(&["read", input]);
        assert_eq!((code, said.lines().count()), (2, 1), "{said}");
        assert!(said.starts_with("sayso: ") && said.contains(input.as_str()), "{said}");
    }
}

#[test]
fn a_long_line_is_read() {
    let folder = folder("long");
    let input = file(&folder, "long.txt", "The port stays open and the sea is calm. ".repeat(25_000));
    assert_eq!(ends(&["read", &input, "-f", "jsonl"]), (0, String::new()));
}

#[test]
fn nothing_read_leaves_no_file_and_no_half_of_one() {
    let folder = folder("atomic");
    let path = folder.join("out.jsonl").display().to_string();
    assert_eq!(ends(&["read", "no-such-file", "-o", &path]).0, 2);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    let report = file(&folder, "report.txt", REPORT);
    fs::write(&path, "old").unwrap();
    assert_eq!(ends(&["read", &report, "-o", &path]).0, 0);
    assert!(fs::read_to_string(&path).unwrap().starts_with("{\"schema\""));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    let (code, said) = ends(&["read", &report, "-o", &folder.display().to_string()]);
    assert_eq!((code, said.contains("is a folder")), (2, true), "{said}");
}

#[test]
#[cfg(unix)]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let report = file(&folder("device"), "report.txt", REPORT);
    assert_eq!(ends(&["read", &report, "-o", "/dev/null"]), (0, String::new()));
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let folder = folder("pipe");
    (0..200).for_each(|n| drop(file(&folder, &format!("{n:03}.txt"), REPORT.repeat(20))));
    let mut child = Command::new(env!("CARGO_BIN_EXE_sayso"))
        .args(["read", &folder.display().to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0; 100]).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output)), (Some(0), String::new()));
}

#[test]
fn an_id_is_for_a_single_document() {
    let folder = folder("single");
    let (a, b) = (file(&folder, "a.txt", REPORT), file(&folder, "b.txt", REPORT));
    let (code, said) = ends(&["read", &a, &b, "--id", "x"]);
    assert_eq!((code, said.contains("for a single document")), (1, true), "{said}");
}

#[test]
fn wrong_usage_ends_with_two() {
    for args in
        [&["read", "--format", "pdf"][..], &["read", "--published", "yesterday"], &["raed"], &[], &["verify"]]
    {
        assert_eq!(sayso(args).status.code(), Some(2), "{args:?}");
    }
    assert_eq!(ends(&["man", "fly"]), (2, "sayso: fly: no such command (sayso help lists them)\n".into()));
}

#[test]
fn an_article_with_what_is_known_of_it() {
    let folder = folder("clean");
    let page = format!(
        "<html lang=en><head><title>Port Of Vell Stays Open</title><meta name=author content=\"Zoë Ōmura\"></head><body><nav><a href=/>Home</a></nav>\
         <article><h1>Port Of Vell Stays Open</h1>{}</article></body></html>",
        REPORT
            .lines()
            .skip(2)
            .filter(|line| !line.is_empty())
            .map(|line| format!("<p>{line}</p>"))
            .collect::<String>()
    );
    let page = file(&folder, "page.html", page);
    let text = out(&sayso(&["clean", &page]));
    assert!(text.contains("Mayor Ada Lorne said") && !text.contains("Home"), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&out(&sayso(&["clean", "-f", "json", &page]))).unwrap();
    assert_eq!(json["title"], "Port Of Vell Stays Open");
    let keys: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["author", "date", "id", "language", "sitename", "text", "title", "url"]);
}

#[test]
fn faults_are_told_with_file_line_and_path() {
    let folder = folder("faults");
    let report = file(&folder, "report.txt", REPORT);
    let sound = out(&sayso(&["read", &report]));
    let edited = sound.replace("stays open", "is closed");
    let both = file(&folder, "both.jsonl", format!("{sound}\n{edited}{{\"schema\":\n"));
    let output = sayso(&["verify", &both, "no-such-file"]);
    let told = out(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.contains(&format!("{both}:3: document.text_sha256: is not the hash of the text (")),
        "{told}"
    );
    assert!(told.contains(&format!("{both}:4: line 2 column 0: not JSON")), "{told}");
    assert!(told.ends_with(&format!("{both}: 3 records, 2 with faults\n")), "{told}");
    assert_eq!(err(&output), "sayso: no-such-file: no such file or directory\n");
    let pretty = file(&folder, "pretty.json", out(&sayso(&["read", &report, &report, "-f", "json"])));
    assert_eq!(
        out(&sayso(&["verify", &both, &pretty])).lines().last(),
        Some(&*format!("{pretty}: 2 records, no fault"))
    );
}

#[test]
fn the_demo_needs_nothing() {
    let demo = sayso(&["demo"]);
    assert!(demo.status.success());
    assert!(out(&demo).contains("Ilka Maroun") && !out(&demo).contains('\u{1B}'));
    assert!(out(&sayso(&["demo", "--color", "always"])).contains('\u{1B}'));
    let record = out(&sayso(&["demo", "-f", "jsonl"]));
    assert!(piped(&["verify", "-"], record.as_bytes()).status.success());
    assert_eq!(out(&sayso(&["demo", "--report"])), include_str!("../../../fixtures/demo.txt"));
}

#[test]
fn what_is_printed_is_what_the_repository_holds() {
    let held = |path: &str| {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(path)).unwrap()
    };
    assert_eq!(out(&sayso(&["schema"])), held("schema/sayso-record-1.json"));
    assert_eq!(out(&sayso(&["man"])), held("man/sayso.1"));
    assert_eq!(out(&sayso(&["man", "read"])), held("man/sayso-read.1"));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(out(&sayso(&["completions", shell])).contains("published"), "{shell}");
    }
}

#[test]
fn parse_writes_words_trees_and_names_and_chains_where_asked() {
    let folder = folder("parse");
    let report =
        file(&folder, "report.txt", "Mara Holt didn't stay. She left Tessel, and Holt said she was tired.\n");
    let plain = out(&sayso(&["parse", &report]));
    assert!(plain.contains("# text = Mara Holt didn't stay.\n"), "{plain}");
    assert!(plain.contains("\n3-4\tdidn't\t_") && plain.contains("NER=B-person"), "{plain}");
    assert!(!plain.contains("Entity="), "{plain}");
    let chained = out(&sayso(&["parse", "--chains", &report]));
    assert!(chained.contains("# global.Entity = eid\n"), "{chained}");
    let entities: String = chained.lines().filter_map(|line| line.split("Entity=").nth(1)).collect();
    let count = |mark: char| entities.chars().filter(|c| *c == mark).count();
    assert!(count('(') >= 3 && count('(') == count(')'), "{chained}");
    let bare = |text: &str| text.lines().filter(|line| !line.starts_with('#')).count();
    assert_eq!(bare(&plain), bare(&chained));
}

#[test]
fn serve_says_why_it_does_not() {
    let folder = folder("serve");
    let missing = folder.join("none.db").display().to_string();
    let (code, told) = ends(&["serve", &missing]);
    assert_eq!(code, 2);
    assert!(told.starts_with(&format!("sayso: {missing}: there is no such store (")), "{told}");
    let other = file(&folder, "other.db", "not a database at all, but long enough to be looked at");
    let (code, told) = ends(&["serve", &other]);
    assert!(code == 2 && told.contains("is not a store of sayso"), "{told}");
}

/// Words after the key of each line that `add` prints.
fn log(output: &Output) -> Vec<String> {
    out(output).lines().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect()
}

#[test]
fn reports_are_added_once_and_told_when_they_are_on_the_disk() {
    let folder = folder("add");
    let store = folder.join("s.db").display().to_string();
    let one = file(&folder, "one.txt", REPORT);
    let copy = file(&folder, "copy.txt", REPORT);
    let empty = file(&folder, "empty.txt", "");
    let added = sayso(&["add", &one, &copy, &empty, "--store", &store, "--threads", "1"]);
    let names = [format!("new {one}"), format!("known {copy}"), format!("refused {empty}")];
    assert_eq!((log(&added), added.status.code()), (names.to_vec(), Some(1)));
    assert!(
        err(&added).contains("s.db: 2 reports: 1 new, 1 known already, 1 could not be read\n"),
        "{}",
        err(&added)
    );
    let again = sayso(&["add", &one, "--store", &store, "--model", &one]);
    assert_eq!(
        again.status.code(),
        Some(2),
        "a file that is no model is told, even where nothing is to be read"
    );
    assert_eq!(log(&sayso(&["add", &one, "--store", &store])), [format!("known {one}")]);
    assert_eq!(out(&sayso(&["check", &store])), format!("{store}: 1 report, no fault\n"));
}

#[test]
fn records_are_added_as_they_are() {
    let folder = folder("add-records");
    let store = folder.join("s.db").display().to_string();
    let report = file(&folder, "report.txt", REPORT);
    let record = out(&sayso(&["read", &report]));
    let broken = record.replacen("the port", "the post", 1);
    let records = file(&folder, "records.jsonl", format!("{record}{broken}{record}"));
    let added = sayso(&["add", &records, "--store", &store]);
    let lines = [format!("new {records}:1"), format!("refused {records}:2"), format!("known {records}:3")];
    assert_eq!((log(&added), added.status.code()), (lines.to_vec(), Some(1)));
    assert!(err(&added).contains("records.jsonl:2: the record does not hold: "), "{}", err(&added));
    assert_eq!(log(&sayso(&["add", &report, "--store", &store])), [format!("known {report}")]);
}

#[test]
fn without_reports_a_store_is_brought_up_to_date_only() {
    let folder = folder("add-nothing");
    let store = folder.join("s.db").display().to_string();
    let missing = format!("sayso: {store}: there is no such store (name reports to make one of)\n");
    assert_eq!(ends(&["add", "--store", &store]), (2, missing));
    assert!(sayso(&["add", &file(&folder, "a.txt", REPORT), "--store", &store]).status.success());
    assert_eq!(ends(&["add", "--store", &store]), (0, format!("{store}: up to date\n")));
    let other = file(&folder, "other.txt", "Not a store.\n".repeat(100));
    let (code, said) = ends(&["add", &other, "--store", &other]);
    assert!(code == 2 && said.contains("other.txt: is not a store of sayso"), "{said}");
    let (code, said) = ends(&["check", &other]);
    assert!(code == 2 && said.contains("other.txt: is not a store of sayso"), "{said}");
}

#[test]
fn a_damaged_store_is_told_fault_by_fault() {
    let folder = folder("check");
    let path = folder.join("s.db");
    let store = path.display().to_string();
    assert!(sayso(&["add", &file(&folder, "a.txt", REPORT), "--store", &store]).status.success());
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() / 4096 / 2 * 4096;
    bytes[at..at + 4096].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    let checked = sayso(&["check", &store]);
    assert!(checked.status.code() != Some(0), "{}", out(&checked));
    assert!((out(&checked) + &err(&checked)).contains("damaged"), "{} {}", out(&checked), err(&checked));
}
