// Keeps stories on this device, to be read without a connection. All that is kept the service worker keeps; it
// comes to a device only when somebody wants a story there.

const PERIOD = { minInterval: 12 * 60 * 60 * 1000 };

const canKeep = navigator.serviceWorker && window.caches;

for (const place of document.querySelectorAll("[data-keep-on-device]")) {
  if (canKeep) offer(place);
  else place.hidden = true;
}
if (canKeep) for (const place of document.querySelectorAll("[data-on-device]")) show(place);

// --- one story -------------------------------------------------------------------------------

async function offer(place) {
  const [button, link, said] = place.querySelectorAll("button, a, [role=status]");
  const story = Number(place.dataset.keepOnDevice);
  const isHere = (here) => {
    place.dataset.is = here ? "here" : "away";
  };
  button.addEventListener("click", async () => {
    said.textContent = place.dataset.busy;
    const kept = await ask("keep", { story }).catch(() => false);
    said.textContent = kept ? "" : place.dataset.failed;
    isHere(kept);
    if (kept) link.focus();
  });
  isHere((await listed()).stories.some((each) => each.story === story));
}

// --- all of them -----------------------------------------------------------------------------

async function show(place) {
  const [follows, clear] = ["follows", "clear"].map((name) => place.querySelector(`[data-${name}]`));
  follows?.addEventListener("change", async () => {
    follows.disabled = true;
    await ask("follow", { wanted: follows.checked }).catch(() => (follows.checked = !follows.checked));
    follows.disabled = false;
    await fill(place);
  });
  clear.addEventListener("click", async () => {
    await ask("clear");
    await fill(place);
  });
  await fill(place);
  place.hidden = false;
}

async function fill(place) {
  const { stories, follows } = await listed();
  const list = place.querySelector("ul");
  list.replaceChildren(...stories.map((story) => row(place, story)));
  place.querySelector("[data-none]").hidden = stories.length > 0;
  place.querySelector("[data-clear]").hidden = !stories.length && !follows;
  place.querySelector("[data-size]").textContent = stories.length
    ? place.dataset.size.replace("{size}", inWords(stories.reduce((sum, story) => sum + story.bytes, 0)))
    : "";
  const wish = place.querySelector("[data-follows]");
  if (wish) wish.checked = follows;
}

function row(place, story) {
  const item = place.querySelector("template").content.firstElementChild.cloneNode(true);
  const [link, facts, button] = item.querySelectorAll("a, [data-facts], button");
  Object.assign(link, { href: story.address, textContent: story.title, lang: story.language });
  const chapters = place.dataset.chapters.replace("{number}", story.chapters);
  facts.textContent = [story.authors, chapters, inWords(story.bytes)].filter(Boolean).join(" · ");
  button.querySelector("span").textContent = `: ${story.title}`;
  button.addEventListener("click", async () => {
    await ask("remove", { story: story.story });
    await fill(place);
    place.focus();
  });
  return item;
}

function inWords(bytes) {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  const digits = unit === "kilobyte" ? 0 : 1;
  const form = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits };
  return new Intl.NumberFormat(document.documentElement.lang, form).format(Math.max(size, 1));
}

// --- the service worker ------------------------------------------------------------------------

async function listed() {
  const registered = await navigator.serviceWorker.getRegistration("/").catch(() => undefined);
  return registered?.active ? ask("list") : { stories: [], follows: false };
}

async function ask(deed, about = {}) {
  const worker = await awake();
  const channel = new MessageChannel();
  return new Promise((resolve, reject) => {
    channel.port1.onmessage = ({ data }) => ("error" in data ? reject(new Error(data.error)) : resolve(data.answer));
    worker.postMessage({ deed, ...about }, [channel.port2]);
  });
}

async function awake() {
  await navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
  const registered = await navigator.serviceWorker.ready;
  // Where the browser does so, news comes while nobody looks; elsewhere it comes with the next visit.
  registered.periodicSync?.register("storyhold-news", PERIOD).catch(() => {});
  navigator.storage?.persist?.().catch(() => {});
  return registered.active;
}
