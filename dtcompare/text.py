"""Names folded for matching, Vietnamese sort order, numbers and dates written out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

# Words before a name that say what kind of unit it is, folded; never part of the name itself.
_TYPES = (("thanh", "pho"), ("tinh",), ("tp",))
_TYPED = 3  # words that tell whether a name begins with one: the longest, and one of the name

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; none comes first
# Letters with a stroke and joined ones, which no accent can be taken from.
_WHOLE = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ø": "o", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
    | {"þ": "th", "ŋ": "n", "ĸ": "k", "ƀ": "b", "ɨ": "i", "ƶ": "z"}
)
_WORD = re.compile(r"[^\W_]+")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cn", "Cs"})  # control, format, no sign at all, half a sign
_ROMAN = ("I", "II", "III", "IV")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@lru_cache(maxsize=1 << 12)
def _bare(text: str) -> str:
    """Return ``text`` in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_WHOLE)
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in parts if not unicodedata.combining(c))


def _type_words(words: list[str]) -> int:
    """Return how many leading words only say what kind of unit this is."""
    for kind in _TYPES:
        if len(words) > len(kind) and tuple(words[: len(kind)]) == kind:
            return len(kind)
    return 0


def fold(text: str) -> str:
    """Return the key that a name is found by: no case, accents, spaces, signs or unit type.

    >>> fold("TP. Hồ Chí Minh") == fold("ho-chi-minh") == "hochiminh"
    True
    """
    words = _WORD.findall(_bare(text))
    return "".join(words[_type_words(words) :])


def exact_key(text: str) -> str:
    """Return the key of a name with its marks: NFC, no case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def strip_type(text: str) -> str:
    """Return ``text`` without a leading "Tỉnh", "TP." or "Thành phố"."""
    text = unicodedata.normalize("NFC", text)
    found = list(_WORD.finditer(text))
    skipped = _type_words([_bare(match.group()) for match in found[:_TYPED]])
    return text[found[skipped].start() :] if skipped else text


@lru_cache(maxsize=1 << 14)
def sort_key(name: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Return the key that sorts names by the Vietnamese alphabet: letters of a syllable, then tone.

    >>> sorted(["Đà Nẵng", "Hà Tĩnh", "Cà Mau", "Hà Nội", "Cần Thơ"], key=sort_key)
    ['Cà Mau', 'Cần Thơ', 'Đà Nẵng', 'Hà Nội', 'Hà Tĩnh']
    """
    key = []
    for syllable in _WORD.findall(strip_type(name).casefold()):
        letters, tones = zip(*map(_letter_and_tone, syllable), strict=True)
        key.append((letters, tones))
    return tuple(key)


@cache
def _letter_and_tone(sign: str) -> tuple[int, int]:
    """Return the letter's place in the alphabet and the tone it bears.

    A foreign letter stands behind the one it folds to, and behind all of them if it folds to none.
    """
    parts = unicodedata.normalize("NFD", sign)
    tone = next((c for c in parts if c in _TONES), "")
    letter = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    if letter in _ALPHABET:
        return _ALPHABET.find(letter), _TONES.find(tone) + 1 if tone else 0
    place = _ALPHABET.find(_bare(letter)[:1] or letter)
    return (place, ord(letter[0])) if place >= 0 else (100 + ord(letter[0]), 0)


def capital(text: str) -> str:
    """Return ``text`` with its first letter large."""
    return text[:1].upper() + text[1:]


def printable(text: str) -> str:
    r"""Return ``text`` on one line, composed (NFC), without signs that cannot be printed.

    >>> printable("Đà\n Nẵng\x07 ")
    'Đà Nẵng'
    """
    spaced = "".join(" " if c.isspace() else c for c in unicodedata.normalize("NFC", text))
    kept = (c for c in spaced if unicodedata.category(c) not in _UNPRINTABLE)
    return " ".join("".join(kept).split())


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round ``number`` half up on its decimal digits; never to a zero with a minus sign."""
    result = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return result or abs(result)


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number is written with."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def number_text(number: Decimal, lang: str) -> str:
    """Return ``number`` with its own digits, thousands marked, in the signs of the language.

    >>> number_text(Decimal("8400000"), "en"), number_text(Decimal("1197.50"), "vi")
    ('8,400,000', '1.197,50')
    """
    text = f"{number:,f}"
    return text.translate({44: ".", 46: ","}) if lang == "vi" else text


def close_matches(word: str, known: Iterable[str], most: int, cutoff: float) -> list[str]:
    """Return up to ``most`` known words that look like ``word``, the most alike first.

    ``cutoff`` is how alike they are at least, from 0 to 1. Case and tones count: fold both before.
    """
    from difflib import get_close_matches  # noqa: PLC0415 (only where a word is unknown)

    return get_close_matches(word, list(known), n=most, cutoff=cutoff)


def iso_text(text: str, lang: str) -> str:
    """Return a date or period as it is printed in a language in ISO form; other texts as they are.

    >>> iso_text("31/12/2025", "vi"), iso_text("quý IV/2025", "vi"), iso_text("Dec 2025", "en")
    ('2025-12-31', '2025-Q4', '2025-12')
    """
    text = " ".join(text.split())
    if lang == "vi":
        if day := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
            return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
        if month := re.fullmatch(r"(\d{1,2})/(\d{4})", text):
            return f"{month[2]}-{int(month[1]):02}"
        if half := re.fullmatch(r"6 tháng (đầu|cuối) năm (\d{4})", text, re.IGNORECASE):
            return f"{half[2]}-H{1 if half[1].lower() == 'đầu' else 2}"
        if quarter := re.fullmatch(r"quý (IV|I{1,3}|[1-4])/(\d{4})", text, re.IGNORECASE):
            part = quarter[1].upper()
            number = _ROMAN.index(part) + 1 if part in _ROMAN else int(part)
            return f"{quarter[2]}-Q{number}"
        return text
    if written := re.fullmatch(r"(?:(\d{1,2}) )?([A-Za-z]{3}) (\d{4})", text):
        name = written[2].capitalize()
        if name in _MONTHS:
            month_text = f"{written[3]}-{_MONTHS.index(name) + 1:02}"
            return f"{month_text}-{int(written[1]):02}" if written[1] else month_text
    if part_of_year := re.fullmatch(r"([QH]\d) (\d{4})", text, re.IGNORECASE):
        return f"{part_of_year[2]}-{part_of_year[1].upper()}"
    return text


def date_text(day: date, lang: str, grain: str = "day") -> str:
    """Write a date out to the day, the month or the year.

    >>> date_text(date(2026, 2, 3), "en"), date_text(date(2026, 2, 3), "vi", "month")
    ('3 Feb 2026', '02/2026')
    """
    if grain == "year":
        return str(day.year)
    if lang == "vi":
        month = f"{day.month:02}/{day.year}"
        return f"{day.day:02}/{month}" if grain == "day" else month
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {month}" if grain == "day" else month
