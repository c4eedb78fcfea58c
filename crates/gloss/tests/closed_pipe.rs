//! Every command ends without a word, and as having succeeded, when the reader of its output has gone, as `head` has.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const SEEDS: &str = "[citation.a]\ntitle = \"A\"\npublisher = \"B\"\nlicence = \"reference\"\n\n[[entity]]\nid = \"x:testburg\"\n\
    kind = \"city\"\nlabel = \"Testburg\"\ndescription = \"A city.\"\n\
    facts = [{ about = \"event\", value = \"The bridge was opened.\", on = \"2020\", cite = [\"a\"] }]\n";
const PAGE: &str = "<!doctype html><title>Bridge</title><p>The bridge in Testburg was opened on Monday.</p>";

fn gloss(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gloss"));
    command.args(arguments);
    command
}

#[test]
fn a_reader_that_has_gone_is_no_error_to_any_command() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("closed-pipe");
    std::fs::create_dir_all(folder.join("seeds/curated")).unwrap();
    let write = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text).unwrap();
        folder.join(name).display().to_string()
    };
    write("seeds/pack.toml", "version = \"1\"\nas_of = \"2026-01-01\"\n");
    write("seeds/curated/a.toml", SEEDS);
    let page = write("page.html", PAGE);
    let seeds = folder.join("seeds").display().to_string();
    let output = folder.display().to_string();
    let built = gloss(&["pack", "build", &seeds, "-o", &output]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let pack = folder.join("world.names").display().to_string();

    let score = "{\"id\":1,\"text\":\"Testburg\",\"spans\":[[0,8]]}\n";
    let line = "{\"id\":1,\"text\":\"Testburg\"}\n";
    for (arguments, input) in [
        (vec!["card", "Testburg", "--pack", &pack], ""),
        (vec!["card", "Testburg", "--json", "--pack", &pack], ""),
        (vec!["find", "--pack", &pack], "Testburg\n"),
        (vec!["annotate", "--pack", &pack, "--model", "none"], "The bridge in Testburg was opened."),
        (vec!["annotate", "--pack", &pack, "--model", "none", "--jsonl"], line),
        (vec!["page", "--pack", &pack, &page], ""),
        (vec!["page", "--pack", &pack, "--jsonl", &page], ""),
        (vec!["score", "toponyms", "--pack", &pack], score),
        (vec!["pack", "build", &seeds, "-o", &output], ""),
        (vec!["pack", "check", &seeds], ""),
        (vec!["pack", "inspect", &pack], ""),
        (vec!["types"], ""),
    ] {
        let run = |stdout: Stdio| {
            let mut command = gloss(&arguments);
            let mut child =
                command.stdin(Stdio::piped()).stdout(stdout).stderr(Stdio::piped()).spawn().expect("it starts");
            child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
            child.wait_with_output().expect("it ends")
        };
        // With a reader it prints something, so that there is something to be lost.
        let read = run(Stdio::piped());
        assert!(read.status.success() && !read.stdout.is_empty(), "{arguments:?}: {read:?}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let lost = run(writer.into());
        let said = String::from_utf8_lossy(&lost.stderr);
        assert!(lost.status.success(), "{arguments:?}: {:?} {said}", lost.status);
        assert!(!said.contains("pipe"), "{arguments:?}: {said}");
    }
}
