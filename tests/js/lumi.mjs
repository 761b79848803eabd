// Dépose des paquets H5P ([chemin…] en JSON) sur un site Lumi qui a les bibliothèques du dossier donné ;
// écrit pour chacun { params, h5p }, ce que le site en garde, ou { errors }.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { H5PConfig, fs } = createRequire(import.meta.url)("@lumieducation/h5p-server");
const [libraries] = process.argv.slice(2);
const packages = JSON.parse(readFileSync(0, "utf8"));
const folder = mkdtempSync(join(tmpdir(), "lumi-"));
const site = fs(new H5PConfig(), libraries, join(folder, "depot"), join(folder, "contenu"));
const somebody = { id: "1", name: "Quelqu’un", email: "x@exemple.fr", type: "local" };

async function kept(path) {
  try {
    const { metadata, parameters } = await site.uploadPackage(path, somebody);
    const main = metadata.preloadedDependencies.find((one) => one.machineName === metadata.mainLibrary);
    const name = `${main.machineName} ${main.majorVersion}.${main.minorVersion}`;
    const id = await site.saveOrUpdateContent(undefined, parameters, metadata, name, somebody);
    const { params, h5p } = await site.getContent(id, somebody);
    return { params: params.params, h5p };
  } catch (error) {
    const all = error.getErrors?.() ?? [error];
    return { errors: all.map((one) => [one.errorId, ...Object.values(one.replacements ?? {})].join(" ")) };
  }
}

const results = [];
for (const path of packages) results.push(await kept(path));
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify(results));
