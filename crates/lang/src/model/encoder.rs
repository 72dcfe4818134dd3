//! The encoder: LSTM layers from both sides, many paragraphs in step.

use pulp::Simd;

use super::file::{ModelError, Weights};
use super::matrix::{Linear, Stack, logistic, tanh};

/// Turns the numbers of forms into numbers of words in their paragraph.
#[derive(Debug)]
pub(super) struct Encoder {
    layers: Vec<Layer>,
    scale: Vec<f32>,
    shift: Vec<f32>,
    /// Numbers of a word.
    pub(super) width: usize,
}

#[derive(Debug)]
struct Layer {
    /// What the input adds to the gates: of the run from the left, then of the run from the right.
    input: Linear,
    sides: [Linear; 2],
    hidden: usize,
}

/// Added to the variance in the normalisation.
const EPSILON: f32 = 1e-5;

impl Encoder {
    pub(super) fn load(weights: &Weights<'_>, inputs: usize) -> Result<Self, ModelError> {
        let mut layers = Vec::new();
        let mut width = inputs;
        for index in 0..weights.directory.layers {
            let layer = Layer::load(weights, index, width)?;
            let outputs = 2 * layer.hidden;
            if index > 0 && outputs != width {
                return Err(ModelError(format!("encoder layer {index} is not as wide as the one below")));
            }
            width = outputs;
            layers.push(layer);
        }
        let scale = weights.numbers("encoder.norm.scale", &[width])?;
        let shift = weights.numbers("encoder.norm.shift", &[width])?;
        Ok(Encoder { layers, scale, shift, width })
    }

    /// Encodes units that stand one after the other in `x`, a row a word; `lengths` are in falling order.
    #[inline(always)]
    pub(super) fn encode<S: Simd>(&self, simd: S, x: Vec<f32>, lengths: &[usize]) -> Vec<f32> {
        let mut x = x;
        for (index, layer) in self.layers.iter().enumerate() {
            let mut y = layer.run(simd, &x, lengths);
            if index > 0 {
                for (y, x) in y.iter_mut().zip(&x) {
                    *y += x;
                }
            }
            x = y;
        }
        self.normalise(&mut x);
        x
    }

    #[inline(always)]
    fn normalise(&self, x: &mut [f32]) {
        let count = self.width as f32;
        for row in x.chunks_exact_mut(self.width) {
            let mut sum = 0.0;
            for value in row.iter() {
                sum += value;
            }
            let mean = sum / count;
            let mut squares = 0.0;
            for value in row.iter_mut() {
                *value -= mean;
                squares += *value * *value;
            }
            let factor = 1.0 / (squares / count + EPSILON).sqrt();
            for ((value, scale), shift) in row.iter_mut().zip(&self.scale).zip(&self.shift) {
                *value = (*value * factor).mul_add(*scale, *shift);
            }
        }
    }
}

impl Layer {
    fn load(weights: &Weights<'_>, index: usize, inputs: usize) -> Result<Self, ModelError> {
        let side = |name: &str| format!("encoder.{index}.{name}");
        let hidden = weights.shape(&side("right.recurrent"))?.get(1).copied().unwrap_or(0);
        if hidden == 0 || hidden % 16 != 0 {
            return Err(ModelError(format!(
                "encoder layer {index} has {hidden} units, not a multiple of 16"
            )));
        }
        let mut input = Stack::new(inputs);
        for name in ["right", "left"] {
            let matrix = weights.numbers(&side(&format!("{name}.input")), &[4 * hidden, inputs])?;
            input.add(&matrix, &weights.numbers(&side(&format!("{name}.bias")), &[4 * hidden])?);
        }
        let recurrent = |name: &str| -> Result<Linear, ModelError> {
            let mut stack = Stack::new(hidden);
            let matrix = weights.numbers(&side(&format!("{name}.recurrent")), &[4 * hidden, hidden])?;
            stack.add(&matrix, &vec![0.0; 4 * hidden]);
            Ok(stack.finish())
        };
        Ok(Layer { input: input.finish(), sides: [recurrent("right")?, recurrent("left")?], hidden })
    }

    #[inline(always)]
    fn run<S: Simd>(&self, simd: S, x: &[f32], lengths: &[usize]) -> Vec<f32> {
        let words = x.len() / self.input.inputs;
        let mut gates = vec![0.0; words * self.input.outputs];
        self.input.apply(simd, x, &mut gates);
        let mut out = vec![0.0; words * 2 * self.hidden];
        self.side::<S, false>(simd, &gates, lengths, &mut out);
        self.side::<S, true>(simd, &gates, lengths, &mut out);
        out
    }

    /// One run over all units in step: word `t` of each unit that is long enough, from the left or from the right.
    #[inline(always)]
    fn side<S: Simd, const BACKWARDS: bool>(
        &self,
        simd: S,
        gates: &[f32],
        lengths: &[usize],
        out: &mut [f32],
    ) {
        let hidden = self.hidden;
        let number = usize::from(BACKWARDS);
        let (mut state, mut cell) = (vec![0.0; lengths.len() * hidden], vec![0.0; lengths.len() * hidden]);
        let mut recurrent = vec![0.0; lengths.len() * 4 * hidden];
        let mut active = lengths.len();
        for t in 0..lengths.first().copied().unwrap_or(0) {
            while active > 0 && lengths[active - 1] <= t {
                active -= 1;
            }
            self.sides[number].apply(simd, &state[..active * hidden], &mut recurrent);
            let mut start = 0;
            for unit in 0..active {
                let row = if BACKWARDS { start + lengths[unit] - 1 - t } else { start + t };
                start += lengths[unit];
                let gates = &gates[row * self.input.outputs + number * 4 * hidden..][..4 * hidden];
                let state = &mut state[unit * hidden..][..hidden];
                step(
                    gates,
                    &recurrent[unit * 4 * hidden..][..4 * hidden],
                    &mut cell[unit * hidden..][..hidden],
                    state,
                );
                out[(2 * row + number) * hidden..][..hidden].copy_from_slice(state);
            }
        }
    }
}

/// One word of one unit; the gates in the order input, forget, cell, output.
#[inline(always)]
fn step(input: &[f32], recurrent: &[f32], cell: &mut [f32], state: &mut [f32]) {
    let hidden = state.len();
    let cell = &mut cell[..hidden];
    let (i, f) = (&input[..hidden], &input[hidden..][..hidden]);
    let (g, o) = (&input[2 * hidden..][..hidden], &input[3 * hidden..][..hidden]);
    let (ri, rf) = (&recurrent[..hidden], &recurrent[hidden..][..hidden]);
    let (rg, ro) = (&recurrent[2 * hidden..][..hidden], &recurrent[3 * hidden..][..hidden]);
    for unit in 0..hidden {
        let kept = logistic(f[unit] + rf[unit]) * cell[unit];
        cell[unit] = logistic(i[unit] + ri[unit]).mul_add(tanh(g[unit] + rg[unit]), kept);
        state[unit] = logistic(o[unit] + ro[unit]) * tanh(cell[unit]);
    }
}
