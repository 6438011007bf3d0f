// On a phone the bar lies over the text: it goes away while one scrolls on, and comes back when one scrolls back.

const bar = document.querySelector(".reading-bar");
const A_LITTLE = 8; // pixels that a resting finger moves
let last = scrollY;

addEventListener("scroll", () => {
  if (Math.abs(scrollY - last) < A_LITTLE) return;
  bar.classList.toggle("reading-bar--away", scrollY > last);
  last = scrollY;
}, { passive: true });
