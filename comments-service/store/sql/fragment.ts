export type Value = string | number | null;

/** A piece of SQL: its text in parts, and between each two of them a value, kept apart, or another piece. */
export class Fragment {
  /** One more than stands between them, and the very same list for the same text: by it a shape is known again. */
  readonly parts: readonly string[];
  readonly between: readonly (Value | Fragment)[];

  constructor(parts: readonly string[], between: readonly (Value | Fragment)[]) {
    this.parts = parts;
    this.between = between;
  }
}

const MOST_STEPS = 20_000;

/**
 * A place on the way through a statement. Statements that take the same way have the same text; most ways part nowhere, so what comes
 * next for the first time stands apart.
 */
interface Step {
  text: string | null;
  key: Key | null;
  next: Step | null;
  others: Map<Key, Step> | null;
}

/** What is met on the way: the parts of a piece, or a value, whichever it is. */
type Key = readonly string[] | typeof value;

const value = Symbol("value");

/**
 * Makes the text of each shape of statement once. To put a long text together each time, and to look up what is kept under it, takes
 * longer than all the rest of a statement.
 * @param placeholder what the database's driver wants to read in the place of a value, of which this is the nth, from 1.
 * @returns what gives the text and adds the values to a list.
 */
export function textsOfShapes(
  placeholder: (nth: number) => string,
): (statement: Fragment, values: Value[]) => string {
  let start = newStep();
  let steps = 0;

  return (statement, values) => {
    if (steps > MOST_STEPS) {
      start = newStep();
      steps = 0;
    }
    const end = follow(start, statement, values);
    return (end.text ??= print(statement, placeholder));
  };

  function follow(from: Step, { parts, between }: Fragment, values: Value[]): Step {
    let step = nextOf(from, parts);
    for (const one of between) {
      if (one instanceof Fragment) step = follow(step, one, values);
      else {
        values.push(one);
        step = nextOf(step, value);
      }
    }
    return step;
  }

  function nextOf(step: Step, key: Key): Step {
    if (step.key === key && step.next !== null) return step.next;
    const known = step.others?.get(key);
    if (known !== undefined) return known;
    const next = newStep();
    steps += 1;
    if (step.next === null) {
      step.key = key;
      step.next = next;
    } else (step.others ??= new Map()).set(key, next);
    return next;
  }
}

function newStep(): Step {
  return { text: null, key: null, next: null, others: null };
}

function print(statement: Fragment, placeholder: (nth: number) => string): string {
  let values = 0;
  const textOf = ({ parts, between }: Fragment): string =>
    between.reduce<string>((text, one, index) => {
      const next = one instanceof Fragment ? textOf(one) : placeholder((values += 1));
      return text + next + (parts[index + 1] ?? "");
    }, parts[0] ?? "");
  return textOf(statement);
}
