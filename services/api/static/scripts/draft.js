// What is written in a form with data-draft is kept for its writer alone, some seconds after they paused. Without scripts
// there is a button for it. Nothing is kept in the browser.
const PAUSE = 4000;
const AT_MOST = 15000;

for (const form of document.querySelectorAll("form[data-draft]")) {
  const said = form.querySelector("[data-draft-said]");
  let timer = 0;
  let first = 0;
  let sending = false;
  let again = false;

  const say = (text) => {
    if (said) said.textContent = text;
  };

  const keep = async () => {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    first = 0;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
      });
      if (answer.ok) {
        say(`${form.dataset.draftKept} ${(await answer.json()).savedAt}`);
        form.dispatchEvent(new Event("rundbord:saved", { bubbles: true }));
      } else if (answer.status === 401 || answer.type === "opaqueredirect") {
        say(form.dataset.draftLost);
      } else {
        say(form.dataset.draftWaits);
      }
    } catch {
      say(form.dataset.draftWaits);
    }
    sending = false;
    if (again) {
      again = false;
      soon();
    }
  };

  const soon = () => {
    const now = Date.now();
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(keep, Math.min(PAUSE, Math.max(0, first + AT_MOST - now)));
  };

  form.addEventListener("input", soon);
  form.addEventListener("submit", () => clearTimeout(timer));
  // A lid that is closed, a tab that is left: what waits is kept now.
  addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !first) return;
    clearTimeout(timer);
    first = 0;
    navigator.sendBeacon?.(form.dataset.draft, new URLSearchParams(new FormData(form)));
  });
}
