// Bars as SVG: a chart of Slack's or Teams' in the preview. Its words stand beside it, so it is one picture.

import { el, svg } from "./dom.js";

const [WIDTH, HEIGHT, FLOOR, CEILING] = [480, 220, 184, 26];

/** `{title, categories, series: [{name, values}]}`; values stand in the order of the categories. */
export function drawBars({ title, categories, series }) {
  const values = series.flatMap((row) => row.values);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = (FLOOR - CEILING) / (high - low || 1);
  const zero = FLOOR + low * scale;
  const group = WIDTH / categories.length;
  const width = (group * 0.7) / series.length;
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title });
  picture.append(svg("line", { x1: 0, x2: WIDTH, y1: zero, y2: zero, class: "axis" }));
  categories.forEach((category, at) => {
    picture.append(svg("text", { x: (at + 0.5) * group, y: HEIGHT - 12 }, category));
    series.forEach((row, number) => {
      const x = at * group + group * 0.15 + number * width;
      const top = zero - Math.max(row.values[at], 0) * scale;
      const height = Math.abs(row.values[at]) * scale;
      picture.append(svg("rect", { x, y: top, width: width * 0.92, height, rx: 2, class: `bar series-${number}` }));
      picture.append(svg("text", { x: x + width * 0.46, y: top - 6, class: "number" }, String(row.values[at])));
    });
  });
  const legend = el("ul", { class: "legend" });
  if (series.length > 1) {
    series.forEach((row, number) => legend.append(el("li", { class: `series-${number}` }, row.name)));
  }
  return el("figure", { class: "bars" }, el("figcaption", {}, title), picture, legend);
}
