//! Records of reports that try to be more than words.

use sayso::record::{
    ActorType, EventType, Furniture, FurnitureKind, LinkType, Marked, Record, RecordBuilder, StatementKind,
};

use crate::hand::{Hand, article};

/// Markup, quotation marks, entities, escape sequences, a NUL, overrides, other scripts, an address without a space.
const WORDS: &str = "<script>alert(1)</script> & \"Breaking\" 'news' </h1><style>*{}</style>

Mayor O'Neil <img src=x onerror=alert(2)> said \u{1b}[31m\u{1b}]0;owned\u{7}that the \u{202E}bridge\u{202C} will\0 be \"closed\" &amp; bombed \u{9b}2J today. He\u{2066} shrugged.\u{2069}

قال رئيس البلدية إن \u{200F}الجسر سيُغلق غدا. 市长说，大桥明天将会关闭，请市民绕行，具体时间另行通知。 👩‍👩‍👧‍👦 ❤️

https://example.org/a/very/long/address/without/any/space/that/goes/on/and/on/and/on/until/it/is/wider/than/a/terminal/of/eighty/cells

</main></body></html>";

/// A report with markup and controls in every part of its record.
pub(crate) fn hostile() -> Record {
    let mut article = article(WORDS);
    article.title = Some(article.body[0]);
    article.furniture = vec![Furniture { span: article.body[4], kind: FurnitureKind::Other }];
    article.body = article.body[1..4].to_vec();
    article.outlet = Some("<b>\u{1b}[1mOutlet\"'\u{202E}".into());
    article.document.uri = Some("javascript:alert('\"3\"')".into());
    article.language = Some("en\" onload=\"alert(4)".into());
    article.doubts = vec!["</li><script>\u{1b}[2J\u{202E}".into()];
    let mut hand = Hand::new(&article);
    hand.sentences();
    let near = "Mayor";
    let mayor = hand.actor(near, "O'Neil <img src=x onerror=alert(2)>", ActorType::Person);
    let mayor = hand.known(mayor, &[]);
    hand.time("today", "<i>\u{1b}");
    let mut said = hand.said(
        near,
        &[mayor],
        "said",
        &["that the \u{202E}bridge\u{202C} will\0 be \"closed\" &amp; bombed \u{9b}2J today"],
    );
    said.kind = StatementKind::Mixed;
    said.via = vec![hand.relay(near, "\u{1b}]0;owned\u{7}", None)];
    let said = hand.add(said);
    let mut bombed = hand.event(near, "bombed \u{9b}2J", EventType::Assault);
    bombed.standing = hand.marked(Marked::Future, near, "will\0");
    bombed.statement = Some(said);
    let bombed = hand.happens(bombed);
    hand.builder.link(LinkType::Repeats, said, Some(said), Some(bombed)).unwrap();
    let far = hand.said(
        "قال",
        &[mayor],
        "قال",
        &["إن \u{200F}الجسر سيُغلق غدا", "大桥明天将会关闭，请市民绕行，具体时间另行通知。 👩‍👩‍👧‍👦 ❤️"],
    );
    hand.add(far);
    hand.builder.finish()
}

/// Items that overlap in every way: crossing, equal, nested, over several paragraphs, over the whole text, on white space's edge.
pub(crate) fn tangled() -> Record {
    let article = article("One two three four five.\n\nSix seven eight nine ten.\n\nEleven twelve.");
    let mut hand = Hand::new(&article);
    let contents = [
        "One two three",
        "two three four",
        "two three four",
        "three four five.\n\nSix seven",
        "\n\nSix",
        "nine ten.\n\nEleven twelve.",
        "One two three four five.\n\nSix seven eight nine ten.\n\nEleven twelve.",
    ];
    for content in contents {
        let mut said = hand.said("One", &[], "three", &[content, content]);
        said.kind = StatementKind::Direct;
        hand.add(said);
    }
    for trigger in ["two", "three four", "five.\n\nSix", "Eleven"] {
        let event = hand.event("One", trigger, EventType::Aid);
        hand.happens(event);
    }
    hand.builder.finish()
}

/// A report of which nothing has been read.
pub(crate) fn unread() -> Record {
    RecordBuilder::new(&article("Nobody speaks here.\n\nNothing happens.")).finish()
}

/// A report without a word.
pub(crate) fn blank() -> Record {
    RecordBuilder::new(&article(" \n ")).finish()
}
