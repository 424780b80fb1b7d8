// The quick exit. Pressing it, or Esc three times within two seconds, hides the page at once, ends the session, and
// puts something harmless in this page's place in the history. Without scripts it is a form that ends the session.
const form = document.querySelector("form[data-leave]");

if (form) {
  let leaving = false;
  let presses = [];

  const leave = async () => {
    if (leaving) return;
    leaving = true;
    document.documentElement.dataset.leaving = "";
    document.title = "";
    // The answer empties the browser's memory of this site; whoever is in a hurry doesn't wait long for it.
    const ended = fetch(form.action, { method: "POST", redirect: "manual", keepalive: true }).catch(() => {});
    await Promise.race([ended, new Promise((done) => setTimeout(done, 800))]);
    location.replace(form.dataset.leave);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = performance.now();
    presses = [...presses.filter((then) => now - then < 2000), now];
    if (presses.length >= 3) leave();
  });
}

// A page that the browser kept whole and shows again may be another's by now: ask for it anew.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
