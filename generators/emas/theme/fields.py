"""Reading a YAML mapping in which every value is text until a key says what it must be."""

import re
from difflib import get_close_matches
from pathlib import Path

import yaml

from emas.theme.problems import Problem, ThemeError

COPY = "partez d’une copie de themes/emas/tokens.yml"


class Section:
    """A mapping of the file. Each method returns the value of a key, or notes a problem.

    After a problem the value returned only fills the hole: whoever reads must raise in the end.
    """

    def __init__(self, file: Path, key: str, node: yaml.MappingNode) -> None:
        self.problems: list[Problem] = []
        self._file, self._key, self._node = file, key, node
        self._nodes: dict[str, yaml.Node] = {}
        self._known: set[str] = set()
        self._children: list[Section] = []
        for name, value in node.value:
            written = _scalar(name) or "?"
            if written in self._nodes:
                self.refuse(written, "cette clé est écrite deux fois", "gardez-en une seule")
            self._nodes[written] = value

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys written, in order."""
        return tuple(self._nodes)

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = _scalar(self._take(key))
        if value == "":
            # An unquoted colour is a comment, hence nothing.
            repair = "écrivez-le après les deux points, entre guillemets s’il commence par #"
            self.refuse(key, "un texte est attendu", repair)
        return value or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list that is not empty."""
        node = self._take(key)
        values = [_scalar(item) for item in _items(node)]
        if node is not None and not (values and all(values)):
            self.refuse(key, "une liste de textes est attendue", "écrivez « [un, deux] »")
        return tuple(value for value in values if value)

    def measure(self, key: str, unit: str) -> float:
        """Return a positive length written with its unit, such as `2 cm`."""
        return self._measured(key, _scalar(self._take(key)), unit)

    def measures(self, key: str, unit: str) -> tuple[float, ...]:
        """Return a list of positive lengths, such as `[22 pt, 20 pt]`."""
        return tuple(self._measured(key, value, unit) for value in self.texts(key))

    def number(self, key: str) -> float:
        """Return a positive number without unit, such as `1.45`."""
        return self._measured(key, _scalar(self._take(key)), "")

    def section(self, key: str) -> "Section":
        """Return a mapping inside this one."""
        node = self._take(key)
        if node is not None and not isinstance(node, yaml.MappingNode):
            self.refuse(key, "des clés sont attendues", "écrivez une clé par ligne, en retrait")
        return self._child(key, node)

    def sections(self, key: str) -> tuple["Section", ...]:
        """Return the mappings of a list."""
        node = self._take(key)
        items = _items(node)
        if node is not None and not (items and all(isinstance(i, yaml.MappingNode) for i in items)):
            self.refuse(key, "une liste est attendue", "commencez chaque ligne par un tiret")
        return tuple(self._child(f"{key}.{rank}", item) for rank, item in enumerate(items, 1))

    def refuse(self, key: str, reason: str, repair: str) -> None:
        """Note what is wrong with the value of `key`, and how to mend it, in French."""
        node = self._nodes.get(key, self._node)
        self.problems.append(Problem(self._file, _line(node), self._path(key), reason, repair))

    def all_problems(self) -> list[Problem]:
        """Return the problems of this mapping and of those read inside it, unknown keys too."""
        for key in self._nodes:
            if key not in self._known:
                near = get_close_matches(key, self._known, 1)
                repair = f"écrivez « {near[0]} »" if near else "supprimez cette ligne"
                self.refuse(key, "cette clé n’existe pas", repair)
        return self.problems + [p for child in self._children for p in child.all_problems()]

    def _take(self, key: str) -> yaml.Node | None:
        self._known.add(key)
        if key not in self._nodes:
            self.refuse(key, "cette clé manque", "ajoutez-la, comme dans le thème d’origine")
        return self._nodes.get(key)

    def _child(self, key: str, node: yaml.Node | None) -> "Section":
        if isinstance(node, yaml.MappingNode):
            child = Section(self._file, self._path(key), node)
            self._children.append(child)
            return child
        # Already refused: what is inside would only be refused once more.
        return Section(self._file, self._path(key), yaml.MappingNode("", []))

    def _measured(self, key: str, value: str | None, unit: str) -> float:
        if value is None and key not in self._nodes:
            return 0.0
        found = re.fullmatch(r"(\d+(?:\.\d+)?)" + (f" {unit}" if unit else ""), value or "")
        if found is None or float(found[1]) == 0:
            wanted = f"une longueur en {unit}" if unit else "un nombre sans unité"
            example = f"2 {unit}" if unit else "1.5"
            reason = f"« {value} » n’est pas {wanted}" if value else f"il faut {wanted}"
            self.refuse(key, reason, f"écrivez par exemple « {example} », avec un point décimal")
            return 0.0
        return float(found[1])

    def _path(self, key: str) -> str:
        return f"{self._key}.{key}" if self._key else key


def parse(file: Path) -> Section:
    """Return the mapping that `file` holds. Raise `ThemeError` when it cannot be read at all."""
    try:
        node = yaml.compose(file.read_text("utf-8"), Loader=yaml.SafeLoader)
    except OSError:
        raise _unreadable(file, 1, "ce fichier est introuvable ou illisible", COPY) from None
    except UnicodeDecodeError:
        repair = "enregistrez le fichier en UTF-8"
        raise _unreadable(file, 1, "ce n’est pas du texte en UTF-8", repair) from None
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        repair = "vérifiez le retrait, les guillemets et les deux-points"
        line = mark.line + 1 if mark else 1
        raise _unreadable(file, line, "ceci n’est pas du YAML", repair) from None
    if not isinstance(node, yaml.MappingNode):
        raise _unreadable(file, 1, "le fichier ne contient pas de clés", COPY)
    return Section(file, "", node)


def _unreadable(file: Path, line: int, reason: str, repair: str) -> ThemeError:
    return ThemeError([Problem(file, line, "", reason, repair)])


def _scalar(node: yaml.Node | None) -> str | None:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark else 1
