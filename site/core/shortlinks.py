"""Short addresses: `/s/<code>/`, easy to read out, to type and to print as a square code.

The code is the page's key in Crockford's base 32: no i, l, o or u, so that 0 and O, 1, l and I
cannot be mixed up; a reader who types one for the other still arrives.
"""

from typing import Final

DIGITS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
LOOK_ALIKES: Final = str.maketrans({"o": "0", "i": "1", "l": "1"})
LARGEST: Final = 2**31 - 1


def encode(number: int) -> str:
    """The code of a key, at least one character.

    Raises:
        ValueError: for a negative number.
    """
    if number < 0:
        raise ValueError("a key is not negative")
    code = ""
    while True:
        number, rest = divmod(number, len(DIGITS))
        code = DIGITS[rest] + code
        if not number:
            return code


def decode(code: str) -> int | None:
    """The key of a code as people type it; None for what is no code."""
    number = 0
    for letter in code.lower().translate(LOOK_ALIKES):
        place = DIGITS.find(letter)
        if place < 0:
            return None
        number = number * len(DIGITS) + place
        if number > LARGEST:
            return None
    return number if code else None
