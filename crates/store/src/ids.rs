//! Ids: numbers that grow with the day of publication, so that newest first is a walk backwards.
//!
//! A report's id is its day (22 bits; 0 where it is not known) and its number on that day (20 bits); an item's is the report's with the
//! item's place in its record (16 bits) and its sort (3 bits), which tells of an event its standing, too. So counts by day and standing need
//! nothing but the ids. Keys are addresses that do not depend on what else is in the store.

use jiff::civil::Date;
use sayso_wire::{Record, Status};
use sha2::{Digest, Sha256};

/// Days are counted from here; 0 is unknown.
const FIRST: Date = jiff::civil::date(1, 1, 1);
const NUMBER: u32 = 20;
const PLACE: u32 = 16;
const SORT: u32 = 3;

/// A day of publication as a number; `Day::UNKNOWN` where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) i64);

impl Day {
    pub(crate) const UNKNOWN: Day = Day(0);
    /// Stands for all days together in the roll-ups.
    pub(crate) const ALL: Day = Day(-1);

    /// The day that is written so; unknown where it is none, or before the year 1.
    pub(crate) fn of(written: Option<&str>) -> Day {
        let date = written.and_then(|day| day.parse::<Date>().ok()).filter(|date| *date >= FIRST);
        let days = date.and_then(|date| date.since(FIRST).ok()).map(|span| i64::from(span.get_days()) + 1);
        days.map_or(Day::UNKNOWN, Day)
    }

    /// As ISO 8601 has it; `None` for the unknown day.
    pub(crate) fn written(self) -> Option<String> {
        let days = jiff::Span::new().try_days(self.0 - 1).ok().filter(|_| self.0 > 0)?;
        FIRST.checked_add(days).ok().map(|date| date.to_string())
    }
}

/// A report's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ReportId(pub(crate) i64);

impl ReportId {
    /// The first that a report of this day can have.
    pub(crate) fn first(day: Day) -> ReportId {
        ReportId(day.0 << NUMBER)
    }

    /// The one after it, on the same day; `None` where the day is full (a million reports).
    pub(crate) fn next(self) -> Option<ReportId> {
        let next = ReportId(self.0 + 1);
        (next.day() == self.day()).then_some(next)
    }

    pub(crate) fn day(self) -> Day {
        Day(self.0 >> NUMBER)
    }

    /// By this, the earliest comes first, and what has no day last.
    pub(crate) fn earliness(self) -> (bool, i64) {
        (self.day() == Day::UNKNOWN, self.0)
    }
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Statement,
    /// A sentence outside all statements; the headline is number 0, and the sentences follow.
    Passage,
    Event(Status),
}

impl Sort {
    /// As the last bits of an item's number. Files keep these: they never change.
    pub(crate) fn bits(self) -> i64 {
        match self {
            Sort::Statement => 0,
            Sort::Passage => 1,
            Sort::Event(Status::Actual) => 4,
            Sort::Event(Status::Negated) => 5,
            Sort::Event(Status::Hypothetical) => 6,
            Sort::Event(Status::Future) => 7,
        }
    }
}

/// A set of sorts, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sorts(pub(crate) i64);

impl Sorts {
    pub(crate) const STATEMENTS: Sorts = Sorts(0b0000_0001);
    /// What is said, and what stands outside all statements.
    pub(crate) const WORDS: Sorts = Sorts(0b0000_0011);
    pub(crate) const EVENTS: Sorts = Sorts(0b1111_0000);

    /// The events of one standing.
    pub(crate) fn events(status: Status) -> Sorts {
        Sorts(1 << Sort::Event(status).bits())
    }

    pub(crate) fn and(self, others: Sorts) -> Sorts {
        Sorts(self.0 | others.0)
    }

    /// Those that are in both.
    pub(crate) fn only(self, others: Sorts) -> Sorts {
        Sorts(self.0 & others.0)
    }
}

/// An item's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ItemId(pub(crate) i64);

impl ItemId {
    /// `None` where a report has more items of a sort than can be numbered (65,536).
    pub(crate) fn new(report: ReportId, sort: Sort, place: usize) -> Option<ItemId> {
        let place = i64::try_from(place).ok().filter(|place| *place < 1 << PLACE)?;
        Some(ItemId((report.0 << PLACE | place) << SORT | sort.bits()))
    }

    /// The first that an item of this report can have.
    pub(crate) fn first(report: ReportId) -> ItemId {
        ItemId(report.0 << (PLACE + SORT))
    }

    pub(crate) fn report(self) -> ReportId {
        ReportId(self.0 >> (PLACE + SORT))
    }

    pub(crate) fn sort(self) -> Sort {
        match self.0 & 7 {
            0 => Sort::Statement,
            4 => Sort::Event(Status::Actual),
            5 => Sort::Event(Status::Negated),
            6 => Sort::Event(Status::Hypothetical),
            7 => Sort::Event(Status::Future),
            _ => Sort::Passage,
        }
    }

    /// Which of its sort in the record, from 0.
    pub(crate) fn place(self) -> usize {
        usize::try_from(self.0 >> SORT & 0xffff).unwrap_or_default()
    }
}

/// A report's address: 16 hexadecimal digits from the bytes it was read from and where they were published. The same bytes under the same URL
/// (or id, where the input gives one) are the same report; the path of a file is no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub(crate) i64);

impl Key {
    /// Of a document: the SHA-256 of its bytes in hexadecimal, its URL or path, and the id given with it, if any.
    pub fn new(sha256: &str, uri: Option<&str>, id: Option<&str>) -> Key {
        let url = uri.filter(|uri| uri.contains("://")).unwrap_or_default();
        let id = id.filter(|id| *id != sha256).unwrap_or_default();
        let mut hash = Sha256::new();
        [sha256, url, id].iter().for_each(|part| {
            hash.update(part.as_bytes());
            hash.update([0]);
        });
        let hash = hash.finalize();
        let first: [u8; 8] = hash[..8].try_into().expect("a SHA-256 has 32 bytes");
        Key(i64::from_be_bytes(first))
    }

    /// Of the bytes of a document that is not read yet, its URL and the id given with it.
    pub fn of_document(bytes: &[u8], url: Option<&str>, id: Option<&str>) -> Key {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Key::new(&hash, url, id)
    }

    /// Of a record.
    pub fn of(record: &Record) -> Key {
        Key::new(&record.document.sha256, record.document.uri.as_deref(), Some(&record.id))
    }

    /// From 16 hexadecimal digits.
    pub fn parse(written: &str) -> Option<Key> {
        let plain = written.len() == 16 && written.bytes().all(|byte| byte.is_ascii_hexdigit());
        let bits = u64::from_str_radix(written, 16).ok().filter(|_| plain)?;
        Some(Key(bits.cast_signed()))
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use sayso_wire::Status;

    use super::{Day, ItemId, Key, ReportId, Sort, Sorts};

    #[test]
    fn days_come_back_as_written() {
        for day in ["0001-01-01", "1899-12-31", "2024-02-29", "2026-11-26"] {
            assert_eq!(Day::of(Some(day)).written().as_deref(), Some(day));
        }
        assert_eq!(Day::of(None), Day::UNKNOWN);
        assert_eq!(Day::of(Some("yesterday")), Day::UNKNOWN);
        assert_eq!(Day::UNKNOWN.written(), None);
    }

    #[test]
    fn ids_grow_with_the_day_and_tell_their_parts() {
        let (old, new) = (Day::of(Some("2026-01-31")), Day::of(Some("2026-02-01")));
        let report = ReportId::first(old).next().unwrap();
        let sort = Sort::Event(Status::Negated);
        let item = ItemId::new(report, sort, 412).unwrap();
        assert_eq!((item.report(), item.sort(), item.place()), (report, sort, 412));
        assert!(item < ItemId::first(ReportId::first(new)));
        assert_eq!(item.report().day(), old);
        assert_eq!(ItemId::new(report, sort, 65_536), None);
    }

    #[test]
    fn the_last_item_of_the_last_day_still_has_a_number() {
        let day = Day::of(Some("9999-12-31"));
        let report = ReportId(ReportId::first(Day(day.0 + 1)).0 - 1);
        assert_eq!(report.next(), None);
        let item = ItemId::new(report, Sort::Event(Status::Future), 65_535).unwrap();
        assert_eq!((item.report(), item.place(), item.report().day()), (report, 65_535, day));
        assert!(0 < item.0 && item < ItemId::first(ReportId::first(Day(day.0 + 1))));
    }

    #[test]
    fn a_number_tells_each_sort_and_a_set_of_sorts_holds_it() {
        let report = ReportId::first(Day::of(Some("2026-01-31")));
        let events = Status::ALL.iter().map(|status| (Sort::Event(*status), Sorts::events(*status)));
        let others = [(Sort::Statement, Sorts::STATEMENTS), (Sort::Passage, Sorts(Sorts::WORDS.0 ^ 1))];
        let mut seen = Sorts(0);
        for (sort, set) in events.chain(others) {
            let item = ItemId::new(report, sort, 3).unwrap();
            assert_eq!((item.sort(), item.place()), (sort, 3));
            assert_eq!(set.0, 1 << (item.0 & 7));
            assert_eq!(seen.only(set), Sorts(0), "{sort:?}");
            seen = seen.and(set);
        }
        assert_eq!(seen, Sorts::WORDS.and(Sorts::EVENTS));
    }

    #[test]
    fn what_has_no_day_is_not_the_earliest() {
        let dated = ReportId::first(Day::of(Some("2026-01-31")));
        assert!(dated.earliness() < ReportId::first(Day::UNKNOWN).earliness());
    }

    #[test]
    fn a_key_is_of_bytes_and_place_of_publication() {
        let key = |uri, id| Key::new("ab12", uri, id);
        assert_eq!(key(Some("a/b.txt"), Some("ab12")), key(Some("/c/b.txt"), None));
        assert_ne!(key(Some("https://one.example/a"), None), key(Some("https://two.example/a"), None));
        assert_ne!(key(None, Some("1")), key(None, Some("2")));
        let shown = key(None, None).to_string();
        assert_eq!(Key::parse(&shown), Some(key(None, None)));
        assert_eq!(Key::parse("+123456789abcdef"), None);
    }
}
