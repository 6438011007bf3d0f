// Changes the look at once. The form does the same by itself, with a button; see look.py for the cookies.

const A_YEAR = 60 * 60 * 24 * 365;
const root = document.documentElement;
const attributes = { theme: "theme", text_size: "textSize", face: "face", paragraphs: "paragraphs" };

function keep(name, value) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Max-Age=${A_YEAR}; Path=/; SameSite=Lax${secure}`;
}

function choose(name, value) {
  root.dataset[attributes[name]] = value;
  keep(name, value);
  // The page may hold the form twice: in its head and as its subject.
  for (const same of document.querySelectorAll(`[data-look] input[name="${name}"]`)) {
    same.checked = same.value === value;
  }
}

for (const form of document.querySelectorAll("[data-look]")) {
  form.classList.add("look-form--live");
  form.addEventListener("change", (event) => {
    if (event.target.name in attributes) choose(event.target.name, event.target.value);
  });
}
