//! Why one sense of a name is better than another: one row a reason.

/// What speaks for or against a sense of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// What it is: countries before large divisions, those before towns by the number of people.
    Prominence,
    /// It bears the name as another name, not as its own.
    OtherName,
    /// The place after the comma holds it ("Paris, Texas").
    Comma,
    /// It holds the place before the comma.
    Holds,
    /// A noun beside the name says what it is ("Karsk province").
    Noun,
    /// It has "the" before it, as seas and regions have and towns have not.
    Article,
    /// The report is about its country.
    Country,
    /// The report names its first-level division.
    Division,
    /// It stands among divisions of the same country.
    Among,
    /// It lies near other places of the report.
    Near,
}

impl Reason {
    /// A word or two for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Prominence => "prominence",
            Reason::OtherName => "other name",
            Reason::Comma => "after the comma",
            Reason::Holds => "before the comma",
            Reason::Noun => "noun",
            Reason::Article => "article",
            Reason::Country => "country",
            Reason::Division => "division",
            Reason::Among => "among its like",
            Reason::Near => "near others",
        }
    }
}
