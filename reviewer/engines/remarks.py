"""Comments of scripts -> what is remarked on a place: beside it, to the end of its line, or on the line before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from reviewer.javascript.ast import Ast
from reviewer.source import SourceFile


class Remarks:
    """The comments of all scripts that lie in their files as they are."""

    def __init__(self, asts: Iterable[Ast]) -> None:
        found: dict[SourceFile, list[tuple[int, int]]] = {}
        for ast in asts:
            if ast.script.exact:
                for comment in ast.comments:
                    where = ast.script.location(comment.start, comment.end)
                    found.setdefault(where.file, []).append((where.start, where.end))
        self._comments: Mapping[SourceFile, Sequence[tuple[int, int]]] = {
            file: sorted(comments) for file, comments in found.items()
        }

    def on(self, file: SourceFile, start: int, end: int) -> str:
        """The comments on what stands at file.text[start:end], one a line; "" where there are none."""
        comments = self._comments.get(file, ())
        if not comments:
            return ""
        text = file.text
        begins = text.rfind("\n", 0, start) + 1
        ends = text.find("\n", end)
        ends = len(text) if ends < 0 else ends
        beside = comments[bisect_left(comments, (end,)) : bisect_left(comments, (ends,))]
        # Over it: the last comment that is over before its line, with nothing but space between.
        over = comments[bisect_right(comments, (begins,)) - 1 :][:1]
        above = [each for each in over if each[1] <= begins and not text[each[1] : begins].strip()]
        return "\n".join(text[first:last] for first, last in (*above, *beside))
