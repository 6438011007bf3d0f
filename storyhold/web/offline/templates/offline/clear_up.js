// This archive keeps nothing on devices any more: what is there is cleared away.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(clearUp()));

async function clearUp() {
  const ours = (await caches.keys()).filter((name) => name.startsWith("storyhold-"));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
