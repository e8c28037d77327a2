"""A city's application form as YAML -> the Declaration, or every mistake in it at once, with its line.

It comes from whoever applies and is believed in nothing: its size is limited, words like a secret are refused, and
what it says counts only as something to compare with.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from reviewer.declaration import (
    NOT_YET,
    THIS_APP,
    Declaration,
    DeclaredAccess,
    DeclaredPlugin,
    DeclaredScreen,
    DeclaredService,
    DeclaredWebhook,
)
from reviewer.destination import judge
from reviewer.rule import InformationClass, Rulebook
from reviewer.rulebook.document import Table, compose
from reviewer.rulebook.fields import Fields
from reviewer.rulebook.folder import read_bytes
from reviewer.rulebook.problem import Problem, refusal
from reviewer.source import Encoding, Kind, LineMap, Location, Newline, Role, SourceFile
from reviewer.text import Text

T = TypeVar("T")

_LARGEST = 256_000
_LONGEST = 2_000
_MOST = 200
_NUMBER = re.compile(r"[1-9][0-9]{0,14}", re.ASCII)
_HOST_LIKE = re.compile(r"[^\s/\\:@?#%*\[\]<>\"'|^`{},]{1,253}")
# A run of letters and digits as only keys and tokens have it; paths and words are divided sooner, hosts go on.
_SECRET_LIKE = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{32,}(?!\.?[A-Za-z0-9])")
_WHAT = Text(ja="申請書を読み込めません。", en="The application cannot be loaded.")


def read_declaration(path: Path, rulebook: Rulebook) -> Declaration:
    """The application in that file; ReviewerError names every mistake with its line."""
    data = read_bytes(path)
    problems: list[Problem] = []
    if len(data) > _LARGEST:
        problems.append(Problem(str(path), 1, "申請書が大きすぎます。", "The application is too large."))
        raise refusal(problems, _WHAT)
    value, wrong = compose(str(path), data)
    problems += wrong
    if not isinstance(value, Table):
        if not wrong:
            problems.append(Problem(str(path), 1, "「項目: 値」の形で書いてください。", "Write it as key: value."))
        raise refusal(problems, _WHAT)
    file = _file(path, data)
    problems += _secrets(str(path), file)
    declaration = _Reader(file, rulebook).declaration(Fields(str(path), value, problems))
    if problems:
        raise refusal(problems, _WHAT)
    return declaration


def _file(path: Path, data: bytes) -> SourceFile:
    text = data.decode("utf-8-sig")
    return SourceFile(
        path=path.name,
        kind=Kind.TEXT,
        role=Role.EXTRA,
        text=text,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=Encoding("utf-8", data.startswith(b"\xef\xbb\xbf"), _newline(text), 0),
    )


def _newline(text: str) -> Newline:
    found = set(re.findall(r"\r\n|\r|\n", text))
    named = {"\n": Newline.LF, "\r\n": Newline.CRLF, "\r": Newline.CR}
    return Newline.NONE if not found else named[found.pop()] if len(found) == 1 else Newline.MIXED


def _secrets(name: str, file: SourceFile) -> list[Problem]:
    lines = LineMap(file.text)
    return [
        Problem(
            name,
            lines.position(match.start()).line,
            "トークンやパスワードの値のように見える文字列があります。"
            "申請書には値を書かず、どのアプリのどの権限かだけを書いてください。",
            "This looks like the value of a token or password. State only which app and which rights, never a value.",
        )
        for match in _SECRET_LIKE.finditer(file.text)
    ]


class _Reader:
    """Reads the parts of one form; knows which words it may use."""

    def __init__(self, file: SourceFile, rulebook: Rulebook) -> None:
        self._file = file
        self._lines = LineMap(file.text)
        self._data = _words((kind.name, kind.title) for kind in rulebook.kinds if kind.declarable)
        self._rights = _words((right.name, right.title) for right in rulebook.rights)
        self._screens = _words((screen.name, screen.title) for screen in rulebook.screens)

    def declaration(self, fields: Fields) -> Declaration:
        app = fields.inner("app")
        declaration = Declaration(
            file=self._file,
            app_name="?" if app is None else _said(app, "name"),
            app_id="?" if app is None else _app_id(app),
            purpose=_said(fields, "purpose"),
            department=_said(fields, "department"),
            person=_said(fields, "person"),
            information_class=fields.choice("information_class", InformationClass),
            sensitive=_truth(fields, "sensitive"),
            screens=_each(fields, "screens", self._screen),
            services=_each(fields, "services", self._service),
            access=_each(fields, "access", self._access),
            tokens=_each(fields, "api_tokens", self._access),
            webhooks=_each(fields, "webhooks", self._webhook),
            plugins=_each(fields, "plugins", self._plugin),
        )
        if app is not None:
            app.close()
        fields.close()
        return declaration

    def _screen(self, fields: Fields) -> DeclaredScreen:
        return DeclaredScreen(_word(fields, "screen", self._screens), _said(fields, "does"), self._origin(fields))

    def _service(self, fields: Fields) -> DeclaredService:
        contents = _said(fields, "contents") if "contents" in fields.keys else None
        host, purpose, data = _host(fields), _said(fields, "purpose"), _listed(fields, "data", self._data)
        return DeclaredService(host, purpose, data, contents, self._origin(fields))

    def _access(self, fields: Fields) -> DeclaredAccess:
        app = _said(fields, "app")
        if app not in ("?", THIS_APP) and _NUMBER.fullmatch(app) is None:
            fields.object_to(
                "app",
                "app には、このアプリなら this、ほかのアプリならアプリIDの数字を書いてください。",
                "app is `this` for this app, or the number of another app.",
            )
        rights = _listed(fields, "rights", self._rights)
        if not rights:
            fields.object_to("rights", "rights に権限を1つ以上書いてください。", "rights needs at least one right.")
        return DeclaredAccess(app, rights, _said(fields, "purpose"), self._origin(fields))

    def _webhook(self, fields: Fields) -> DeclaredWebhook:
        payload = tuple(_short(fields, "payload", word) for word in fields.words("payload"))
        if not payload:
            fields.object_to("payload", "payload に送る情報を書いてください。", "payload needs what is sent.")
        return DeclaredWebhook(_host(fields), _said(fields, "purpose"), payload, self._origin(fields))

    def _plugin(self, fields: Fields) -> DeclaredPlugin:
        name, purpose, functions = (_said(fields, key) for key in ("name", "purpose", "functions"))
        return DeclaredPlugin(name, purpose, functions, self._origin(fields))

    def _origin(self, fields: Fields) -> Location:
        """The line an entry begins on. YAML knows more line ends than editors do, so a line may lie past the last."""
        number = min(fields.line, self._lines.count)
        start = self._lines.start(number)
        return Location(self._file, start, start + len(self._lines.line(number)))


def _each(fields: Fields, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
    """The entries of a list, each read and closed; a list that was left empty has none."""
    entries = fields.entries(key)
    if len(entries) > _MOST:
        fields.object_to(key, f"{key} は {_MOST} 件までです。", f"{key} takes {_MOST} entries at most.")
        return ()
    found = []
    for entry in entries:
        found.append(read(entry))
        entry.close()
    return tuple(found)


def _words(named: Iterable[tuple[str, Text]]) -> Mapping[str, str]:
    """Each word that may be used, and the name it stands for: the name itself, and its titles."""
    found: dict[str, str] = {}
    for name, title in named:
        found.setdefault(name, name)
        found.setdefault(title.ja, name)
        found.setdefault(title.en, name)
    return found


def _word(fields: Fields, key: str, known: Mapping[str, str]) -> str:
    word = _said(fields, key)
    if word != "?" and word not in known:
        fields.refuse_word(key, word, known)
    return known.get(word, "?")


def _listed(fields: Fields, key: str, known: Mapping[str, str]) -> tuple[str, ...]:
    words = fields.choices(key, known)
    return tuple(dict.fromkeys(known[word] for word in words if word in known))


def _said(fields: Fields, key: str) -> str:
    """Text of one line or more that must be there and is not only blanks."""
    return _short(fields, key, fields.word(key))


def _short(fields: Fields, key: str, word: str) -> str:
    said = word.strip()
    if not said:
        fields.object_to(key, f"{key} の値が空です。", f"{key} has no value.")
    if len(said) > _LONGEST:
        fields.object_to(key, f"{key} は {_LONGEST} 文字までです。", f"{key} takes {_LONGEST} characters at most.")
    return said or "?"


def _truth(fields: Fields, key: str) -> bool:
    truth = fields.truth(key)
    if truth is None and key not in fields.keys:
        fields.object_to(key, f"{key} がありません。", f"{key} is missing.")
    return truth is True


def _app_id(fields: Fields) -> str:
    word = _said(fields, "id")
    if word not in ("?", NOT_YET) and _NUMBER.fullmatch(word) is None:
        fields.object_to(
            "id",
            "id にはアプリIDの数字を、まだアプリがなければ new と書いてください。",
            "id is the app's number, or `new` where the app is not made yet.",
        )
    return word


def _host(fields: Fields) -> str:
    """A host name as browsers show it; an address with a path may hold a secret and is refused."""
    word = _said(fields, "host")
    if word == "?":
        return word
    found = judge(f"https://{word}/", complete=True, classes=()) if _HOST_LIKE.fullmatch(word) else None
    if found is None or found.display is None:
        fields.object_to(
            "host",
            f"host の {word} はホスト名ではありません。https:// や / を除き、api.example.jp のように書いてください。",
            f"{word} in host is no host name. Write it like api.example.jp, without https:// and /.",
        )
        return "?"
    return found.display
