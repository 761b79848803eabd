"""The smallest module that is ready to be published, with the contents of the minimal project."""

FOLDER = "modules/essai/"

MODULE = """\
titre: Un module d'essai
famille: autisme
resume: Le plus petit module qui soit prêt.
publics: [aesh]
niveaux: [college]
objectifs:
  - {id: decrire, enonce: décrire ce que l'on voit}
durees: {en-ligne: 5 min, seance: 20 min}
evaluations:
  positionnement: {questions: [ess-q01]}
  acquis: {questions: [ess-q02]}
version: "1.0"
licence: CC BY-SA 4.0
relecture: {faite-le: 2026-01-10, par: une association}
"""
STEP = """\
---
titre: La seule étape
duree: {en-ligne: 5 min, seance: 20 min}
objectifs: [decrire]
---

## Une section

Un fait [@has-2026], et [les modules de l'équipe](01-etape.md).

| Ce que je vois | Ce que je fais |
|---|---|
| a | b |

::: animation
Demandez ce que chacun a vu.
:::

::: activite En duo
duree : 10 min

Décrivez la scène.
:::

::: demain
- Noter un fait.
:::

::: a-qui-en-parler
- L'équipe.
:::

::: question ordre {#ess-f01}
Dans quel ordre ?

1. Voir.
2. Décrire.

> On décrit ce que l'on a vu.
:::

::: question echelle {#ess-f02}
echelle : pas du tout … tout à fait

Êtes-vous à l'aise ?
:::
"""
BANK = """\
::: question unique {#ess-q01}
objectif : decrire

Que décrit-on ?

- [x] Ce que l'on voit.
  > Oui.
- [ ] Ce que l'on devine.
:::

::: question vrai-faux {#ess-q02}
objectif : decrire

On décrit ce que l'on devine.

- [ ] Vrai
- [x] Faux

> On décrit ce que l'on voit.
:::
"""
FILES = {
    FOLDER + "module.yml": MODULE,
    FOLDER + "01-etape.md": STEP,
    FOLDER + "questions.md": BANK,
}
