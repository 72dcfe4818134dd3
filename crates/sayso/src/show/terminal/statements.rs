//! The statements, one numbered block each, and the events.

use sayso_record::{Event, Link, Stance, Statement, Status};

use super::Page;
use super::content::content;
use super::run::{Role, Run};
use super::sheet::Sheet;
use crate::show::signs::{link_words, stance_word};
use crate::show::view::standing;

/// Every statement with the events that stand inside it, then the events outside.
pub(super) fn statements(page: &Page<'_>, sheet: &mut Sheet) {
    for (index, statement) in page.view.record.statements.iter().enumerate() {
        sheet.blank();
        Block { page, index, statement }.write(sheet);
    }
    loose_events(page, sheet);
}

struct Block<'p, 'r> {
    page: &'p Page<'r>,
    index: usize,
    statement: &'p Statement,
}

impl Block<'_, '_> {
    fn write(&self, sheet: &mut Sheet) {
        let digits = self.page.view.record.statements.len().to_string().len();
        let number = (self.index + 1).to_string();
        let hang = digits + 1;
        sheet.block(digits - number.len(), hang, &self.header(&number));
        sheet.block(hang, hang, &content(self.page, &self.statement.content));
        for event in self.events() {
            sheet.block(hang, hang + 2, &event_line(self.page, event));
        }
        for line in self.links() {
            sheet.block(hang, hang + 2, &line);
        }
    }

    /// `3 ~ Deniz Halloran (harbour spokesman) ‹ Fenwick · said · XXXX-05-12`
    fn header(&self, number: &str) -> Vec<Run> {
        let (view, signs) = (&self.page.view, self.page.signs);
        let lead = format!("{number}\u{a0}{} ", signs.kind(self.statement.kind));
        let mut runs = vec![Run::own(Role::Plain, &lead), Run::new(Role::Name, &view.source(self.statement))];
        if let Some(aside) = view.source_aside(self.statement, signs) {
            runs.push(Run::new(Role::Quiet, &format!(" ({aside})")));
        }
        for relay in view.relays(self.statement) {
            runs.push(Run::own(Role::Plain, &format!(" {}\u{a0}", signs.relay)));
            runs.push(Run::new(Role::Plain, &relay));
        }
        runs.extend(self.details());
        runs
    }

    fn details(&self) -> Vec<Run> {
        let view = &self.page.view;
        let mut runs = Vec::new();
        if let Some(cue) = self.statement.cue {
            runs.extend([self.dot(), Run::new(Role::Evidence, &view.words(cue))]);
        }
        if let Some(word) = stance_word(self.statement.stance) {
            let sign = if self.statement.stance == Stance::Denies { Status::Negated } else { Status::Actual };
            let lead = if sign == Status::Negated { self.page.signs.status(sign) } else { "" };
            runs.extend([self.dot(), Run::own(Role::Sign(sign), format!("{lead}\u{a0}{word}").trim_start())]);
        }
        let within = self.statement.within.map(|id| format!("inside\u{a0}{}", id.index() + 1));
        for detail in view.circumstances(self.statement).into_iter().chain(within) {
            runs.extend([self.dot(), Run::own(Role::Plain, &detail)]);
        }
        runs
    }

    fn dot(&self) -> Run {
        Run::own(Role::Quiet, &format!("\u{a0}{} ", self.page.signs.dot))
    }

    fn events(&self) -> impl Iterator<Item = &Event> {
        let inside = |event: &&Event| event.statement.is_some_and(|id| id.index() == self.index);
        self.page.view.record.events.iter().filter(inside)
    }

    /// What it does to other statements, and what they do to it.
    fn links(&self) -> Vec<Vec<Run>> {
        let links = self.page.view.record.links.iter();
        links.filter_map(|link| self.link(link)).map(|words| vec![Run::own(Role::Quiet, &words)]).collect()
    }

    fn link(&self, link: &Link) -> Option<String> {
        let sign = self.page.signs.link(link.kind);
        let (does, done) = link_words(link.kind);
        let event = link.event.map(|id| &self.page.view.record.events[id.index()]);
        let event = event.map(|event| format!(": {}", event.kind.name())).unwrap_or_default();
        if link.from.index() == self.index {
            let to = link.to.map(|id| format!(" {}", id.index() + 1)).unwrap_or_default();
            return Some(format!("{sign}\u{a0}{does}{to}{event}"));
        }
        let here = link.to.is_some_and(|id| id.index() == self.index);
        here.then(|| format!("{sign}\u{a0}{done} {}{event}", link.from.index() + 1))
    }
}

/// `◌ ASSAULT Karsk → Tessel · attack · hypothetical (would)`
fn event_line(page: &Page<'_>, event: &Event) -> Vec<Run> {
    let (view, signs) = (&page.view, page.signs);
    let past = if event.historical { format!("\u{a0}{}", signs.historical) } else { String::new() };
    let mut runs = vec![
        Run::own(
            Role::Sign(event.status),
            &format!("{}{past}\u{a0}{}", signs.status(event.status), event.kind.name()),
        ),
        Run::new(Role::Plain, &format!(" {}", view.who(event, signs))),
        Run::own(Role::Quiet, &format!("\u{a0}{} ", signs.dot)),
        Run::new(Role::Trigger(event.status), &view.words(event.trigger)),
    ];
    let standing = standing(&page.view, event);
    let setting = view.setting(event, signs).into_iter().map(|detail| (Role::Quiet, detail));
    for (role, detail) in setting.chain(standing.map(|words| (Role::Sign(event.status), words))) {
        runs.extend([Run::own(Role::Quiet, &format!("\u{a0}{} ", signs.dot)), Run::own(role, &detail)]);
    }
    runs
}

fn loose_events(page: &Page<'_>, sheet: &mut Sheet) {
    let loose: Vec<_> = page.view.record.events.iter().filter(|event| event.statement.is_none()).collect();
    if loose.is_empty() {
        return;
    }
    sheet.heading("Events on the report's own word");
    for event in loose {
        sheet.block(0, 2, &event_line(page, event));
        let around = page.view.record.sentences.iter().find(|sentence| sentence.contains(event.trigger));
        sheet.block(2, 2, &around.map(|&sentence| content(page, &[sentence])).unwrap_or_default());
    }
}
