//! Linear layers, and the two curves of an LSTM, in an order of operations that no machine changes.
//!
//! A sum of products runs over the inputs from first to last, each step one fused multiply-add; what is done side by side are outputs and
//! rows, which do not meet. So every processor gives the same bits, whatever its vectors are (one without fused multiply-add computes it
//! in software: the same, slowly). Everything here is inlined into one function per kind of processor, which [`super::encoder`] dispatches;
//! a call left standing would be compiled for the oldest processor of all.

use pulp::Simd;

use super::file::{ModelError, Weights};

/// Outputs that are computed side by side: two AVX registers.
const LANES: usize = 16;
/// Rows that are computed side by side: with two registers each they leave room for the weights among the sixteen of AVX2.
const ROWS: usize = 6;

/// The same where one register holds all lanes (AVX-512): twelve sums keep both of its multipliers busy.
const WIDE_ROWS: usize = 12;
/// Rows that go through all the weights together: a multiple of [`ROWS`] that fits the nearest cache.
const BLOCK: usize = 24;

/// `W x + b` for many `x`.
#[derive(Debug)]
pub(super) struct Linear {
    pub(super) inputs: usize,
    /// Outputs, filled up to full lanes.
    pub(super) outputs: usize,
    /// For each group of lanes one column after another.
    panels: Vec<[f32; LANES]>,
    bias: Vec<[f32; LANES]>,
}

impl Linear {
    /// Layers `NAME.weight` (and `NAME.bias`, if there is one) with these inputs, one above the other. Gives the offset of each
    /// one's outputs with the layer.
    pub(super) fn load(
        weights: &Weights<'_>,
        names: &[(&str, usize)],
        inputs: usize,
    ) -> Result<Self, ModelError> {
        let mut stack = Stack::new(inputs);
        for &(name, outputs) in names {
            let matrix = weights.numbers(&format!("{name}.weight"), &[outputs, inputs])?;
            let bias = format!("{name}.bias");
            let bias = match weights.shape(&bias) {
                Ok(_) => weights.numbers(&bias, &[outputs])?,
                Err(_) => vec![0.0; outputs],
            };
            stack.add(&matrix, &bias);
        }
        Ok(stack.finish())
    }

    /// Computes `out` (a row of `outputs` for each row of `inputs` in `x`). A few rows at a time go through all the weights: so the rows stay
    /// in the nearest cache, and each group of weights is fetched once for all of them.
    #[inline(always)]
    pub(super) fn apply<S: Simd>(&self, simd: S, x: &[f32], out: &mut [f32]) {
        let most = if S::F32_LANES >= LANES { WIDE_ROWS } else { ROWS };
        let mut packed = vec![0.0; self.inputs * BLOCK.min(x.len() / self.inputs)];
        let blocks = x.chunks(self.inputs * BLOCK).zip(out.chunks_mut(self.outputs * BLOCK));
        for (x, out) in blocks {
            let rows = x.len() / self.inputs;
            let packed = &mut packed[..x.len()];
            for (x, packed) in x.chunks(self.inputs * most).zip(packed.chunks_mut(self.inputs * most)) {
                pack(x, self.inputs, packed);
            }
            for group in 0..self.bias.len() {
                let mut row = 0;
                while row < rows {
                    row += self.rows(
                        simd,
                        group,
                        packed,
                        &mut out[row * self.outputs..],
                        row,
                        most.min(rows - row),
                    );
                }
            }
        }
    }

    /// One group of outputs for `count` rows that are packed from `first` on.
    #[inline(always)]
    fn rows<S: Simd>(
        &self,
        simd: S,
        group: usize,
        packed: &[f32],
        out: &mut [f32],
        first: usize,
        count: usize,
    ) -> usize {
        let packed = &packed[first * self.inputs..][..count * self.inputs];
        match count {
            1 => self.group::<S, 1>(simd, group, packed, out),
            2 => self.group::<S, 2>(simd, group, packed, out),
            3 => self.group::<S, 3>(simd, group, packed, out),
            4 => self.group::<S, 4>(simd, group, packed, out),
            5 => self.group::<S, 5>(simd, group, packed, out),
            6 => self.group::<S, 6>(simd, group, packed, out),
            7 => self.group::<S, 7>(simd, group, packed, out),
            8 => self.group::<S, 8>(simd, group, packed, out),
            9 => self.group::<S, 9>(simd, group, packed, out),
            10 => self.group::<S, 10>(simd, group, packed, out),
            11 => self.group::<S, 11>(simd, group, packed, out),
            _ => self.group::<S, WIDE_ROWS>(simd, group, packed, out),
        }
        count
    }

    #[inline(always)]
    fn group<S: Simd, const N: usize>(&self, simd: S, group: usize, packed: &[f32], out: &mut [f32]) {
        match LANES / S::F32_LANES {
            1 => self.sums::<S, N, 1>(simd, group, packed, out),
            2 => self.sums::<S, N, 2>(simd, group, packed, out),
            4 => self.sums::<S, N, 4>(simd, group, packed, out),
            _ => self.sums::<S, N, LANES>(simd, group, packed, out),
        }
    }

    /// One group of outputs for `N` rows, in `V` registers each.
    #[inline(always)]
    fn sums<S: Simd, const N: usize, const V: usize>(
        &self,
        simd: S,
        group: usize,
        packed: &[f32],
        out: &mut [f32],
    ) {
        let panel = self.panels[group * self.inputs..][..self.inputs].as_flattened();
        let bias: [S::f32s; V] = registers::<S, V>(&self.bias[group])[0];
        let mut sums = [bias; N];
        for (factors, weights) in packed.as_chunks::<N>().0.iter().zip(registers::<S, V>(panel)) {
            for row in 0..N {
                let factor = simd.splat_f32s(factors[row]);
                for part in 0..V {
                    sums[row][part] = simd.mul_add_f32s(factor, weights[part], sums[row][part]);
                }
            }
        }
        for (row, sum) in sums.iter().enumerate() {
            let out = &mut out[row * self.outputs + group * LANES..][..LANES];
            S::as_mut_simd_f32s(out).0.copy_from_slice(sum);
        }
    }
}

/// Numbers as groups of `V` registers.
#[inline(always)]
fn registers<S: Simd, const V: usize>(numbers: &[f32]) -> &[[S::f32s; V]] {
    S::as_simd_f32s(numbers).0.as_chunks::<V>().0
}

/// Lays rows side by side: the first number of each, then the second of each.
#[inline(always)]
fn pack(x: &[f32], inputs: usize, packed: &mut [f32]) {
    let rows = x.len() / inputs;
    for (row, x) in x.chunks_exact(inputs).enumerate() {
        for (value, column) in x.iter().zip(packed.chunks_exact_mut(rows)) {
            column[row] = *value;
        }
    }
}

/// Rows of weights that become one layer.
pub(super) struct Stack {
    inputs: usize,
    rows: Vec<f32>,
    bias: Vec<f32>,
}

impl Stack {
    pub(super) fn new(inputs: usize) -> Self {
        Stack { inputs, rows: Vec::new(), bias: Vec::new() }
    }

    /// Adds outputs below those there are.
    pub(super) fn add(&mut self, matrix: &[f32], bias: &[f32]) {
        self.rows.extend_from_slice(matrix);
        self.bias.extend_from_slice(bias);
    }

    pub(super) fn finish(mut self) -> Linear {
        let groups = self.bias.len().div_ceil(LANES);
        let outputs = groups * LANES;
        self.bias.resize(outputs, 0.0);
        self.rows.resize(outputs * self.inputs, 0.0);
        let weight = |output: usize, input: usize| self.rows[output * self.inputs + input];
        let column =
            |group: usize, input: usize| std::array::from_fn(|lane| weight(group * LANES + lane, input));
        let panels = (0..groups).flat_map(|group| (0..self.inputs).map(move |input| (group, input)));
        let panels = panels.map(|(group, input)| column(group, input)).collect();
        let bias = self.bias.chunks_exact(LANES).map(|bias| std::array::from_fn(|lane| bias[lane])).collect();
        Linear { inputs: self.inputs, outputs, panels, bias }
    }
}

/// The sum of the products of two rows of equal length, a multiple of sixteen.
#[inline(always)]
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for lane in 0..LANES {
            sums[lane] = a[lane].mul_add(b[lane], sums[lane]);
        }
    }
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            sums[lane] += sums[lane + half];
        }
        half /= 2;
    }
    sums[0]
}

/// `e` to the power of `x`, right to about two units in the last place (Cephes' polynomial; `x` is kept within ±87).
#[inline(always)]
pub(super) fn exp(x: f32) -> f32 {
    let x = x.clamp(-87.0, 87.0);
    // Adding 1.5 × 2²³ rounds to a whole number, which then stands in the lowest bits.
    let shifted = x.mul_add(std::f32::consts::LOG2_E, 12_582_912.0);
    let whole = shifted - 12_582_912.0;
    let rest = whole.mul_add(-0.693_359_4, x);
    let rest = whole.mul_add(2.121_944_4e-4, rest);
    let mut sum = 1.987_569_1e-4f32;
    for factor in [1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 5e-1] {
        sum = sum.mul_add(rest, factor);
    }
    let power = (sum * rest).mul_add(rest, rest) + 1.0;
    power * f32::from_bits((shifted.to_bits() << 23).wrapping_add(127 << 23))
}

/// 1 / (1 + e^−x).
#[inline(always)]
pub(super) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Hyperbolic tangent.
#[inline(always)]
pub(super) fn tanh(x: f32) -> f32 {
    2.0f32.mul_add(logistic(2.0 * x), -1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_are_close_to_the_true_ones() {
        for step in -2000..=2000 {
            let x = step as f32 / 100.0;
            let (wide, close) = (f64::from(x), 3e-7);
            assert!((f64::from(exp(x)) / wide.exp() - 1.0).abs() < close, "exp {x}");
            assert!((f64::from(logistic(x)) - 1.0 / (1.0 + (-wide).exp())).abs() < close, "logistic {x}");
            assert!((f64::from(tanh(x)) - wide.tanh()).abs() < close, "tanh {x}");
        }
        assert!(exp(1e9).is_finite() && exp(-1e9) >= 0.0 && tanh(1e9) == 1.0);
    }

    #[test]
    fn layers_compute_what_they_should_for_any_number_of_rows() {
        let (inputs, outputs) = (5, 19);
        let weight = |output: usize, input: usize| (output * 7 + input * 3) as f32 % 11.0 - 5.0;
        let matrix: Vec<f32> = (0..outputs * inputs).map(|at| weight(at / inputs, at % inputs)).collect();
        let bias: Vec<f32> = (0..outputs).map(|output| output as f32).collect();
        let mut stack = Stack::new(inputs);
        stack.add(&matrix, &bias);
        let layer = stack.finish();
        for rows in 1..15 {
            let x: Vec<f32> = (0..rows * inputs).map(|at| (at % 4) as f32 - 1.0).collect();
            let mut out = vec![0.0; rows * layer.outputs];
            layer.apply(pulp::Scalar::new(), &x, &mut out);
            for (row, output) in (0..rows).flat_map(|row| (0..outputs).map(move |output| (row, output))) {
                let products = (0..inputs).map(|input| weight(output, input) * x[row * inputs + input]);
                assert_eq!(out[row * layer.outputs + output], products.sum::<f32>() + bias[output]);
            }
        }
    }

    #[test]
    fn dots_sum_all_lanes() {
        let a: Vec<f32> = (0..32).map(|at| at as f32).collect();
        assert_eq!(dot(&a, &[1.0; 32]), 496.0);
    }
}
