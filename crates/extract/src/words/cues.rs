//! Cue verbs: the words by which a report hands the floor to a source, with the frames each one takes.
//!
//! The frames are those of VerbNet classes 37 (communication) and 30–31 (perception, opinion) as far as English news uses them; which verbs
//! are listed was decided by reading news, not by any corpus' counts.

/// One verb a row: `lemma|frames|irregular past,irregular past participle`.
///
/// Frames: `q` quotation; `t` clause with *that*; `b` clause without *that*; `n` noun phrase as content; `i` addressee + *to* + infinitive;
/// `o` *of*/*for*/*about* + noun phrase as content; `p` object + predicate ("called it pointless"); `a` addressee before the content;
/// `d` the source does not vouch for the content; `w` withholds: with a negation it declines rather than denies.
const TABLE: &str = "\
accept|t|
accuse|po|
acknowledge|qtbn|
add|qtb|
admit|qtbn|
advise|qtiba|
affirm|qtbn|
agree|qt|
allege|qtb|
announce|qtbn|
answer|q|
anticipate|tb|
argue|qtb|
ask|qia|
assert|qtbn|
assess|tb|
assume|tb|
attest|qt|
aver|qt|
assure|qtba|
back|n|
beg|qia|
believe|tb|
blame|p|
blast|n|
boast|qtb|
brand|p|
brag|qt|
call|qp|
caution|qtba|
celebrate|n|
certify|t|
challenge|n|
characterise|p|
characterize|p|
charge|qt|
cite|n|
claim|qtbn|
clarify|qtn|
comment|qtw|
complain|qto|
concede|qtbn|
conclude|qtb|
concur|qt|
condemn|n|
confess|qtn|
confirm|qtbnd|
consider|p|
contend|qtb|
continue|q|
contradict|nd|
counsel|qtia|
counter|qt|
criticise|n|
criticize|n|
decide|t|
declare|qtbn|
decree|t|
decry|n|
deem|p|
defend|n|
demand|qtni|
denounce|n|
deny|tnd|
describe|p|
detail|n|
determine|tb|
disclose|qtnw|
discover|t|
dismiss|pnd|
dispute|tnd|
divulge|t|
doubt|tbn|
elaborate|qw|
emphasise|qtn|
emphasize|qtn|
encourage|ia|
endorse|n|
envisage|tn|
estimate|qtbn|
exclaim|qt|
expect|tb|
explain|qtbnw|
express|n|
fear|tbn|
feel|tb|felt,felt
figure|tb|
find|tb|found,found
forecast|tbn|forecast,forecast
foresee|tn|foresaw,foreseen
gripe|t|
guarantee|tbn|
guess|qtb|
hail|pn|
highlight|tn|
hint|qtb|
hold|t|held,held
hope|tb|
hypothesise|t|
hypothesize|t|
implore|qia|
imply|qtb|
indicate|qtb|
inform|qta|
insist|qtb|
instruct|qtia|
insinuate|t|
interject|q|
joke|qt|
judge|tp|
label|p|
lament|qtn|
learn|t|
maintain|qtb|
mention|qtnw|
mock|n|
mull|n|
note|qtbn|
notify|ta|
object|qt|
observe|qtb|
opine|qt|
oppose|n|
order|qtia|
pledge|qtbi|
point|t|
plead|q|
ponder|n|
posit|t|
post|q|
praise|n|
predict|qtbn|
presume|tb|
proclaim|qtbnp|
profess|t|
promise|qtbia|
propose|qtn|
protest|qtn|
question|n|
quip|qt|
read|q|read,read
realise|tb|
realize|tb|
reason|qtb|
reassure|qta|
rebuke|n|
recall|qtbn|
reckon|tb|
recommend|qtbn|
recount|qtn|
refute|nd|
regard|p|
regret|tn|
reiterate|qtbn|
reject|nd|
remark|qt|
remember|qtbn|
remind|qta|
repeat|qtb|
reply|qt|
report|qtbn|
request|tn|
resolve|t|
respond|qt|
retort|qt|
reveal|qtbn|
rule|tb|
say|qtbw|said,said
scoff|qt|
see|p|saw,seen
sense|t|
signal|qtb|
slam|np|
speculate|qtb|
specify|qtbnw|
state|qtbnw|
stipulate|t|
stress|qtbn|
suggest|qtbn|
support|n|
surmise|qt|
suspect|tb|
swear|qtb|swore,sworn
theorise|qt|
theorize|qt|
tell|qtbiaw|told,told
term|p|
testify|qtb|
think|tb|thought,thought
threaten|qtni|
tout|np|
tweet|qtb|
underline|qtn|
underscore|qtn|
understand|tb|understood,understood
urge|qtina|
venture|q|
view|p|
voice|n|
volunteer|qt|
verify|tnd|
vow|qtbi|
warn|qtbioa|
welcome|n|
wonder|qt|
worry|qtbo|
write|qtb|wrote,written
rage|qt|
vent|q|
marvel|qt|
rave|q|
reflect|qt|
sob|qt|
wail|qt|
text|qt|
yell|q|
shout|q|
whisper|q|
bark|q|
bellow|q|
chuckle|q|
cry|q|
fume|q|
gasp|q|
grin|q|
groan|q|
growl|q|
grumble|q|
gush|q|
hiss|q|
laugh|q|
moan|q|
mumble|q|
murmur|q|
muse|q|
mutter|q|
scream|q|
shrug|q|
sigh|q|
smile|q|
snap|q|
sneer|q|
sniff|q|
snort|q|
thunder|q|
";

/// The shape of a verb in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said", also as participle where the two are alike
    Past,
    /// "written"
    Participle,
    /// "saying"
    Ing,
}

/// A cue verb as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cue {
    /// The lemma.
    pub(crate) lemma: &'static str,
    frames: &'static str,
    /// Its shape.
    pub(crate) form: Form,
}

impl Cue {
    fn has(self, frame: char) -> bool {
        self.frames.contains(frame)
    }
    /// Takes quoted words.
    pub(crate) fn quotes(self) -> bool {
        self.has('q')
    }
    /// Takes a clause with *that*.
    pub(crate) fn that(self) -> bool {
        self.has('t')
    }
    /// Takes a clause without *that*.
    pub(crate) fn bare(self) -> bool {
        self.has('b')
    }
    /// Takes a noun phrase as content.
    pub(crate) fn noun(self) -> bool {
        self.has('n')
    }
    /// Takes an addressee and an infinitive.
    pub(crate) fn infinitive(self) -> bool {
        self.has('i')
    }
    /// Takes *of*, *for* or *about* and a noun phrase as content.
    pub(crate) fn of(self) -> bool {
        self.has('o')
    }
    /// Takes an object and a predicate.
    pub(crate) fn predicative(self) -> bool {
        self.has('p')
    }
    /// Takes an addressee before the content.
    pub(crate) fn addressee(self) -> bool {
        self.has('a')
    }
    /// Says that the content is not so, by itself or once negated.
    pub(crate) fn doubting(self) -> bool {
        self.has('d')
    }
    /// Once negated, keeps silent about the content.
    pub(crate) fn withholding(self) -> bool {
        self.has('w')
    }
    /// A verb of saying proper: it may stand after a quotation, and its subject may follow it.
    pub(crate) fn says(self) -> bool {
        self.has('q') && (self.has('b') || self.has('t')) || self.lemma == "continue"
    }
}

/// All forms of all cue verbs, sorted.
pub(crate) struct Cues(Vec<(String, Cue)>);

impl Cues {
    pub(crate) fn load() -> Self {
        let mut forms: Vec<_> = TABLE.lines().flat_map(forms_of_row).collect();
        forms.sort_by(|a, b| (&a.0, a.1.form).cmp(&(&b.0, b.1.form)));
        Cues(forms)
    }

    /// The cue verb with this lower-case form.
    pub(crate) fn get(&self, form: &str) -> Option<Cue> {
        let at = self.0.partition_point(|(known, _)| known.as_str() < form);
        self.0.get(at).filter(|(known, _)| known == form).map(|&(_, cue)| cue)
    }
}

fn forms_of_row(row: &'static str) -> Vec<(String, Cue)> {
    let mut fields = row.split('|');
    let (lemma, frames) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
    let irregular: Vec<&str> =
        fields.next().unwrap_or_default().split(',').filter(|f| !f.is_empty()).collect();
    let regular = past(lemma);
    let (past, participle) = match irregular[..] {
        [past, participle] => (past.to_owned(), participle.to_owned()),
        _ => (regular.clone(), regular),
    };
    let forms = [
        (lemma.to_owned(), Form::Base),
        (third(lemma), Form::Third),
        (past, Form::Past),
        (participle, Form::Participle),
        (ing(lemma), Form::Ing),
    ];
    forms.into_iter().map(|(text, form)| (text, Cue { lemma, frames, form })).collect()
}

/// Verbs of one written vowel before the last consonant that double it ("beg", "brag", "quip", "slam").
fn doubles(lemma: &str) -> bool {
    ["beg", "brag", "grin", "hum", "quip", "shrug", "slam", "snap"].contains(&lemma)
}

fn ends_in_consonant_y(lemma: &str) -> bool {
    lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end))
}

fn third(lemma: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| lemma.ends_with(end));
    match lemma {
        _ if ends_in_consonant_y(lemma) => format!("{}ies", &lemma[..lemma.len() - 1]),
        _ if sibilant => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

fn past(lemma: &str) -> String {
    match lemma {
        _ if ends_in_consonant_y(lemma) => format!("{}ied", &lemma[..lemma.len() - 1]),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ if doubles(lemma) => format!("{lemma}{}ed", &lemma[lemma.len() - 1..]),
        _ => format!("{lemma}ed"),
    }
}

fn ing(lemma: &str) -> String {
    match lemma {
        _ if lemma.ends_with('e') && !lemma.ends_with("ee") => format!("{}ing", &lemma[..lemma.len() - 1]),
        _ if doubles(lemma) => format!("{lemma}{}ing", &lemma[lemma.len() - 1..]),
        _ => format!("{lemma}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_well_formed_and_sorted_by_nothing_but_meaning() {
        for row in TABLE.lines() {
            let fields: Vec<_> = row.split('|').collect();
            assert_eq!(fields.len(), 3, "{row}");
            assert!(fields[1].chars().all(|c| "qtbniopadw".contains(c)), "{row}");
        }
    }

    #[test]
    fn forms_are_spelled_as_english_spells_them() {
        let cues = Cues::load();
        for (form, lemma, shape) in [
            ("said", "say", Form::Past),
            ("denies", "deny", Form::Third),
            ("denied", "deny", Form::Past),
            ("argued", "argue", Form::Past),
            ("arguing", "argue", Form::Ing),
            ("begging", "beg", Form::Ing),
            ("written", "write", Form::Participle),
            ("stresses", "stress", Form::Third),
            ("foreseeing", "foresee", Form::Ing),
        ] {
            let cue = cues.get(form).unwrap_or_else(|| panic!("{form}"));
            assert_eq!((cue.lemma, cue.form), (lemma, shape), "{form}");
        }
        assert!(cues.get("saided").is_none());
    }
}
