"""Keys of any bytes are refused or read, never raised over, and never cost more than a moment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.intake.signature import is_valid, parse_key, plugin_id


def der(tag: int, content: bytes) -> bytes:
    length = len(content)
    size = bytes([length]) if length < 128 else bytes([0x82]) + length.to_bytes(2, "big")
    return bytes([tag]) + size + content


def key(modulus: int, exponent: int, algorithm: bytes = bytes.fromhex("06092a864886f70d0101010500")) -> bytes:
    numbers = b"".join(der(2, n.to_bytes(n.bit_length() // 8 + 1, "big")) for n in (modulus, exponent))
    return der(0x30, der(0x30, algorithm) + der(3, b"\0" + der(0x30, numbers)))


MODULUS = (1 << 1023) + 1155


def test_reads_modulus_and_exponent() -> None:
    found = parse_key(key(MODULUS, 65537))
    assert found is not None
    assert (found.modulus, found.exponent) == (MODULUS, 65537)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        key(MODULUS, 65537)[:-1],
        key(MODULUS, 65537) + b"\0",
        key(MODULUS, 65537, bytes.fromhex("06072a8648ce3d0201")),
        key(MODULUS, 1),
        key(MODULUS, 1 << 70),
        key(MODULUS + 1, 65537),
        key(35, 3),
        key((1 << 40_000) + 1, 65537),
    ],
    ids=["empty", "cut", "longer", "elliptic", "e=1", "huge e", "even n", "tiny n", "huge n"],
)
def test_refuses_keys_that_prove_nothing_or_would_take_long(data: bytes) -> None:
    assert parse_key(data) is None
    assert not is_valid(b"contents", data, b"\0" * 128)


def test_names_a_plugin_by_the_hash_of_its_key() -> None:
    assert plugin_id(b"") == "odlameecjipmbmbejkplpemijjgpljce"


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_takes_any_bytes_for_key_and_signature(public_key: bytes, signature: bytes) -> None:
    assert not is_valid(b"contents", public_key, signature)


@given(st.integers(0, 161), st.integers(0, 255))
def test_takes_a_real_key_with_any_byte_changed(position: int, value: int) -> None:
    data = bytearray(key(MODULUS, 65537))
    data[position % len(data)] = value
    assert not is_valid(b"contents", bytes(data), b"\1" * 128)
