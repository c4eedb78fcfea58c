//! Finds and opens packs and the attribution model on disk.

use engine::Engine;
use miette::{Context, IntoDiagnostic, Result, miette};
use std::path::{Path, PathBuf};

/// Where `./build.sh build` leaves the bundled pack, seen from the folder of the binary (`target/release`).
const BUNDLED: &str = "../../dist/packs/world.names";
/// Names another pack to use as the bundled one.
const VARIABLE: &str = "GLOSS_PACK";
/// Where the attribution model that the extension is bundled with lies, seen from the same folder.
const MODEL: &str = "../../crates/engine/model/attribution.model";

/// An engine with the packs whose names files are `given`, or with the bundled one.
pub fn open(given: &[PathBuf]) -> Result<Engine> {
    let mut engine = Engine::new();
    let bundled;
    let paths = if given.is_empty() {
        bundled = [find_bundled()?];
        &bundled
    } else {
        given
    };
    for names in paths {
        let read = |path: &Path| {
            std::fs::read(path).into_diagnostic().wrap_err_with(|| format!("can't read {}", path.display()))
        };
        engine.add_names(read(names)?).map_err(|error| miette!("{}: {error}", names.display()))?;
        let cards = names.with_extension("cards");
        engine.add_cards(read(&cards)?).map_err(|error| miette!("{}: {error}", cards.display()))?;
    }
    Ok(engine)
}

/// Opens the attribution model `given`, `none`, or the bundled one, without which statements are found by rules alone.
pub fn open_model(engine: &mut Engine, given: Option<&str>) -> Result<()> {
    let path = match given {
        Some("none") => return Ok(()),
        Some(path) => PathBuf::from(path),
        None => match beside_binary(MODEL)? {
            Some(path) => path,
            None => return Ok(()),
        },
    };
    let bytes = std::fs::read(&path).into_diagnostic().wrap_err_with(|| format!("can't read {}", path.display()))?;
    engine.add_model(&bytes).map_err(|error| miette!("{}: {error}", path.display()))
}

fn beside_binary(path: &str) -> Result<Option<PathBuf>> {
    let binary = std::env::current_exe().into_diagnostic()?;
    let beside = binary.parent().map(|folder| folder.join(path));
    Ok(beside.filter(|path| path.exists()))
}

fn find_bundled() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(VARIABLE) {
        return Ok(PathBuf::from(path));
    }
    beside_binary(BUNDLED)?.ok_or_else(|| {
        miette!("no knowledge pack was found; run ./build.sh build, or name one with --pack or the variable {VARIABLE}")
    })
}
