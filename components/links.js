// Follow a link in the page's HTML as the back key is followed: a new run, not a new load.
// Set, not added, so that a page drawn twice still follows it once.
window.onclick = (event) => {
  const link = event.target.closest?.(".stHtml a[href]");
  const wantsAnotherWindow = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || link.target || link.download || link.origin !== location.origin || wantsAnotherWindow) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
};
