// Adaptive Cards, drawn by Microsoft's own renderer (static/vendor). It does not know Teams' Chart elements,
// so those are drawn here the way Slack's are.

import { drawBars } from "./bars.js";
import { el } from "./dom.js";

const SCRIPT = "/static/vendor/adaptivecards.min.js";

let loading = null;

export async function drawAdaptiveCard(json) {
  loading ??= load();
  const library = await loading;
  const card = new library.AdaptiveCard();
  card.hostConfig = new library.HostConfig(LOOKS);
  const registry = new library.SerializationContext();
  registry.setElementRegistry(withCharts(library));
  card.onExecuteAction = () => {};
  card.parse(json, registry);
  const drawn = card.render();
  return el("div", { class: "teams-card", lang: json.lang ?? "" }, drawn);
}

function load() {
  return new Promise((resolve, reject) => {
    const script = el("script", { src: SCRIPT, onerror: reject });
    script.addEventListener("load", () => {
      window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = plainly;
      resolve(window.AdaptiveCards);
    });
    document.head.append(script);
  });
}

/** Markdown without any of its marks: what Femma sends has them all escaped. */
function plainly(text, result) {
  const holder = document.createElement("p");
  holder.textContent = text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  result.outputHtml = holder.outerHTML;
  result.didProcess = true;
}

function withCharts(library) {
  const registry = new library.CardObjectRegistry();
  library.GlobalRegistry.populateWithDefaultElements(registry);
  for (const type of ["Chart.VerticalBar", "Chart.VerticalBar.Grouped"]) {
    class Chart extends library.CardElement {
      getJsonTypeName() {
        return type;
      }
      internalParse(source, context) {
        super.internalParse(source, context);
        this.source = source;
      }
      internalRender() {
        return drawChart(this.source);
      }
    }
    registry.register(type, Chart, library.Versions.v1_0);
  }
  return registry;
}

function drawChart(source) {
  const grouped = source.type.endsWith("Grouped");
  const rows = grouped ? source.data : [{ legend: "", values: source.data }];
  const series = rows.map((row) => ({ name: row.legend, values: row.values.map((point) => point.y) }));
  const categories = rows[0].values.map((point) => point.x);
  return drawBars({ title: source.title, categories, series });
}

// Close to Teams' light theme.
const LOOKS = {
  fontFamily: "inherit",
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  containerStyles: {
    default: {
      backgroundColor: "#ffffff",
      foregroundColors: { default: { default: "#242424", subtle: "#5c5c5c" } },
    },
    emphasis: {
      backgroundColor: "#f3f2f1",
      foregroundColors: { default: { default: "#242424", subtle: "#5c5c5c" } },
    },
  },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  textBlock: { headingLevel: 3 },
  actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
};
