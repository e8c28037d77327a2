"""The name that code imports a package under -> the name that the package is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VERSION = re.compile(r"(?<=[^/@])@[^/]*")
_BUILD = re.compile(r"((?:@[^/:]+/)?[^/:.@][^/:]*)/(?:dist|build|lib|umd|esm|\+esm|cjs|src)(?:/|$)")
"""The folders in which packages ship what is made of their source."""


def package(name: str, served: Iterable[str]) -> str:
    """What a path into a package stands for: a build of it (`vue/dist/vue.js`) is the package, other parts are not.

    `served` are addresses under which packages stand by their names, with their versions.
    """
    base = next((each for each in served if name.startswith(each)), None)
    if base is not None:
        name = _VERSION.sub("", name.removeprefix(base).partition("?")[0])
    found = _BUILD.match(name)
    return name if found is None else found[1]
