// Lets stories be read without a connection. Pages come from the archive whenever it can be reached: what
// is kept is shown only where it cannot, so that nothing kept here, and no fault in here, stands before the archive.
// A new worker takes over at once; whatever it finds in the caches of an older one it can use, or they have another name.

const { files, version, static: folder, device, news, signOut } = {{ known }};

const FILES = `storyhold-files-${version}`;
const KEPT = "storyhold-kept-1-"; // and by whom: a member's short name, or nothing for guests
const LOOKED = "storyhold-looked";
const MOST_STORIES = 100;
const MOST_BYTES = 100 * 1024 * 1024;
const LOOK_EVERY = 10 * 60 * 1000;
const GATE = '<section class="gate"';

// --- the worker's life ----------------------------------------------------------------------

self.addEventListener("install", (event) => event.waitUntil(keepFiles().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("periodicsync", (event) => event.waitUntil(fetchNews()));
self.addEventListener("message", (event) => event.waitUntil(answer(event)));

async function keepFiles() {
  const cache = await caches.open(FILES);
  // As guests see it: it stays when a member has signed out.
  await cache.addAll([...files, new Request(device, { credentials: "omit" })]);
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith("storyhold-files-") && name !== FILES);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// --- what the browser asks for ------------------------------------------------------------

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === "POST" && pathname === signOut) event.waitUntil(forgetMembers(""));
  if (request.method !== "GET") return;
  if (pathname.startsWith(folder)) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.destination === "image") event.respondWith(picture(request));
});

async function page(event) {
  try {
    const shown = await fetch(event.request);
    event.waitUntil(fetchNewsIfDue());
    return shown;
  } catch {
    return (await kept(event.request.url)) ?? (await caches.match(device, { ignoreVary: true })) ?? Response.error();
  }
}

// The address of a file says what is in it, so that it never changes.
async function file(request) {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  try {
    const found = await fetch(request);
    if (found.ok) await put(FILES, request, found.clone());
    return found;
  } catch {
    return (await sameFile(request.url)) ?? Response.error();
  }
}

// A page that was kept before an update asks for files as they were; newer ones of the same name will do.
async function sameFile(url) {
  const cache = await caches.open(FILES);
  const same = (await cache.keys()).find((request) => withoutVersion(request.url) === withoutVersion(url));
  return same && cache.match(same, { ignoreVary: true });
}

function withoutVersion(url) {
  return url.replace(/\.[0-9a-f]{12}(?=\.\w+$)/, "");
}

async function picture(request) {
  try {
    return await fetch(request);
  } catch {
    return (await kept(request.url)) ?? Response.error();
  }
}

async function kept(url) {
  for (const cache of await shelves()) {
    const found = await cache.match(place(url), { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

// Of the tail of a story's address nothing depends.
function place(url) {
  return new URL(url, location.origin).pathname.replace(/^(\/stories\/\d+)-[^/]*/, "$1");
}

// --- what is kept -----------------------------------------------------------------------------

async function shelfNames() {
  return (await caches.keys()).filter((name) => name.startsWith(KEPT));
}

async function shelves() {
  return Promise.all((await shelfNames()).map((name) => caches.open(name)));
}

function note(name) {
  return `${device}notes/${name}`;
}

async function read(cache, name) {
  return (await cache.match(note(name)))?.json();
}

function write(cache, name, told) {
  return cache.put(note(name), new Response(JSON.stringify(told)));
}

async function storiesIn(cache) {
  const notes = (await cache.keys()).filter((request) => new URL(request.url).pathname.startsWith(note("story-")));
  return Promise.all(notes.map(async (request) => (await cache.match(request)).json()));
}

async function put(name, request, response) {
  const cache = await caches.open(name);
  await cache.put(request, response);
}

async function forget(cache, story) {
  const known = await read(cache, `story-${story}`);
  for (const address of Object.keys(known?.sizes ?? {})) await cache.delete(place(address));
  await cache.delete(note(`story-${story}`));
}

// Nobody reads on what another member of this device has kept.
async function forgetMembers(butNot) {
  const others = (await shelfNames()).filter((name) => name !== KEPT && name !== KEPT + butNot);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// --- what is new ------------------------------------------------------------------------------

async function fetchNewsIfDue() {
  const looked = await caches.open(LOOKED);
  const last = Number(await (await looked.match(note("looked")))?.text());
  if (last > Date.now() - LOOK_EVERY) return;
  await looked.put(note("looked"), new Response(String(Date.now())));
  await fetchNews();
}

async function fetchNews() {
  const { stories, follows } = await list();
  if (!stories.length && !follows) return;
  const told = await ask(stories.map((each) => each.story), follows);
  await forgetMembers(told.reader);
  await bringUpToDate(await caches.open(KEPT + told.reader), told.stories);
}

async function bringUpToDate(cache, stories) {
  const here = new Map((await storiesIn(cache)).map((each) => [each.story, each]));
  const follows = await read(cache, "follows");
  for (const story of stories) {
    const known = here.get(story.story);
    here.delete(story.story);
    if (known?.unwanted) continue;
    if (known?.wanted || (follows && story.followed)) await keep(cache, story, known);
    else if (known) await forget(cache, story.story);
  }
  // Of the rest the archive tells nothing any more.
  for (const gone of here.keys()) await forget(cache, gone);
}

async function ask(numbers, follows) {
  const asked = new URLSearchParams(numbers.map((each) => ["story", each]));
  if (follows) asked.set("followed", "yes");
  const told = await fetch(`${news}?${asked}`, { cache: "no-store" });
  if (!told.ok) throw new Error(`The archive answered ${told.status}`);
  return told.json();
}

// Fetches what is not here or is another by now, and notes it when all of it is here.
async function keep(cache, story, known) {
  if (!story.open) return false;
  if (!known?.sizes && (await isFull())) return false;
  const had = new Map(known?.pages ?? []);
  const sizes = { ...known?.sizes };
  for (const [address, latest] of story.pages) {
    if (had.get(address) === latest) continue;
    const html = await keepPage(cache, address);
    if (html === null) return false;
    sizes[address] = new Blob([html]).size;
    Object.assign(sizes, await keepPictures(cache, html));
  }
  const now = new Map(story.pages);
  for (const address of had.keys()) {
    if (now.has(address)) continue;
    await cache.delete(place(address));
    delete sizes[address];
  }
  await write(cache, `story-${story.story}`, { ...story, wanted: known?.wanted ?? false, sizes });
  return true;
}

async function keepPage(cache, address) {
  // Nobody reads it now, so that it does not count as read.
  const answered = await fetch(address, { cache: "no-store", headers: { Purpose: "prefetch" } });
  const html = await answered.text();
  if (!answered.ok || html.includes(GATE)) return null;
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  for (const name of ["Content-Security-Policy", "Referrer-Policy"]) {
    if (answered.headers.has(name)) headers[name] = answered.headers.get(name);
  }
  await cache.put(place(address), new Response(html, { headers }));
  return html;
}

async function keepPictures(cache, html) {
  const sizes = {};
  for (const [, address] of html.matchAll(/<img[^>]* src="(\/pictures\/[^"]+)"/g)) {
    const answered = (await cache.match(address)) ?? (await fetch(address));
    if (!answered.ok) continue;
    await cache.put(address, answered.clone());
    sizes[address] = (await answered.blob()).size;
  }
  return sizes;
}

async function isFull() {
  const all = await everything();
  return all.length >= MOST_STORIES || all.reduce((sum, each) => sum + each.bytes, 0) >= MOST_BYTES;
}

// --- what our pages ask ------------------------------------------------------------------------

async function answer(event) {
  const { deed, story, wanted } = event.data;
  const deeds = { list, keep: keepStory, remove, follow, clear };
  try {
    event.ports[0].postMessage({ answer: await deeds[deed](story ?? wanted) });
  } catch (error) {
    event.ports[0].postMessage({ error: String(error) });
  }
}

async function everything() {
  const all = (await Promise.all((await shelves()).map(storiesIn))).flat().filter((each) => !each.unwanted);
  return all.map(({ sizes, ...each }) => ({ ...each, bytes: Object.values(sizes).reduce((sum, size) => sum + size, 0) }));
}

async function list() {
  const follows = (await Promise.all((await shelves()).map((cache) => read(cache, "follows")))).some(Boolean);
  return { stories: await everything(), follows };
}

async function keepStory(number) {
  const told = await ask([number], false);
  await forgetMembers(told.reader);
  const cache = await caches.open(KEPT + told.reader);
  const known = await read(cache, `story-${number}`);
  const [story] = told.stories;
  return Boolean(story) && keep(cache, story, { pages: [], ...known, unwanted: false, wanted: true });
}

async function remove(number) {
  for (const cache of await shelves()) {
    const known = await read(cache, `story-${number}`);
    if (!known) continue;
    await forget(cache, number);
    // What is followed would come back.
    if (known.followed) await write(cache, `story-${number}`, { story: number, pages: [], unwanted: true });
  }
}

async function follow(wanted) {
  const { reader } = await ask([], false);
  const cache = await caches.open(KEPT + reader);
  await write(cache, "follows", wanted);
  await fetchNews();
}

async function clear() {
  const ours = (await caches.keys()).filter((name) => name.startsWith("storyhold-"));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
