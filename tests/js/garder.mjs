// Écrit et relit ce que garde une plateforme, avec les scripts de la page de lancement.
// Lit { scripts, packs: [[module, progres, reponses]…], unpacks: [[module, texte]…] } et écrit
// { packed, unpacked }.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const { scripts, packs, unpacks } = JSON.parse(readFileSync(0, "utf8"));
const page = createContext({});
runInContext("var window = globalThis;", page);
for (const script of scripts) runInContext(readFileSync(script, "utf8"), page, { filename: script });
process.stdout.write(JSON.stringify({
  packed: packs.map((args) => page.emas.packed(...args)),
  unpacked: unpacks.map((args) => page.emas.unpacked(...args)),
}));
