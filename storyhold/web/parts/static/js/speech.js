// What the browser can say, in which voice, and in which pieces.

// Read, they would be heard twice.
const NOT_SAID = "rt, rp";

export function voiceFor(language) {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  const wanted = new Intl.Locale(language).maximize();
  const fitting = voices.filter((voice) => languageOf(voice).language === wanted.language);
  return fitting.find((voice) => languageOf(voice).region === wanted.region) ?? fitting[0];
}

function languageOf(voice) {
  try {
    return new Intl.Locale(voice.lang.replaceAll("_", "-")).maximize(); // Android writes en_US
  } catch {
    return {};
  }
}

export function languageOfText(element) {
  return element.closest("[lang]").lang;
}

// By sentences: some browsers fall silent in the middle of a long text, and none of them stops in one and goes on.
export function sentencesOf(element) {
  const text = textOf(element);
  if (!Intl.Segmenter) return [text];
  const sentences = new Intl.Segmenter(languageOfText(element), { granularity: "sentence" }).segment(text);
  return Array.from(sentences, ({ segment }) => segment.trim()).filter(isWords);
}

export function isWords(text) {
  return /[\p{L}\p{N}]/u.test(text);
}

function textOf(element) {
  const copy = element.cloneNode(true);
  for (const each of copy.querySelectorAll(NOT_SAID)) each.remove();
  for (const each of copy.querySelectorAll("br")) each.replaceWith("\n");
  return copy.textContent;
}

let said = null;

export function say(text, { language, rate, ended, failed }) {
  hush();
  const words = new SpeechSynthesisUtterance(text);
  Object.assign(words, { lang: language, voice: voiceFor(language) ?? null, rate });
  // One that was hushed ends, too, and late.
  words.onend = () => said === words && ended();
  words.onerror = () => said === words && failed();
  said = words;
  speechSynthesis.speak(words);
}

export function hush() {
  said = null;
  speechSynthesis.cancel();
}
