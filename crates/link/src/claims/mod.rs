//! Claims: the same thing said across reports, denied, or told with another number.

mod asked;
mod number;
mod words;

pub use asked::{Asked, Fit, Match};
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
    numbers: Vec<Number>,
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
/// Two numbers are of one thing where this many words of content are shared, those of the thing among them.
const CONTEXT: usize = 2;

impl Claim {
    /// A claim of its words: what is said, without who says it.
    #[must_use]
    pub fn new(words: &str, stance: Stance) -> Claim {
        Claim { content: Content::of(words), numbers: Vec::new(), speaker: None, stance, names: Vec::new() }
    }

    /// With the numbers that it tells.
    #[must_use]
    pub fn numbers(mut self, numbers: Vec<Number>) -> Claim {
        self.numbers = numbers;
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

    /// Whether it says that something is not so.
    fn is_negative(&self) -> bool {
        self.content.negated != (self.stance == Stance::Denies)
    }

    fn who(&self) -> &str {
        self.speaker.as_deref().unwrap_or("one")
    }
}

/// What `later` is to `earlier`; `None` where they are not about the same, or one declines to say.
#[must_use]
pub fn between(later: &Claim, earlier: &Claim) -> Option<Between> {
    if later.stance == Stance::Declines || earlier.stance == Stance::Declines {
        return None;
    }
    let is = |link, reason| Some(Between { link, reason });
    if let Some(reason) = denial(later, earlier) {
        return is(Link::Denies, reason);
    }
    if let Some(reason) = contradiction(later, earlier) {
        return is(Link::Contradicts, reason);
    }
    repetition(later, earlier).and_then(|reason| is(Link::Repeats, reason))
}

/// One says what the other says is not so.
fn denial(later: &Claim, earlier: &Claim) -> Option<String> {
    if later.is_negative() == earlier.is_negative() {
        return None;
    }
    let denies = later.stance == Stance::Denies || earlier.stance == Stance::Denies;
    let shared = alike(later, earlier, if denies { ENOUGH_DENIED } else { ENOUGH })?;
    let (no, yes) = if later.is_negative() { (later, earlier) } else { (earlier, later) };
    let verb = if no.stance == Stance::Denies { "denies" } else { "says that it is not so" };
    Some(format!("{} {verb}, {} says so: {shared}", no.who(), other(yes)))
}

fn other(claim: &Claim) -> &str {
    claim.speaker.as_deref().unwrap_or("another")
}

/// Both tell numbers of one thing that cannot both be right.
fn contradiction(later: &Claim, earlier: &Claim) -> Option<String> {
    let shared = later.content.shared(&earlier.content).len();
    if shared < CONTEXT || later.is_negative() || earlier.is_negative() || are_elsewhere(later, earlier) {
        return None;
    }
    let pairs =
        || later.numbers.iter().flat_map(|ours| earlier.numbers.iter().map(move |theirs| (ours, theirs)));
    let mut same = pairs().filter(|(ours, theirs)| ours.counts_the_same(theirs));
    let first = same.next()?;
    let agree = first.0.agrees(first.1) || same.any(|(ours, theirs)| ours.agrees(theirs));
    (!agree).then(|| format!("{} against {}", first.0.shown(), first.1.shown()))
}

/// Whether both name actors or places, and none in common.
fn are_elsewhere(a: &Claim, b: &Claim) -> bool {
    let met = a.names.iter().any(|ours| b.names.iter().any(|theirs| !ours.shared(theirs).is_empty()));
    !a.names.is_empty() && !b.names.is_empty() && !met
}

fn repetition(later: &Claim, earlier: &Claim) -> Option<String> {
    let same = later.is_negative() == earlier.is_negative() && !are_elsewhere(later, earlier);
    let shared = if same { alike(later, earlier, ENOUGH) } else { None };
    shared.map(|shared| format!("both say: {shared}"))
}

/// The words that both share, where these are `enough` of the shorter and some of the longer.
fn alike(a: &Claim, b: &Claim, enough: f64) -> Option<String> {
    let shared = a.content.shared(&b.content);
    let sizes = [a.content.stems.len(), b.content.stems.len()];
    let (least, most) = (sizes[0].min(sizes[1]), sizes[0].max(sizes[1]));
    let part = |of: usize| share(shared.len(), of);
    let whole = least == most && shared.len() == most && least >= CONTEXT;
    let alike = shared.len() >= FEW && part(least) >= enough && part(most) >= SOME;
    let words = || {
        shared.iter().filter_map(|stem| a.content.shown.get(*stem)).cloned().collect::<Vec<_>>().join(", ")
    };
    (whole || alike).then(words)
}

#[expect(clippy::cast_precision_loss, reason = "no claim has 2^52 words")]
fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}
