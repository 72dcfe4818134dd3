//! What a page says of itself in JSON-LD: headline, day, author, publisher, the words of the report.

use serde_json::Value;

/// The statements of a page about its report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Linked {
    /// `headline`.
    pub(crate) headline: Option<String>,
    /// `datePublished`.
    pub(crate) published: Option<String>,
    /// `dateModified`.
    pub(crate) modified: Option<String>,
    /// Names of the `author`s.
    pub(crate) authors: Vec<String>,
    /// Name of the `publisher`.
    pub(crate) publisher: Option<String>,
    /// `inLanguage`.
    pub(crate) language: Option<String>,
    /// `articleBody`.
    pub(crate) body: Option<String>,
}

/// Values looked at in one page, so that a hostile page costs no time.
const VALUE_LIMIT: usize = 50_000;

/// Adds what one script says; the first statement on each point holds, those of articles before those of pages.
pub(crate) fn read(scripts: &[&str]) -> Linked {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let objects: Vec<&Value> = values.iter().flat_map(objects).collect();
    let mut linked = Linked::default();
    for wanted in [is_article, is_page] {
        objects.iter().filter(|object| wanted(object)).for_each(|object| linked.add(object));
    }
    linked
}

/// JSON as pages write it: with line breaks inside strings, in CDATA or comments.
fn parse(script: &str) -> Option<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let bare = bare
        .trim_end_matches("-->")
        .trim_end_matches("]]>")
        .trim_end_matches("//")
        .trim()
        .trim_end_matches(';');
    let cleaned = || bare.replace(|c: char| c.is_control(), " ");
    serde_json::from_str(bare).or_else(|_| serde_json::from_str(&cleaned())).ok()
}

/// All objects in a value, outermost first; without recursion.
fn objects(root: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut queue = std::collections::VecDeque::from([root]);
    let mut seen = 0;
    while let Some(value) = queue.pop_front().filter(|_| seen < VALUE_LIMIT) {
        seen += 1;
        match value {
            Value::Array(values) => queue.extend(values),
            Value::Object(fields) => {
                found.push(value);
                queue.extend(fields.iter().filter(|(key, _)| holds_articles(key)).map(|(_, value)| value));
            }
            _ => {}
        }
    }
    found
}

/// Keys under which a page puts its own article; not those that list other articles.
fn holds_articles(key: &str) -> bool {
    matches!(key, "@graph" | "mainEntity" | "mainEntityOfPage" | "article" | "itemReviewed" | "subjectOf")
}

fn has_type(object: &Value, wanted: fn(&str) -> bool) -> bool {
    match object.get("@type") {
        Some(Value::String(name)) => wanted(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(wanted),
        _ => false,
    }
}

fn is_article(object: &Value) -> bool {
    has_type(object, |name| {
        name.ends_with("Article")
            || name.ends_with("Posting")
            || matches!(name, "Report" | "Review" | "Recipe" | "CreativeWork")
    })
}

fn is_page(object: &Value) -> bool {
    has_type(object, |name| name.ends_with("Page") || matches!(name, "VideoObject" | "Event" | "Product"))
}

impl Linked {
    fn add(&mut self, object: &Value) {
        let text = |key: &str| object.get(key).and_then(first_words);
        fill(&mut self.headline, text("headline"));
        fill(&mut self.published, text("datePublished").or_else(|| text("uploadDate")));
        fill(&mut self.modified, text("dateModified"));
        fill(&mut self.publisher, object.get("publisher").and_then(name_of));
        fill(&mut self.language, text("inLanguage"));
        fill(&mut self.body, text("articleBody"));
        if self.authors.is_empty() {
            self.authors = object.get("author").map(names_of).unwrap_or_default();
        }
    }
}

fn fill(place: &mut Option<String>, words: Option<String>) {
    if place.is_none() {
        *place = words;
    }
}

fn first_words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) if !words.trim().is_empty() => {
            Some(htmlize::unescape(words.trim()).into_owned())
        }
        Value::Array(values) => values.iter().find_map(|value| value.as_str().map(str::to_owned)),
        _ => None,
    }
}

fn name_of(value: &Value) -> Option<String> {
    names_of(value).into_iter().next()
}

fn names_of(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().filter_map(one_name).collect(),
        other => one_name(other).into_iter().collect(),
    }
}

fn one_name(value: &Value) -> Option<String> {
    match value {
        Value::String(_) => first_words(value),
        Value::Object(fields) => fields.get("name").and_then(first_words),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_in_a_graph() {
        let linked = read(&[r#"{"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"},
            {"@type": ["NewsArticle"], "headline": "Ferry
            sails", "datePublished": "2019-09-12", "author": [{"name": "Jane Doe"}, "John Roe"], "publisher": {"name": "The Example"}}]}"#]);
        assert_eq!(linked.published.as_deref(), Some("2019-09-12"));
        assert_eq!(linked.authors, ["Jane Doe", "John Roe"]);
        assert_eq!(linked.publisher.as_deref(), Some("The Example"));
        assert!(linked.headline.is_some());
    }
}
