/**
 * Which words stood beside the button that was pressed (`seen` in `comments-page.ts` writes them into the form).
 * @returns for each comment the time of their last edit; zero when they had never been edited.
 */
export function seenIn(form: URLSearchParams): ReadonlyMap<string, number> {
  return new Map(
    form.getAll("seen").map((each) => {
      const [id = "", edited = ""] = each.split(" ");
      return [id, /^\d{1,15}$/u.test(edited) ? Number(edited) : 0];
    }),
  );
}
