// A table wider than the page scrolls by itself; Safari lets the keyboard scroll it only when it can be focused.

for (const table of document.querySelectorAll(".prose table")) {
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
}
