// What the page says, in both languages.

const WORDS = {
  tools: ["工具", "Tools"],
  pages: ["各版", "Pages"],
  page: ["版面", "Page"],
  pieces: ["版面上的稿件（方向键移动，回车看原稿）", "Copy on the page (arrows move, Enter shows its source)"],
  side: ["检查与编辑", "Findings and editor"],
  views: ["视图", "Views"],
  trouble: ["文件中的错误", "Errors in files"],
  zoomIn: ["放大（+）", "Zoom in (+)"],
  zoomOut: ["缩小（-）", "Zoom out (-)"],
  zoomFit: ["看整版（0）", "Whole page (0)"],
  grid: ["网格", "Grid"],
  frames: ["版位", "Frames"],
  names: ["稿名", "Names"],
  theme: ["明暗（T）", "Light or dark (T)"],
  auto: ["自动", "Auto"],
  light: ["浅色", "Light"],
  dark: ["深色", "Dark"],
  language: ["切换到英文（L）", "Switch to Chinese (L)"],
  otherLanguage: ["English", "中文"],
  help: ["快捷键", "Keyboard"],
  findings: ["检查", "Findings"],
  fits: ["稿件", "Stories"],
  editor: ["编辑", "Edit"],
  waiting: ["正在排版……", "Making up the pages…"],
  noFile: ["在版面上点标题、段落或图片，就在这里改原稿。", "Click a heading, a paragraph or a picture on the page to edit its copy here."],
  save: ["保存", "Save"],
  saveTitle: ["保存（Ctrl+S）", "Save (Ctrl+S)"],
  revert: ["放弃改动", "Discard changes"],
  mineBack: ["找回我的稿", "Bring mine back"],
  viewPage: ["版面", "Page"],
  viewSide: ["检查与编辑", "Findings"],
  close: ["关闭", "Close"],
  single: ["使用单键快捷键", "Single keys are shortcuts"],
  conflict: ["文件已被改动", "The file has changed"],
  conflictSays: [
    "你打开之后，这个文件被别人或别的程序改过，所以没有保存。两份都在下面，什么都没有丢。",
    "Since you opened it, somebody else has changed this file, so nothing was saved. Both versions are below; nothing is lost.",
  ],
  yours: ["我的", "Mine"],
  theirs: ["文件里的", "In the file"],
  goOn: ["回去接着改", "Go on editing"],
  takeTheirs: ["用文件里的（可找回我的）", "Take the file’s (mine can be brought back)"],
  keepMine: ["用我的覆盖文件", "Overwrite the file with mine"],
  fresh: ["已是最新", "Up to date"],
  lost: ["连接已断开，正在重连……", "Connection lost, trying again…"],
  over: ["预览已结束：请打开 printpress 新显示的网址", "The preview has ended: open the address printpress shows now"],
  stale: ["文件有错，显示的是上一次排好的版面", "A file has an error; these are the last good pages"],
  none: ["没有问题。", "Nothing to mend."],
  comments: ["校样意见", "Comments on proofs"],
  open: ["待改", "To do"],
  seenTo: ["已改", "Done"],
  error: ["错误", "Error"],
  warning: ["警告", "Warning"],
  note: ["提示", "Note"],
  why: ["原因：", "Why: "],
  fix: ["办法：", "Fix: "],
  dirty: ["未保存", "unsaved"],
  readOnly: ["此文件只能看，请用编辑器修改", "This file is shown only; change it in your editor"],
  saved: ["已保存", "Saved"],
  changedOnDisk: ["文件已被别处改动，保存时会对照两份。", "The file was changed elsewhere; saving will show both versions."],
  reloaded: ["文件在别处改过，已更新。", "The file was changed elsewhere and has been read again."],
  cannotOpen: ["打不开这个文件", "This file cannot be opened"],
  cannotSave: ["没有保存成功：", "It could not be saved: "],
  copied: ["已复制位置", "Place copied"],
  headline: ["主题", "Headline"],
  kicker: ["引题", "Kicker"],
  deck: ["副题", "Deck"],
  byline: ["署名", "Byline"],
  body: ["正文", "Text"],
  subhead: ["小标题", "Subhead"],
  caption: ["图片说明", "Caption"],
  picture: ["图片", "Picture"],
  quote: ["引语", "Quote"],
  facts: ["资料", "Facts"],
  jump: ["转版", "Jump"],
  furniture: ["版面", "Furniture"],
  story: ["稿件", "Story"],
  place: ["版位", "Slot"],
  rows: ["行数", "Rows"],
  fitting: ["盈缺", "Fit"],
};

const counted = (number, noun) => `${number || "no"} ${noun}${number === 1 ? "" : "s"}`;

const SAID = {
  pageOf: [(label) => `第 ${label} 版`, (label) => `Page ${label}`],
  pageNew: [(label) => `第 ${label} 版已更新`, (label) => `Page ${label} is new`],
  over: [(lines, chars) => `超 ${lines} 行 ${chars} 字`, (lines, chars) => `over ${lines} (${chars} chars)`],
  short: [(lines, chars) => `欠 ${lines} 行 ${chars} 字`, (lines, chars) => `short ${lines} (${chars} chars)`],
  fitsWell: [() => "正好", () => "fits"],
  rows: [(lines, rows) => `${lines} / ${rows} 行`, (lines, rows) => `${lines} / ${rows} rows`],
  at: [(line, column) => `行 ${line}，列 ${column}`, (line, column) => `line ${line}, column ${column}`],
  paragraph: [(number) => `正文第 ${number} 段`, (number) => `Paragraph ${number}`],
  openAt: [(path, line) => `打开 ${path} 第 ${line} 行`, (path, line) => `Open ${path}, line ${line}`],
  toDo: [(open, done) => `待改 ${open}，已改 ${done}`, (open, done) => `${open} to do, ${done} done`],
  counts: [
    (errors, warnings) => `${errors} 个错误，${warnings} 个警告`,
    (errors, warnings) => `${counted(errors, "error")}, ${counted(warnings, "warning")}`,
  ],
};

export const KEYS = [
  ["1 … 9", "去第几版", "go to that page"],
  ["[  ]  PgUp PgDn", "上一版、下一版", "page before, page after"],
  ["+  -  0  W", "放大、缩小、看整版、看满宽", "zoom in, zoom out, whole page, full width"],
  ["G  F  N", "网格、版位、稿名", "grid, frames, names"],
  ["P", "到版面，再按方向键选稿、回车看原稿", "to the page; arrows choose copy, Enter shows its source"],
  ["C  S  E", "检查、稿件、编辑", "findings, stories, editor"],
  ["Ctrl+S", "保存", "save"],
  ["Esc", "从编辑回到版面；关闭窗口", "from the editor back to the page; close a window"],
  ["T  L", "明暗、语言", "light or dark, language"],
  ["?", "本表", "this table"],
];

export const language = {
  chosen: document.documentElement.lang.startsWith("zh") ? 0 : 1,
  get name() {
    return this.chosen ? "en" : "zh";
  },
};

export function word(key) {
  return WORDS[key]?.[language.chosen] ?? key;
}

export function said(key, ...values) {
  return SAID[key][language.chosen](...values);
}

export function both(words) {
  return words ? words[language.name] : "";
}

/** Fill in all fixed words of the page. */
export function speak() {
  document.documentElement.lang = language.chosen ? "en" : "zh-CN";
  for (const at of document.querySelectorAll("[data-say]")) at.textContent = word(at.dataset.say);
  for (const at of document.querySelectorAll("[data-label]")) at.setAttribute("aria-label", word(at.dataset.label));
  for (const at of document.querySelectorAll("[data-title]")) {
    at.title = word(at.dataset.title);
    if (!at.dataset.say) at.setAttribute("aria-label", word(at.dataset.title));
  }
}
