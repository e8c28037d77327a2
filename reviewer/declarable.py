"""What an application may say a customization does: rights on apps and kinds of screens, and how each shows in code."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from reviewer.record import value
from reviewer.text import Text


@value
class Requests:
    """Requests by their methods, and by a pattern on the path without host, query and `.json`."""

    methods: tuple[str, ...]
    endpoint: str


@value
class AccessRight:
    """Something that may be done to an app: the requests that need it.

    `members` (read, write) are uses of fields by which it shows without any request.
    """

    name: str
    title: Text
    requests: tuple[Requests, ...]
    members: tuple[str, ...]

    def covers(self, method: str, endpoint: str) -> bool:
        """Whether this right is enough for such a request."""
        return any(method in each.methods and re.search(each.endpoint, endpoint) is not None for each in self.requests)


@value
class Screen:
    """A kind of screen by the globs its events fit."""

    name: str
    title: Text
    events: tuple[str, ...]

    def shows(self, event: str) -> bool:
        """Whether an event happens on such a screen."""
        return any(fnmatchcase(event, glob) for glob in self.events)
