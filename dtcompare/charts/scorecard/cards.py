"""Everything at once on one page: all targets, or who reports what."""

from __future__ import annotations

from dtcompare.analysis.gaps import Gaps
from dtcompare.analysis.reporting import Reporting
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.province_reports import province_reports
from dtcompare.charts.scorecard.coverage import report_card
from dtcompare.charts.scorecard.targets import gap_card
from dtcompare.view.phrases import Phrases

__all__ = ["gap_scorecard", "reporting_scorecard"]


def gap_scorecard(gaps: Gaps, phrases: Phrases, options: ChartOptions) -> Chart:
    """Provinces by indicators, shaded by how much of its target each figure reaches.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return gap_card(gaps, phrases, options)


def reporting_scorecard(reporting: Reporting, phrases: Phrases, options: ChartOptions) -> Chart:
    """Provinces by indicators, shaded by age; of one province what it reports and when.

    Raises WrongUsage where the rows do not fit on the page.
    """
    if reporting.province is not None:
        return province_reports(reporting, phrases, options)
    return report_card(reporting, phrases, options)
