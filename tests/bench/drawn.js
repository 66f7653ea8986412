// When is everything drawn? The same question put to every contestant, once a frame: are all texts
// of the view in the page, and none of another view's? Looks into shadow roots and canvases too.
(() => {
  const PATIENCE = 60000;
  const squeeze = (text) => text.replace(/\s+/g, '');
  const painted = new Set();
  const fillText = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    painted.add(text);
    return fillText.call(this, text, ...place);
  };

  const gather = (node, texts, cells) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.data);
      if (child.nodeType !== Node.ELEMENT_NODE || /^(script|style|template|noscript)$/i.test(child.tagName)) continue;
      if (child.tagName === 'TD' || child.tagName === 'TH') cells.add(squeeze(child.textContent));
      if (child.shadowRoot) gather(child.shadowRoot, texts, cells);
      gather(child, texts, cells);
    }
  };

  const lacking = ({ texts, cells, gone }) => {
    if (!document.body || document.fonts.status !== 'loaded') return ['page'];
    const found = [];
    const seen = new Set();
    gather(document.body, found, seen);
    for (const text of painted) seen.add(squeeze(text));
    const all = squeeze(found.join(''));
    return [
      ...texts.filter((text) => !all.includes(squeeze(text))),
      ...cells.filter((cell) => !seen.has(squeeze(cell))),
      ...gone.filter((text) => all.includes(squeeze(text))),
    ];
  };

  const until = (marks, start) => new Promise((resolve, reject) => {
    const look = () => {
      const lacks = lacking(marks);
      if (lacks.length === 0) requestAnimationFrame(() => resolve(performance.now() - start));
      else if (performance.now() - start < PATIENCE) requestAnimationFrame(look);
      else reject(new Error(`never drawn: ${lacks.slice(0, 5).join(' | ')}`));
    };
    requestAnimationFrame(look);
  });

  window.bench = {
    loaded: (marks) => until(marks, 0),
    expectClick: (marks) => {
      painted.clear();
      window.bench.clicked = new Promise((resolve, reject) => {
        const begin = (event) => until(marks, event.timeStamp).then(resolve, reject);
        window.addEventListener('click', begin, { capture: true, once: true });
      });
    },
  };
})();
