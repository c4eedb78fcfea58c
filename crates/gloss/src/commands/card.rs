//! `gloss card`: an entity's card as of a day, for people or as JSON.

use crate::{packs, stdout};
use clap::Args;
use engine::date::Date;
use engine::wire::{Card, CardFact, CardRequest, DateBasis};
use miette::{IntoDiagnostic, Result, miette};
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Args)]
pub struct CardArgs {
    /// A name, or an identifier such as wd:Q858.
    name: String,
    /// The day to answer for, YYYY-MM-DD; the pack's own date when not given.
    #[arg(long)]
    date: Option<String>,
    /// Print the card as JSON.
    #[arg(long)]
    json: bool,
    /// Names file of a pack; may be given several times.
    #[arg(long)]
    pack: Vec<PathBuf>,
}

/// Prints the card.
pub fn run(args: &CardArgs) -> Result<()> {
    if let Some(date) = &args.date {
        Date::parse(date).map_err(|error| miette!("--date: {error}"))?;
    }
    let engine = packs::open(&args.pack)?;
    let found = engine.find(&args.name);
    let Some(entity) = found.first() else {
        return Err(miette!("no entity is called “{}” in the pack; see seeds/README.md for how to add one", args.name));
    };
    let request = CardRequest { entity: entity.id.clone(), as_of: args.date.clone() };
    let card = engine.card(&request).ok_or_else(|| miette!("the pack has no card of {}", entity.id))?;
    if args.json {
        return stdout::print(&format!("{}\n", serde_json::to_string_pretty(&json(&card)).into_diagnostic()?));
    }
    let mut out = stdout::open();
    print(&card, &mut out).into_diagnostic()?;
    for other in found.iter().skip(1) {
        writeln!(out, "  also: {} ({}), {}", other.label, other.kind.words(), other.id).into_diagnostic()?;
    }
    out.finish()
}

/// The card with the names of the command line, which stay as they are while the wire changes.
fn json(card: &Card) -> serde_json::Value {
    let facts = |facts: &[CardFact]| -> Vec<serde_json::Value> {
        let one = |fact: &CardFact| {
            serde_json::json!({
                "heading": fact.heading, "text": fact.text, "when": fact.when, "entity": fact.entity,
                "standing": fact.standing, "according_to": fact.according_to, "citations": fact.citations,
            })
        };
        facts.iter().map(one).collect()
    };
    serde_json::json!({
        "entity": card.entity, "label": card.label, "kind": card.kind, "description": card.description, "role": card.role,
        "as_of": card.as_of, "date_basis": card.date_basis, "known_to": card.known_to, "on_date": facts(&card.on_date), "since": facts(&card.since),
        "earlier": facts(&card.earlier), "citations": card.citations, "more": card.more,
    })
}

fn print(card: &Card, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} ({})", card.label, card.kind)?;
    if let Some(role) = &card.role {
        writeln!(out, "{role}")?;
    }
    writeln!(out, "{}", card.description)?;
    let day = match card.date_basis {
        DateBasis::Page => format!("On {}", card.as_of),
        DateBasis::NoDate => format!("Known up to {}", card.known_to),
        DateBasis::NewerThanPack => format!("On {}, as far as known; all is known up to {}", card.as_of, card.known_to),
    };
    for (heading, facts) in [(day.as_str(), &card.on_date), ("Since then", &card.since), ("Earlier", &card.earlier)] {
        if !facts.is_empty() {
            writeln!(out, "\n{heading}")?;
        }
        for fact in facts {
            let numbers: Vec<String> = fact.citations.iter().map(|index| (index + 1).to_string()).collect();
            let claim = fact.according_to.as_ref().map(|who| format!(" (according to {who})")).unwrap_or_default();
            // An event is a sentence with its full stop.
            let separator = if fact.text.ends_with('.') { " " } else { ", " };
            let when = if fact.when.is_empty() { String::new() } else { format!("{separator}{}", fact.when) };
            writeln!(out, "  {}: {}{when}{claim} [{}]", fact.heading, fact.text, numbers.join(","))?;
        }
    }
    writeln!(out)?;
    for (index, citation) in card.citations.iter().enumerate() {
        let url = citation.url.as_deref().unwrap_or_default();
        writeln!(
            out,
            "  [{}] {}, {} {} {url}",
            index + 1,
            citation.title,
            citation.publisher,
            citation.date.as_deref().unwrap_or_default()
        )?;
    }
    Ok(())
}
