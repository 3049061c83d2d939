/* The sign-in pages. Everything works without this file; its buttons stay hidden until it runs. */

for (const line of document.querySelectorAll("[data-show-password]")) {
  const button = line.querySelector("button");
  const inputs = [...line.closest("form").querySelectorAll("input[type=password]")];
  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(shown));
    for (const input of inputs) input.type = shown ? "text" : "password";
  });
  /* Browsers keep only what was typed as a password out of their suggestions. */
  line.closest("form").addEventListener("submit", () => {
    for (const input of inputs) input.type = "password";
  });
  line.hidden = false;
}

const copy = document.querySelector("[data-copy-codes]");

if (copy && navigator.clipboard) {
  const said = document.querySelector("[data-copied]");
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const codes = [...document.querySelectorAll("[data-codes] code")].map((one) => one.textContent);
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      said.textContent = "Đã chép. Dán vào nơi cất rồi xóa khỏi bảng tạm.";
    } catch {
      said.textContent = "Chưa chép được. Bạn bôi đen các mã rồi chép bằng tay.";
    }
  });
}
