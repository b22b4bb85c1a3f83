// Builds static/dist from static/src: dashboard.scss, every *.js and every *.svg, minified, without source maps.
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const target = join(here, "dist");
const packages = join(here, "..", "node_modules");

async function scripts() {
  const names = (await readdir(source)).filter((name) => name.endsWith(".js"));
  await esbuild.build({
    entryPoints: names.map((name) => join(source, name)),
    outdir: target,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    legalComments: "none",
    logLevel: "warning",
  });
}

async function styles() {
  const { css } = await sass.compileAsync(join(source, "dashboard.scss"), {
    style: "compressed",
    loadPaths: [packages, join(here, "..")],
    quietDeps: true,
    // What the packages warn each other of is not ours to mend.
    logger: { warn: (message, { stack }) => stack?.startsWith("node_modules") || console.warn(`${message}\n${stack}`) },
  });
  // The royal arms are the government's own, and are not copied: nothing may ask for them.
  await writeFile(join(target, "dashboard.css"), css.replace(/url\("[^"]*govuk-crest\.svg"\)/g, "none"));
}

async function pictures() {
  const own = (await readdir(source)).filter((name) => name.endsWith(".svg"));
  await Promise.all(own.map((name) => cp(join(source, name), join(target, name))));
  await cp(join(packages, "@ministryofjustice/frontend/moj/assets/images"), join(target, "assets/images"), {
    recursive: true,
    filter: (name) => !/favicon|apple-touch|opengraph|logotype|crest/.test(name),
  });
}

await mkdir(target, { recursive: true });
await Promise.all([scripts(), styles(), pictures()]);
