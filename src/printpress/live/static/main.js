// The page in the browser: what comes from the server, and what people press.

import { $, ask, kept, make, press } from "./dom.js";
import * as editor from "./editor.js";
import * as page from "./page.js";
import * as panel from "./panel.js";
import { KEYS, language, said, speak, word } from "./words.js";

const TABS = ["findings", "fits", "editor"];
const THEMES = ["auto", "light", "dark"];

let news = null;
let asked = -1;
let made = -1;
let theme = kept.get("theme", "auto");
let single = kept.get("single", "on") === "on";

history.replaceState(null, "", location.pathname + location.hash); // the key is a cookie now
const told = kept.get("language", "");
if (told) language.chosen = told === "en" ? 1 : 0;

// What comes

function listen() {
  const source = new EventSource("/events");
  source.onmessage = (event) => take(JSON.parse(event.data));
  source.onerror = async () => {
    status(word("lost"), true);
    if (source.readyState !== EventSource.CLOSED) return;
    const over = await ask("/panel").then((answer) => answer.status === 403, () => false);
    if (over) status(word("over"), true);
    else setTimeout(listen, 1000);
  };
}

async function take(latest) {
  const before = news;
  news = latest;
  document.title = news.title || "printpress";
  $("title").textContent = news.title || "printpress";
  const drawn = page.update(news);
  const moved = news.made !== made;
  made = news.made;
  if (news.asked !== asked || news.trouble || before?.trouble) {
    asked = news.asked;
    panel.refresh().then(quiet);
  }
  quiet();
  await drawn;
  if (before && moved) editor.look();
  if (news.trouble) editor.look();
}

function quiet() {
  if (news?.trouble) status(word("stale"), true);
  else if (news?.pages.length) status(word("fresh"));
}

function status(words, grave = false) {
  const at = $("status");
  if (at.textContent !== words) at.textContent = words;
  at.classList.toggle("grave", grave);
}

// What people press

const doings = {
  ...editor.actions,
  "zoom-in": () => page.zoomBy(1),
  "zoom-out": () => page.zoomBy(-1),
  "zoom-fit": () => page.zoomTo("page"),
  grid: () => page.toggle("grid"),
  frames: () => page.toggle("frames"),
  names: () => page.toggle("names"),
  theme: () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]),
  language: () => setLanguage(language.chosen ? "zh" : "en"),
  help: () => $("help").showModal(),
  findings: () => tab("findings"),
  fits: () => tab("fits"),
  editor: () => tab("editor"),
  "view-page": () => view("page"),
  "view-side": () => view("side"),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) doings[button.dataset.do]?.();
});

function view(name) {
  document.body.dataset.view = name;
  press(document.querySelector('[data-do="view-page"]'), name === "page");
  press(document.querySelector('[data-do="view-side"]'), name === "side");
  page.resized();
}

function tab(name) {
  for (const one of TABS) {
    const button = $(`tab-${one}`);
    button.setAttribute("aria-selected", String(one === name));
    button.tabIndex = one === name ? 0 : -1;
    $(one).hidden = one !== name;
  }
}

function setTheme(name) {
  theme = name;
  kept.set("theme", theme);
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  $("theme").textContent = word(theme);
}

function setLanguage(name) {
  language.chosen = name === "en" ? 1 : 0;
  kept.set("language", name);
  spoken();
}

function spoken() {
  speak();
  $("theme").textContent = word(theme);
  $("keys").replaceChildren(
    ...KEYS.map(([keys, zh, en]) =>
      make("tr", {}, make("th", { scope: "row" }, make("kbd", {}, keys)), make("td", {}, language.chosen ? en : zh)),
    ),
  );
  if (news) {
    page.spoken();
    panel.render();
    editor.spoken();
    quiet();
  }
}

async function show(place) {
  view("side");
  tab("editor");
  await editor.open(place);
}

page.whenChosen((piece) => piece.place?.open && show(piece.place));
panel.whenAsked(show);

// Keys

const keys = {
  "[": () => page.step(-1),
  "]": () => page.step(1),
  "+": () => page.zoomBy(1),
  "=": () => page.zoomBy(1),
  "-": () => page.zoomBy(-1),
  0: () => page.zoomTo("page"),
  w: () => page.zoomTo("width"),
  g: doings.grid,
  f: doings.frames,
  n: doings.names,
  p: () => {
    view("page");
    page.focusPieces();
  },
  c: () => side("findings"),
  s: () => side("fits"),
  e: () => side("editor"),
  t: doings.theme,
  l: doings.language,
  "?": doings.help,
};

function side(name) {
  view("side");
  tab(name);
  if (name === "editor" && !$("form").hidden) $("text").focus();
  else $(`tab-${name}`).focus();
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    editor.save();
    return;
  }
  if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.id === "text") {
    if (event.key === "Escape") page.focusPieces();
    return;
  }
  if (moves(event)) event.preventDefault();
  else if (single && run(event)) event.preventDefault();
});

function moves({ key, target }) {
  if (key.startsWith("Arrow") && $("pieces").contains(target)) {
    page.arrow(key);
    return true;
  }
  if (key.startsWith("Arrow") && target.getAttribute?.("role") === "tab") {
    const by = key === "ArrowRight" || key === "ArrowDown" ? 1 : TABS.length - 1;
    const next = TABS[(TABS.findIndex((one) => target.id === `tab-${one}`) + by) % TABS.length];
    tab(next);
    $(`tab-${next}`).focus();
    return true;
  }
  if (key === "PageUp" || key === "PageDown") {
    if (target.closest?.(".sheetlet")) return false;
    page.step(key === "PageDown" ? 1 : -1);
    return true;
  }
  return false;
}

function run({ key, target }) {
  if (target.matches?.("input, textarea, select")) return false;
  if (/^[1-9]$/.test(key)) {
    const label = page.labelOf(Number(key));
    if (label) page.go(label);
    return true;
  }
  const doing = keys[key.length === 1 ? key.toLowerCase() : key];
  doing?.();
  return Boolean(doing);
}

$("single").checked = single;
$("single").addEventListener("change", () => {
  single = $("single").checked;
  kept.set("single", single ? "on" : "off");
});

new ResizeObserver(page.resized).observe($("scroller"));
addEventListener("hashchange", () => page.go(location.hash.slice(1)));

setTheme(theme);
spoken();
status(word("waiting"));
listen();
