/** The script of the buttons beside text blocks (`text-block-list.ts`), which stand there only with it. What is put in stands where the cursor is, behind other words as a paragraph of its own. */
export const insertScript = `;(() => {
  for (const button of document.querySelectorAll("[data-into]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.into);
      const text = button.parentElement.querySelector("[data-text]").textContent;
      const { selectionStart: from, selectionEnd: to, value } = field;
      const gap = from === value.length && /\\S$/u.test(value) ? "\\n\\n" : "";
      field.setRangeText(gap + text, from, to, "end");
      field.focus();
    });
  }
})()`;
