//! What must not compile: a forged span, a span of another kind of text, a slice without its text.

#[test]
fn spans_cannot_be_forged() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
