// Maps in the hand: buildings are dragged, and a proposal's figures follow without leaving the page. Both pages
// are whole without this file: there are fields for the metres, and links and forms that the server answers.
(() => {
  "use strict";

  // A dragged building writes its metres into the two fields of its row; one unit of the map is a metre.
  const drag = (svg) => {
    const field = (side, bar) => document.getElementsByName(side + "-" + bar.dataset.mark)[0];
    const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    svg.querySelectorAll("[data-mark]").forEach((bar) => {
      let from = null;
      bar.addEventListener("pointerdown", (event) => {
        const east = field("east", bar);
        const north = field("north", bar);
        if (!east || !north) return;
        const start = point(event);
        from = { x: start.x, y: start.y, left: bar.x.baseVal.value, top: bar.y.baseVal.value, east: Number(east.value), north: Number(north.value) };
        bar.setPointerCapture(event.pointerId);
        event.preventDefault();
      });
      bar.addEventListener("pointermove", (event) => {
        if (!from) return;
        const now = point(event);
        const x = Math.round(now.x - from.x);
        const y = Math.round(now.y - from.y);
        bar.setAttribute("x", from.left + x);
        bar.setAttribute("y", from.top + y);
        field("east", bar).value = from.east + x;
        field("north", bar).value = from.north - y;
        field("east", bar).dispatchEvent(new Event("input", { bubbles: true }));
      });
      const leave = () => { from = null; };
      bar.addEventListener("pointerup", leave);
      bar.addEventListener("pointercancel", leave);
    });
  };

  // Links and forms of a part of the page change that part alone; where the server cannot be asked so, the
  // browser goes the plain way.
  const swap = (part) => {
    const show = async (address, form) => {
      const answer = await fetch(address, form ? { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" } : { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("[data-swap]");
      if (!answer.ok || !next) throw new Error(String(answer.status));
      const places = [...part.querySelectorAll(".scroll")].map((each) => each.scrollLeft);
      part.replaceChildren(...next.childNodes);
      part.querySelectorAll(".scroll").forEach((each, index) => { each.scrollLeft = places[index] || 0; });
      history.replaceState(null, "", answer.url);
      const focus = part.querySelector("[data-focus]");
      if (focus) focus.focus();
    };
    part.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const address = new URL(link.getAttribute("href"), location.href);
      if (address.pathname !== location.pathname || address.hash) return;
      event.preventDefault();
      show(address.href).catch(() => { location.href = address.href; });
    });
    part.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.method !== "post") return;
      event.preventDefault();
      show(form.action, form).catch(() => { form.submit(); });
    });
  };

  document.querySelectorAll("svg[data-drag]").forEach(drag);
  document.querySelectorAll("[data-swap]").forEach(swap);
})();
