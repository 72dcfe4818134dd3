//! The store over HTTP: questions as JSON, and the web reader.
