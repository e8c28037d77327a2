"""Where a ledger is kept: a file, or a database on a server."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from reviewer.errors import ReviewerError
from reviewer.record import value
from reviewer.text import Text

_SERVER = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.IGNORECASE)
_OTHER = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*@")


@value
class Address:
    """Either `file` or `url`."""

    file: Path | None
    url: str | None

    def __str__(self) -> str:
        """As it may be shown: without a password."""
        return str(self.file) if self.url is None else _PASSWORD.sub(r"\1@", self.url)


def address(text: str) -> Address:
    """What a user wrote; ReviewerError for a kind of server that is not known."""
    if _SERVER.match(text):
        return Address(None, _SERVER.sub("postgresql+psycopg://", text, count=1))
    if _OTHER.match(text):
        raise ReviewerError(
            Text(
                ja="台帳には、ファイルか postgresql:// で始まるアドレスを指定してください。",
                en="A ledger is a file, or an address that begins with postgresql://.",
            )
        )
    return Address(Path(text), None)


def uri(file: Path, mode: str) -> str:
    """A file as SQLite's URI (https://sqlite.org/uri.html), which takes drives and shares only after an empty host."""
    path = quote(file.resolve().as_posix(), safe="/:")
    return f"file://{path if path.startswith('/') else f'/{path}'}?mode={mode}"
