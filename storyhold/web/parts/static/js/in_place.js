// Changes how a page of text looks without losing what one reads: the line at the top stays there.

export function keepInPlace(change) {
  const paragraph = [...document.querySelectorAll(".prose > *")].find(reachesIntoView);
  const before = paragraph?.getBoundingClientRect();
  change();
  if (!paragraph) return;
  const { top, height } = paragraph.getBoundingClientRect();
  // A long paragraph may have begun far above.
  const above = Math.max(0, -before.top / before.height) * height;
  scrollBy({ top: top + above - Math.max(0, before.top), behavior: "instant" });
}

function reachesIntoView(paragraph) {
  return paragraph.getBoundingClientRect().bottom > 1;
}
