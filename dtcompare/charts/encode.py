"""From a chart to the bytes of a file, in the format that its suffix names."""

from __future__ import annotations

from dtcompare.charts.chart import Chart

__all__ = ["encode"]


def encode(chart: Chart, format: str, generator: str, dpi: int | None = None) -> bytes:
    """The chart as png, svg or pdf; ``dpi`` is for png alone, that of the page where not given.

    The same chart and versions give the same bytes.
    """
    if format == "svg":
        from dtcompare.charts.svg import svg  # noqa: PLC0415 (needs no Matplotlib)

        return svg(chart, generator)
    from dtcompare.charts import painting  # noqa: PLC0415 (loads Matplotlib)

    if format == "pdf":
        return painting.pdf(chart, generator)
    return painting.png(chart, dpi or chart.dpi, generator)
