//! HTML to an article: the page as a tree, the tree as blocks, the blocks of the report woven into a text that leads back to the page.

mod blocks;
mod days;
mod dom;
mod hints;
mod jsonld;
mod meta;
mod select;
mod tags;
mod title;
mod told;
mod weave;
mod words;

use crate::decode::Decoded;
use crate::{Error, Input, plain};
use blocks::Block;
use sayso_record::Article;
use sayso_text::{Page, Text};
use select::Clues;

/// Reads a page.
pub(crate) fn article(input: &Input, decoded: Decoded) -> Result<Article, Error> {
    let document = plain::document(input, "text/html", decoded.encoding);
    let long = |long: sayso_text::TooLong| Error::new(&input.name, long.to_string());
    let page: Text<Page> = Text::new(decoded.text).map_err(long)?;
    let dom = dom::Dom::new(page.as_str());
    let cut = blocks::blocks(page.as_str(), &dom);
    let about = meta::about(page.as_str(), &dom, &cut);
    let blocks = cut.blocks;
    let title = title::title(page.as_str(), &about, &blocks, input.title.as_deref());
    let told = told::Told::new(about.linked.body.as_deref());
    let clues = Clues { told: &told, title_block: title.as_ref().and_then(|title| title.block) };
    let chosen = select::select(&dom, &blocks, &clues);
    let woven = weave::weave(&page, &blocks, &chosen, title.as_ref(), &about.authors()).map_err(long)?;
    let lines = near_title(&blocks, clues.title_block, &chosen);
    let published = input.published.or_else(|| about.published(input.url.as_deref(), &lines));
    let language = about.language().or_else(|| plain::language(woven.text.as_str()));
    let mut doubts = decoded.doubts;
    doubts.extend(dom.flattened.then(|| {
        format!("elements nested over {} levels deep were read as if they were not", dom::DEPTH_LIMIT)
    }));
    doubts.extend(woven.body.is_empty().then(|| "no readable text was found on the page".to_owned()));
    Ok(Article {
        id: input.id.clone().unwrap_or_else(|| document.sha256.clone()),
        page_map: Some(
            decoded.origins.map_or_else(|| woven.map.clone(), |origins| woven.map.through(&origins)),
        ),
        title: woven.title,
        byline: woven.byline,
        outlet: input.outlet.clone().or_else(|| about.outlet()),
        published,
        language,
        body: woven.body,
        furniture: woven.furniture,
        doubts,
        document,
        text: woven.text,
    })
}

/// The blocks from a little above the headline to the first few of the report: where a page shows its date.
fn near_title<'b>(blocks: &'b [Block], title: Option<usize>, chosen: &[usize]) -> Vec<&'b Block> {
    let first = chosen.first().copied().unwrap_or(0);
    let from = title.unwrap_or(first).min(first).saturating_sub(8);
    let to = (first + 4).min(blocks.len());
    let last = chosen.last().map_or(0, |&last| last + 1).min(blocks.len());
    let head = blocks[from.min(to)..to].iter();
    let foot = blocks[last..(last + 4).min(blocks.len())].iter();
    head.chain(foot).filter(|block| !block.side.elsewhere).collect()
}
