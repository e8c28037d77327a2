"""rules/service/rest-api.yaml -> where the platform's REST API may be asked for what runs there, and by which paths."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.rulebook.document import Table, compose
from reviewer.rulebook.fields import Fields
from reviewer.rulebook.folder import read_bytes, rules_folder
from reviewer.rulebook.problem import Problem, refusal
from reviewer.text import Text

FOLDER = "service"
_NAME = f"{FOLDER}/rest-api.yaml"
_WHAT = Text(ja="APIの説明を読み込めません。", en="The description of the API cannot be loaded.")


@dataclass(frozen=True, slots=True)
class Service:
    """Host globs, the beginnings of paths (`guest_root` has `{space}` in it), what follows them, names of headers.

    `page` is how many entries one answer holds at most; `guest_only` the code of the error that an app is one of a
    guest space.
    """

    hosts: tuple[str, ...]
    root: str
    guest_root: str
    app: str
    apps: str
    customization: str
    views: str
    app_plugins: str
    plugins: str
    file: str
    page: int
    password_header: str
    token_header: str
    guest_only: str


def read_service() -> Service:
    """The description that comes with the reviewer; ReviewerError names every mistake in it."""
    problems: list[Problem] = []
    value, wrong = compose(_NAME, read_bytes(rules_folder() / FOLDER / "rest-api.yaml"))
    problems += wrong
    if not isinstance(value, Table):
        problems.append(Problem(_NAME, 1, "「項目: 値」の形で書いてください。", "This must be a mapping."))
        raise refusal(problems, _WHAT)
    fields = Fields(_NAME, value, problems)
    service = Service(
        hosts=fields.words("hosts"),
        root=fields.word("root"),
        guest_root=fields.word("guest_root"),
        app=fields.word("app"),
        apps=fields.word("apps"),
        customization=fields.word("customization"),
        views=fields.word("views"),
        app_plugins=fields.word("app_plugins"),
        plugins=fields.word("plugins"),
        file=fields.word("file"),
        page=int(fields.number("page", 0)),
        password_header=fields.word("password_header"),
        token_header=fields.word("token_header"),
        guest_only=fields.word("guest_only"),
    )
    if not service.hosts or service.page < 1 or "{space}" not in service.guest_root:
        fields.object_to("hosts", "hosts・page・guest_root を確かめてください。", "Check hosts, page and guest_root.")
    fields.close()
    if problems:
        raise refusal(problems, _WHAT)
    return service
