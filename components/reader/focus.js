// Who does not see the page is told where they are. After a link, a button or a step of a meeting the
// focus goes to the new heading, else to the new message; whatever else changes the heading, the back
// key say, is announced. What Streamlit reads out as a name loses the marks of its Markdown.
window.followFocus ??= (() => {
  const main = () => document.querySelector('[data-testid="stMain"]');
  const headingIn = () => main()?.querySelector("h1");
  const fieldIn = () => main()?.querySelector(".st-key-choice_q input"); // who comes to search types
  const messagesIn = () => [...(main()?.querySelectorAll('[data-testid="stAlert"]') ?? [])];
  const leads = "a[href]:not([href^=\"#\"]), [role=menuitem], [data-testid^=stBaseButton]:not([role=radio], [aria-haspopup])";
  const said = document.body.appendChild(document.createElement("div"));
  said.className = "announced";
  said.setAttribute("role", "status");
  let title;
  let path;
  let messages = new Set();
  let hasActed = false;
  let wasInBar = false; // its fields go once a choice is made, and its button is drawn anew
  const newMessage = () => messagesIn().find((message) => !messages.has(message.textContent));
  const settle = () => {
    const heading = headingIn();
    if (!heading) return;
    const words = heading.textContent;
    const news = newMessage();
    const isElsewhere = location.pathname !== path; // here a message says more than a new count above it
    if (title !== undefined && words !== title && (isElsewhere || !hasActed || !news)) hasActed ? begin(heading) : (said.textContent = words);
    else if (news && hasActed) focus(news, false);
    // A choice in the bar may change the heading too: it is announced, and the focus stays at the bar.
    if (wasInBar) returnToBar();
    title = words;
    path = location.pathname;
    wasInBar = isInBar(document.activeElement);
    messages = new Set(messagesIn().map((message) => message.textContent));
    hasActed = false;
    unmark();
  };
  const isInBar = (element) => Boolean(element?.closest?.('[class*="st-key-pick_"], .st-key-bar_view'));
  const begin = (heading) => { fieldIn() ? fieldIn().focus() : focus(heading, true); };
  // A calendar that closes late holds the focus until it is gone.
  const returnToBar = (looks = 10) => {
    const active = document.activeElement;
    if (active === document.body) document.querySelector(".st-key-bar_view button")?.focus();
    else if (looks && !main()?.contains(active) && !isInBar(active)) setTimeout(() => returnToBar(looks - 1), 100);
  };
  const focus = (element, preventScroll) => {
    element.tabIndex = -1;
    element.focus({ preventScroll });
  };
  // What charts, maps and our own markup name is no Markdown: a mark in it is a letter of somebody's.
  const literal = '[data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"], [data-testid="stHtml"]';
  const unmark = () => {
    for (const element of document.querySelectorAll('[aria-label*="*"], [aria-label*="\\\\"], [aria-label*=":material/"]')) {
      if (element.closest(literal)) continue;
      const name = element.getAttribute("aria-label");
      const plain = name.replace(/:material\/\w+:\s?/g, "").replace(/\*\*/g, "").replace(/\\([^\w\s])/g, "$1");
      if (plain !== name) element.setAttribute("aria-label", plain);
    }
  };
  // What a button opens is drawn at the end of the document: by keys the whole page lay before it.
  let isOpening = false;
  const enterPopover = () => {
    const body = document.querySelector('[data-testid="stPopoverBody"]');
    const field = body?.querySelector(':is([role=spinbutton], input, textarea, button):not([tabindex="-1"])');
    if (!field || body.querySelector('[data-testid="stSkeleton"]')) return; // not all is there yet
    isOpening = false;
    field.focus();
  };
  let clock = 0;
  const isDone = () => document.querySelector('[data-test-script-state="notRunning"]') && main();
  // The front end draws a moment after it says that the run has ended.
  const look = () => { clearTimeout(clock); if (isDone()) clock = setTimeout(settle, 120); };
  new MutationObserver(look).observe(document.documentElement, {
    subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
  // A short run begins and ends between two pictures, and its state is never seen.
  const lookAtNews = () => {
    if (isOpening) enterPopover();
    if (headingIn()?.textContent !== title || newMessage()) look();
  };
  new MutationObserver(lookAtNews).observe(document.body, { subtree: true, childList: true, characterData: true });
  look(); // the page may have been drawn before this script came
  // The narrow menu lies over the page that it led to.
  const closeMenu = () => {
    if (!matchMedia("(max-width: 767px)").matches) return;
    document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  };
  const opened = [];
  return {
    focusin: (event) => { if (isInBar(event.target)) wasInBar = true; },
    click: (event) => {
      if (event.target.closest?.(leads) && !isInBar(event.target)) hasActed = true;
      const isByKey = event.detail === 0;
      isOpening = isByKey && Boolean(event.target.closest?.('[data-testid="stPopoverButton"][aria-expanded="false"]'));
      if (main()?.contains(event.target)) wasInBar = isInBar(event.target);
      if (event.target.closest?.('[data-testid="stSidebarNavLink"]')) closeMenu();
    },
    keydown: (event) => {
      const isStep = document.querySelector(".presentation") && !event.target.closest?.("input, textarea");
      const isSent = event.key === "Enter" && event.target.closest?.('[data-testid="stForm"] input');
      if (isStep || isSent) hasActed = true;
    },
    beforeprint: () => {
      opened.push(...document.querySelectorAll(".stExpander details:not([open])"));
      for (const fold of opened) fold.open = true;
    },
    afterprint: () => { for (const fold of opened.splice(0)) fold.open = false; },
  };
})();
for (const [name, follow] of Object.entries(window.followFocus)) window.addEventListener(name, follow, true);
