//! The JSON Schema of the wire format, made from the twin and its doc comments.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::twin::Record;

/// The schema (draft 2020-12) as JSON text, indented, with a line break at its end: what `docs/schema/sayso-record-1.json` holds.
pub fn schema() -> String {
    format!("{:#}\n", *SCHEMA)
}

/// The schema, made once. As it is written: a key that may be `null` must still be there.
pub(crate) static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    SchemaSettings::default().for_serialize().into_generator().into_root_schema_for::<Record>().into()
});
