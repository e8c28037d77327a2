"""Zips made by the packers that authors use are read, their signatures verified, and tampering is seen."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from intake_samples import SCRIPT, contents, observed, pages, plugin_files, written, zipped

from reviewer.intake import read
from reviewer.source import Role
from reviewer.submission import SubmissionKind

CHANGES: dict[str, dict[str, object]] = {
    "version 1": {"homepage_url": {"ja": "https://example.lg.jp/", "en": "https://example.lg.jp/"}},
    "version as a string": {"version": "2.10.3"},
    "version 2": {
        "manifest_version": 2,
        "components": [{"type": "APP_INDEX_HEADLESS", "js": ["js/desktop.js"], "css": ["css/desktop.css"]}],
        "desktop": None,
        "mobile": None,
        "allowed_hosts": ["https://example.lg.jp"],
        "permissions": {"js_api": [], "rest_api": []},
    },
}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082"
)


class Packers:
    """Both real packers, run by Node."""

    def __init__(self, node: Path, modules: Path, folder: Path) -> None:
        self.node, self.modules, self.folder = node, modules, folder

    def sources(self, name: str) -> Path:
        root = self.folder / name
        return root if root.exists() else written(root, {**plugin_files(**CHANGES[name]), "image/icon.png": PNG})

    def run(self, script: str, *arguments: str | Path) -> None:
        command = [str(self.node), str(self.modules / script), *map(str, arguments)]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def key(self) -> Path:
        path = self.folder / "key.ppk"
        if not path.exists():
            self.run("@kintone/cli/cli.js", "plugin", "keygen", "--output", path)
        return path

    def pack(self, packer: str, name: str) -> Path:
        out = self.folder / f"{packer} {name}.zip"
        if out.exists():
            return out
        if packer == "cli-kintone":
            manifest = self.sources(name) / "manifest.json"
            self.run("@kintone/cli/cli.js", "plugin", "pack", "-i", manifest, "-o", out, "--private-key", self.key())
        else:
            self.run("@kintone/plugin-packer/bin/cli.js", "--ppk", self.key(), "--out", out, self.sources(name))
        return out


@pytest.fixture(scope="module")
def packers(node: Path, npm_packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Packers:
    return Packers(node, npm_packages, tmp_path_factory.mktemp("packers"))


REAL = pytest.mark.parametrize(
    ("packer", "name"),
    [
        ("plugin-packer", "version 1"),
        ("plugin-packer", "version as a string"),
        ("cli-kintone", "version 1"),
        ("cli-kintone", "version as a string"),
        ("cli-kintone", "version 2"),
    ],
)


@REAL
def test_reads_what_the_packer_made_and_verifies_its_signature(packers: Packers, packer: str, name: str) -> None:
    submission = read(packers.pack(packer, name))
    assert submission.kind is SubmissionKind.PLUGIN_ZIP
    assert submission.plugin is not None
    assert submission.plugin.signature_valid is True
    assert (submission.observations, submission.gaps) == ((), ())
    folder = read(packers.sources(name))
    named = {file.path: file.sha256 for file in folder.files if file.role is not Role.EXTRA}
    assert contents(submission) == named
    assert pages(submission).items() <= pages(folder).items()
    assert [each.path for each in submission.unreviewed] == ["PUBKEY", "SIGNATURE", "image/icon.png"]


def test_derives_the_plugin_id_that_the_packer_names_its_key_file_by(packers: Packers) -> None:
    sources = written(packers.folder / "own-key" / "src", {**plugin_files(), "image/icon.png": PNG})
    packers.run("@kintone/plugin-packer/bin/cli.js", sources)
    (key,) = sources.parent.glob("*.ppk")
    submission = read(sources.parent / "plugin.zip")
    assert submission.plugin is not None
    assert submission.plugin.id == key.stem


def test_both_packers_and_every_version_give_the_same_id_for_the_same_key(packers: Packers) -> None:
    made = [packers.pack("plugin-packer", "version 1"), packers.pack("cli-kintone", "version as a string")]
    plugins = [read(path).plugin for path in made]
    assert len({plugin.id for plugin in plugins if plugin is not None}) == 1


def test_a_key_left_beside_the_plugin_is_observed(packers: Packers) -> None:
    made = zipfile.ZipFile(packers.pack("plugin-packer", "version 1"))
    files: dict[str, bytes | str] = {name: made.read(name) for name in made.namelist()}
    path = packers.folder / "with-key.zip"
    path.write_bytes(zipped({**files, "author.ppk": packers.key().read_bytes()}))
    submission = read(path)
    assert observed(submission, "key-leaked") == ["author.ppk"]
    assert submission.plugin is not None
    assert submission.plugin.signature_valid is True


def changed_code(files: dict[str, bytes]) -> None:
    inner = zipfile.ZipFile(io.BytesIO(files["contents.zip"]))
    held: dict[str, bytes | str] = {name: inner.read(name) for name in inner.namelist()}
    files["contents.zip"] = zipped({**held, "js/desktop.js": SCRIPT + "kintone.proxy();"})


def changed_byte_of_the_container(files: dict[str, bytes]) -> None:
    files["contents.zip"] = files["contents.zip"][:10] + b"\1\1" + files["contents.zip"][12:]


def flipped_signature(files: dict[str, bytes]) -> None:
    files["SIGNATURE"] = files["SIGNATURE"][:-1] + bytes([files["SIGNATURE"][-1] ^ 1])


def shortened_signature(files: dict[str, bytes]) -> None:
    files["SIGNATURE"] = files["SIGNATURE"][:-1]


def lengthened_signature(files: dict[str, bytes]) -> None:
    files["SIGNATURE"] = b"\0" + files["SIGNATURE"]


def other_key(files: dict[str, bytes]) -> None:
    files["PUBKEY"] = files["PUBKEY"][:40] + bytes([files["PUBKEY"][40] ^ 4]) + files["PUBKEY"][41:]


def no_key(files: dict[str, bytes]) -> None:
    files["PUBKEY"] = b""


@pytest.mark.parametrize(
    "tamper",
    [
        changed_code,
        changed_byte_of_the_container,
        flipped_signature,
        shortened_signature,
        lengthened_signature,
        other_key,
        no_key,
    ],
)
@pytest.mark.parametrize("packer", ["plugin-packer", "cli-kintone"])
def test_tampering_makes_the_signature_invalid(packers: Packers, packer: str, tamper: object) -> None:
    made = zipfile.ZipFile(packers.pack(packer, "version 1"))
    files = {name: made.read(name) for name in made.namelist()}
    assert callable(tamper)
    tamper(files)
    path = packers.folder / "tampered.zip"
    path.write_bytes(zipped(files))
    submission = read(path)
    assert observed(submission, "plugin-signature-invalid") == ["SIGNATURE"]
    assert submission.plugin is not None
    assert submission.plugin.signature_valid is False
