//! `gloss import`: turns open data sets into seeds, one format a module; the same input gives the same bytes.

mod armed_groups;
mod citations;
mod cities;
mod city_counts;
mod city_review;
mod companies;
mod countries;
mod described_country;
mod factbook;
mod fold;
mod forces;
mod gazetteer;
mod governments;
mod group_names;
mod holder_names;
mod index_companies;
mod institution_names;
mod institutions;
mod leaders;
mod name_risk;
mod office_holders;
mod outlet_sites;
mod outlets;
mod output;
mod parties;
mod present;
mod region_naming;
mod regions;
mod reviewed;
mod scripts;
mod source;
mod table;
#[cfg(test)]
mod tests;
mod trusted_outlets;
mod us_counties;
mod us_newspapers;
mod world_regions;

pub use source::{tab_rows, utf8};

use clap::{Args, ValueEnum};
use miette::Result;
use output::Import;
use std::path::{Path, PathBuf};

/// What to import, from where, to where.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The data set.
    format: Format,
    /// Folder that holds the data sets, laid out as `seeds/README.md` says; for `csv` the mapping file beside its table.
    input: PathBuf,
    /// File of seeds to write, replaced only when all went well.
    #[arg(short, long)]
    output: PathBuf,
    /// Folder of seeds whose names importers of organisations heed; by default the one that holds the output's folder.
    #[arg(long)]
    seeds: Option<PathBuf>,
    /// Size from which a place of GeoNames gets a card. People; at 0 counties are known by their bare names too.
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
    /// Counties of the United States: GeoNames ids, middles by the Census Bureau.
    UsCounties,
    /// Armed groups: UCDP.
    Ucdp,
    /// Political parties: Party Facts.
    Partyfacts,
    /// News outlets: the State Media Matrix, and a list with Wikidata ids.
    StateMedia,
    /// Continents, regions across countries, seas: a reviewed table.
    WorldRegions,
    /// Companies: the S&P 500 and the name-suggestion index.
    Companies,
    /// Armed forces, police and the ministries over them: the Factbook.
    Forces,
    /// Universities, agencies, hospitals, non-profit bodies: the Research Organization Registry.
    Institutions,
    /// Any table of commas or tabs, by a mapping file.
    Csv,
}

/// Reads the data set, writes the seeds and says what was left out and why.
pub fn run(args: &ImportArgs) -> Result<()> {
    let beside = args.output.parent().and_then(Path::parent).map(Path::to_path_buf);
    let seeds = args.seeds.clone().or(beside).unwrap_or_default();
    import(args.format, &args.input, &seeds, args.fewest_people)?.write(&args.output)
}

/// What one data set gives beside what the folder `seeds` holds; of towns those with `fewest_people` or more.
fn import(format: Format, folder: &Path, seeds: &Path, fewest_people: u64) -> Result<Import> {
    let mut import = Import::default();
    match format {
        Format::NaturalEarth => countries::import(folder, &mut import)?,
        Format::Factbook => governments::import(folder, &mut import)?,
        Format::FactbookLeaders => leaders::import(folder, &mut import)?,
        Format::Geonames => cities::import(folder, fewest_people, &mut import)?,
        Format::Regions => regions::import(folder, &mut import)?,
        Format::UsCounties => us_counties::import(folder, fewest_people == 0, &mut import)?,
        Format::Ucdp => armed_groups::import(folder, &mut import)?,
        Format::Partyfacts => parties::import(folder, &mut import)?,
        Format::StateMedia => outlets::import(folder, &mut import)?,
        Format::WorldRegions => world_regions::import(folder, &mut import)?,
        Format::Companies => companies::import(folder, seeds, &mut import)?,
        Format::Forces => forces::import(folder, seeds, &mut import)?,
        Format::Institutions => institutions::import(folder, seeds, &mut import)?,
        Format::Csv => table::import(folder, &mut import)?,
    }
    Ok(import)
}
