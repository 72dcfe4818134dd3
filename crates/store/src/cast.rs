//! The actors of the store: which of them is the actor of a record, or is it a new one?

use rusqlite::{Connection, Result, params};
use sayso_link::actors::{Kind, Profile, keys, same};
use sayso_wire::{Actor, ActorType, Form, Record};

use crate::fold::fold;

/// The number in the store of each actor of a record, new ones made; `None` for groups ("two officials"), whom nobody knows again.
pub(crate) fn cast(store: &Connection, record: &Record) -> Result<Vec<Option<i64>>> {
    record.actors.iter().map(|actor| number(store, actor)).collect()
}

fn number(store: &Connection, actor: &Actor) -> Result<Option<i64>> {
    if !is_known(actor) {
        return Ok(None);
    }
    let profile = profile(actor);
    let keys = keys(&profile);
    let known = candidates(store, &keys)?.into_iter().find(|(_, other)| same(other, &profile).is_some());
    let id = match known {
        Some((id, other)) => enrich(store, id, &other, &profile)?,
        None => create(store, actor)?,
    };
    name(store, id, &profile, &keys)?;
    Ok(Some(id))
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

/// Actors that share a key, the oldest first.
fn candidates(store: &Connection, keys: &[String]) -> Result<Vec<(i64, Profile)>> {
    let mut find = store.prepare_cached("SELECT actor FROM actor_key WHERE key = ?1")?;
    let mut ids = Vec::new();
    for key in keys {
        for id in find.query_map([key], |row| row.get(0))? {
            ids.push(id?);
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| Ok((id, stored(store, id)?))).collect()
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

fn create(store: &Connection, actor: &Actor) -> Result<i64> {
    let sql = "INSERT INTO actor (name, type, country, sector, role) VALUES (?1, ?2, ?3, ?4, ?5)";
    let sector = actor.sector.map(|sector| sector.name());
    let values = params![actor.name, actor.r#type.name(), actor.country, sector, actor.role];
    store.prepare_cached(sql)?.insert(values)
}

/// What this report tells of a known actor and none before did. A fuller name takes the place of a shorter one.
fn enrich(store: &Connection, id: i64, known: &Profile, told: &Profile) -> Result<i64> {
    let words = |name: &str| name.split_whitespace().count();
    let fuller = known.kind == Kind::Person && words(&told.name) > words(&known.name);
    let news = (known.country.is_none() && told.country.is_some())
        || (known.sector.is_none() && told.sector.is_some())
        || (known.roles.is_empty() && !told.roles.is_empty());
    if fuller || news {
        let sql =
            "UPDATE actor SET name = ?2, country = coalesce(country, ?3), sector = coalesce(sector, ?4),
                   role = coalesce(role, ?5) WHERE id = ?1";
        let name = if fuller { &told.name } else { &known.name };
        store.prepare_cached(sql)?.execute(params![
            id,
            name,
            told.country,
            told.sector,
            told.roles.first()
        ])?;
    }
    Ok(id)
}

/// Names, offices and keys by which it will be found.
fn name(store: &Connection, id: i64, profile: &Profile, keys: &[String]) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO actor_name (actor, name, folded) VALUES (?1, ?2, ?3)";
    let mut add = store.prepare_cached(sql)?;
    for form in &profile.forms {
        add.execute(params![id, form, fold(form)])?;
    }
    let each = |sql: &str, words: &[String]| -> Result<()> {
        let mut add = store.prepare_cached(sql)?;
        words.iter().try_for_each(|word| add.execute(params![word, id]).map(drop))
    };
    each("INSERT OR IGNORE INTO actor_role (role, actor) VALUES (?1, ?2)", &profile.roles)?;
    each("INSERT OR IGNORE INTO actor_key (key, actor) VALUES (?1, ?2)", keys)
}
