//! What holds for all imported seeds together.

use engine::compile::{SeedSource, check};
use std::path::Path;

fn sources(folder: &str, extension: &str) -> Vec<SeedSource> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    let read = |path: &std::path::PathBuf| SeedSource {
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
