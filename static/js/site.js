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

/* The link leads to the plain ways of sharing; where the system has its own sheet, that opens. */
const ways = document.querySelector("#chia-se");

for (const link of document.querySelectorAll("[data-share]")) {
  link.addEventListener("click", async (event) => {
    if (ways) ways.open = true;
    if (!navigator.share) return;
    event.preventDefault();
    try {
      await navigator.share({ title: document.title, url: address(link) });
    } catch (error) {
      if (error.name !== "AbortError") ways?.scrollIntoView();
    }
  });
}

/* Was it of use: without leaving the page, and one reading told. No cookie, nothing of the reader. */

/* Sends a form's words; whether they were taken. */
const sent = async (address, body) => {
  try {
    const answer = await fetch(address, { ...HERE, body });
    return answer.ok ? "" : answer.status === 429 ? "Vừa có mấy lời nhắn từ cùng một mạng. Một giờ nữa bạn bấm gửi lại giúp." : "Trang chưa nhận được. Bạn bấm lại giúp.";
  } catch {
    return "Mạng đang yếu, chưa gửi được. Bạn bấm lại giúp.";
  }
};

const HERE = { method: "POST", headers: { "X-Requested-With": "fetch" }, credentials: "omit" };
const rating = document.querySelector("[data-rate]");
const remark = document.querySelector("[data-remark]");
const said = document.querySelector("[data-said]");

rating?.addEventListener("submit", async (event) => {
  const useful = event.submitter?.value;
  if (!useful || !remark) return;
  event.preventDefault();
  said.textContent = await sent(rating.action, new URLSearchParams({ useful }));
  if (said.textContent) return;
  rating.hidden = true;
  remark.hidden = false;
  remark.elements.useful.value = useful;
  remark.elements.text.focus({ preventScroll: true });
});

remark?.addEventListener("submit", async (event) => {
  event.preventDefault();
  said.textContent = await sent(remark.action, new URLSearchParams(new FormData(remark)));
  if (said.textContent) return;
  remark.hidden = true;
  said.textContent = "Đã nhận lời nhắn, cảm ơn bạn.";
  said.focus();
});

if (rating && !navigator.webdriver) {
  addEventListener("load", () => fetch(rating.dataset.count, HERE).catch(() => {}));
}

/* Photos of a gallery, one after the other. Without a dialog the link opens the picture itself. */

const photos = [...document.querySelectorAll("a[data-photo]")];

function lightbox() {
  const dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", "Xem ảnh");
  dialog.innerHTML =
    '<figure><img alt=""><figcaption aria-live="polite"></figcaption></figure><p>' +
    '<button type="button" data-step="-1">Ảnh trước</button>' +
    '<button type="button" data-step="1">Ảnh sau</button>' +
    '<button type="button" data-close>Đóng</button></p>';
  document.body.append(dialog);
  const [image, caption] = [dialog.querySelector("img"), dialog.querySelector("figcaption")];
  let at = 0;
  const show = (number) => {
    at = (number + photos.length) % photos.length;
    const link = photos[at];
    image.src = link.href;
    image.alt = link.querySelector("img")?.alt ?? "";
    const words = link.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "";
    caption.textContent = `${at + 1}/${photos.length}${words ? `. ${words}` : ""}`;
  };
  dialog.addEventListener("click", ({ target }) => {
    if (target.dataset.step) show(at + Number(target.dataset.step));
    else if (target === dialog || "close" in target.dataset) dialog.close();
  });
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") show(at - 1);
    if (key === "ArrowRight") show(at + 1);
  });
  dialog.addEventListener("close", () => photos[at].focus());
  return (number) => {
    show(number);
    dialog.showModal();
    dialog.querySelector("[data-close]").focus();
  };
}

if (photos.length && "HTMLDialogElement" in window) {
  let open = null;
  for (const [number, link] of photos.entries()) {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      open ??= lightbox();
      open(number);
    });
  }
}

/* Read aloud, only where the browser has a Vietnamese voice */

addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("main details")) part.open = true;
});

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

/* A form that counts once: the second press of an impatient thumb does nothing. */

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}
