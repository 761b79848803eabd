// L’aperçu : à chaque changement, demander ce qu’il y a, et ne montrer à nouveau que ce qui n’est plus pareil.

import { livret, planche } from "./documents.js";
import { diagnostics, etapes } from "./panneau.js";

const un = (choix) => document.querySelector(choix);
const site = un("#site");
const etat = un("#etat");
let montree = "";
let module = "";

// La page regardée ; celle de l’accueil, quand le cadre montre une erreur du navigateur
function adresse() {
  try {
    const { pathname } = site.contentWindow.location;
    if (pathname.startsWith("/site/")) return decodeURI(pathname.slice("/site/".length)) || "index.html";
  } catch { /* une autre origine : rien à en lire */ }
  return "index.html";
}

function dire(quoi, mot) {
  etat.dataset.etat = quoi;
  etat.textContent = mot;
}

function bandeau(dit, premier) {
  const place = un("#bandeau");
  const texte = dit ? `${dit.titre} ${dit.texte}` : "";
  if (place.dataset.texte === texte) return;
  place.dataset.texte = texte;
  place.replaceChildren();
  if (!dit) return;
  const fort = document.createElement("strong");
  fort.textContent = dit.titre;
  place.append(fort, dit.texte);
  if (premier?.gravite === "erreur") place.append(` ${premier.message}`);
}

function suivre(page) {
  if (!page || page === montree) return;
  const nouvelle = montree !== "";
  montree = page;
  if (!site.contentDocument?.querySelector("main")) site.src = `site/${adresse()}`;
  else if (nouvelle) site.contentWindow.location.reload();
}

let enCours = false;
let encore = false;

async function mettreAJour() {
  if (enCours) { encore = true; return; }
  enCours = true;
  try {
    const reponse = await fetch(`etat?page=${encodeURIComponent(adresse())}`);
    const recu = await reponse.json();
    suivre(recu.page);
    module = recu.module?.id ?? "";
    un("#module").textContent = recu.module?.titre ?? "";
    bandeau(recu.bandeau, recu.diagnostics[0]);
    diagnostics(un("#liste"), un("#combien"), recu.diagnostics);
    etapes(un("#etapes"), un("#total"), recu.etapes);
    planche(un("#v_diapos"), recu.documents?.diapos);
    livret(un("#v_livret"), recu.documents?.livret);
    const heure = new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    if (recu.bandeau) dire("perdu", recu.pret ? "Dernière bonne version" : "Rien à montrer");
    else if (recu.pret) dire("a-jour", `À jour à ${heure}`);
  } catch {
    dire("perdu", "L’aperçu ne répond plus : relancez « emas serve ».");
  } finally {
    enCours = false;
    if (encore) { encore = false; mettreAJour(); }
  }
}

// Un onglet caché n’écoute pas : un navigateur n’ouvre que six connexions vers une même adresse.
let flux = null;

function ecouter() {
  if (document.hidden) { flux?.close(); flux = null; return; }
  if (flux) return;
  flux = new EventSource("evenements");
  flux.onmessage = mettreAJour;
  flux.onerror = () => dire("perdu", "L’aperçu ne répond plus : relancez « emas serve ».");
}

site.addEventListener("load", () => {
  const page = adresse();
  un("#a_part").href = `site/${page}`;
  if (site.dataset.adresse !== page) { site.dataset.adresse = page; montree = ""; }
  mettreAJour();
});
document.addEventListener("visibilitychange", ecouter);
ecouter();

// Les onglets : flèches, Début, Fin

const onglets = [...document.querySelectorAll("[role=tab]")];

function choisir(onglet) {
  for (const autre of onglets) {
    const choisi = autre === onglet;
    autre.setAttribute("aria-selected", String(choisi));
    autre.tabIndex = choisi ? 0 : -1;
    un(`#${autre.getAttribute("aria-controls")}`).hidden = !choisi;
  }
}

for (const [rang, onglet] of onglets.entries()) {
  onglet.addEventListener("click", () => choisir(onglet));
  onglet.addEventListener("keydown", (touche) => {
    const vers = { ArrowRight: rang + 1, ArrowLeft: rang - 1, Home: 0, End: -1 }[touche.key];
    if (vers === undefined) return;
    touche.preventDefault();
    const autre = onglets.at(vers % onglets.length);
    choisir(autre);
    autre.focus();
  });
}

// La couverture, sur demande : il faut faire le livret, puis le relire

un("#mesurer").addEventListener("click", async () => {
  const place = un("#couverture");
  place.textContent = "Le livret est fait puis relu, cela prend quelques secondes…";
  try {
    const recu = await (await fetch(`couverture?module=${encodeURIComponent(module)}`)).json();
    place.replaceChildren(...recu.map(support));
    if (!recu.length) place.textContent = "Rien ne peut encore être mesuré.";
  } catch {
    place.textContent = "La mesure n’a pas abouti.";
  }
});

function support({ support: nom, attendus, manquent }) {
  const ligne = document.createElement("p");
  const fort = document.createElement("strong");
  fort.textContent = `${nom} : `;
  const manque = manquent.length > 1 ? `il en manque ${manquent.length} : ` : "il en manque un : ";
  ligne.append(fort, `${attendus} blocs attendus, `, manquent.length ? manque + manquent.join(", ") : "tous y sont.");
  return ligne;
}
