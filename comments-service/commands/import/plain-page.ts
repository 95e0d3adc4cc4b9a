/** A page of plain text that is written from its beginning to its end; each paragraph knows how deep in quotations it stands. */
export function createPage() {
  const paragraphs: string[] = [];
  let words = "";
  let depth = 0;

  /** Ends the paragraph, if one was begun. */
  function paragraph(): void {
    // Who typed fences of his own wants the spaces between them.
    const isFenced = /^[ \t]*```/mu.test(words);
    const lines = words
      .split(/\r\n?|\n/u)
      .map((line) => (isFenced ? line.trimEnd() : line.trim()))
      .join("\n")
      .trim()
      .split(/\n{2,}/u);
    const mark = "> ".repeat(depth);
    for (const each of lines)
      if (each !== "") paragraphs.push(mark + each.replaceAll("\n", `\n${mark}`));
    words = "";
  }

  return {
    paragraph,
    write: (more: string) => void (words += more),
    /** Begins an item of a list. */
    item: () => void (words += "\n– "),
    /** Goes one deeper into quotations, or out of one. */
    quote(by: 1 | -1) {
      paragraph();
      depth = Math.min(Math.max(depth + by, 0), 5);
    },
    /** Lines as they were typed, with their spaces: they stand between two fences. */
    code(lines: string) {
      paragraph();
      if (lines.trim() === "") return;
      const mark = "> ".repeat(depth);
      paragraphs.push(
        fenced(lines)
          .map((line) => (mark + line).trimEnd())
          .join("\n"),
      );
    },
    text() {
      paragraph();
      return paragraphs.join("\n\n");
    },
  };
}

/** The lines between two fences that are longer than any within, as Markdown has it. */
export function fenced(code: string, language = ""): string[] {
  const lines = code
    .replace(/\r\n?/gu, "\n")
    .replace(/^\n|\s+$/gu, "")
    .split("\n");
  const within = code.match(/`{3,}/gu)?.map(({ length }) => length) ?? [];
  const fence = "`".repeat(within.reduce((most, each) => Math.max(most, each + 1), 3));
  return [fence + language, ...lines, fence];
}
