/** A command cannot do what it was asked; the message says why and what to do, and nothing has changed. */
export class Refused extends Error {
  override readonly name = "Refused";
}
