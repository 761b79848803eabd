// Les diapositives et les pages du livret : ce qui n’a pas changé reste en place, ce qui a changé se voit.

const compter = (vue, nombre) => {
  const onglet = document.getElementById(vue.getAttribute("aria-labelledby"));
  onglet.querySelector(".compte").textContent = nombre ? String(nombre) : "";
  vue.querySelector(".vide").hidden = nombre > 0;
};

const remarquer = (anciens, nouveaux) => {
  for (const un of anciens) un.removeAttribute("data-change");
  for (const un of nouveaux) un.setAttribute("data-change", "");
  nouveaux[0]?.scrollIntoView({ block: "nearest" });
};

export async function planche(vue, nom) {
  const cadre = vue.querySelector("iframe");
  if (!nom || cadre.dataset.nom === nom) return;
  const avant = cadre.dataset.nom;
  cadre.dataset.nom = nom;
  cadre.hidden = false;
  const adresse = `contenu/${nom}.html`;
  const page = cadre.contentDocument;
  if (!avant || !page?.querySelector(".diapo")) {
    cadre.addEventListener("load", () => compter(vue, cadre.contentDocument.querySelectorAll(".diapo").length), { once: true });
    cadre.src = adresse;
    return;
  }
  const reponse = await fetch(adresse);
  if (!reponse.ok) return; // déjà remplacées : les suivantes sont annoncées
  const texte = await reponse.text();
  const neuve = new DOMParser().parseFromString(texte, "text/html");
  page.querySelectorAll("style").forEach((style, rang) => {
    const voulu = neuve.querySelectorAll("style")[rang]?.textContent ?? "";
    if (style.textContent !== voulu) style.textContent = voulu;
  });
  const anciennes = [...page.querySelectorAll(".diapo")];
  for (const une of anciennes) une.removeAttribute("data-change");
  const connues = new Map(anciennes.map((une) => [une.outerHTML, une]));
  const toutes = [...neuve.querySelectorAll(".diapo")].map((une) => connues.get(une.outerHTML) ?? page.adoptNode(une));
  page.querySelector("main").replaceChildren(...toutes);
  remarquer([], toutes.filter((une) => !anciennes.includes(une)));
  compter(vue, toutes.length);
}

export function livret(vue, noms) {
  const liste = vue.querySelector("#pages");
  if (!noms) return;
  const anciennes = [...liste.children];
  const avant = anciennes.map((une) => une.dataset.nom);
  if (avant.join() === noms.join()) return;
  const toutes = noms.map((nom, rang) => (avant[rang] === nom ? anciennes[rang] : page(nom, rang + 1)));
  liste.replaceChildren(...toutes);
  if (avant.length) remarquer(anciennes, toutes.filter((une) => !anciennes.includes(une)));
  compter(vue, noms.length);
}

function page(nom, numero) {
  const ligne = document.createElement("li");
  const image = document.createElement("img");
  image.src = `contenu/${nom}.svg`;
  image.alt = `Page ${numero} du livret`;
  image.loading = "lazy";
  image.width = 595;
  image.height = 842;
  ligne.dataset.nom = nom;
  ligne.append(image);
  return ligne;
}
