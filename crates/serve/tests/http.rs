//! The server as a client meets it, over a socket: every address on a small store, and everything that it must refuse.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read the weights and open sockets")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::{LazyLock, mpsc};
use std::time::Duration;

use sayso::store::{Added, Writer};
use sayso::{Engine, Gazetteer, Input};
use serde_json::Value;

const REPORTS: [(&str, &str); 2] = [
    (
        "https://courier.example/1",
        "Karsk Threatens Port Of Vell\n\nKARSK, May 3 — Mayor Ada Holt said on Monday that “Karsk will attack the \
         harbour.”\n\nKarsk denied that its boats would attack Tessel, according to the Evening Courier. Soldiers of \
         Karsk killed 12 sailors in Lyon on Tuesday.\n",
    ),
    // What a page may try on whoever reads it.
    (
        "https://courier.example/2",
        "<script>alert(1)</script> Seen In Fenwick\n\nThe minister Ivo Varga said that “<img src=x onerror=alert(2)> is \
         no threat to Tessel \u{202e}at all.”\n",
    ),
];

struct Running {
    address: SocketAddr,
    keys: Vec<String>,
}

static SERVER: LazyLock<Running> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("http");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let store = folder.join("test.db");
    let keys = filled(&store);
    let (tell, told) = mpsc::channel();
    let options = sayso_serve::Options { store, port: 0, engine: Box::new(|| Ok(engine())) };
    std::thread::spawn(move || sayso_serve::serve(options, |address| tell.send(address).unwrap()));
    Running { address: told.recv().unwrap(), keys }
});

fn engine() -> Engine {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let gazetteer = Gazetteer::load(std::fs::read(models.join("places.bin")).unwrap()).unwrap();
    Engine::new(&std::fs::read(models.join("sayso-core.bin")).unwrap(), gazetteer).unwrap()
}

fn filled(store: &Path) -> Vec<String> {
    let engine = engine();
    let mut writer = Writer::open(store).unwrap();
    let records: Vec<_> = REPORTS
        .iter()
        .map(|(url, text)| Input {
            name: (*url).into(),
            bytes: text.as_bytes().to_vec(),
            url: Some((*url).into()),
            published: Some("2031-05-04".parse().unwrap()),
            format: Some(sayso::Format::Text),
            ..Input::default()
        })
        .map(|input| sayso::wire::encode(&sayso::read(&input, &engine).unwrap()))
        .collect();
    let added = writer.add(&records).unwrap();
    added
        .into_iter()
        .map(|added| match added {
            Added::New(key) => key.to_string(),
            other => panic!("{other:?}"),
        })
        .collect()
}

/// An answer.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|fault| panic!("{fault}: {}", self.body))
    }

    fn header(&self, name: &str) -> Option<&str> {
        let line =
            self.head.lines().find(|line| line.to_ascii_lowercase().starts_with(&format!("{name}:")))?;
        line.split_once(':').map(|(_, value)| value.trim())
    }

    fn error(&self) -> (u16, String) {
        (self.status, self.json()["error"].as_str().unwrap_or_default().to_owned())
    }
}

/// Sends bytes as they are.
fn raw(request: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(SERVER.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    // The server may answer, and close, before it has seen all of a long request.
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no head: {answer:?}"));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.into(), body: body.into() }
}

fn host() -> String {
    format!("127.0.0.1:{}", SERVER.address.port())
}

fn ask(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let own = if headers.iter().any(|(name, _)| *name == "host") { None } else { Some(host()) };
    let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\n");
    own.iter().for_each(|host| head.push_str(&format!("host: {host}\r\n")));
    headers.iter().for_each(|(name, value)| head.push_str(&format!("{name}: {value}\r\n")));
    if method == "POST" {
        head.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    raw(&[head.as_bytes(), b"\r\n", body].concat())
}

fn get(path: &str) -> Answer {
    ask("GET", path, &[], b"")
}

fn post(kind: &str, body: &[u8]) -> Answer {
    ask("POST", "/v1/read", &[("content-type", kind)], body)
}

#[test]
fn every_question_is_answered() {
    let key = &SERVER.keys[0];
    let found = get("/v1/search?words=harbour").json();
    assert!(found["hits"][0]["words"].as_str().unwrap().contains("harbour"), "{found}");
    assert_eq!(found["hits"][0]["report"]["key"], **key);
    let first = get("/v1/search?limit=1").json();
    let after = first["next"].as_str().unwrap();
    let second = get(&format!("/v1/search?limit=1&after={after}")).json();
    assert_ne!(first["hits"], second["hits"]);
    assert_eq!(get("/v1/trace?words=attack").json()["asked"], "attack");
    assert!(!get("/v1/timeline").json()["days"].as_array().unwrap().is_empty());
    assert!(get("/v1/map").json()["places"].is_array());
    assert_eq!(get("/v1/map?words=soldiers").json()["places"][0]["place"]["name"], "Lyon");
    assert!(get("/v1/network").json()["edges"].is_array());
    let actors = get("/v1/actors?words=karsk").json();
    let id = actors["actors"][0]["id"].as_str().unwrap();
    assert_eq!(get(&format!("/v1/actors/{id}")).json()["actor"]["name"], "Karsk");
    assert_eq!(get("/v1/stats").json()["reports"], 2);
    let page = get(&format!("/v1/reports/{key}")).json();
    assert_eq!(page["record"]["text"], REPORTS[0].1);
}

#[test]
fn a_question_that_cannot_be_understood_is_told_how() {
    let (status, error) = get("/v1/search?status=perhaps").error();
    assert_eq!((status, error.as_str()), (400, "`status` cannot be `perhaps`"));
    for query in [
        "limit=0",
        "limit=x",
        "speeker=Holt",
        "words=a&words=b",
        "words=%00",
        "type=assault",
        "after=%22%27",
        "from=2031-02-30",
    ] {
        let answer = get(&format!("/v1/search?{query}"));
        assert_eq!(answer.status, 400, "{query}: {}", answer.body);
        assert!(answer.json()["error"].as_str().is_some_and(|error| !error.is_empty()));
    }
    // Odd, and yet a question.
    for query in [
        "",
        "words=",
        "&&",
        "words=%22",
        "words=%FF",
        "words=NEAR(a*+OR",
        "type=&status=",
        "words=%F0%9F%92%A5",
    ] {
        let answer = get(&format!("/v1/search?{query}"));
        assert_eq!(answer.status, 200, "{query}: {}", answer.body);
    }
    assert_eq!(get("/v1/stats?words=a").error(), (400, "there is no field `words`".into()));
}

#[test]
fn what_is_not_there_is_not_found() {
    for path in [
        "/v1/reports/0000000000000000",
        "/v1/reports/..%2f..%2fetc",
        "/v1/reports/%FF",
        "/v1/actors/a999999",
        "/v1/actors/a99999999999999999999",
        "/v1/nothing",
        "/plain/0000000000000000",
        "/assets/../Cargo.toml",
        "/favicon.ico",
    ] {
        let answer = get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.error().1.is_empty(), "{path}");
    }
    let refused = ask("POST", "/v1/search", &[("content-length", "0")], b"");
    assert_eq!(refused.error(), (405, "this address does not take POST".into()));
    assert_eq!(refused.header("allow"), Some("GET,HEAD"));
}

#[test]
fn a_document_is_read_and_not_kept() {
    let text = REPORTS[0].1;
    let record = post("text/plain; charset=utf-8", text.as_bytes()).json();
    assert_eq!(record["schema"], "sayso-record/1");
    assert!(!record["statements"].as_array().unwrap().is_empty());
    let document = serde_json::json!({"text": text, "url": "https://a.example/", "published": "2031-05-04T10:00:00Z", "id": "one"});
    let record = post("application/json", document.to_string().as_bytes()).json();
    assert_eq!((&record["id"], &record["published"]), (&"one".into(), &"2031-05-04".into()));
    assert_eq!(post("text/plain", b"The mayor said it rains.").json()["document"]["uri"], Value::Null);
    let page = format!(
        "<html><title>A</title><article><p>{}</p></article>",
        "The mayor said that it rains. ".repeat(9)
    );
    assert_eq!(post("text/html", page.as_bytes()).json()["document"]["media_type"], "text/html");
    let both =
        ask("POST", "/v1/read?annotations=true", &[("content-type", "text/plain")], text.as_bytes()).json();
    assert_eq!(both["annotations"]["type"], "AnnotationPage");
    assert_eq!(both["record"]["text"], text);
    assert_eq!(get("/v1/stats").json()["reports"], 2);
}

#[test]
fn what_is_no_document_is_refused() {
    let error = |kind: &str, body: &[u8]| post(kind, body).error();
    assert_eq!(error("image/png", b"x").0, 415);
    assert_eq!(ask("POST", "/v1/read", &[], b"x").status, 415);
    assert_eq!(error("application/json", b"{").0, 400);
    assert_eq!(error("application/json", br#"{"text": "a", "txt": "b"}"#).0, 400);
    assert_eq!(error("application/json", br#"{"text": "a", "html": "b"}"#).1, "give either `text` or `html`");
    assert!(error("application/json", br#"{"text": "a", "published": "soon"}"#).1.contains("no day"));
    let (status, told) = error("text/plain", b"\0\0\0\x01\x02PK\x03\x04");
    assert!(status == 422 && told.starts_with("the document: "), "{told}");
    assert_eq!(ask("POST", "/v1/read?annotations=yes", &[("content-type", "text/plain")], b"x").status, 400);
    let long = vec![b'a'; 10 * 1024 * 1024 + 1];
    let told = raw(&[
        format!("POST /v1/read HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: {}\r\n\r\n", host(), long.len())
            .as_bytes(),
        &long[..1000],
    ]
    .concat());
    assert_eq!(told.error(), (413, "the document has more than 10 MB".into()));
}

#[test]
fn other_hosts_and_other_sites_are_refused() {
    let port = SERVER.address.port();
    for name in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
        assert_eq!(
            ask("GET", "/v1/stats", &[("host", &format!("{name}:{port}"))], b"").status,
            200,
            "{name}"
        );
    }
    let evil = format!("evil.example:{port}");
    for name in ["evil.example", &evil, "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", ""] {
        assert_eq!(ask("GET", "/", &[("host", name)], b"").status, 421, "{name}");
    }
    assert_eq!(ask("GET", "/", &[("host", &host()), ("host", "evil.example")], b"").status, 421);
    assert_eq!(ask("GET", "http://evil.example/", &[], b"").status, 421);
    assert_eq!(raw(b"GET / HTTP/1.0\r\n\r\n").status, 421);
    let from = |name: &str, value: &str| {
        let headers = [("content-type", "text/plain"), (name, value)];
        ask("POST", "/v1/read", &headers, b"The mayor said it rains.").status
    };
    let own = format!("http://{}", host());
    assert_eq!(from("origin", &own), 200);
    for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", ""] {
        assert_eq!(from("origin", origin), 403, "{origin}");
    }
    assert_eq!(from("sec-fetch-site", "cross-site"), 403);
    assert_eq!(from("sec-fetch-site", "same-origin"), 200);
    assert_eq!(ask("OPTIONS", "/v1/read", &[("origin", "http://evil.example")], b"").status, 403);
}

#[test]
fn every_answer_says_what_a_page_may_do() {
    let paths = ["/", "/v1/stats", "/v1/nothing", "/assets/app.js", "/v1/search?limit=0"];
    let evil = ask("GET", "/", &[("host", "evil.example")], b"");
    for answer in paths.map(get).iter().chain([&evil]) {
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"));
        assert!(policy.ends_with("frame-ancestors 'none'"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
}

#[test]
fn the_reader_is_sent() {
    // The pages that the reader says it has, as patterns: `[/^\/report\/([^/]+)$/, reportPage],`.
    let app = include_str!("../web/src/app.ts");
    let patterns = app.lines().filter_map(|line| line.trim().strip_prefix("[/^")?.split_once("$/, "));
    let pages: Vec<String> =
        patterns.map(|(pattern, _)| pattern.replace("([^/]+)", "x").replace('\\', "")).collect();
    assert_eq!(pages.len(), 9, "{pages:?}");
    for path in pages.iter().map(String::as_str).chain(["/trace?words=a", "/actor/%E0%A4%A"]) {
        let shell = get(path);
        assert_eq!(shell.status, 200, "{path}");
        assert_eq!(shell.header("content-type"), Some("text/html; charset=utf-8"));
        assert!(shell.body.contains("/assets/app.js"));
    }
    let key = &SERVER.keys[0];
    assert!(get(&format!("/report/{key}")).body.contains(&format!("href=\"/plain/{key}\"")));
    let script = get("/assets/app.js");
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    let tag = script.header("etag").unwrap();
    let again = ask("GET", "/assets/app.js", &[("if-none-match", tag)], b"");
    assert_eq!((again.status, again.body.len()), (304, 0));
    let lost = ask("GET", "/no/such/page", &[("accept", "text/html,application/xhtml+xml,*/*;q=0.8")], b"");
    assert_eq!((lost.status, lost.body.contains("/assets/app.js")), (404, true));
    assert_eq!(get("/no/such/page").header("content-type"), Some("application/json"));
}

#[test]
fn a_hostile_report_is_shown_and_does_nothing() {
    let key = &SERVER.keys[1];
    for path in [
        format!("/plain/{key}"),
        "/plain/".into(),
        format!("/report/{key}"),
        "/report/%22%3E%3Cscript%3E".into(),
    ] {
        let page = get(&path).body;
        assert!(
            !page.contains("<script>") && !page.contains("<img") && !page.contains('\u{202e}'),
            "{path}: {page}"
        );
    }
    let page = get(&format!("/plain/{key}")).body;
    assert!(page.contains("&lt;img src=x onerror=alert(2)&gt;") && page.contains("Ivo Varga"), "{page}");
    for path in [
        format!("/v1/reports/{key}"),
        "/v1/search?words=threat".into(),
        "/v1/search?words=%3Cscript%3E".into(),
    ] {
        let answer = get(&path);
        assert_eq!(answer.header("content-type"), Some("application/json"));
        answer.json();
    }
}

#[test]
fn a_plain_page_has_the_notes_beside_their_words() {
    let page = get(&format!("/plain/{}", SERVER.keys[0])).body;
    let said = page.find("<b>Ada Holt").unwrap_or_else(|| panic!("{page}"));
    let (before, after) = (page.find("Mayor Ada Holt said").unwrap(), page.find("Soldiers of").unwrap());
    assert!(before < said && said < after, "{page}");
    assert!(page.contains("‹ Evening Courier") && page.contains("▷ future ASSAULT"), "{page}");
}

#[test]
fn the_document_of_the_interface_names_what_there_is() {
    let document = get("/v1/openapi.json").json();
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.len(), 11);
    for (path, methods) in paths {
        let path = path.replace("{key}", &SERVER.keys[0]).replace("{id}", "a1");
        let status = match methods.get("get") {
            Some(_) => {
                get(&format!("{path}{}", if path == "/v1/trace" { "?words=attack" } else { "" })).status
            }
            None => post("text/plain", b"The mayor said it rains.").status,
        };
        assert_eq!(status, 200, "{path}");
    }
}

#[test]
fn a_client_that_never_ends_its_head_is_left() {
    let mut stream = TcpStream::connect(SERVER.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nhost: ").unwrap();
    let mut answer = Vec::new();
    // The server closes after ten seconds, with or without a word.
    let _ = stream.read_to_end(&mut answer);
    assert!(!String::from_utf8_lossy(&answer).contains("200 OK"));
    assert_eq!(
        raw(&[b"GET /", "a".repeat(80_000).as_bytes(), b" HTTP/1.1\r\n\r\n"].concat()).status / 100,
        4
    );
}
