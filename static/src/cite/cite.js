// Copies the words of the field that a button names, and says so.
async function copied(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // A page that did not come over https has no clipboard: the words stay selected, to be copied by hand.
    return "The citation is selected. Copy it with your keyboard.";
  }
  return "The citation was copied.";
}

export function startCopying() {
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copies]");
    if (!button) return;
    const sentence = await copied(document.getElementById(button.dataset.copies));
    document.getElementById("said").textContent = sentence;
    button.textContent = sentence;
  });
}
