// Lit des textes GIFT ([texte…] en JSON) avec gift-pegjs ; écrit pour chacun { questions } ou { error }.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { parse } = createRequire(import.meta.url)("gift-pegjs");
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => {
  try {
    return { questions: parse(text) };
  } catch (error) {
    return { error: `${error.location?.start.line}: ${error.message}` };
  }
})));
