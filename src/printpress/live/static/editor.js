// A story's file in the browser: opened at a line, saved over what was opened only.

import { $, ask, make } from "./dom.js";
import { said, word } from "./words.js";

const key = document.documentElement.dataset.key;

let file = null; // { path, text, version }: as it was opened or last saved
let mine = null; // what the file's version replaced, to be brought back
let theirs = null; // the file's version in a conflict

const text = $("text");

export const dirty = () => file !== null && text.value !== file.text;

/** Show a file of the issue at a line. */
export async function open(place) {
  if (file?.path !== place.open) {
    if (dirty() && !(await left())) return;
    const answer = await ask(address(place.open));
    if (!answer.ok) {
      notice(word("cannotOpen"), true);
      return;
    }
    notice("");
    adopt(await answer.json());
    mine = null;
    $("mine").hidden = true;
  }
  select(place);
}

function address(path) {
  return `/files/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Save what was changed before another file is shown; whether nothing is left. */
async function left() {
  return (await save()) === "saved";
}

function adopt(opened) {
  file = opened;
  text.value = opened.text;
  file.text = text.value;
  text.readOnly = !opened.path.endsWith(".md");
  $("no-file").hidden = true;
  $("form").hidden = false;
  $("path").textContent = opened.path;
  for (const button of document.querySelectorAll("#form .actions button")) {
    button.disabled = text.readOnly;
  }
  if (text.readOnly) notice(word("readOnly"));
  changed();
}

function select({ line, column, length }) {
  const lines = text.value.split("\n");
  const at = Math.min(Math.max(line, 1), lines.length);
  const start = lines.slice(0, at - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const whole = lines[at - 1].length;
  const from = start + Math.min(Math.max(column, 1) - 1, whole);
  const to = length > 1 ? Math.min(from + length, start + whole) : start + whole;
  text.focus({ preventScroll: true });
  text.setSelectionRange(from, to);
  gutter();
  const number = $("gutter").children[at - 1];
  if (number) text.scrollTop = Math.max(0, number.offsetTop - text.clientHeight / 3);
  position();
}

// Line numbers stand beside lines that wrap: a mirror of the text tells how high each is.

function gutter() {
  const mirror = $("mirror");
  mirror.style.width = `${text.clientWidth}px`;
  mirror.replaceChildren(...text.value.split("\n").map((line) => make("div", {}, line || "\u200b")));
  const heights = [...mirror.children].map((line) => line.getBoundingClientRect().height);
  $("gutter").replaceChildren(
    ...heights.map((height, at) => {
      const number = make("div", {}, String(at + 1));
      number.style.height = `${height}px`;
      return number;
    }),
  );
  mirror.replaceChildren();
  scrolled();
}

function scrolled() {
  $("gutter").style.transform = `translateY(${-text.scrollTop}px)`;
}

function position() {
  const before = text.value.slice(0, text.selectionStart).split("\n");
  $("at").textContent = said("at", before.length, before.at(-1).length + 1);
  [...$("gutter").children].forEach((number, at) => {
    number.classList.toggle("here", at === before.length - 1);
  });
}

function changed() {
  $("dirty").hidden = !dirty();
  $("dirty").textContent = word("dirty");
  gutter();
  position();
}

function notice(words, grave = false) {
  const at = $("notice");
  at.textContent = words;
  at.hidden = !words;
  at.classList.toggle("grave", grave);
}

async function put(seen) {
  return ask(address(file.path), {
    method: "PUT",
    headers: { "content-type": "application/json", "x-printpress-key": key },
    body: JSON.stringify({ text: text.value, seen }),
  });
}

/** Save: "saved", "conflict" or "failed". */
export async function save(seen = file?.version) {
  if (!file || text.readOnly) return "saved";
  const sent = text.value;
  let answer;
  try {
    answer = await put(seen);
  } catch {
    notice(word("cannotSave") + word("lost"), true);
    return "failed";
  }
  if (answer.status === 409) {
    theirs = await answer.json();
    conflict();
    return "conflict";
  }
  if (!answer.ok) {
    notice(word("cannotSave") + answer.status, true);
    return "failed";
  }
  const { version } = await answer.json();
  file = { ...file, text: sent, version };
  mine = null;
  $("mine").hidden = true;
  notice(word("saved"));
  changed();
  return "saved";
}

/** Look whether somebody else changed the open file. */
export async function look() {
  if (!file || $("conflict").open) return;
  const { path, version } = file;
  const answer = await ask(address(path));
  if (!answer.ok || file.path !== path || file.version !== version) return;
  const now = await answer.json();
  if (now.version === version) return;
  if (dirty()) {
    notice(word("changedOnDisk"), true);
    return;
  }
  const at = [text.selectionStart, text.selectionEnd, text.scrollTop];
  adopt(now);
  text.setSelectionRange(at[0], at[1]);
  text.scrollTop = at[2];
  notice(word("reloaded"));
}

function conflict() {
  const ours = text.value.split("\n");
  const others = theirs.text.split("\n");
  const [mineOnly, theirsOnly] = differing(ours, others);
  $("yours").replaceChildren(...lines(ours, mineOnly));
  $("theirs").replaceChildren(...lines(others, theirsOnly));
  $("conflict").showModal();
}

function lines(all, marked) {
  return all.flatMap((line, at) => [marked.has(at) ? make("mark", {}, line || " ") : line, "\n"]);
}

/** Which lines of each text the other has not, by the longest common sequence. */
function differing(one, other) {
  const long = other.length + 1;
  const table = new Uint32Array((one.length + 1) * long);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      table[i * long + j] =
        one[i] === other[j]
          ? table[(i + 1) * long + j + 1] + 1
          : Math.max(table[(i + 1) * long + j], table[i * long + j + 1]);
    }
  }
  const [left, right] = [new Set(), new Set()];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) [i, j] = [i + 1, j + 1];
    else if (j >= other.length || (i < one.length && table[(i + 1) * long + j] >= table[i * long + j + 1])) {
      left.add(i);
      i += 1;
    } else {
      right.add(j);
      j += 1;
    }
  }
  return [left, right];
}

function closeConflict() {
  $("conflict").close();
  text.focus();
}

export const actions = {
  revert() {
    if (!file) return;
    if (dirty()) keepMine();
    text.value = file.text;
    notice("");
    changed();
    text.focus();
  },
  mine() {
    if (mine === null) return;
    text.value = mine;
    mine = null;
    $("mine").hidden = true;
    changed();
    text.focus();
  },
  "go-on": closeConflict,
  "take-theirs"() {
    keepMine();
    adopt(theirs);
    notice("");
    closeConflict();
  },
  async "keep-mine"() {
    $("conflict").close();
    const { version } = theirs;
    await save(version);
    if (!$("conflict").open) text.focus();
  },
};

function keepMine() {
  mine = text.value;
  $("mine").hidden = false;
}

export function spoken() {
  if (file) changed();
}

text.addEventListener("input", changed);
text.addEventListener("scroll", scrolled);
for (const moved of ["keyup", "click", "select"]) text.addEventListener(moved, position);
new ResizeObserver(() => file && gutter()).observe(text);
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
addEventListener("beforeunload", (event) => {
  if (dirty()) event.preventDefault();
});
