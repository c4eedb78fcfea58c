// Writes the software bill of materials (CycloneDX) of what is built, and says what of the npm lock file can't be trusted.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Every package of Cargo.lock, with its licence; the hash is the lock file's. */
function crates() {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 };
  const { packages } = JSON.parse(execFileSync("cargo", ["metadata", "--locked", "--format-version", "1"], options));
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  return packages
    .filter(({ source }) => source)
    .map(({ name, version, license }) => {
      const hash = new RegExp(
        `name = "${name}"\\nversion = "${version.replace(/[.+]/g, "\\$&")}"\\nsource = .*\\nchecksum = "([0-9a-f]+)"`,
      ).exec(lock);
      return component("cargo", name, version, license, hash && { alg: "SHA-256", content: hash[1] });
    });
}

/** Every package of package-lock.json; all of them only build and test. */
function npmPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { version, license, integrity }]) => {
      const name = path.replace(/^.*node_modules\//, "");
      const hash = { alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") };
      return { ...component("npm", name, version, license, hash), scope: "excluded" };
    });
}

function component(kind, name, version, licence, hash) {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    ...(hash ? { hashes: [hash] } : {}),
    ...(licence ? { licenses: [{ expression: licence.replaceAll("/", " OR ") }] } : {}),
    purl,
  };
}

/** The bill as JSON: the same for the same lock files. */
export function billOfMaterials() {
  const { version } = JSON.parse(readFileSync(join(root, "extension/manifest.json"), "utf8"));
  const seen = new Map([...crates(), ...npmPackages()].map((each) => [each.purl, each]));
  const components = [...seen.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "gloss", name: "gloss", version } },
    components,
  };
  return `${JSON.stringify(bill, null, 1)}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(process.argv[2], billOfMaterials());
