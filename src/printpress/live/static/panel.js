// Findings, and how each story fits.

import { $, ask, make } from "./dom.js";
import { go, labelOf, marks } from "./page.js";
import { both, said, word } from "./words.js";

const GRAVITY = ["error", "warning", "note"];

let panel = { trouble: [], findings: [], comments: [], fits: [], stories: {} };
let onPlace = () => {};

const isOver = (fit) => fit.overset_lines > 0;

export function whenAsked(listener) {
  onPlace = listener;
}

export async function refresh() {
  const answer = await ask("/panel");
  if (!answer.ok) return;
  panel = await answer.json();
  render();
}

export function render() {
  renderTrouble();
  renderFindings();
  renderFits();
}

function renderTrouble() {
  const section = $("trouble");
  section.hidden = panel.trouble.length === 0;
  section.replaceChildren(
    make("p", { class: "stale" }, word("stale")),
    make("ul", {}, ...panel.trouble.map(finding)),
  );
}

function renderFindings() {
  const section = $("findings");
  const counts = GRAVITY.map((gravity) => panel.findings.filter((f) => f.severity === gravity).length);
  const open = panel.comments.filter((comment) => !comment.done);
  $("count-findings").textContent = panel.findings.length + open.length || "";
  $("count-findings").classList.toggle("grave", counts[0] > 0);
  if (panel.findings.length === 0) {
    section.replaceChildren(make("p", { class: "empty" }, word("none")), ...comments());
    return;
  }
  const parts = [make("p", { class: "sum" }, said("counts", counts[0], counts[1]))];
  for (const gravity of GRAVITY) {
    const found = panel.findings.filter((one) => one.severity === gravity);
    if (!found.length) continue;
    parts.push(
      make("h2", {}, `${word(gravity)} ${found.length}`),
      make("ul", {}, ...found.map(finding)),
    );
  }
  section.replaceChildren(...parts, ...comments());
}

/** What readers of proofs noted, what is to be done first. */
function comments() {
  if (!panel.comments.length) return [];
  const open = panel.comments.filter((comment) => !comment.done);
  const done = panel.comments.filter((comment) => comment.done);
  return [
    make("h2", {}, `${word("comments")} ${said("toDo", open.length, done.length)}`),
    make("ul", {}, ...[...open, ...done].map(comment)),
  ];
}

function comment(one) {
  const story = panel.stories[one.story];
  const line = story?.lines[one.paragraph - 1];
  const place = line && story.place.open ? { ...story.place, line, column: 1, length: 0 } : null;
  const where = [story?.headline ?? one.story, one.paragraph ? said("paragraph", one.paragraph) : ""];
  return make(
    "li",
    { class: one.done ? "finding comment done" : "finding comment" },
    make(
      "p",
      { class: "where" },
      make("span", { class: "code" }, one.done ? word("seenTo") : word("open"), one.by ? ` · ${one.by}` : ""),
      pageButton(one.page),
      placeButton(place ?? one.place),
    ),
    make("p", { class: "what" }, one.note),
    one.story ? make("p", { class: "more" }, where.filter(Boolean).join(" · ")) : null,
  );
}

function finding(found) {
  const fit = panel.fits.find((one) => one.story === found.story);
  const grade = found.grade ? ` ${found.grade}` : "";
  return make(
    "li",
    { class: `finding ${found.severity}` },
    make(
      "p",
      { class: "where" },
      make("span", { class: "code" }, word(found.severity) + grade, " · ", found.code),
      fit ? pageButton(fit.page_no) : null,
      found.place ? placeButton(found.place) : null,
    ),
    make("p", { class: "what" }, both(found.what)),
    found.excerpt && found.severity === "error" ? excerpt(found) : null,
    found.why ? make("p", { class: "more" }, make("b", {}, word("why")), both(found.why)) : null,
    make("p", { class: "more" }, make("b", {}, word("fix")), ...linked(both(found.fix), found.story)),
  );
}

function excerpt({ excerpt: line, column, length }) {
  const from = Math.max(0, column - 13);
  const to = column - 1 + length;
  const cut = line.slice(0, from).trim() ? "…" : "";
  return make(
    "pre",
    { class: "excerpt" },
    cut + line.slice(from, column - 1).trimStart(),
    make("mark", {}, line.slice(column - 1, to) || " "),
    line.slice(to, to + 24) + (line.length > to + 24 ? "…" : ""),
  );
}

function pageButton(number) {
  return make(
    "button",
    { type: "button", class: "link", click: () => go(labelOf(number)) },
    said("pageOf", number),
  );
}

function placeButton(place) {
  const told = `${place.file.split("/").slice(-2).join("/")}${place.line ? `:${place.line}` : ""}`;
  if (!place.open) {
    return make("span", { class: "place", title: place.file }, told);
  }
  return make(
    "button",
    { type: "button", class: "link place", title: `${place.file}:${place.line}`, click: () => onPlace(place) },
    told,
  );
}

/** Words of a remedy in which each paragraph leads to its line. */
function linked(words, story) {
  const known = panel.stories[story];
  if (!known?.place?.open) return [words];
  const parts = [];
  let last = 0;
  for (const match of words.matchAll(/第 (\d+) 段|paragraph (\d+)/g)) {
    const line = known.lines[Number(match[1] ?? match[2]) - 1];
    if (!line) continue;
    const place = { ...known.place, line, column: 1, length: 0 };
    parts.push(
      words.slice(last, match.index),
      make("button", { type: "button", class: "link", click: () => onPlace(place) }, match[0]),
    );
    last = match.index + match[0].length;
  }
  return [...parts, words.slice(last)];
}

function renderFits() {
  const off = panel.fits.filter((fit) => fit.overset_lines || fit.short_lines > 2);
  const over = panel.fits.filter(isOver);
  $("count-fits").textContent = off.length || "";
  $("count-fits").classList.toggle("grave", over.length > 0);
  marks(over);
  const parts = [];
  let page = null;
  let list = null;
  for (const fit of panel.fits) {
    if (fit.page_no !== page) {
      page = fit.page_no;
      list = make("ul", { class: "fits" });
      parts.push(make("h2", {}, pageButton(page)), list);
    }
    list.append(fitLine(fit));
  }
  $("fits").replaceChildren(...parts);
}

function fitLine(fit) {
  const story = panel.stories[fit.story];
  const state = isOver(fit) ? "over" : fit.short_lines > 2 ? "short" : "well";
  const told = {
    over: () => said("over", fit.overset_lines, fit.overset_characters),
    short: () => said("short", fit.short_lines, fit.short_characters),
    well: () => said("fitsWell"),
  }[state]();
  const open = () => {
    go(labelOf(fit.page_no));
    if (story?.place?.open) onPlace(story.place);
  };
  return make(
    "li",
    { class: state },
    make("button", { type: "button", class: "link", click: open }, story?.headline ?? fit.story),
    make("span", { class: "slot" }, `${fit.slot} · ${said("rows", fit.lines, fit.rows)}`),
    make("span", { class: "state" }, told),
  );
}
