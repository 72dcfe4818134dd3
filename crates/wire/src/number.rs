//! A number on the wire: 30000, not 30000.0.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

/// A finite number; integral values are written without a fraction.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize, JsonSchema)]
pub struct Number(pub f64);

/// Up to here every integer has a double of its own (2⁵³).
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() <= EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn integers_have_no_fraction() {
        let written: Vec<_> =
            [30000.0, -2.0, 0.0, 1.5, 1e300].map(|n| serde_json::to_string(&Number(n)).unwrap()).into();
        assert_eq!(written, ["30000", "-2", "0", "1.5", "1e+300"]);
    }
}
