// Exécute des scripts de la page dans l’ordre, puis pose des questions au moteur qu’ils donnent.
// Lit { scripts, questions } et écrit, pour chaque question, ses résultats et leurs extraits.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const { scripts, questions } = JSON.parse(readFileSync(0, "utf8"));
const page = createContext({ setTimeout });
runInContext("var window = globalThis;", page);
for (const script of scripts) runInContext(readFileSync(script, "utf8"), page, { filename: script });

function told(result, root) {
  const { ancre } = result.partie;
  const met = (word) => result.termes.has(root(word));
  return {
    address: result.page.adresse + (ancre ? `#${ancre}` : ""),
    extract: page.emasExtrait(result.texte, met)
      .map(({ texte, trouve }) => (trouve ? `[${texte}]` : texte)).join(""),
  };
}

page.emasMoteur(page.lunr, page.emasTextes, ({ find, root }) => {
  const answers = questions.map((question) => find(question).map((item) => told(item, root)));
  process.stdout.write(JSON.stringify(answers));
});
