//! Numbers for people: thousands set off, singular and plural.

/// A number with thousands set off by commas; from 10¹⁵ on in scientific notation, where digits would no longer be exact.
pub(super) fn number(value: f64) -> String {
    if value.abs() >= 1e15 || (value != 0.0 && value.abs() < 1e-6) {
        return format!("{value:e}");
    }
    let plain = value.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    format!("{sign}{}{rest}", grouped(whole))
}

fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "1 statement", "2 statements".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(&number.to_string()), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        let cases =
            [(0.0, "0"), (30_000.0, "30,000"), (-1_234.5, "-1,234.5"), (999.0, "999"), (2e18, "2e18")];
        for (value, words) in cases {
            assert_eq!(number(value), words);
        }
    }
}
