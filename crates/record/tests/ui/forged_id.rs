//! Ids are minted by the builder.
use sayso_record::StatementId;

fn main() {
    let _ = StatementId(3);
}
