//! Plain text: nothing is cut, everything is sorted. Which line is the headline, which the date, which paragraphs are the report?

use crate::credits;
use crate::dateline::{self, Dateline};
use crate::dates;
use crate::decode::Decoded;
use crate::fold::fold;
use crate::furniture::{self, Line};
use crate::headline;
use crate::lines::{self, Unit};
use crate::masthead;
use crate::zones;
use crate::{Error, Input};
use sayso_record::{Article, Date, Document, Furniture, FurnitureKind};
use sayso_text::{Body, Slice, Span, Text};
use sha2::{Digest, Sha256};

/// Units among which furniture is looked for. No report has so many; a text that has them is read as body from there on.
const UNITS: usize = 100_000;

/// How many units from the top the headline, the byline and the date may stand.
const HEAD: usize = 12;

/// Sorts a plain text.
pub(crate) fn article(input: &Input, decoded: Decoded) -> Result<Article, Error> {
    let mut article = whole(input, decoded)?;
    let sorted = sort(&lines::units(article.text.whole()), input.title.as_deref());
    article.doubts.extend(missing_title(input, &sorted));
    article.published = article.published.or(sorted.date);
    article.outlet = article.outlet.or(sorted.outlet);
    (article.title, article.byline) = (sorted.title, sorted.byline);
    (article.body, article.furniture) = (sorted.body, sorted.furniture);
    Ok(article)
}

/// A plain text with all of its paragraphs as body.
pub(crate) fn whole(input: &Input, decoded: Decoded) -> Result<Article, Error> {
    let document = document(input, "text/plain", decoded.encoding);
    let text: Text<Body> =
        Text::new(decoded.text).map_err(|long| Error::new(&input.name, long.to_string()))?;
    Ok(Article {
        id: input.id.clone().unwrap_or_else(|| document.sha256.clone()),
        published: input.published,
        page_map: None,
        title: None,
        byline: None,
        outlet: input.outlet.clone(),
        language: language(text.as_str()),
        body: lines::units(text.whole()).iter().map(|unit| unit.slice.span()).collect(),
        furniture: Vec::new(),
        doubts: decoded.doubts,
        document,
        text,
    })
}

/// The bytes, described.
pub(crate) fn document(input: &Input, media_type: &str, encoding: &str) -> Document {
    let digest = Sha256::digest(&input.bytes);
    Document {
        uri: input.url.clone().or_else(|| Some(input.name.clone()).filter(|name| !name.is_empty())),
        media_type: media_type.into(),
        encoding: encoding.into(),
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: input.bytes.len() as u64,
    }
}

/// BCP 47 code of the language in which most of a text is written, where that is clear.
pub(crate) fn language(words: &str) -> Option<String> {
    let end = words.char_indices().nth(4000).map_or(words.len(), |(at, _)| at);
    let info = whatlang::detect(&words[..end])?;
    let clear = info.is_reliable() || info.confidence() > 0.5;
    clear
        .then(|| {
            LANGUAGES.iter().find(|(three, _)| *three == info.lang().code()).map(|&(_, two)| two.to_owned())
        })
        .flatten()
}

/// ISO 639-3 codes of the detector to BCP 47.
const LANGUAGES: &[(&str, &str)] = &[
    ("eng", "en"),
    ("deu", "de"),
    ("fra", "fr"),
    ("spa", "es"),
    ("ita", "it"),
    ("por", "pt"),
    ("nld", "nl"),
    ("rus", "ru"),
    ("ukr", "uk"),
    ("pol", "pl"),
    ("tur", "tr"),
    ("ara", "ar"),
    ("pes", "fa"),
    ("heb", "he"),
    ("cmn", "zh"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("hin", "hi"),
    ("ben", "bn"),
    ("urd", "ur"),
    ("swe", "sv"),
    ("dan", "da"),
    ("nob", "nb"),
    ("fin", "fi"),
    ("ces", "cs"),
    ("slk", "sk"),
    ("hun", "hu"),
    ("ron", "ro"),
    ("bul", "bg"),
    ("srp", "sr"),
    ("hrv", "hr"),
    ("slv", "sl"),
    ("ell", "el"),
    ("vie", "vi"),
    ("tha", "th"),
    ("ind", "id"),
    ("cat", "ca"),
    ("est", "et"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mkd", "mk"),
    ("bel", "be"),
    ("kat", "ka"),
    ("hye", "hy"),
    ("aze", "az"),
    ("uzb", "uz"),
    ("tgl", "tl"),
    ("jav", "jv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("mar", "mr"),
    ("guj", "gu"),
    ("kan", "kn"),
    ("mal", "ml"),
    ("pan", "pa"),
    ("ori", "or"),
    ("nep", "ne"),
    ("sin", "si"),
    ("khm", "km"),
    ("mya", "my"),
    ("amh", "am"),
    ("afr", "af"),
    ("zul", "zu"),
    ("sna", "sn"),
    ("aka", "ak"),
    ("yid", "yi"),
    ("epo", "eo"),
    ("lat", "la"),
    ("tuk", "tk"),
    ("cym", "cy"),
];

/// The parts of a text, by their spans.
#[derive(Debug, Default)]
pub(crate) struct Sorted {
    /// The headline.
    pub(crate) title: Option<Span<Body>>,
    /// The line that names the author.
    pub(crate) byline: Option<Span<Body>>,
    /// The day of the date line, else of the dateline.
    pub(crate) date: Option<Date>,
    /// The name in the masthead, else the agency of the dateline, which wrote what no masthead claims.
    pub(crate) outlet: Option<String>,
    /// The paragraphs of the report.
    pub(crate) body: Vec<Span<Body>>,
    /// The rest.
    pub(crate) furniture: Vec<Furniture>,
}

impl Sorted {
    /// A paragraph of the report, without the credit at the end of a caption.
    fn paragraph(&mut self, slice: Slice<'_, Body>) {
        let cut = credits::begins(slice.as_str())
            .and_then(|at| Some((slice.get(0..at)?, slice.get(at..slice.len())?)));
        let Some((words, credit)) = cut else { return self.body.push(slice.span()) };
        self.body.push(words.trim().span());
        self.furniture.push(Furniture { span: credit.span(), kind: FurnitureKind::Caption });
    }
}

fn sort(units: &[Unit<'_>], given: Option<&str>) -> Sorted {
    let lines = furniture::lines(&units[..units.len().min(UNITS)]);
    let mut kinds: Vec<Option<FurnitureKind>> = lines.iter().map(furniture::alone).collect();
    furniture::together(&lines, &mut kinds, None);
    let masthead = masthead::find(&lines, &kinds, |at| headline(&lines, at));
    if let Some(at) = masthead {
        kinds[at] = Some(FurnitureKind::Other);
    }
    let title = title(&lines, &kinds, given, masthead.is_some());
    if let Some(title) = title {
        kinds[title] = None;
    }
    furniture::together(&lines, &mut kinds, title);
    zones::mark(&lines, &mut kinds, title);
    let byline = byline(&lines, title);
    let told = dateline(&lines, &kinds, title);
    let named = masthead.map(|at| lines[at].words).or(told.agency);
    let mut sorted = Sorted {
        date: date(&lines, masthead.or(title)).or(told.day),
        outlet: named.map(str::to_owned),
        title: title.map(|at| units[at].slice.span()),
        byline: byline.map(|at| units[at].slice.span()),
        ..Sorted::default()
    };
    for (at, unit) in units.iter().enumerate().filter(|(at, _)| Some(*at) != title) {
        let signed = (Some(at) == byline).then_some(FurnitureKind::Other);
        let kind = kinds.get(at).copied().flatten().or(signed);
        match kind.filter(|&kind| kind != FurnitureKind::Caption || !credits::is_labelled(&unit.slice)) {
            Some(kind) => sorted.furniture.push(Furniture { span: unit.slice.span(), kind }),
            None => sorted.paragraph(unit.slice),
        }
    }
    sorted
}

/// The headline: the given title where a line holds it, else the first line that is no furniture, if it could be one.
fn title(
    lines: &[Line<'_>],
    kinds: &[Option<FurnitureKind>],
    given: Option<&str>,
    masthead: bool,
) -> Option<usize> {
    let named = given.map(fold).filter(|given| !given.is_empty());
    if let Some(at) = named.and_then(|given| lines.iter().position(|line| line.folded == given)) {
        return Some(at);
    }
    // A day between masthead and headline is no headline.
    let open = |&at: &usize| {
        (kinds[at].is_none() || headline::is_of_genre(&lines[at]))
            && !(masthead && dates::line(lines[at].words).is_some())
    };
    let begins = |at: &usize| open(at) && headline::is_paragraph(&lines[*at]);
    let first = (0..lines.len()).find(begins).unwrap_or(lines.len());
    let (mottoes, candidates): (Vec<usize>, Vec<usize>) = (0..first)
        .filter(|at| open(at) && headline(lines, *at))
        .take(HEAD)
        .partition(|&at| is_motto(&lines[at]));
    let candidates = if candidates.is_empty() { mottoes } else { candidates };
    let report = headline::Report::new(lines, kinds);
    headline::choose(lines, &report, &candidates).map(|(at, _)| at)
}

/// `ships, mostly other people's` above a headline: what the outlet says of itself.
fn is_motto(line: &Line<'_>) -> bool {
    line.words.starts_with(char::is_lowercase)
}

/// It could be a headline, it names no day or author, and something follows it.
fn headline(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let follows = lines.len() > at + 1;
    let bullet = line.words.starts_with(['-', '*', '•', '–']);
    let short = line.count <= 25 && !line.words.ends_with(':');
    let wrapped = || line.count >= 8 && is_motto(&lines[at + 1]) && !headline::is_of_page(&lines[at + 1]);
    follows
        && !wrapped()
        && short
        && !bullet
        && furniture::like_headline(line)
        && !is_byline(line)
        && dates::line(line.words).is_none()
}

/// Words that open a byline.
const BY: &[&str] = &[
    "by ",
    "from ",
    "von ",
    "par ",
    "por ",
    "text von ",
    "written by ",
    "reported by ",
    "author ",
    "story by ",
];

/// `By Jane Doe`, `By Jane Doe and John Roe, Example News`: a few capitalised names after "by", and no sentence.
fn is_byline(line: &Line<'_>) -> bool {
    let opens =
        BY.iter().any(|by| line.folded.starts_with(by)) && line.words.starts_with(char::is_alphabetic);
    let lower = |word: &&str| {
        word.starts_with(char::is_lowercase)
            && ![
                "and", "und", "et", "y", "in", "of", "for", "de", "van", "von", "der", "al", "bin", "the",
                "by",
            ]
            .contains(word)
    };
    opens
        && (2..=14).contains(&line.count)
        && !line.stop
        && !line.words.split_whitespace().skip(1).any(|word| lower(&word))
}

fn byline(lines: &[Line<'_>], title: Option<usize>) -> Option<usize> {
    let from = title.map_or(0, |at| at + 1);
    (from..lines.len().min(from + HEAD)).take_while(|&at| !lines[at].prose).find(|&at| is_byline(&lines[at]))
}

/// The day of a date line below the masthead or the headline; one that only says when the text was updated counts last.
fn date(lines: &[Line<'_>], below: Option<usize>) -> Option<Date> {
    let from = below.map_or(0, |at| at + 1);
    let head = &lines[from.min(lines.len())..lines.len().min(from + HEAD)];
    let days = head.iter().filter_map(|line| Some((line, dates::line(line.words)?)));
    let updated =
        |line: &Line<'_>| line.folded.starts_with("updated") || line.folded.starts_with("last updated");
    let (fresh, late): (Vec<_>, Vec<_>) = days.partition(|(line, _)| !updated(line));
    fresh.first().or(late.first()).map(|&(_, date)| date)
}

/// The dateline of the first paragraph, or of a line above it.
fn dateline<'t>(lines: &[Line<'t>], kinds: &[Option<FurnitureKind>], title: Option<usize>) -> Dateline<'t> {
    let from = title.map_or(0, |at| at + 1);
    let head = (from..lines.len().min(from + HEAD)).filter(|&at| kinds[at].is_none());
    let first = head.clone().find(|&at| lines[at].prose).unwrap_or(usize::MAX);
    head.take_while(|&at| at <= first).find_map(|at| dateline::of(lines[at].words)).unwrap_or_default()
}

fn missing_title(input: &Input, sorted: &Sorted) -> Option<String> {
    let given = input.title.as_deref().filter(|title| !title.trim().is_empty())?;
    sorted.title.is_none().then(|| format!("the given title does not stand in the text: {given}"))
}
