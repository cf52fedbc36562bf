/* What the pages can do beyond being read: choose dark or light, filter lists and timelines (the
   choice stands in the address), search. Everything else works without this file. */
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/* element("a", { href }, "text", child): children are nodes or plain text, never markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function remember(values) {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const text = query.toString();
  history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
}

function stored() {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null; // storage is switched off: the system's choice stands
  }
}

function setUpTheme() {
  const root = document.documentElement;
  if (stored()) root.dataset.theme = stored();
  const button = document.querySelector(".theme-toggle");
  button.hidden = false;
  button.addEventListener("click", () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    root.dataset.theme = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      /* not kept for the next page, then */
    }
  });
}

/* The hour of a dispatch in the reader's own zone, where it differs from the dispatch's. */
function setUpReaderTime() {
  for (const time of all("[data-reader-time]")) {
    const offset = /T.*([+-]\d\d):?(\d\d)$/.exec(time.dateTime);
    const moment = new Date(time.dateTime);
    if (!offset || Number.isNaN(moment.getTime())) continue;
    const minutes = Number(offset[1]) * 60 + Math.sign(Number(offset[1])) * Number(offset[2]);
    if (-moment.getTimezoneOffset() === minutes) continue;
    const same = moment.toLocaleDateString("sv") === time.dateTime.slice(0, 10); // sv writes ISO 8601
    const style = same ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" };
    time.after(element("span", {}, moment.toLocaleString("en-GB", style) + " your time"));
  }
}

/* Where there is no margin for notes, a tap on a date or a cue opens its note in place. */
function setUpNotes() {
  for (const mark of all(".prose .when[title], .prose .cue[title]")) {
    if (!mark.closest("a")) mark.addEventListener("click", () => mark.toggleAttribute("data-open"));
  }
}

function report(form, shown, total) {
  form.querySelector("output").textContent = shown === total ? "" : `${shown} of ${total}`;
}

function setUpNames() {
  const form = document.querySelector("[data-filter-names]");
  if (!form) return;
  const items = all("[data-filter-list] > li");
  const field = form.elements.name;
  const apply = () => {
    const wanted = field.value.trim().toLowerCase();
    for (const item of items) item.hidden = !item.dataset.name.toLowerCase().includes(wanted);
    report(form, items.filter((item) => !item.hidden).length, items.length);
    remember({ name: field.value.trim() });
  };
  field.value = new URLSearchParams(location.search).get("name") || "";
  field.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  if (field.value) apply();
}

function fill(select, pairs, chosen) {
  const sorted = [...pairs].sort((a, b) => a[1].localeCompare(b[1]));
  for (const [value, name] of sorted) select.append(element("option", { value }, name));
  if (pairs.has(chosen)) select.value = chosen;
}

function setUpEvents() {
  const form = document.querySelector("[data-filter-events]");
  if (!form) return;
  const events = all("[data-filter-rail] .event");
  const types = new Map();
  const actors = new Map();
  for (const { dataset } of events) {
    if (dataset.type) types.set(dataset.type, dataset.typeName);
    const names = dataset.names.split("|");
    dataset.actors.split("|").forEach((id, place) => id && actors.set(id, names[place]));
  }
  const query = new URLSearchParams(location.search);
  const { type, actor } = form.elements;
  fill(type, types, query.get("type"));
  fill(actor, actors, query.get("actor"));
  const apply = () => {
    for (const event of events) {
      const fits = !type.value || event.dataset.type === type.value;
      const names = event.dataset.actors.split("|");
      event.hidden = !(fits && (!actor.value || names.includes(actor.value)));
    }
    for (const date of all("[data-filter-rail] > li")) {
      date.hidden = all(".event", date).every((event) => event.hidden);
    }
    report(form, events.filter((event) => !event.hidden).length, events.length);
    remember({ type: type.value, actor: actor.value });
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  if (type.value || actor.value) apply();
}

/* The index marks hits with <mark>; only text is taken from it. */
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent,
  );
}

async function result(hit) {
  const page = await hit.data();
  const link = element("a", { href: page.url }, page.meta.title);
  const date = element("span", { class: "quiet" }, page.meta.date || "");
  return element("li", {}, link, " ", date, element("p", {}, ...excerpt(page.excerpt)));
}

function searchForm(query) {
  const field = element("input", { id: "search-field", name: "q", type: "search", autocomplete: "off" });
  field.value = query.get("q") || "";
  const form = element("form", { role: "search" }, element("label", { for: "search-field" }, "Words to find"), field);
  return { form, field };
}

function filterSelects(available, query, within) {
  return ["leader", "country", "organisation", "agency", "year"]
    .filter((kind) => available[kind])
    .map((kind) => {
      const select = element("select", { id: "search-" + kind, name: kind }, element("option", { value: "" }, "All"));
      fill(select, new Map(Object.keys(available[kind]).map((name) => [name, name])), query.get(kind));
      const label = element("label", { for: select.id }, kind[0].toUpperCase() + kind.slice(1));
      within.append(element("span", {}, label, select));
      return select;
    });
}

async function setUpSearch() {
  const box = document.getElementById("search");
  if (!box) return;
  const query = new URLSearchParams(location.search);
  const { form, field } = searchForm(query);
  const filters = element("div", { class: "search-filters" });
  const status = element("p", { class: "search-status", role: "status" });
  const list = element("ol", { class: "search-results" });
  form.append(filters);
  box.append(form, status, list);
  let loading;
  let selects = [];
  let turn = 0;
  const load = async () => {
    const index = await import(new URL(box.dataset.index, document.baseURI).href);
    selects = filterSelects(await index.filters(), query, filters);
    return index;
  };
  const search = async () => {
    const mine = ++turn;
    let index;
    try {
      index = await (loading ??= load());
    } catch {
      status.textContent = "This copy of the site has no search index.";
      return;
    }
    const chosen = Object.fromEntries(selects.filter((s) => s.value).map((s) => [s.name, s.value]));
    remember({ q: field.value.trim(), ...Object.fromEntries(selects.map((s) => [s.name, s.value])) });
    const found = await index.search(field.value.trim() || null, { filters: chosen });
    const shown = await Promise.all(found.results.slice(0, 30).map(result));
    if (mine !== turn) return; // a newer search is under way
    list.replaceChildren(...shown);
    status.textContent = `${found.results.length} found` + (found.results.length > 30 ? ", the best 30 shown" : "");
  };
  form.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  if (field.value) search();
}

setUpTheme();
setUpReaderTime();
setUpNotes();
setUpNames();
setUpEvents();
setUpSearch();
