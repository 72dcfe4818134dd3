//! What is asked: words and filters, the same on the command line, over HTTP and in the reader's address bar.

use jiff::civil::Date;
use sayso_wire::{EventType, Stance, StatementKind, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Words to find and filters that a hit must pass, all of them. Empty, it finds everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Query {
    /// Words, all of which a hit must have, in any order and inflection; a part in double quotation marks is a phrase, and `type:ASSAULT` or
    /// `speaker:"Ida Holt"` is a filter.
    pub words: String,
    /// Who speaks: a name or an alias, or an actor's id (`a12`).
    pub speaker: Option<String>,
    /// The outlet that published the report or relays the words.
    pub outlet: Option<String>,
    /// Who acts, is acted upon or is spoken of: a name, an alias or an actor's id.
    pub actor: Option<String>,
    /// Country of an actor or a place, ISO 3166-1 alpha-3.
    pub country: Option<String>,
    /// PLOVER type of the event.
    pub r#type: Option<EventType>,
    /// Standing of the event.
    pub status: Option<Status>,
    /// Where the event is: a name, or a GeoNames id.
    pub place: Option<String>,
    /// First day of publication (`2026-01-31`).
    pub from: Option<String>,
    /// Last day of publication.
    pub to: Option<String>,
    /// How the statement is given.
    pub kind: Option<StatementKind>,
    /// Whether the source vouches for it.
    pub stance: Option<Stance>,
}

impl Query {
    /// With the filters that stand among its words (`type:ASSAULT`, `speaker:"Ida Holt"`) in their fields.
    ///
    /// # Errors
    /// Where a filter has a value that it cannot have.
    pub fn unfolded(mut self) -> Result<Query, Error> {
        let mut words = Vec::new();
        let asked = std::mem::take(&mut self.words);
        for part in parts(&asked) {
            match part.split_once(':').filter(|(name, value)| FILTERS.contains(name) && !value.is_empty()) {
                Some((name, value)) => self.set(name, value.trim_matches('"').to_owned())?,
                None => words.push(part),
            }
        }
        self.words = words.join(" ");
        self.days()?;
        Ok(self)
    }

    /// Sets the filter that is called so.
    ///
    /// # Errors
    /// Where there is none, or it cannot have this value.
    pub fn set(&mut self, name: &str, value: String) -> Result<(), Error> {
        match name {
            "speaker" => self.speaker = Some(value),
            "outlet" => self.outlet = Some(value),
            "actor" => self.actor = Some(value),
            "country" => self.country = Some(value),
            "place" => self.place = Some(value),
            "from" => self.from = Some(value),
            "to" => self.to = Some(value),
            "type" => self.r#type = Some(term(name, &value, EventType::ALL, EventType::name)?),
            "status" => self.status = Some(term(name, &value, Status::ALL, Status::name)?),
            "kind" => self.kind = Some(term(name, &value, StatementKind::ALL, StatementKind::name)?),
            "stance" => self.stance = Some(term(name, &value, Stance::ALL, Stance::name)?),
            _ => {
                return Err(Error::question(format!(
                    "`{name}` is no filter; there are {}",
                    FILTERS.join(", ")
                )));
            }
        }
        Ok(())
    }

    fn days(&self) -> Result<(), Error> {
        let bad = [&self.from, &self.to].into_iter().flatten().find(|day| day.parse::<Date>().is_err());
        bad.map_or(Ok(()), |day| {
            Err(Error::question(format!("`{day}` is no day; days are written 2026-01-31")))
        })
    }
}

const FILTERS: [&str; 11] =
    ["speaker", "outlet", "actor", "country", "place", "from", "to", "type", "status", "kind", "stance"];

/// The member of a closed list that is called so, in any case.
fn term<T: Copy>(filter: &str, value: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, Error> {
    let found = all.iter().copied().find(|one| name(*one).eq_ignore_ascii_case(value));
    found.ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|one| name(*one)).collect();
        Error::question(format!("`{value}` is no {filter}; there are {}", names.join(", ")))
    })
}

/// The words of a query, a phrase in quotation marks as one, with its marks; what goes before the marks belongs to it (`speaker:"Ida Holt"`).
pub(crate) fn parts(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, c) in words.char_indices().chain([(words.len(), ' ')]) {
        quoted ^= c == '"';
        if (c.is_whitespace() && !quoted) || at == words.len() {
            parts.push(&words[start..at]);
            start = at + if at == words.len() { 0 } else { c.len_utf8() };
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use sayso_wire::{EventType, Status};

    use super::{Query, parts};

    fn query(words: &str) -> Query {
        Query { words: words.to_owned(), ..Query::default() }
    }

    #[test]
    fn filters_among_words() {
        let asked = query(
            r#"river "drone strike" speaker:"Ida Holt" type:assault status:hypothetical 10:30 from:2026-03-01"#,
        );
        let asked = asked.unfolded().unwrap();
        assert_eq!(asked.words, r#"river "drone strike" 10:30"#);
        assert_eq!(asked.speaker.as_deref(), Some("Ida Holt"));
        assert_eq!((asked.r#type, asked.status), (Some(EventType::Assault), Some(Status::Hypothetical)));
        assert_eq!(asked.from.as_deref(), Some("2026-03-01"));
    }

    #[test]
    fn what_a_filter_cannot_have() {
        let refused = query("status:maybe").unfolded().unwrap_err();
        assert_eq!(
            refused.to_string(),
            "`maybe` is no status; there are actual, negated, hypothetical, future"
        );
        assert!(query("from:yesterday").unfolded().unwrap_err().is_question());
    }

    #[test]
    fn a_mark_that_is_not_closed_ends_with_the_words() {
        assert_eq!(parts(r#"a "b c"#), ["a", r#""b c"#]);
        assert_eq!(parts("  "), [""; 0]);
    }
}
