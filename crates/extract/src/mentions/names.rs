//! Names: runs of capitals, cut into title and name, and what the tables say of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use sayso_lang::{NameKind, Part, Upos, VerbForm, gender_of_given_name};
use sayso_record::{ActorType, Form};

use super::Mention;
use super::outlets::is_publisher;
use crate::lexis::{Lexis, Shape, tables};
use crate::words::{Country, Function, Role, Sense};
use crate::words::{is_company_word, is_given_name, is_organ_word, is_outlet, is_outlet_word, is_place_word};

/// Lower-case words that stand inside names of people and places ("Ines de Varga", "Beit al-Nur").
const PARTICLES: &[&str] = &[
    "de", "da", "di", "del", "della", "la", "el", "al", "bin", "ibn", "van", "von", "der", "den", "ter",
    "ul", "ud", "abu", "as", "ash", "do", "dos", "das", "du", "des", "am", "zur",
];

/// Capitalised words before a name that are an office, not part of the name; abbreviations as written.
const TITLES: &[&str] = &[
    "GP",
    "MP",
    "MEP",
    "MSP",
    "TD",
    "PC",
    "DCI",
    "DC",
    "DS",
    "Recorder",
    "Councillor",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Miss",
    "Cllr",
    "Cllr.",
    "Insp",
    "Supt",
    "Adm",
    "Brig",
    "Gov",
    "Rep",
    "Sen",
    "Rev",
    "Prof",
    "Maj",
    "Capt",
    "Sgt",
    "Lt",
    "Col",
    "Gen",
    "Mr",
    "Mrs",
    "Ms",
    "Dr.",
    "Dr",
    "Prof.",
    "Sir",
    "Lord",
    "Lady",
    "Dame",
    "Sen.",
    "Rep.",
    "Gov.",
    "Gen.",
    "Lt.",
    "Col.",
    "Maj.",
    "Capt.",
    "Cmdr.",
    "Sgt.",
    "Adm.",
    "Brig.",
    "Rev.",
    "St.",
    "Amb.",
    "Judge",
    "Justice",
    "Sheikh",
    "Ayatollah",
    "Imam",
    "Vice",
    "Deputy",
    "Acting",
    "Former",
    "Prime",
    "Foreign",
    "Defense",
    "Defence",
    "Interior",
    "Finance",
    "National",
    "Security",
    "Special",
    "Chief",
    "Major",
    "Brigadier",
    "Rear",
    "Admiral",
    "Air",
    "Marshal",
    "First",
    "House",
    "Senate",
    "Attorney",
    "Crown",
    "State",
    "Opposition",
    "Press",
    "Supreme",
    "Congressman",
    "Congresswoman",
    "Archbishop",
    "Bishop",
    "Cardinal",
    "Mullah",
    "Sultan",
    "Emir",
    "Lieutenant",
    "Corporal",
    "Inspector",
    "Superintendent",
    "Constable",
    "Detective",
    "Police",
    "Party",
    "Army",
    "Navy",
];

/// Finds the names of all sentences.
pub(super) fn find<'t>(lexis: &Lexis<'_, 't>) -> Vec<Mention<'t>> {
    let known = Known::of(lexis);
    let finder = Finder { lexis, known };
    let mut names = Vec::new();
    for sentence in &lexis.reading.sentences {
        let shouting = finder.headline_case(sentence.tokens.clone());
        let title = lexis.reading.paragraphs[sentence.paragraph].part == Part::Title
            || in_capitals(lexis, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = finder.run(at, sentence.tokens.end, title && shouting);
            if end > at {
                finder.mentions_of(at..end, &mut names);
            }
            at = end.max(at + 1);
        }
    }
    names
}

/// Words of the running text, by how they are written where a capital means something.
struct Known {
    capital: BTreeSet<String>,
    /// With how often it stands so.
    lower: BTreeMap<String, usize>,
}

impl Known {
    fn of(lexis: &Lexis<'_, '_>) -> Self {
        let mut known = Known { capital: BTreeSet::new(), lower: BTreeMap::new() };
        let loud = |tokens: &Range<usize>| in_capitals(lexis, tokens.clone());
        let loud: Vec<bool> = lexis.reading.sentences.iter().map(|sentence| loud(&sentence.tokens)).collect();
        for (token, word) in lexis.words.iter().enumerate() {
            let sentence = lexis.sentence_of(token);
            let title = lexis.reading.paragraphs[sentence.paragraph].part == Part::Title;
            if title || loud[lexis.reading.tokens[token].sentence] {
                continue;
            }
            match word.shape {
                Shape::Lower => {
                    *known.lower.entry(word.lower.clone()).or_default() += 1;
                    true
                }
                Shape::Capital | Shape::Acronym
                    if !lexis.opens_sentence(token) && !follows_open_quote(lexis, token) =>
                {
                    known.capital.insert(word.lower.clone())
                }
                _ => false,
            };
        }
        known
    }
}

/// Every word is in capitals, and there are enough of them to be a headline ("MINISTER BLAMED AS DAM BREAKS").
fn in_capitals(lexis: &Lexis<'_, '_>, tokens: Range<usize>) -> bool {
    const FEWEST: usize = 4;
    let words = || tokens.clone().filter(|&at| lexis.slice(at).chars().any(char::is_alphabetic));
    let small = |at: usize| lexis.slice(at).chars().any(char::is_lowercase);
    words().count() >= FEWEST && !words().any(small)
}

fn follows_open_quote(lexis: &Lexis<'_, '_>, token: usize) -> bool {
    token > 0 && lexis.is_open_quote(token - 1)
}

struct Finder<'l, 'r, 't> {
    lexis: &'l Lexis<'r, 't>,
    known: Known,
}

impl<'t> Finder<'_, '_, 't> {
    /// More than half of the longer words are capitalised: capitals say nothing here.
    fn headline_case(&self, tokens: Range<usize>) -> bool {
        let long: Vec<_> = tokens.filter(|&token| self.lexis.lower(token).len() > 3).collect();
        let capital = long.iter().filter(|&&token| self.lexis.shape(token) != Shape::Lower).count();
        capital * 2 > long.len()
    }

    fn capital(&self, token: usize) -> bool {
        matches!(self.lexis.shape(token), Shape::Capital | Shape::Acronym)
    }

    /// Where the run of name tokens that begins at `at` ends; `at` itself where none begins.
    fn run(&self, at: usize, end: usize, headline: bool) -> usize {
        if !self.begins(at, headline) {
            return at;
        }
        let mut last = at + 1;
        while last < end {
            let next = self.continues(last, end, headline);
            if next == last {
                break;
            }
            last = next;
        }
        last
    }

    fn begins(&self, at: usize, headline: bool) -> bool {
        let lexis = self.lexis;
        let lower = lexis.lower(at);
        let name_particle =
            matches!(lower, "al" | "el") && lexis.lower(at + 1) == "-" && self.capital(at + 2);
        if !self.capital(at) {
            return name_particle || self.miscased(at);
        }
        if matches!(lower, "i" | "ok")
            || (lexis.function(at).is_some() && !self.is_us(at) && !self.is_per(at))
        {
            return false;
        }
        if headline {
            return self.in_the_body(at) || self.is_read_as_person(at);
        }
        if !lexis.opens_sentence(at) && !follows_open_quote(lexis, at) {
            return !is_calendar(lower) || self.is_titled_after_a_day(at);
        }
        !is_calendar(lower) && self.opens_with_a_name(at)
    }

    /// "the Sunday Lantern": a paper that is named after its day.
    fn is_titled_after_a_day(&self, at: usize) -> bool {
        let lexis = self.lexis;
        let named =
            self.capital(at + 1) && lexis.function(at + 1).is_none() && !is_calendar(lexis.lower(at + 1));
        lexis.lower(at).ends_with("day")
            && lexis.lower(at.wrapping_sub(1)) == "the"
            && named
            && lexis.role(at + 1).is_none()
    }

    fn is_person(&self, at: usize) -> bool {
        is_given_name(&self.lexis.slice(at)) || tables().countries.get(&self.lexis.slice(at)).is_some()
    }

    /// "US" and "IT": acronyms that look like pronouns.
    fn is_us(&self, at: usize) -> bool {
        self.lexis.shape(at) == Shape::Acronym && self.lexis.lower(at) == "us"
    }

    /// "Per Lind", "Will Holt": a given name that is spelled like a small word.
    fn is_per(&self, at: usize) -> bool {
        let given = gender_of_given_name(&self.lexis.slice(at)).is_some();
        let says = self.lexis.words.get(at + 2).is_some_and(|word| word.cue.is_some_and(|cue| cue.says()));
        given
            && (!self.lexis.opens_sentence(at) || says)
            && self.capital(at + 1)
            && self.lexis.function(at + 1).is_none()
    }

    /// A word written small here and as a name elsewhere in the report ("idlib").
    fn miscased(&self, at: usize) -> bool {
        let lower = self.lexis.lower(at);
        let often_name = self.known.capital.contains(lower) && lower.len() > 3;
        often_name
            && self.lexis.role(at).is_none()
            && self.lexis.function(at).is_none()
            && self.lexis.words[at].cue.is_none()
            && self.lexis.is(at.wrapping_sub(1), Function::Preposition)
            && self.known.lower.get(lower) == Some(&1)
    }

    fn in_the_body(&self, at: usize) -> bool {
        let text = self.lexis.slice(at);
        let lower = self.lexis.lower(at);
        let country = tables().countries.get(&text).is_some();
        country || (self.known.capital.contains(lower) && !self.known.lower.contains_key(lower))
    }

    /// At the head of a sentence every word has a capital: is this one a name nevertheless?
    fn opens_with_a_name(&self, at: usize) -> bool {
        let lexis = self.lexis;
        let (text, lower) = (lexis.slice(at), lexis.lower(at));
        if tables().countries.get(&text).is_some() || is_outlet(&text) || lexis.shape(at) == Shape::Acronym {
            return true;
        }
        // "Mayor denies fraud" above "Mayor Holt": an office alone is no name.
        let title = lexis.reading.paragraphs[lexis.sentence_of(at).paragraph].part == Part::Title;
        if title && lexis.role(at) == Some(Role::Person) && !self.capital(at + 1) {
            return false;
        }
        if self.known.capital.contains(lower) || is_given_name(&text) {
            return !self.known.lower.contains_key(lower) || is_given_name(&text) || self.capital(at + 1);
        }
        let office = lexis.role(at) == Some(Role::Person) || TITLES.contains(&text.as_str());
        // "Prime Minister Holt": an office of two words before a name.
        let two_words = TITLES.contains(&text.as_str())
            && lexis.role(at + 1) == Some(Role::Person)
            && self.capital(at + 2)
            && lexis.function(at + 2).is_none();
        let alone = lexis.role(at + 1).is_none() || two_words;
        if office && self.capital(at + 1) && lexis.function(at + 1).is_none() && alone {
            return true;
        }
        if self.known.lower.contains_key(lower)
            || lexis.words[at].cue.is_some_and(|cue| cue.form != crate::words::CueForm::Base)
        {
            return false;
        }
        let next_is_name =
            self.capital(at + 1) && lexis.function(at + 1).is_none() && !is_calendar(lexis.lower(at + 1));
        let title = TITLES.contains(&text.as_str()) || lexis.role(at).is_some();
        let speaks = self.lexis.words.get(at + 1).is_some_and(|word| word.cue.is_some_and(|cue| cue.says()));
        let possessive = matches!(lexis.lower(at + 1), "'s") && !lower.ends_with('s');
        let hyphen = lexis.lower(at + 1) == "-" && self.capital(at + 2);
        let particle =
            PARTICLES.contains(&lexis.lower(at + 1)) && lexis.lower(at + 1) != "as" && self.capital(at + 2);
        let listed = lexis.lower(at + 1) == "and" && self.capital(at + 2) && lexis.function(at + 2).is_none();
        let name = listed && lexis.role(at).is_none() && !lower.ends_with("ing");
        name || next_is_name
            || particle
            || hyphen
            || (possessive && !title)
            || (speaks && lexis.role(at).is_none() && !lower.ends_with("ing"))
    }

    /// The token after the part of a name that begins at `at`, or `at` where the name is over.
    fn continues(&self, at: usize, end: usize, headline: bool) -> usize {
        let lexis = self.lexis;
        let capital = |token: usize| {
            token < end
                && self.capital(token)
                && (lexis.function(token).is_none()
                    || self.is_us(token)
                    || is_outlet_word(&lexis.slice(token)))
                && !is_calendar(lexis.lower(token))
                && (!headline || self.in_the_body(token) || self.is_read_as_person(token))
        };
        if capital(at) {
            return at + 1;
        }
        let lower = lexis.lower(at);
        let tight = |token: usize| !lexis.reading.tokens[token].space_after;
        if lower == "-" && tight(at) && tight(at - 1) && (capital(at + 1)) {
            return at + 2;
        }
        // "Odren-1", "Channel 4".
        let number = |token: usize| token < end && lexis.shape(token) == Shape::Number;
        if lower == "-" && tight(at) && tight(at - 1) && number(at + 1) && self.capital(at - 1) {
            return at + 2;
        }
        if number(at)
            && matches!(lexis.lower(at - 1), "channel" | "kanal" | "canal" | "radio" | "tv")
            && self.capital(at - 1)
        {
            return at + 1;
        }
        let particle = PARTICLES.contains(&lower) && lexis.shape(at) == Shape::Lower;
        if particle && lexis.lower(at + 1) == "-" && capital(at + 2) {
            return at + 3;
        }
        if (particle && lower != "as" || lower == "&") && capital(at + 1) {
            return at + 2;
        }
        // "Workers' Party", "People's Army": people own the body; "Russia's Ministry" is two names. "Karsk Threatens Vell" is none.
        let says = || {
            headline
                && !self.in_the_body(at)
                && lexis.reading.tokens[at].morphology.verb_form == Some(VerbForm::Fin)
        };
        if matches!(lexis.shape(at), Shape::Number | Shape::Capital) && self.read_on(at) && !says() {
            return at + 1;
        }
        let owners = lexis.role(at - 1) == Some(Role::People)
            || matches!(lexis.lower(at - 1), "workers" | "women" | "children");
        if owners && matches!(lower, "'" | "'s") && capital(at + 1) {
            return at + 2;
        }
        // "Dockers' Federation", "Fishermen's Mission".
        let many = lower == "'" || lower == "'s" && lexis.lower(at - 1).ends_with("men");
        if many && capital(at + 1) && is_organ_word(&lexis.slice(at + 1)) && !self.is_person(at - 1) {
            return at + 2;
        }
        // "Jong-un": the second part of a given name in small letters.
        let second_part = lexis.lower(at + 1).chars().count() <= 4 && lexis.shape(at + 1) == Shape::Lower;
        if lower == "-"
            && tight(at)
            && tight(at - 1)
            && second_part
            && lexis.function(at + 1).is_none()
            && is_given_name(&lexis.slice(at.saturating_sub(2)))
        {
            return at + 2;
        }
        let organ = is_organ_word(&lexis.slice(at - 1)) || lexis.role(at - 1) == Some(Role::Person);
        if matches!(lower, "of" | "for") && organ {
            let skip = usize::from(lexis.lower(at + 1) == "the");
            return if capital(at + 1 + skip) { at + 2 + skip } else { at };
        }
        at
    }

    /// The mentions in one run of capitals: a country before a title, a title before a name, several countries joined by hyphens.
    fn mentions_of(&self, run: Range<usize>, out: &mut Vec<Mention<'t>>) {
        if self.joined_countries(&run, out) {
            return;
        }
        // "the channel Libya Panorama": an outlet that has a country's name in its own.
        let noun = run.start.checked_sub(1).filter(|_| run.len() > 1);
        if noun.is_some_and(|noun| {
            is_publisher(self.lexis.lower(noun)) && self.lexis.shape(noun) == Shape::Lower
        }) && let Some(slice) = self.lexis.hull(run.clone())
        {
            let mention = self.bare(run, slice);
            out.push(Mention { kind: Some(ActorType::Organization), outlet: true, ..mention });
            return;
        }
        let (prefix, country) = self.leading_country(&run);
        let rest = run.start + prefix..run.end;
        if rest.is_empty() {
            out.extend(country.and_then(|country| self.country(run, country)));
            return;
        }
        let titled = self.title_end(&rest);
        // "the Transport Minister of Tessel": an office and where it is held, and no name.
        if titled > rest.start
            && titled + 1 < rest.end
            && matches!(self.lexis.lower(titled), "of" | "for")
            && let Some(office) = self.office(&(run.start..titled))
        {
            out.push(office);
            let place = titled + 1..rest.end;
            let (length, country) = self.leading_country(&place);
            match country.filter(|_| length == place.len()) {
                Some(country) => out.extend(self.country(place, country)),
                None => out.extend(self.plain(place, 0, None)),
            }
            return;
        }
        if titled > rest.start && titled < rest.end {
            self.push_country_before(&run, prefix, country, out);
            out.extend(self.person(run.start, titled..rest.end, country));
            return;
        }
        let of_state = rest.len() == 3 && self.lexis.lower(rest.start + 1) == "of";
        if (titled == rest.end || of_state && self.lexis.lower(rest.start) == "head")
            && prefix == 0
            && let Some(office) = self.office(&run)
        {
            out.push(office);
            return;
        }
        out.extend(self.plain(run, prefix, country));
    }

    /// "the Prime Minister": an office and no name, which may stand for somebody named elsewhere.
    fn office(&self, run: &Range<usize>) -> Option<Mention<'t>> {
        let article =
            run.start.checked_sub(1).filter(|&at| matches!(self.lexis.lower(at), "the" | "'s" | "’s"))?;
        let article = if self.lexis.lower(article) == "the" { article } else { run.start };
        let last = self.lexis.lower(run.end - 1);
        // "the Leader", "the Observer": papers are called so.
        let paper = run.len() == 1
            && matches!(last, "leader" | "observer" | "citizen" | "worker" | "examiner" | "monitor");
        let of_state = run.len() > 2
            && self.lexis.lower(run.end - 2) == "of"
            && matches!(last, "state" | "government" | "staff");
        let noun = (self.lexis.role(run.end - 1) == Some(Role::Person) || of_state) && !paper;
        let person = noun && !self.capital(run.end);
        let mention = self.bare(article..run.end, self.lexis.hull(article..run.end)?);
        let name = self.lexis.hull(run.clone())?;
        let form = Form::Nominal;
        person.then_some(Mention {
            name,
            form,
            kind: Some(ActorType::Person),
            noun: Some(Role::Person),
            definite: true,
            ..mention
        })
    }

    fn joined_countries(&self, run: &Range<usize>, out: &mut Vec<Mention<'t>>) -> bool {
        let parts: Vec<_> = run.clone().filter(|&token| self.lexis.lower(token) != "-").collect();
        let countries: Vec<_> =
            parts.iter().map(|&token| tables().countries.get(&self.lexis.slice(token))).collect();
        let joined = parts.len() > 1 && parts.len() < run.len() && countries.iter().all(Option::is_some);
        if joined {
            let pairs = parts.iter().zip(countries);
            out.extend(pairs.filter_map(|(&token, country)| self.country(token..token + 1, country?)));
        }
        joined
    }

    /// Tokens at the head of the run that name a country or its people, the longest first.
    fn leading_country(&self, run: &Range<usize>) -> (usize, Option<Country>) {
        for length in (1..=run.len().min(6)).rev() {
            let words = self.lexis.hull(run.start..run.start + length);
            let country = words.and_then(|words| tables().countries.get(&words));
            let usable = country.filter(|country| country.sense != Sense::Seat || length == run.len());
            if usable.is_some() {
                return (length, usable);
            }
        }
        (0, None)
    }

    /// Where the titles at the head of `rest` end.
    fn title_end(&self, rest: &Range<usize>) -> usize {
        let lexis = self.lexis;
        // "Imran Sheikh": a title behind a given name is a surname.
        let first = lexis.slice(rest.start);
        if !TITLES.contains(&first.as_str())
            && lexis.role(rest.start).is_none()
            && gender_of_given_name(&first).is_some()
        {
            return rest.start;
        }
        let mut end = rest.start;
        for at in rest.clone() {
            let text = lexis.slice(at);
            let title = TITLES.contains(&text.as_str()) || lexis.role(at) == Some(Role::Person);
            if title && lexis.role(at) != Some(Role::Organ) || TITLES.contains(&text.as_str()) {
                end = self.with_office(at + 1, rest);
            } else if at >= end && !(at < rest.end - 1 && self.title_follows(at, rest)) {
                break;
            }
        }
        // "General Motors" and "Justice Ministry" are organisations, whatever their first word is.
        let organ =
            (end..rest.end).any(|at| is_organ_word(&lexis.slice(at)) || is_outlet_word(&lexis.slice(at)));
        let staff = (rest.start + 1..rest.end)
            .any(|at| lexis.lower(at) == "staff" && lexis.lower(at - 1) == "general");
        // "Mr Sheikh": some surnames are titles.
        let courtesy = rest.len() == 2 && end == rest.end && is_courtesy(&first);
        if courtesy {
            return rest.start + 1;
        }
        if organ || staff { rest.start } else { end }
    }

    /// "Secretary of State", "Representative for Iran": the title goes on through what it is of, and leaves the last two words to the name.
    fn with_office(&self, end: usize, rest: &Range<usize>) -> usize {
        let of = matches!(self.lexis.lower(end), "of" | "for");
        if !of || end + 2 >= rest.end {
            return end;
        }
        let (country, _) = self.leading_country(&(end + 1..rest.end));
        let office = if country > 0 { country } else { (rest.end - end - 1).saturating_sub(2).max(1) };
        (end + 1 + office).min(rest.end)
    }

    /// A title stands within the next two tokens, so this word belongs to it ("National Security Adviser").
    fn title_follows(&self, at: usize, rest: &Range<usize>) -> bool {
        (at + 1..rest.end.min(at + 3))
            .any(|next| self.lexis.role(next) == Some(Role::Person) && next + 1 < rest.end)
    }

    fn push_country_before(
        &self,
        run: &Range<usize>,
        prefix: usize,
        country: Option<Country>,
        out: &mut Vec<Mention<'t>>,
    ) {
        if let Some(country) = country.filter(|country| country.sense == Sense::Name) {
            out.extend(self.country(run.start..run.start + prefix, country));
        }
    }

    fn country(&self, tokens: Range<usize>, country: Country) -> Option<Mention<'t>> {
        let slice = self.lexis.hull(tokens.clone())?;
        if country.sense == Sense::Demonym {
            return self.inhabitants(tokens, country);
        }
        Some(Mention { country: Some(country), kind: Some(ActorType::Place), ..self.bare(tokens, slice) })
    }

    /// "Russians", "the Saudis": people, unless the word stands before a noun it describes.
    fn inhabitants(&self, tokens: Range<usize>, country: Country) -> Option<Mention<'t>> {
        let slice = self.lexis.hull(tokens.clone())?;
        if !slice.ends_with('s') {
            return None;
        }
        Some(Mention {
            country: Some(country),
            kind: Some(ActorType::Group),
            plural: true,
            ..self.bare(tokens, slice)
        })
    }

    fn person(&self, start: usize, name: Range<usize>, country: Option<Country>) -> Option<Mention<'t>> {
        let slice = self.lexis.hull(start..name.end)?;
        let role = self.lexis.hull(start..name.start).filter(|role| !is_courtesy(role));
        let mention = self.bare(start..name.end, slice);
        let name = self.without_letters(&name);
        Some(Mention {
            name: self.lexis.hull(name)?,
            kind: Some(ActorType::Person),
            country,
            role,
            ..mention
        })
    }

    /// "Imran Holt QC": the name without the letters behind it.
    fn without_letters(&self, run: &Range<usize>) -> Range<usize> {
        let letters = matches!(
            self.lexis.slice(run.end - 1).as_str(),
            "CBE" | "Jr" | "KC" | "MBE" | "MEP" | "MP" | "MSP" | "OBE" | "PhD" | "QC" | "SC" | "TD"
        );
        run.start..run.end - usize::from(letters && run.len() > 1)
    }

    /// A run without a title: an organisation, an outlet, a place or a person, as its words tell.
    fn plain(&self, run: Range<usize>, prefix: usize, country: Option<Country>) -> Option<Mention<'t>> {
        let slice = self.lexis.hull(run.clone())?;
        let alone = run.len() == 1 && self.lexis.role(run.start).is_some();
        if alone && self.known.lower.contains_key(self.lexis.lower(run.start)) {
            return None;
        }
        let outlet = is_outlet(&slice);
        let core = self.without_letters(&run);
        let kind = self.kind_of(&core, outlet);
        let role = if kind == Some(ActorType::Person) { self.role_before(run.start) } else { None };
        let mention = self.bare(run.clone(), slice);
        if kind == Some(ActorType::Person) && prefix > 0 {
            // "Estonian Reik", "Chile Varga": the country describes the person.
            let name = self.lexis.hull(run.start + prefix..run.end)?;
            return Some(Mention { name, kind, country, ..mention });
        }
        let tokens = role.unwrap_or(run.start)..run.end;
        let slice = self.lexis.hull(tokens.clone())?;
        let mention = if core.end < run.end && kind == Some(ActorType::Person) {
            Mention { name: self.lexis.hull(core)?, ..mention }
        } else {
            mention
        };
        let described = role.and_then(|start| self.lexis.hull(start..run.start));
        Some(Mention { tokens, slice, kind, country, role: described, outlet, ..mention })
    }

    fn kind_of(&self, run: &Range<usize>, outlet: bool) -> Option<ActorType> {
        let lexis = self.lexis;
        let any = |test: fn(&str) -> bool| run.clone().any(|token| test(&lexis.slice(token)));
        // "his new book, The Cold Table".
        let work = run.start > 1
            && lexis.lower(run.start - 1) == ","
            && matches!(
                lexis.lower(run.start - 2),
                "album"
                    | "book"
                    | "documentary"
                    | "essay"
                    | "film"
                    | "memoir"
                    | "memoirs"
                    | "novel"
                    | "pamphlet"
                    | "play"
            );
        if work {
            return Some(ActorType::Organization);
        }
        let acronym = run.len() == 1 && lexis.shape(run.start) == Shape::Acronym;
        let company = run.len() > 1 && is_company_word(&lexis.slice(run.end - 1));
        if outlet || any(is_organ_word) || acronym || company || any(|word| word == "&") {
            return Some(ActorType::Organization);
        }
        // "Track owner Northern Ways": what owns may be a body.
        let body = !is_given_name(&lexis.slice(run.start))
            && gender_of_given_name(&lexis.slice(run.start)).is_none()
            && self.read_as(run) != Some(ActorType::Person)
            && super::may_be_a_body(lexis.lower(run.start.wrapping_sub(1)));
        if body && run.len() > 1 {
            return Some(ActorType::Organization);
        }
        if is_given_name(&lexis.slice(run.start)) || self.role_before(run.start).is_some() && !body {
            return Some(ActorType::Person);
        }
        let known_place = any(is_place_word) || tables().countries.get(&lexis.hull(run.clone())?).is_some();
        let given = (2..4).contains(&run.len()) && gender_of_given_name(&lexis.slice(run.start)).is_some();
        if given && !known_place {
            return Some(ActorType::Person);
        }
        // "Der Alpenbote", "Het Havenblad": papers have articles of their own languages.
        let article = matches!(
            lexis.slice(run.start).as_str(),
            "Der" | "Die" | "Das" | "Het" | "Le" | "La" | "Il" | "El"
        );
        let person = self.read_as(run) == Some(ActorType::Person)
            && !matches!(lexis.slice(run.start).as_str(), "Der" | "Die" | "Das" | "Het");
        let known = person || self.read_as(run) == Some(ActorType::Place) || known_place;
        if article && run.len() > 1 && !known {
            return Some(ActorType::Organization);
        }
        // "Northern Assessments": a word of direction makes no place of a body.
        let body = self.read_as(run) == Some(ActorType::Organization);
        if body
            && run.len() > 1
            && !is_place_word(&lexis.slice(run.end - 1))
            && tables().countries.get(&lexis.hull(run.clone())?).is_none()
        {
            return Some(ActorType::Organization);
        }
        if let Some(kind) = self.read_as(run).filter(|_| !known_place) {
            return Some(kind);
        }
        if any(is_place_word)
            || tables().countries.get(&lexis.hull(run.clone())?).is_some()
            || self.located(run)
        {
            return Some(ActorType::Place);
        }
        (run.len() > 1 && run.len() < 5).then_some(ActorType::Person)
    }

    /// The trained reader has a name that goes on through this token ("Kanal 5").
    fn read_on(&self, at: usize) -> bool {
        let names = &self.lexis.reading.names;
        let holds = names.partition_point(|name| name.tokens.end <= at);
        names.get(holds).is_some_and(|name| name.tokens.start < at)
    }

    /// The trained reader has a person's name of more than one word here that opens with a known given name or stands behind an office.
    fn is_read_as_person(&self, at: usize) -> bool {
        let names = &self.lexis.reading.names;
        let holds = names.partition_point(|name| name.tokens.end <= at);
        let Some(name) = names.get(holds).filter(|name| name.tokens.start <= at) else { return false };
        let first = name.tokens.start;
        let office = first.checked_sub(1).is_some_and(|before| {
            TITLES.contains(&self.lexis.slice(before).as_str())
                || self.lexis.role(before) == Some(Role::Person)
        });
        name.kind == NameKind::Person
            && name.tokens.len() > 1
            && (office || gender_of_given_name(&self.lexis.slice(first)).is_some())
    }

    /// What the trained reader takes a name for.
    fn read_as(&self, run: &Range<usize>) -> Option<ActorType> {
        let names = &self.lexis.reading.names;
        let at = names.partition_point(|name| name.tokens.end <= run.start);
        let name = names.get(at).filter(|name| name.tokens.start < run.end)?;
        match name.kind {
            NameKind::Person => Some(ActorType::Person),
            NameKind::Organisation => Some(ActorType::Organization),
            NameKind::Place => Some(ActorType::Place),
            NameKind::Group => Some(ActorType::Group),
            NameKind::Other => None,
        }
    }

    /// Stands after a preposition of place, without "the".
    fn located(&self, run: &Range<usize>) -> bool {
        let before = run.start.checked_sub(1).map(|before| self.lexis.lower(before));
        matches!(before, Some("in" | "near" | "at" | "around" | "outside" | "across"))
    }

    /// A description in lower case right before a name ("harbour spokesman", "her Estonian rival"): where it begins.
    fn role_before(&self, start: usize) -> Option<usize> {
        let lexis = self.lexis;
        let noun = start.checked_sub(1)?;
        let same_sentence = lexis.reading.tokens[noun].sentence == lexis.reading.tokens[start].sentence;
        let person = lexis.role(noun) == Some(Role::Person) && lexis.shape(noun) == Shape::Lower;
        (same_sentence && person).then(|| noun_phrase_start(lexis, noun))
    }

    fn bare(&self, tokens: Range<usize>, slice: sayso_text::Slice<'t, sayso_text::Body>) -> Mention<'t> {
        Mention {
            tokens,
            slice,
            name: slice,
            form: Form::Name,
            kind: None,
            country: None,
            role: None,
            beside: None,
            noun: None,
            does: None,
            plural: false,
            outlet: false,
            possessive: false,
            definite: false,
            named: None,
        }
    }
}

fn is_courtesy(role: &str) -> bool {
    matches!(role, "Miss" | "Mr." | "Mrs." | "Ms." | "Mr" | "Mrs" | "Ms" | "Dr." | "Dr" | "Sir")
}

/// A courtesy, or an office that is abbreviated before a name.
pub(super) fn is_form_of_address(title: &str) -> bool {
    const LONGEST: usize = 4;
    let short = title.trim_end_matches('.');
    let abbreviated =
        short.len() <= LONGEST && short.len() > 1 && !matches!(short, "King" | "Pope" | "Emir" | "Imam");
    is_courtesy(title)
        || abbreviated
            && TITLES.contains(&title)
            && !matches!(short, "Air" | "Navy" | "Army" | "Vice" | "Rear")
}

/// Names of days and months: no actors.
fn is_calendar(lower: &str) -> bool {
    const CALENDAR: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "aug.",
        "sept.",
        "sep.",
        "oct.",
        "nov.",
        "dec.",
        "may",
        "christmas",
        "easter",
        "ramadan",
    ];
    CALENDAR.contains(&lower)
}

/// Where the noun phrase with its noun at `noun` begins: adjectives, nouns, names, numbers and possessors before it, then a determiner.
pub(super) fn noun_phrase_start(lexis: &Lexis<'_, '_>, noun: usize) -> usize {
    const LONGEST: usize = 9;
    let first = lexis.sentence_of(noun).tokens.start.max(noun.saturating_sub(LONGEST));
    let mut start = noun;
    while start > first {
        let before = start - 1;
        let tight = before > first
            && !lexis.reading.tokens[before - 1].space_after
            && lexis.shape(before - 1) != Shape::Mark;
        let possessor = lexis.lower(before) == "'s" || lexis.lower(before) == "'" && tight;
        let describes = lexis.function(before).is_none()
            && lexis.shape(before) != Shape::Mark
            && !verb_like(lexis, before);
        // "16:48 Opposition chief": when.
        let clock = before > first && lexis.lower(before - 1) == ":";
        if lexis.shape(before) == Shape::Number && (clock || lexis.slice(before).contains([':', '.'])) {
            break;
        }
        // "the ruling-party chairman".
        if lexis.lower(before) == "-" && before > first && !lexis.reading.tokens[before].space_after {
            start = before - 1;
            continue;
        }
        let capital_adverb = lexis.shape(before) == Shape::Capital && lexis.function(before).is_none();
        match lexis.function(before) {
            Some(Function::Determiner) => return before,
            _ if possessor
                || describes
                || capital_adverb
                || lexis.lower(before) == "us" && lexis.shape(before) == Shape::Acronym =>
            {
                start = before;
            }
            _ => break,
        }
    }
    start
}

/// Participles of cue verbs that describe a noun rather than say something.
const DESCRIBING: &[&str] = &[
    "alleged",
    "reported",
    "suspected",
    "expected",
    "considered",
    "proposed",
    "proclaimed",
    "assessed",
    "demanding",
    "leading",
    "state",
];

/// Cue verbs end a noun phrase, but for the participles that may stand in one.
fn verb_like(lexis: &Lexis<'_, '_>, token: usize) -> bool {
    // "The agency quoted two engineers": the tree knows a verb from a participle that describes.
    let read = &lexis.reading.tokens[token];
    if read.upos == Upos::Verb && read.relation.base() != "amod" && lexis.shape(token) == Shape::Lower {
        return !DESCRIBING.contains(&lexis.lower(token));
    }
    lexis.words[token].cue.is_some()
        && lexis.shape(token) == Shape::Lower
        && !DESCRIBING.contains(&lexis.lower(token))
}
