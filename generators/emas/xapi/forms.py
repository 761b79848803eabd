"""The forms in which statements are given: identifiers only, or in one language (Comm. 2.1.3)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from emas.xapi.actors import identity
from emas.xapi.parts import CONTEXT_GROUPS
from emas.xapi.statement import Statement
from emas.xapi.vocabulary import IDENTIFIERS

Part = Mapping[str, Any]
Change = Callable[[Part], Part]


def _changed(statement: Statement, actor: Change, verb: Change, activity: Change) -> Statement:
    """Return `statement` with each of its actors, verbs and activities changed."""

    def thing(target: Part) -> Part:
        match target.get("objectType", "Activity"):
            case "Activity":
                return activity(target)
            case "Agent" | "Group":
                return actor(target)
            case "SubStatement":
                return _changed(target, actor, verb, activity)
            case _:
                return target

    made = dict(statement)
    made |= {"actor": actor(made["actor"]), "verb": verb(made["verb"])}
    made["object"] = thing(made["object"])
    if "authority" in made:
        made["authority"] = actor(made["authority"])
    if "context" in made:
        context = dict(made["context"])
        context |= {
            name: actor(context[name]) for name in ("instructor", "team") if name in context
        }
        if "contextActivities" in context:
            context["contextActivities"] = {
                name: [activity(item) for item in context["contextActivities"][name]]
                for name in CONTEXT_GROUPS
                if name in context["contextActivities"]
            }
        made["context"] = context
    return made


def ids_only(statement: Statement) -> Statement:
    """Return `statement` with the least that tells its agents, verb and activities."""
    return _changed(statement, _actor_id, lambda verb: {"id": verb["id"]}, _activity_id)


def _actor_id(actor: Part) -> Part:
    if identity(actor) is None:
        return {"objectType": "Group", "member": [_actor_id(one) for one in actor["member"]]}
    return {name: actor[name] for name in ("objectType", *IDENTIFIERS) if name in actor}


def _activity_id(activity: Part) -> Part:
    return {"id": activity["id"]}


def canonical(
    statement: Statement, definitions: Mapping[str, Part], languages: Sequence[str]
) -> Statement:
    """Return `statement` with the definitions that the service knows, texts in one language.

    `definitions` are by activity id; `languages` are what the reader prefers, best first.
    """

    def verb(found: Part) -> Part:
        return _in_one_language(found, ("display",), languages)

    def activity(found: Part) -> Part:
        known = definitions.get(found["id"])
        if known is None:
            return found
        said = _in_one_language(known, ("name", "description"), languages)
        lists = {
            name: [_in_one_language(item, ("description",), languages) for item in value]
            for name, value in said.items()
            if name in ("choices", "scale", "source", "target", "steps")
        }
        return {**found, "definition": {**said, **lists}}

    return _changed(statement, lambda actor: actor, verb, activity)


def _in_one_language(part: Part, names: Sequence[str], languages: Sequence[str]) -> Part:
    chosen = {name: _one(part[name], languages) for name in names if name in part}
    return {**part, **chosen}


def _one(texts: Mapping[str, str], languages: Sequence[str]) -> Mapping[str, str]:
    """Return the entry that suits best: the tag itself, else the same language, else any."""
    tags = {tag.lower(): tag for tag in texts}
    for wanted in (language.lower() for language in languages):
        near = (tag for tag in tags if tag.split("-")[0] == wanted.split("-")[0])
        found = wanted if wanted in tags else next(near, None)
        if found is not None:
            return {tags[found]: texts[tags[found]]}
    return dict(list(texts.items())[:1])
