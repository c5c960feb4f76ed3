"""A chart as a figure: bars as inline SVG, and what they say in words below them."""

from __future__ import annotations

from collections.abc import Iterator

from babel.numbers import format_decimal

from cards.escape import clean, label, one_line
from cards.escape import html as esc
from cards.model import Chart

_LOCALES = {"sv": "sv_SE", "nb": "nb_NO", "en": "en_GB"}
_WIDTH, _HEIGHT, _FLOOR, _CEILING = 640, 240, 200, 24
# Characters of a category under its bars; the whole name is in the bar's title.
_CATEGORY = 14


def chart_figure(chart: Chart, language: str) -> str:
    """`<figure class="chart">`; expects a chart that `limits.check_card` has passed.

    Series differ by class (`series-0` to `series-5`) and opacity; each bar has its number above it.
    """
    locale = _LOCALES.get(language, "en_GB")
    title = esc(one_line(chart.title))
    axes = " · ".join(esc(one_line(text)) for text in (chart.y_label, chart.x_label) if text)
    svg = (
        f'<svg role="img" aria-label="{title}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(_bars(chart, locale))}</svg>'
    )
    words = f'<figcaption><strong dir="auto">{title}</strong>{_legend(chart)}'
    words += f'<span class="axes">{axes}</span>' if axes else ""
    text = esc(clean(chart.text)).replace("\n", "<br>")
    return f'<figure class="chart">{svg}{words}<p dir="auto">{text}</p></figcaption></figure>'


def _legend(chart: Chart) -> str:
    if len(chart.series) == 1:
        return ""
    rows = (
        f'<li class="series-{at}" dir="auto">{esc(one_line(series.name))}</li>'
        for at, series in enumerate(chart.series)
    )
    return f'<ul class="legend">{"".join(rows)}</ul>'


def _bars(chart: Chart, locale: str) -> Iterator[str]:
    values = [value for series in chart.series for value in series.values]
    lowest, highest = min(0.0, *values), max(0.0, *values)
    scale = (_FLOOR - _CEILING) / ((highest - lowest) or 1.0)
    zero = _FLOOR + lowest * scale
    group = _WIDTH / len(chart.categories)
    width = group * 0.8 / len(chart.series)
    yield f'<line x1="0" x2="{_WIDTH}" y1="{zero:.1f}" y2="{zero:.1f}" stroke="currentColor"/>'
    for at, category in enumerate(chart.categories):
        left = at * group
        yield _label(left + group / 2, _HEIGHT - 12, label(category, _CATEGORY))
        for row, series in enumerate(chart.series):
            value, x = series.values[at], left + group * 0.1 + row * width
            top = zero - max(value, 0.0) * scale
            number = format_decimal(value, locale=locale)
            says = f"{one_line(category)}, {one_line(series.name)}: {number}"
            yield (
                f'<rect class="bar series-{row}" x="{x:.1f}" y="{top:.1f}" width="{width * 0.9:.1f}" '
                f'height="{abs(value) * scale:.1f}" fill="currentColor" fill-opacity="{1 - row * 0.14:.2f}">'
                f"<title>{esc(says)}</title></rect>"
            )
            yield _label(x + width * 0.45, top - 5, number)


def _label(x: float, y: float, text: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-size="12" fill="currentColor"'
    return f"<text {place}>{esc(text)}</text>"
