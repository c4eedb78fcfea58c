//! `gloss zip`: a zip whose bytes depend on nothing but the files in it and their right to be run.

use crate::whole_file;
use clap::Args;
use indicatif::ProgressIterator;
use libdeflater::{CompressionLvl, Compressor};
use miette::{Context, IntoDiagnostic, Result, miette};
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter, crc32};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The first year that a zip can tell.
const YEAR: u16 = 1980;

#[derive(Args)]
pub struct ZipArgs {
    /// Folder that the names in the zip are relative to.
    folder: PathBuf,
    /// The zip to write.
    #[arg(short, long)]
    output: PathBuf,
    /// How much time to take for fewer bytes, 0 to 12.
    #[arg(short, long, default_value_t = 12, value_parser = clap::value_parser!(i32).range(0..=12))]
    level: i32,
    /// Files to put in, relative to the folder; all below it when none is named.
    files: Vec<PathBuf>,
}

/// Writes the zip, in whole or not at all.
pub fn run(args: &ZipArgs) -> Result<()> {
    let mut files = args.files.clone();
    if files.is_empty() {
        collect(&args.folder, Path::new(""), &mut files)?;
    }
    // By the names that the zip will have, so that the order is the same on every system.
    let mut named = files.iter().map(|file| Ok((name_of(file)?, file))).collect::<Result<Vec<_>>>()?;
    named.sort();
    named.dedup();
    let level = CompressionLvl::new(args.level).map_err(|_| miette!("{} is no level from 0 to 12", args.level))?;
    let mut compressor = Compressor::new(level);
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, file) in named.iter().progress() {
        let path = args.folder.join(file);
        let unread = || format!("{} can't be read", path.display());
        let bytes = fs::read(&path).into_diagnostic().with_context(unread)?;
        let mode = if may_run(&path).into_diagnostic().with_context(unread)? { 0o100_755 } else { 0o100_644 };
        add(&mut archive, &mut compressor, name, &bytes, mode)?;
    }
    let bytes = archive.finish().into_diagnostic()?;
    whole_file::replace(&args.output, &bytes)
}

fn add(
    archive: &mut ZipArchiveWriter<Vec<u8>>,
    compressor: &mut Compressor,
    name: &str,
    bytes: &[u8],
    mode: u32,
) -> Result<()> {
    let mut squeezed = vec![0; compressor.deflate_compress_bound(bytes.len())];
    let length = compressor.deflate_compress(bytes, &mut squeezed).into_diagnostic()?;
    let stored = length >= bytes.len();
    let method = if stored { CompressionMethod::STORE } else { CompressionMethod::DEFLATE };
    let start =
        UtcDateTime::from_components(YEAR, 1, 1, 0, 0, 0, 0).ok_or_else(|| miette!("{YEAR} has no first day"))?;
    let (mut entry, _) = archive
        .new_file(name)
        .compression_method(method)
        .last_modified(start)
        .unix_permissions(mode)
        .start()
        .into_diagnostic()?;
    entry.write_all(if stored { bytes } else { &squeezed[..length] }).into_diagnostic()?;
    entry.finish(DataDescriptorOutput::new(crc32(bytes), bytes.len() as u64)).into_diagnostic()?;
    Ok(())
}

/// Adds the files below that folder of `root`.
fn collect(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let path = root.join(folder);
    let listed = fs::read_dir(&path).into_diagnostic().with_context(|| format!("{} can't be read", path.display()))?;
    for entry in listed {
        let entry = entry.into_diagnostic()?;
        let below = folder.join(entry.file_name());
        if entry.file_type().into_diagnostic()?.is_dir() {
            collect(root, &below, files)?;
        } else {
            files.push(below);
        }
    }
    Ok(())
}

/// The name of a file in a zip: the parts of its path with slashes between them.
fn name_of(file: &Path) -> Result<String> {
    let parts: Option<Vec<_>> = file.iter().map(|part| part.to_str()).collect();
    let parts = parts.filter(|_| file.is_relative());
    parts.map(|parts| parts.join("/")).ok_or_else(|| miette!("{} can't be named in a zip", file.display()))
}

#[cfg(unix)]
fn may_run(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::metadata(path)?.permissions().mode() & 0o100 != 0)
}

#[cfg(not(unix))]
fn may_run(_: &Path) -> std::io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// The names in a zip of these files with their bytes, read back by the crate's own reader.
    fn packed(files: &[(&str, &[u8])], chosen: &[&str], order: impl Fn(&mut Vec<PathBuf>)) -> (Vec<u8>, Vec<String>) {
        let folder = std::env::temp_dir().join(format!("gloss-zip-{}-{:p}", std::process::id(), &files));
        for (name, bytes) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let mut chosen = chosen.iter().map(PathBuf::from).collect();
        order(&mut chosen);
        let output = folder.with_extension("zip");
        run(&ZipArgs { folder: folder.clone(), output: output.clone(), level: 12, files: chosen }).unwrap();
        let zip = fs::read(&output).unwrap();
        fs::remove_dir_all(folder).unwrap();
        fs::remove_file(output).unwrap();
        let archive = rawzip::ZipArchive::from_slice(&zip).unwrap();
        let mut names = Vec::new();
        for entry in archive.entries() {
            let entry = entry.unwrap();
            let name = entry.file_path().try_normalize().unwrap().as_ref().to_string();
            let mut bytes = Vec::new();
            let body = archive.get_entry(entry.wayfinder()).unwrap();
            if entry.compression_method() == CompressionMethod::DEFLATE {
                let inflated = flate2::read::DeflateDecoder::new(body.data());
                body.verifying_reader(inflated).read_to_end(&mut bytes).unwrap();
            } else {
                body.verifying_reader(body.data()).read_to_end(&mut bytes).unwrap();
            }
            let (_, expected) = files.iter().find(|(file, _)| *file == name).unwrap();
            assert_eq!(&bytes, expected, "{name}");
            names.push(name);
        }
        (zip, names)
    }

    const FILES: &[(&str, &[u8])] =
        &[("b.txt", &[b'b'; 9000]), ("a/deep/c.bin", &[3, 1, 4]), ("a.js", b"let a = 1;"), ("empty", b"")];

    #[test]
    fn every_file_comes_back_in_the_order_of_names() {
        let (zip, names) = packed(FILES, &[], |_| {});
        assert_eq!(names, ["a.js", "a/deep/c.bin", "b.txt", "empty"]);
        assert!(zip.len() < 2000);
        let (_, names) = packed(FILES, &["empty", "a.js", "a.js"], |_| {});
        assert_eq!(names, ["a.js", "empty"]);
    }

    #[test]
    fn the_bytes_hang_on_the_files_alone() {
        let all: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        let (one, _) = packed(FILES, &all, |_| {});
        let (other, _) = packed(FILES, &all, |files| files.reverse());
        assert!(one == other);
    }

    #[test]
    fn a_missing_file_is_named_and_nothing_is_written() {
        let output = std::env::temp_dir().join(format!("gloss-zip-{}-none.zip", std::process::id()));
        let args =
            ZipArgs { folder: "no-such-folder".into(), output: output.clone(), level: 12, files: vec!["a.js".into()] };
        let error = run(&args).unwrap_err();
        assert!(format!("{error}").contains("no-such-folder"), "{error}");
        assert!(!output.exists());
    }
}
