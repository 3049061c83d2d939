/* Asks the server, while a page is written, what is still missing. Without it the approver's
   screen and the refusal on sending say the same. */

const section = document.querySelector("[data-ready-url]");
const form = document.querySelector("[data-edit-form]");
const PAUSE = 1500;

if (section && form) start();

function start() {
  const result = section.querySelector("[data-ready-result]");
  const failed = section.querySelector("[data-ready-failed]");
  const opener = makeOpener();
  let timer = 0;
  let asked = 0;

  async function check() {
    const number = ++asked;
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    let html = failed.innerHTML;
    try {
      const answer = await fetch(address(), {
        method: "POST",
        body: data,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      if (answer.ok && !answer.redirected) html = await answer.text();
    } catch {
      /* No network: the sentence for that stays. */
    }
    if (number !== asked) return;
    if (result.innerHTML !== html) result.innerHTML = html;
    opener(result.querySelector("[data-ready-must]")?.dataset);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  for (const name of ["input", "change", "w-autosave:success"]) form.addEventListener(name, later);
  section.querySelector("[data-ready-again]").addEventListener("click", check);
  later();
}

/* A new page gets its own address with its first save, and is asked about there. */
function address() {
  const saved = window.location.pathname.match(/\/pages\/(\d+)\/edit\/$/);
  return saved ? section.dataset.readyKnown.replace("/0/", `/${saved[1]}/`) : section.dataset.readyUrl;
}

/* In the footer: how many points there are, leading to the panel that names them. */
function makeOpener() {
  const source = section.querySelector("[data-ready-open]");
  const footer = form.querySelector("footer .actions");
  const toggle = document.querySelector('[data-side-panel-toggle="checks"]');
  if (!source || !footer || !toggle) return () => {};
  const button = source.content.querySelector("button").cloneNode(true);
  button.hidden = true;
  button.addEventListener("click", () => {
    if (toggle.getAttribute("aria-expanded") !== "true") toggle.click();
    section.scrollIntoView({ block: "nearest" });
    section.querySelector("h2").focus();
  });
  footer.append(button);
  return (counts) => {
    const found = { must: Number(counts?.readyMust ?? 0), should: Number(counts?.readyShould ?? 0) };
    for (const [name, count] of Object.entries(found)) {
      const part = button.querySelector(`[data-ready-${name}]`);
      part.querySelector("b").textContent = count;
      part.hidden = !count;
    }
    button.hidden = !found.must && !found.should;
  };
}
