//! Claims: the same thing said across reports, denied, or told with another number.

mod asked;
mod number;
mod reading;
mod words;

pub use asked::{Asked, Fit, Match};
use number::Count;
pub use number::{Number, Relation};
use words::Content;

/// Whether a source vouches for what it is said to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// It says so.
    Affirms,
    /// It says that it is not so.
    Denies,
    /// It will not say.
    Declines,
}

/// Something that somebody says, as it is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    content: Content,
    numbers: Vec<Count>,
    speaker: Option<String>,
    stance: Stance,
    names: Vec<Content>,
}

/// What one claim is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It says the same.
    Repeats,
    /// It says that it is not so.
    Denies,
    /// It tells another number of the same thing.
    Contradicts,
}

/// A relation of two claims, and why it is thought to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Between {
    /// Which relation.
    pub link: Link,
    /// The reason, for people ("30,000 soldiers against 12,000 soldiers").
    pub reason: String,
}

/// So many words of content must be shared, of those of the shorter claim, for two claims to be one.
const ENOUGH: f64 = 0.7;
/// So many must be shared with a claim whose source denies it, which tells no more of it than it has to.
const ENOUGH_DENIED: f64 = 0.6;
/// So many of those of the longer.
const SOME: f64 = 0.3;
/// Claims of fewer shared words say too little to be one.
const FEW: usize = 3;
/// Where a negation is all that tells two claims apart, so many of the longer must be shared: it may stand in what is not.
const NEGATED: f64 = 0.6;
/// So many shared words are told to people.
const SHOWN: usize = 6;
/// Two numbers are of one occasion where this many words of content are shared, those of the thing among them (one more where it has no
/// kind: "people"),
const CONTEXT: usize = 2;
/// and so many of those of the shorter claim.
const CONTEXT_SHARE: f64 = 0.4;

impl Claim {
    /// A claim of its words: what is said, without who says it.
    #[must_use]
    pub fn new(words: &str, stance: Stance) -> Claim {
        Claim { content: Content::of(words), numbers: Vec::new(), speaker: None, stance, names: Vec::new() }
    }

    /// With the numbers that it tells.
    #[must_use]
    pub fn numbers(mut self, numbers: Vec<Number>) -> Claim {
        self.numbers = numbers.into_iter().map(|number| Count::of(number, &self.content)).collect();
        self
    }

    /// With who says it.
    #[must_use]
    pub fn speaker(mut self, name: &str) -> Claim {
        self.speaker = Some(name.to_owned());
        self
    }

    /// With the names of actors and places in it. Claims about different ones are not compared by their numbers.
    #[must_use]
    pub fn names<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Claim {
        self.names = names.into_iter().map(Content::of).filter(|name| !name.stems.is_empty()).collect();
        self
    }

    /// The numbers that it says are so.
    fn counts(&self) -> impl Iterator<Item = &Count> {
        let affirmed = self.stance == Stance::Affirms;
        self.numbers.iter().filter(move |count| affirmed && !count.negated)
    }

    /// The numbers that it says are not so; "not more than 30,000" says nothing against 30,000.
    fn refused(&self) -> impl Iterator<Item = &Count> {
        let affirmed = self.stance == Stance::Affirms;
        let plain = |count: &&Count| matches!(count.number.relation, Relation::Equal | Relation::About);
        self.numbers.iter().filter(move |count| affirmed && count.negated).filter(plain)
    }

    /// Whether it says that something is not so.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.content.negated != (self.stance == Stance::Denies)
    }
}

/// What `later` is to `earlier`; `None` where they are not about the same, or one declines to say.
#[must_use]
pub fn between(later: &Claim, earlier: &Claim) -> Option<Between> {
    if later.stance == Stance::Declines || earlier.stance == Stance::Declines {
        return None;
    }
    let relations: [(Link, Relate); 5] = [
        (Link::Denies, denial),
        (Link::Denies, refusal),
        (Link::Contradicts, contradiction),
        (Link::Denies, negation),
        (Link::Repeats, repetition),
    ];
    relations.into_iter().find_map(|(link, relate)| Some(Between { link, reason: relate(later, earlier)? }))
}

/// The reason why a relation holds between two claims.
type Relate = fn(&Claim, &Claim) -> Option<String>;

/// One speaker denies what another says, and not another number of it.
fn denial(later: &Claim, earlier: &Claim) -> Option<String> {
    let (no, yes) = opposed(later, earlier).filter(|_| !clashes(&later.numbers, &earlier.numbers))?;
    let denies = no.stance == Stance::Denies || yes.stance == Stance::Denies;
    let shared = if denies { alike(later, earlier, ENOUGH_DENIED, SOME) } else { None };
    shared.map(|shared| format!("{}: {shared}", against(no, yes)))
}

/// One says of a number that another tells that it is not so ("there are no 4,000 soldiers").
fn refusal(later: &Claim, earlier: &Claim) -> Option<String> {
    let refused = |no: &Claim, yes: &Claim| {
        let told =
            |count: &&Count| yes.counts().any(|theirs| theirs.counts_the_same(count) && theirs.agrees(count));
        let refused = no.refused().find(told)?;
        Some(format!("{}: {}", against(no, yes), refused.number.shown()))
    };
    let near = have_context(later, earlier, CONTEXT + 1);
    if near { refused(later, earlier).or_else(|| refused(earlier, later)) } else { None }
}

/// One says in its own words that it is not so.
fn negation(later: &Claim, earlier: &Claim) -> Option<String> {
    let (no, yes) = opposed(later, earlier).filter(|_| !differ(later, earlier))?;
    alike(later, earlier, ENOUGH, NEGATED).map(|shared| format!("{}: {shared}", against(no, yes)))
}

/// The one that says that something is not so, and the one that says that something is.
fn opposed<'a>(a: &'a Claim, b: &'a Claim) -> Option<(&'a Claim, &'a Claim)> {
    match (a.is_negative(), b.is_negative()) {
        (true, false) => Some((a, b)),
        (false, true) => Some((b, a)),
        _ => None,
    }
}

/// Who denies what another says.
fn against(no: &Claim, yes: &Claim) -> String {
    let verb = if no.stance == Stance::Denies { "denies" } else { "says that it is not so" };
    let who = |claim: &Claim, unknown: &str| claim.speaker.clone().unwrap_or_else(|| unknown.to_owned());
    format!("{} {verb}, {} says so", who(no, "one"), who(yes, "another"))
}

/// Both tell numbers of one thing that cannot both be right.
fn contradiction(later: &Claim, earlier: &Claim) -> Option<String> {
    let further = have_context(later, earlier, CONTEXT + 1);
    let near = |ours: &Count, theirs: &Count| further || ours.is_same_kind(theirs);
    if !have_context(later, earlier, CONTEXT) {
        return None;
    }
    let near_any = |count: &&Count, other: &Claim| other.numbers.iter().any(|theirs| near(count, theirs));
    let ours: Vec<_> = later.counts().filter(|count| near_any(count, earlier)).cloned().collect();
    let theirs: Vec<_> = earlier.counts().filter(|count| near_any(count, later)).cloned().collect();
    let (first, second) = same_thing(&ours, &theirs).next().filter(|_| clashes(&ours, &theirs))?;
    Some(format!("{} against {}", first.number.shown(), second.number.shown()))
}

/// Whether the claims share so many words of content, and enough of the shorter, and are not about different actors and places.
fn have_context(a: &Claim, b: &Claim, words: usize) -> bool {
    let least = a.content.stems.len().min(b.content.stems.len());
    let shared = a.content.shared(&b.content).len();
    shared >= words && share(shared, least) >= CONTEXT_SHARE && !are_elsewhere(a, b)
}

/// Whether numbers of one thing are told, and no two of one thing agree.
fn clashes(ours: &[Count], theirs: &[Count]) -> bool {
    let mut pairs = same_thing(ours, theirs).peekable();
    pairs.peek().is_some() && !pairs.any(|(ours, theirs)| ours.agrees(theirs))
}

fn same_thing<'a>(ours: &'a [Count], theirs: &'a [Count]) -> impl Iterator<Item = (&'a Count, &'a Count)> {
    let pairs = ours.iter().flat_map(|ours| theirs.iter().map(move |theirs| (ours, theirs)));
    pairs.filter(|(ours, theirs)| ours.counts_the_same(theirs))
}

/// Whether both name actors or places, and none in common.
fn are_elsewhere(a: &Claim, b: &Claim) -> bool {
    let met = a.names.iter().any(|ours| b.names.iter().any(|theirs| !ours.shared(theirs).is_empty()));
    !a.names.is_empty() && !b.names.is_empty() && !met
}

fn repetition(later: &Claim, earlier: &Claim) -> Option<String> {
    if opposed(later, earlier).is_some() || are_elsewhere(later, earlier) || differ(later, earlier) {
        return None;
    }
    alike(later, earlier, ENOUGH, SOME).map(|shared| format!("both say: {shared}"))
}

/// Whether both tell numbers, and no two of them agree.
fn differ(a: &Claim, b: &Claim) -> bool {
    let mut pairs =
        a.numbers.iter().flat_map(|ours| b.numbers.iter().map(move |theirs| (ours, theirs))).peekable();
    pairs.peek().is_some() && !pairs.any(|(ours, theirs)| ours.agrees(theirs))
}

/// The words that both share, where these are `enough` of the shorter and `some` of the longer.
fn alike(a: &Claim, b: &Claim, enough: f64, some: f64) -> Option<String> {
    let shared = a.content.shared(&b.content);
    let sizes = [a.content.stems.len(), b.content.stems.len()];
    let (least, most) = (sizes[0].min(sizes[1]), sizes[0].max(sizes[1]));
    let part = |of: usize| share(shared.len(), of);
    let whole = least == most && shared.len() == most && least >= CONTEXT;
    let alike = shared.len() >= FEW && part(least) >= enough && part(most) >= some;
    let words = || {
        let shown = a.content.shown.iter().filter(|(stem, _)| b.content.stems.contains(stem));
        let first: Vec<&str> = shown.map(|(_, word)| word.as_str()).take(SHOWN).collect();
        first.join(", ") + if shared.len() > SHOWN { " …" } else { "" }
    };
    (whole || alike).then(words)
}

#[expect(clippy::cast_precision_loss, reason = "no claim has 2^52 words")]
fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}
