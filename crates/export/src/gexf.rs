//! Who acts towards and speaks about whom, as a graph over time: GEXF 1.2draft, which Gephi and networkx read (networkx refuses 1.3).
//!
//! Nodes must stand before edges, and which actors are at an edge is known only at the end; so edges wait, written and deflated.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use sayso_store::{Kept, KeptActor};

use crate::Sink;
use crate::report::{About, Act, Report};
use crate::tell;
use crate::xml::escaped;

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n",
    "<meta><creator>sayso ",
    env!("CARGO_PKG_VERSION"),
    "</creator><description>who acts towards and speaks about whom, each with its standing</description></meta>\n",
    "<graph mode=\"dynamic\" timeformat=\"date\" defaultedgetype=\"directed\">\n"
);

/// Attributes of nodes.
const NODE: [&str; 4] = ["type", "country", "sector", "role"];

/// Attributes of edges.
const EDGE: [&str; 12] = [
    "kind",
    "plover",
    "mode",
    "status",
    "historical",
    "stance",
    "source_chain",
    "evidence",
    "date_from",
    "report",
    "copy_of",
    "url",
];

/// A graph being written.
pub(crate) struct Gexf {
    /// Actors at an edge as they will stand, by their ids.
    nodes: BTreeMap<Box<str>, Box<str>>,
    /// The edges as they will stand, deflated.
    edges: DeflateEncoder<Vec<u8>>,
}

impl Gexf {
    pub(crate) fn new() -> Self {
        Gexf { nodes: BTreeMap::new(), edges: DeflateEncoder::new(Vec::new(), Compression::fast()) }
    }

    fn edge(&mut self, edge: &Edge<'_>) -> io::Result<()> {
        for actor in [edge.from, edge.to] {
            if !self.nodes.contains_key(actor.id.as_str()) {
                self.nodes.insert(actor.id.as_str().into(), node(actor).into());
            }
        }
        edge.write(&mut self.edges)
    }
}

impl Sink for Gexf {
    fn report(&mut self, kept: &Kept, _: &mut dyn Write) -> io::Result<()> {
        let report = Report::new(kept);
        report.acts().iter().try_for_each(|act| self.edge(&Edge::act(&report, act)))?;
        report.abouts().iter().try_for_each(|about| self.edge(&Edge::about(&report, about)))
    }

    fn close(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(HEAD.as_bytes())?;
        declare(out, "node", &NODE)?;
        declare(out, "edge", &EDGE)?;
        out.write_all(b"<nodes>\n")?;
        std::mem::take(&mut self.nodes).values().try_for_each(|node| out.write_all(node.as_bytes()))?;
        out.write_all(b"</nodes>\n<edges>\n")?;
        let edges = self.edges.reset(Vec::new())?;
        copy(&mut DeflateDecoder::new(edges.as_slice()), out)?;
        out.write_all(b"</edges>\n</graph>\n</gexf>\n")
    }
}

fn copy(from: &mut impl Read, to: &mut dyn Write) -> io::Result<()> {
    let mut buffer = [0; 8192];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(()),
            read => to.write_all(&buffer[..read])?,
        }
    }
}

/// Attributes are named by their titles: an id of its own would say nothing more.
fn declare(out: &mut dyn Write, class: &str, names: &[&str]) -> io::Result<()> {
    writeln!(out, "<attributes class=\"{class}\" mode=\"static\">")?;
    for name in names {
        let kind = if *name == "historical" { "boolean" } else { "string" };
        writeln!(out, "<attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>")?;
    }
    writeln!(out, "</attributes>")
}

fn node(actor: &KeptActor) -> String {
    let of = [
        Some(actor.r#type.name()),
        actor.country.as_deref(),
        actor.sector.map(sayso_wire::Sector::name),
        actor.role.as_deref(),
    ];
    let values = values(NODE.iter().zip(of.map(|value| value.map(str::to_owned))));
    format!("<node id=\"{}\" label=\"{}\">{values}</node>\n", escaped(&actor.id), escaped(&actor.name))
}

fn values<'a>(values: impl Iterator<Item = (&'a &'a str, Option<String>)>) -> String {
    let known = values.filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    let lines =
        known.map(|(name, value)| format!("<attvalue for=\"{name}\" value=\"{}\"/>", escaped(&value)));
    format!("<attvalues>{}</attvalues>", lines.collect::<String>())
}

/// One edge.
struct Edge<'k> {
    from: &'k KeptActor,
    to: &'k KeptActor,
    /// Address of what it tells: the report's key, `#` and the item's id.
    item: String,
    label: String,
    /// First and last day.
    days: (Option<&'k str>, Option<&'k str>),
    /// In the order of [`EDGE`].
    values: [Option<String>; EDGE.len()],
}

impl<'k> Edge<'k> {
    fn act(report: &Report<'k>, act: &Act<'k>) -> Self {
        let event = act.event;
        let (days, date_from) = dates(report, event.time.as_deref());
        Edge {
            from: act.from,
            to: act.to,
            item: format!("{}#{}", report.kept.key, event.id),
            label: tell::role(event),
            days,
            values: [
                Some("acts".into()),
                Some(event.r#type.name().into()),
                event.mode.clone(),
                Some(event.status.name().into()),
                Some(event.historical.to_string()),
                None,
                Some(event.holder.join(" < ")),
                Some(report.look.quote(event)),
                date_from,
                Some(report.kept.key.clone()),
                report.kept.copy_of.clone(),
                report.url().map(Into::into),
            ],
        }
    }

    fn about(report: &Report<'k>, about: &About<'k>) -> Self {
        let statement = about.statement;
        let (days, date_from) = dates(report, statement.time.as_deref());
        Edge {
            from: about.from,
            to: about.to,
            item: format!("{}#{}", report.kept.key, statement.id),
            label: tell::speaking(statement),
            days,
            values: [
                Some("speaks".into()),
                None,
                None,
                None,
                None,
                Some(statement.stance.name().into()),
                Some(tell::chain(statement)),
                Some(report.content(statement)),
                date_from,
                Some(report.kept.key.clone()),
                report.kept.copy_of.clone(),
                report.url().map(Into::into),
            ],
        }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let (from, to, item) = (escaped(&self.from.id), escaped(&self.to.id), escaped(&self.item));
        write!(out, "<edge id=\"{item}:{from}-{to}\" source=\"{from}\" target=\"{to}\" ")?;
        write!(out, "type=\"directed\" label=\"{}\"", escaped(&self.label))?;
        for (name, day) in [("start", self.days.0), ("end", self.days.1)] {
            if let Some(day) = day {
                write!(out, " {name}=\"{}\"", escaped(day))?;
            }
        }
        writeln!(out, ">{}</edge>", values(EDGE.iter().zip(self.values.iter().cloned())))
    }
}

/// The days that the text tells, else that of publication, and which of them it is: a graph over time has no place for what has no day.
fn dates<'k>(
    report: &Report<'k>,
    time: Option<&str>,
) -> ((Option<&'k str>, Option<&'k str>), Option<String>) {
    let published = report.record.published.as_deref();
    match (report.days(time), published) {
        ((None, None), None) => ((None, None), None),
        ((None, None), day) => ((day, day), Some("publication".into())),
        (days, _) => (days, Some("text".into())),
    }
}
