// Comfort where people write. Without it the forms do the same, only less gently:
// a copy on this device until the archive has the text, a warning before it is left, the number
// of words, and italics that survive being pasted from a word processor.

const COPY = "storyhold:copy:";
const SAVED = "storyhold_saved"; // the cookie by which the archive says so; see web/desk/device.py
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
const NOT_COPIED = ["csrfmiddlewaretoken", "kept_ticket"];

// Letters of scripts without spaces are words of their own.
const ONE_EACH = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const WORD = new RegExp(`[${ONE_EACH}]|(?:(?![${ONE_EACH}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

// What a word processor puts on the clipboard.
const SKIPPED = new Set(["STYLE", "SCRIPT", "HEAD", "TITLE", "META", "LINK", "TEMPLATE", "XML"]);
const BLOCKS = new Set([
  "P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "UL", "OL", "BLOCKQUOTE", "PRE", "TR", "TABLE", "SECTION", "ARTICLE",
]);

forgetWhatIsSaved();
forgetWhatIsOld();
for (const form of document.querySelectorAll("form[data-writing]")) attend(form);

function attend(form) {
  keepCopies(form);
  warnBeforeLeaving(form);
  for (const area of form.querySelectorAll("textarea")) keepEmphasisOf(area);
  for (const area of form.querySelectorAll("textarea[data-text]")) countWords(area);
}

// --- a copy on this device ------------------------------------------------------------------

function keepCopies(form) {
  const key = COPY + form.dataset.writing;
  const copy = read(key);
  // An unanswered offer is not written over.
  let offered = false;
  const keep = () => {
    if (!offered && isUnsaved(form)) write(key, { at: Date.now(), fields: fieldsOf(form) });
  };
  if ("unsaved" in form.dataset) {
    keep();
  } else if (copy && !isSame(copy.fields, fieldsOf(form))) {
    offered = offer(form, copy, (wanted) => {
      offered = false;
      if (wanted) fill(form, copy.fields);
      else localStorage.removeItem(key);
    });
  }
  form.addEventListener("input", soon(keep, 400));
  form.addEventListener("submit", keep);
  addEventListener("pagehide", keep);
}

function offer(form, copy, answered) {
  const template = form.querySelector("template[data-copy-offer]");
  if (!template) return false;
  const notice = template.content.firstElementChild.cloneNode(true);
  const time = notice.querySelector("[data-copy-time]");
  time.dateTime = new Date(copy.at).toISOString();
  time.textContent = new Date(copy.at).toLocaleString(document.documentElement.lang);
  const answer = (wanted) => {
    notice.remove();
    answered(wanted);
  };
  notice.querySelector("[data-copy-restore]").addEventListener("click", () => answer(true));
  notice.querySelector("[data-copy-forget]").addEventListener("click", () => answer(false));
  form.prepend(notice);
  return true;
}

function fieldsOf(form) {
  const fields = [...new FormData(form)];
  return fields.filter(([name, value]) => !NOT_COPIED.includes(name) && typeof value === "string");
}

function isSame(some, others) {
  return text(some) === text(others);
}

function text(fields) {
  return JSON.stringify(fields.map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]));
}

function fill(form, fields) {
  const values = new Map();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || NOT_COPIED.includes(field.name) || field.type === "submit") continue;
    const given = values.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = given.includes(field.value);
    else if (field.type === "select-multiple") for (const option of field.options) option.selected = given.includes(option.value);
    else if (given.length) field.value = given[0];
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // no storage here, or not ours
  }
}

function write(key, copy) {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // No storage, or it is full: the form still warns before it is left.
  }
}

function forgetWhatIsSaved() {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${SAVED}=`));
  if (!found) return;
  document.cookie = `${SAVED}=; Max-Age=0; Path=/desk/`;
  try {
    localStorage.removeItem(COPY + decodeURIComponent(found.slice(SAVED.length + 1)));
  } catch {
    // nothing was kept
  }
}

function forgetWhatIsOld() {
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(COPY))) {
      if (!(read(key)?.at > Date.now() - KEPT_FOR)) localStorage.removeItem(key);
    }
  } catch {
    // nothing was kept
  }
}

// --- leaving, and sending once ------------------------------------------------------------------

function isUnsaved(form) {
  return "unsaved" in form.dataset || [...form.elements].some(isChanged);
}

function isChanged(field) {
  if (field.type === "hidden" || field.type === "submit" || field.type === "button") return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  const chosen = [...field.options].filter((option) => option.defaultSelected);
  // A list without a chosen line shows its first.
  if (!chosen.length && field.type === "select-one") return field.selectedIndex > 0;
  return [...field.options].some((option) => option.selected !== option.defaultSelected);
}

function warnBeforeLeaving(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault(); // pressed twice
    sent = true;
    setTimeout(() => (sent = false), 5000); // or the way to the archive was interrupted
  });
  addEventListener("pageshow", () => (sent = false));
  addEventListener("beforeunload", (event) => {
    if (!sent && isUnsaved(form)) event.preventDefault();
  });
}

// --- words -------------------------------------------------------------------------------------

function countWords(area) {
  const template = area.form.querySelector("template[data-word-count]");
  if (!template) return;
  const line = template.content.firstElementChild.cloneNode(true);
  const show = () => {
    const words = wordsIn(area.value, isHtml(area)).toLocaleString(document.documentElement.lang);
    line.textContent = words === "1" ? template.dataset.one : template.dataset.many.replace("#", words);
  };
  area.after(line);
  show();
  area.form.addEventListener("input", soon(show, 300));
}

// Roughly as `prose` counts; what is saved is counted there.
function wordsIn(typed, html) {
  const plain = html ? typed.replace(/<[^>]*>/g, " ") : typed;
  return plain.replaceAll("--", " ").replace(/['’‘ʼ\-‐‑_]/g, "").match(WORD)?.length ?? 0;
}

function isHtml(area) {
  return area.form.elements.format?.value === "html" && "text" in area.dataset;
}

// --- pasting from a word processor ----------------------------------------------------------------

function keepEmphasisOf(area) {
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (!html || isHtml(area)) return;
    const pasted = plainWithMarks(html);
    if (!pasted) return;
    event.preventDefault();
    // The old command, because it alone lets the paste be undone.
    if (!document.execCommand("insertText", false, pasted)) {
      area.setRangeText(pasted, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

function plainWithMarks(html) {
  const paragraphs = [[]];
  const walk = (node, style) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const shown = style.pre ? node.data : node.data.replace(/[ \t\r\n]+/g, " ");
      paragraphs.at(-1).push({ text: shown, italic: style.italic, bold: style.bold });
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.tagName.toUpperCase())) return;
    if (node.tagName === "BR") paragraphs.at(-1).push({ text: "\n", italic: style.italic, bold: style.bold });
    if (node.tagName === "HR") paragraphs.push([{ text: "***" }], []);
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock) paragraphs.push([]);
    const inside = styleOf(node, style);
    for (const child of node.childNodes) walk(child, inside);
    if (isBlock) paragraphs.push([]);
  };
  walk(parsed(html).body, { italic: false, bold: false });
  return paragraphs.map(marked).filter((each) => each.trim()).join("\n\n");
}

// Our security policy empties style attributes, so they go in under another name.
function parsed(html) {
  const bare = html.replace(/<style\b[^]*?<\/style\s*>/gi, "");
  const renamed = bare.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  return new DOMParser().parseFromString(renamed, "text/html");
}

function styleOf(node, around) {
  let { italic, bold, pre } = around;
  if (node.tagName === "I" || node.tagName === "EM" || node.tagName === "CITE") italic = true;
  if (node.tagName === "B" || node.tagName === "STRONG") bold = true;
  if (node.tagName === "PRE") pre = true;
  // Google Docs wraps all it copies into a <b> that is not bold.
  const style = node.dataset?.style ?? "";
  const [, slant] = style.match(/(?:^|[;\s])font-style\s*:\s*([a-z]+)/i) ?? [];
  const [, weight] = style.match(/(?:^|[;\s])font-weight\s*:\s*([a-z0-9]+)/i) ?? [];
  if (slant) italic = /italic|oblique/i.test(slant);
  if (weight) bold = /bold/i.test(weight) || Number(weight) >= 600;
  return { italic, bold, pre };
}

function marked(runs) {
  const merged = [];
  for (const run of runs) {
    const last = merged.at(-1);
    // White space alone belongs to what stands before it: nobody sees how it is set.
    if (last && (!run.text.trim() || (last.italic === run.italic && last.bold === run.bold))) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged.map(withMarks).join("").replace(/ *\n */g, "\n").trim();
}

function withMarks({ text: typed, italic, bold }) {
  const marks = (bold ? "**" : "") + (italic ? "*" : "");
  const [, before, within, after] = typed.match(/^(\s*)([^]*?)(\s*)$/);
  return within ? before + marks + within + [...marks].reverse().join("") + after : typed;
}

function soon(deed, milliseconds) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(deed, milliseconds);
  };
}
