//! A parser of XML 1.0 that takes elements and attributes and nothing else, and stops at what is not well-formed.

/// An element.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn at(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.0 == name).map(|attribute| attribute.1.as_str())
    }

    /// The first child with a name.
    pub(crate) fn child(&self, name: &str) -> &Element {
        self.children.iter().find(|child| child.name == name).unwrap_or_else(|| panic!("no {name}"))
    }
}

/// What XML 1.0 can write, everything else replaced.
pub(crate) fn replaced(words: &str) -> String {
    words.chars().map(|c| if legal(c) { c } else { '\u{fffd}' }).collect()
}

fn legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

/// Parses a document.
pub(crate) fn parse(text: &str) -> Element {
    assert!(text.chars().all(legal), "a character that XML has no way to write");
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("a declaration");
    let root = element(&mut rest);
    assert_eq!(rest.trim(), "", "something behind the root");
    root
}

fn element(rest: &mut &str) -> Element {
    *rest = rest.strip_prefix('<').expect("a tag");
    let mut element = Element { name: name(rest), attributes: Vec::new(), children: Vec::new() };
    while rest.starts_with(' ') {
        *rest = rest.trim_start();
        let attribute = name(rest);
        *rest = rest.strip_prefix("=\"").expect("a value");
        let (value, after) = rest.split_once('"').expect("the end of a value");
        *rest = after;
        assert!(element.at(&attribute).is_none(), "{attribute} comes twice");
        element.attributes.push((attribute, unescaped(value)));
    }
    if let Some(after) = rest.strip_prefix("/>") {
        *rest = after;
        return element;
    }
    *rest = rest.strip_prefix('>').expect("the end of a tag");
    content(rest, &mut element);
    element
}

fn content(rest: &mut &str, element: &mut Element) {
    loop {
        let (text, _) = rest.split_once('<').expect("an end tag");
        unescaped(text);
        *rest = &rest[text.len()..];
        if let Some(after) = rest.strip_prefix("</") {
            *rest = after;
            assert_eq!(name(rest), element.name);
            *rest = rest.strip_prefix('>').expect("the end of a tag");
            return;
        }
        element.children.push(self::element(rest));
    }
}

fn name(rest: &mut &str) -> String {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).expect("an end");
    let (name, after) = rest.split_at(end);
    assert!(!name.is_empty(), "no name at {:?}", rest.chars().take(40).collect::<String>());
    *rest = after;
    name.into()
}

fn unescaped(value: &str) -> String {
    assert!(!value.contains('<'), "{value}");
    let mut out = String::new();
    let mut parts = value.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (entity, after) = part.split_once(';').expect("the end of a reference");
        out.push_str(match entity {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "#9" => "\t",
            "#10" => "\n",
            "#13" => "\r",
            other => panic!("&{other};"),
        });
        out.push_str(after);
    }
    out
}
