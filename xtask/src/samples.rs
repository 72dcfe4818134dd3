//! Documents to be damaged: the fixtures, and text and pages put together from parts that have broken readers before.

use crate::files;
use crate::random::Random;

/// Pieces of running text: attributions, quotations that do not close, dates, numbers, scripts of every width.
const PIECES: [&str; 24] = [
    "“We will not leave,” said Foreign Minister Ada Lorne on Sept. 3rd. ",
    "According to the Harbour Gazette (HG), more than 30,000 people fled. ",
    "“It was a lie, he told reporters, “and they know it. ",
    "Gen. Oru Benn denied that the U.S.-led force would attack Vell if talks fail. ",
    "\n\n",
    "\r\n\r\n",
    "\"He said 'they said \"no\"' twice,\" she added. ",
    "سنبقى هنا، قال الوزير. ",
    "Zoe\u{301} Ōmura’s spokes\u{AD}woman\u{200B} declined to comment… ",
    "👩‍👩‍👧‍👦🏳️‍🌈 ",
    "https://example.org/a?b=c&d=(e) ",
    "between 3 and 4 p.m. on 11/09/2018, i.e. 12.5%, $3bn, 1,2,3. ",
    "12 $ of 900 $\nDonate now!\n",
    "Share this:\nFacebook\nTwitter\n",
    "THE PORT OF VELL IS QUIET\n",
    "— Reporting by A. Nonymous; editing by N.O. Body\n",
    "\u{202E}desrever\u{202C} ",
    "\t\u{A0}\u{3000}\u{2028}\u{85}",
    "‘‘‘“““«««",
    "''`` ,, \"\" ”“ ",
    "X: “…” — Y; Z: «…» ",
    "\0\u{FEFF}\u{FFFD}",
    "a.b.c.d.e.f. U.S.S.R. Mr. St. No. 5 ",
    "half a dozen, tens of thousands, minus two, 1e9, 0x1F, ½ ",
];

/// Pieces of markup, closed and not.
const MARKUP: [&str; 28] = [
    "<html><head><title>Vell &amp; Port &#8217; &#x1F30A; &bogus;</title>",
    "<meta property=\"og:title\" content=\"Vell\"><meta name=date content=2031-05-13>",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Vell\",\"datePublished\":\"2031-05-13T10:00:00Z\"}</script>",
    "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":</script>",
    "<script>if (a < b && c > d) { document.write(\"<p>no</p>\") }</script>",
    "<style>p > a { color: red }</style>",
    "<!-- a comment -- with > inside -->",
    "<![CDATA[ text ]]>",
    "<body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>",
    "<article><h1>Vell</h1>",
    "<p>",
    "</p>",
    "<div class=\"share-buttons\">",
    "</div></div>",
    "<br/><br>",
    "<table><tr><td>",
    "</table>",
    "<blockquote>",
    "</blockquote>",
    "<figure><img src=a.jpg alt=\"x\"><figcaption>Photo: A/B</figcaption></figure>",
    "<svg><foreignObject><math><mi>",
    "<template><p>hidden</template>",
    "<noscript><p>",
    "<textarea><p>",
    "<time datetime=\"2031-05-13T23:00:00+09:00\">May 13</time>",
    "<footer>© 2031 All rights reserved</footer>",
    "&lt;&amp;&#0;&#xD800;&#99999999;&nbsp;&shy;",
    "<a href=\"javascript:alert(1)\" onclick=x>link</a",
];

/// All fixtures.
pub(crate) fn fixtures() -> Vec<Vec<u8>> {
    let paths = files::all().unwrap_or_default().into_iter().map(|file| file.path);
    let wanted = |path: &String| path.starts_with("fixtures/") && !path.ends_with(".md");
    paths.filter(wanted).filter_map(|path| files::bytes(&path)).collect()
}

/// A text of a few pieces.
pub(crate) fn text(random: &mut Random) -> Vec<u8> {
    (0..random.below(40) + 1).flat_map(|_| random.one_of(&PIECES).bytes()).collect()
}

/// A page of a few pieces, text and markup by turns.
pub(crate) fn page(random: &mut Random) -> Vec<u8> {
    let mut page = Vec::new();
    for _ in 0..random.below(40) + 1 {
        page.extend(random.one_of(&MARKUP).bytes());
        page.extend(random.one_of(&PIECES).bytes());
    }
    page
}
