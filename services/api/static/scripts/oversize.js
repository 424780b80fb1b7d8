// A file larger than the server takes is told of as soon as it is chosen, and the form is not sent with it: the server would
// refuse the whole of it, and the words beside the file would be lost.
for (const field of document.querySelectorAll("input[type=file][data-most]")) {
  const told = document.getElementById(field.dataset.tooLarge);
  const tooLarge = () => {
    const found = [...field.files].some((file) => file.size > Number(field.dataset.most));
    told.hidden = !found;
    if (found) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    return found;
  };

  field.addEventListener("change", tooLarge);
  // Before whatever else listens: nothing may take the form for sent.
  addEventListener(
    "submit",
    (event) => {
      if (event.target !== field.form || !tooLarge()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      field.focus();
    },
    true,
  );
}
