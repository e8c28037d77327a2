"""The outside world -> one `Submission`: read once, within limits, never executed, never written to.

    git, git_units, committed            a repository's index and commits -> the same entries, without a checkout
    folder, archive (zip_directory)      disk and zips -> one `Tree` of entries, bounded by `limits`, named by `names`,
                                         what is not read said by `refusals`
    skipping, classify                   what is entered, and what a file is
    decoding (charset), sources          bytes -> text, and what is to be said of its encoding
    documents (json_text)                JSON that may be a manifest, with places
    manifest, customize_json, plugin (plugin_schema, signature), app_template
                                         the forms, each `Document` -> `Part`
    views, fetched                       what lies beside them, each `Document` -> `Companion`
    assembly, reading                    tree and parts -> `Submission`

What is wrong with submitted bytes is an `Observation` or a `Gap`; `ReviewerError` is for the reviewer's user: no such
path, or a manifest that names what cannot be found. The same input gives the same submission on every system.
"""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.intake.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from reviewer.submission import Submission

__all__ = ["DEFAULT", "Limits", "read"]


def read(path: Path, limits: Limits = DEFAULT, apart: Set[str] = frozenset()) -> Submission:
    """The submission at `path`: a folder, a zip of any form, a manifest (its folder comes along) or a single file.

    `apart` are files, and folders ending in `/`, below a folder that are left to reviews of their own.
    ReviewerError where there is nothing at `path`, or where a manifest names what is missing, doubled or outside.
    """
    from reviewer.intake import reading  # noqa: PLC0415 - what asks git alone needs none of this

    return reading.read(path, limits, apart)
