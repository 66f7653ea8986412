// A table that Streamlit draws on a canvas is empty on paper: there its rows, which lie packed beside
// it, stand as a table of their own. They are unpacked at once: who prints does not wait.
window.followPaper ??= (() => {
  const made = [];
  const unpacked = new WeakMap();
  const unpack = async (place) => {
    const packed = Uint8Array.from(atob(place.dataset.rows), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    unpacked.set(place, { packed: place.dataset.rows, table: await new Response(stream).json() });
  };
  const places = () => [...document.querySelectorAll("[data-rows]")];
  const isStale = (place) => unpacked.get(place)?.packed !== place.dataset.rows;
  const cell = (row, kind, text) => row.append(Object.assign(document.createElement(kind), { textContent: text }));
  const draw = (place) => {
    const { columns, rows } = unpacked.get(place).table;
    const table = Object.assign(document.createElement("table"), { className: "facts printed" });
    const head = table.createTHead().insertRow();
    for (const name of columns) cell(head, "th", name);
    const body = table.createTBody();
    for (const one of rows) {
      const row = body.insertRow();
      for (const text of one) cell(row, "td", text);
    }
    place.append(table);
    made.push(table);
  };
  let clock = 0;
  const soon = () => { clearTimeout(clock); clock = setTimeout(() => places().filter(isStale).forEach(unpack), 500); };
  new MutationObserver(soon).observe(document.body, { subtree: true, childList: true });
  soon();
  return {
    beforeprint: () => { if (!made.length) places().filter((place) => unpacked.has(place)).forEach(draw); },
    afterprint: () => made.splice(0).forEach((table) => table.remove()),
  };
})();
for (const [name, follow] of Object.entries(window.followPaper)) window.addEventListener(name, follow, true);
