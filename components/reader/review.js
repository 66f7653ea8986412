// The review queue by keys, and its ticks. J and K lead on and back, X ticks, A approves what is shown,
// R opens the field for a comment; never while somebody types. Ticks live here, outlast every run, and
// reach the app as numbers in a field that nobody sees, which goes with the form.
window.followReview ??= (() => {
  const list = () => document.querySelector(".cases");
  const boxes = () => [...document.querySelectorAll(".cases .case input")];
  const every = () => document.querySelector(".cases [data-every]");
  const current = () => document.querySelector(".cases .case[aria-current]");
  let of;
  let ticked = new Set();
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const tell = () => {
    const field = document.querySelector('[class*="st-key-review_ticks_"] input');
    const said = [...ticked].join(" ");
    if (!field || field.value === said) return;
    setter.call(field, said);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const count = () => {
    const all = every();
    if (!all) return;
    const words = all.parentElement.querySelector("span");
    const said = ticked.size ? words.dataset.some.replace("…", ticked.size) : words.dataset.none;
    if (words.textContent !== said) words.textContent = said;
    all.checked = ticked.size > 0 && ticked.size === boxes().length;
    all.indeterminate = ticked.size > 0 && !all.checked;
    document.documentElement.style.setProperty("--ticked", ticked.size);
  };
  const note = () => {
    ticked = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
    count();
    tell();
  };
  // The list is drawn anew with every run: what was ticked in it stays so, while it is there.
  const restore = () => {
    if (!list()) return;
    if (list().dataset.of !== of) {
      ticked.clear();
      top = box.scrollTop = 0;
      reveal();
    }
    of = list().dataset.of;
    for (const box of boxes()) box.checked = ticked.has(box.value);
    note();
  };
  const lead = (row) => {
    if (!row) return;
    current()?.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    reveal();
    row.querySelector("a").click();
  };
  const neighbour = (way) => {
    const rows = [...document.querySelectorAll(".cases .case:has(a)")];
    return rows[rows.indexOf(current()) + way];
  };
  // Found by the number of the figure: while another one is still drawn, there is no such button.
  const press = (act) => document.querySelector(`.st-key-review_${act}_${current()?.dataset.figure} button`)?.click();
  const acts = {
    j: () => lead(neighbour(1)),
    k: () => lead(neighbour(-1)),
    x: () => current()?.querySelector("input")?.click(),
    a: () => press("approve"),
    r: () => press("return"),
  };
  const typing = "input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=option], [role=spinbutton], [role=dialog], [data-testid=stPopoverBody]";
  // The list scrolls in a box of its own, so that what is shown in full stays in sight beside it.
  let box;
  let top = 0;
  const keepPlace = () => {
    const now = list()?.querySelector("ol");
    if (!now || now === box) return;
    box = now;
    box.scrollTop = top;
    reveal();
    box.onscroll = () => { top = now.scrollTop; };
  };
  const reveal = () => {
    if (!current()) return;
    const row = current().getBoundingClientRect();
    const room = current().parentElement.getBoundingClientRect();
    current().parentElement.scrollTop += Math.min(0, row.top - room.top) + Math.max(0, row.bottom - room.bottom);
  };
  new MutationObserver(() => {
    keepPlace();
    restore(); // at once: nobody shall see a list without its ticks
  }).observe(document.body, { subtree: true, childList: true });
  return {
    change: (event) => {
      if (!event.target.closest?.(".cases")) return;
      if (event.target === every()) for (const box of boxes()) box.checked = every().checked;
      note();
    },
    keydown: (event) => {
      const act = acts[event.key.toLowerCase()];
      const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      if (!act || !list() || hasModifier || event.repeat || event.target.closest?.(typing)) return;
      event.preventDefault();
      event.stopImmediatePropagation(); // the front end's own keys would run the page
      act();
    },
  };
})();
for (const [name, follow] of Object.entries(window.followReview)) window.addEventListener(name, follow, true);
