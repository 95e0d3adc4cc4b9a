import type { Token } from "markdown-it";

/** What one parse gathers beside its tokens: markdown-it hands it to every rule, and no other parse sees it. */
export interface Environment {
  /** Where an inline token begins in the content of the block that holds it. */
  readonly offsets: Map<Token, number>;
  readonly definitions: FootnoteDefinition[];
  /** Kept by markdown-it-footnote: each label with its index in `list` (-1: never cited), and the notes in the order of their numbers. */
  footnotes?: {
    readonly refs?: Readonly<Record<string, number>>;
    readonly list?: readonly CitedNote[];
  };
}

/** `[^label]: …` as it stands in the source. */
export interface FootnoteDefinition {
  readonly label: string;
  /** From 0. */
  readonly line: number;
  readonly nested: boolean;
}

interface CitedNote {
  readonly label?: string;
  /** Of a note written where it is cited, `^[…]`. */
  readonly content?: string;
  readonly tokens?: Token[];
}

export function newEnvironment(): Environment {
  return { offsets: new Map(), definitions: [] };
}

/** The environment as a rule of the parser finds it; every parse in this room begins with `newEnvironment`. */
export function environmentOf(state: { env: unknown }): Environment {
  return state.env as Environment;
}
