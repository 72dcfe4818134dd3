//! Elements and attributes that matter, and how an element behaves in the tree.

/// Behaviour of an element; see [`Tag::is`].
pub(crate) type Trait = u16;
/// Has no content and no end tag.
pub(crate) const VOID: Trait = 1;
/// Begins and ends a block of text.
pub(crate) const BLOCK: Trait = 2;
/// Its start ends an open paragraph.
pub(crate) const ENDS_P: Trait = 4;
/// Never part of the readable text.
pub(crate) const DROPPED: Trait = 8;
/// A heading.
pub(crate) const HEADING: Trait = 16;
/// Belongs into the head.
pub(crate) const HEAD: Trait = 32;
/// An open element beyond it is out of reach of end tags inside it.
pub(crate) const SCOPE: Trait = 64;
/// Marks words within a line.
pub(crate) const INLINE: Trait = 128;

macro_rules! tags {
    ($($tag:ident $name:literal $traits:expr;)*) => {
        /// Elements by name; all that are not listed are `Other`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Tag { $(#[doc = $name] $tag,)* #[doc = "any other element"] Other }

        impl Tag {
            /// The element called `name`, in lower case.
            pub(crate) fn named(name: &[u8]) -> Tag {
                $(const $tag: &[u8] = $name.as_bytes();)*
                match name { $($tag => Tag::$tag,)* _ => Tag::Other }
            }

            /// How it behaves.
            pub(super) fn traits(self) -> Trait {
                match self { $(Tag::$tag => $traits,)* Tag::Other => 0 }
            }
        }
    };
}

impl Tag {
    /// True where it has one of the `wanted` traits.
    pub(crate) fn is(self, wanted: Trait) -> bool {
        self.traits() & wanted != 0
    }
}

#[allow(non_upper_case_globals, reason = "the macro names a constant after each element")]
mod table {
    use super::*;
    tags! {
        A "a" INLINE;
        Abbr "abbr" INLINE;
        Address "address" BLOCK | ENDS_P;
        Article "article" BLOCK | ENDS_P;
        Aside "aside" BLOCK | ENDS_P;
        Audio "audio" DROPPED;
        B "b" INLINE;
        Base "base" VOID | HEAD;
        Blockquote "blockquote" BLOCK | ENDS_P;
        Body "body" BLOCK;
        Br "br" VOID;
        Button "button" DROPPED | SCOPE;
        Canvas "canvas" DROPPED;
        Caption "caption" BLOCK | SCOPE;
        Center "center" BLOCK | ENDS_P;
        Cite "cite" INLINE;
        Code "code" INLINE;
        Col "col" VOID;
        Datalist "datalist" DROPPED;
        Dd "dd" BLOCK | ENDS_P;
        Details "details" BLOCK | ENDS_P;
        Dialog "dialog" BLOCK | ENDS_P | DROPPED;
        Div "div" BLOCK | ENDS_P;
        Dl "dl" BLOCK | ENDS_P;
        Dt "dt" BLOCK | ENDS_P;
        Em "em" INLINE;
        Embed "embed" VOID | DROPPED;
        Fieldset "fieldset" BLOCK | ENDS_P;
        Figcaption "figcaption" BLOCK | ENDS_P;
        Figure "figure" BLOCK | ENDS_P;
        Font "font" INLINE;
        Footer "footer" BLOCK | ENDS_P;
        Form "form" BLOCK | ENDS_P;
        H1 "h1" BLOCK | ENDS_P | HEADING;
        H2 "h2" BLOCK | ENDS_P | HEADING;
        H3 "h3" BLOCK | ENDS_P | HEADING;
        H4 "h4" BLOCK | ENDS_P | HEADING;
        H5 "h5" BLOCK | ENDS_P | HEADING;
        H6 "h6" BLOCK | ENDS_P | HEADING;
        Head "head" DROPPED;
        Header "header" BLOCK | ENDS_P;
        Hgroup "hgroup" BLOCK | ENDS_P;
        Hr "hr" VOID | BLOCK | ENDS_P;
        Html "html" BLOCK | SCOPE;
        I "i" INLINE;
        Iframe "iframe" DROPPED;
        Img "img" VOID;
        Input "input" VOID | DROPPED;
        Label "label" 0;
        Legend "legend" BLOCK;
        Li "li" BLOCK | ENDS_P;
        Link "link" VOID | HEAD;
        Main "main" BLOCK | ENDS_P;
        Mark "mark" INLINE;
        Math "math" DROPPED;
        Menu "menu" BLOCK | ENDS_P | DROPPED;
        Meta "meta" VOID | HEAD;
        Nav "nav" BLOCK | ENDS_P;
        Noscript "noscript" DROPPED | HEAD;
        Object "object" DROPPED | SCOPE;
        Ol "ol" BLOCK | ENDS_P;
        Optgroup "optgroup" DROPPED;
        Option "option" DROPPED;
        P "p" BLOCK | ENDS_P;
        Param "param" VOID;
        Pre "pre" BLOCK | ENDS_P;
        Q "q" INLINE;
        Rp "rp" DROPPED;
        Rt "rt" DROPPED;
        S "s" INLINE;
        Script "script" DROPPED | HEAD;
        Search "search" BLOCK | ENDS_P | DROPPED;
        Section "section" BLOCK | ENDS_P;
        Select "select" DROPPED;
        Small "small" INLINE;
        Source "source" VOID;
        Span "span" INLINE;
        Strong "strong" INLINE;
        Style "style" DROPPED | HEAD;
        Sub "sub" INLINE;
        Summary "summary" BLOCK | ENDS_P;
        Sup "sup" INLINE;
        Svg "svg" DROPPED;
        Table "table" BLOCK | ENDS_P | SCOPE;
        Tbody "tbody" BLOCK;
        Td "td" SCOPE;
        Template "template" DROPPED | HEAD | SCOPE;
        Textarea "textarea" DROPPED;
        Tfoot "tfoot" BLOCK;
        Th "th" SCOPE;
        Thead "thead" BLOCK;
        Time "time" INLINE;
        Title "title" HEAD | DROPPED;
        Tr "tr" BLOCK;
        Track "track" VOID;
        U "u" INLINE;
        Ul "ul" BLOCK | ENDS_P;
        Video "video" DROPPED;
        Wbr "wbr" VOID;
    }
}
pub(crate) use table::Tag;

macro_rules! attrs {
    ($($attr:ident $name:literal;)*) => {
        /// Attributes that are kept.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Attr { $(#[doc = $name] $attr,)* }

        impl Attr {
            /// The attribute called `name`, in lower case.
            pub(crate) fn named(name: &[u8]) -> Option<Attr> {
                $(if name == $name.as_bytes() { return Some(Attr::$attr); })*
                None
            }
        }
    };
}

attrs! {
    Class "class";
    Id "id";
    Href "href";
    Content "content";
    Name "name";
    Property "property";
    Itemprop "itemprop";
    Itemtype "itemtype";
    Datetime "datetime";
    Rel "rel";
    Role "role";
    Style "style";
    Hidden "hidden";
    AriaHidden "aria-hidden";
    Lang "lang";
    XmlLang "xml:lang";
    Type "type";
    Pubdate "pubdate";
    Title "title";
    Component "data-component";
    TestId "data-testid";
}

/// What is already open and ends when `tag` begins, and the element beyond which nothing is looked for.
pub(crate) fn ended_by(tag: Tag) -> &'static [(&'static [Tag], &'static [Tag])] {
    use Tag::{A, Dd, Dl, Dt, Li, Menu, Ol, Option, P, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Ul};
    match tag {
        Li => &[(&[Li], &[Ul, Ol, Menu, Table])],
        Dd | Dt => &[(&[Dd, Dt], &[Dl, Table])],
        Tr => &[(&[Tr], &[Table])],
        Td | Th => &[(&[Td, Th], &[Table, Tr])],
        Tbody | Thead | Tfoot => &[(&[Tbody, Thead, Tfoot], &[Table])],
        Option => &[(&[Option], &[])],
        A => &[(&[A], &[P, Td, Th, Table])],
        _ => &[],
    }
}
