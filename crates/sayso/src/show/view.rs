//! The words for the items of a record: what is its source called, who acts on whom, what is counted?
//!
//! Everything here is one line of harmless characters, still to be escaped by the page.

use sayso_record::{
    Actor, ActorId, ActorType, Event, Form, Furniture, Quantity, Record, Sector, Statement, Status, Time,
    TimeId,
};
use sayso_text::{Body, Span};

use super::figures::number;
use super::inert::one_line;
use super::signs::Signs;

/// A record with words for its items.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'r> {
    pub(super) record: &'r Record,
}

/// The place of a name that is not known.
pub(super) const UNKNOWN: &str = "?";

impl<'r> View<'r> {
    /// The words at `span`, in one line.
    pub(super) fn words(&self, span: Span<Body>) -> String {
        one_line(self.record.article.text.slice(span).as_str())
    }

    pub(super) fn actor(&self, id: ActorId) -> &'r Actor {
        &self.record.actors[id.index()]
    }

    pub(super) fn name(&self, id: ActorId) -> String {
        self.words(self.actor(id).name)
    }

    /// Names, with commas between them.
    pub(super) fn names(&self, ids: impl IntoIterator<Item = ActorId>) -> String {
        ids.into_iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    /// Who holds a statement; [`UNKNOWN`] where the text does not tell.
    pub(super) fn source(&self, statement: &Statement) -> String {
        if statement.source.is_empty() {
            UNKNOWN.into()
        } else {
            self.names(statement.source.iter().copied())
        }
    }

    /// The role of a single source, or the words that stand in the place of an unknown one.
    pub(super) fn source_aside(&self, statement: &Statement, signs: &Signs) -> Option<String> {
        match statement.source[..] {
            [] => statement.source_span.map(|span| self.quoted(span, signs)),
            [one] => self.role(one),
            _ => None,
        }
    }

    /// Office or description of an actor, unless its name says it already.
    pub(super) fn role(&self, id: ActorId) -> Option<String> {
        let actor = self.actor(id);
        let role = actor.role.filter(|role| !actor.name.contains(*role))?;
        Some(self.words(role))
    }

    /// The relays of a statement, nearest to the source first.
    pub(super) fn relays(&self, statement: &Statement) -> Vec<String> {
        let name = |relay: &sayso_record::Relay| {
            relay.actor.map_or_else(|| self.words(relay.span), |id| self.name(id))
        };
        statement.via.iter().map(name).collect()
    }

    /// The words at `span` in quotation marks.
    pub(super) fn quoted(&self, span: Span<Body>, signs: &Signs) -> String {
        format!("{}{}{}", signs.quotes[0], self.words(span), signs.quotes[1])
    }

    /// [`time_value`](Self::time_value) of the time with this id.
    pub(super) fn when(&self, id: TimeId) -> String {
        self.time_value(&self.record.times[id.index()])
    }

    /// The TIMEX3 value of a time.
    pub(super) fn time_value(&self, time: &Time) -> String {
        one_line(&time.value)
    }

    /// When, where and to whom something was said.
    pub(super) fn circumstances(&self, statement: &Statement) -> Vec<String> {
        let time = statement.time.map(|id| self.when(id));
        let place =
            statement.place.map(|id| format!("in {}", self.words(self.record.places[id.index()].span)));
        let to =
            (!statement.to.is_empty()).then(|| format!("to {}", self.names(statement.to.iter().copied())));
        time.into_iter().chain(place).chain(to).collect()
    }

    /// Who does it to whom.
    pub(super) fn who(&self, event: &Event, signs: &Signs) -> String {
        let side = |list: &[sayso_record::Participant]| self.names(list.iter().map(|one| one.id));
        match (side(&event.actor), side(&event.recipient)) {
            (actor, recipient) if actor.is_empty() && recipient.is_empty() => UNKNOWN.into(),
            (actor, recipient) if recipient.is_empty() => actor,
            (actor, recipient) if actor.is_empty() => format!("{UNKNOWN} {} {recipient}", signs.arrow),
            (actor, recipient) => format!("{actor} {} {recipient}", signs.arrow),
        }
    }

    /// Where and when it happens, and the numbers that belong to it.
    pub(super) fn setting(&self, event: &Event, signs: &Signs) -> Vec<String> {
        let place = event.place.map(|id| format!("in {}", self.words(self.record.places[id.index()].span)));
        let time = event.time.map(|id| self.when(id));
        let numbers = event.quantities.iter().map(|id| {
            let quantity = &self.record.quantities[id.index()];
            format!("{}{}", signs.relation(quantity.relation), self.counted(quantity))
        });
        place.into_iter().chain(time).chain(numbers).collect()
    }

    /// The number with its unit and what is counted.
    pub(super) fn counted(&self, quantity: &Quantity) -> String {
        let of = quantity.of.map(|span| format!(" {}", self.words(span)));
        format!("{}{}", self.amount(quantity), of.unwrap_or_default())
    }

    /// The number with its unit.
    pub(super) fn amount(&self, quantity: &Quantity) -> String {
        let unit = quantity.unit.map(|unit| format!(" {unit}"));
        format!("{}{}", number(quantity.value), unit.unwrap_or_default())
    }

    /// The other names of an actor, in the order of the text.
    pub(super) fn aliases(&self, actor: &Actor) -> Vec<String> {
        let mut forms = vec![self.words(actor.name)];
        for mention in actor.mentions.iter().filter(|mention| mention.form == Form::Name) {
            let form = self.words(mention.span);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms.split_off(1)
    }

    /// What is known of an actor besides its names.
    pub(super) fn about(&self, actor: &Actor) -> Vec<String> {
        let role = actor.role.map(|span| self.words(span));
        let country = actor.country.map(str::to_owned);
        let sector = actor.sector.map(|sector| sector_code(sector).to_owned());
        let code: Vec<_> = country.into_iter().chain(sector).collect();
        let code = (!code.is_empty()).then(|| code.join(" "));
        std::iter::once(actor_word(actor.kind).to_owned()).chain(role).chain(code).collect()
    }

    /// The headline, where the report has one.
    pub(super) fn headline(&self) -> Option<String> {
        self.record.article.title.map(|span| self.words(span))
    }

    /// Outlet, author and day, as far as they are known.
    pub(super) fn imprint(&self) -> Vec<String> {
        let article = &self.record.article;
        let byline = article.byline.map(|span| self.words(span));
        self.outlet().into_iter().chain(byline).chain(self.published()).collect()
    }

    /// The outlet's name.
    pub(super) fn outlet(&self) -> Option<String> {
        self.record.article.outlet.as_deref().map(one_line)
    }

    /// The day of publication.
    pub(super) fn published(&self) -> Option<String> {
        self.record.article.published.map(|day| day.to_string())
    }

    /// The furniture in runs: neighbours of one kind with nothing but white space between them.
    pub(super) fn furniture_runs(&self) -> Vec<Vec<Furniture>> {
        let mut runs: Vec<Vec<Furniture>> = Vec::new();
        let article = &self.record.article;
        // The byline of a plain text is furniture too, and is shown as what it is.
        let others = article.furniture.iter().filter(|piece| Some(piece.span) != article.byline);
        for &piece in others {
            match runs.last_mut() {
                Some(run) if self.continues(run, piece) => run.push(piece),
                _ => runs.push(vec![piece]),
            }
        }
        runs
    }

    fn continues(&self, run: &[Furniture], next: Furniture) -> bool {
        let text = &self.record.article.text;
        let blank = |last: &Furniture| {
            let gap = text.slice(last.span).gap(text.slice(next.span));
            last.kind == next.kind && gap.is_some_and(|gap| gap.trim().is_empty())
        };
        run.last().is_some_and(blank)
    }
}

/// "hypothetical (would)": what an event is other than plainly actual, and the words that say so besides its own.
pub(super) fn standing(view: &View<'_>, event: &Event) -> Option<String> {
    let cues = event.status_cues.iter().filter(|&&cue| cue != event.trigger);
    let cues = cues.map(|&cue| view.words(cue)).collect::<Vec<_>>().join(", ");
    let status = match event.status {
        Status::Actual => None,
        status if cues.is_empty() => Some(status.name().to_owned()),
        status => Some(format!("{} ({cues})", status.name())),
    };
    let past = event.historical.then(|| "historical".to_owned());
    let words: Vec<_> = status.into_iter().chain(past).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn actor_word(kind: ActorType) -> &'static str {
    match kind {
        ActorType::Person => "person",
        ActorType::Organization => "organization",
        ActorType::Group => "group",
        ActorType::Place => "place",
    }
}

fn sector_code(sector: Sector) -> &'static str {
    match sector {
        Sector::Bus => "BUS",
        Sector::Cvl => "CVL",
        Sector::Crm => "CRM",
        Sector::Gov => "GOV",
        Sector::Igo => "IGO",
        Sector::Jud => "JUD",
        Sector::Lab => "LAB",
        Sector::Leg => "LEG",
        Sector::Med => "MED",
        Sector::Mil => "MIL",
        Sector::Ngo => "NGO",
        Sector::Opp => "OPP",
        Sector::Cop => "COP",
        Sector::Reb => "REB",
        Sector::Rel => "REL",
    }
}
