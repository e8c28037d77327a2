"""rules/ -> Rulebook and Policy, or every problem in them at once, with file and line; rules as text for people.

folder                             where rules lie, and their bytes
document, fields (pattern)         bytes -> YAML with lines -> typed values
rules (checks), models, regulation, libraries, semgrep    entries -> nouns
declarables, policies              the words an application may use; what the city decides
declarations, waivers              what applicants and reviewers write -> nouns
loading (crosscheck, replacement), problem      everything together, or what is wrong with it
kept                               everything together -> bytes, and back without checking it again
listing, table                     rules -> text
samples                            annotated samples -> what is to be found in them
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.rulebook.folder import rules_folder
    from reviewer.rulebook.listing import describe, rows
    from reviewer.rulebook.loading import load
else:
    _HOMES = MappingProxyType({"describe": "listing", "load": "loading", "rows": "listing", "rules_folder": "folder"})

    def __getattr__(name: str) -> object:
        """Imported when it is asked for (PEP 562): what only wants the bytes of rules needs no reader of them."""
        if name not in _HOMES:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = ["describe", "load", "rows", "rules_folder"]
