//! A store as files: what do the tools read that our users have?
