//! What is known of a page: titles, day, outlet, author, language; from JSON-LD, meta elements, microdata, `<time>`, the URL and the page itself.

use super::blocks::Block;
use super::dom::{Dom, Id, Kind};
use super::jsonld::{self, Linked};
use super::tags::{Attr, Tag};
use super::words;
use crate::dates;
use sayso_record::Date;
use std::ops::Range;

/// A value in a meta element.
#[derive(Debug, Clone)]
pub(crate) struct Meta {
    /// `property`, `name` or `itemprop`, in lower case.
    key: String,
    /// `content`, decoded.
    value: String,
    /// Where the content stands on the page, entities not decoded.
    range: Range<u32>,
}

/// All a page says of itself.
#[derive(Debug, Default)]
pub(crate) struct About {
    metas: Vec<Meta>,
    /// JSON-LD.
    pub(crate) linked: Linked,
    /// The `<title>`, where it stands.
    pub(crate) title: Option<Range<u32>>,
    /// Days in `<time>` and microdata, best first.
    days: Vec<Stamp>,
    language: Option<String>,
}

/// A day with how it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    day: Date,
    /// It was written in UTC, so the day at the outlet may be another.
    utc: bool,
}

/// Reads the page.
pub(crate) fn about(page: &str, dom: &Dom, blocks: &[Block]) -> About {
    let scripts: Vec<&str> = dom
        .elements(Tag::Script)
        .filter(|&id| is_linked_data(dom, id))
        .filter_map(|id| raw(page, dom, id))
        .collect();
    About {
        metas: metas(dom),
        linked: jsonld::read(&scripts),
        title: dom.elements(Tag::Title).find_map(|id| dom.texts(id).next().filter(|_| outside_svg(dom, id))),
        days: times(page, dom, blocks),
        language: dom.attr(0, Attr::Lang).or_else(|| dom.attr(0, Attr::XmlLang)).map(str::to_owned),
    }
}

fn is_linked_data(dom: &Dom, id: Id) -> bool {
    dom.attr(id, Attr::Type).is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
}

fn raw<'p>(page: &'p str, dom: &Dom, id: Id) -> Option<&'p str> {
    dom.texts(id).next().map(|range| &page[range.start as usize..range.end as usize])
}

fn outside_svg(dom: &Dom, id: Id) -> bool {
    !dom.ancestors(id).any(|above| dom.tag(above) == Some(Tag::Svg))
}

fn metas(dom: &Dom) -> Vec<Meta> {
    let read = |id: Id| {
        let key = [Attr::Property, Attr::Name, Attr::Itemprop].iter().find_map(|&attr| dom.attr(id, attr))?;
        let value = dom.attr(id, Attr::Content)?.trim();
        let range = dom.attr_range(id, Attr::Content)?;
        (!value.is_empty()).then(|| Meta {
            key: key.trim().to_ascii_lowercase(),
            value: value.to_owned(),
            range,
        })
    };
    dom.elements(Tag::Meta).filter_map(read).collect()
}

/// Meta elements for the day of publication, the surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "dc:date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article_date_original",
    "originalpublicationdate",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published_time_telegram",
    "shareaholic:article_published_time",
    "rnews:datepublished",
    "ptime",
    "displaydate",
    "created",
    "datecreated",
    "date.created",
    "bt:pubdate",
    "timestamp",
    "article.created",
    "last-published",
    "pub_date",
    "og:pubdate",
    "weibo:article:create_at",
    "buildtime",
    "releasedate",
    "dcterms.available",
    "eomportal-lastupdate",
];

/// Meta elements for the day of the last change.
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "modified",
    "lastmod",
    "dc.date.modified",
    "revised",
];

/// Meta elements for the name of the outlet.
const OUTLET: &[&str] =
    &["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title"];

/// Meta elements for the author.
const AUTHOR: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
];

/// Meta elements for the title, the surest first.
const TITLE: &[&str] = &[
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "title",
    "headline",
    "citation_title",
];

impl About {
    fn all<'a>(&'a self, keys: &'a [&str]) -> impl Iterator<Item = &'a Meta> {
        keys.iter().flat_map(|key| self.metas.iter().filter(move |meta| meta.key == *key))
    }

    /// Titles in meta elements: words, and where they stand.
    pub(crate) fn titles(&self) -> impl Iterator<Item = (&str, Range<u32>)> {
        self.all(TITLE).map(|meta| (meta.value.as_str(), meta.range.clone()))
    }

    /// Name of the outlet.
    pub(crate) fn outlet(&self) -> Option<String> {
        let named = self.all(OUTLET).map(|meta| meta.value.clone()).next();
        named.or_else(|| self.linked.publisher.clone()).filter(|name| name.len() < 100)
    }

    /// Names of the authors.
    pub(crate) fn authors(&self) -> Vec<String> {
        let meta = || {
            self.all(AUTHOR).map(|meta| meta.value.clone()).filter(|name| !name.starts_with("http")).collect()
        };
        if self.linked.authors.is_empty() { meta() } else { self.linked.authors.clone() }
    }

    /// Primary subtag of the language the page declares.
    pub(crate) fn language(&self) -> Option<String> {
        let meta = || {
            self.all(&["content-language", "language", "dc.language", "og:locale"])
                .map(|meta| meta.value.clone())
                .next()
        };
        let declared = self.language.clone().or_else(meta).or_else(|| self.linked.language.clone())?;
        let primary = declared.split(['-', '_', ',']).next()?.trim().to_ascii_lowercase();
        (matches!(primary.len(), 2 | 3) && primary.chars().all(|c| c.is_ascii_lowercase())).then_some(primary)
    }

    /// The day of publication: what the page declares, then what its URL and its lines show; the day of a change only as the last resort.
    pub(crate) fn published(&self, url: Option<&str>, lines: &[&Block]) -> Option<Date> {
        let declared = self
            .linked
            .published
            .as_deref()
            .into_iter()
            .chain(self.all(PUBLISHED).map(|meta| meta.value.as_str()))
            .filter_map(stamp);
        let canonical = self.all(&["og:url"]).map(|meta| meta.value.as_str());
        let in_url =
            url.into_iter().chain(canonical).find_map(dates::in_url).map(|day| Stamp { day, utc: false });
        let stamps: Vec<Stamp> = declared.chain(self.days.iter().copied()).chain(in_url).collect();
        let visible = || visible_day(lines);
        let modified = || {
            self.linked
                .modified
                .as_deref()
                .into_iter()
                .chain(self.all(MODIFIED).map(|meta| meta.value.as_str()))
                .find_map(stamp)
        };
        local(&stamps).or_else(visible).or_else(|| modified().map(|stamp| stamp.day))
    }
}

/// The first day; where that is in UTC and another says the day before or after in local time, that one.
fn local(stamps: &[Stamp]) -> Option<Date> {
    let first = *stamps.first()?;
    let near = |other: &&Stamp| {
        !other.utc
            && [other.day.tomorrow(), other.day.yesterday()].iter().flatten().any(|day| *day == first.day)
    };
    let better = stamps
        .iter()
        .find(near)
        .filter(|_| first.utc && !stamps[1..].iter().any(|other| !other.utc && other.day == first.day));
    Some(better.map_or(first.day, |other| other.day))
}

fn stamp(words: &str) -> Option<Stamp> {
    let words = words.trim();
    let day =
        dates::iso(words).or_else(|| dates::find(words)).filter(|day| (1990..=2100).contains(&day.year()))?;
    Some(Stamp {
        day,
        utc: words.ends_with('Z')
            || words.ends_with("+00:00")
            || words.ends_with("+0000")
            || words.ends_with("UTC"),
    })
}

/// Days in `<time>` elements and microdata outside lists of other reports: those named as the day of publication first.
fn times(page: &str, dom: &Dom, blocks: &[Block]) -> Vec<Stamp> {
    let foreign = foreign_homes(blocks);
    let mut found: Vec<(u8, Stamp)> = Vec::new();
    for id in dom.ids() {
        let Kind::Element(tag, _) = dom.node(id).kind else { continue };
        let prop = dom.attr(id, Attr::Itemprop).unwrap_or_default();
        let rank = match () {
            () if prop.contains("datePublished") => 0,
            () if tag == Tag::Time && (dom.attr(id, Attr::Pubdate).is_some() || named_published(dom, id)) => {
                1
            }
            () if tag == Tag::Time => 2,
            () => continue,
        };
        let stamped =
            [Attr::Content, Attr::Datetime].iter().find_map(|&attr| dom.attr(id, attr)).and_then(stamp);
        let written = || stamp(&words::of_ranges(page, dom.texts(id)));
        let elsewhere =
            dom.ancestors(id).any(|above| foreign.binary_search(&above).is_ok() || elsewhere(dom, above));
        let changed = prop.contains("dateModified") || named_changed(dom, id);
        if let Some(stamp) = stamped.or_else(written).filter(|_| !changed && (rank == 0 || !elsewhere)) {
            found.push((rank, stamp));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, stamp)| stamp).collect()
}

/// Elements that are blocks of other things than the report.
fn foreign_homes(blocks: &[Block]) -> Vec<Id> {
    let mut homes: Vec<Id> = blocks
        .iter()
        .filter(|block| block.side.foreign && block.link_share() > 0.5)
        .map(|block| block.home)
        .collect();
    homes.sort_unstable();
    homes.dedup();
    homes
}

fn elsewhere(dom: &Dom, id: Id) -> bool {
    matches!(dom.tag(id), Some(Tag::Aside | Tag::Nav | Tag::Footer | Tag::Li))
        || [Attr::Class, Attr::Id].iter().filter_map(|&attr| dom.attr(id, attr)).any(|names| {
            let names = names.to_ascii_lowercase();
            ["related", "comment", "sidebar", "recommend", "teaser", "widget-area", "most-read", "popular"]
                .iter()
                .any(|part| names.contains(part))
        })
}

fn named_published(dom: &Dom, id: Id) -> bool {
    dom.attr(id, Attr::Class).is_some_and(|names| {
        let names = names.to_ascii_lowercase();
        names.contains("publish") || names.contains("entry-date") || names.contains("post-date")
    })
}

fn named_changed(dom: &Dom, id: Id) -> bool {
    dom.attr(id, Attr::Class).is_some_and(|names| {
        let names = names.to_ascii_lowercase();
        (names.contains("updated") || names.contains("modified")) && !names.contains("publish")
    })
}

/// The day of a line of the page that is nothing but a date, or short and holds one.
fn visible_day(lines: &[&Block]) -> Option<Date> {
    let recent = |day: &Date| (1995..=2100).contains(&day.year());
    let line = |block: &&&Block| block.words.len() <= 120 && !block.side.foreign;
    let whole = lines.iter().filter(line).find_map(|block| dates::line(&block.words).filter(recent));
    let part = || {
        lines
            .iter()
            .filter(line)
            .filter(|block| block.words.len() <= 80)
            .find_map(|block| dates::find(&block.words).filter(recent))
    };
    whole.or_else(part)
}
