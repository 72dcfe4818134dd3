//! What a user is told of an input that cannot be read: the file, the rule, the way out.

use sayso_ingest::{DOCUMENT_LIMIT, Error, article, documents};
use std::path::PathBuf;

/// A folder for one test.
#[expect(clippy::disallowed_methods, reason = "a test of files")]
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (file, bytes) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        std::fs::write(path, bytes).expect("writable");
    }
    std::fs::create_dir_all(&folder).expect("writable");
    folder
}

fn refused(path: PathBuf) -> Error {
    let mut read = documents([path]).map(|input| input.and_then(|input| article(&input)));
    read.next().expect("one").expect_err("refused")
}

fn says(refused: &Error, words: &str) {
    let said = refused.to_string();
    assert!(said.ends_with(words), "{said}");
    assert!(!said.ends_with('.') && refused.way_out().is_some(), "{refused:?}");
}

#[test]
fn refusals_name_the_file_and_the_rule() {
    let long = vec![b'a'; DOCUMENT_LIMIT + 1];
    let root = folder(
        "refusals",
        &[
            ("empty.txt", b""),
            ("a.txt", b"\x89PNG\r\n\x1a\n\0\0"),
            ("long.txt", &long),
            ("none/.hidden", b"x"),
            ("none/x.exe", b"x"),
        ],
    );
    says(&refused(root.join("missing.txt")), "missing.txt: there is no such file");
    says(&refused(root.join("empty.txt")), "empty.txt: the document is empty");
    says(&refused(root.join("a.txt")), "a.txt: this is a PNG image, not text or HTML");
    says(&refused(root.join("long.txt")), "long.txt: the document is over the limit of 10 MB");
    says(&refused(root.join("none")), "none: there are no reports in this folder");
}

#[test]
fn folders_are_read_in_order() {
    let files: [(&str, &[u8]); 6] = [
        ("b.txt", b"two"),
        ("a/z.html", b"<p>one"),
        ("c.jsonl", b"{\"text\":\"3\"}\n{\"text\":\"4\"}"),
        (".x.txt", b"no"),
        ("d.png", b"no"),
        ("e", b"five"),
    ];
    let root = folder("order", &files);
    let names: Vec<String> = documents([&root]).map(|input| input.expect("readable").name).collect();
    let tails: Vec<&str> = names.iter().filter_map(|name| name.rsplit("order/").next()).collect();
    assert_eq!(tails, ["a/z.html", "b.txt", "c.jsonl:1", "c.jsonl:2", "e"]);
}

#[test]
fn a_page_may_be_one_object_over_many_lines() {
    let root = folder(
        "object",
        &[("page.json", b"{\n \"id\": \"p\",\n \"html\": \"<p>One sentence of a report, at least.</p>\"\n}")],
    );
    let read = documents([root.join("page.json")]).next().expect("one").expect("readable");
    assert_eq!(article(&read).expect("a page").id, "p");
}
