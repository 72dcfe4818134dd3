//! What is asked: words, names and keys out of the server's own answers, in the proportions of people who search, open and trace.

use serde_json::Value;

use super::http::Client;
use crate::Stopped;
use crate::random::Random;

/// Kinds of requests, and how many of a hundred each is.
pub(crate) const KINDS: [(&str, usize); 6] =
    [("search", 45), ("report", 30), ("trace", 12), ("actor", 5), ("timeline", 4), ("map", 4)];

/// Pages of the search that material is drawn from.
const PAGES: usize = 20;

/// One request.
#[derive(Clone)]
pub(crate) struct Request {
    /// Which of [`KINDS`].
    pub(crate) kind: usize,
    /// Path and query.
    pub(crate) path: String,
}

/// What the store has, as far as it has been looked at.
#[derive(Default)]
struct Material {
    keys: Vec<String>,
    /// What is said, and what is done.
    words: Vec<String>,
    speakers: Vec<String>,
    actors: Vec<String>,
    places: Vec<String>,
}

/// So many requests, the same for the same store and seed; of so many different ones, if that is told.
pub(crate) fn requests(
    client: &mut Client,
    seed: u64,
    count: usize,
    different: Option<usize>,
) -> Result<Vec<Request>, Stopped> {
    let material = material(client)?;
    let mut random = Random::new(seed);
    let stock: Vec<Request> =
        (0..different.unwrap_or(count)).map(|_| request(&material, &mut random)).collect();
    if different.is_none() {
        return Ok(stock);
    }
    let shares = shares(stock.len());
    Ok((0..count).filter_map(|_| stock.get(drawn(&shares, &mut random)).cloned()).collect())
}

/// 1/1, 1/1 + 1/2, …: Zipf's law.
fn shares(count: usize) -> Vec<f64> {
    let mut sum = 0.0;
    (1..=count)
        .map(|rank| {
            sum += 1.0 / rank as f64;
            sum
        })
        .collect()
}

fn drawn(shares: &[f64], random: &mut Random) -> usize {
    let all = shares.last().copied().unwrap_or_default();
    let at = random.below(1 << 30) as f64 / (1_u64 << 30) as f64 * all;
    shares.partition_point(|share| *share <= at)
}

fn material(client: &mut Client) -> Result<Material, Stopped> {
    let mut material = Material::default();
    let stats = ask(client, "/v1/stats")?;
    let days = stats.pointer("/days/1").and_then(Value::as_str).map(String::from);
    // Newest first, and from the middle too.
    for start in [days, stats.pointer("/days/0").and_then(Value::as_str).map(String::from)] {
        let to = start.map(|day| format!("&to={}", middle(&day))).unwrap_or_default();
        let mut after = String::new();
        for _ in 0..PAGES {
            let found = ask(client, &format!("/v1/search?limit=100{to}{after}"))?;
            hits(&found).for_each(|hit| material.add(hit));
            let Some(next) = found["next"].as_str() else { break };
            after = format!("&after={}", encoded(next));
        }
    }
    let actors = ask(client, "/v1/actors?limit=100")?;
    material.actors.extend(strings(&actors["actors"], "id"));
    match material.keys.is_empty() || material.words.is_empty() {
        true => Err(Stopped("the store holds nothing to ask for".into())),
        false => Ok(material),
    }
}

/// Up to the end of its year.
fn middle(day: &str) -> String {
    format!("{}-12-31", day.get(..4).unwrap_or("9999"))
}

fn ask(client: &mut Client, path: &str) -> Result<Value, Stopped> {
    let (status, body) = client.get(path).map_err(|error| Stopped(format!("{path}: {error}")))?;
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    match status {
        200 => Ok(body),
        _ => Err(Stopped(format!("{path}: {status} {}", body["error"]))),
    }
}

fn hits(found: &Value) -> impl Iterator<Item = &Value> {
    found["hits"].as_array().into_iter().flatten()
}

fn strings<'v>(list: &'v Value, field: &'v str) -> impl Iterator<Item = String> + 'v {
    list.as_array().into_iter().flatten().filter_map(move |one| one[field].as_str()).map(String::from)
}

impl Material {
    fn add(&mut self, hit: &Value) {
        self.keys.extend(hit["report"]["key"].as_str().map(String::from));
        self.words.extend(hit["words"].as_str().map(String::from));
        self.speakers.extend(strings(&hit["source"], "id"));
        self.places.extend(hit["place"]["geonameid"].as_u64().map(|id| id.to_string()));
    }
}

fn request(material: &Material, random: &mut Random) -> Request {
    let kind = kind(random);
    let path = match KINDS[kind].0 {
        "report" => format!("/v1/reports/{}", random.one_of(&material.keys)),
        "actor" if !material.actors.is_empty() => format!("/v1/actors/{}", random.one_of(&material.actors)),
        "trace" => format!("/v1/trace?words={}", words(material, random, 3)),
        "timeline" => format!("/v1/timeline?words={}", words(material, random, 2)),
        "map" => format!("/v1/map?words={}", words(material, random, 2)),
        _ => search(material, random),
    };
    Request { kind, path }
}

fn kind(random: &mut Random) -> usize {
    let mut left = random.below(100);
    let fits = |(_, share): &(&str, usize)| {
        let here = left < *share;
        left = left.saturating_sub(*share);
        here
    };
    KINDS.iter().position(fits).unwrap_or_default()
}

fn search(material: &Material, random: &mut Random) -> String {
    let count = 1 + random.below(3);
    let mut path = format!("/v1/search?words={}", words(material, random, count));
    match random.below(6) {
        0 if !material.speakers.is_empty() => {
            path.push_str(&format!("&speaker={}", random.one_of(&material.speakers)));
        }
        1 if !material.places.is_empty() => {
            path.push_str(&format!("&place={}", random.one_of(&material.places)));
        }
        2 => path.push_str("&status=actual"),
        3 => path.push_str("&type=ASSAULT"),
        _ => {}
    }
    path
}

/// So many words that stand side by side.
fn words(material: &Material, random: &mut Random, count: usize) -> String {
    let text = random.one_of(&material.words);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).collect();
    let start = random.below(words.len().saturating_sub(count) + 1);
    encoded(&words.iter().skip(start).take(count).copied().collect::<Vec<_>>().join(" "))
}

/// For a query string.
fn encoded(words: &str) -> String {
    words
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{KINDS, drawn, encoded, kind, shares};
    use crate::random::Random;

    #[test]
    fn kinds_are_drawn_in_their_proportions() {
        assert_eq!(KINDS.iter().map(|(_, share)| share).sum::<usize>(), 100);
        let mut random = Random::new(1);
        let mut drawn = [0; KINDS.len()];
        (0..10_000).for_each(|_| drawn[kind(&mut random)] += 1);
        for ((name, share), drawn) in KINDS.iter().zip(drawn) {
            assert!((share * 80..share * 120).contains(&drawn), "{name}: {drawn}");
        }
    }

    #[test]
    fn the_first_is_asked_most() {
        let shares = shares(3);
        let mut random = Random::new(1);
        let mut asked = [0; 3];
        (0..11_000).for_each(|_| asked[drawn(&shares, &mut random)] += 1);
        // 6 : 3 : 2.
        assert!(
            asked
                .iter()
                .zip([6_000, 3_000, 2_000])
                .all(|(asked, due)| due * 9 < asked * 10 && asked * 9 < due * 10)
        );
    }

    #[test]
    fn queries_are_encoded() {
        assert_eq!(encoded("a b&c“"), "a%20b%26c%E2%80%9C");
    }
}
