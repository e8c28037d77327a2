"""PUBKEY, SIGNATURE and contents.zip of a plug-in -> its plug-in ID, and whether the signature is of these very bytes.

It proves that the holder of the key packed these bytes, never that they are safe: authors make their keys themselves.
"""

from __future__ import annotations

import hashlib

from reviewer.record import value

# RFC 8017 section 9.2, note 1: DigestInfo of SHA-1, in front of the hash.
_SHA1_INFO = bytes.fromhex("3021300906052b0e03021a05000414")
_RSA = bytes.fromhex("06092a864886f70d010101")
_SEQUENCE, _INTEGER, _BIT_STRING = 0x30, 0x02, 0x03
# Packers make 1,024-bit keys with exponent 65,537; larger ones are checked only as far as that takes no time.
_MAX_KEY_BYTES = 2048
_MAX_EXPONENT_BITS = 64


@value
class PublicKey:
    """An RSA key: modulus and exponent."""

    modulus: int
    exponent: int


def plugin_id(public_key: bytes) -> str:
    """kintone's plug-in ID: the first 32 hex digits of the key's SHA-256, 0-f written as a-p."""
    digest = hashlib.sha256(public_key).hexdigest()[:32]
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


def is_valid(contents: bytes, public_key: bytes, signature: bytes) -> bool:
    """RSASSA-PKCS1-v1_5 with SHA-1 over `contents` (RFC 8017 section 8.2.2); False where the key cannot be read."""
    key = parse_key(public_key)
    if key is None:
        return False
    length = (key.modulus.bit_length() + 7) // 8
    value = int.from_bytes(signature, "big")
    if len(signature) != length or value >= key.modulus:
        return False
    info = _SHA1_INFO + hashlib.sha1(contents, usedforsecurity=False).digest()
    padding = length - len(info) - 3
    if padding < 8:
        return False
    expected = b"\x00\x01" + b"\xff" * padding + b"\x00" + info
    return pow(value, key.exponent, key.modulus) == int.from_bytes(expected, "big")


def parse_key(der: bytes) -> PublicKey | None:
    """The key of a DER SubjectPublicKeyInfo (RFC 5280 section 4.1), None where it is no RSA key that can be checked."""
    if len(der) > _MAX_KEY_BYTES:
        return None
    info = _inside(der, _SEQUENCE)
    if info is None or info[1]:
        return None
    algorithm = _inside(info[0], _SEQUENCE)
    if algorithm is None or not algorithm[0].startswith(_RSA):
        return None
    bits = _inside(algorithm[1], _BIT_STRING)
    if bits is None or bits[0][:1] != b"\x00":
        return None
    numbers = _inside(bits[0][1:], _SEQUENCE)
    modulus = _inside(numbers[0], _INTEGER) if numbers is not None else None
    exponent = _inside(modulus[1], _INTEGER) if modulus is not None else None
    if modulus is None or exponent is None:
        return None
    key = PublicKey(int.from_bytes(modulus[0], "big"), int.from_bytes(exponent[0], "big"))
    is_sound = key.modulus.bit_length() >= 512 and key.modulus % 2 == 1
    return key if is_sound and key.exponent > 1 and key.exponent.bit_length() <= _MAX_EXPONENT_BITS else None


def _inside(der: bytes, tag: int) -> tuple[bytes, bytes] | None:
    """Contents of the DER element that `der` begins with, and what follows it; None where it is no such element."""
    if len(der) < 2 or der[0] != tag:
        return None
    length, start = der[1], 2
    if length & 0x80:
        count = length & 0x7F
        if not 1 <= count <= 4 or len(der) < 2 + count:
            return None
        length, start = int.from_bytes(der[2 : 2 + count], "big"), 2 + count
    if start + length > len(der):
        return None
    return der[start : start + length], der[start + length :]
