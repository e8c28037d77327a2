"""Paths that a finding must point to although their text was not read -> stand-in files with an empty text.

A finding about a container or an unreviewed file names that file itself and not some other one; a report shows no
excerpt of it, because there is none.
"""

from __future__ import annotations

from reviewer.source import Encoding, Kind, Newline, Role, SourceFile
from reviewer.submission import Submission


class StandIns:
    """The files of one submission by path; the same path always gives the same file."""

    __slots__ = ("_files", "_unreviewed")

    def __init__(self, submission: Submission) -> None:
        self._files = {file.path: file for file in submission.files}
        self._unreviewed = {each.path: each for each in submission.unreviewed}

    def file(self, path: str) -> SourceFile:
        """The reviewed file of that path; otherwise a stand-in, with size and hash where the submission tells them."""
        if path not in self._files:
            listed = self._unreviewed.get(path)
            self._files[path] = SourceFile(
                path=path,
                kind=Kind.TEXT,
                role=Role.EXTRA,
                text="",
                size=listed.size if listed else 0,
                sha256=listed.sha256 if listed else "",
                encoding=Encoding(name="unknown", bom=False, newline=Newline.NONE, undecodable=0),
            )
        return self._files[path]
