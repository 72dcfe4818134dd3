//! readings to records: one module a stage.
