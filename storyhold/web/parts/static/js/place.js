// Follows a reader through a text and notes the paragraph at the top of the window: for a guest on this device (see
// places.js), for a member with the account. Nothing is noted before the reader has rested somewhere.

// Milliseconds of rest after which a place is noted; what leaves the device is noted more seldom.
const RESTED_FOR_DEVICE = 2_000;
const RESTED_FOR_ACCOUNT = 8_000;
const EDGE = 32; // pixels: of less than a line nobody says that it is read
const PARAGRAPH = /^(?:c\d+-)?p(\d+)$/;

const keeper = document.querySelector("place-kept, form[data-place]");
const texts = [...document.querySelectorAll(".prose[data-chapter]")];

const numberOf = (paragraph) => Number(PARAGRAPH.exec(paragraph.id)[1]);

function paragraphsOf(text) {
  return [...text.querySelectorAll("[id]")].filter((element) => PARAGRAPH.test(element.id));
}

// FNV-1a over the words: the same paragraph is found again after an edit has moved it.
function markOf(paragraph) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(paragraph.textContent.trim().replace(/\s+/g, " "))) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function textAtTop() {
  const begun = texts.filter((text) => text.getBoundingClientRect().top < innerHeight / 3);
  return begun.at(-1) ?? texts[0];
}

// The first paragraph of which a line is in the window or below it; none while the head of the text is.
function paragraphAtTop(text) {
  if (text.getBoundingClientRect().top > 0) return undefined;
  const paragraphs = paragraphsOf(text);
  return paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > EDGE) ?? paragraphs.at(-1);
}

function placeNow() {
  const text = textAtTop();
  const paragraph = paragraphAtTop(text);
  return {
    chapter: Number(text.dataset.chapter),
    number: Number(text.dataset.number),
    paragraph: paragraph ? numberOf(paragraph) : 0,
    mark: paragraph ? markOf(paragraph) : "",
    end: text.getBoundingClientRect().bottom <= innerHeight,
  };
}

function keptOnDevice() {
  const { story, title, newest } = keeper.dataset;
  return {
    known: window.storyholdPlaces.of(story),
    rested: RESTED_FOR_DEVICE,
    note: (place) => window.storyholdPlaces.note(story, { ...place, title, newest: Number(newest) }),
  };
}

function keptWithAccount() {
  const { chapter, number, paragraph, mark, end } = keeper.dataset;
  const known = chapter && {
    chapter: Number(chapter), number: Number(number), paragraph: Number(paragraph), mark, end: end !== undefined,
  };
  const token = keeper.elements.csrfmiddlewaretoken.value;
  return { known, rested: RESTED_FOR_ACCOUNT, note: (place) => send(place, token) };
}

function send({ chapter, paragraph, mark, end }, token) {
  const body = new URLSearchParams({ csrfmiddlewaretoken: token, paragraph, mark });
  if (end) body.set("end", "on");
  fetch(`/chapters/${chapter}/place/`, { method: "POST", body, keepalive: true }).catch(() => {});
}

// An address says “paragraph 40”. Where the text has been edited since, that may be another one now.
function findAgain(known) {
  const text = texts.find((each) => Number(each.dataset.chapter) === known.chapter);
  if (!text || !known.mark || location.hash !== `#p${known.paragraph}`) return;
  const paragraphs = paragraphsOf(text);
  const named = paragraphs.findIndex((paragraph) => numberOf(paragraph) === known.paragraph);
  const at = named < 0 ? paragraphs.length - 1 : named;
  const distance = (paragraph) => Math.abs(paragraphs.indexOf(paragraph) - at);
  const same = paragraphs.filter((paragraph) => markOf(paragraph) === known.mark);
  const [nearest] = same.sort((one, other) => distance(one) - distance(other));
  const meant = nearest ?? paragraphs[at];
  // By the address: whatever else scrolls, the browser comes back to what stands there until all is loaded.
  if (meant && meant.id !== location.hash.slice(1)) location.replace(`#${meant.id}`);
}

function follow({ known, rested, note }) {
  let last = "";
  let resting = 0;
  const noteNow = () => {
    const place = placeNow();
    const words = JSON.stringify(place);
    if (words === last) return;
    last = words;
    note(place);
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(noteNow, rested);
  };
  if (known) findAgain(known);
  rest();
  addEventListener("scroll", rest, { passive: true });
  addEventListener("pagehide", noteNow);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") noteNow();
  });
}

if (keeper && texts.length) follow(keeper.matches("form") ? keptWithAccount() : keptOnDevice());
