"""rules/ -> Rulebook and Policy, or every problem in them at once, with file and line; rules as text for people.

folder                             where rules lie, and their bytes
document, fields (pattern)         bytes -> YAML with lines -> typed values
rules (checks), models, regulation, libraries, semgrep    entries -> nouns
declarables, policies              the words an application may use; what the city decides
declarations, waivers              what applicants and reviewers write -> nouns
loading (crosscheck, replacement), problem      everything together, or what is wrong with it
listing, table                     rules -> text
samples                            annotated samples -> what is to be found in them
"""

from __future__ import annotations

from reviewer.rulebook.folder import rules_folder
from reviewer.rulebook.listing import describe, rows
from reviewer.rulebook.loading import load

__all__ = ["describe", "load", "rows", "rules_folder"]
