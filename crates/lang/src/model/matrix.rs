//! Linear layers, and the two curves of an LSTM, in an order of operations that no machine changes.
//!
//! A sum of products runs over the inputs from first to last, each step one fused multiply-add; what is done side by side are outputs and
//! rows, which do not meet. So every processor gives the same bits, whatever its vectors are (one without fused multiply-add computes it
//! in software: the same, slowly). Everything here is inlined into one function per kind of processor, which [`super::encoder`] dispatches;
//! a call left standing would be compiled for the oldest processor of all.

use super::file::{ModelError, Weights};

/// Outputs that are computed side by side: two AVX registers.
const LANES: usize = 16;
/// Rows that are computed side by side: with two registers each they leave room for the weights among the sixteen of AVX2.
const ROWS: usize = 6;

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

    /// Computes `out` (a row of `outputs` for each row of `inputs` in `x`).
    #[inline(always)]
    pub(super) fn apply(&self, x: &[f32], out: &mut [f32]) {
        let rows = x.len() / self.inputs;
        let mut row = 0;
        while row + ROWS <= rows {
            self.rows::<ROWS>(x, out, row);
            row += ROWS;
        }
        match rows - row {
            0 => {}
            1 => self.rows::<1>(x, out, row),
            2 => self.rows::<2>(x, out, row),
            3 => self.rows::<3>(x, out, row),
            4 => self.rows::<4>(x, out, row),
            _ => self.rows::<5>(x, out, row),
        }
    }

    #[inline(always)]
    fn rows<const N: usize>(&self, x: &[f32], out: &mut [f32], first: usize) {
        let x: [&[f32]; N] = std::array::from_fn(|row| &x[(first + row) * self.inputs..][..self.inputs]);
        let out = &mut out[first * self.outputs..][..N * self.outputs];
        for (number, bias) in self.bias.iter().enumerate() {
            let panel = &self.panels[number * self.inputs..][..self.inputs];
            let sums = products(x, panel, bias);
            for (row, sum) in sums.iter().enumerate() {
                out[row * self.outputs + number * LANES..][..LANES].copy_from_slice(sum);
            }
        }
    }
}

/// One group of outputs for `N` rows.
#[inline(always)]
fn products<const N: usize>(
    x: [&[f32]; N],
    panel: &[[f32; LANES]],
    bias: &[f32; LANES],
) -> [[f32; LANES]; N] {
    let mut sums = [*bias; N];
    for (input, weights) in panel.iter().enumerate() {
        for row in 0..N {
            let factor = x[row][input];
            for lane in 0..LANES {
                sums[row][lane] = factor.mul_add(weights[lane], sums[row][lane]);
            }
        }
    }
    sums
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
            layer.apply(&x, &mut out);
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
