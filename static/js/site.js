/* Reading tools. Every page works without this file; the buttons stay hidden until it runs. */

const root = document.documentElement;
const SIZE_KEY = "co-chu";
const SIZES = [-1, 0, 1, 2, 3];

const buttons = (action) => document.querySelectorAll(`[data-action="${action}"]`);

function on(action, handler) {
  for (const button of buttons(action)) {
    button.addEventListener("click", () => handler(button));
    button.hidden = false;
  }
}

/* Says a sentence to everybody: shown beside the tools, read out by screen readers. */
function say(button, text) {
  const tools = button.closest(".tools") ?? button.parentElement;
  let line = tools.parentElement.querySelector(".tools-status");
  if (!line) {
    line = document.createElement("p");
    line.className = "tools-status";
    tools.after(line);
  }
  line.setAttribute("aria-live", "polite");
  line.textContent = "";
  requestAnimationFrame(() => {
    line.textContent = text;
  });
}

/* Text size */

function storedSize() {
  try {
    const size = Number(localStorage.getItem(SIZE_KEY));
    return SIZES.includes(size) ? size : 0;
  } catch {
    return 0;
  }
}

function applySize(size) {
  if (size) root.dataset.text = String(size);
  else delete root.dataset.text;
  for (const button of buttons("text-smaller")) button.disabled = size <= SIZES[0];
  for (const button of buttons("text-larger")) button.disabled = size >= SIZES.at(-1);
}

function changeSize(button, step) {
  const now = Number(root.dataset.text ?? 0) + step;
  const size = Math.min(Math.max(now, SIZES[0]), SIZES.at(-1));
  applySize(size);
  try {
    localStorage.setItem(SIZE_KEY, String(size));
  } catch {
    /* Private windows may refuse: the size then lasts for this page only. */
  }
  say(button, size === 0 ? "Cỡ chữ thường" : step > 0 ? "Đã tăng cỡ chữ" : "Đã giảm cỡ chữ");
}

applySize(storedSize());
on("text-smaller", (button) => changeSize(button, -1));
on("text-larger", (button) => changeSize(button, 1));

/* Print, copy, share */

on("print", () => window.print());

const address = (button) =>
  button.dataset.url
    ? new URL(button.dataset.url, location.href).href
    : (document.querySelector('link[rel="canonical"]')?.href ?? location.href);

if (navigator.clipboard) {
  on("copy", async (button) => {
    try {
      await navigator.clipboard.writeText(address(button));
      say(button, "Đã chép liên kết");
    } catch {
      say(button, `Chưa chép được. Liên kết: ${address(button)}`);
    }
  });
}

if (navigator.share) {
  on("share", async (button) => {
    try {
      await navigator.share({ title: document.title, url: address(button) });
    } catch (error) {
      if (error.name !== "AbortError") say(button, "Máy chưa chia sẻ được trang này");
    }
  });
}

/* Read aloud, only where the browser has a Vietnamese voice */

const speech = window.speechSynthesis;
const SKIPPED = "figure, table, aside, nav, form, .tags, .files, .tools, [hidden]";

function readable() {
  const title = document.querySelector("h1");
  const sapo = document.querySelector(".art-sapo");
  const parts = [...document.querySelectorAll(".body :is(h2, h3, h4, p, li)")];
  return [title, sapo, ...parts]
    .filter((part) => part && !part.closest(SKIPPED))
    .map((part) => part.textContent.trim())
    .filter(Boolean);
}

function markSpeaking(button, speaking) {
  button.setAttribute("aria-pressed", String(speaking));
}

function toggleSpeech(button, voice) {
  if (speech.speaking) {
    speech.cancel();
    markSpeaking(button, false);
    say(button, "Đã dừng đọc");
    return;
  }
  /* One utterance for each paragraph: browsers cut long ones short. */
  const queue = readable().map((text) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    return utterance;
  });
  const last = queue.at(-1);
  if (!last) return;
  last.addEventListener("end", () => markSpeaking(button, false));
  for (const utterance of queue) speech.speak(utterance);
  markSpeaking(button, true);
  say(button, "Đang đọc. Bấm lần nữa để dừng");
}

let offered = false;

function offerSpeech() {
  const voice = speech.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
  if (!voice || offered) return;
  offered = true;
  on("speak", (button) => toggleSpeech(button, voice));
}

if (speech && buttons("speak").length) {
  offerSpeech();
  speech.addEventListener?.("voiceschanged", offerSpeech);
  window.addEventListener("pagehide", () => speech.cancel());
}
