// Changes how a page of text looks without losing what one reads: the paragraph at the top stays there.

export function keepInPlace(change) {
  const line = [...document.querySelectorAll(".prose > *")].find(isAtTheTop);
  const before = line?.getBoundingClientRect().top;
  change();
  if (line) scrollBy({ top: line.getBoundingClientRect().top - before, behavior: "instant" });
}

function isAtTheTop(line) {
  return line.getBoundingClientRect().bottom > 0;
}
