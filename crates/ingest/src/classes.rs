//! Classes of words that tell what is written on a page around a report: flat tables of folded words.

/// Services of a page and what it calls itself, its parts and its readers.
pub(crate) const SERVICES: &[&str] = &[
    "account", "ad", "adblocker", "ads", "advert", "advertise", "advertisement", "advertiser", "advertising",
    "adverts", "alerts", "app", "apps", "archive", "archives", "audio", "bookmark", "bookmarks", "bluesky",
    "bulletins", "classifieds", "click", "comment", "comments", "contributors", "cookie", "cookies",
    "copyright", "coupons", "crossword", "crosswords", "discount", "donate", "donation", "donations",
    "download", "ebook", "email", "emails", "epaper", "explainer", "facebook", "faq", "feedback", "flipboard",
    "font", "funded", "giveaway", "headlines", "horoscopes", "hotline", "hub", "inbox", "instagram",
    "javascript", "journalism", "linkedin", "livestream", "login", "logout", "magazine", "mastodon", "menu",
    "messenger", "mobile", "moderated", "mp3", "newsdesk", "newsletter", "newsletters", "newsroom",
    "newsstand", "notifications", "obituaries", "offers", "online", "paywall", "pdf", "permissions", "photos",
    "pictures", "playlist", "podcast", "podcasts", "preferences", "privacy", "promoted", "puzzles", "quiz",
    "reader", "readers", "reddit", "refresh", "reporting", "reprints", "rss", "screenreader", "search",
    "share", "shares", "shop", "shortwave", "sitemap", "sponsor", "sponsored", "standfirst", "subscribe",
    "subscriber", "subscribers", "subscription", "subscriptions", "sudoku", "supporter", "supporters",
    "syndication", "tags", "telegram", "terms", "threads", "tickets", "tiktok", "tips", "topic", "topics",
    "transcript", "translate", "trending", "tweet", "twitter", "unsubscribe", "user", "viewers", "webcam",
    "webinar", "website", "whatsapp", "widget", "youtube",
];

/// Services that take two words or more.
pub(crate) const SERVICE_PHRASES: &[&str] = &[
    "ad free", "call the studio", "contact us", "content of external", "external sites", "find out more",
    "for free", "free of charge", "free trial", "gift this", "help us", "in this series", "in your inbox",
    "join the", "latest first", "live blog", "live updates", "log in", "most read", "on demand", "opt out",
    "opening hours", "order it", "our daily", "our free", "our weekly", "over on", "read more", "sign in",
    "sign up", "signing up", "support us", "terms of", "text us", "the latest", "the studio", "thank you for",
    "today s paper", "todays paper", "turn on", "welcome to our",
];

/// What a line says that speaks of the page, the report or the series it stands on.
pub(crate) const SELVES: &[&str] = &[
    "about this", "an earlier version", "earlier version", "first published", "for external", "in print",
    "more coverage", "more from", "more in", "more on", "more stories", "more live", "next up", "on this page",
    "originally appeared", "originally published", "previous version", "reading this", "report an error",
    "reuse this", "this article", "this blog", "this explainer", "this feature", "this interview",
    "this item", "this live", "this page", "this piece", "this post", "this programme", "this series",
    "this site", "this story", "this video", "this website", "the reporter at", "was amended",
];

/// Verbs with which a page asks something of its reader, where a line or a sentence opens with them.
pub(crate) const ASKING: &[&str] = &[
    "accept", "add", "advertise", "become", "bookmark", "browse", "buy", "call", "catch", "check", "choose",
    "click", "comment", "compare", "contact", "contribute", "copy", "discover", "donate", "download", "email",
    "enjoy", "enter", "explore", "find", "follow", "get", "gift", "give", "go", "grab", "have", "hear",
    "help", "hide", "join", "jump", "keep", "leave", "like", "listen", "log", "manage", "open", "order",
    "phone", "pick", "play", "please", "pledge", "post", "print", "read", "register", "refresh", "republish",
    "reply", "report", "reserve", "return", "reuse", "ring", "save", "scroll", "search", "see", "send",
    "share", "shop", "sign", "skip", "start", "stay", "stream", "submit", "subscribe", "support", "swipe",
    "switch", "take", "tap", "tell", "text", "thank", "try", "tune", "turn", "tweet", "unlock", "unsubscribe",
    "update", "use", "view", "visit", "vote", "watch", "win", "write",
];

/// Words with which a question to the reader opens when it leaves out that it means the reader.
pub(crate) const QUESTIONING: &[&str] =
    &["been", "enjoyed", "found", "got", "know", "like", "liked", "missed", "seen", "spotted", "want", "witnessed"];

/// Who speaks where a page speaks of its makers.
pub(crate) const MAKERS: &[&str] = &["us", "our", "ours", "we", "weve"];

/// Who is spoken to.
pub(crate) const READER: &[&str] = &["you", "your", "youd", "youll", "yours", "please"];

/// Words of labels that lead away from the report: `RECOMMENDED:`, `Read this next:`.
pub(crate) const LEADS: &[&str] = &[
    "analysis", "archive", "also", "clip", "comment", "download", "explainer", "extra", "factbox", "gallery",
    "guide", "interactive", "letters", "listen", "live", "more", "next", "opinion", "pictures", "podcast",
    "previous", "previously", "quiz", "read", "recommended", "related", "see", "series", "transcript",
    "trending", "video", "watch",
];

/// Words of labels of what was paid for.
pub(crate) const PAID: &[&str] = &[
    "ad", "ads", "advert", "advertisement", "advertising", "advertorial", "commercial", "paid", "partner",
    "promo", "promoted", "promotion", "promotional", "sponsor", "sponsored",
];

/// Words of labels of what the makers of a page say of the page and of the report.
pub(crate) const NOTICES: &[&str] = &[
    "clarification", "clarifications", "contact", "contributors", "correction", "corrections", "credits",
    "disclaimer", "editors", "footnote", "note", "share", "sources", "standards", "tags", "tickets", "tips",
    "topic", "topics", "filed", "keywords", "update", "updates", "audio", "section",
];

/// Words before the names of those who made a report or its pictures.
pub(crate) const MAKING: &[&str] = &[
    "author", "by", "camera", "compiled", "contributors", "design", "edited", "editing", "editor", "exclusive",
    "graphics", "illustration", "illustrations", "image", "images", "interview", "photo", "photograph",
    "photographs", "photography", "photos", "picture", "pictures", "portrait", "portraits", "produced",
    "producer", "reported", "reporter", "reporting", "research", "story", "text", "translated", "translation",
    "video", "words", "writing", "written",
];

/// What those who make reports are, and where they sit.
pub(crate) const ROLES: &[&str] = &[
    "agencies", "agency", "analyst", "bureau", "columnist", "contributor", "correspondent", "correspondents",
    "desk", "editor", "editors", "journalist", "journalists", "newsroom", "photographer", "reporter",
    "reporters", "staff", "team", "writer", "writers",
];

/// What a page counts: `211 comments`, `3 min read`.
pub(crate) const COUNTED: &[&str] = &[
    "comment", "comments", "likes", "min", "mins", "minute", "minutes", "read", "reactions", "replies",
    "reading", "shares", "views", "votes", "listeners", "followers",
];

/// Words beside a count that do not make it a sentence.
pub(crate) const COUNTING: &[&str] =
    &["a", "article", "estimated", "listen", "of", "reader", "reading", "story", "the", "this", "time", "to", "viewed"];

/// Words that a headline has and a name, a menu or a motto seldom has.
pub(crate) const TELLING: &[&str] = &[
    "accuses", "after", "again", "against", "agree", "agrees", "amid", "arrested", "as", "at", "before",
    "behind", "blames", "but", "by", "calls", "can", "claims", "could", "denies", "deny", "did", "do", "does",
    "dies", "ends", "faces", "fails", "fears", "for", "from", "has", "have", "he", "her", "his", "hits", "how",
    "in", "into", "is", "it", "its", "kill", "killed", "kills", "may", "must", "near", "no", "not", "on",
    "out", "over", "rejects", "say", "says", "sees", "seeks", "should", "tells", "than", "that", "their",
    "they", "threatens", "to", "under", "until", "urges", "vows", "wants", "warn", "warns", "was", "were",
    "what", "when", "where", "who", "why", "will", "wins", "with", "without", "would",
];

/// Words that say of somebody that he or she said something.
pub(crate) const SAYING: &[&str] = &[
    "according", "added", "posted", "replied", "tweeted", "admits", "announced", "claimed", "claims", "denied",
    "denies", "insisted", "insists", "told", "said", "says", "stated", "tells", "warned", "wrote",
];

/// Words that open a heading over ways to other reports.
pub(crate) const HEADING: &[&str] =
    &["also", "elsewhere", "latest", "more", "most", "next", "popular", "read", "recommended", "related", "top", "trending"];

/// Labels of genres with which headlines open.
pub(crate) const GENRES: &[&str] = &[
    "analysis", "breaking", "comment", "exclusive", "explainer", "factbox", "interview", "live", "opinion", "profile",
    "review", "video", "watch",
];
