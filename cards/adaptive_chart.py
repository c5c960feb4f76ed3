"""A chart as one of Teams' own Chart elements. The words below it are the caller's."""

from __future__ import annotations

from cards.adaptive_text import Element, run, text_block
from cards.escape import distinct_labels, label, one_line
from cards.limits import number
from cards.model import Chart, Series

_TITLE = 100
_LABEL = 40


def chart_element(chart: Chart) -> Element:
    """Chart.VerticalBar for one series, Chart.VerticalBar.Grouped for more; expects a checked chart.

    Shape: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards.
    A client without charts shows the `fallback`.
    """
    drawn: Element = {
        "type": "Chart.VerticalBar" if len(chart.series) == 1 else "Chart.VerticalBar.Grouped",
        "title": label(chart.title, _TITLE),
        "colorSet": "categorical",
        "showBarValues": True,
        "data": _data(chart),
        "fallback": text_block(run(one_line(chart.text))),
    }
    for key, text in (("xAxisTitle", chart.x_label), ("yAxisTitle", chart.y_label)):
        if text:
            drawn[key] = label(text, _LABEL)
    return drawn


def _data(chart: Chart) -> list[Element]:
    if len(chart.series) == 1:
        return _points(chart, chart.series[0])
    return [
        {"legend": label(series.name, _LABEL), "values": _points(chart, series)} for series in chart.series
    ]


def _points(chart: Chart, series: Series) -> list[Element]:
    names = distinct_labels(chart.categories, _LABEL)
    return [{"x": x, "y": number(y)} for x, y in zip(names, series.values, strict=True)]
