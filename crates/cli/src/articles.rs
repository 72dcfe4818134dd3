//! `sayso clean`: documents in, their articles out, nothing read into them.

use sayso::ingest::{self, Input};
use sayso::record::Article;
use sayso::text::{Body, Span};
use serde::Serialize;

use crate::Outcome;
use crate::args::{Clean, Shape};
use crate::documents::{Batch, Single};
use crate::failure::Failure;
use crate::screen::Screen;

/// Cleans a batch.
pub(crate) fn clean(args: Clean, screen: &Screen) -> Result<Outcome, Failure> {
    let one = Single { url: args.url, ..Single::default() };
    let batch = Batch { inputs: args.inputs, one, threads: args.batch.threads };
    let output = args.batch.output.as_deref();
    match args.format {
        Shape::Text => batch.each(output, screen, |input| Ok(format!("{}\n\n", text(&article(input)?)))),
        Shape::Json => batch.each(output, screen, |input| Ok(json(&article(input)?))),
    }
}

/// An article with what is known of it. The names are those of the common extraction tools.
#[derive(Serialize)]
struct Cleaned<'a> {
    id: &'a str,
    title: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<String>,
    sitename: Option<&'a str>,
    language: Option<&'a str>,
    url: Option<&'a str>,
    text: String,
}

fn article(input: &Input) -> Result<Article, Failure> {
    Ok(ingest::article(input)?)
}

fn json(article: &Article) -> String {
    let cleaned = Cleaned {
        id: &article.id,
        title: article.title.map(|span| words(article, span)),
        author: article.byline.map(|span| author(words(article, span))),
        date: article.published.map(|day| day.to_string()),
        sitename: article.outlet.as_deref(),
        language: article.language.as_deref(),
        url: article.document.uri.as_deref(),
        text: text(article),
    };
    // Strings and nothing else: there is no key or number that JSON could refuse.
    let line = serde_json::to_string(&cleaned).unwrap_or_default();
    format!("{line}\n")
}

fn text(article: &Article) -> String {
    article.body.iter().map(|&span| words(article, span)).collect::<Vec<_>>().join("\n")
}

fn words(article: &Article, span: Span<Body>) -> &str {
    article.text.slice(span).as_str().trim()
}

/// "By Zoë Ōmura" → "Zoë Ōmura".
fn author(byline: &str) -> &str {
    match byline.split_at_checked(3) {
        Some((by, name)) if by.eq_ignore_ascii_case("by ") => name.trim_start(),
        _ => byline,
    }
}

#[cfg(test)]
mod tests {
    use super::author;

    #[test]
    fn a_byline_names_its_author() {
        assert_eq!(author("By Zoë Ōmura"), "Zoë Ōmura");
        assert_eq!(author("Byron Hall"), "Byron Hall");
        assert_eq!(author("Éva"), "Éva");
    }
}
