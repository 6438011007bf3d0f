// Dresses a guest's page as its reader likes, before anything of it is seen: that is why it is no
// module. A kept page is the same for all guests; for members the server has done this.
(() => {
  // As in look/choices.py; a test compares.
  const LOOKS = {
    theme: ["auto", "light", "sepia", "dark", "contrast"],
    text_size: ["s", "m", "l", "xl", "xxl"],
    face: ["serif", "sans", "literata", "hyperlegible", "dyslexic"],
    measure: ["short", "usual", "long"],
    spacing: ["close", "usual", "wide"],
    paragraphs: ["indented", "both", "spaced", "apart"],
    edges: ["ragged", "justified"],
    hyphens: ["divided", "whole"],
    styling: ["author", "plain"],
    notes: ["shown", "hidden"],
    reviews: ["shown", "hidden"],
    keys: ["on", "off"],
  };

  const files = document.currentScript.dataset;
  const kept = Object.fromEntries(document.cookie.split("; ").map((each) => each.split("=")));
  const chosen = Object.keys(LOOKS).filter((cookie) => LOOKS[cookie].includes(kept[cookie]));

  for (const cookie of chosen) {
    document.documentElement.setAttribute(`data-${cookie.replace("_", "-")}`, kept[cookie]);
  }

  // A face of ours that came after the text would not be used on this page, or make lines jump.
  if (chosen.includes("face")) {
    for (const href of files[kept.face]?.split(" ") ?? []) {
      const link = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href };
      document.head.append(Object.assign(document.createElement("link"), link));
    }
  }

  // Here is a script, so the server need not do it; see look/cookies.py.
  if ("plain" in kept) document.cookie = "plain=; Max-Age=0; Path=/";
})();
