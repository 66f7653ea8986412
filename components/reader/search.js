// Ctrl K leads to the search from every page, and back to its field; from there Enter opens the first
// of what was found, and the arrows lead from one to the next.
window.followSearch ??= (() => {
  const fieldIn = () => document.querySelector('[data-testid="stMain"] .st-key-choice_q input');
  const found = () => [...document.querySelectorAll('[data-testid="stMain"] .found a')];
  const isAnswered = (field) => document.querySelector(".found")?.dataset.asked === field.value.trim();
  const start = () => {
    if (!fieldIn()) document.querySelector(".to-search")?.click();
    enter(50);
  };
  const enter = (looks) => { // the page may be on its way
    if (looks && !fieldIn()) return setTimeout(enter, 100, looks - 1);
    fieldIn()?.focus();
    fieldIn()?.select();
  };
  const step = (links, by) => {
    const at = links.indexOf(document.activeElement) + by;
    (at < 0 ? fieldIn() : links[Math.min(at, links.length - 1)])?.focus();
  };
  const openSoon = (field, looks) => {
    if (!looks || document.activeElement !== field) return;
    isAnswered(field) ? found()[0]?.click() : setTimeout(openSoon, 100, field, looks - 1);
  };
  return (event) => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    if (isShortcut && !document.querySelector(".presentation")) {
      event.preventDefault();
      return start();
    }
    const field = event.target === fieldIn() ? event.target : null;
    const links = found();
    if (!links.length || event.isComposing || !(field || links.includes(event.target))) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(links, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && field && !isAnswered(field)) {
      openSoon(field, 30); // the answer to the last letters is on its way
    } else if (event.key === "Enter" && field) {
      event.preventDefault();
      event.stopPropagation();
      found()[0].click();
    } else if (event.key === "Escape" && !field) start();
  };
})();
window.addEventListener("keydown", window.followSearch, true);
