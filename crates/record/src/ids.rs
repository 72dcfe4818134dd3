//! Ids of the items of one record: minted by the builder, in the order of the items, never by hand.

macro_rules! ids {
    ($($name:ident $prefix:literal $what:literal;)*) => {$(
        #[doc = concat!("Id of ", $what, " of a record; written `", $prefix, "1`, `", $prefix, "2`, ….")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            pub(crate) const fn at(index: usize) -> Self {
                $name(index as u32)
            }

            /// Position in the record's list, from 0.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0 + 1)
            }
        }
    )*};
}

ids! {
    ActorId "a" "an actor";
    PlaceId "p" "a place";
    TimeId "t" "a time";
    QuantityId "q" "a quantity";
    StatementId "s" "a statement";
    EventId "e" "an event";
}
