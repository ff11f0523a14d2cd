"""Replaces words of letters and digits by others of the same shape: a keyed permutation, so that no two become one.

A shape is, for each character, whether it is a digit, a small or a capital letter; words whose letters are all
hexadecimal digits stay so. Pure; knows nothing of ids.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from hashlib import blake2b
from math import prod
from string import ascii_lowercase, ascii_uppercase, digits

_HEX = frozenset("abcdefABCDEF")
_ROUNDS = 10


def permuted(word: str, key: bytes, fixed: AbstractSet[str]) -> str:
    """The word that stands for this one. Words in `fixed` stand for themselves, and for no other.

    It walks on along the permutation until it meets a word of the same kind; in the end it would meet its own."""
    if word in fixed:
        return word
    hexadecimal = _is_hex(word)
    alphabets = _alphabets(word, hexadecimal)
    sizes = [len(alphabet) for alphabet in alphabets]
    tweak = blake2b("/".join(alphabets).encode(), key=key).digest()
    number = 0
    for char, alphabet in zip(word, alphabets, strict=True):
        number = number * len(alphabet) + alphabet.index(char)
    while True:
        number = _shuffled(number, prod(sizes), tweak)
        other = _spelled(number, alphabets)
        if other not in fixed and _is_hex(other) == hexadecimal:
            return other


def _is_hex(word: str) -> bool:
    return all(char in _HEX for char in word if not char.isdigit())


def _alphabets(word: str, hexadecimal: bool) -> list[str]:
    """The characters each place may have. A number keeps its zeros in front, and gets none."""
    small, capital = ("abcdef", "ABCDEF") if hexadecimal else (ascii_lowercase, ascii_uppercase)
    found = [digits if char.isdigit() else small if char.islower() else capital for char in word]
    if word.isdigit() and len(word) > 1:
        for place, char in enumerate(word):
            found[place] = "0" if char == "0" else digits[1:]
            if char != "0":
                break
    return found


def _spelled(number: int, alphabets: list[str]) -> str:
    chars: list[str] = []
    for alphabet in reversed(alphabets):
        number, place = divmod(number, len(alphabet))
        chars.append(alphabet[place])
    return "".join(reversed(chars))


def _shuffled(number: int, size: int, key: bytes) -> int:
    """Another number below `size`: a Feistel network, gone through again until it is small enough."""
    half = max(1, ((size - 1).bit_length() + 1) // 2)
    mask, width = (1 << half) - 1, (half + 7) // 8
    while True:
        left, right = number >> half, number & mask
        for turn in range(_ROUNDS):
            salted = bytes([turn]) + right.to_bytes(width, "big")
            left, right = right, left ^ (_stretched(salted, key, width) & mask)
        number = left << half | right
        if number < size:
            return number


def _stretched(salted: bytes, key: bytes, width: int) -> int:
    blocks = range(0, width, 64)
    made = b"".join(blake2b(salted + bytes([n % 256]), key=key, digest_size=64).digest() for n, _ in enumerate(blocks))
    return int.from_bytes(made, "big")
