// The page in the middle: its picture, what lies over it, and the thumbnails.

import { $, ask, draw, kept, make, press } from "./dom.js";
import { said, word } from "./words.js";

const INCH = 914400;
const PT = 12700; // drawings are in points: browsers set no type of 100,000 units
const DPI = 96;
const PAD = 32;
const ENOUGH = 1.2; // a picture may be enlarged by as much before a sharper one is asked for
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 2.5, 3];
const PPI = Number(document.documentElement.dataset.ppi);

const layers = { grid: false, frames: false, names: false };
let pages = [];
let label = location.hash.slice(1);
let zoom = kept.get("zoom", innerWidth < 700 ? "width" : "page");
let overlay = null;
let made = 0;
let chosen = 0;
let overset = new Set();
let onPiece = () => {};

export function currentPage() {
  return pages.find((page) => page.label === label) ?? pages[0];
}

export function whenChosen(listener) {
  onPiece = listener;
}

/** The newest pages; those whose pictures changed are drawn anew. */
export async function update(news) {
  pages = news.pages;
  const page = currentPage();
  if (!page) return;
  if (news.made) label = page.label; // until then the page asked for may yet come
  const moved = news.made !== made;
  made = news.made;
  await showPicture(page);
  thumbnails();
  if (made && (moved || !overlay)) await showOverlay();
}

export function labelOf(number) {
  return pages.find((page) => page.numbers.includes(number))?.label;
}

export async function go(wanted) {
  if (!pages.some((page) => page.label === wanted) || wanted === label) return;
  label = wanted;
  history.replaceState(null, "", `#${label}`);
  chosen = 0;
  overlay = null;
  $("pieces").replaceChildren();
  $("drawing").replaceChildren();
  thumbnails();
  $("scroller").scrollTo(0, 0);
  await Promise.all([showPicture(currentPage()), showOverlay()]);
}

export function step(by) {
  const at = pages.findIndex((page) => page.label === label);
  const next = pages[at + by];
  if (next) go(next.label);
}

async function showPicture(page) {
  const image = $("picture");
  size(page);
  const name = `${page.picture}@${detail(page)}`;
  if (image.dataset.wanted === name) return;
  image.dataset.wanted = name;
  const loading = new Image();
  loading.src = `/pictures/${name}.jpg`;
  try {
    await loading.decode();
  } catch {
    if (image.dataset.wanted === name) delete image.dataset.wanted;
    return; // a newer picture has taken its place
  }
  if (image.dataset.wanted !== name) return;
  image.src = loading.src;
  image.dataset.picture = page.picture;
  image.alt = said("pageOf", page.label);
  $("sheet").hidden = false;
  $("waiting").hidden = true;
}

/** Which of the page's pictures has pixels enough. */
function detail(page) {
  const shown = scaleOf(page) * DPI * devicePixelRatio;
  if (shown <= (PPI / 2) * ENOUGH) return 1;
  return shown <= PPI * ENOUGH ? 2 : 4;
}

function scaleOf(page) {
  const room = $("scroller");
  const wide = (page.width / INCH) * DPI;
  const high = (page.height / INCH) * DPI;
  const pad = innerWidth < 700 ? 16 : PAD;
  const byWidth = (room.clientWidth - pad) / wide;
  if (zoom === "width") return byWidth;
  if (zoom === "page") return Math.min(byWidth, (room.clientHeight - pad) / high);
  return Number(zoom);
}

function size(page) {
  const scale = scaleOf(page);
  const sheet = $("sheet");
  sheet.style.width = `${(page.width / INCH) * DPI * scale}px`;
  sheet.style.height = `${(page.height / INCH) * DPI * scale}px`;
  $("zoom").textContent = `${Math.round(scale * 100)}%`;
}

export function resized() {
  const page = currentPage();
  if (page && $("scroller").clientWidth) showPicture(page);
}

export function zoomTo(wanted) {
  zoom = wanted;
  kept.set("zoom", zoom);
  resized();
}

export function zoomBy(direction) {
  const now = scaleOf(currentPage());
  const next =
    direction > 0
      ? STEPS.find((at) => at > now * 1.02)
      : STEPS.findLast((at) => at < now * 0.98);
  if (next) zoomTo(next);
}

function thumbnails() {
  const nav = $("thumbs");
  pages.forEach((page, at) => {
    let button = nav.children[at];
    if (!button) {
      button = make(
        "button",
        { type: "button", click: () => go(nav.children[at].dataset.page) },
        make("img", { alt: "", decoding: "async", loading: "lazy" }),
        make("span"),
      );
      nav.append(button);
    }
    const [image, number] = button.children;
    button.dataset.page = page.label;
    button.setAttribute("aria-label", said("pageOf", page.label));
    button.classList.toggle("over", overset.has(page.label));
    button.setAttribute("aria-current", page.label === label ? "page" : "false");
    number.textContent = page.label;
    image.width = 84;
    image.height = Math.round((84 * page.height) / page.width);
    const source = `/pictures/${page.picture}@1.jpg`;
    if (image.getAttribute("src") !== source) image.src = source;
  });
  while (nav.children.length > pages.length) nav.lastChild.remove();
  if (nav.dataset.current !== label) {
    nav.dataset.current = label;
    nav.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

/** Mark the pages and slots of stories that do not fit. */
export function marks(fits) {
  const places = fits.map((fit) => [labelOf(fit.page_no), fit.slot]);
  overset = new Set(places.flatMap(([page, slot]) => [page, `${page} ${slot}`]));
  thumbnails();
  if (overlay) drawOverlay();
}

async function showOverlay() {
  const wanted = label;
  const answer = await ask(`/overlays/${wanted}`);
  if (!answer.ok || wanted !== label) return;
  overlay = await answer.json();
  drawOverlay();
  pieces();
}

export function toggle(layer) {
  layers[layer] = !layers[layer];
  press(document.querySelector(`[data-do="${layer}"]`), layers[layer]);
  drawOverlay();
}

function drawOverlay() {
  const page = currentPage();
  const drawing = $("drawing");
  drawing.setAttribute("viewBox", `0 0 ${page.width / PT} ${page.height / PT}`);
  drawing.replaceChildren();
  if (!overlay) return;
  if (layers.grid) drawing.append(lattice(overlay.grid));
  if (layers.frames) drawing.append(frames(overlay.slots));
  if (layers.names) drawing.append(names(overlay.slots, page.width / PT / 62));
}

function lattice({ columns, top, baseline, row, rows }) {
  const group = draw("g", { class: "lattice" });
  for (const [x, width] of columns) {
    group.append(box([x, top, width, rows * row]));
  }
  const left = columns[0][0] / PT;
  const right = (columns.at(-1)[0] + columns.at(-1)[1]) / PT;
  let path = "";
  for (let at = 0; at < rows; at += 1) path += `M${left} ${(baseline + at * row) / PT}H${right}`;
  group.append(draw("path", { d: path }));
  return group;
}

function box(rect) {
  const [x, y, width, height] = rect.map((length) => length / PT);
  return draw("rect", { x, y, width, height });
}

function frames(slots) {
  return draw(
    "g",
    { class: "frames" },
    ...slots.map(({ name, rect }) => {
      const frame = box(rect);
      if (overset.has(`${label} ${name}`)) frame.classList.add("over");
      return frame;
    }),
  );
}

function names(slots, size) {
  const group = draw("g", { class: "names" });
  for (const { rect, name, stories } of slots) {
    const [x, y, room] = rect.map((length) => length / PT);
    const ways = [`${name} · ${stories.join("、")}`, `${name} · ${stories.length}`, name];
    const told = stories.length ? ways.find((way) => ems(way) * size < room) ?? name : name;
    const wide = ems(told);
    group.append(
      draw("rect", { x, y, width: wide * size, height: size * 1.5, rx: size / 5 }),
      draw("text", { x: x + size / 2, y: y + size * 1.1, "font-size": size }, told),
    );
  }
  return group;
}

function ems(words) {
  return [...words].reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.58), 1);
}

// The pieces of copy are buttons over the picture, one of them in the tab order.

function pieces() {
  const page = currentPage();
  const group = $("pieces");
  const focused = group.contains(document.activeElement);
  chosen = Math.min(chosen, Math.max(0, overlay.pieces.length - 1));
  group.replaceChildren(...overlay.pieces.map((piece, at) => button(page, piece, at)));
  if (focused) group.children[chosen]?.focus();
}

function button(page, piece, at) {
  const made = make("button", {
    type: "button",
    tabindex: at === chosen ? 0 : -1,
    "aria-label": nameOf(piece),
    title: piece.place ? written(piece.place) : false,
    "data-story": piece.story,
    "data-kind": piece.kind,
    click: () => choose(at),
    focus: () => rove(at),
  });
  const [x, y, width, height] = piece.rect;
  made.style.left = `${(100 * x) / page.width}%`;
  made.style.top = `${(100 * y) / page.height}%`;
  made.style.width = `${(100 * width) / page.width}%`;
  made.style.height = `${(100 * height) / page.height}%`;
  return made;
}

function nameOf({ kind, paragraph, words, place }) {
  const what = kind === "body" && paragraph != null ? said("paragraph", paragraph + 1) : word(kind);
  return `${what} ${words}${place ? ` ${written(place)}` : ""}`;
}

function written({ open, file, line }) {
  return `${open ?? file}:${line}`;
}

function rove(at) {
  const all = $("pieces").children;
  if (all[chosen]) all[chosen].tabIndex = -1;
  chosen = at;
  all[at].tabIndex = 0;
}

function choose(at) {
  rove(at);
  onPiece(overlay.pieces[at]);
}

export function focusPieces() {
  ($("pieces").children[chosen] ?? $("scroller")).focus();
}

/** Move to another piece with an arrow key: to the nearest in that direction. */
export function arrow(key) {
  const all = overlay?.pieces ?? [];
  if (!all.length) return;
  const here = middle(all[chosen].rect);
  let best = null;
  all.forEach((piece, at) => {
    const there = middle(piece.rect);
    const across = there.x - here.x;
    const down = there.y - here.y;
    const way = { ArrowLeft: -across, ArrowRight: across, ArrowUp: -down, ArrowDown: down }[key];
    const aside = Math.abs(key === "ArrowLeft" || key === "ArrowRight" ? down : across);
    if (at === chosen || way <= 0) return;
    const cost = way + 3 * aside;
    if (best === null || cost < best.cost) best = { at, cost };
  });
  if (best) $("pieces").children[best.at].focus();
}

function middle([x, y, width, height]) {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Names of things in another language. */
export function spoken() {
  thumbnails();
  if (overlay) pieces();
  const page = currentPage();
  if (page) $("picture").alt = said("pageOf", page.label);
}
