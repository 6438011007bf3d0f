// A table wider than the page scrolls by itself; Safari lets the keyboard scroll it only when it can be focused.

const widths = new ResizeObserver((tables) => {
  for (const { target } of tables) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
  }
});

for (const table of document.querySelectorAll(".prose table")) widths.observe(table);
