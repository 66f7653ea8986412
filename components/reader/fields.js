// A sentence that says what is wrong belongs to its field for the ear too: to the field that stands
// before it, and to each whose name it quotes. A field that may not stay empty is known as such.
window.followFields ??= (() => {
  const FIELDS = ["input", "textarea", "[role=combobox]", "[role=radiogroup]", "[role=group]"]
    .map((kind) => `[data-testid="stMain"] ${kind}[aria-label]`).join(", ");
  const QUOTED = /[“„«]\s*([^“”„«»]+?)\s*[”“»]/g;
  const own = new WeakMap(); // what described a field before
  const tied = new Set();
  let count = 0;
  const boxOf = (element) => element.closest('[data-testid="stElementContainer"]');
  const sentences = () => [...document.querySelectorAll('[data-testid="stMain"] [data-testid="stAlert"]')]
    .filter((alert) => alert.querySelector('[data-testid="stAlertContentError"]'));
  const isBefore = (field, alert) => {
    const box = boxOf(alert)?.previousElementSibling;
    return box?.contains(field) ?? false;
  };
  const names = (alert) => {
    const words = alert.textContent;
    return [...words.matchAll(QUOTED)].map((found) => found[1])
      .concat([...alert.querySelectorAll("li")].map((line) => line.textContent));
  };
  const isNamed = (field, said) => {
    const name = field.getAttribute("aria-label");
    return said.some((words) => words === name || words.startsWith(`${name}: `));
  };
  const describe = (field, alert) => {
    if (!own.has(field)) own.set(field, field.getAttribute("aria-describedby") ?? "");
    const before = tied.has(field) ? field.getAttribute("aria-describedby") : own.get(field);
    alert.id ||= `said-${(count += 1)}`;
    field.setAttribute("aria-describedby", `${before} ${alert.id}`.trim());
    field.setAttribute("aria-invalid", "true");
    tied.add(field);
  };
  const release = (field) => {
    field.removeAttribute("aria-invalid");
    if (own.get(field)) field.setAttribute("aria-describedby", own.get(field));
    else field.removeAttribute("aria-describedby");
  };
  const tie = () => {
    tied.forEach(release);
    tied.clear();
    const fields = [...document.querySelectorAll(FIELDS)];
    for (const alert of sentences()) {
      const said = names(alert);
      for (const field of fields) if (isBefore(field, alert) || isNamed(field, said)) describe(field, alert);
    }
    const needed = document.querySelector("[data-needed]")?.dataset.needed;
    for (const field of fields) if (needed && field.placeholder === needed) field.setAttribute("aria-required", "true");
  };
  let clock = 0;
  const soon = () => { clearTimeout(clock); clock = setTimeout(tie, 150); };
  new MutationObserver(soon).observe(document.body, { subtree: true, childList: true });
  soon();
  return tie;
})();
