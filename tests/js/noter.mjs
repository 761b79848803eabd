// Note des réponses et tire des questions avec les scripts de la page.
// Lit { scripts, answers: [[clé, réponse]…], draws: [[…arguments]…] } et écrit { scores, drawn }.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const { scripts, answers, draws } = JSON.parse(readFileSync(0, "utf8"));
const page = createContext({ TextEncoder });
runInContext("var window = globalThis;", page);
for (const script of scripts) runInContext(readFileSync(script, "utf8"), page, { filename: script });
process.stdout.write(JSON.stringify({
  scores: answers.map(([key, response]) => page.emas.score(key, response)),
  drawn: draws.map((args) => page.emas.draw(...args)),
}));
