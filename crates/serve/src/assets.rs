//! Files of the web reader, part of the program. Each is compressed once, at the start, and a browser that has it is told so.

use std::io::Write;

use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// A file, its address and its media type.
pub(crate) struct File {
    /// Address.
    pub(crate) path: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
}

macro_rules! files {
    ($($path:literal $media_type:literal)*) => {
        &[$(File {
            path: concat!("/", $path),
            media_type: $media_type,
            bytes: include_bytes!(concat!("../web/dist/", $path)),
        },)*]
    };
}

/// All files but the shell.
pub(crate) const FILES: &[File] = files! {
    "LICENSES.txt" "text/plain; charset=utf-8"
    "assets/app.css" "text/css; charset=utf-8"
    "assets/app.js" "text/javascript; charset=utf-8"
    "assets/icon.svg" "image/svg+xml"
    "assets/map.js" "text/javascript; charset=utf-8"
    "assets/network.js" "text/javascript; charset=utf-8"
    "assets/world-fine.json" "application/json"
    "assets/world.json" "application/json"
};

/// The page that all client-side routes begin with.
const SHELL: &str = include_str!("../web/dist/index.html");

/// The files, ready to be sent.
pub(crate) struct Assets {
    files: Vec<Packed>,
}

impl Assets {
    /// Compresses them.
    pub(crate) fn new() -> Self {
        Assets { files: FILES.iter().map(|file| Packed::new(file.media_type, file.bytes.into())).collect() }
    }

    /// The file at this place of [`FILES`].
    pub(crate) fn file(&self, at: usize, headers: &HeaderMap) -> Response {
        self.files[at].answer(headers)
    }

    /// The shell, which leads to the plain page of this report.
    #[expect(clippy::unused_self, reason = "the shell is one of the files")]
    pub(crate) fn shell(&self, key: Option<&str>, headers: &HeaderMap) -> Response {
        let plain = format!("href=\"/plain/{}\"", key.unwrap_or_default());
        let page = SHELL.replace("href=\"/plain/\"", &plain);
        Packed::new("text/html; charset=utf-8", page.into_bytes().into()).answer(headers)
    }
}

struct Packed {
    media_type: &'static str,
    plain: std::borrow::Cow<'static, [u8]>,
    /// Where it is smaller.
    gzip: Option<Vec<u8>>,
    tag: HeaderValue,
}

impl Packed {
    fn new(media_type: &'static str, plain: std::borrow::Cow<'static, [u8]>) -> Self {
        let gzip = Some(gzip(&plain)).filter(|gzip| plain.len() > 1024 && gzip.len() < plain.len());
        let tag = tag(&plain);
        Packed { media_type, plain, gzip, tag }
    }

    fn answer(&self, asked: &HeaderMap) -> Response {
        let known = asked.get_all(IF_NONE_MATCH).iter().any(|tags| names(tags, &self.tag));
        let mut response = match &self.gzip {
            _ if known => StatusCode::NOT_MODIFIED.into_response(),
            Some(gzip) if takes_gzip(asked) => ([(CONTENT_ENCODING, "gzip")], gzip.clone()).into_response(),
            _ => self.plain.to_vec().into_response(),
        };
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        // The names stay while the program changes, so every use asks.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(ETAG, self.tag.clone());
        response
    }
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let written = packed.write_all(plain).and_then(|()| packed.finish());
    written.expect("a vector takes every write")
}

/// A weak one, because it is the same for both encodings.
fn tag(plain: &[u8]) -> HeaderValue {
    let hash = Sha256::digest(plain);
    let digits: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("W/\"{digits}\"")).expect("a tag is ASCII")
}

fn names(tags: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(tags), Ok(tag)) = (tags.to_str(), tag.to_str()) else { return false };
    tags.split(',').map(str::trim).any(|one| one == "*" || one == tag)
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let values = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut encodings = values.flat_map(|value| value.split(','));
    encodings.any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim_matches(['0', '.']).is_empty());
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::{
        ACCEPT_ENCODING, Assets, CONTENT_ENCODING, ETAG, FILES, HeaderMap, IF_NONE_MATCH, StatusCode,
    };
    use std::path::{Path, PathBuf};

    fn within(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { within(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn the_table_is_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/dist");
        let mut there: Vec<String> = within(&folder)
            .iter()
            .map(|path| format!("/{}", path.strip_prefix(&folder).unwrap().display()))
            .filter(|path| path != "/index.html")
            .collect();
        there.sort();
        assert_eq!(there, FILES.iter().map(|file| file.path).collect::<Vec<_>>());
    }

    #[test]
    fn encodings_and_tags() {
        let assets = Assets::new();
        let at = FILES.iter().position(|file| file.path.ends_with(".css")).unwrap();
        let asked = |name, value: &str| HeaderMap::from_iter([(name, value.parse().unwrap())]);
        let packed = assets.file(at, &asked(ACCEPT_ENCODING, "br, gzip;q=0.5"));
        assert_eq!(packed.headers()[CONTENT_ENCODING], "gzip");
        for none in ["", "br", "gzip;q=0", "gzip;q=0.0"] {
            assert!(!assets.file(at, &asked(ACCEPT_ENCODING, none)).headers().contains_key(CONTENT_ENCODING));
        }
        let tag = packed.headers()[ETAG].to_str().unwrap();
        assert_eq!(assets.file(at, &asked(IF_NONE_MATCH, tag)).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(assets.file(at, &asked(IF_NONE_MATCH, "W/\"x\"")).status(), StatusCode::OK);
    }
}
