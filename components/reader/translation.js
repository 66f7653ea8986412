// A browser that translates the page puts elements of its own in the place of texts, which React
// still holds: what React then writes is never seen, and what it removes is not there. Each replaced
// text is remembered with what stands for it, and comes back as soon as React changes it.
window.followTranslation ??= (() => {
  const standIns = new WeakMap();
  const standInOf = (text, parent) => {
    const standIn = text?.parentNode === parent ? null : standIns.get(text);
    return standIn?.parentNode === parent ? standIn : null;
  };
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function (child) {
    const standIn = standInOf(child, this);
    if (!standIn) return removeChild.call(this, child);
    removeChild.call(this, standIn);
    return child;
  };
  Node.prototype.insertBefore = function (node, before) {
    return insertBefore.call(this, node, standInOf(before, this) ?? before);
  };
  const changed = new MutationObserver((records) => {
    for (const { target } of records) {
      const standIn = standIns.get(target);
      if (!target.parentNode && standIn?.parentNode) standIn.replaceWith(target);
    }
  });
  const isTranslation = (node) => node?.nodeName === "FONT";
  const replaced = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const texts = [...removedNodes].filter((node) => node.nodeType === Node.TEXT_NODE && !node.parentNode);
      const standIn = texts.length && [...addedNodes, previousSibling, nextSibling].find(isTranslation);
      if (!standIn) continue;
      for (const text of texts) {
        standIns.set(text, standIn);
        changed.observe(text, { characterData: true });
      }
    }
  });
  replaced.observe(document.body, { childList: true, subtree: true });
  return { replaced, changed };
})();
