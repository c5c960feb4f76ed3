"""A chart as Slack's `data_visualization` block. The words beside it are the caller's."""

from __future__ import annotations

from typing import Any

from cards import limits
from cards.escape import distinct_labels, label
from cards.model import Chart, Series


def chart_block(chart: Chart) -> dict[str, Any]:
    """Grouped bars; expects a chart that `limits.check_card` has passed.

    Shape: docs.slack.dev/reference/block-kit/blocks/data-visualization-block (title at most 50 characters;
    1 to 6 series with unique names, a data point for every one of at most 20 categories; names and labels
    20, axis titles 50).
    """
    categories = distinct_labels(chart.categories, limits.SLACK_CHART_LABEL)
    names = distinct_labels(tuple(series.name for series in chart.series), limits.SLACK_CHART_LABEL)
    axes: dict[str, Any] = {"categories": categories}
    for key, text in (("x_label", chart.x_label), ("y_label", chart.y_label)):
        if text:
            axes[key] = label(text, limits.SLACK_CHART_AXIS)
    series = [
        {"name": name, "data": _points(categories, row)}
        for name, row in zip(names, chart.series, strict=True)
    ]
    return {
        "type": "data_visualization",
        "title": label(chart.title, limits.SLACK_CHART_TITLE),
        "chart": {"type": "bar", "series": series, "axis_config": axes},
    }


def _points(categories: list[str], series: Series) -> list[dict[str, Any]]:
    return [
        {"label": category, "value": limits.number(value)}
        for category, value in zip(categories, series.values, strict=True)
    ]
