//! Reports against reports: which are copies, which actors are the same, which claims repeat, deny or contradict each other?
