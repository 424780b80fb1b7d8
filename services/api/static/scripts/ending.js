// Some minutes before a session ends its reader is told, and stays by one press (WCAG 2.2.1). The server alone knows when
// it ends: another window, or a draft that was kept, may have gone on with it since.
const WARN = 5 * 60;
const dialog = document.querySelector("dialog[data-ending]");

if (dialog) {
  const stay = dialog.querySelector("[data-stay]");
  const words = stay.textContent;
  const title = dialog.querySelector("h2");
  const asked = title.textContent;
  let timer = 0;

  const again = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(5, Math.min(seconds, 3600)) * 1000);
  };

  const show = (gone, lasts) => {
    title.textContent = gone ? dialog.dataset.gone : asked;
    for (const part of dialog.querySelectorAll("p[data-soon], p[data-gone]")) part.hidden = "gone" in part.dataset !== gone;
    stay.textContent = gone || lasts ? stay.dataset.again : words;
    stay.href = gone || lasts ? "/login?next=/stay" : "/stay";
    if (!dialog.open) dialog.showModal();
  };

  // How long the session lasts, in seconds: 0 when it is over, undefined when nobody answers.
  const left = async () => {
    try {
      const answer = await fetch("/auth/me", { cache: "no-store" });
      if (answer.status === 401) return 0;
      if (!answer.ok) return undefined;
      const ends = new Date((await answer.json()).expires_at);
      dialog.querySelector("[data-at]").textContent = ends.toLocaleTimeString(document.documentElement.lang, {
        hour: "2-digit",
        minute: "2-digit",
        timeZone: "Europe/Copenhagen",
      });
      return (ends - Date.now()) / 1000;
    } catch {
      return undefined;
    }
  };

  const look = async (lasts = false) => {
    const seconds = await left();
    if (seconds === undefined) return again(60);
    if (seconds > WARN) {
      if (dialog.open) dialog.close();
      return again(seconds - WARN + 1);
    }
    show(seconds <= 0, lasts === true);
    if (seconds > 0) again(seconds + 1);
  };

  stay.addEventListener("click", async (event) => {
    // A professional's provider is asked in the new window; a family's session goes on by being used.
    if ("renews" in dialog.dataset || stay.textContent !== words) return;
    event.preventDefault();
    await fetch("/stay", { redirect: "manual" }).catch(() => {});
    look(true);
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  again(60);
}
