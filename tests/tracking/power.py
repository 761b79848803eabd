"""Power cuts, played on the trace of what a process asked of the disk.

What was synced before the cut is on the disk. What was written since then is there or not, sector
by sector, in any order; a file that was made or removed, if its folder was not synced, may be back
to what it was. strace(1) tells what was asked, and when an answer was acknowledged.
"""

import re
import subprocess
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.tracking.traced import SAID

SECTOR = 512
CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink"
LINE = re.compile(rb"(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)")
CALL = re.compile(rb'(?:AT_FDCWD<[^>]*>, )?(\d+)?(?:<([^>]*)>)?(?:, )?(?:"([^"]*)")?(.*)')


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was asked: `data` at `offset` of a file, or its new length in `offset`."""

    what: str
    path: str
    data: bytes = b""
    offset: int = 0


def trace(command: list[str], log: Path) -> None:
    """Run `command` until its end, and note in `log` what it asks of the disk."""
    options = ["-f", "-y", "-xx", "-s", "1000000", "--seccomp-bpf", "-e", f"trace={CALLS}"]
    subprocess.run(
        ["strace", *options, "-o", str(log), *command], check=True, stdout=subprocess.DEVNULL
    )


def events(log: Path, folder: Path) -> Iterator[Event]:
    """Yield what was asked about the files of `folder`, in order; a sync comes when it is over.

    A write may reach the disk as soon as it is asked, and an acknowledgement is one as soon as it
    is: nothing here is kinder than a real disk.
    """
    begun: dict[bytes, Event] = {}
    with log.open("rb") as lines:
        for line in lines:
            found = LINE.match(line)
            if found is None:
                continue
            process, resumed, called, rest = found.groups()
            if resumed:
                one = begun.pop(process, None)
            else:
                one = _event(called.decode(), rest)
                if one and one.what == "sync" and b"<unfinished" in rest:
                    begun[process] = one
                    continue
            if one and (one.what == "acknowledged" or Path(one.path).is_relative_to(folder)):
                yield one


def _event(called: str, rest: bytes) -> Event | None:
    descriptor, opened, text, more = CALL.match(rest).groups()  # type: ignore[union-attr]
    path, data = _plain(opened).decode(), _plain(text)
    match called:
        case "write" if descriptor == b"1" and data.startswith(SAID):
            return Event("acknowledged", data.removeprefix(SAID).strip().decode())
        case "pwrite64":
            return Event("write", path, data, _number(more, 2))
        case "fsync" | "fdatasync":
            return Event("sync", path)
        case "ftruncate":
            return Event("truncate", path, offset=_number(rest, 1))
        case "unlink":
            return Event("unlink", data.decode())
        case "openat" if b"O_CREAT" in more:
            return Event("create", data.decode())
    return None


def _number(rest: bytes, rank: int) -> int:
    """Return an argument of a call, whose others hold no comma: « , 4096, 188416 <unfinished »."""
    return int(re.match(rb" *\d+", rest.split(b",")[rank])[0])  # type: ignore[index]


def _plain(text: bytes | None) -> bytes:
    return bytes.fromhex((text or b"").replace(rb"\x", b"").decode())


@dataclass(slots=True)
class File:
    """A file: what is on the disk for sure, what was asked since, whether its name is there."""

    kept: bytearray = field(default_factory=bytearray)
    asked: list[Event] = field(default_factory=list)
    named: bool = False
    name_kept: bool = False


class Disk:
    """The files of a folder, as events change them; those that nobody keeps are not `left_out`."""

    def __init__(self, left_out: str) -> None:
        self._left_out = left_out
        self._files: dict[str, File] = {}
        self.acknowledged: list[str] = []

    def play(self, event: Event) -> None:
        """Change the disk as `event` says."""
        if event.what == "acknowledged":
            self.acknowledged.append(event.path)
        elif event.what == "sync" and event.path not in self._files:  # the folder
            for file in self._files.values():
                file.name_kept = file.named
        elif not event.path.endswith(self._left_out):
            self._play_in(self._files.setdefault(event.path, File()), event)

    def _play_in(self, file: File, event: Event) -> None:
        match event.what:
            case "create":
                if not file.named:
                    file.named, file.asked = True, [*file.asked, Event("truncate", event.path)]
            case "unlink":
                file.named = False
            case "sync":
                for one in file.asked:
                    _change(file.kept, one)
                file.asked.clear()
            case _:
                file.asked.append(event)

    def after_a_cut(self, chance: Random) -> Mapping[str, bytes]:
        """Return what somebody may find who turns the power on again."""
        return {
            path: bytes(_remaining(file, chance))
            for path, file in self._files.items()
            if (file.named if file.named == file.name_kept else chance.random() < 0.5)
        }


def _remaining(file: File, chance: Random) -> bytearray:
    """Return the content after a cut: none, all, the first or any sectors of what was asked."""
    content = file.kept.copy()
    pieces = [piece for one in file.asked for piece in _sectors(one)]
    match chance.randrange(4):
        case 0:
            pieces = []
        case 1:
            pieces = pieces[: chance.randrange(len(pieces) + 1)]
        case 2:
            part = chance.random()
            pieces = [piece for piece in pieces if chance.random() < part]
            chance.shuffle(pieces)
    for piece in pieces:
        _change(content, piece)
    return content


def _sectors(event: Event) -> Iterator[Event]:
    if event.what == "truncate":
        yield event
        return
    start, end = event.offset, event.offset + len(event.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield Event(
            "write", event.path, event.data[start - event.offset : stop - event.offset], start
        )
        start = stop


def _change(content: bytearray, event: Event) -> None:
    if event.what == "truncate":
        del content[event.offset :]
        content.extend(bytes(event.offset - len(content)))
    else:
        content.extend(bytes(max(0, event.offset - len(content))))
        content[event.offset : event.offset + len(event.data)] = event.data


def cuts(
    happened: list[Event], count: int, chance: Random
) -> Iterator[tuple[Disk, Mapping[str, bytes]]]:
    """Yield the disk and what is left of it, for `count` cuts anywhere in what happened."""
    moments = sorted(chance.randrange(len(happened) + 1) for _ in range(count))
    disk = Disk("-shm")
    for number in range(len(happened) + 1):
        for _ in range(bisect(moments, number) - bisect(moments, number - 1)):
            yield disk, disk.after_a_cut(chance)
        if number < len(happened):
            disk.play(happened[number])
