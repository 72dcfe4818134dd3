//! Trace: who said it first, on whose word, who repeats it, who denies it, and which other numbers are given?

mod told;

use std::collections::{BTreeMap, BTreeSet};

use sayso_link::claims::{self, Asked, Claim, Match};
use sayso_link::origins::origins;
use sayso_wire::{LinkType, Stance};

use self::told::{Told, number};
use super::filters::{SIEVE, Sieve, quoted};
use super::found::Found as Reports;
use crate::answers::{Between, Count, Given, Name, Origin, Role, Saying, Trace, What};
use crate::error::Error;
use crate::ids::{ItemId, ReportId, Sort, Sorts};
use crate::query::Query;
use crate::store::{Answer, Store};

/// Items that are looked at: the earliest of them, in order. A trace tells who began it, so what is cut off is the end.
const MOST: usize = 200;

/// Words beyond these are not asked for; a claim is told in fewer.
const WORDS: usize = 8;

/// The first saying of an origin is compared with those of so many earlier origins.
const EARLIER: usize = 24;

impl Store {
    /// Where a claim comes from: the words of the query are what is claimed ("30,000 Danish soldiers"); its filters hold, too.
    ///
    /// # Errors
    /// As for [`Store::search`], and where the query has no words that say anything.
    pub fn trace(&self, query: &Query) -> Answer<Trace> {
        let query = query.clone().unfolded()?;
        let asked = Asked::new(&query.words);
        let sieve = self.claimed(&query, &asked)?;
        let items = self.candidates(&sieve)?;
        let mut reports = Reports::new(self);
        let mut told = Vec::new();
        for item in &items {
            told.extend(self.told(&mut reports, *item, &query, &asked)?);
        }
        self.answered(&mut reports, &mut told, &query)?;
        told.sort_by_key(|one| (one.item.report().earliness(), one.item));
        told.dedup_by_key(|one| one.item);
        let mut told = without_outer(told);
        name(&asked, &mut told);
        let total = if items.len() < MOST { 0 } else { self.count(&sieve)? };
        Ok(traced(&query.words, &asked, &told, total))
    }

    /// The items that have enough of the words asked for, or words that mean the same.
    fn claimed(&self, query: &Query, asked: &Asked) -> Answer<Sieve> {
        let mut words = asked.alternatives();
        words.truncate(WORDS);
        let each: Vec<_> = words.iter().map(|alike| any(alike)).collect();
        let expression = match each.len() {
            0 => numbers(&query.words).ok_or_else(|| {
                Error::question("a trace needs the words of a claim").hint("sayso trace \"30,000 soldiers\"")
            })?,
            1 | 2 => each.join(" AND "),
            // All but one of them: whatever one is told by other words.
            count => (0..count).map(|out| but(&each, out)).collect::<Vec<_>>().join(" OR "),
        };
        self.sieve_with(query, Some(expression), Sorts::WORDS)
    }

    /// The earliest, those in reports of unknown day last.
    fn candidates(&self, sieve: &Sieve) -> Answer<Vec<ItemId>> {
        let dated = ItemId::first(ReportId::first(crate::ids::Day(1)));
        let mut items = self.oldest(&Sieve { from: sieve.from.max(dated), ..sieve.clone() }, MOST)?;
        if items.len() < MOST && sieve.from < dated {
            items.extend(
                self.oldest(&Sieve { end: sieve.end.min(dated), ..sieve.clone() }, MOST - items.len())?,
            );
        }
        Ok(items)
    }

    fn count(&self, sieve: &Sieve) -> Answer<u32> {
        let sql = format!("SELECT count(*) FROM item WHERE {SIEVE}");
        self.ask(|store| {
            let values = rusqlite::params![sieve.expression, sieve.from.0, sieve.end.0, sieve.sorts.0];
            store.prepare_cached(&sql)?.query_row(values, |row| row.get(0))
        })
    }

    fn told(
        &self,
        reports: &mut Reports<'_>,
        item: ItemId,
        query: &Query,
        asked: &Asked,
    ) -> Answer<Option<Told>> {
        let Some(told) = self.item(reports, item, query)? else { return Ok(None) };
        Ok(Some(told).filter(|told| asked.fit(&told.claim).is_about()))
    }

    fn item(&self, reports: &mut Reports<'_>, item: ItemId, query: &Query) -> Answer<Option<Told>> {
        let open = reports.open(item.report())?;
        let hit = reports.hit(item, &query.words)?;
        Ok(hit.map(|hit| Told::new(&open, item, hit)))
    }

    /// Adds what a report itself links to what was found: a denial need not have the words ("denied it").
    fn answered(&self, reports: &mut Reports<'_>, told: &mut Vec<Told>, query: &Query) -> Answer<()> {
        let found: BTreeSet<_> = told.iter().map(|one| one.item).collect();
        let mut answers = BTreeMap::new();
        for one in told.iter() {
            let open = reports.open(one.item.report())?;
            for from in told::links_to(&open.record, &one.hit) {
                let item = ItemId::new(one.item.report(), Sort::Statement, from);
                item.filter(|item| !found.contains(item)).map(|item| answers.insert(item, one.item));
            }
        }
        for (item, to) in answers {
            let one = self.item(reports, item, query)?;
            told.extend(one.map(|one| one.answering(to)));
        }
        Ok(())
    }
}

/// One of these words.
fn any(alike: &[String]) -> String {
    format!("({})", alike.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" OR "))
}

fn but(each: &[String], out: usize) -> String {
    let others = each.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, word)| word.as_str());
    format!("({})", others.collect::<Vec<_>>().join(" AND "))
}

/// The numbers of a query that has no words.
fn numbers(words: &str) -> Option<String> {
    let parts =
        crate::query::parts(words).into_iter().filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    let quoted: Vec<_> = parts.map(quoted).collect();
    (!quoted.is_empty()).then(|| quoted.join(" AND "))
}

/// Without statements in which somebody says what another one of these says: the inner one tells both.
fn without_outer(told: Vec<Told>) -> Vec<Told> {
    let outer: BTreeSet<_> = told.iter().flat_map(|one| one.around.clone()).collect();
    told.into_iter().filter(|one| !outer.contains(&one.item) || one.is_answer()).collect()
}

fn traced(words: &str, asked: &Asked, told: &[Told], total: u32) -> Trace {
    let groups = origins(&told.iter().map(|one| one.saying.clone()).collect::<Vec<_>>());
    let mut of = vec![0; told.len()];
    groups.iter().enumerate().for_each(|(at, group)| group.sayings.iter().for_each(|one| of[*one] = at));
    let firsts: Vec<_> = groups.iter().map(|group| group.sayings[0]).collect();
    let relations = relations(asked, told, &firsts, &of);
    let roles = roles(asked, told, &of, &relations);
    let sayings = told.iter().zip(&roles).zip(&of).map(|((one, role), origin)| Saying {
        hit: one.hit.clone(),
        role: *role,
        origin: index(*origin),
    });
    Trace {
        asked: words.to_owned(),
        sayings: sayings.collect(),
        total: total.max(index(told.len())),
        origins: groups.iter().map(|group| origin(group, told, &roles)).collect(),
        numbers: given(asked, told),
        relations,
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The earliest that says what was asked is the first; what comes after has another origin, repeats one, or stands in a copy.
fn roles(asked: &Asked, told: &[Told], of: &[usize], relations: &[Between]) -> Vec<Role> {
    let mut heard = BTreeSet::new();
    let mut copied = BTreeSet::new();
    let mut first = None;
    let mut roles = Vec::with_capacity(told.len());
    for (at, (one, origin)) in told.iter().zip(of).enumerate() {
        let says = asked.fit(&one.claim).number == Match::Same;
        let again = !heard.insert(*origin);
        let copy = !copied.insert((*origin, one.saying.family.clone())) && one.is_in_a_copy();
        roles.push(match one.stance() {
            Stance::Denies => Role::Denial,
            Stance::Declines => Role::Declined,
            Stance::Affirms if one.claim.is_negative() && is_denial(at, relations) => Role::Denial,
            Stance::Affirms if copy => Role::Copy,
            Stance::Affirms if first.is_none() && says => *first.insert(Role::First),
            Stance::Affirms if again => Role::Repeat,
            Stance::Affirms => Role::Independent,
        });
    }
    roles
}

/// Whether what it says is that another one is not so.
fn is_denial(at: usize, relations: &[Between]) -> bool {
    let of_it = |one: &Between| one.from == index(at) || one.to == index(at);
    relations.iter().any(|one| one.r#type == LinkType::Denies && of_it(one))
}

fn origin(group: &sayso_link::origins::Origin, told: &[Told], roles: &[Role]) -> Origin {
    let mut through = Vec::new();
    for at in &group.sayings {
        let names = told[*at].saying.relays.iter().chain(&told[*at].saying.outlet).map(|voice| &voice.name);
        names.for_each(|name| {
            if !through.contains(name) {
                through.push(name.clone())
            }
        });
    }
    let who: Vec<_> = group.who.iter().map(|voice| voice.name.as_str()).collect();
    let id = group.who.first().and_then(|voice| voice.id.clone());
    let denials = group.sayings.iter().filter(|at| roles[**at] == Role::Denial).count();
    Origin {
        who: (!who.is_empty()).then(|| Name { name: who.join(", "), id }),
        reason: group.reason.clone(),
        sayings: group.sayings.iter().map(|at| index(*at)).collect(),
        through,
        copies: index(group.sayings.iter().filter(|at| told[**at].is_in_a_copy()).count()),
        denies: 2 * denials > group.sayings.len(),
    }
}

/// The numbers of what was asked for, the most often given first.
fn given(asked: &Asked, told: &[Told]) -> Vec<Given> {
    let mut given: Vec<Given> = Vec::new();
    for (at, one) in told.iter().enumerate() {
        for count in one.counts().iter().filter(|count| is_of(asked, one, count)) {
            let same =
                |known: &&mut Given| known.number.value == count.value && known.number.unit == count.unit;
            match given.iter_mut().find(same) {
                Some(known) => known.sayings.push(index(at)),
                None => given.push(Given {
                    number: (*count).clone(),
                    asked: asked.numbers().iter().any(|number| number.value == count.value.0),
                    sayings: vec![index(at)],
                }),
            }
        }
    }
    given.iter_mut().for_each(|one| one.sayings.dedup());
    given.sort_by_key(|one| std::cmp::Reverse(one.sayings.len()));
    given
}

/// Whether a number counts what was asked for; where no number was asked for, whether it counts one of the words.
fn is_of(asked: &Asked, one: &Told, count: &Count) -> bool {
    if asked.numbers().is_empty() {
        let claim = Claim::new(count.of.as_deref().unwrap_or_default(), claims::Stance::Affirms);
        return count.of.is_some() && asked.fit(&claim).words > 0.0;
    }
    asked.told(&one.claim).contains(&&number(count))
}

/// Names who is not named, as in a headline ("Minister: 4,000 soldiers"), by whoever says the same elsewhere in the report.
fn name(asked: &Asked, told: &mut [Told]) {
    let named: Vec<_> = (0..told.len()).map(|at| namer(asked, told, at)).collect();
    for (at, namer) in named.into_iter().enumerate() {
        if let Some(namer) = namer {
            told[at].saying.speakers = told[namer].saying.speakers.clone();
        }
    }
}

fn namer(asked: &Asked, told: &[Told], at: usize) -> Option<usize> {
    let one = told.get(at).filter(|one| !one.is_named())?;
    let repeats = |other: &Told| {
        let between = asked.between(&one.claim, &other.claim);
        between.is_some_and(|between| between.link == claims::Link::Repeats)
    };
    let is_namer =
        |other: &Told| other.item.report() == one.item.report() && other.is_named() && repeats(other);
    told.iter().position(is_namer)
}

/// What the first saying of each origin is to those of earlier origins, what others of an origin are to its first, and what a report itself
/// says answers what.
fn relations(asked: &Asked, told: &[Told], firsts: &[usize], of: &[usize]) -> Vec<Between> {
    let mut relations = Vec::new();
    for (at, later) in told.iter().enumerate() {
        let first = firsts[of[at]];
        let before = firsts.iter().copied().filter(|one| *one < at).take(EARLIER);
        let earlier = if first == at { before.collect() } else { vec![first] };
        for to in earlier {
            relations.extend(asked_between(asked, later, &told[to]).map(|(r#type, reason)| Between {
                r#type,
                from: index(at),
                to: index(to),
                reason,
            }));
        }
        let answered = later.answers.and_then(|item| told.iter().position(|one| one.item == item));
        relations.extend(answered.map(|to| Between {
            r#type: LinkType::Denies,
            from: index(at),
            to: index(to),
            reason: "the report says that it answers this".to_owned(),
        }));
    }
    relations.retain(|one| one.from != one.to);
    relations.dedup_by_key(|one| (one.from, one.to, one.r#type.name()));
    relations
}

fn asked_between(asked: &Asked, later: &Told, earlier: &Told) -> Option<(LinkType, String)> {
    let between = asked.between(&later.claim, &earlier.claim)?;
    let r#type = match between.link {
        claims::Link::Repeats => LinkType::Repeats,
        claims::Link::Denies => LinkType::Denies,
        claims::Link::Contradicts => LinkType::Contradicts,
    };
    Some((r#type, between.reason))
}

impl Told {
    fn stance(&self) -> Stance {
        match &self.hit.what {
            What::Statement(said) => said.stance,
            What::Event(_) | What::Passage => Stance::Affirms,
        }
    }

    /// Whether it has a speaker who is known.
    fn is_named(&self) -> bool {
        self.saying.speakers.iter().any(|voice| voice.id.is_some())
    }

    fn is_answer(&self) -> bool {
        self.stance() != Stance::Affirms
    }
}
