//! Tokens and sentences of plain text as CoNLL-U, for measuring: one paragraph a line, heads and tags left open.
//!
//! usage: `conllu TEXT > OUT.conllu`; `conllu --time TEXT` prints the speed instead; `conllu --show TEXT` prints sentences and quotations.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a tool for measuring, not part of the library"
)]

use std::fmt::Write as _;

use sayso_lang::{Reading, read};
use sayso_record::{Article, Document};
use sayso_text::Text;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let content = std::fs::read_to_string(args.last().expect("a file to read")).expect("a readable file");
    let article = article(content);
    match args[0].as_str() {
        "--time" => time(&article),
        "--show" => show(&read(&article)),
        _ => print!("{}", conllu(&read(&article))),
    }
}

/// A text with one paragraph a line.
fn article(content: String) -> Article {
    let text = Text::new(content).expect("a text under 4 GiB");
    let body = text.whole().lines().map(|line| line.span()).collect();
    let document = Document {
        uri: None,
        media_type: "text/plain".into(),
        encoding: "UTF-8".into(),
        sha256: String::new(),
        bytes: text.len() as u64,
    };
    Article {
        id: String::new(),
        document,
        text,
        page_map: None,
        title: None,
        byline: None,
        outlet: None,
        published: None,
        language: None,
        body,
        furniture: Vec::new(),
        doubts: Vec::new(),
    }
}

fn time(article: &Article) {
    let start = std::time::Instant::now();
    let rounds = 20;
    let words: usize = (0..rounds).map(|_| read(article).tokens.len()).sum();
    let seconds = start.elapsed().as_secs_f64();
    println!("{words} tokens in {seconds:.3} s: {:.2} M tokens/s", words as f64 / seconds / 1e6);
}

fn show(reading: &Reading<'_>) {
    for (number, paragraph) in reading.paragraphs.iter().enumerate() {
        println!();
        for sentence in &reading.sentences[paragraph.sentences.clone()] {
            println!("S {}", sentence.slice.as_str());
        }
        for quotation in reading.quotations.iter().filter(|quotation| quotation.paragraph == number) {
            let (closed, from) = (quotation.closed, quotation.continues);
            println!(
                "  Q {} [closed={closed} continues={from:?} inside={:?}]",
                quotation.slice.as_str(),
                quotation.inside
            );
        }
    }
}

fn conllu(reading: &Reading<'_>) -> String {
    let mut out = String::new();
    for paragraph in &reading.paragraphs {
        out.push_str("# newpar\n");
        for sentence in &reading.sentences[paragraph.sentences.clone()] {
            writeln!(out, "# text = {}", sentence.slice.as_str()).unwrap();
            sentence_lines(reading, sentence.tokens.clone(), &mut out);
            out.push('\n');
        }
    }
    out
}

fn sentence_lines(reading: &Reading<'_>, range: std::ops::Range<usize>, out: &mut String) {
    let tokens = &reading.tokens[range];
    for (index, token) in tokens.iter().enumerate() {
        let parts = 1 + tokens[index + 1..].iter().take_while(|next| next.joined).count();
        if parts > 1 && !token.joined {
            let form: String = tokens[index..index + parts].iter().map(|part| part.slice.as_str()).collect();
            writeln!(out, "{}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_", index + 1, index + parts).unwrap();
        }
        let misc = if token.space_after { "_" } else { "SpaceAfter=No" };
        writeln!(out, "{}\t{}\t_\tX\t_\t_\t0\troot\t_\t{misc}", index + 1, token.slice.as_str()).unwrap();
    }
}
