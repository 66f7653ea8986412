// Choices in HTML of ours: which one of each row is chosen reaches the app through a field that nobody
// sees, and is taken from it wherever rows are drawn anew.
window.followAnswers ??= (() => {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const field = () => document.querySelector(".st-key-country_answers input");
  const restore = () => {
    if (!field()) return;
    const chosen = new Set(field().value.split(";"));
    for (const choice of document.querySelectorAll(".answers input")) choice.checked = chosen.has(choice.value);
  };
  // The front end gives a field its value after it has drawn it.
  const changes = { subtree: true, childList: true, attributeFilter: ["value"] };
  new MutationObserver(restore).observe(document.body, changes);
  return {
    change: (event) => {
      if (!event.target.closest?.(".answers") || !field()) return;
      const [place] = event.target.value.split(":");
      const others = field().value.split(";").filter((said) => !said.startsWith(`${place}:`));
      setter.call(field(), [...others, event.target.value].join(";"));
      field().dispatchEvent(new Event("input", { bubbles: true }));
      field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    },
  };
})();
for (const [name, follow] of Object.entries(window.followAnswers)) window.addEventListener(name, follow, true);
