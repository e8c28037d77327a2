"""rules/ -> Rulebook and Policy, or every problem in them at once, with file and line."""

from __future__ import annotations

from reviewer.rulebook.folder import rules_folder
from reviewer.rulebook.loading import load

__all__ = ["load", "rules_folder"]
