// Every page is whole without this file; it keeps what people write, counts, and lends keys to lists.
(() => {
  "use strict";
  const body = document.body;
  const words = body.dataset;
  const say = (text, number) => text.replace("#", number);

  // A quiet line under a control, read aloud when it changes.
  const line = (control, kind) => {
    const p = document.createElement("p");
    p.className = "fine " + kind;
    p.setAttribute("role", "status");
    control.after(p);
    return p;
  };

  // Long text is kept by the server; where it cannot be, for as long as this window lives and no longer,
  // for the device may be the desk's.
  const keepDraft = (area) => {
    const key = area.dataset.draft;
    const note = line(area, "kept");
    const here = "draft:" + key;
    let waiting = 0;
    let kept = area.value;
    const local = (change) => { try { return change(sessionStorage); } catch { return null; } };
    const before = local((store) => store.getItem(here));
    if (before && !area.value) {
      area.value = before;
      note.textContent = words.back;
    }
    const keep = async () => {
      const text = area.value;
      if (text === kept) return;
      kept = text;
      try {
        const answer = await fetch("/drafts/" + encodeURIComponent(key), {
          method: "PUT", body: text, credentials: "same-origin",
          headers: { "Content-Type": "text/plain; charset=utf-8", "X-CSRF-Token": words.csrf || "" },
        });
        if (!answer.ok) throw new Error(String(answer.status));
        local((store) => store.removeItem(here));
        note.textContent = words.kept;
      } catch {
        local((store) => store.setItem(here, text));
        note.textContent = words.keptHere;
      }
    };
    area.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 1500);
    });
    if (area.form) area.form.addEventListener("submit", () => {
      clearTimeout(waiting);
      local((store) => store.removeItem(here));
    });
  };

  // Characters as a person counts them, like the server does.
  const length = (text) => [...text].length;
  const countCharacters = (control) => {
    const limit = Number(control.dataset.limit);
    const note = line(control, "count");
    const show = () => {
      const left = limit - length(control.value);
      note.textContent = left < 0 ? say(words.over, -left) : left <= Math.max(20, limit / 5) ? say(words.left, left) : "";
      note.classList.toggle("red", left < 0);
    };
    control.addEventListener("input", show);
    show();
  };

  // What says the same already, as the server finds it, under the words while they are written.
  const showAlike = (area) => {
    const place = document.createElement("div");
    place.setAttribute("aria-live", "polite");
    area.closest(".field").after(place);
    let waiting = 0;
    let asked = "";
    const ask = async () => {
      const text = area.value.trim();
      if (text === asked || place.contains(document.activeElement)) return;
      asked = text;
      try {
        const answer = await fetch(area.dataset.alike, {
          method: "POST", body: new URLSearchParams({ words: text }), credentials: "same-origin",
          headers: { "X-CSRF-Token": words.csrf || "", Accept: "text/html" },
        });
        if (answer.ok && text === asked) place.innerHTML = await answer.text();
      } catch {
        place.textContent = ""; // Only a hint: without a line to the server there is none.
      }
    };
    area.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 700);
    });
  };

  const checkFiles = (input) => {
    const most = Number(input.dataset.heavyOver);
    const list = document.createElement("p");
    list.className = "preview";
    list.setAttribute("role", "status");
    input.after(list);
    input.addEventListener("change", () => {
      list.textContent = "";
      for (const file of input.files) {
        const span = document.createElement("span");
        const megabytes = file.size / 1048576;
        const heavy = most > 0 && megabytes > most;
        span.textContent = file.name + " " + megabytes.toFixed(1) + " MB" + (heavy ? " " + say(words.heavy, most) : "");
        if (heavy) span.className = "red";
        list.append(span);
      }
      input.setCustomValidity(most > 0 && [...input.files].some((f) => f.size > most * 1048576) ? say(words.heavy, most) : "");
    });
  };

  // Leaving a form that was written in and not sent asks once. A second press on the same button sends nothing.
  const guard = (form) => {
    let changed = false;
    let sent = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
    addEventListener("beforeunload", (event) => {
      if (!changed || sent) return;
      event.preventDefault();
      event.returnValue = words.leaving;
    });
    addEventListener("pageshow", () => { sent = false; });
  };

  // J and K go through the rows of a list, X ticks, / looks, ] goes on; Enter is the browser's own.
  const keys = () => {
    const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.querySelector("a, button"));
    const find = document.querySelector("[role=search] input");
    const move = (by) => {
      const now = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by))];
      if (!next) return;
      (next.querySelector("th a, a.what, a") || next.querySelector("button")).focus();
      next.scrollIntoView({ block: "nearest" });
    };
    const tick = () => {
      const row = rows.find((each) => each.contains(document.activeElement));
      const box = row && row.querySelector("input[type=checkbox]");
      if (!box) return;
      box.checked = !box.checked;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    };
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest && event.target.closest("input:not([type=checkbox]), textarea, select")) return;
      const next = document.querySelector("a[rel=next]");
      if (event.key === "/" && find) find.focus();
      else if (event.key === "]" && next) next.click();
      else if (rows.length && (event.key === "j" || event.key === "J")) move(1);
      else if (rows.length && (event.key === "k" || event.key === "K")) move(-1);
      else if (rows.length && (event.key === "x" || event.key === "X")) tick();
      else return;
      event.preventDefault();
    });
  };

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

  document.querySelectorAll("textarea[data-draft]").forEach(keepDraft);
  document.querySelectorAll("textarea[data-alike]").forEach(showAlike);
  document.querySelectorAll("[data-limit]").forEach(countCharacters);
  document.querySelectorAll("input[data-heavy-over]").forEach(checkFiles);
  document.querySelectorAll("form[data-guard]").forEach(guard);
  document.querySelectorAll("svg[data-drag]").forEach(drag);
  document.querySelectorAll("[data-swap]").forEach(swap);
  keys();
  const faults = document.querySelector(".faults");
  if (faults && !faults.closest("[data-sample]")) faults.focus();
})();
