// The reader's view lives in the address. Going back to an address without a choice that was named
// before undoes that choice, and the address tells the app so; changing the page by the menu also
// drops the choices, but keeps the view, and nothing is undone then.
window.followHistory ??= (() => {
  const everywhere = ["as_of", "plan", "region", "lang"];
  const path = () => location.pathname;
  let before = { path: path(), search: location.search };
  let wasTouched = false;
  const note = () => { before = { path: path(), search: location.search }; };
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  // What is written back for a page just opened completes that step; it is not another one.
  history.pushState = (state, title, url) => {
    const leads = new URL(url ?? "", location.href);
    const completes = !wasTouched && leads.pathname === path();
    (completes ? replace : push)(state, title, url);
    wasTouched = false;
    note();
  };
  history.replaceState = (state, title, url) => { replace(state, title, url); note(); };
  return {
    click: () => { wasTouched = true; },
    pointerdown: () => { wasTouched = true; },
    // Words half typed into a search are no steps to go back to.
    keydown: (event) => { wasTouched = !event.target.closest?.("[type=search]"); },
    popstate: (event) => {
      wasTouched = false;
      if (event.isTrusted) {
        const wanted = new URLSearchParams(location.search);
        const names = [...new URLSearchParams(before.search).keys()];
        const missing = names.filter(
          (name) => !wanted.has(name) && (before.path === path() || everywhere.includes(name)),
        );
        if (missing.length) {
          wanted.set("undone", missing.join(" "));
          replace(history.state, "", `${path()}?${wanted}${location.hash}`);
          window.dispatchEvent(new PopStateEvent("popstate")); // the front end has read the old one
        }
      }
      note();
    },
  };
})();
for (const [name, follow] of Object.entries(window.followHistory)) window.addEventListener(name, follow, true);
