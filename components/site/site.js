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
    await window.vegaEmbed(box, JSON.parse(chart.querySelector("script").textContent), OPTIONS);
    chart.classList.add("is-live");
  } catch {
    box.remove(); // the picture stays
  }
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
