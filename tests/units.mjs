// Runs the TypeScript tests that need no browser, extension/src/**/*.test.ts, with Node's own runner. The last line counts them.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import esbuild from "esbuild";

const root = join(import.meta.dirname, "..");
const source = join(root, "extension", "src");
const output = join(root, ".build", "units");

const tests = readdirSync(source, { recursive: true }).filter((file) => file.endsWith(".test.ts"));
// What an earlier run left may belong to tests that no longer exist.
rmSync(output, { recursive: true, force: true });
await esbuild.build({
  entryPoints: tests.map((file) => join(source, file)),
  outdir: output,
  outbase: source,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  alias: { "#tests": join(root, "tests"), "#engine": join(root, "tests", "fake-engine.mjs") },
  external: ["jsdom"],
  loader: { ".css": "text", ".html": "text" },
  sourcemap: "inline",
  logLevel: "warning",
});
const bundled = tests.map((file) => join(output, file.replace(/\.ts$/, ".mjs")));
const options = ["--enable-source-maps", "--test", "--test-reporter=tap"];
const { stdout, stderr, status } = spawnSync(process.execPath, [...options, ...bundled], { encoding: "utf8" });
const countOf = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(stdout)?.[1] ?? 0);
if (status !== 0) console.log(`${stdout}${stderr}`);
console.log(`units: ${countOf("pass")} passed, ${countOf("fail")} failed`);
process.exitCode = status === 0 && countOf("pass") > 0 ? 0 : 1;
