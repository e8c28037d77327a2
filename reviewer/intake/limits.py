"""How much of the outside world is read: fixed bounds, and a meter that counts against them."""

from __future__ import annotations

from reviewer.record import value


@value
class Limits:
    """Bounds on one submission; whatever lies beyond one of them is a gap.

    `file_bytes` and `total_bytes` count unpacked bytes; `text_bytes` bounds files kept only to be searched for secrets;
    `json_bytes` those read as manifests. `ratio` is unpacked to packed size, judged above `ratio_floor` bytes.
    `depth` counts folders, `path_chars` a whole path; `nesting` is how many archives may lie inside one another, a
    plug-in's own `contents.zip` not counted; `forms` how many manifests, templates and the like are followed.
    """

    files: int
    file_bytes: int
    total_bytes: int
    text_bytes: int
    json_bytes: int
    ratio: int
    ratio_floor: int
    depth: int
    path_chars: int
    nesting: int
    forms: int


# kintone takes files of up to 20 MB, the largest real customizations unpack to some 60 MB.
DEFAULT = Limits(
    files=20_000,
    file_bytes=24 * 1024 * 1024,
    total_bytes=400 * 1024 * 1024,
    text_bytes=1024 * 1024,
    json_bytes=4 * 1024 * 1024,
    ratio=200,
    ratio_floor=1024 * 1024,
    depth=40,
    path_chars=1_000,
    nesting=1,
    forms=300,
)


class Meter:
    """Counts files and unpacked bytes of one submission, over folders and archives alike."""

    __slots__ = ("_bytes", "_files", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._files = 0
        self._bytes = 0

    def admits_file(self) -> bool:
        """Counts one more file; False when that is one too many."""
        self._files += 1
        return self._files <= self.limits.files

    def remaining(self) -> int:
        """How many bytes may still be read."""
        return max(0, self.limits.total_bytes - self._bytes)

    def spend(self, count: int) -> None:
        """Counts bytes that were read."""
        self._bytes += count
