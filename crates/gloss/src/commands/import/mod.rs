//! `gloss import`: turns open data sets into seeds, one format a module; the same input gives the same bytes.

mod armed_groups;
mod citations;
mod cities;
mod countries;
mod factbook;
mod fold;
mod gazetteer;
mod governments;
mod holder_names;
mod leaders;
mod name_risk;
mod office_holders;
mod outlet_sites;
mod outlets;
mod output;
mod parties;
mod region_naming;
mod regions;
mod reviewed;
mod scripts;
mod source;
#[cfg(test)]
mod tests;
mod trusted_outlets;
mod world_regions;

use clap::{Args, ValueEnum};
use miette::Result;
use output::Import;
use std::path::{Path, PathBuf};

/// What to import, from where, to where.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The data set.
    format: Format,
    /// Folder that holds the data sets, laid out as `seeds/README.md` says.
    input: PathBuf,
    /// File of seeds to write, replaced only when all went well.
    #[arg(short, long)]
    output: PathBuf,
    /// Size from which a place of GeoNames gets a card. People.
    #[arg(long, default_value_t = cities::FEWEST_PEOPLE)]
    fewest_people: u64,
}

/// The data sets that can be imported.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Countries and territories: Natural Earth, country-codes and the Factbook.
    NaturalEarth,
    /// Governments and who heads them: the Factbook.
    Factbook,
    /// Heads of state and government as persons: the Factbook.
    FactbookLeaders,
    /// Cities and towns: GeoNames.
    Geonames,
    /// First-level parts of countries: ISO 3166-2 with GeoNames ids, and Natural Earth.
    Regions,
    /// Armed groups: UCDP.
    Ucdp,
    /// Political parties: Party Facts.
    Partyfacts,
    /// News outlets: the State Media Matrix, and a list with Wikidata ids.
    StateMedia,
    /// Continents, regions across countries, seas: a reviewed table.
    WorldRegions,
}

/// Reads the data set, writes the seeds and says what was left out and why.
pub fn run(args: &ImportArgs) -> Result<()> {
    import(args.format, &args.input, args.fewest_people)?.write(&args.output)
}

/// What one data set gives.
fn import(format: Format, folder: &Path, fewest_people: u64) -> Result<Import> {
    let mut import = Import::default();
    match format {
        Format::NaturalEarth => countries::import(folder, &mut import)?,
        Format::Factbook => governments::import(folder, &mut import)?,
        Format::FactbookLeaders => leaders::import(folder, &mut import)?,
        Format::Geonames => cities::import(folder, fewest_people, &mut import)?,
        Format::Regions => regions::import(folder, &mut import)?,
        Format::Ucdp => armed_groups::import(folder, &mut import)?,
        Format::Partyfacts => parties::import(folder, &mut import)?,
        Format::StateMedia => outlets::import(folder, &mut import)?,
        Format::WorldRegions => world_regions::import(folder, &mut import)?,
    }
    Ok(import)
}
