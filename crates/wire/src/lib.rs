//! the record as JSON: serde twin, schema, verification.
