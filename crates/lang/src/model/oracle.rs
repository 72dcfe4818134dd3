//! The forward pass against what its reference computes (`train/reference.py`), for units made up for the purpose.

use pulp::Simd as _;
use serde::Deserialize;

use super::*;

/// What the reference gives for one unit: a row for each word, and the trees of its sentences.
#[derive(Debug, Deserialize)]
struct Wanted {
    forms: Vec<String>,
    space: Vec<u8>,
    quotation: Vec<u8>,
    upos: Rows,
    morph: Rows,
    lemma: Rows,
    names: Rows,
    mention: Rows,
    coref: Rows,
    roles: Rows,
    anchors: Vec<usize>,
    /// For each anchor and role in turn a number for each word.
    links: Rows,
    sentence: Rows,
    standing: Rows,
    trees: Vec<WantedTree>,
}

#[derive(Debug, Deserialize)]
struct WantedTree {
    first: usize,
    arcs: Rows,
    heads: Vec<usize>,
    relations: Rows,
}

type Rows = Vec<Vec<f32>>;

/// Most that a number may differ from the reference's.
const TOLERANCE: f32 = 1e-3;

#[expect(clippy::disallowed_methods, reason = "the weights and the oracle are files")]
fn model_and_oracle() -> (Model, Vec<Wanted>) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let model = std::fs::read(format!("{root}/models/sayso-core.bin")).expect("the weights are there");
    let oracle = std::fs::read_to_string(format!("{root}/train/oracle.json")).expect("the oracle is there");
    (Model::load(&model).expect("a model"), serde_json::from_str(&oracle).expect("an oracle"))
}

fn unit(wanted: &Wanted) -> Unit<'_> {
    let words = wanted.forms.iter().zip(&wanted.space);
    Unit { words: words.map(|(form, &space)| Plain { form, spaced: space == 1, begins: 0.0 }).collect() }
}

fn close(what: &str, row: &[f32], wanted: &[f32]) {
    assert_eq!(row.len(), wanted.len(), "{what}");
    for (got, want) in row.iter().zip(wanted) {
        let near = (got - want).abs() < TOLERANCE || (*want < -1e6 && *got < -1e6);
        assert!(near, "{what}: {got} in place of {want}\n{row:?}\n{wanted:?}");
    }
}

#[test]
fn every_head_computes_what_the_reference_does() {
    let (model, oracle) = model_and_oracle();
    for wanted in &oracle {
        let unit = unit(wanted);
        let lengths = [wanted.forms.len()];
        let (hidden, answers) = model.forward(&[&unit], &lengths);
        let forms: Vec<&str> = wanted.forms.iter().map(String::as_str).collect();
        assert_eq!(
            inside_marks(&forms).iter().map(|&inside| u8::from(inside)).collect::<Vec<_>>(),
            wanted.quotation
        );
        let heads = &model.heads;
        for at in 0..forms.len() {
            let row = answers.row(at);
            close("upos", &row[heads.upos.clone()], &wanted.upos[at]);
            close("morph", &row[heads.morph.clone()], &wanted.morph[at]);
            close("lemma", &row[heads.lemma.clone()], &wanted.lemma[at]);
            close("names", &row[heads.names.clone()], &wanted.names[at]);
            close("mention", &row[heads.mention.clone()], &wanted.mention[at]);
            close("coref", &row[heads.coref..=heads.coref], &wanted.coref[at]);
            close("roles", &row[heads.roles.clone()], &wanted.roles[at]);
            close("sentence", &row[heads.sentence..=heads.sentence], &wanted.sentence[at]);
            close("standing", &row[heads.standing.start..=heads.standing.start], &wanted.standing[at]);
        }
        let starts = model.starts(&unit, &answers, 0);
        assert_eq!(starts, wanted.trees.iter().map(|tree| tree.first).collect::<Vec<_>>());
        trees(&model, &answers, wanted, starts);
        links(&model, &hidden, &answers, wanted);
    }
}

fn links(model: &Model, hidden: &Answers, answers: &Answers, wanted: &Wanted) {
    let links = &model.links;
    let words = links.words(pulp::Scalar::new(), &hidden.values);
    for (&anchor, rows) in wanted.anchors.iter().zip(wanted.links.chunks(ROLES)) {
        let queries = links.queries(pulp::Scalar::new(), hidden.row(anchor));
        for (role, row) in rows.iter().enumerate() {
            close("links", &links.scores(&queries, &words, anchor, role), row);
        }
    }
    let linked = &model.run(Attributed { model, hidden, answers, lengths: &[wanted.forms.len()] })[0];
    let sure = linked.iter().filter(|linked| linked.odds > 0.0);
    assert_eq!(sure.clone().map(|linked| linked.anchor).collect::<Vec<_>>(), wanted.anchors);
    for (linked, rows) in sure.zip(wanted.links.chunks(ROLES)) {
        assert_eq!(linked.roles, [0, 1, 2].map(|role: usize| runs(&rows[role], COSTS[role])));
    }
}

fn trees(model: &Model, answers: &Answers, wanted: &Wanted, starts: Vec<usize>) {
    let found = model.trees(answers, &[wanted.forms.len()], &[starts]);
    for tree in &wanted.trees {
        let range = tree.first..tree.first + tree.heads.len();
        let scores = model.run(Scored { model, answers, sentences: std::slice::from_ref(&range) });
        for (word, wanted) in tree.arcs.iter().enumerate() {
            close("arcs", scores[0].row(word), wanted);
        }
        for (at, word) in range.clone().enumerate() {
            let head = found.heads[word].map_or(0, |head| head - tree.first + 1);
            assert_eq!(head, tree.heads[at], "head of {}", wanted.forms[word]);
            close(
                "relations",
                &found.relations.row(word)[..model.labels.relations.len()],
                &tree.relations[at],
            );
        }
    }
}

#[test]
fn units_do_not_change_each_other() {
    let (model, oracle) = model_and_oracle();
    let units: Vec<Unit<'_>> = oracle.iter().cycle().take(40).map(unit).collect();
    let together = model.read(&units);
    for (unit, together) in units.iter().zip(together) {
        let alone = &model.read(std::slice::from_ref(unit))[0];
        assert_eq!(alone.starts, together.starts);
        assert_eq!(alone.names, together.names);
        for (alone, together) in alone.words.iter().zip(&together.words) {
            assert_eq!(
                (alone.upos, alone.head, alone.relation),
                (together.upos, together.head, together.relation)
            );
            let bits = |word: &Word<'_>| {
                [word.roles[0], word.roles[1], word.roles[2], word.standing, word.coref].map(f32::to_bits)
            };
            assert_eq!(bits(alone), bits(together));
        }
    }
}

#[test]
fn every_processor_computes_the_same_bits() {
    let (model, oracle) = model_and_oracle();
    let mut units: Vec<Unit<'_>> = oracle.iter().cycle().take(9).map(unit).collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.words.len()));
    let units: Vec<&Unit<'_>> = units.iter().collect();
    let lengths: Vec<usize> = units.iter().map(|unit| unit.words.len()).collect();
    let piece = || Forward { model: &model, units: &units, lengths: &lengths };
    let bits = |(_, answers): (_, Vec<f32>)| answers.into_iter().map(f32::to_bits).collect::<Vec<_>>();
    assert!(bits(model.run(piece())) == bits(pulp::Scalar::new().vectorize(piece())));
}

#[test]
fn weights_of_another_shape_are_refused_by_name() {
    let (_, _) = model_and_oracle();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    #[expect(clippy::disallowed_methods, reason = "the weights are a file")]
    let bytes = std::fs::read(format!("{root}/models/sayso-core.bin")).expect("the weights are there");
    let said = |bytes: &[u8]| Model::load(bytes).map(|_| ()).unwrap_err().to_string();
    assert!(said(&bytes[..bytes.len() - 4096]).contains("is cut off"));
    let text = |from: &str, to: &str| {
        let at =
            bytes.windows(from.len()).position(|window| window == from.as_bytes()).expect("in the directory");
        [&bytes[..at], to.as_bytes(), &bytes[at + from.len()..]].concat()
    };
    assert!(said(&text("\"PROPN\"", "\"PROPX\"")).contains("PROPX"));
    assert!(said(&text("tree.root", "tree.roof")).contains("no tensor tree.root"));
}
