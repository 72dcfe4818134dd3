//! What is known of a page: titles, day, outlet, author, language; from JSON-LD, meta elements, microdata, `<time>`, the URL and the page itself.

use super::blocks::{Block, Cut};
use super::days::{self, Stamp};
use super::dom::{Dom, Id};
use super::jsonld::{self, Linked};
use super::tags::{Attr, Tag};
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
    /// Days in elements that are named after dates.
    named_days: Vec<Stamp>,
    language: Option<String>,
}

/// Reads the page.
pub(crate) fn about(page: &str, dom: &Dom, cut: &Cut) -> About {
    let scripts: Vec<&str> = dom
        .elements(Tag::Script)
        .filter(|&id| is_linked_data(dom, id))
        .filter_map(|id| raw(page, dom, id))
        .collect();
    let (days, named_days) = days::shown(page, dom, cut);
    About {
        metas: metas(dom),
        linked: jsonld::read(&scripts),
        title: dom.elements(Tag::Title).find_map(|id| dom.texts(id).next().filter(|_| outside_svg(dom, id))),
        days,
        named_days,
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
    "bt:pubdate",
    "article.created",
    "pub_date",
    "og:pubdate",
    "weibo:article:create_at",
];

/// Meta elements that say "date" and leave open of what; what the page shows goes before them.
const DATED: &[&str] = &[
    "dc.date",
    "dcterms.date",
    "dc:date",
    "date",
    "created",
    "datecreated",
    "date.created",
    "timestamp",
    "buildtime",
    "releasedate",
    "dcterms.available",
    "eomportal-lastupdate",
    "last-published",
    "ptime",
    "displaydate",
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
        let metas = self.all(PUBLISHED).map(|meta| meta.value.as_str());
        let declared = metas.chain(self.linked.published.as_deref()).filter_map(days::stamp);
        let canonical = self.all(&["og:url"]).map(|meta| meta.value.as_str());
        let in_url = url.into_iter().chain(canonical).find_map(dates::in_url).map(Stamp::local);
        let stamps: Vec<Stamp> = declared.chain(self.days.iter().copied()).chain(in_url).collect();
        let dated = || self.all(DATED).find_map(|meta| days::stamp(&meta.value)).map(|stamp| stamp.day);
        let line = || lines.iter().find_map(|block| days::line(&block.words));
        let part = || lines.iter().find_map(|block| days::part(&block.words));
        let named = || days::local(&self.named_days);
        let shown = days::local(&stamps).or_else(line).or_else(dated).or_else(named);
        shown.or_else(part).or_else(|| self.modified())
    }

    fn modified(&self) -> Option<Date> {
        let metas = self.all(MODIFIED).map(|meta| meta.value.as_str());
        let stamp = self.linked.modified.as_deref().into_iter().chain(metas).find_map(days::stamp)?;
        Some(stamp.day)
    }
}
