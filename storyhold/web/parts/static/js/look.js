// Changes the look at once. The form does the same by itself, with buttons; see look/cookies.py.

import { keepInPlace } from "./in_place.js";

const A_YEAR = 60 * 60 * 24 * 365;
const root = document.documentElement;

markWhatIsKept();
// A page that the browser takes from its memory may have been left in another look.
addEventListener("pageshow", (event) => event.persisted && wear(markWhatIsKept()));
for (const form of document.querySelectorAll("[data-look]")) {
  form.classList.add("look-form--live");
  form.addEventListener("change", ({ target }) => choose(form, { [target.name]: target.value }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.matches("[data-look-reset]")) choose(form, valuesOf([...form.querySelectorAll("[data-look-default]")]));
  });
}

// A guest's page is the same for all, so it cannot say what is chosen; first.js has dressed it.
function markWhatIsKept() {
  const kept = Object.fromEntries(document.cookie.split("; ").map((each) => each.split("=")));
  const radios = [...document.querySelectorAll("[data-look]:not([data-look-kept]) [type=radio]")];
  const chosen = radios.filter((radio) => kept[radio.name] === radio.value);
  for (const radio of chosen) radio.checked = true;
  return valuesOf(chosen);
}

function valuesOf(radios) {
  return Object.fromEntries(radios.map((radio) => [radio.name, radio.value]));
}

async function choose(form, chosen) {
  for (const [name, value] of Object.entries(chosen)) {
    keep(name, value);
    mark(name, value);
  }
  if ("lookKept" in form.dataset) tell(form.action, chosen);
  // The text changes once, when the face is here.
  if ("face" in chosen) await arrivalOf(chosen.face);
  keepInPlace(() => wear(chosen));
}

function keep(name, value) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Max-Age=${A_YEAR}; Path=/; SameSite=Lax${secure}`;
}

// The page may hold the form twice: in its head and as its subject.
function mark(name, value) {
  for (const radio of document.querySelectorAll(`[data-look] [name="${name}"]`)) {
    if (radio.value === value) radio.checked = true;
  }
}

// A member's choice is kept with the account, too. The page changes by itself, so nobody waits.
function tell(address, chosen) {
  const body = new URLSearchParams(chosen);
  fetch(address, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
}

function arrivalOf(face) {
  const text = document.querySelector(".prose")?.textContent.slice(0, 5000);
  const family = getComputedStyle(root).getPropertyValue(`--face-${face}`);
  if (!family) return null;
  return Promise.allSettled(["", "italic "].map((style) => document.fonts.load(`${style}1em ${family}`, text)));
}

function wear(chosen) {
  for (const [name, value] of Object.entries(chosen)) {
    const attribute = `data-${name.replace("_", "-")}`;
    if (root.hasAttribute(attribute)) root.setAttribute(attribute, value);
  }
}
