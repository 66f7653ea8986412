// Charts far below wait as a button, so that a page is read before all of it is drawn. It is pressed
// for whoever comes near, one after the other. Who prints the page waits until all are drawn; where
// the browser prints by itself, paper says what was still to come.
window.drawNear ??= (() => {
  const AHEAD = 400; // pixels above and below the window
  const PATIENCE = 300; // looks, ten a second while nothing is drawn, until a page is printed as it is
  const AGAIN = 4000; // milliseconds after which a press that came to nothing is one no longer
  const pressed = new Map();
  const buttons = () => [...document.querySelectorAll('[class*="st-key-later_"] button')];
  // By name: the front end may make one button out of another.
  const nameOf = (button) => button.closest('[class*="st-key-later_"]').className.match(/st-key-later_\S+/)[0];
  const waiting = () => buttons().filter((button) => !(Date.now() - pressed.get(nameOf(button)) < AGAIN));
  const isNear = (button) => {
    const { top, bottom } = button.getBoundingClientRect();
    return top < innerHeight + AHEAD && bottom > -AHEAD;
  };
  const isDone = () => document.querySelector('[data-test-script-state="notRunning"]');
  const press = (button) => {
    pressed.set(nameOf(button), Date.now());
    button.click();
  };
  const look = () => {
    const next = isDone() && waiting().find(isNear);
    if (next) press(next);
  };
  const soon = () => requestAnimationFrame(look);
  addEventListener("scroll", soon, { capture: true, passive: true });
  addEventListener("resize", soon, { passive: true });
  // The front end draws a moment after it says that the run has ended, if it says so at all.
  let clock = 0;
  const later = () => { clearTimeout(clock); clock = setTimeout(look, 150); };
  new MutationObserver(later).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
  const isDrawn = (chart) => chart.querySelector("canvas, svg.marks");
  const isWhole = () => isDone() && !buttons().length
    && [...document.querySelectorAll(".stVegaLiteChart, .stDeckGlJsonChart")].every(isDrawn);
  const drawAll = (done, looks = PATIENCE) => {
    if (isWhole() || !looks) return done();
    const left = waiting();
    if (left.length && left.length === buttons().length && isDone()) press(left[0]); // what was pressed is gone
    setTimeout(() => drawAll(done, looks - 1), 100);
  };
  addEventListener("beforeprint", () => buttons().length && drawAll(() => {}));
  // Charts as wide as a screen would be shrunk to a page, and their words with them.
  const printNarrow = () => {
    const { classList } = document.documentElement;
    classList.add("to-paper");
    setTimeout(() => { window.print(); classList.remove("to-paper"); }, 700);
  };
  addEventListener("keydown", (event) => {
    const isPrint = event.key === "p" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isPrint || !(buttons().length || document.querySelector(".stVegaLiteChart"))) return;
    event.preventDefault();
    drawAll(printNarrow);
  }, true);
  return look;
})();
