// Builds `dist/` from `src/`: same sources, same pinned packages, same bytes. `--check` compares instead of writing.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { quantize } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

const root = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(root, ...parts);
const files = new Map();

// Pages that load by themselves share the code of the app: `#app` stays an import of the file that is there already.
const shared = {
  name: "shared",
  setup: (setup) => setup.onResolve({ filter: /^#app$/ }, () => ({ path: "./app.js", external: true })),
};
// The app loads those pages by the name they are served under.
const lazy = {
  name: "lazy",
  setup: (setup) =>
    setup.onResolve({ filter: /^#(map|network)$/ }, ({ path }) => ({ path: `./${path.slice(1)}.js`, external: true })),
};

const options = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  write: false,
  metafile: true,
  outdir: "dist/assets",
  logLevel: "warning",
};
const results = [
  await build({ ...options, entryPoints: { app: "src/app.ts" }, plugins: [lazy] }),
  await build({
    ...options,
    entryPoints: { map: "src/pages/map.ts", network: "src/pages/network.ts" },
    plugins: [shared],
  }),
  await build({ ...options, entryPoints: { app: "src/css/app.css" } }),
];
for (const file of results.flatMap((result) => result.outputFiles))
  files.set(file.path.slice(at("dist/").length), Buffer.from(file.contents));
files.set("index.html", readFileSync(at("src/index.html")));
files.set("assets/icon.svg", readFileSync(at("src/icon.svg")));
files.set("assets/world.json", Buffer.from(JSON.stringify(shapes("110m"))));
files.set("assets/world-fine.json", Buffer.from(JSON.stringify(finer(shapes("50m")))));
files.set("LICENSES.txt", Buffer.from(licences(results)));

// Countries without their names and numbers: a map of events colours none of them.
function shapes(scale) {
  const { objects, ...rest } = JSON.parse(readFileSync(at(`node_modules/world-atlas/countries-${scale}.json`), "utf8"));
  const geometries = objects.countries.geometries.map(({ type, arcs }) => ({ type, arcs }));
  return { ...rest, objects: { countries: { type: "GeometryCollection", geometries } } };
}

// The coasts that show when the map is close, without the turns that nobody sees: 230 kB become 90.
function finer(topology) {
  const weighed = presimplify(topology);
  const simple = simplify(weighed, quantile(weighed, 0.4));
  return quantize(simple, 2e4);
}

function licences(built) {
  const inputs = built.flatMap((result) => Object.keys(result.metafile.inputs));
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  const all = [...new Set([...names, "world-atlas"])].sort();
  return all.map(licence).join(`\n${"-".repeat(80)}\n\n`);
}

function licence(name) {
  const { version, license } = JSON.parse(readFileSync(at("node_modules", name, "package.json"), "utf8"));
  const file = readdirSync(at("node_modules", name)).find((entry) => /^licen[cs]e/i.test(entry));
  const note =
    name === "world-atlas"
      ? "assets/world.json and assets/world-fine.json; shapes made from Natural Earth, which is in the public domain.\n"
      : "";
  return `${name} ${version} (${license})\n${note}\n${readFileSync(at("node_modules", name, file), "utf8").trim()}\n`;
}

const size = (content) => gzipSync(content, { level: 9 }).length;
if (process.argv.includes("--check")) {
  const stale = [...files].filter(
    ([name, content]) => !existsSync(at("dist", name)) || !readFileSync(at("dist", name)).equals(content),
  );
  for (const [name] of stale) console.error(`dist/${name} is not what src/ builds: run npm run build`);
  process.exit(stale.length ? 1 : 0);
}
rmSync(at("dist"), { recursive: true, force: true });
mkdirSync(at("dist/assets"), { recursive: true });
for (const [name, content] of [...files].sort()) {
  writeFileSync(at("dist", name), content);
  console.log(`${String(content.length).padStart(8)} ${String(size(content)).padStart(7)} gzip  ${name}`);
}
const first = ["index.html", "assets/app.js", "assets/app.css", "assets/icon.svg"].reduce(
  (sum, name) => sum + size(files.get(name)),
  0,
);
console.log(`first load: ${(first / 1000).toFixed(1)} kB gzip`);
