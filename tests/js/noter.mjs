// Fait travailler les scripts de la page. Lit { scripts, calls: [[nom, arguments]…] } et écrit ce que
// rend chaque appel de « emas.nom ».
import { readFileSync } from "node:fs";
import { webcrypto as crypto } from "node:crypto";
import { createContext, runInContext } from "node:vm";

const { scripts, calls } = JSON.parse(readFileSync(0, "utf8"));
const page = createContext({ TextEncoder, crypto });
runInContext("var window = globalThis;", page);
for (const script of scripts) runInContext(readFileSync(script, "utf8"), page, { filename: script });
process.stdout.write(JSON.stringify(calls.map(([name, args]) => page.emas[name](...args))));
