//! The weights file: a header, a directory in JSON, plain tensors. `train/README.md` lays it out byte by byte.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// A weights file whose directory has been read.
#[derive(Debug)]
pub(super) struct Weights<'b> {
    pub(super) directory: Directory,
    tensors: BTreeMap<String, Tensor>,
    data: &'b [u8],
}

/// What the file says of itself.
#[derive(Debug, Deserialize)]
pub(super) struct Directory {
    pub(super) features: Vec<String>,
    pub(super) widths: Vec<usize>,
    pub(super) layers: usize,
    pub(super) far: usize,
    pub(super) upos: Vec<String>,
    pub(super) morph: Morph,
    pub(super) lemma: Vec<String>,
    pub(super) lemma_exceptions: BTreeMap<String, String>,
    pub(super) names: Vec<String>,
    pub(super) mention: Vec<String>,
    pub(super) roles: Vec<String>,
    pub(super) relations: Vec<String>,
    #[serde(default)]
    tensors: Vec<Tensor>,
}

/// The values of each feature, the empty one first.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Morph {
    pub(super) tense: Vec<String>,
    pub(super) mood: Vec<String>,
    pub(super) verb_form: Vec<String>,
    pub(super) voice: Vec<String>,
    pub(super) number: Vec<String>,
    pub(super) polarity: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Tensor {
    name: String,
    dtype: String,
    shape: Vec<usize>,
    offset: usize,
}

const MAGIC: &[u8] = b"SAYSO\0LM";
const VERSION: u32 = 1;
const HEADER: usize = 16;

impl<'b> Weights<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEADER {
            return Err(ModelError("no weights file: it begins with other bytes".into()));
        }
        let version = word(&bytes[8..12]);
        if version != VERSION {
            return Err(ModelError(format!(
                "weights of version {version}, and this program reads version {VERSION}"
            )));
        }
        let end = HEADER.saturating_add(word(&bytes[12..16]) as usize);
        let json = bytes
            .get(HEADER..end)
            .ok_or_else(|| ModelError("the directory of the weights is cut off".into()))?;
        let mut directory: Directory = serde_json::from_slice(json)
            .map_err(|error| ModelError(format!("the directory of the weights: {error}")))?;
        let tensors = std::mem::take(&mut directory.tensors);
        let tensors = tensors.into_iter().map(|tensor| (tensor.name.clone(), tensor)).collect();
        Ok(Weights { directory, tensors, data: &bytes[end..] })
    }

    /// The shape of a tensor.
    pub(super) fn shape(&self, name: &str) -> Result<&[usize], ModelError> {
        Ok(&self.tensor(name)?.shape)
    }

    /// A tensor of half floats that must have this shape, row by row.
    pub(super) fn numbers(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        let tensor = self.tensor(name)?;
        if tensor.shape != shape {
            return Err(ModelError(format!(
                "tensor {name} has shape {:?} in place of {shape:?}",
                tensor.shape
            )));
        }
        let halves = self.bytes(tensor, "f16", 2)?.chunks_exact(2);
        Ok(halves.map(|half| single(u16::from_le_bytes([half[0], half[1]]))).collect())
    }

    /// A list of hashes in ascending order.
    pub(super) fn hashes(&self, name: &str) -> Result<Vec<u32>, ModelError> {
        let hashes: Vec<u32> = self.bytes(self.tensor(name)?, "u32", 4)?.chunks_exact(4).map(word).collect();
        match hashes.is_sorted() {
            true => Ok(hashes),
            false => Err(ModelError(format!("tensor {name} is not in ascending order"))),
        }
    }

    fn tensor(&self, name: &str) -> Result<&Tensor, ModelError> {
        self.tensors.get(name).ok_or_else(|| ModelError(format!("the weights have no tensor {name}")))
    }

    fn bytes(&self, tensor: &Tensor, dtype: &str, size: usize) -> Result<&'b [u8], ModelError> {
        let name = &tensor.name;
        if tensor.dtype != dtype {
            return Err(ModelError(format!("tensor {name} holds {} in place of {dtype}", tensor.dtype)));
        }
        let length = tensor.shape.iter().try_fold(size, |product, &side| product.checked_mul(side));
        let end = length.and_then(|length| tensor.offset.checked_add(length));
        let bytes = end.and_then(|end| self.data.get(tensor.offset..end));
        bytes.ok_or_else(|| ModelError(format!("tensor {name} is cut off")))
    }
}

fn word(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

/// The value of an IEEE 754 half float.
fn single(half: u16) -> f32 {
    let sign = u32::from(half >> 15) << 31;
    let (exponent, fraction) = (u32::from(half >> 10) & 0x1f, u32::from(half) & 0x3ff);
    match exponent {
        0 => f32::from_bits(sign | (fraction as f32 * f32::from_bits(0x3380_0000)).to_bits()),
        0x1f => f32::from_bits(sign | 0x7f80_0000 | fraction << 13),
        _ => f32::from_bits(sign | (exponent + 112) << 23 | fraction << 13),
    }
}

/// Why a file cannot serve as a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelError(pub(super) String);

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ModelError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_read_exactly() {
        let cases = [
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
            (0x0001, 5.960_464_5e-8),
            (0x8000, -0.0),
            (0x7bff, 65504.0),
        ];
        for (half, value) in cases {
            assert_eq!(single(half).to_bits(), f32::to_bits(value), "{half:#x}");
        }
        assert!(single(0x7c00).is_infinite() && single(0x7e00).is_nan());
    }

    #[test]
    fn a_damaged_file_says_what_is_wrong() {
        let said = |bytes: &[u8]| Weights::open(bytes).map(|_| ()).unwrap_err().to_string();
        assert!(said(b"PK\x03\x04").contains("other bytes"));
        assert!(said(b"SAYSO\0LM\x02\0\0\0\0\0\0\0").contains("version 2"));
        assert!(said(b"SAYSO\0LM\x01\0\0\0\xff\xff\xff\xff").contains("cut off"));
        assert!(said(b"SAYSO\0LM\x01\0\0\0\x02\0\0\0{}").contains("missing field"));
    }
}
