// Whoever has written something and is about to leave without sending it is asked first. What was saved otherwise
// (a draft) says so by an event `rundbord:saved` on its form. The quick exit never asks.
const written = new Set();

addEventListener("input", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || field.form?.method !== "post") return;
  if (field.value.trim() === field.defaultValue.trim()) written.delete(field);
  else written.add(field);
});

const saved = (event) => {
  for (const field of written) if (field.form === event.target) written.delete(field);
};
addEventListener("submit", (event) => event.defaultPrevented || saved(event));
addEventListener("rundbord:saved", saved);

addEventListener("beforeunload", (event) => {
  if (written.size && document.documentElement.dataset.leaving === undefined) event.preventDefault();
});
