"""How many provinces there were: the "of" of a published place that does not say."""

from __future__ import annotations

from datetime import date, timedelta

from dtcompare.model.period import Period
from dtcompare.model.province import Province
from dtcompare.reading.register import Listed

__all__ = ["Counts"]

_DAY = timedelta(days=1)


class Counts:
    """Counts the provinces of a register, each day once."""

    def __init__(self, listed: Listed) -> None:
        self.known = listed.counts
        self._register = listed.register
        self._counted: dict[date, int] = {}
        days = (day for p in listed.register.provinces.values() for day in (p.since, p.until))
        self._changes = sorted({day for day in days if day is not None})

    def ranked(self, province: Province, period: Period) -> int | None:
        """The provinces at the end of ``period``, or of ``province`` where that came before.

        Of an unstated period, the number in the province's time; None where that changed.
        """
        if not period.stated:
            return self._in_life(province)
        day = period.end
        if province.until is not None and day >= province.until:
            day = province.until - _DAY
        return self._on(day)

    def _on(self, day: date) -> int:
        """How many provinces existed on ``day``."""
        if day not in self._counted:
            self._counted[day] = len(self._register.existing(day))
        return self._counted[day]

    def _in_life(self, province: Province) -> int | None:
        """How many provinces existed while ``province`` did, None where the number changed."""
        inside = [
            day
            for day in self._changes
            if (province.since is None or day > province.since)
            and (province.until is None or day < province.until)
        ]
        first = province.since or (self._changes[0] - _DAY if self._changes else date.max)
        numbers = {self._on(first), *(self._on(day) for day in inside)}
        return numbers.pop() if len(numbers) == 1 else None
