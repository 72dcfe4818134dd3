"use strict";
// Keys and clicks on words. Without this the page is complete: marks and notes are links, folds are checkboxes.
(() => {
  const go = (id) => location.replace("#" + id);
  const items = () => [...document.querySelectorAll("a.ref")];
  const typing = (node) => node.closest("input:not([type=radio]):not([type=checkbox]),textarea,select");

  document.addEventListener("click", (event) => {
    const words = event.target.closest("mark[data-item]");
    if (words && getSelection().isCollapsed) go(words.dataset.item);
  });

  const step = (by) => {
    const all = items();
    const at = all.findIndex((item) => "#" + item.id === location.hash);
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) { go(next.id); next.focus({ preventScroll: true }); }
  };

  const shine = (id, on) => {
    const mark = (suffix, as) => document.querySelectorAll("." + CSS.escape(id + suffix)).forEach((node) => node.classList.toggle(as, on));
    mark("c", "dim");
    mark("", "lit");
  };

  // A page of many items has no rules that light them: here is what the rules do.
  let shining = [];
  const light = (node) => {
    shining.forEach((id) => shine(id, false));
    const near = node && node.closest("mark[data-item],.ref,.who,.event,.measures li");
    const under = !near ? [] : near.dataset.item ? [near.dataset.item] : near.id ? [near.id] : [...near.classList];
    const known = (name) => document.getElementById(name)?.matches("a.ref,span");
    shining = [...under, location.hash.slice(1)].filter((name) => name && known(name));
    shining.forEach((id) => shine(id, true));
  };
  if (document.documentElement.dataset.lights === "script") {
    document.addEventListener("mouseover", (event) => light(event.target));
    document.addEventListener("focusin", (event) => light(event.target));
    addEventListener("hashchange", () => light(null));
    light(null);
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    f: () => document.querySelector(".summary input:checked")?.focus(),
    Escape: () => go(""),
  };

  document.addEventListener("keydown", (event) => {
    const free = !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    if (free && Object.hasOwn(keys, event.key)) keys[event.key]();
  });
})();
