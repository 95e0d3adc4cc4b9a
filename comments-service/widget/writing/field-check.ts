import type { limits as wireLimits } from "../../wire.ts";
import type { Field } from "../field.ts";
import type { WritingContext } from "./context.ts";

/** The wire's limits, held equal by their type: importing their value would bring the wire's schemas along, 1.7 kB. */
const limits: Pick<typeof wireLimits, "name" | "email" | "text"> = {
  name: 80,
  email: 254,
  text: 5000,
};

/** Puts a note to a field: what is wrong with it, or just a word. */
export function tell({ input, note }: Field, text: string, isWrong: boolean): void {
  note.textContent = text;
  input.ariaInvalid = String(isWrong);
}

/** Watches a field: tells how much room is left (in Unicode code points, as the service counts), and what is wrong. */
export function fieldCheck({ words }: WritingContext, name: keyof typeof limits, field: Field) {
  const { input } = field;
  const limit = limits[name];
  const left = (): number => limit - Array.from(input.value.trim()).length;
  /** Says what is wrong, beside the field. */
  const wrong = (reason: string): void =>
    tell(field, reason === "too-long" ? words.left(left()) : words.wrong[name], true);
  /** Checks what the reader wrote, as far as that can be done here, and says what is wrong. */
  const check = (): void => {
    if (left() === limit || !input.validity.valid) wrong("missing");
    else if (left() < 0) wrong("too-long");
  };
  const oninput = (): void => tell(field, left() < limit / 10 ? words.left(left()) : "", false);
  input.addEventListener("input", oninput);
  if (input.value) oninput();
  return { wrong, check };
}
