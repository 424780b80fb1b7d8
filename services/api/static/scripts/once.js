// A form is sent once: the second of two quick clicks does nothing, and the button says that it is on its way.
// (Each form has a key of its own besides, by which the server takes it once.) After a while it may be tried again.
const WAIT = 10_000;
const words = document.body.dataset.sending;

addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "";
  const button = event.submitter;
  // Not `disabled`: a disabled button's own value would not be sent, and the focus would be lost.
  button?.setAttribute("aria-disabled", "true");
  const said = button?.classList.contains("button") && words ? button.textContent : null;
  // What is sent is gathered before a text that changes could matter.
  setTimeout(() => {
    if (said !== null) button.textContent = words;
  });
  setTimeout(() => {
    delete form.dataset.sent;
    button?.removeAttribute("aria-disabled");
    if (said !== null) button.textContent = said;
  }, WAIT);
});
