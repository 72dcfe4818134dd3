//! How the true number relates to the one given: the words around a number that say so.

use sayso_record::Relation;

use crate::times::atoms::Line;

/// Words before a number; they belong to the quantity. The longer come before those they begin with.
const BEFORE: [(&str, Relation); 85] = [
    ("no more than", Relation::AtMost),
    ("not more than", Relation::AtMost),
    ("no fewer than", Relation::AtLeast),
    ("no less than", Relation::AtLeast),
    ("not less than", Relation::AtLeast),
    ("as many as", Relation::AtMost),
    ("as much as", Relation::AtMost),
    ("as few as", Relation::AtLeast),
    ("as little as", Relation::AtLeast),
    ("a little more than", Relation::More),
    ("far more than", Relation::More),
    ("many more than", Relation::More),
    ("considerably more than", Relation::More),
    ("significantly more than", Relation::More),
    ("a little over", Relation::More),
    ("slightly over", Relation::More),
    ("well above", Relation::More),
    ("just above", Relation::More),
    ("slightly less than", Relation::Less),
    ("slightly fewer than", Relation::Less),
    ("far fewer than", Relation::Less),
    ("a little under", Relation::Less),
    ("slightly under", Relation::Less),
    ("well below", Relation::Less),
    ("just below", Relation::Less),
    ("just short of", Relation::Less),
    ("just shy of", Relation::Less),
    ("not quite", Relation::Less),
    ("anything up to", Relation::AtMost),
    ("well over", Relation::More),
    ("just over", Relation::More),
    ("little more than", Relation::More),
    ("slightly more than", Relation::More),
    ("more than", Relation::More),
    ("greater than", Relation::More),
    ("larger than", Relation::More),
    ("in excess of", Relation::More),
    ("upwards of", Relation::AtLeast),
    ("upward of", Relation::AtLeast),
    ("over", Relation::More),
    ("above", Relation::More),
    ("beyond", Relation::More),
    ("well under", Relation::Less),
    ("just under", Relation::Less),
    ("less than", Relation::Less),
    ("fewer than", Relation::Less),
    ("under", Relation::Less),
    ("below", Relation::Less),
    ("at least", Relation::AtLeast),
    ("a minimum of", Relation::AtLeast),
    ("at most", Relation::AtMost),
    ("a maximum of", Relation::AtMost),
    ("up to", Relation::AtMost),
    ("an estimated", Relation::About),
    ("estimated", Relation::About),
    ("an approximate", Relation::About),
    ("in the region of", Relation::About),
    ("in the order of", Relation::About),
    ("on the order of", Relation::About),
    ("just about", Relation::About),
    ("perhaps", Relation::About),
    ("maybe", Relation::About),
    ("somewhere around", Relation::About),
    ("close to", Relation::About),
    ("about", Relation::About),
    ("around", Relation::About),
    ("some", Relation::About),
    ("roughly", Relation::About),
    ("approximately", Relation::About),
    ("approx", Relation::About),
    ("nearly", Relation::About),
    ("almost", Relation::About),
    ("virtually", Relation::About),
    ("circa", Relation::About),
    ("~", Relation::About),
    ("exceeded", Relation::More),
    ("exceeds", Relation::More),
    ("exceeding", Relation::More),
    ("exceed", Relation::More),
    ("surpassed", Relation::More),
    ("surpassing", Relation::More),
    ("topped", Relation::More),
    ("topping", Relation::More),
    ("passed", Relation::More), // "passed 30,000"; checked to stand before digits or a scale
    ("reached", Relation::Equal),
];

/// Words after a number; they belong to the quantity.
const AFTER: [(&str, Relation); 8] = [
    ("or more", Relation::AtLeast),
    ("or so", Relation::About),
    ("or thereabouts", Relation::About),
    ("at the most", Relation::AtMost),
    ("or fewer", Relation::AtMost),
    ("or less", Relation::AtMost),
    ("- odd", Relation::About),
    ("- plus", Relation::AtLeast),
];

/// The qualifier that begins at atom `at`: the atom after it, and what it says.
pub(super) fn before(line: &Line, at: usize) -> Option<(usize, Option<Relation>)> {
    let (end, relation) = qualifier(line, at)?;
    match qualifier(line, end) {
        // "bought up about a fifth": the first one belongs to the verb.
        Some((_, Relation::About)) if matches!(relation, Relation::More | Relation::Less) => None,
        // "at least some 30": the second one softens nothing.
        Some((end, _)) => Some((end, Some(relation))),
        None => Some((end, Some(relation))),
    }
}

fn qualifier(line: &Line, at: usize) -> Option<(usize, Relation)> {
    BEFORE.iter().find_map(|&(phrase, relation)| Some((line.phrase(at, phrase)?, relation)))
}

/// A qualifier that follows a number: the atom after it.
pub(super) fn after(line: &Line, end: usize) -> (usize, Option<Relation>) {
    if line.word(end) == "+" && line.glued(end) {
        return (end + 1, Some(Relation::AtLeast));
    }
    let found =
        AFTER.iter().find_map(|&(phrase, relation)| Some((line.phrase(end, phrase)?, Some(relation))));
    found.unwrap_or((end, None))
}
