//! What names of classes and ids give away: `article-body` holds the report, `related-posts` does not.

use super::dom::{Dom, Id};
use super::tags::{Attr, Tag};

/// What the names of an element say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// It holds the report.
    Report,
    /// It holds something else.
    Other,
    /// It says something about the report: when, by whom, about what.
    Info,
    /// A caption or credit.
    Caption,
    /// The words under the headline that sum the report up.
    Summary,
    /// The author's line.
    Byline,
}

/// Words in names, in alphabetical order. A word with a hyphen stands for two words that follow each other.
const WORDS: &[(&str, Hint)] = &[
    ("ad", Hint::Other),
    ("ad-block", Hint::Other),
    ("ad-container", Hint::Other),
    ("ad-slot", Hint::Other),
    ("ad-wrapper", Hint::Other),
    ("ads", Hint::Other),
    ("adsbygoogle", Hint::Other),
    ("adslot", Hint::Other),
    ("adunit", Hint::Other),
    ("advert", Hint::Other),
    ("advertisement", Hint::Other),
    ("advertising", Hint::Other),
    ("advertorial", Hint::Other),
    ("also-like", Hint::Other),
    ("also-read", Hint::Other),
    ("anzeige", Hint::Other),
    ("article-body", Hint::Report),
    ("article-content", Hint::Report),
    ("article-dek", Hint::Summary),
    ("article-info", Hint::Info),
    ("article-meta", Hint::Info),
    ("article-tags", Hint::Info),
    ("article-text", Hint::Report),
    ("articlebody", Hint::Report),
    ("author", Hint::Byline),
    ("author-bio", Hint::Other),
    ("author-box", Hint::Other),
    ("author-card", Hint::Other),
    ("author-info", Hint::Info),
    ("author-profile", Hint::Other),
    ("authors", Hint::Byline),
    ("bio", Hint::Other),
    ("body-content", Hint::Report),
    ("body-copy", Hint::Report),
    ("body-text", Hint::Report),
    ("breadcrumb", Hint::Other),
    ("breadcrumbs", Hint::Other),
    ("byline", Hint::Byline),
    ("caption", Hint::Caption),
    ("carousel", Hint::Other),
    ("comentarios", Hint::Other),
    ("comment", Hint::Other),
    ("comment-list", Hint::Other),
    ("commentaires", Hint::Other),
    ("commentlist", Hint::Other),
    ("comments", Hint::Other),
    ("comments-area", Hint::Other),
    ("compartir", Hint::Other),
    ("consent", Hint::Other),
    ("content-body", Hint::Report),
    ("cookie", Hint::Other),
    ("cookiebar", Hint::Other),
    ("cookies", Hint::Other),
    ("copyright", Hint::Other),
    ("credit", Hint::Caption),
    ("credits", Hint::Caption),
    ("crosshead", Hint::Report),
    ("dek", Hint::Summary),
    ("dfp", Hint::Other),
    ("disclaimer", Hint::Other),
    ("disqus", Hint::Other),
    ("donate", Hint::Other),
    ("donation", Hint::Other),
    ("entry-content", Hint::Report),
    ("entry-meta", Hint::Info),
    ("footer", Hint::Other),
    ("gallery", Hint::Other),
    ("gdpr", Hint::Other),
    ("googleads", Hint::Other),
    ("intro", Hint::Summary),
    ("jp-relatedposts", Hint::Other),
    ("kicker", Hint::Info),
    ("kommentar", Hint::Other),
    ("kommentare", Hint::Other),
    ("latest-news", Hint::Other),
    ("latest-posts", Hint::Other),
    ("lead", Hint::Summary),
    ("livestream", Hint::Other),
    ("liveticker-teaser", Hint::Other),
    ("login", Hint::Other),
    ("masthead", Hint::Other),
    ("meistgelesen", Hint::Other),
    ("menu", Hint::Other),
    ("meta", Hint::Info),
    ("metadata", Hint::Info),
    ("modal", Hint::Other),
    ("more-from", Hint::Other),
    ("more-on", Hint::Other),
    ("more-stories", Hint::Other),
    ("most-commented", Hint::Other),
    ("most-popular", Hint::Other),
    ("most-read", Hint::Other),
    ("most-viewed", Hint::Other),
    ("nav", Hint::Other),
    ("navbar", Hint::Other),
    ("navi", Hint::Other),
    ("navigation", Hint::Other),
    ("newsletter", Hint::Other),
    ("newsletters", Hint::Other),
    ("newsticker", Hint::Other),
    ("next-article", Hint::Other),
    ("outbrain", Hint::Other),
    ("overlay", Hint::Other),
    ("page-footer", Hint::Other),
    ("pager", Hint::Other),
    ("pagination", Hint::Other),
    ("partage", Hint::Other),
    ("paywall-prompt", Hint::Other),
    ("player", Hint::Other),
    ("poll", Hint::Other),
    ("popular", Hint::Other),
    ("popup", Hint::Other),
    ("post-author", Hint::Other),
    ("post-body", Hint::Report),
    ("post-content", Hint::Report),
    ("post-meta", Hint::Info),
    ("post-navigation", Hint::Other),
    ("post-tags", Hint::Info),
    ("print-only", Hint::Other),
    ("promo", Hint::Other),
    ("promobox", Hint::Other),
    ("promotion", Hint::Other),
    ("publicidad", Hint::Other),
    ("publicite", Hint::Other),
    ("rating", Hint::Other),
    ("read-also", Hint::Other),
    ("read-more", Hint::Other),
    ("readmore", Hint::Other),
    ("recirc", Hint::Other),
    ("recirculation", Hint::Other),
    ("recommend", Hint::Other),
    ("recommendation", Hint::Other),
    ("recommendations", Hint::Other),
    ("recommended", Hint::Other),
    ("relacionadas", Hint::Other),
    ("relacionados", Hint::Other),
    ("related", Hint::Other),
    ("relatedarticles", Hint::Other),
    ("relatedcontent", Hint::Other),
    ("relatedlinks", Hint::Other),
    ("relatednews", Hint::Other),
    ("relatedposts", Hint::Other),
    ("relatedstories", Hint::Other),
    ("respond", Hint::Other),
    ("screen-reader", Hint::Other),
    ("search", Hint::Other),
    ("see-also", Hint::Other),
    ("share", Hint::Other),
    ("sharebar", Hint::Other),
    ("sharedaddy", Hint::Other),
    ("sharing", Hint::Other),
    ("sidebar", Hint::Other),
    ("signup", Hint::Other),
    ("site-footer", Hint::Other),
    ("skip-link", Hint::Other),
    ("skiplink", Hint::Other),
    ("skyscraper", Hint::Other),
    ("slideshow", Hint::Other),
    ("social", Hint::Other),
    ("socials", Hint::Other),
    ("sponsor", Hint::Other),
    ("sponsored", Hint::Other),
    ("sr-only", Hint::Other),
    ("standfirst", Hint::Summary),
    ("story-body", Hint::Report),
    ("story-content", Hint::Report),
    ("story-text", Hint::Report),
    ("storybody", Hint::Report),
    ("strapline", Hint::Summary),
    ("sub-headline", Hint::Summary),
    ("subheadline", Hint::Summary),
    ("subscribe", Hint::Other),
    ("subscribe-box", Hint::Other),
    ("subscription", Hint::Other),
    ("subtitle", Hint::Summary),
    ("taboola", Hint::Other),
    ("tag-list", Hint::Info),
    ("taglist", Hint::Info),
    ("tags", Hint::Info),
    ("teaser", Hint::Other),
    ("teasers", Hint::Other),
    ("teilen", Hint::Other),
    ("toolbar", Hint::Other),
    ("tooltip", Hint::Other),
    ("topics", Hint::Info),
    ("trending", Hint::Other),
    ("verwandt", Hint::Other),
    ("verwandte", Hint::Other),
    ("visually-hidden", Hint::Other),
    ("weiterlesen", Hint::Other),
    ("werbung", Hint::Other),
    ("wp-caption", Hint::Caption),
    ("you-might", Hint::Other),
];

/// Longest name that is read; longer ones are lists of switches.
const NAME_LIMIT: usize = 300;

/// The strongest hint in the names of an element: something else, then the report, then the rest.
pub(crate) fn hint(dom: &Dom, id: Id) -> Option<Hint> {
    let mut found = None;
    for attr in [Attr::Id, Attr::Class, Attr::Component, Attr::TestId] {
        let Some(names) = dom.attr(id, attr).filter(|names| names.len() <= NAME_LIMIT) else { continue };
        for name in names.split_ascii_whitespace() {
            found = stronger(found, in_name(name));
        }
    }
    found
}

fn stronger(a: Option<Hint>, b: Option<Hint>) -> Option<Hint> {
    let rank = |hint: &Hint| match hint {
        Hint::Other => 5,
        Hint::Info => 4,
        Hint::Report => 3,
        Hint::Caption => 2,
        Hint::Summary | Hint::Byline => 1,
    };
    a.into_iter().chain(b).max_by_key(rank)
}

/// The hint of one name: the words of it, and each two that follow each other.
fn in_name(name: &str) -> Option<Hint> {
    let mut buffer = String::with_capacity(48);
    let mut before = 0..0;
    let mut found = None;
    for word in words(name) {
        buffer.clear();
        buffer.push_str(&name[before.clone()]);
        let from = if before.is_empty() { 0 } else { buffer.len() + 1 };
        if from > 0 {
            buffer.push('-');
        }
        buffer.push_str(&name[word.clone()]);
        buffer.make_ascii_lowercase();
        found = stronger(found, if from > 0 { look_up(&buffer) } else { None });
        found = stronger(found, look_up(&buffer[from..]));
        before = word;
    }
    found
}

fn look_up(word: &str) -> Option<Hint> {
    WORDS.binary_search_by(|(known, _)| (*known).cmp(word)).ok().map(|at| WORDS[at].1)
}

/// Where the words of `articleBody`, `article-body`, `ArticleBody__text` stand.
fn words(name: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let bytes = name.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while bytes.get(at).is_some_and(|byte| !byte.is_ascii_alphabetic()) {
            at += 1;
        }
        let start = at;
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_alphabetic()) {
            if at > start && bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase() {
                break;
            }
            at += 1;
        }
        (at > start).then_some(start..at)
    })
}

/// The element is not shown: `hidden`, `display:none`, or named as for screen readers only.
pub(crate) fn hidden(dom: &Dom, id: Id) -> bool {
    if dom.attr(id, Attr::Hidden).is_some() || dom.attr(id, Attr::AriaHidden) == Some("true") {
        return true;
    }
    dom.attr(id, Attr::Style).filter(|style| style.len() < 2000).is_some_and(|style| {
        let style: String =
            style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    })
}

/// Roles of parts of a page that are not the report.
pub(crate) fn foreign_role(dom: &Dom, id: Id) -> bool {
    let roles = [
        "navigation",
        "banner",
        "complementary",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "form",
    ];
    dom.attr(id, Attr::Role).is_some_and(|role| roles.contains(&role))
}

/// The element says in so many words that it holds the report: `itemprop="articleBody"`.
pub(crate) fn declared_report(dom: &Dom, id: Id) -> bool {
    dom.attr(id, Attr::Itemprop)
        .is_some_and(|props| props.split_ascii_whitespace().any(|prop| prop == "articleBody"))
}

/// Elements whose kind alone says that they hold something else.
pub(crate) fn foreign_tag(tag: Tag) -> bool {
    matches!(tag, Tag::Nav | Tag::Footer | Tag::Aside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0), "binary search needs order");
    }

    #[test]
    fn names_are_read_word_by_word() {
        assert_eq!(in_name("articleBody"), Some(Hint::Report));
        assert_eq!(in_name("c-entry-content__text"), Some(Hint::Report));
        assert_eq!(in_name("jp-relatedposts"), Some(Hint::Other));
        assert_eq!(in_name("RelatedArticles"), Some(Hint::Other));
        assert_eq!(in_name("shareholder"), None);
        assert_eq!(in_name("header"), None);
    }
}
