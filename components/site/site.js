// Make the pictures answer the pointer, and the index answer the search box. The pages need neither.
"use strict";
const RUNTIME = document.currentScript.dataset.runtime;

let runtime; // fetched once a page, and only when a chart comes near
const loaded = () => (runtime ??= new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = RUNTIME;
  script.onload = resolve;
  script.onerror = reject;
  document.head.append(script);
}));

const OPTIONS = {
  ast: true, // expressions are interpreted: the page's policy lets nothing be evaluated
  actions: false,
  renderer: "svg",
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

async function enliven(chart) {
  const box = document.createElement("div");
  box.className = "live";
  chart.append(box);
  try {
    await loaded();
    const spec = JSON.parse(chart.querySelector("script").textContent);
    await window.vegaEmbed(box, spec, OPTIONS);
    chart.classList.add("is-live");
    offer(chart.nextElementSibling, spec);
  } catch {
    box.remove(); // the picture stays
  }
}

// A chart leaves its page with what the page says of it, on light paper.
function offer(buttons, spec) {
  buttons.hidden = false;
  for (const button of buttons.children) button.onclick = () => save(spec, button.value);
}

async function save(spec, kind) {
  const { name, around } = spec.usermeta;
  const whole = JSON.stringify({ ...spec, ...around, config: { ...spec.config, ...around.config } });
  const light = JSON.parse(whole.replace(/light-dark\(([^,()]+), [^()]+\)/g, "$1"));
  const { view } = await window.vegaEmbed(document.createElement("div"), light, OPTIONS);
  const link = document.createElement("a");
  link.href = await view.toImageURL(kind, kind === "png" ? 2 : 1);
  link.download = `${name}.${kind}`;
  link.click();
  view.finalize();
}

const near = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((one) => one.isIntersecting)) {
    near.unobserve(entry.target);
    enliven(entry.target);
  }
}, { rootMargin: "300px" });
for (const chart of document.querySelectorAll(".chart")) {
  // Who asked the browser to save data gets the runtime, twice the rest of the site, on touch only.
  if (navigator.connection?.saveData) chart.onpointerenter = () => near.observe(chart);
  else near.observe(chart);
}

const index = document.querySelector("#index");
if (index) {
  const box = document.querySelector("#words");
  const said = document.querySelector("#found");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = [...index.querySelectorAll("li")].map((item) => [item, plain(item.textContent)]);
  const search = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [item, text] of entries) {
      item.hidden = !words.every((word) => text.includes(word));
      count += !item.hidden;
    }
    for (const group of index.querySelectorAll("section")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    said.textContent = said.dataset.said.replace("{found}", count).replace("{total}", entries.length);
  };
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  box.oninput = search;
  box.form.onsubmit = (event) => event.preventDefault();
  search();
}
