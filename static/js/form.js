/* The form for sending in. Everything works without this file: it keeps what is typed on the
   device, counts characters, and sends pictures one by one, made smaller, with progress. */

const MOST_PIXELS = 2560;
const SMALL_ENOUGH = 1024 * 1024;
const DAY = 24 * 3600 * 1000;
const form = document.querySelector("form.ff");
const $ = (selector, root = document) => root.querySelector(selector);

$(".esum")?.focus();

/* --- what is typed stays on this device for a day ------------------------------------------- */

const keyOf = (kind, step) => `gui:${kind}:${step}`;

function forget(kind) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(keyOf(kind, ""))) localStorage.removeItem(key);
    }
  } catch {
    /* Private windows may refuse. */
  }
}

function stored(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return found && Date.now() - found.at < DAY ? found : null;
  } catch {
    return null;
  }
}

const clock = (at) =>
  new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

/* Never what is hidden, and nothing of the step of consents, which has no `data-keep`. */
const kept = () =>
  [...form.elements].filter((field) => field.name && field.closest(".field") && field.type !== "file");

function values() {
  return kept()
    .filter((field) => !/radio|checkbox/.test(field.type) || field.checked)
    .map((field) => [field.name, field.value]);
}

function fillIn(rows) {
  for (const field of kept()) {
    const said = rows.filter(([name]) => name === field.name).map(([, value]) => value);
    if (/radio|checkbox/.test(field.type)) field.checked = said.includes(field.value);
    else if (said.length) field.value = said[0];
    if (field.value && field.closest("details") && said[0]) field.closest("details").open = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function keepOnDevice() {
  const { kind, keep } = form.dataset;
  const key = keyOf(kind, keep);
  const line = $("[data-saved]", form);
  const [text, button] = [$(".said", line), $("[data-forget]", line)];
  let timer = 0;

  const say = (words) => {
    text.textContent = words;
    line.hidden = false;
  };
  const save = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), rows: values() }));
      say(`Đã giữ bản nháp trên máy này lúc ${clock(Date.now())}`);
    } catch {
      /* Full or refused: the server keeps each step all the same. */
    }
  };
  button.addEventListener("click", () => {
    clearTimeout(timer);
    forget(kind);
    say("Đã xóa chữ giữ trên máy này");
    button.hidden = true;
  });

  const found = stored(key);
  const typed = kept().some((field) => /text|tel|email|textarea/.test(field.type) && field.value);
  if (found && !typed && found.rows.some(([, value]) => value)) {
    say(`Máy này còn giữ chữ gõ lúc ${clock(found.at)}`);
    const offer = document.createElement("button");
    Object.assign(offer, { type: "button", className: "lkb", textContent: "Điền lại chữ đã gõ" });
    offer.addEventListener("click", () => {
      fillIn(found.rows);
      offer.remove();
      kept()[0]?.focus();
    });
    button.before(offer, " ");
    form.prepend(line);
  }
  form.addEventListener("input", (event) => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(save, 600);
  });
}

if (form?.dataset.keep) keepOnDevice();
const sent = $("[data-sent]");
if (sent) forget(sent.dataset.sent);
const thrown = $("form[data-throw]");
thrown?.addEventListener("submit", () => forget(thrown.dataset.throw));

/* --- how many characters are left ------------------------------------------------------------ */

for (const field of document.querySelectorAll("[data-most]")) {
  const most = Number(field.dataset.most);
  const line = document.createElement("p");
  line.className = "hint count";
  const count = () => {
    const left = most - [...field.value.normalize("NFC")].length;
    line.hidden = left > most / 2 || (left > 60 && most > 200);
    line.textContent = left < 0 ? `Dài quá ${-left} ký tự` : `Còn ${left} ký tự`;
    line.classList.toggle("over", left < 0);
  };
  field.after(line);
  field.addEventListener("input", count);
  count();
}

/* --- pictures ---------------------------------------------------------------------------------- */

const size = (bytes) =>
  bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1e3))} kB`
    : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

async function shrunk(file, canvas) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return file; /* HEIC in most browsers: the server can read it. */
  }
  const side = Math.min(bitmap.width, bitmap.height);
  canvas.getContext("2d").drawImage(
    bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, 192, 192,
  );
  const scale = MOST_PIXELS / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1 && file.size < SMALL_ENOUGH) return file;
  const full = document.createElement("canvas");
  full.width = Math.round(bitmap.width * Math.min(scale, 1));
  full.height = Math.round(bitmap.height * Math.min(scale, 1));
  full.getContext("2d").drawImage(bitmap, 0, 0, full.width, full.height);
  bitmap.close();
  const blob = await new Promise((done) => full.toBlob(done, "image/jpeg", 0.86));
  return blob && blob.size < file.size ? blob : file;
}

/* One request; `row.request` is what “Dừng tải” stops. */
function post(address, body, row, onProgress) {
  return new Promise((done) => {
    const request = (row.request = new XMLHttpRequest());
    request.open("POST", address);
    request.timeout = 180000;
    request.responseType = "json";
    request.upload.addEventListener("progress", onProgress);
    request.addEventListener("loadend", () =>
      done({ status: request.status, answer: request.response ?? {} }),
    );
    request.send(body);
  });
}

function uploads(box) {
  const { upload, mostFiles } = box.dataset;
  const [input, list, status] = ["input[type=file]", "[data-pictures]", "[data-status]"].map((one) =>
    $(one, box),
  );
  const template = $("template", box);
  const waiting = [];
  let busy = false;

  function add(file) {
    const item = template.content.cloneNode(true).firstElementChild;
    const part = (name) => $(`[data-p=${name}]`, item);
    const row = { file, item, part };
    $(".fname", item).textContent = file.name;
    part("bar").setAttribute("aria-label", `Đang tải ${file.name}`);
    part("stop").addEventListener("click", () => {
      row.stopped = true;
      row.request?.abort();
      item.remove();
      input.focus();
    });
    part("again").addEventListener("click", () => {
      part("again").hidden = true;
      part("bar").hidden = false;
      queue(row);
    });
    list.append(item);
    queue(row);
  }

  function queue(row) {
    row.part("size").textContent = "đang chờ";
    waiting.push(row);
    work();
  }

  async function work() {
    if (busy) return;
    busy = true;
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      if (!row.stopped) await one(row);
    }
    busy = false;
    delete form.dataset.sent;
  }

  async function one(row) {
    const { part, file } = row;
    row.blob ??= await shrunk(file, $("canvas", row.item));
    if (row.stopped) return;
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("file", row.blob, file.name);
    const { status: code, answer } = await post(upload, body, row, (event) => {
      part("bar").value = event.loaded / event.total;
      part("size").textContent = `${size(event.loaded)} trên ${size(event.total)}`;
    });
    if (row.stopped) return;
    part("bar").hidden = true;
    if (code === 201) return taken(row, answer);
    part("stop").textContent = "Bỏ ảnh này";
    const weak = !code || code >= 500;
    part("size").textContent =
      answer.error || (weak ? "Mạng yếu, chưa tải được." : "Chưa nhận được ảnh này.");
    part("size").classList.add("bad");
    part("again").hidden = !weak && code !== 429;
    status.textContent = `${file.name}: ${part("size").textContent}`;
  }

  function taken(row, { id, thumb, size: bytes }) {
    const { part, item, file } = row;
    part("size").classList.remove("bad");
    part("size").textContent = `${size(bytes)} · đã tải`;
    status.textContent = `Đã tải ${file.name}`;
    Object.assign(part("stop"), { type: "submit", name: "act", value: `remove-${id}` });
    part("stop").textContent = "Bỏ ảnh này";
    part("stop").replaceWith(part("stop").cloneNode(true));
    $("[data-p=more]", item).hidden = false;
    $("input.inp", item).name = `alt-${id}`;
    for (const radio of item.querySelectorAll("input[type=radio]")) radio.name = `person-${id}`;
    const picture = Object.assign(new Image(96, 96), { src: thumb, alt: "" });
    picture.addEventListener("load", () => $("canvas", item)?.replaceWith(picture));
  }

  input.addEventListener("change", () => {
    const room = Number(mostFiles) - list.children.length;
    for (const file of [...input.files].slice(0, Math.max(room, 0))) add(file);
    if (input.files.length > room) {
      status.classList.remove("vh");
      status.textContent = `Chỉ nhận ${mostFiles} ảnh. Bỏ bớt một ảnh rồi chọn thêm.`;
    }
    input.value = "";
  });
  form.addEventListener("submit", (event) => {
    if (!busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    status.classList.remove("vh");
    status.textContent = "Đợi tải xong ảnh rồi bấm tiếp.";
  }, true);
}

const box = $("[data-upload]");
if (box) uploads(box);
