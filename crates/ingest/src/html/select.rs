//! Which blocks are the report: the part of the tree where the running text stands, less what is not report inside it.

use super::blocks::Block;
use super::dom::{Dom, Id};
use super::hints::{self, Hint};
use super::tags::Tag;
use super::told::Told;
use crate::fold::ends_sentence;
use std::ops::Range;

/// What is known before the choice.
pub(crate) struct Clues<'c> {
    /// The words of the report as JSON-LD has them.
    pub(crate) told: &'c Told,
    /// The block that is the headline.
    pub(crate) title_block: Option<usize>,
}

/// The blocks of the report and of what stands inside it, in order; headings that nothing of the report follows are left out.
pub(crate) fn select(dom: &Dom, blocks: &[Block], clues: &Clues<'_>) -> Vec<usize> {
    let told: Vec<bool> = blocks.iter().map(|block| clues.told.holds(&block.words)).collect();
    let weights: Vec<f32> = blocks.iter().zip(&told).map(|(block, &told)| weight(block, told)).collect();
    let sums = Sums::new(dom, blocks, &weights);
    let region = region(dom, &sums);
    let lists = link_lists(dom, blocks);
    let inside = |at: &usize| region.contains(&blocks[*at].home) && Some(*at) != clues.title_block;
    let mut kept: Vec<usize> = (0..blocks.len())
        .filter(inside)
        .filter(|&at| told[at] || keep(&blocks[at], lists.binary_search(&at).is_ok()))
        .collect();
    let follow = |at: &usize| !blocks[*at].heading();
    kept.truncate(kept.iter().rposition(follow).map_or(0, |last| last + 1));
    summaries(blocks, clues, &kept).into_iter().chain(kept.iter().copied()).collect()
}

/// How much a block speaks for the part of the page it stands in: long sentences much, links and labels nothing.
fn weight(block: &Block, told: bool) -> f32 {
    let label = block.heading() || block.side.caption || block.size < 25;
    if !told && (block.side.foreign || label || block.link_share() > 0.5) {
        return 0.0;
    }
    let size = block.size as f32;
    let sentence = if ends_sentence(&block.words) { 1.0 } else { 0.5 };
    let list = if block.side.list { 0.6 } else { 1.0 };
    let named = if told {
        2.0
    } else if block.side.report {
        1.5
    } else {
        1.0
    };
    size * (size / 150.0).min(1.0) * (1.0 - block.link_share()) * sentence * list * named
}

/// Weights of all blocks under a node.
struct Sums {
    before: Vec<f32>,
}

impl Sums {
    fn new(dom: &Dom, blocks: &[Block], weights: &[f32]) -> Self {
        let mut at_node = vec![0.0; dom.nodes.len() + 1];
        for (block, weight) in blocks.iter().zip(weights) {
            at_node[block.home as usize + 1] += weight;
        }
        let mut total = 0.0;
        let before = at_node
            .iter()
            .map(|weight| {
                total += weight;
                total
            })
            .collect();
        Sums { before }
    }

    fn of(&self, dom: &Dom, id: Id) -> f32 {
        self.before[dom.node(id).end as usize] - self.before[id as usize]
    }
}

/// Share of the weight that a child must hold for the report to be in it alone.
const DOMINATES: f32 = 0.9;

/// The same for a child that is an article, or is named after the report.
const NAMED_DOMINATES: f32 = 0.5;

/// The same inside an element that is named after the report: only a wrapper around all of it.
const WRAPS: f32 = 0.98;

/// The nodes among which the report stands: from the root down, as long as one child holds nearly all of the running text.
fn region(dom: &Dom, sums: &Sums) -> Range<Id> {
    let mut at: Id = 0;
    let mut inside = false;
    while let Some(best) = heaviest(dom, sums, at) {
        let named = hints::declared_report(dom, best) || hints::hint(dom, best) == Some(Hint::Report);
        let framed = named || matches!(dom.tag(best), Some(Tag::Article | Tag::Main));
        let needed = if inside {
            WRAPS
        } else if framed {
            NAMED_DOMINATES
        } else {
            DOMINATES
        };
        if sums.of(dom, best) < needed * sums.of(dom, at) {
            break;
        }
        inside |= named;
        at = best;
    }
    // A single paragraph is not the whole report: its parent is.
    if matches!(dom.tag(at), Some(Tag::P | Tag::Li | Tag::Td | Tag::Blockquote)) {
        at = dom.node(at).parent;
    }
    at..dom.node(at).end
}

/// The child with the most running text, if there is any.
fn heaviest(dom: &Dom, sums: &Sums, at: Id) -> Option<Id> {
    let elements = dom.children(at).filter(|&id| dom.tag(id).is_some());
    let heaviest = elements.max_by(|&a, &b| sums.of(dom, a).total_cmp(&sums.of(dom, b)).then(b.cmp(&a)));
    heaviest.filter(|&id| sums.of(dom, id) > 0.0)
}

/// A block inside the region that belongs to the report, or to its captions and the like.
fn keep(block: &Block, in_link_list: bool) -> bool {
    if block.side.foreign || in_link_list {
        return false;
    }
    let links = block.link_share();
    let sentence = ends_sentence(&block.words);
    match block.tag {
        Tag::P | Tag::Blockquote | Tag::Pre => links < 0.9 || sentence,
        _ if block.heading() => links < 0.9,
        Tag::Li | Tag::Dd | Tag::Dt | Tag::Tr => links < 0.8,
        _ => links < 0.5 && (sentence || block.size >= 60 || block.side.caption),
    }
}

/// Blocks in lists that are mostly links, in order.
fn link_lists(dom: &Dom, blocks: &[Block]) -> Vec<usize> {
    let list_of = |block: &Block| {
        let own = matches!(block.tag, Tag::Ul | Tag::Ol).then_some(block.home);
        own.or_else(|| dom.ancestors(block.home).find(|&id| matches!(dom.tag(id), Some(Tag::Ul | Tag::Ol))))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let list = if blocks[at].side.list { list_of(&blocks[at]) } else { None };
        let run = (at..blocks.len())
            .take_while(|&next| list.is_some() && blocks[next].side.list && list_of(&blocks[next]) == list)
            .count();
        let (size, linked) = blocks[at..at + run]
            .iter()
            .fold((0, 0), |(size, linked), block| (size + block.size, linked + block.linked));
        if run > 0 && linked * 2 > size {
            found.extend(at..at + run);
        }
        at += run.max(1);
    }
    found
}

/// Summaries between the headline and the report.
fn summaries(blocks: &[Block], clues: &Clues<'_>, kept: &[usize]) -> Vec<usize> {
    let (Some(title), Some(&first)) = (clues.title_block, kept.first()) else { return Vec::new() };
    let sums_up = |block: &Block| {
        block.side.summary
            && !block.side.foreign
            && !block.side.byline
            && block.size >= 40
            && block.link_share() < 0.3
    };
    (title + 1..first.max(title + 1)).filter(|&at| sums_up(&blocks[at])).collect()
}
