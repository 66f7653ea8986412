// A day typed into a date field holds at once: on Enter, as soon as the focus leaves its numbers, or
// a second after the last key. Streamlit waits until its calendar is left too, and shows meanwhile a
// day that the page does not follow. It takes a pasted day at once, so the typed one is pasted.
window.followDays ??= (() => {
  const fieldOf = (node) => node?.closest?.('[data-testid="stDateInputField"]');
  const groupOf = (field) => field.querySelector('[role="group"]');
  const shown = (field) => groupOf(field).textContent.replace(/[^\d/.-]/g, "");
  const isWhole = (field) => !groupOf(field).querySelector("[data-placeholder]");
  const isRefused = (field) => "hasError" in field.dataset;
  const held = new WeakMap();
  const paste = (field, day) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", day);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  };
  const sayRefused = (field, day) => {
    const sentence = document.querySelector("[data-refused-day]")?.dataset.refusedDay;
    if (!sentence) return;
    const said = document.createElement("p");
    said.className = "refused-day";
    said.setAttribute("role", "alert");
    said.textContent = sentence.replace("…", day).replace("…", held.get(field));
    field.closest('[data-testid="stDateInput"]').append(said);
  };
  const forget = (field) => field.closest('[data-testid="stDateInput"]').querySelector(".refused-day")?.remove();
  const settle = (field) => {
    if (!field.isConnected || "disabled" in field.dataset || !isWhole(field)) return;
    paste(field, shown(field));
    // Streamlit says in its next moment whether the day lies among those to choose from.
    requestAnimationFrame(() => setTimeout(() => { if (!isRefused(field)) held.set(field, shown(field)); }));
  };
  const restore = (field) => {
    if (!isRefused(field) || !held.has(field) || field.contains(document.activeElement)) return;
    sayRefused(field, shown(field));
    paste(field, held.get(field));
  };
  let typed = null;
  let clock = 0;
  return {
    focusin: (event) => {
      const field = fieldOf(event.target);
      if (!field) return;
      forget(field);
      if (!isRefused(field) && !typed && isWhole(field)) held.set(field, shown(field));
    },
    keydown: (event) => {
      const field = event.target.closest?.('[role="spinbutton"]') && fieldOf(event.target);
      if (!field || event.key === "Tab") return;
      clearTimeout(clock);
      typed = field;
      if (event.key === "Enter") return settle(field);
      clock = setTimeout(() => settle(field), 1000);
    },
    focusout: (event) => {
      const field = fieldOf(event.target);
      if (!field || groupOf(field).contains(event.relatedTarget)) return;
      clearTimeout(clock);
      if (typed === field) settle(field);
      typed = null;
      setTimeout(restore, 200, field);
    },
  };
})();
for (const [name, follow] of Object.entries(window.followDays)) window.addEventListener(name, follow, true);
