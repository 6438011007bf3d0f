// Changes the look at once. The form does the same by itself, with a button; see look/cookies.py.

const A_YEAR = 60 * 60 * 24 * 365;
const root = document.documentElement;

function keep(name, value) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Max-Age=${A_YEAR}; Path=/; SameSite=Lax${secure}`;
}

// A member's choice is kept with the account, too. The page has changed already, so nobody waits.
function tell(address, name, value) {
  const body = new URLSearchParams({ [name]: value });
  fetch(address, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
}

function choose(form, name, value) {
  const attribute = `data-${name.replace("_", "-")}`;
  if (root.hasAttribute(attribute)) root.setAttribute(attribute, value);
  keep(name, value);
  if ("lookKept" in form.dataset) tell(form.action, name, value);
  mark(name, value);
}

// The page may hold the form twice: in its head and as its subject.
function mark(name, value) {
  for (const radio of document.querySelectorAll(`[data-look] [name="${name}"]`)) {
    if (radio.value === value) radio.checked = true;
  }
}

// A guest's page is the same for all, so it cannot say what is chosen; first.js has dressed it.
function markWhatIsKept() {
  const kept = Object.fromEntries(document.cookie.split("; ").map((each) => each.split("=")));
  for (const radio of document.querySelectorAll("[data-look]:not([data-look-kept]) [type=radio]")) {
    if (kept[radio.name] === radio.value) radio.checked = true;
  }
}

markWhatIsKept();
for (const form of document.querySelectorAll("[data-look]")) {
  form.classList.add("look-form--live");
  form.addEventListener("change", (event) => choose(form, event.target.name, event.target.value));
}
