//! `gloss bind`: the JavaScript glue of a Wasm module, by wasm-bindgen as a library of the version in Cargo.lock.

use clap::Args;
use miette::{Result, miette};
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

#[derive(Args)]
pub struct BindArgs {
    /// The module as rustc left it.
    wasm: PathBuf,
    /// Folder for `engine.js` and `engine_bg.wasm`.
    #[arg(short, long)]
    output: PathBuf,
}

/// Writes glue and module.
pub fn run(args: &BindArgs) -> Result<()> {
    let mut bindgen = Bindgen::new();
    let web = bindgen.web(true).map_err(|error| miette!("{error:#}"))?;
    web.input_path(&args.wasm)
        .out_name("engine")
        .typescript(false)
        .omit_default_module_path(true)
        // A panic leaves memory in an unknown state; with this the background can go on with a fresh instance.
        .reset_state_function(true)
        .remove_producers_section(true)
        .generate(&args.output)
        .map_err(|error| miette!("{}: {error:#}", args.wasm.display()))
}
