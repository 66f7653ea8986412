// Make the pictures answer the pointer, the index the search box, and Ctrl K lead there. The pages need
// nothing of it.
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
  const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Set(entries.flatMap(([, text]) => wordsOf(text)));
  // Letters left out, added, wrong or in each other's place, as the app counts them.
  const slips = (typed, ours) => {
    let [before, last] = [[], Array.from({ length: ours.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= typed.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= ours.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] !== ours[j - 1]));
        const isTurned = i > 1 && j > 1 && typed[i - 1] === ours[j - 2] && typed[i - 2] === ours[j - 1];
        if (isTurned) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[ours.length];
  };
  // What a typed word may stand for: itself where it stands anywhere, else the words that come close.
  const meant = (word) => {
    if (entries.some(([, text]) => text.includes(word))) return [word];
    const allowed = (word.length >= 5) + (word.length >= 8);
    const isClose = (ours) => Math.min(slips(word, ours), slips(word, ours.slice(0, word.length))) <= allowed;
    return allowed ? [...known].filter(isClose) : [];
  };
  const search = () => {
    const words = wordsOf(plain(box.value)).map(meant);
    let count = 0;
    for (const [item, text] of entries) {
      item.hidden = !words.every((close) => close.some((word) => text.includes(word)));
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

addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  document.querySelector("#words, .head [type=search]")?.select();
});
