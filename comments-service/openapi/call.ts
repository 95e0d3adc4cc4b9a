import type * as v from "valibot";

/** One call of the service as openapi.json describes it. The schemas are those by which the code checks what comes in. */
export interface Call {
  method: "get" | "post" | "patch" | "delete";
  /** With its parameters in braces, as `/threads/{thread}`. */
  path: string;
  /** What it does, in a sentence. */
  does: string;
  query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** What is sent as JSON. */
  body?: v.GenericSchema;
  /** The fields of a form that is sent. */
  form?: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** `must`: only with a session's bearer token; `may`: with one it does more. */
  session?: "must" | "may";
  /** The answers that are no error, by status. */
  answers: Readonly<Record<number, Answer>>;
  /** The statuses of its errors, beside those that follow from what it takes and those that say that the service itself fails. */
  errors?: readonly (400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429)[];
  /** What a fault of the service is answered with, where that is not both 500 and 503: some ask nothing of the store. */
  faults?: readonly (500 | 503)[];
  /** People look at it: its errors are pages, too. */
  isPage?: true;
}

/** The statuses of everything that is no success. What only the magazine's pages may call, what is sent as JSON and what needs a session is refused alike everywhere. */
export function errorsOf({
  method,
  isPage,
  body,
  session,
  errors = [],
  faults = [500, 503],
}: Call): number[] {
  return [
    ...(method === "get" || isPage ? [] : [403, 413, 415]),
    ...(body === undefined ? [] : [400, 422]),
    ...(session === "must" ? [401] : []),
    ...errors,
    ...faults,
  ];
}

/** An answer without a schema has no body, or one of another type. */
export interface Answer {
  says: string;
  json?: v.GenericSchema;
  type?: string;
}
