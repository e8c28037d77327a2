"""Environment variables -> who is asking; held in memory alone, and never part of a message."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.errors import ReviewerError
from reviewer.rulebook.service import Service
from reviewer.text import Text

# The names that Cybozu's own command line tool reads, where it has them.
USERNAME, PASSWORD = "KINTONE_USERNAME", "KINTONE_PASSWORD"
TOKEN = "KINTONE_API_TOKEN"  # noqa: S105 - a variable's name
BASIC_USERNAME, BASIC_PASSWORD = "KINTONE_BASIC_AUTH_USERNAME", "KINTONE_BASIC_AUTH_PASSWORD"
KEY_PASSWORD = "KINTONE_CLIENT_KEY_PASSWORD"  # noqa: S105 - a variable's name


@dataclass(frozen=True, slots=True)
class Credentials:
    """A login name with its password, or API tokens; Basic authentication of the domain comes on top of either.

    `key_password` opens the client certificate's key.
    """

    login: tuple[str, str] | None = field(repr=False)
    token: str | None = field(repr=False)
    basic: tuple[str, str] | None = field(repr=False)
    key_password: str | None = field(repr=False, default=None)

    def headers(self, service: Service) -> Mapping[str, str]:
        """What goes with each request."""
        headers: dict[str, str] = {}
        if self.login is not None:
            headers[service.password_header] = _encoded(self.login)
        elif self.token is not None:
            headers[service.token_header] = self.token
        if self.basic is not None:
            headers["Authorization"] = f"Basic {_encoded(self.basic)}"
        return headers


def from_environment(environment: Mapping[str, str]) -> Credentials:
    """What is set; `login` and `token` are both None where nobody is named. ReviewerError for half a pair."""
    login = _pair(environment, USERNAME, PASSWORD)
    token = environment.get(TOKEN) or None
    if token is not None and not (token.isascii() and token.isprintable() and " " not in token):
        raise ReviewerError(
            Text(
                ja=f"環境変数 {TOKEN} に使えない文字があります。空白や改行が入っていないか確かめてください。",
                en=f"The environment variable {TOKEN} holds characters that cannot be sent. Check it for blanks.",
            )
        )
    return Credentials(
        login=login,
        token=token if login is None else None,
        basic=_pair(environment, BASIC_USERNAME, BASIC_PASSWORD),
        key_password=environment.get(KEY_PASSWORD) or None,
    )


def _pair(environment: Mapping[str, str], first: str, second: str) -> tuple[str, str] | None:
    name, word = environment.get(first) or None, environment.get(second) or None
    if name is not None and word is not None:
        return name, word
    if name is None and word is None:
        return None
    lacking = first if name is None else second
    raise ReviewerError(
        Text(
            ja=f"環境変数 {lacking} がありません。{first} と {second} は両方を設定してください。",
            en=f"The environment variable {lacking} is not set. Set both {first} and {second}.",
        )
    )


def _encoded(pair: tuple[str, str]) -> str:
    return base64.b64encode(":".join(pair).encode()).decode("ascii")
