#!/usr/bin/env bash
# The one entry to everything: sets up what is missing, builds, tests, checks, measures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'END'
./build.sh build          build dist/chromium and dist/firefox, a zip of each, and target/release/gloss
./build.sh demo           build, open an example page in Chromium, leave screenshots in dist/demo/
./build.sh test           build and test everything, end to end in Chromium and Firefox too
./build.sh source         pack the sources as a store's reviewer needs them, and list what they are built from
./build.sh check          formatting, lints, invariants, store lint
./build.sh bench [NAME]   measure; without a name, list what can be measured
END
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

set_up_tools() {
  command -v cargo >/dev/null || fail "Rust is missing. Install it from https://rustup.rs and run this again."
  command -v node >/dev/null || fail "Node.js is missing. Install version 20 or newer from https://nodejs.org and run this again."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Node.js $(node -v) is too old. Install version 20 or newer."
  if ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    rustup target add wasm32-unknown-unknown || fail "The Wasm target is missing. Run: rustup target add wasm32-unknown-unknown"
  fi
  if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --ignore-scripts --no-audit --no-fund
    touch node_modules/.package-lock.json
  fi
}

# Runs as root, directly or through sudo where that asks no password.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The first of these programs that is installed, as a full path.
first_installed() {
  local name
  for name in "$@"; do
    command -v "$name" && return
  done
  return 1
}

# The first of these packages that the system's package manager offers; Ubuntu and Debian name their Firefox differently.
first_offered() {
  local name
  for name in "$@"; do
    if apt-cache show "$name" >/dev/null 2>&1; then echo "$name"; return; fi
  done
  echo "$1"
}

# Leaves the browsers' paths in CHROMIUM and FIREFOX, which the tests read.
find_browsers() {
  CHROMIUM=${CHROMIUM:-$(first_installed chromium chromium-browser google-chrome-stable google-chrome || true)}
  FIREFOX=${FIREFOX:-$(first_installed firefox-esr firefox || true)}
  export CHROMIUM FIREFOX
}

set_up_browsers() {
  find_browsers
  [ -n "$CHROMIUM" ] && [ -n "$FIREFOX" ] && return
  if ! command -v apt-get >/dev/null; then
    fail "Chromium and Firefox are needed. Install them, and where their programs have other names set CHROMIUM and FIREFOX to their paths."
  fi
  local root="" missing=()
  if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    root=yes
    as_root apt-get update -qq || echo "The list of packages could not be renewed; trying with the one that is there." >&2
  fi
  [ -n "$CHROMIUM" ] || missing+=("$(first_offered chromium chromium-browser)")
  [ -n "$FIREFOX" ] || missing+=("$(first_offered firefox-esr firefox)")
  local install="apt-get install -y --no-install-recommends ${missing[*]} fonts-dejavu"
  [ -n "$root" ] || fail "Missing: ${missing[*]}. Run: sudo apt-get update && sudo $install"
  echo "Installing ${missing[*]}"
  # shellcheck disable=SC2086 -- a command line, to be split into its words
  as_root env DEBIAN_FRONTEND=noninteractive $install -qq || fail "The browsers could not be installed. Run: sudo $install"
  find_browsers
  [ -n "$CHROMIUM" ] && [ -n "$FIREFOX" ] || fail "The browsers are installed but not found. Set CHROMIUM and FIREFOX to their paths."
}

# Flags by which crates are named in the module without the place where this machine keeps them, for the same bytes everywhere.
short_paths() {
  local folder
  for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    printf -- '--remap-path-prefix=%s=crates ' "$folder"
  done
  printf -- '--remap-path-prefix=%s=.' "$PWD"
}

build() {
  set_up_tools
  cargo build --release --locked -p gloss
  # Functions are copied to their callers only where they are small: a sixteenth less to download, and not slower.
  RUSTFLAGS="$(short_paths) -C llvm-args=-inline-threshold=40" cargo build --profile wasm --locked --target wasm32-unknown-unknown -p gloss-background
  local gloss=target/release/gloss glue=.build/glue
  mkdir -p "$glue"
  "$gloss" bind target/wasm32-unknown-unknown/wasm/gloss_background.wasm -o "$glue"
  # The features that rustc's default target turns on.
  # Functions with one caller stay apart from it: the browser compiles a function when it is first called, and optimises it only
  # from its next call on. All in one took a twelfth longer.
  npx --no-install wasm-opt -Oz --one-caller-inline-max-function-size 400 --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue "$glue/engine_bg.wasm" -o "$glue/engine_bg.wasm"
  "$gloss" pack build seeds -o dist/packs
  node extension/bundle.mjs
}

# The sources as a zip, and the bill of materials beside it; both the same for the same commit.
source_zip() {
  set_up_tools
  cargo build --release --locked -p gloss
  mkdir -p dist
  node extension/source.mjs dist/gloss-source.zip
  node extension/inventory.mjs dist/gloss-bill-of-materials.json
  ls -l dist/gloss-source.zip dist/gloss-bill-of-materials.json
}

# Crates by licence, source and kind; by known weaknesses where their list can be had.
check_crates() {
  if ! command -v cargo-deny >/dev/null; then
    echo "SKIP: crates' licences and advisories, for want of cargo-deny (cargo install cargo-deny --locked)"
    return
  fi
  cargo deny --offline check --hide-inclusion-graph bans licenses sources
  if cargo deny fetch db 2>/dev/null; then cargo deny check advisories; else echo "SKIP: advisories, whose list can't be reached"; fi
}

# The bundle made twice, in two folders, must be the same to the byte.
check_reproducible() {
  node extension/bundle.mjs .build/again >/dev/null
  for browser in chromium firefox; do
    cmp "dist/gloss-$browser.zip" ".build/again/gloss-$browser.zip" || fail "The bundle differs from one folder to another."
  done
  rm -rf .build/again
}

passed=0
failed=0

# Runs one stage of the tests to its end, shows it and adds up what it counts. A stage that breaks before it counts is one failure,
# one that counts nothing and succeeds is one success.
stage() {
  local log=.build/stage.log status=0 counts
  echo "── $*"
  "$@" 2>&1 | tee "$log" || status=$?
  counts=$(sed -nE 's/^(test result: [a-zA-Z]+\. |units: |chromium: |firefox: )([0-9]+) passed[;,] ([0-9]+) failed.*/\2 \3/p' "$log" |
    awk '{ passed += $1; failed += $2 } END { print passed + 0, failed + 0 }')
  local stage_passed=${counts% *} stage_failed=${counts#* }
  if [ "$status" -ne 0 ] && [ "$stage_failed" -eq 0 ]; then stage_failed=1; fi
  if [ "$status" -eq 0 ] && [ "$counts" = "0 0" ]; then stage_passed=1; fi
  passed=$((passed + stage_passed))
  failed=$((failed + stage_failed))
}

test_all() {
  build
  set_up_browsers
  stage cargo test --locked --no-fail-fast --workspace --exclude gloss-background --features gloss-engine/compile
  stage npx --no-install tsc
  stage node tests/units.mjs
  stage node tests/run.mjs chromium
  stage node tests/run.mjs firefox
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

check() {
  build
  cargo fmt --all --check
  cargo clippy --locked --workspace --exclude gloss-background --all-targets --features gloss-engine/compile,gloss-engine/typescript -- -D warnings
  cargo clippy --locked -p gloss-background --target wasm32-unknown-unknown -- -D warnings
  RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --workspace --quiet --features gloss-engine/compile
  npx --no-install tsc
  npx --no-install biome check --error-on-warnings
  target/release/gloss types | cmp - extension/src/wire.ts || fail "extension/src/wire.ts is out of date. Run: target/release/gloss types -o extension/src/wire.ts"
  target/release/gloss pack check seeds
  node tests/invariants.mjs
  check_crates
  check_reproducible
  npx --no-install web-ext lint --source-dir dist/firefox --self-hosted --warnings-as-errors
}

demo() {
  build
  set_up_browsers
  node tests/demo.mjs
}

bench() {
  local benches
  benches=$(find tests/bench -maxdepth 1 -name '*.mjs' -exec basename {} .mjs \; 2>/dev/null | sort)
  if [ $# -eq 0 ]; then
    echo "What can be measured: ${benches//$'\n'/ }"
    return
  fi
  [ -f "tests/bench/$1.mjs" ] || fail "There is no bench called $1. There are: ${benches//$'\n'/ }"
  build
  node "tests/bench/$1.mjs" "${@:2}"
}

case "${1:-}" in
  build) build ;;
  demo) demo ;;
  source) source_zip ;;
  test) test_all ;;
  check) check ;;
  bench) bench "${@:2}" ;;
  "" | help | -h | --help) usage ;;
  *) usage >&2; fail "There is no command called $1." ;;
esac
