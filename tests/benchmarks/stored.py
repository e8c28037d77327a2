"""corpus/ and npm's bundles -> a store of customizations as a city has them; the same bytes on every machine.

At scale 1 there are 2,000 submissions with together 20,000 files and about 200 MB. Each is a folder with a manifest of
the platform's own tools and nine more files: five scripts and two style sheets, for every other submission the HTML of
a custom view, else a note, and a library, or where it has none a sixth script.

What makes a store quick or slow to review again is how often the same bytes come back, so that is fixed here:

* Half of the hand-written scripts, style sheets and views are of the submission alone. The other half is taken from a
  pool that the whole store shares (one entry for each 40 files taken), the first entries far more often than the last,
  as a department's own common scripts are.
* Libraries stand in 46 of 100 submissions. Most are exact copies of published files, small ones more often than large
  ones: of those some are in the list of known files and some are not. Some were changed by a comment, always the same
  few copies, as where a vendor ships its own build to all customers.

A smaller scale makes fewer submissions, and a pool that is as much smaller; it is no beginning of the larger store.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import bundles
from handwritten import Passages, drawn, size_at

SUBMISSIONS = 2_000
FILES_EACH = 10
_SEED = "a city's store"
_SCRIPTS, _STYLES = 5, 2
_TAKEN_FOR_ONE = 40
_SHARED = 0.5
_SIZES = ((0.0, 300), (0.5, 2_500), (0.8, 9_000), (0.95, 25_000), (1.0, 45_000))

# Name -> file in its package, in how many of 1,000 submissions it stands, and whether the bytes are changed.
LIBRARIES: Mapping[str, tuple[str, int, bool]] = {
    "jquery": ("jquery/dist/jquery.min.js", 160, False),
    "moment": ("moment/min/moment.min.js", 60, False),
    "sweetalert2": ("sweetalert2/dist/sweetalert2.all.min.js", 80, False),
    "react-dom": (bundles.BUNDLES["react-dom"], 20, False),
    "kuc": (bundles.BUNDLES["kuc"], 20, False),
    "xlsx": (bundles.BUNDLES["xlsx"], 12, False),
    "vue": (bundles.BUNDLES["vue"], 30, False),
    "chart": (bundles.BUNDLES["chart"], 30, False),
    "vendor-jquery": ("jquery/dist/jquery.min.js", 30, True),
    "vendor-vue": (bundles.BUNDLES["vue"], 10, True),
    "vendor-echarts": (bundles.BUNDLES["echarts"], 8, True),
}
_COPIES = 3
"""So many different builds there are of each library that was changed."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What was written."""

    folder: Path
    submissions: int
    files: int
    size: int
    distinct: int


def write(folder: Path, checkout: Path, scale: float) -> Stored:
    """Write a store into an empty folder."""
    passages = Passages.of(checkout)
    count = max(1, round(SUBMISSIONS * scale))
    pools = _pools(passages, count)
    hashes: set[bytes] = set()
    files = size = 0
    for number in range(1, count + 1):
        place = folder / f"app-{number:04}"
        for path, data in _submission(passages, pools, number).items():
            target = place / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            hashes.add(hashlib.sha256(data).digest())
            files += 1
            size += len(data)
    return Stored(folder, count, files, size, len(hashes))


def _chance(*parts: object) -> random.Random:
    return random.Random("/".join(map(str, (_SEED, *parts))))  # noqa: S311 (the same files every time are wanted)


def _pools(passages: Passages, count: int) -> Mapping[str, Sequence[bytes]]:
    """What submissions share, by kind of file."""
    each = {"js": _SCRIPTS, "css": _STYLES, "html": 0.5}
    makers = {"js": lambda chance: _script(passages, chance), "css": _style, "html": _view}
    return {
        kind: [
            makers[kind](_chance("pool", kind, turn))
            for turn in range(max(1, round(count * wanted * _SHARED / _TAKEN_FOR_ONE)))
        ]
        for kind, wanted in each.items()
    }


def _submission(passages: Passages, pools: Mapping[str, Sequence[bytes]], number: int) -> Mapping[str, bytes]:
    chance = _chance(number)

    def taken(kind: str, own: Callable[[], bytes]) -> bytes:
        pool = pools[kind]
        return pool[int(len(pool) * chance.random() ** 3)] if chance.random() < _SHARED else own()

    library = _library(chance)
    scripts = {
        f"desktop/js/part-{turn}.js": taken("js", lambda: _script(passages, chance))
        for turn in range(1, _SCRIPTS + (library is None) + 1)
    }
    styles = {f"desktop/css/style-{turn}.css": taken("css", lambda: _style(chance)) for turn in range(1, _STYLES + 1)}
    libraries = {} if library is None else {f"desktop/js/lib/{library[0]}.js": library[1]}
    if number % 2:
        html = taken("html", lambda: _view(chance)).decode()
        beside = {"views.json": _json({"views": {"盤": {"type": "CUSTOM", "id": str(number), "html": html}}})}
    else:
        beside = {"readme.txt": f"アプリ{number}のカスタマイズです。\n".encode()}
    manifest = {
        "app": str(number),
        "scope": "ALL",
        "desktop": {"js": [*libraries, *scripts], "css": list(styles)},
        "mobile": {"js": [], "css": []},
    }
    return {"customize-manifest.json": _json(manifest), **libraries, **scripts, **styles, **beside}


def _library(chance: random.Random) -> tuple[str, bytes] | None:
    drawn_number, copy = chance.randrange(1_000), chance.randrange(1, _COPIES + 1)
    for name, (path, share, is_changed) in LIBRARIES.items():
        if drawn_number < share:
            data = (bundles.PACKAGES / path).read_bytes()
            return name, data + f"\n// build {copy}\n".encode() if is_changed else data
        drawn_number -= share
    return None


def _script(passages: Passages, chance: random.Random) -> bytes:
    mark = chance.randrange(10**9)
    return f"// {mark}\n{drawn(passages, size_at(_SIZES, chance.random()), chance)}".encode()


def _style(chance: random.Random) -> bytes:
    mark = chance.randrange(10**9)
    rules = (
        f".own-{mark}-{turn} {{ margin: {chance.randrange(40)}px; color: #{chance.randrange(16**6):06x}; }}\n"
        for turn in range(chance.randrange(4, 60))
    )
    return "".join(rules).encode()


def _view(chance: random.Random) -> bytes:
    mark = chance.randrange(10**9)
    rows = "".join(f'<li class="own-{turn}">項目{turn}</li>' for turn in range(chance.randrange(2, 40)))
    return (
        f'<div id="view-{mark}"><ul>{rows}</ul></div>'
        f"<script>document.getElementById('view-{mark}').textContent = new Date().toISOString();</script>"
    ).encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
