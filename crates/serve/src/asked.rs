//! From a query string to a question. Every field is known, is given once, and has a value that it can have; an empty field is none.

use axum::extract::Query as QueryString;
use axum::http::Uri;
use sayso::store::Query;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::problem::Problem;

/// Characters that one value may have.
pub(crate) const LONGEST: usize = 500;

/// Hits on a page where none are asked for, and at most.
pub(crate) const LIMITS: [usize; 2] = [20, 100];

/// Which page of an answer.
#[derive(Debug, Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the fields stand here for their schema")]
pub(crate) struct Page {
    /// How many hits a page has.
    #[schemars(range(min = 1, max = 100))]
    #[serde(default = "twenty")]
    limit: usize,
    /// The `next` of the page before, as it was.
    after: Option<String>,
}

/// Which actors.
#[derive(Debug, Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the fields stand here for their schema")]
pub(crate) struct Names {
    /// Words of a name or an alias; without them, all actors.
    #[serde(default)]
    words: String,
    /// How many actors.
    #[schemars(range(min = 1, max = 100))]
    #[serde(default = "twenty")]
    limit: usize,
}

/// What is wanted besides the record.
#[derive(Debug, Deserialize, JsonSchema)]
#[expect(dead_code, reason = "the fields stand here for their schema")]
pub(crate) struct Extras {
    /// Whether statements and events come as W3C Web Annotations too.
    #[serde(default)]
    annotations: bool,
}

fn twenty() -> usize {
    LIMITS[0]
}

/// The fields of a request, each of which is taken once.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// What stands in the place of the path's parameter.
    pub(crate) name: String,
    fields: Vec<(String, String)>,
}

impl Asked {
    /// Of a request's address.
    pub(crate) fn of(name: String, uri: &Uri) -> Result<Asked, Problem> {
        let fields = QueryString::<Vec<(String, String)>>::try_from_uri(uri)
            .map_err(|_| Problem::question("the query string cannot be read"))?;
        let mut asked = Asked { name, fields: Vec::new() };
        for (field, value) in fields.0 {
            if value.chars().count() > LONGEST {
                return Err(Problem::question(format!("`{field}` has more than {LONGEST} characters")));
            }
            if value.contains('\0') {
                return Err(Problem::question(format!("`{field}` has a character that no text has: U+0000")));
            }
            if asked.fields.iter().any(|(known, _)| *known == field) {
                return Err(Problem::question(format!("`{field}` is given twice")));
            }
            asked.fields.push((field, value));
        }
        Ok(asked)
    }

    /// Takes a field out; `None` where it is absent or empty.
    pub(crate) fn take(&mut self, field: &str) -> Option<String> {
        let at = self.fields.iter().position(|(known, _)| known == field)?;
        Some(self.fields.swap_remove(at).1).filter(|value| !value.is_empty())
    }

    /// Takes the field `limit` out.
    pub(crate) fn limit(&mut self) -> Result<usize, Problem> {
        let [usual, most] = LIMITS;
        let Some(written) = self.take("limit") else { return Ok(usual) };
        let limit = written.parse().ok().filter(|limit| (1..=most).contains(limit));
        limit.ok_or_else(|| wrong_value("limit", &written).hint(format!("a number from 1 to {most}")))
    }

    /// Takes a field out that is `true` or `false`.
    pub(crate) fn flag(&mut self, field: &str) -> Result<bool, Problem> {
        match self.take(field).as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(other) => Err(wrong_value(field, other).hint("true or false")),
        }
    }

    /// What is left, as words and filters.
    pub(crate) fn query(&mut self) -> Result<Query, Problem> {
        let fields = std::mem::take(&mut self.fields);
        let mut query = Map::new();
        for (field, value) in fields {
            let empty = value.is_empty();
            let one = Map::from_iter([(field.clone(), Value::String(value.clone()))]);
            match Query::deserialize(Value::Object(one)) {
                Ok(_) => _ = query.insert(field, Value::String(value)),
                // `type=` of a form that was left empty.
                Err(fault) if empty && !unknown(&fault) => {}
                Err(fault) => return Err(wrong(&field, &value, &fault)),
            }
        }
        query.retain(|_, value| value.as_str() != Some(""));
        Query::deserialize(Value::Object(query)).map_err(|fault| Problem::question(fault.to_string()))
    }

    /// Nothing is left; `known` are the fields that there are.
    pub(crate) fn end(&self, known: &str) -> Result<(), Problem> {
        match self.fields.first() {
            None => Ok(()),
            Some((field, _)) => {
                let hint = if known.is_empty() { "this address takes none" } else { known };
                Err(Problem::question(format!("there is no field `{field}`")).hint(hint))
            }
        }
    }
}

fn unknown(fault: &serde_json::Error) -> bool {
    fault.to_string().starts_with("unknown field")
}

fn wrong_value(field: &str, value: &str) -> Problem {
    Problem::question(format!("`{field}` cannot be `{value}`"))
}

/// In our words: serde knows which names there are.
fn wrong(field: &str, value: &str, fault: &serde_json::Error) -> Problem {
    let told = fault.to_string();
    let names = told.split_once("expected ").map_or("", |(_, names)| names).replace('`', "");
    match unknown(fault) {
        true => Problem::question(format!("there is no field `{field}`")).hint(names),
        false => wrong_value(field, value).hint(names),
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;
    use crate::problem::Told;
    use sayso::wire::{EventType, Status};

    fn asked(query: &str) -> Asked {
        Asked::of(String::new(), &format!("/x?{query}").parse().unwrap()).unwrap()
    }

    fn refused(query: &str) -> Told {
        asked(query).query().unwrap_err().told().clone()
    }

    #[test]
    fn fields_become_a_query() {
        let query = asked("words=%22new+harbour%22&speaker=Varga&type=ASSAULT&status=future&place=&kind=");
        let query = { query }.query().unwrap();
        assert_eq!(query.words, "\"new harbour\"");
        assert_eq!((query.speaker.as_deref(), query.place), (Some("Varga"), None));
        assert_eq!((query.r#type, query.status), (Some(EventType::Assault), Some(Status::Future)));
    }

    #[test]
    fn a_wrong_value_is_told_with_the_right_ones() {
        let told = refused("words=port&status=perhaps");
        assert_eq!(told.error, "`status` cannot be `perhaps`");
        assert_eq!(told.hint.as_deref(), Some("one of actual, negated, hypothetical, future"));
        let told = refused("speeker=Holt");
        assert_eq!(told.error, "there is no field `speeker`");
        assert!(told.hint.unwrap().contains("words, speaker, outlet"));
    }

    #[test]
    fn limits_are_kept() {
        assert_eq!(asked("limit=100").limit().unwrap(), 100);
        assert_eq!(asked("").limit().unwrap(), 20);
        for wrong in ["0", "101", "-1", "ten", "1e1"] {
            assert_eq!(
                asked(&format!("limit={wrong}")).limit().unwrap_err().told().hint.as_deref(),
                Some("a number from 1 to 100")
            );
        }
    }

    #[test]
    fn a_field_is_given_once_and_is_no_book() {
        let of = |query: &str| Asked::of(String::new(), &format!("/x?{query}").parse().unwrap());
        assert_eq!(of("words=a&words=b").unwrap_err().told().error, "`words` is given twice");
        let long = format!("words={}", "a".repeat(501));
        assert_eq!(of(&long).unwrap_err().told().error, "`words` has more than 500 characters");
        assert!(of("words=a%00b").is_err());
    }
}
