/**
 * Which words of a comment stood beside the button that was pressed (`seen` in `desk/comments.ts` writes them into the form).
 * @returns the time of their last edit; zero when they had never been edited.
 */
export function seenIn(form: URLSearchParams, comment: string): number {
  const [, edited] =
    form
      .getAll("seen")
      .map((each) => each.split(" "))
      .find(([id]) => id === comment) ?? [];
  return /^\d{1,15}$/u.test(edited ?? "") ? Number(edited) : 0;
}
