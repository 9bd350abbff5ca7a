"""Everything at once on one page: all targets, or who reports what."""

from __future__ import annotations

from dtcompare.analysis.gaps import Gaps
from dtcompare.analysis.reporting import Reporting
from dtcompare.charts.chart import Chart, Look
from dtcompare.charts.scorecard.own import own_reports
from dtcompare.charts.scorecard.reports import report_card
from dtcompare.charts.scorecard.targets import gap_card
from dtcompare.view.voice import Voice

__all__ = ["gap_scorecard", "reporting_scorecard"]


def gap_scorecard(gaps: Gaps, voice: Voice, look: Look) -> Chart:
    """Provinces by indicators, shaded by how much of its target each figure reaches.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return gap_card(gaps, voice, look)


def reporting_scorecard(reporting: Reporting, voice: Voice, look: Look) -> Chart:
    """Provinces by indicators, shaded by age; of one province what it reports and when.

    Raises WrongUsage where the rows do not fit on the page.
    """
    if reporting.province is not None:
        return own_reports(reporting, voice, look)
    return report_card(reporting, voice, look)
