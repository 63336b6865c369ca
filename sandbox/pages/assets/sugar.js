// Sugar only: every page works without this file.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    const question = form.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    if (form.method !== "post") return;
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-busy", "true");
  });
}

// The back button may bring a page out of the cache with its form still marked as sent.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-busy");
  }
});

function regroup(input, digits) {
  const atEnd = input.selectionStart === input.value.length;
  if (!atEnd) return;
  const plain = input.value.replace(/[^0-9a-z]/gi, "").toUpperCase();
  input.value = plain.replace(new RegExp(`(.{${digits}})(?=.)`, "g"), "$1 ");
}

for (const input of document.querySelectorAll("[data-group]")) {
  input.addEventListener("input", () => regroup(input, Number(input.dataset.group)));
}

for (const input of document.querySelectorAll("[data-expiry]")) {
  input.addEventListener("input", (event) => {
    if (event.inputType?.startsWith("delete")) return;
    const digits = input.value.replace(/\D/g, "").slice(0, 4);
    input.value = digits.length < 2 ? digits : `${digits.slice(0, 2)}/${digits.slice(2)}`;
  });
}

for (const button of document.querySelectorAll("[data-fill]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const [name, value] of Object.entries(JSON.parse(button.dataset.fill))) {
      const input = document.querySelector(`[name="${CSS.escape(name)}"]`);
      if (input) input.value = value;
    }
  });
}

const invalid = document.querySelector("[aria-invalid='true']");
if (invalid) invalid.focus();
