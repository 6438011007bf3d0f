// Dresses a guest's page as its reader likes, before anything of it is seen: that is why it is no
// module. A kept page is the same for all guests; for members the server has done this.
(() => {
  // As in look/choices.py; a test compares.
  const LOOKS = {
    theme: ["auto", "light", "sepia", "dark", "contrast"],
    text_size: ["s", "m", "l", "xl", "xxl"],
    face: ["serif", "sans"],
    paragraphs: ["indented", "spaced"],
    spacing: ["usual", "wide"],
    notes: ["shown", "hidden"],
    reviews: ["shown", "hidden"],
  };

  function dress() {
    const kept = Object.fromEntries(document.cookie.split("; ").map((each) => each.split("=")));
    for (const [cookie, values] of Object.entries(LOOKS)) {
      const name = `data-${cookie.replace("_", "-")}`;
      if (values.includes(kept[cookie])) document.documentElement.setAttribute(name, kept[cookie]);
    }
    // Here is a script, so the server need not do it; see look/cookies.py.
    if ("plain" in kept) document.cookie = "plain=; Max-Age=0; Path=/";
  }

  dress();
  // A page that the browser takes from its memory may have been left in another look.
  addEventListener("pageshow", (event) => event.persisted && dress());
})();
