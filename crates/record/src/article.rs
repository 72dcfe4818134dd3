//! A report as it came in: the readable text, what is known of it, and what on the page is not report.

use jiff::civil::Date;
use sayso_text::{Body, SourceMap, Span, Text};

/// One report, decoded and sorted into body and furniture. Every input format ends here.
#[derive(Debug, Clone)]
pub struct Article {
    /// The input's own id, else the document's SHA-256.
    pub id: String,
    /// The bytes it was read from.
    pub document: Document,
    /// The readable text; for plain text the decoded input, character for character.
    pub text: Text<Body>,
    /// From the text back to the bytes of the page; none for plain text.
    pub page_map: Option<SourceMap>,
    /// The headline.
    pub title: Option<Span<Body>>,
    /// The line that names the author.
    pub byline: Option<Span<Body>>,
    /// Name of the outlet, from the page's metadata.
    pub outlet: Option<String>,
    /// Day of publication, local to the outlet.
    pub published: Option<Date>,
    /// BCP 47 code of the language ("en"), where it is known.
    pub language: Option<String>,
    /// The paragraphs of the report proper, in order.
    pub body: Vec<Span<Body>>,
    /// What stands on the page but is not the report, in order.
    pub furniture: Vec<Furniture>,
    /// Doubts of the reader (a replaced byte, a title that the text does not hold).
    pub doubts: Vec<String>,
}

/// The bytes an article was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Where it came from: the URL if known, else the path as given.
    pub uri: Option<String>,
    /// `text/plain` or `text/html`.
    pub media_type: String,
    /// Name of the encoding it was decoded from (WHATWG).
    pub encoding: String,
    /// SHA-256 of the bytes, after any decompression, in lower-case hexadecimal.
    pub sha256: String,
    /// How many bytes.
    pub bytes: u64,
}

/// A run of text that is not the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span<Body>,
    /// What it is.
    pub kind: FurnitureKind,
}

/// What a piece of furniture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FurnitureKind {
    /// Meters and pleas for money.
    Donation,
    /// The headline again.
    RepeatedTitle,
    /// Menus, breadcrumbs, pagination, legends.
    Navigation,
    /// Lines that offer to share.
    Share,
    /// Links to other reports.
    Related,
    /// Captions and credits of pictures.
    Caption,
    /// Advertisements and newsletter offers.
    Advert,
    /// Copyright and legal lines at the foot.
    Footer,
    /// Anything else that is not the report.
    Other,
}

impl FurnitureKind {
    /// All kinds with their names in the wire format.
    pub const NAMES: [(Self, &'static str); 9] = [
        (Self::Donation, "donation"),
        (Self::RepeatedTitle, "repeated-title"),
        (Self::Navigation, "navigation"),
        (Self::Share, "share"),
        (Self::Related, "related"),
        (Self::Caption, "caption"),
        (Self::Advert, "advert"),
        (Self::Footer, "footer"),
        (Self::Other, "other"),
    ];

    /// Its name in the wire format.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }
}
