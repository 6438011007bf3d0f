// Single keys while one reads: an element says with data-key which key presses it, and everything
// else is as without. Readers can switch them off (WCAG 2.1.4); a screen reader takes them first.

const root = document.documentElement;
const list = document.querySelector("[data-keys-list]");

for (const control of document.querySelectorAll("[data-key]")) {
  control.setAttribute("aria-keyshortcuts", control.dataset.key);
}

addEventListener("keydown", (event) => {
  if (root.dataset.keys === "off" || isMeantForSomethingElse(event)) return;
  const control = controlOf(keyPressed(event));
  if (!control) return;
  event.preventDefault();
  control.focus();
  control.click();
});

document.querySelector("[data-keys-show]")?.addEventListener("click", () => {
  for (const row of list.querySelectorAll("[data-keys-row]")) row.hidden = !controlOf(row.dataset.keysRow);
  list.showModal();
});

function controlOf(key) {
  return document.querySelector(`[data-key="${CSS.escape(key)}"]:not([hidden] *)`);
}

function isMeantForSomethingElse({ defaultPrevented, isComposing, repeat, ctrlKey, altKey, metaKey, target }) {
  if (defaultPrevented || isComposing || repeat || ctrlKey || altKey || metaKey) return true;
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog[open]") !== null;
}

// A keyboard of another script has our letters where its own are.
function keyPressed({ key, code }) {
  return /^[a-z?]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, "").toLowerCase();
}
