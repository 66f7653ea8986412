// Charts far below wait as a button, so that a page is read before all of it is drawn. It is pressed
// for whoever comes near, one after the other, and before the page is printed.
window.drawNear ??= (() => {
  const AHEAD = 400; // pixels above and below the window
  const pressed = new WeakSet();
  const waiting = () => [...document.querySelectorAll('[class*="st-key-later_"] button')].filter((button) => !pressed.has(button));
  const isNear = (button) => {
    const { top, bottom } = button.getBoundingClientRect();
    return top < innerHeight + AHEAD && bottom > -AHEAD;
  };
  const isDone = () => document.querySelector('[data-test-script-state="notRunning"]');
  const press = (button) => {
    pressed.add(button);
    button.click();
  };
  const look = () => {
    const next = isDone() && waiting().find(isNear);
    if (next) press(next);
  };
  const soon = () => requestAnimationFrame(look);
  addEventListener("scroll", soon, { capture: true, passive: true });
  addEventListener("resize", soon, { passive: true });
  addEventListener("beforeprint", () => waiting().forEach(press));
  // The front end draws a moment after it says that the run has ended.
  new MutationObserver(() => setTimeout(look, 150)).observe(document.documentElement, {
    subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
  return look;
})();
