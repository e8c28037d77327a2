"""An application form as commented YAML: blank, or with what a submission was seen to do, for the applicant to confirm.

What comes from a submission is hostile: it stands in double quotes, everything unusual escaped, and never in a comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewer.comparison import declarable_data, exempt_classes, outside, rights_for
from reviewer.declaration import THIS_APP
from reviewer.dossier import Dossier
from reviewer.record import value
from reviewer.rule import Rulebook
from reviewer.scalar import quoted
from reviewer.submission import Submission
from reviewer.text import Language, Text

_UNKNOWN = "?"


@value
class Draft:
    """What a form can say beforehand. `services` are hosts with kinds of data, `access` apps with rights."""

    screens: tuple[str, ...] = ()
    services: tuple[tuple[str, tuple[str, ...]], ...] = ()
    access: tuple[tuple[str, tuple[str, ...]], ...] = ()
    plugin: str | None = None


def draft(submission: Submission, dossier: Dossier, rulebook: Rulebook) -> Draft:
    """What the dossier tells; where a request could be allowed by several rights, the first of them is named."""
    exempt = exempt_classes(rulebook)
    services: dict[str, dict[str, None]] = {}
    for host in outside(dossier):
        if host.host != _UNKNOWN and host.host_class not in exempt:
            services.setdefault(host.host, {}).update(dict.fromkeys(declarable_data(host, rulebook)))
    access: dict[str, set[str]] = {}
    for call in dossier.rest_calls:
        needed = rights_for(call, rulebook.rights)
        if needed:
            access.setdefault(THIS_APP if call.app == _UNKNOWN else call.app, set()).add(needed[0])
    rights = [right.name for right in rulebook.rights]
    return Draft(
        screens=tuple(
            screen.name for screen in rulebook.screens if any(screen.shows(event.name) for event in dossier.events)
        ),
        services=tuple((host, tuple(kinds)) for host, kinds in sorted(services.items())),
        access=tuple((app, tuple(sorted(names, key=rights.index))) for app, names in sorted(access.items())),
        plugin=None if submission.plugin is None else submission.plugin.name,
    )


def form(rulebook: Rulebook, language: Language, said: Draft | None = None) -> str:
    """The form's text. Every place to fill in is empty, so that what was forgotten is named with its line."""
    return "".join(f"{line}\n" for line in _lines(rulebook, language, said or Draft(), drafted=said is not None))


_OPENING = (
    Text(
        ja="kintone カスタマイズの申請書です。「:」の右に書き込んでください。# から右は説明で、読み込まれません。",
        en="Application for a kintone customization. Write to the right of the colons; what follows # is explanation.",
    ),
    Text(
        ja="パスワードやAPIトークンの値は、決して書かないでください。",
        en="Never write a password or the value of an API token here.",
    ),
)
_DRAFTED = Text(
    ja="提出物から分かったことは書き入れてあります。そのとおりかを1つずつ確かめ、空いているところを書いてください。",
    en="What the submission shows is filled in. Confirm each entry, and write what is missing.",
)


def _lines(rulebook: Rulebook, language: Language, said: Draft, *, drafted: bool) -> Iterator[str]:
    def comment(*texts: Text, indent: str = "") -> Iterator[str]:
        for text in texts:
            yield f"{indent}# {text.to(language)}"

    yield from comment(*_OPENING, *((_DRAFTED,) if drafted else ()))
    yield ""
    yield "app:"
    yield from comment(Text(ja="アプリの名前", en="name of the app"), indent="  ")
    yield "  name:"
    yield from comment(
        Text(ja="アプリIDの数字。まだアプリがなければ new", en="its number; `new` where it is not made yet"),
        indent="  ",
    )
    yield "  id:"
    for key, text in _PLAIN:
        yield from comment(text)
        yield f"{key}:"
    for section in (*_in_code(rulebook, language, said), *_in_settings(rulebook, language, said)):
        yield ""
        yield from comment(*section.texts)
        yield from section.entries()


_PLAIN = (
    ("purpose", Text(ja="何のためのカスタマイズか", en="what the customization is for")),
    ("department", Text(ja="所属", en="department")),
    ("person", Text(ja="担当者の氏名", en="person in charge")),
    (
        "information_class",
        Text(
            ja="アプリが扱う情報の重要性分類: I, II, III, IV のどれか",
            en="information class of the app: I, II, III or IV",
        ),
    ),
    (
        "sensitive",
        Text(
            ja="要配慮個人情報・機微情報(病歴、障害、犯罪の被害など)があるか: あれば true、なければ false",
            en="sensitive personal information (illness, disability, harm by crime ...): true or false",
        ),
    ),
)


@value
class _Section:
    """A list of the form: its explanation, the keys of an entry with an example, and what is known of each entry."""

    key: str
    texts: tuple[Text, ...]
    example: Mapping[str, str]
    known: Sequence[Mapping[str, str]]

    def entries(self) -> Iterator[str]:
        """The list as it is known, or an empty one with the example beside it."""
        if not self.known:
            yield f"{self.key}: []"
            yield from (f"#{line}" for line in _entry(self.example))
            return
        yield f"{self.key}:"
        for entry in self.known:
            yield from _entry({key: entry.get(key, "") for key in self.example})


def _entry(values: Mapping[str, str]) -> Iterator[str]:
    mark = "-"
    for key, word in values.items():
        yield f"  {mark} {key}: {word}".rstrip()
        mark = " "


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(words)}]"


_APP = Text(ja="app: このアプリなら this、ほかのアプリならアプリIDの数字", en="app: `this`, or the number of another")
_RIGHTS = Text(ja="rights: 次の言葉から選ぶ", en="rights: out of these words")


def _words(named: Iterable[tuple[str, Text]]) -> tuple[Text, ...]:
    return tuple(Text(ja=f"  {name}: {title.ja}", en=f"  {name}: {title.en}") for name, title in named)


def _in_code(rulebook: Rulebook, language: Language, said: Draft) -> Iterator[_Section]:
    """What code shows. Examples are in the form's language; the words that may be used come from the rulebook."""

    def say(ja: str, en: str) -> str:
        return Text(ja=ja, en=en).to(language)

    yield _Section(
        "screens",
        (
            Text(
                ja="どの画面で何をするか。screen: 次の言葉から選ぶ",
                en="what it does on which screens; screen: one of these words",
            ),
            *_words((screen.name, screen.title) for screen in rulebook.screens),
        ),
        {"screen": "detail", "does": say("住所から地図を表示する", "shows a map of the address")},
        [{"screen": name} for name in said.screens],
    )
    yield _Section(
        "services",
        (
            Text(
                ja="kintone の外のどこと通信するか(ホスト名だけ。https:// や / は書かない)",
                en="outside services (host only)",
            ),
            Text(
                ja="data: 送る情報の種類を次の言葉から選ぶ。何も送らないなら []",
                en="data: out of these words; [] for none",
            ),
            *_words((kind.name, kind.title) for kind in rulebook.kinds if kind.declarable),
        ),
        {
            "host": "api.example.jp",
            "purpose": say("住所から場所を調べる", "finds the place of an address"),
            "data": "[record]",
            "contents": say("施設の住所", "addresses of facilities"),
        },
        [{"host": quoted(host), "data": _list(kinds)} for host, kinds in said.services],
    )
    yield _Section(
        "access",
        (
            Text(ja="REST API でどのアプリに何をするか", en="what is done to which apps through the REST API"),
            _APP,
            _RIGHTS,
            *_words((right.name, right.title) for right in rulebook.rights),
        ),
        {"app": THIS_APP, "rights": "[read, edit]", "purpose": say("点検の結果を書き込む", "writes results of checks")},
        [{"app": quoted(name), "rights": _list(names)} for name, names in said.access],
    )


def _in_settings(rulebook: Rulebook, language: Language, said: Draft) -> Iterator[_Section]:
    """What stands in kintone's settings and not in code."""

    def say(ja: str, en: str) -> str:
        return Text(ja=ja, en=en).to(language)

    yield _Section(
        "api_tokens",
        (
            Text(ja="発行するAPIトークン(値は書かない)", en="API tokens to be issued (never their values)"),
            _APP,
            _RIGHTS,
            *_words((right.name, right.title) for right in rulebook.rights),
        ),
        {"app": "'120'", "rights": "[read]", "purpose": say("予約システムから読む", "read by the booking system")},
        [],
    )
    yield _Section(
        "webhooks",
        (
            Text(
                ja="設定するWebhookの送信先(ホスト名だけ)と、送られる情報",
                en="webhooks: target (host only) and what is sent",
            ),
        ),
        {
            "host": "hook.example.jp",
            "purpose": say("受付を知らせる", "tells of new entries"),
            "payload": say("[受付番号, 受付日]", "[number, date]"),
        },
        [],
    )
    yield _Section(
        "plugins",
        (Text(ja="追加するプラグイン", en="plug-ins to be added"),),
        {
            "name": say("郵便番号の入力補助", "Postal code helper"),
            "purpose": say("入力の手間を減らす", "less typing"),
            "functions": say("郵便番号から住所の欄を埋める", "fills in the address"),
        },
        [] if said.plugin is None else [{"name": quoted(said.plugin)}],
    )
