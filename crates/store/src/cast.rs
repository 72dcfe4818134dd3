//! The actors of the store: which of them is the actor of a record, or is it a new one?

use rusqlite::{Connection, Result, params};
use sayso_link::actors::{Kind, Profile, keys, pick};
use sayso_wire::{Actor, ActorType, Form, Record};
use sha2::{Digest, Sha256};

use crate::fold::fold;
use crate::memory::Memory;

/// What a report tells of an actor, and how that is found again.
#[derive(Debug)]
pub(crate) struct Told {
    profile: Profile,
    keys: Vec<String>,
    /// All of the profile, as a number.
    whole: u128,
}

/// What a record tells of each of its actors; `None` for groups ("two officials"), whom nobody knows again.
pub(crate) fn told(record: &Record) -> Vec<Option<Told>> {
    let told = |actor: &Actor| {
        let profile = profile(actor);
        Told { keys: keys(&profile), whole: whole(&profile), profile }
    };
    record.actors.iter().map(|actor| is_known(actor).then(|| told(actor))).collect()
}

/// The number in the store of each actor of a record, new ones made; `None` for those whom nobody knows again.
pub(crate) fn cast(
    store: &Connection,
    memory: &mut Memory,
    record: &Record,
    told: &[Option<Told>],
) -> Result<Vec<Option<i64>>> {
    let each = record.actors.iter().zip(told);
    each.map(|(actor, told)| told.as_ref().map(|told| number(store, memory, actor, told)).transpose())
        .collect()
}

fn number(store: &Connection, memory: &mut Memory, actor: &Actor, told: &Told) -> Result<i64> {
    let ids = candidates(store, memory, &told.keys)?;
    if let Some(id) = memory.recall(told.whole, &ids) {
        return Ok(id);
    }
    let profiles: Vec<_> = ids.iter().filter_map(|id| memory.profiles.get(id)).collect();
    let id = match pick(&told.profile, &profiles) {
        Some((at, _)) => enrich(store, memory, ids[at], &told.profile)?,
        None => create(store, memory, actor, &told.profile)?,
    };
    keyed(store, memory, id, &told.keys)?;
    let ids = candidates(store, memory, &told.keys)?;
    memory.note(told.whole, &ids, id);
    Ok(id)
}

/// The first half of its SHA-256: no two that differ have the same.
fn whole(profile: &Profile) -> u128 {
    let Profile { name, kind, country, roles, sector, forms } = profile;
    let words = format!("{kind:?} {name:?} {country:?} {sector:?} {roles:?} {forms:?}");
    Sha256::digest(words).iter().take(16).fold(0, |sum, byte| sum << 8 | u128::from(*byte))
}

/// Whoever is called by a name once, and is no group.
fn is_known(actor: &Actor) -> bool {
    actor.r#type != ActorType::Group && actor.mentions.iter().any(|mention| mention.form == Form::Name)
}

fn profile(actor: &Actor) -> Profile {
    Profile {
        name: actor.name.clone(),
        kind: kind(actor.r#type),
        country: actor.country.clone(),
        roles: actor.role.iter().cloned().collect(),
        sector: actor.sector.map(|sector| sector.name().to_owned()),
        forms: actor.forms.clone(),
    }
}

fn kind(r#type: ActorType) -> Kind {
    match r#type {
        ActorType::Person => Kind::Person,
        ActorType::Organization => Kind::Organization,
        ActorType::Group => Kind::Group,
        ActorType::Place => Kind::Place,
    }
}

/// Actors that share a key, the oldest first; their profiles are in memory then.
fn candidates(store: &Connection, memory: &mut Memory, keys: &[String]) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    for key in keys {
        if !memory.keys.contains_key(key) {
            let mut find = store.prepare_cached("SELECT actor FROM actor_key WHERE key = ?1")?;
            let found = find.query_map([key], |row| row.get(0))?.collect::<Result<_>>()?;
            memory.keys.insert(key.clone(), found);
        }
        ids.extend(&memory.keys[key]);
    }
    ids.sort_unstable();
    ids.dedup();
    for id in &ids {
        if !memory.profiles.contains_key(id) {
            memory.profiles.insert(*id, stored(store, *id)?);
        }
    }
    Ok(ids)
}

fn stored(store: &Connection, id: i64) -> Result<Profile> {
    let mut find = store.prepare_cached("SELECT name, type, country, sector FROM actor WHERE id = ?1")?;
    let roles = list(store, "SELECT role FROM actor_role WHERE actor = ?1", id)?;
    let forms = list(store, "SELECT name FROM actor_name WHERE actor = ?1", id)?;
    find.query_row([id], |row| {
        let r#type: String = row.get(1)?;
        let known = ActorType::ALL.iter().find(|one| one.name() == r#type);
        Ok(Profile {
            name: row.get(0)?,
            kind: known.map_or(Kind::Group, |one| kind(*one)),
            country: row.get(2)?,
            roles,
            sector: row.get(3)?,
            forms,
        })
    })
}

/// One column of the rows of an actor, in the order of the key.
pub(crate) fn list(store: &Connection, sql: &str, id: i64) -> Result<Vec<String>> {
    store.prepare_cached(sql)?.query_map([id], |row| row.get(0))?.collect()
}

fn create(store: &Connection, memory: &mut Memory, actor: &Actor, profile: &Profile) -> Result<i64> {
    let sql = "INSERT INTO actor (name, type, country, sector, role) VALUES (?1, ?2, ?3, ?4, ?5)";
    let sector = actor.sector.map(|sector| sector.name());
    let values = params![actor.name, actor.r#type.name(), actor.country, sector, actor.role];
    let id = store.prepare_cached(sql)?.insert(values)?;
    named(store, id, &profile.forms)?;
    offices(store, id, &profile.roles)?;
    memory.profiles.insert(id, profile.clone());
    Ok(id)
}

/// What this report tells of a known actor and none before did.
fn enrich(store: &Connection, memory: &mut Memory, id: i64, told: &Profile) -> Result<i64> {
    let Some(known) = memory.profiles.get_mut(&id) else { return Ok(id) };
    let before = known.clone();
    known.absorb(told);
    if before == *known {
        return Ok(id);
    }
    *memory.changes.entry(id).or_default() += 1;
    if (&before.name, &before.country, &before.sector) != (&known.name, &known.country, &known.sector)
        || before.roles.is_empty() != known.roles.is_empty()
    {
        let sql =
            "UPDATE actor SET name = ?2, country = ?3, sector = ?4, role = coalesce(role, ?5) WHERE id = ?1";
        let values = params![id, known.name, known.country, known.sector, known.roles.first()];
        store.prepare_cached(sql)?.execute(values)?;
    }
    named(store, id, &known.forms[before.forms.len()..])?;
    offices(store, id, &known.roles[before.roles.len()..])?;
    Ok(id)
}

fn named(store: &Connection, id: i64, forms: &[String]) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO actor_name (actor, name, folded) VALUES (?1, ?2, ?3)";
    let mut add = store.prepare_cached(sql)?;
    forms.iter().try_for_each(|form| add.execute(params![id, form, fold(form)]).map(drop))
}

fn offices(store: &Connection, id: i64, roles: &[String]) -> Result<()> {
    let mut add = store.prepare_cached("INSERT OR IGNORE INTO actor_role (actor, role) VALUES (?1, ?2)")?;
    roles.iter().try_for_each(|role| add.execute(params![id, role]).map(drop))
}

/// Keys by which an actor will be found.
fn keyed(store: &Connection, memory: &mut Memory, id: i64, keys: &[String]) -> Result<()> {
    let mut add = store.prepare_cached("INSERT OR IGNORE INTO actor_key (key, actor) VALUES (?1, ?2)")?;
    for key in keys {
        let ids = memory.keys.entry(key.clone()).or_default();
        if !ids.contains(&id) {
            add.execute(params![key, id])?;
            ids.push(id);
            ids.sort_unstable();
        }
    }
    Ok(())
}
