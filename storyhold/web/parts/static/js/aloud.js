// Reads the text of a page aloud, paragraph by paragraph, with the voices that the device brings.

import { hush, isWords, languageOfText, say, sentencesOf, voiceFor } from "./speech.js";

const PACES = [0.6, 0.8, 1, 1.2, 1.5, 1.8, 2.2];
const KEPT = "storyhold:aloud"; // pace, and whether to go on to the next chapter
const GOING_ON = "storyhold:aloud-goes-on";
const PIECES = "p, h2, h3, h4, h5, h6, li, dt, dd, pre, th, td, caption, figcaption";

const bar = document.querySelector("[data-aloud]");
const [pace, onwards] = ["pace", "onwards"].map((name) => bar.querySelector(`[data-aloud-${name}]`));
const next = document.querySelector("a[rel=next]");
const pieces = [...document.querySelectorAll(".chapter .prose:not(.prose--summary)")].flatMap(piecesOf);
const kept = { pace: 1, onwards: true, ...attempt(() => JSON.parse(localStorage.getItem(KEPT))) };

let piece = 0;
let sentence = 0;

if (window.speechSynthesis && pieces.length) {
  offer();
  speechSynthesis.addEventListener?.("voiceschanged", offer); // they may come late
  addEventListener("pagehide", hush);
  bar.addEventListener("click", press);
  onwards.addEventListener("change", () => keep({ onwards: onwards.checked }));
  document.addEventListener("click", beginWhereClicked);
  onwards.checked = kept.onwards;
  onwards.closest("label").hidden = !next;
  showPace();
}

function piecesOf(text) {
  return [...text.querySelectorAll(PIECES)].filter((each) => !each.querySelector(PIECES) && isWords(each.textContent));
}

// Not in a voice that speaks another language.
function offer() {
  bar.hidden = !voiceFor(languageOfText(pieces[0]));
  if (!bar.hidden && attempt(() => sessionStorage.getItem(GOING_ON))) {
    sessionStorage.removeItem(GOING_ON);
    begin(0);
  }
}

function press({ target }) {
  const { aloudDo: deed } = target.closest("[data-aloud-do]")?.dataset ?? {};
  if (deed === "say") goOnOrPause();
  else if (deed === "back") begin(Math.max(0, piece - 1));
  else if (deed === "on") begin(Math.min(pieces.length - 1, piece + 1));
  else if (deed === "slower") changePace(-1);
  else if (deed === "faster") changePace(1);
  else if (deed === "end") end();
}

function goOnOrPause() {
  if (bar.dataset.aloud === "silent") begin(whereTheReaderIs());
  else if (bar.dataset.aloud === "paused") sayOn();
  else pause();
}

function whereTheReaderIs() {
  const { anchorNode, isCollapsed } = getSelection();
  const selected = isCollapsed ? -1 : pieces.findIndex((each) => each.contains(anchorNode));
  if (selected >= 0) return selected;
  return Math.max(0, pieces.findIndex((each) => each.getBoundingClientRect().top >= 0));
}

function beginWhereClicked({ target }) {
  const clicked = bar.dataset.aloud === "silent" ? -1 : pieces.indexOf(target.closest(PIECES));
  if (clicked >= 0 && !target.closest("a, summary") && getSelection().isCollapsed) begin(clicked);
}

function begin(at) {
  piece = at;
  sentence = 0;
  mark(pieces[piece]);
  sayOn();
}

function sayOn() {
  bar.dataset.aloud = "speaking";
  const element = pieces[piece];
  const how = { language: languageOfText(element), rate: kept.pace, ended: goOn, failed: pause };
  say(sentencesOf(element)[sentence], how);
}

function goOn() {
  sentence += 1;
  if (sentence < sentencesOf(pieces[piece]).length) sayOn();
  else if (piece + 1 < pieces.length) begin(piece + 1);
  else if (next && kept.onwards) goToNextChapter();
  else end();
}

function goToNextChapter() {
  attempt(() => sessionStorage.setItem(GOING_ON, "yes"));
  location.assign(next.href);
}

function pause() {
  hush();
  bar.dataset.aloud = "paused";
}

function end() {
  hush();
  mark(null);
  bar.dataset.aloud = "silent";
  bar.querySelector("[data-aloud-do=say]").focus();
}

function mark(element) {
  document.querySelector(".is-said")?.classList.remove("is-said");
  if (!element) return;
  element.classList.add("is-said");
  const { top, bottom, height } = element.getBoundingClientRect();
  const isInView = top >= 0 && bottom <= innerHeight - bar.offsetHeight;
  if (!isInView) element.scrollIntoView({ block: height < innerHeight / 2 ? "center" : "start" });
}

function changePace(step) {
  const at = PACES.indexOf(kept.pace) + step;
  keep({ pace: PACES[Math.min(PACES.length - 1, Math.max(0, at))] });
  showPace();
  if (bar.dataset.aloud === "speaking") sayOn();
}

function showPace() {
  pace.textContent = `${kept.pace.toLocaleString(document.documentElement.lang)}×`;
}

function keep(changed) {
  Object.assign(kept, changed);
  attempt(() => localStorage.setItem(KEPT, JSON.stringify(kept)));
}

// A browser may have no storage for us: then it holds for this page.
function attempt(deed) {
  try {
    return deed();
  } catch {
    return null;
  }
}
