//! Articles with annotated attributions, as training reads them: text, passages, and what stands where in their units.

use engine::attribution::training::{Passage, covered, passages};
use engine::document::Document;
use engine::{Engine, PlainOptions};
use miette::{Context, IntoDiagnostic, Result, miette};
use std::io::BufRead;
use std::ops::Range;
use std::path::Path;

/// One line of the data, positions in code points.
#[derive(serde::Deserialize)]
struct Line {
    id: String,
    text: String,
    attributions: Option<Vec<Spans>>,
    #[serde(default)]
    meta: Meta,
}

#[derive(Default, serde::Deserialize)]
struct Meta {
    #[serde(default)]
    publisher: String,
}

#[derive(serde::Deserialize)]
struct Spans {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// An annotated attribution, in units of one passage.
#[derive(Clone, Debug)]
pub struct Known {
    /// The words that report.
    pub cue: Range<usize>,
    /// Role (0 source, 1 content) and units.
    pub arguments: Vec<(usize, Range<usize>)>,
}

/// An article.
pub struct Article {
    /// Identifier in the data.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its text.
    pub text: String,
    /// Its passages.
    pub passages: Vec<Passage>,
    /// The attributions of each passage, in order of their cues.
    pub known: Vec<Vec<Known>>,
}

/// Reads a file with one article a line; the engine says which names stand in it.
pub fn read(path: &Path, engine: &Engine, mut each: impl FnMut()) -> Result<Vec<Article>> {
    let file =
        std::fs::File::open(path).into_diagnostic().wrap_err_with(|| format!("can't open {}", path.display()))?;
    let mut articles = Vec::new();
    for (index, line) in std::io::BufReader::new(file).lines().enumerate() {
        let place = format!("{}:{}", path.display(), index + 1);
        let line = line.into_diagnostic().wrap_err_with(|| format!("{place}: can't be read as UTF-8"))?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|error| {
            miette!(
                "{place}: {error}; each line is an object with \"id\" and \"text\", and \"attributions\" to learn from"
            )
        })?;
        // Data of another form may lie beside: articles that several people annotated, without one common reading.
        if line.attributions.is_some() {
            articles.push(prepare(line, engine));
        }
        each();
    }
    Ok(articles)
}

fn prepare(line: Line, engine: &Engine) -> Article {
    let options = PlainOptions { date: None, language: Some("en".into()) };
    let mentions = engine.annotate_plain(&line.text, &options).mentions;
    let document = Document::from_plain(&line.text, "en");
    let passages = passages(&document, &mentions);
    let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let range = |span: &[usize; 2]| bytes[span[0].min(bytes.len() - 1)]..bytes[span[1].min(bytes.len() - 1)];
    let mut known: Vec<Vec<Known>> = passages.iter().map(|_| Vec::new()).collect();
    for spans in line.attributions.iter().flatten() {
        let Some(cue) = spans.cue.first().map(range) else { continue };
        let Some((index, cue)) = passages.iter().enumerate().find_map(|(index, passage)| {
            let units = covered(&document, passage, &cue);
            (!units.is_empty()).then_some((index, units))
        }) else {
            continue;
        };
        // A quotation is never a cue; what reports inside one isn't learned.
        if passages[index].units[cue.clone()].iter().any(|unit| unit.quotation) {
            continue;
        }
        let roles = spans.source.iter().map(|span| (0, span)).chain(spans.content.iter().map(|span| (1, span)));
        let arguments = roles.map(|(role, span)| (role, covered(&document, &passages[index], &range(span))));
        let arguments = arguments.filter(|(_, units)| !units.is_empty()).collect();
        known[index].push(Known { cue, arguments });
    }
    for known in &mut known {
        known.sort_by_key(|known| (known.cue.start, known.cue.end));
    }
    Article { id: line.id, publisher: line.meta.publisher, text: line.text, passages, known }
}
