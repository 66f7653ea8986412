// Follow a link in the page's HTML as the back key is followed: a new run, not a new load.
// Set, not added, so that a page drawn twice still follows it once.
window.onclick = (event) => {
  if (event.target.closest?.("button.fullscreen")) return window.toggleFullScreen();
  const link = event.target.closest?.(".stHtml a[href]");
  const wantsAnotherWindow = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || link.target || link.hasAttribute("download") || link.rel === "alternate" || link.origin !== location.origin || wantsAnotherWindow) return;
  event.preventDefault();
  // The front end sends what was typed or pressed a moment later: that moment is to be over.
  setTimeout((address) => {
    history.pushState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }, 0, link.href);
};


// The keys of a presentation, those of a clicker too; never while somebody types.
window.onkeydown = (event) => {
  const ways = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev", Home: "first", End: "last", Escape: "up" };
  const isTyping = event.target.closest?.("input, textarea, [role=combobox], [role=listbox], [contenteditable]");
  // Among choices the arrows choose; a clicker's keys lead on all the same.
  const isChoosing = event.target.closest?.("[role=radiogroup]") && !event.key.startsWith("Page");
  const hasModifier = event.altKey || event.ctrlKey || event.metaKey;
  if (isTyping || isChoosing || hasModifier || !document.querySelector(".presentation")) return;
  if (event.key.toLowerCase() === "f") return window.toggleFullScreen();
  if (event.key.toLowerCase() === "d") return window.decide(event);
  const link = document.querySelector(`.presentation a.${ways[event.key] ?? "none"}`);
  if (!link) return;
  event.preventDefault();
  link.click();
};
// The form of a decision, open beside the figure, the hand in its first field.
window.decide = (event) => {
  const fold = document.querySelector(".st-key-step_decide details");
  if (!fold) return;
  event.preventDefault();
  for (const other of document.querySelectorAll(".st-key-step_acts details[open]")) if (other !== fold) other.querySelector("summary").click();
  if (!fold.open) fold.querySelector("summary").click();
  const enter = (looks) => {
    const field = fold.querySelector("textarea");
    field?.focus(); // in vain while the fold is still shut
    if (looks && document.activeElement !== (field ?? null)) setTimeout(enter, 100, looks - 1);
  };
  enter(30);
};
window.toggleFullScreen = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
