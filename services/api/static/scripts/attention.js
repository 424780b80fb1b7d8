// What happened is where the reader begins: an error summary, or the word that it went well, takes the focus.
// Without scripts it is the first thing on the page.
document.querySelector("[data-attention]")?.focus();
