// Where a guest stopped, kept by this device alone, and the pieces of a page that show it. They look the same to the
// server for everybody. A classic script in the head, so that each piece is filled while it is being read, and nothing
// on the page moves. A place is {title, chapter, number, paragraph, mark, end, newest, read}, by the story's number.

(() => {
  const KEPT = "storyhold.places";
  const OFF = "storyhold.remember-nothing";
  const MOST = 200;

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  }

  function write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full, or forbidden: then this device remembers nothing.
    }
  }

  const lastFirst = (places) => Object.entries(places).sort(([, a], [, b]) => b.read - a.read);

  // As Spot.is_beyond and the order of chapters in storyhold/reading.
  function isFurther(place, known) {
    if (!known) return true;
    if (place.chapter !== known.chapter) return place.number > known.number;
    return place.end === known.end ? place.paragraph > known.paragraph : place.end;
  }

  const places = {
    all: () => read(KEPT),
    of: (story) => read(KEPT)[story],
    isOff: () => localStorage.getItem(OFF) !== null,
    put(story, place) {
      if (places.isOff()) return;
      const kept = lastFirst({ ...read(KEPT), [story]: { ...place, read: Math.floor(Date.now() / 1000) } });
      write(KEPT, Object.fromEntries(kept.slice(0, MOST)));
    },
    // Back it moves only when it is put there.
    note(story, place) {
      const known = places.of(story);
      places.put(story, isFurther(place, known) ? place : known);
    },
    forgetAll: () => localStorage.removeItem(KEPT),
    stop: () => write(OFF, true),
    again: () => localStorage.removeItem(OFF),
  };

  // As way_on in storyhold/reading/queries.py; chapters are [id, number, second in which it came out].
  function wayOn(place, chapters) {
    const here = chapters.find(([id]) => id === place.chapter);
    const reached = here ? here[1] : place.number - 1;
    const after = chapters.filter(([, number]) => number > reached);
    const fresh = after.filter(([, , day]) => day > place.newest).length;
    const stays = here && !(place.end && after.length);
    const [id, number] = stays ? here : (after[0] ?? chapters.at(-1));
    return { id, number, paragraph: stays ? place.paragraph : 0, fresh };
  }

  const anchor = (paragraph) => (paragraph > 1 ? `#p${paragraph}` : "");
  const filled = (words, value) => words.replace(/\{\w+\}/, value);
  const counted = (data, count) => (count === 1 ? data.one : filled(data.many, count));

  function piece(name, properties, ...inside) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside);
    return element;
  }

  const button = (words, className, onclick) => piece("button", { type: "button", className, onclick }, words);

  function define(name, fill) {
    customElements.define(
      name,
      class extends HTMLElement {
        connectedCallback() {
          if (!this.childElementCount) fill(this, this.dataset);
        }
      },
    );
  }

  function showPlace(element, words, ...deeds) {
    element.append(piece("p", { className: "place__words" }, ...words));
    element.append(piece("p", { className: "place__deeds" }, ...deeds));
    element.hidden = false;
  }

  // On the title page of a story.
  define("read-on", (element, data) => {
    const chapters = JSON.parse(data.chapters);
    const place = places.of(data.story);
    if (!place || !chapters.length) return;
    const way = wayOn(place, chapters);
    const words = [filled(data.stopped, way.number)];
    if (way.fresh) words.push(" ", piece("strong", {}, counted(data, way.fresh)));
    const href = `/stories/${data.story}/chapters/${way.number}/${anchor(way.paragraph)}`;
    showPlace(element, words, piece("a", { className: "button", href }, data.go));
  });

  // Above a text: where the reader stopped, if not here.
  define("place-kept", (element, data) => {
    const place = places.of(data.story);
    const number = Number(data.number);
    const isHere = place?.chapter === Number(data.chapter);
    if (!place || !number || (isHere ? place.paragraph < 2 && !place.end : place.number <= number)) return;
    const words = isHere ? (place.end ? data.read : data.further) : filled(data.stopped, place.number);
    const href = `${isHere ? "" : `/chapters/${place.chapter}/`}${anchor(place.paragraph)}`;
    const deeds = [button(data.here, "button button--quiet", () => startHere(element, data))];
    if (!isHere || !place.end) deeds.unshift(piece("a", { className: "button", href }, data.go), " ");
    showPlace(element, [words], ...deeds);
  });

  function startHere(element, data) {
    const place = { title: data.title, chapter: Number(data.chapter), number: Number(data.number) };
    places.put(data.story, { ...place, paragraph: 0, mark: "", end: false, newest: Number(data.newest) });
    const done = piece("p", { className: "place__words", tabIndex: -1 }, data.done);
    element.replaceChildren(done);
    done.focus();
  }

  function entry(data, [story, place]) {
    const href = `/chapters/${Number(place.chapter)}/${anchor(place.paragraph)}`;
    const where = piece("span", { className: "reading-on__where" }, filled(data.chapter, place.number));
    return [piece("li", {}, piece("a", { href, dir: "auto" }, place.title), where), where, story, place];
  }

  // On the first page: the stories read last, and then what is new in them.
  define("places-kept", (element, data) => {
    const shown = lastFirst(places.all()).slice(0, Number(data.most));
    if (!shown.length) return;
    const entries = shown.map((each) => entry(data, each));
    element.append(piece("h2", {}, data.heading));
    element.append(piece("ul", { className: "reading-on__list" }, ...entries.map(([line]) => line)));
    element.append(piece("p", {}, piece("a", { href: data.page }, data.all)));
    element.hidden = false;
    for (const [, where, story, place] of entries) askForNews(data, where, story, place);
  });

  async function askForNews(data, where, story, place) {
    const answer = await fetch(`/stories/${Number(story)}/chapters.json`).catch(() => null);
    if (answer?.status === 404) {
      where.replaceChildren(data.gone); // perhaps for a while: its place is kept
    } else if (answer?.ok) {
      const { fresh } = wayOn(place, await answer.json());
      if (fresh) where.append(" · ", piece("strong", {}, counted(data, fresh)));
    }
  }

  // What is remembered here, all of it, and the ways to stop that.
  define("device-places", (element, data) => {
    const redraw = (deed) => () => {
      deed();
      element.replaceChildren();
      draw();
    };
    function draw() {
      const kept = lastFirst(places.all()).map((each) => entry(data, each)[0]);
      if (places.isOff()) element.append(piece("p", {}, data.off));
      if (kept.length) element.append(piece("ul", { className: "reading-on__list" }, ...kept));
      else if (!places.isOff()) element.append(piece("p", {}, data.none));
      const turn = places.isOff()
        ? button(data.again, "button button--quiet", redraw(places.again))
        : button(data.stop, "button button--quiet", redraw(places.stop));
      const forget = button(data.forget, "button button--danger", redraw(places.forgetAll));
      element.append(piece("p", { className: "actions" }, turn, ...(kept.length ? [" ", forget] : [])));
    }
    draw();
    element.hidden = false;
  });

  // For a member: what was remembered before they signed in. Its form comes with the page.
  define("take-along", (element, data) => {
    const kept = Object.values(places.all());
    if (!kept.length) return;
    element.prepend(piece("p", { className: "place__words" }, counted(data, kept.length)));
    element.hidden = false;
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      takeAlong(event.target, kept);
    });
    element.addEventListener("click", (event) => {
      if (!event.target.matches("[data-forget]")) return;
      places.forgetAll();
      element.hidden = true;
    });
  });

  async function takeAlong(form, kept) {
    form.elements.places.value = JSON.stringify(kept);
    const body = new FormData(form);
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer?.type !== "opaqueredirect") return;
    places.forgetAll();
    location.assign(form.dataset.then);
  }

  window.storyholdPlaces = places;
})();
