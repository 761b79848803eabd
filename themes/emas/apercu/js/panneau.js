// Ce qu’il y a à corriger, et ce que le module compte.

const { jeton, editeur } = document.documentElement.dataset;

const boite = (nom, classe, texte) => {
  const faite = document.createElement(nom);
  if (classe) faite.className = classe;
  faite.textContent = texte;
  return faite;
};

const compte = (nombre, mot) => `${nombre} ${mot}${nombre > 1 ? "s" : ""}`;

export function diagnostics(liste, combien, tous) {
  const texte = JSON.stringify(tous);
  if (liste.dataset.texte === texte) return;
  liste.dataset.texte = texte;
  liste.replaceChildren(...tous.map(ligne));
  const nombres = ["erreur", "avertissement", "remarque"]
    .map((mot) => [mot, tous.filter(({ gravite }) => gravite === mot).length])
    .filter(([, nombre]) => nombre);
  combien.textContent = nombres.length ? nombres.map(([mot, nombre]) => compte(nombre, mot)).join(", ") : "Tout va bien.";
}

function ligne(dit) {
  const faite = document.createElement("li");
  faite.dataset.gravite = dit.gravite;
  const nom = dit.gravite[0].toUpperCase() + dit.gravite.slice(1);
  const texte = document.createElement("div");
  texte.append(boite("p", "", dit.message), boite("p", "remede", dit.remede));
  const lien = boite("a", "", `${dit.fichier}, ligne ${dit.ligne}`);
  lien.href = dit.lien;
  if (editeur) lien.addEventListener("click", (clic) => { clic.preventDefault(); ouvrir(lien, dit); });
  faite.append(boite("span", "gravite", nom), texte, lien);
  return faite;
}

async function ouvrir(lien, { fichier, ligne, colonne }) {
  const reponse = await fetch("ouvrir", {
    method: "POST",
    headers: { "X-Jeton": jeton },
    body: JSON.stringify({ fichier, ligne, colonne }),
  });
  if (!reponse.ok) lien.after(boite("p", "remede", await reponse.text()));
}

export function etapes(corps, total, rangees) {
  const faites = rangees.map(rangee);
  const somme = faites.pop();
  corps.replaceChildren(...faites);
  total.replaceChildren(...(somme?.children ?? []));
}

function rangee([titre, ...nombres]) {
  const faite = document.createElement("tr");
  const tete = boite("th", "", titre);
  tete.scope = "row";
  faite.append(tete, ...nombres.map((nombre) => boite("td", "", nombre)));
  return faite;
}
