"""The dossier -> test steps for a person, since reading code does not show whether a thing does what was intended."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.report.edition import Edition
from reviewer.report.model import Trial, TrialGroup
from reviewer.report.ways import host_class, listed, way
from reviewer.source import Location
from reviewer.text import Text

_PLACES = 3
_NAMED = 8


def trials(edition: Edition) -> tuple[TrialGroup, ...]:
    """Steps by screen in the order of the rulebook's events, then by subject, each with a number of its own."""
    groups = (*_screens(edition), *_subjects(edition))
    return tuple(
        TrialGroup(title=title, trials=tuple(
            Trial(id=f"{turn}-{number}", act=act, expect=expect, places=tuple(map(edition.place, where[:_PLACES])))
            for number, (act, expect, where) in enumerate(steps, start=1)
        ))
        for turn, (title, steps) in enumerate(groups, start=1)
    )  # fmt: skip


_Step = tuple[str, str, tuple[Location, ...]]


def _screens(edition: Edition) -> Iterator[tuple[str, list[_Step]]]:
    """What the code listens to, as things to do at each screen; what cannot be named is a step all the same."""
    by_screen: dict[str, list[tuple[int, _Step]]] = {}
    order = {words.pattern: number for number, words in enumerate(edition.review.rulebook.events)}
    unnamed: list[_Step] = []
    for entry in edition.review.dossier.events:
        known = edition.event(entry.name)
        if known is None:
            unnamed.append((_unnamed(edition, entry.name), edition.say(_AS_STATED), entry.locations))
            continue
        words, rest = known
        told = tuple(edition.quote(edition.say(text).replace("*", rest)) for text in (words.act, words.expect))
        step = (told[0], told[1], entry.locations)
        by_screen.setdefault(edition.say(words.screen), []).append((order[words.pattern], step))
    for screen, steps in sorted(by_screen.items(), key=lambda item: min(rank for rank, _ in item[1])):
        yield screen, [step for _, step in sorted(steps, key=lambda pair: pair[0])]
    if unnamed:
        yield edition.say(Text(ja="そのほかの操作", en="Other operations")), unnamed


_AS_STATED = Text(ja="起きることが申請書のとおりか。", en="Is what happens as applied for?")


def _unnamed(edition: Edition, name: str) -> str:
    shown = edition.quote(name)
    if name == "?":
        return edition.say(
            Text(
                ja="イベント名が実行時に決まるため、いつ動くかを作成者に尋ね、その操作をする。",
                en="The event is decided at run time: ask the author when it runs, and do that.",
            )
        )
    return edition.say(Text(ja=f"イベント「{shown}」が起きる操作をする。", en=f"Bring about the event “{shown}”."))


def _subjects(edition: Edition) -> Iterator[tuple[str, list[_Step]]]:
    say = edition.say
    if edition.review.dossier.fields:
        yield say(Text(ja="入力する値", en="Values entered")), list(_values(edition))
    if edition.review.dossier.hosts:
        yield say(Text(ja="外部とのやりとり", en="Dealings with the outside")), list(_hosts(edition))
    if edition.review.dossier.rest_calls:
        yield say(Text(ja="ほかのレコードとアプリ", en="Other records and apps")), list(_calls(edition))
    if edition.review.dossier.storage:
        yield say(Text(ja="端末に残るもの", en="What stays on the device")), list(_storage(edition))
    yield say(Text(ja="どの画面でも", en="On every screen")), list(_always(edition))


def _values(edition: Edition) -> Iterator[_Step]:
    fields = edition.review.dossier.fields
    names = edition.say(Text(ja="、", en=", ")).join(edition.quote(entry.code) for entry in fields[:_NAMED])
    if len(fields) > _NAMED:
        more = len(fields) - _NAMED
        names += edition.say(Text(ja=f" ほか{more}個", en=f" and {more} more"))
    where = tuple(location for entry in fields for location in entry.locations[:1])
    yield (
        edition.say(
            Text(
                ja=f"使われるフィールドに、空、長い文、記号(< > & \" ')の入った文を入れて保存し、画面を見る({names})。",
                en=f"Save the fields empty, very long, and with signs (< > & \" ') in them; look ({names}).",
            )
        ),
        edition.say(
            Text(
                ja="入れた文字がそのまま表示され、画面が崩れたり、太字になったり、思わぬ動作をしないか。",
                en="Are they shown as entered, with nothing broken, turned bold or behaving oddly?",
            )
        ),
        where,
    )


def _hosts(edition: Edition) -> Iterator[_Step]:
    for host in edition.review.dossier.hosts:
        name = edition.quote(host.host)
        if host.host == "?":
            name = edition.say(Text(ja="実行時に決まる行き先", en="the destination decided at run time"))
        kind = host_class(edition, host.host_class)
        data = listed(edition, host.data)
        if data:
            act = Text(
                ja=f"{name}({kind})と通信する操作をし、開発者ツールの「ネットワーク」か届いた側で中身を見る。",
                en=f"Do what makes it talk to {name} ({kind}); look at what is sent, in the developer tools or there.",
            )
            expect = Text(
                ja=f"送られるものが、申請書に書かれた項目だけか({data}が渡ることがコードから分かっています)。",
                en=f"Is nothing sent but what was applied for? (The code passes on: {data}.)",
            )
        else:
            act = Text(
                ja=f"{name}({kind})から読み込む、または通信する画面を開く。",
                en=f"Open the screen that loads from or talks to {name} ({kind}).",
            )
            expect = Text(
                ja="その行き先が申請書にあり、庁内の端末から利用できるか。",
                en="Was that destination applied for, and can the office's computers reach it?",
            )
        yield edition.say(act), edition.say(expect), host.locations
    yield (
        edition.say(
            Text(
                ja="端末をネットワークから切り離して、同じ操作をする。",
                en="Do the same with the computer cut off from the network.",
            )
        ),
        edition.say(
            Text(
                ja="失敗したことが分かる言葉で示され、入力した内容が失われないか。",
                en="Is the failure told in plain words, and is nothing lost that was entered?",
            )
        ),
        (),
    )


def _calls(edition: Edition) -> Iterator[_Step]:
    for call in edition.review.dossier.rest_calls:
        name = f"{call.method} {edition.quote(call.endpoint)}"
        if call.danger == "read":
            act = Text(ja=f"ほかのレコードやアプリを読む操作をする({name})。", en=f"Do what makes it read ({name}).")
            expect = Text(
                ja="閲覧権限のない職員の画面に、見えてはならないレコードの値が出ないか。",
                en="Does it show staff without the right to see them no record's values?",
            )
        else:
            act = Text(
                ja=f"レコードや設定を書き換える操作を、テスト用のデータでする({name})。",
                en=f"With test data, do what makes it change records or settings ({name}).",
            )
            expect = Text(
                ja="変わるはずのものだけが変わり、途中で失敗したときに半端な状態が残らないか。変更履歴も見る。",
                en="Does only that change which should, and is nothing left half done on failure? See the history too.",
            )
        yield edition.say(act), edition.say(expect), call.locations


def _storage(edition: Edition) -> Iterator[_Step]:
    for kept in edition.review.dossier.storage:
        data = listed(edition, kept.data)
        shown = way(edition, kept.place)
        tail_ja, tail_en = (f" 渡るデータ: {data}。", f" Data: {data}.") if data else ("", "")
        yield (
            edition.say(Text(ja=f"{shown}が動く操作をする。", en=f"Do what makes this happen: {shown}.") ),
            edition.say(
                Text(
                    ja=f"残ったものを次に端末を使う人が見ても差し支えないか。消す手順があるか。{tail_ja}",
                    en=f"May the next user of the computer see what is left, and is there a way to remove it?{tail_en}",
                )
            ),
            kept.locations,
        )  # fmt: skip


def _always(edition: Edition) -> Iterator[_Step]:
    steps = (
        (
            Text(
                ja="権限の違う職員(閲覧だけの人、編集できる人、管理者)で、上の操作をひととおり行う。",
                en="Go through the above as staff with different rights: viewers, editors, administrators.",
            ),
            Text(
                ja="権限のない人に、できてはならない操作ができたり、見えてはならない値が見えたりしないか。",
                en="Can nobody do or see what their rights do not allow?",
            ),
        ),
        (
            Text(
                ja="職員が使うブラウザーと端末のすべてで画面を開く。",
                en="Open the screens in every browser and device that staff use.",
            ),
            Text(
                ja="表示が崩れず、kintoneの標準のボタンやメニューが使えるか。",
                en="Is nothing out of place, and do the product's own buttons and menus work?",
            ),
        ),
        (
            Text(
                ja="カスタマイズを外した状態と付けた状態で、保存と表示にかかる時間を比べる。",
                en="Compare how long saving and opening take with the customization and without it.",
            ),
            Text(ja="仕事に差し支える遅さになっていないか。", en="Is it not so slow that it hinders work?"),
        ),
    )
    for act, expect in steps:
        yield edition.say(act), edition.say(expect), ()
