"""Materials and contestants -> what each costs on each, measured once and kept for tables and goals."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import tables
from contestants import Contestant
from processes import Cost, FailedError, cost


@dataclass(frozen=True, slots=True)
class Material:
    """Scripts in a folder, and what they are called in the tables."""

    name: str
    folder: Path

    @property
    def files(self) -> int:
        """How many there are."""
        return len(list(self.folder.iterdir()))

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(file.stat().st_size for file in self.folder.iterdir())


@dataclass(slots=True)
class Bench:
    """Where material lies, how often a run is repeated, and what was measured so far."""

    room: Path
    repeat: int
    costs: dict[tuple[str, str], Cost] = field(default_factory=dict)
    told: dict[tuple[str, str], str] = field(default_factory=dict)
    rows: list[Sequence[str]] = field(default_factory=list)

    def material(self, name: str) -> Material:
        """The material of that name, its folder made and still empty."""
        folder = self.room / name.replace(" ", "-")
        folder.mkdir(parents=True)
        return Material(name, folder)

    def run(self, material: Material, who: Contestant) -> Cost | None:
        """What a tool costs on a material, measured once however often it is asked; None where it failed."""
        key = (material.name, who.name)
        if key in self.costs:
            return self.costs[key]
        say(f"{who.name} on {material.name}")
        with scratch() as own:
            command = who.command(material.folder, own)
            try:
                found = cost(command, repeat=self.repeat)
            except FailedError as error:
                self.rows.append(tables.failed_row(*key, material.files, material.size, str(error)))
                return None
            self.told[key] = who.told(command.output)
        self.costs[key] = found
        self.rows.append(tables.cost_row(*key, material.files, material.size, found, self.told[key]))
        return found

    def warm_up(self, contestants: Sequence[Contestant]) -> None:
        """Run each tool once on one small file: bytecode is written and programs are read from disk."""
        small = self.material("small")
        (small.folder / "small.js").write_text("alert(1);\n", encoding="utf-8")
        for who in contestants:
            say(f"{who.name}: starting it once")
            with scratch() as own:
                try:
                    cost(who.command(small.folder, own))
                except FailedError as error:
                    raise SystemExit(f"{who.name} does not run: {error}") from error


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for one process's own files."""
    with tempfile.TemporaryDirectory(prefix="kintone-reviewer-bench-") as folder:
        yield Path(folder)


def say(text: str) -> None:
    """Tell who waits what is being done."""
    print(f".. {text}", file=sys.stderr, flush=True)


def free_memory() -> int | None:
    """Bytes that a new process can have, where the system tells."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), None)
