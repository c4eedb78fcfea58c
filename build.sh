#!/usr/bin/env bash
# The one entry to everything: sets up what is missing, builds, tests, checks, measures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'END'
./build.sh build          build dist/chromium and dist/firefox, a zip of each, and target/release/gloss
./build.sh demo           build, open an example page in Chromium, leave screenshots in dist/demo/
./build.sh test           build and test everything, end to end in Chromium and Firefox too
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

has_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome || [ -n "${CHROMIUM:-}" ]; }
has_firefox() { command -v firefox-esr || command -v firefox || [ -n "${FIREFOX:-}" ]; }

set_up_browsers() {
  local missing=()
  has_chromium >/dev/null || missing+=(chromium)
  has_firefox >/dev/null || missing+=(firefox-esr)
  [ ${#missing[@]} -eq 0 ] && return
  local install="apt-get install -y --no-install-recommends ${missing[*]} fonts-dejavu"
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    echo "Installing ${missing[*]}"
    as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive as_root $install -qq || fail "The browsers could not be installed. Run: sudo apt-get update && sudo $install"
  else
    fail "Missing: ${missing[*]}. Install them, on Debian with: sudo apt-get update && sudo $install
Where they have other names, set CHROMIUM and FIREFOX to their paths."
  fi
}

build() {
  set_up_tools
  cargo build --release --locked -p gloss
  cargo build --profile wasm --locked --target wasm32-unknown-unknown -p gloss-background
  local gloss=target/release/gloss glue=.build/glue
  mkdir -p "$glue"
  "$gloss" bind target/wasm32-unknown-unknown/wasm/gloss_background.wasm -o "$glue"
  # The features that rustc's default target turns on.
  npx --no-install wasm-opt -Os --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue "$glue/engine_bg.wasm" -o "$glue/engine_bg.wasm"
  "$gloss" pack build seeds -o dist/packs
  node extension/bundle.mjs
}

test_all() {
  build
  set_up_browsers
  cargo test --locked --workspace --exclude gloss-background --features gloss-engine/compile
  npx --no-install tsc
  node tests/units.mjs
  node tests/run.mjs chromium
  node tests/run.mjs firefox
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
  test) test_all ;;
  check) check ;;
  bench) bench "${@:2}" ;;
  "" | help | -h | --help) usage ;;
  *) usage >&2; fail "There is no command called $1." ;;
esac
