//! What a word says about the standing of what it governs: "refused to leave" has nobody leaving, "plans an attack" no attack yet.
//!
//! The rows come from reading news; after the implication signatures of Nairn, Condoravdi and Karttunen (2006), widened from verbs to the
//! nouns, adjectives and adpositions that news uses in the same way.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Says;

/// What a row is about: how the governed word hangs on the governing one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// A clause that completes a verb or an adjective: "refused to leave", "denied that they left".
    Clause,
    /// A finite clause that completes them: "doubts that they left".
    That,
    /// A noun that a verb is about: "plans an attack", "warned of an attack", "an attack was planned".
    Object,
    /// A noun that is the subject: "an attack looms", "an attack is likely".
    Subject,
    /// What modifies a noun: "the threat of an attack", "a plan to attack".
    Noun,
    /// A noun that a word is about, where it need not stand for anything that is there: "spoke of an attack", not "of the attack".
    Indefinite,
    /// What a noun is said to be: "my guess: an attack", "the fear is an attack".
    Equal,
    /// A noun that governs in its turn, as what a verb is about: "dismissed the reports of an attack".
    Word,
}

/// One word a row: `lemma|frames|plain|negated`.
///
/// Frames: `c` clause without a tense, `t` clause with one, `o` object, `i` object if indefinite, `s` subject, `m` modifier of a noun, `e` what a noun is, `g` a noun that governs in its turn. Then what is said of the governed word where the governing one
/// holds, and where it is negated: `a` it is so, `n` it is not, `h` it may be, `f` it is to be, `-` nothing is said.
const TABLE: &str = "\
abandon|cgo|n|h
ability|m|h|n
able|c|a|n
abort|co|n|h
about|c|f|n
absence|m|n|h
abstain|co|n|a
accept|c|a|n
accusation|m|a|n
accuse|co|a|h
acknowledge|co|a|h
admit|co|a|h
advance|o|f|h
advise|c|h|h
advocate|co|h|h
afford|c|h|n
afraid|ct|h|h
against|o|h|h
agenda|s|h|n
agree|c|f|n
aim|cme|f|n
alarm|m|h|h
allegation|m|h|n
allege|o|h|h
allow|co|h|n
alternative|m|h|n
ambition|me|f|n
announce|co|f|n
anticipate|co|f|h
anxiety|m|h|h
anxious|c|h|h
appeal|cmo|h|h
appear|c|h|h
approve|o|f|n
arrange|co|f|n
ask|c|h|h
aspire|c|h|n
assumption|me|h|h
attempt|cm|h|n
attempt|o|a|n
authorise|co|f|n
authority|m|h|n
authorize|co|f|n
averted|s|n|h
avert|o|n|a
avoid|co|n|a
await|o|f|h
backfire|g|n|h
ban|cmo|n|h
bar|co|n|h
begin|co|a|n
be|s|-|n
bet|e|h|h
bid|cm|h|n
bill|m|h|h
blame|co|a|h
block|co|n|a
brace|cmo|h|h
bulwark|mo|h|h
bury|g|n|h
call|cm|h|h
campaign|c|h|h
cancel|cgo|n|h
capability|m|h|n
capable|co|h|n
capacity|m|h|n
card|s|h|n
case|m|h|h
caution|o|h|h
cease|c|a|a
certain|s|f|h
chance|m|h|n
charge|co|a|h
charge|m|h|h
choose|c|a|n
claim|m|h|n
close|c|n|n
collapse|g|n|h
commit|c|f|n
compel|c|a|n
concede|c|a|h
conceivable|st|h|n
concerned|cmo|h|h
concern|m|h|h
condemn|c|a|h
condition|m|h|h
confess|c|a|h
confirm|cgo|a|h
consider|co|h|n
contemplate|co|h|n
contingency|m|h|h
continue|co|a|n
convince|c|a|n
countdown|m|f|h
danger|me|h|n
dare|c|a|n
date|m|f|h
deadline|m|f|h
debate|c|h|h
debunk|gt|n|h
decide|c|f|n
decision|m|f|n
decline|c|n|a
defence|mo|h|h
defend|mo|h|h
defense|mo|h|h
delay|co|f|h
demand|cmot|h|h
denial|m|n|h
deny|cgot|n|h
desire|cm|h|n
desist|co|n|a
determined|c|f|n
deterrent|mo|h|h
deter|co|n|h
difficult|c|h|h
discard|g|n|h
discourage|co|n|h
discuss|c|h|h
discuss|i|h|h
dismiss|cg|n|h
disprove|t|n|h
dispute|t|h|h
dissuade|co|n|h
ditch|g|n|h
doubtful|cst|h|h
doubt|cmt|h|a
draft|o|f|h
dream|cm|h|h
drop|g|n|h
due|cs|f|n
duty|m|h|h
eager|c|h|n
easy|c|h|h
effort|m|h|n
enable|c|h|n
encourage|c|h|n
end|c|a|a
entitle|c|h|h
envisage|co|f|h
essential|cs|h|h
eventuality|m|h|h
event|m|h|h
evidence|m|a|n
exclude|co|n|h
expectation|me|f|h
expected|s|f|n
expect|co|f|n
fabrication|s|n|h
failure|m|n|a
fail|c|n|a
fail|g|n|h
famous|c|a|a
fantasy|s|n|h
feared|s|h|h
fearful|ct|h|h
fear|cmote|h|h
feasible|s|h|n
fiction|s|n|h
fight|c|h|h
finish|c|a|n
fizzle|g|n|h
focus|mo|h|h
foil|o|n|a
forbid|co|n|h
force|c|a|n
forecast|co|f|h
forecast|e|f|h
foresee|co|f|n
forget|c|n|a
forgo|co|n|a
fortify|mo|h|h
fortunate|c|a|n
founder|g|n|h
free|c|h|n
glad|c|a|a
goal|me|f|h
go|c|f|n
guard|o|h|h
guess|me|h|h
guilty|c|a|n
halt|m|a|h
happen|c|a|n
happy|c|h|h
have|c|h|n
help|c|a|n
hesitant|c|h|h
hesitate|c|h|a
hint|co|h|h
hint|m|h|n
hoax|s|n|h
hopeful|ct|h|h
hope|cmte|h|h
horizon|s|f|h
hunch|me|h|h
hypothesis|me|h|h
hypothetical|s|h|h
idea|me|h|n
imagine|t|h|h
imagine|o|h|h
imminent|s|f|h
immune|o|h|h
impede|co|n|a
impossible|cst|n|h
improbable|cst|h|h
inclination|m|h|n
inclined|c|h|n
inconceivable|st|n|h
inevitable|s|f|h
innocent|c|n|a
insist|c|f|h
instead|c|n|n
instruction|m|f|h
instruct|c|f|h
insurance|mo|h|h
insure|mo|h|h
intend|co|f|n
intention|me|f|n
intent|cm|f|n
interest|i|h|h
invention|s|n|h
invitation|m|h|h
invite|c|h|h
keen|c|h|n
keep|c|a|n
know|c|a|a
lack|mo|n|a
learn|c|a|h
licence|m|h|n
license|m|h|n
likelihood|m|h|n
likely|cst|h|n
lobby|c|h|h
loom|s|f|h
manage|c|a|n
mandate|m|h|n
miss|c|n|a
moratorium|m|n|h
motion|m|h|h
move|m|f|h
mull|co|h|n
myth|s|n|h
necessary|cs|h|h
need|cmo|h|h
neglect|c|n|a
negotiate|o|h|h
nightmare|e|h|h
notorious|c|a|a
oath|m|f|n
objective|me|f|n
object|co|h|h
obligation|m|h|h
odd|m|h|h
offer|cm|f|n
opportunity|m|h|n
oppose|co|h|h
option|me|h|n
opt|c|a|n
ordered|s|f|h
order|cmo|f|h
order|t|h|h
panic|m|h|h
permission|m|h|n
permit|co|h|n
persuade|c|a|n
petition|c|h|h
planned|s|f|n
plan|cmoe|f|n
plausible|st|h|n
plead|c|h|h
plea|m|h|h
pledge|cm|f|n
plot|cmo|f|n
poised|c|f|n
ponder|co|h|n
possibility|me|h|n
possible|cst|h|n
postpone|co|f|h
potential|m|h|n
power|m|h|n
practise|co|h|h
praise|c|a|h
pray|ct|h|h
precaution|mo|h|h
preclude|co|n|a
prediction|me|f|h
predict|co|f|h
prefer|c|h|h
preparation|m|f|n
prepared|c|h|n
prepare|co|f|n
pressure|cm|h|h
press|c|h|h
pretend|ct|n|h
pretext|m|h|h
prevention|m|n|h
prevent|co|n|a
probability|m|h|n
probable|st|h|n
proceed|c|a|n
prohibit|co|n|h
promise|cmo|f|n
proof|m|a|n
proposal|me|h|n
propose|co|h|n
propose|t|h|h
prospect|me|h|n
protection|mo|h|h
protect|o|h|h
proud|c|a|a
prove|c|a|n
provoke|c|h|h
punish|c|a|h
purpose|m|f|n
push|c|h|h
question|cmt|h|h
readiness|m|h|n
ready|c|h|n
realise|c|a|a
realize|c|a|a
recommendation|m|h|h
recommend|cot|h|h
refrain|co|n|a
refusal|m|n|a
refuse|c|n|a
refute|cgot|n|h
regret|c|a|a
rehearse|co|h|h
reject|cmo|h|h
reject|g|n|h
reluctant|c|h|h
remember|c|a|n
report|m|h|n
request|cmot|h|h
requirement|m|h|h
require|ct|h|h
resist|co|n|h
resolution|m|h|h
resolve|c|f|n
response|m|h|h
responsible|c|a|n
restrain|co|n|h
resume|co|a|n
return|c|h|h
right|m|h|n
risk|cmoe|h|h
rubbish|g|n|h
rumor|m|h|n
rumour|m|h|n
rush|c|h|n
safeguard|mo|h|h
scenario|me|h|n
scheduled|s|f|n
schedule|co|f|n
scheme|m|f|n
scrap|go|n|h
secure|mo|h|h
seek|co|h|n
seem|c|h|h
serve|c|h|h
set|c|f|n
shelve|g|n|h
shield|o|h|h
sign|m|h|n
simulate|o|h|h
sorry|c|a|a
speculate|ct|h|h
speculation|me|h|n
start|co|a|n
stop|co|a|a
stop|m|a|h
struggle|c|h|h
succeed|c|a|n
suggestion|m|h|n
suggest|o|h|h
supposed|c|h|n
suppose|ct|h|h
suspect|cmot|h|h
suspend|co|a|a
suspicion|me|h|n
swear|c|f|n
table|s|h|n
take|c|a|n
talk|m|h|h
target|m|f|n
tell|c|f|h
tempted|c|h|h
tempt|c|h|h
thank|c|a|h
theory|me|h|n
threaten|co|f|h
threat|me|h|n
thwart|co|n|a
timetable|m|f|h
time|m|h|h
train|c|h|h
try|co|h|n
turn|c|a|n
ultimatum|m|h|h
unable|c|n|a
unavoidable|s|f|h
unlikely|cst|h|h
unthinkable|s|n|h
unwilling|c|n|h
urge|ct|h|h
use|c|a|n
vigilance|mo|h|h
vote|c|f|n
vote|m|h|h
vow|cm|f|n
vulnerable|o|h|h
wait|co|f|h
want|cmo|h|n
warning|m|h|h
warn|o|h|h
watch|mo|h|h
weigh|co|h|n
willingness|m|h|n
willing|c|h|n
will|m|h|h
wish|cm|h|n
wish|t|n|h
wonder|ct|h|h
work|c|h|h
worried|cmot|h|h
worry|cmote|h|h
";

/// The particles and adpositions that make another word of a verb: "rule out", "call for".
const PHRASES: &str = "\
argue against|co|h|h
call for|co|h|h
call off|o|n|h
call on|c|h|h
come close|c|n|n
decide against|co|n|h
dream about|co|h|h
dream of|co|h|h
fail in|cgo|n|a
go on|c|a|n
hold off|c|n|h
keep from|co|n|a
look forward|co|f|h
prepared for|o|h|h
push for|co|h|h
put off|o|f|h
ready for|o|h|h
rule out|co|n|h
speak of|i|h|h
stop from|co|n|a
stop short|c|n|n
talk about|i|h|h
talk of|i|h|h
think about|co|h|n
think better|co|n|h
think of|co|h|n
train for|co|h|h
vote against|co|h|h
warn against|co|h|h
";

/// Adverbs: what they say of the word they stand at.
pub(super) const ADVERBS: &[(&str, Says)] = &[
    ("allegedly", Says::Maybe),
    ("almost", Says::Not),
    ("apparently", Says::Maybe),
    ("conceivably", Says::Maybe),
    ("hypothetically", Says::Maybe),
    ("maybe", Says::Maybe),
    ("nearly", Says::Not),
    ("ostensibly", Says::Maybe),
    ("perhaps", Says::Maybe),
    ("possibly", Says::Maybe),
    ("potentially", Says::Maybe),
    ("presumably", Says::Maybe),
    ("probably", Says::Maybe),
    ("purportedly", Says::Maybe),
    ("reportedly", Says::Maybe),
    ("reputedly", Says::Maybe),
    ("supposedly", Says::Maybe),
];

/// Adjectives and participles before a noun: what they say of it.
pub(super) const ADJECTIVES: &[(&str, Says)] = &[
    ("abandoned", Says::Not),
    ("aborted", Says::Not),
    ("alleged", Says::Maybe),
    ("announced", Says::ToCome),
    ("anticipated", Says::ToCome),
    ("apparent", Says::Maybe),
    ("averted", Says::Not),
    ("cancelled", Says::Not),
    ("conceivable", Says::Maybe),
    ("coming", Says::ToCome),
    ("eventual", Says::Maybe),
    ("expected", Says::ToCome),
    ("feared", Says::Maybe),
    ("foiled", Says::Not),
    ("forthcoming", Says::ToCome),
    ("future", Says::ToCome),
    ("hypothetical", Says::Maybe),
    ("imminent", Says::ToCome),
    ("impending", Says::ToCome),
    ("intended", Says::ToCome),
    ("likely", Says::Maybe),
    ("looming", Says::ToCome),
    ("planned", Says::ToCome),
    ("possible", Says::Maybe),
    ("potential", Says::Maybe),
    ("prospective", Says::Maybe),
    ("proposed", Says::Maybe),
    ("purported", Says::Maybe),
    ("reported", Says::Maybe),
    ("rumored", Says::Maybe),
    ("rumoured", Says::Maybe),
    ("scheduled", Says::ToCome),
    ("so-called", Says::Maybe),
    ("supposed", Says::Maybe),
    ("suspected", Says::Maybe),
    ("threatened", Says::ToCome),
    ("thwarted", Says::Not),
    ("upcoming", Says::ToCome),
    ("would-be", Says::Maybe),
];

/// Words that join a clause or a noun to what it hangs on: what they say of it.
pub(super) const MARKS: &[(&str, Says)] = &[
    ("absent", Says::Not),
    ("barring", Says::Maybe),
    ("if", Says::If),
    ("instead", Says::Not),
    ("lest", Says::Maybe),
    ("otherwise", Says::Maybe),
    ("provided", Says::If),
    ("providing", Says::If),
    ("unless", Says::If),
    ("whether", Says::Maybe),
    ("without", Says::Not),
];

/// What the tables say of `lemma` governing in `frame`: the rows above, else what people judged (MegaVeridicality).
pub(super) fn governs(lemma: &str, frame: Frame) -> Option<Governs> {
    static INDEX: LazyLock<Index> =
        LazyLock::new(|| index(TABLE.lines().map(|row| row.split('|').collect())));
    static LEARNT: LazyLock<Index> =
        LazyLock::new(|| index(JUDGED.lines().map(|row| row.split('\t').collect())));
    row(&INDEX, lemma, frame).or_else(|| row(&LEARNT, lemma, frame))
}

/// The word is about something else that happens or does not.
pub(crate) fn governs_anything(lemma: &str) -> bool {
    [Frame::Clause, Frame::That, Frame::Object].iter().any(|&frame| governs(lemma, frame).is_some())
}

/// Verbs with their frames as above, learnt by `train/veridicality.py`.
const JUDGED: &str = include_str!("../../../../data/words/veridicality.tsv");

/// The same for a verb and its particle or adposition.
pub(super) fn phrase_governs(verb: &str, particle: &str, frame: Frame) -> Option<Governs> {
    static INDEX: LazyLock<Index> =
        LazyLock::new(|| index(PHRASES.lines().map(|row| row.split('|').collect())));
    row(&INDEX, &format!("{verb} {particle}"), frame)
}

fn row(table: &'static Index, lemma: &str, frame: Frame) -> Option<Governs> {
    table.get(lemma)?.iter().find(|(frames, _)| frames.contains(frame.letter())).map(|&(_, says)| says)
}

/// What a row says: where the governing word holds, and where it is negated.
pub(super) type Governs = (Option<Says>, Option<Says>);

type Index = BTreeMap<&'static str, Vec<(&'static str, Governs)>>;

fn index(rows: impl Iterator<Item = Vec<&'static str>>) -> Index {
    let mut index = Index::new();
    for row in rows {
        if let [lemma, frames, plain, negated] = row[..] {
            index.entry(lemma).or_default().push((frames, (says_of(plain), says_of(negated))));
        }
    }
    index
}

impl Frame {
    fn letter(self) -> char {
        match self {
            Frame::Clause => 'c',
            Frame::That => 't',
            Frame::Object => 'o',
            Frame::Subject => 's',
            Frame::Noun => 'm',
            Frame::Indefinite => 'i',
            Frame::Equal => 'e',
            Frame::Word => 'g',
        }
    }
}

fn says_of(letter: &str) -> Option<Says> {
    match letter {
        "a" => Some(Says::So),
        "n" => Some(Says::Not),
        "h" => Some(Says::Maybe),
        "f" => Some(Says::ToCome),
        _ => None,
    }
}
