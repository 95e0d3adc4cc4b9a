import { CANCEL_SYMBOL, cancel, select, text } from "@clack/prompts";

/** Asks whoever sits at the terminal. Who stops it (Ctrl+C, Esc) ends the command, as a signal does; `stopped` is what it says then. */
export function questionsAt(stopped: string) {
  const answered = <Value>(answer: Value | typeof CANCEL_SYMBOL): Value => {
    if (answer !== CANCEL_SYMBOL) return answer;
    cancel(stopped);
    return process.exit(130);
  };
  return {
    /** @param fault what is wrong with an answer, or null */
    text: async (
      message: string,
      fault: (answer: string) => string | null,
      initialValue = "",
    ): Promise<string> =>
      answered(
        await text({ message, initialValue, validate: (value = "") => fault(value) ?? undefined }),
      ),
    choose: async <Slug extends string>(
      message: string,
      choices: readonly { readonly slug: Slug; readonly name: string }[],
    ): Promise<Slug> => {
      const options = choices.map(({ slug, name }) => ({ value: slug, label: name }));
      return answered(await select<string>({ message, options, maxItems: 12 })) as Slug;
    },
  };
}

export type Questions = ReturnType<typeof questionsAt>;
