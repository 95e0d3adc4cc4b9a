import type { Context } from "hono";
import * as v from "valibot";
import type { Senders } from "../acts/senders.ts";
import type { Service } from "../acts/service.ts";
import { clientAddress } from "../domain/client-address.ts";
import type { FieldErrors } from "../domain/comment.ts";
import { invalidFields, problem } from "./problem.ts";

/** What a host knows of a request beside the request itself. */
export interface Env {
  Bindings: {
    /** The address that opened the connection. */
    peer: string | null;
  };
}

/** Who sends a request: the client before the proxies that are trusted. */
export function sendersOf(
  c: Pick<Context<Env>, "env" | "req">,
  { settings, senders }: Pick<Service, "settings" | "senders">,
): Promise<Senders> {
  const forwarded = c.req.header("X-Forwarded-For");
  return senders(clientAddress(c.env.peer ?? null, forwarded, settings.trustedProxies));
}

type Read<Schema extends v.GenericSchema> =
  | { input: v.InferOutput<Schema> }
  | { refusal: Response };
type Fields = v.ObjectSchema<v.ObjectEntries, undefined>;

/** Reads the JSON of a request by its schema: the value, or the refusal to answer with. Unknown fields are dropped. */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<Read<Schema>> {
  let json: unknown;
  try {
    json = await c.req.json();
  } catch {
    return { refusal: problem(c, 400, "The body is no JSON") };
  }
  const read = v.safeParse(schema, json);
  return read.success
    ? { input: read.output }
    : { refusal: invalidFields(c, errorsOf(read.issues)) };
}

/** The same with what stands behind the question mark; of what is wrong the first is named. */
export function readQuery<Schema extends Fields>(c: Context, schema: Schema): Read<Schema> {
  const read = v.safeParse(schema, valuesIn(schema, behindQuestionMark(c)));
  return read.success
    ? { input: read.output }
    : { refusal: invalidFields(c, errorsOf(read.issues.slice(0, 1))) };
}

/** The same by a schema that takes whatever is sent (see forms.ts), as a page's does: nobody writes its address by hand. */
export function queryOf<Schema extends Fields>(c: Context, schema: Schema): v.InferOutput<Schema> {
  return v.parse(schema, valuesIn(schema, behindQuestionMark(c)));
}

/** The fields of a form, which takes whatever is sent, too. A file is nothing. */
export async function readForm<Schema extends Fields>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const form = new URLSearchParams(await c.req.text());
  return v.parse(
    schema,
    valuesIn(schema, (name) => form.getAll(name)),
  );
}

const behindQuestionMark = (c: Context) => (name: string) => c.req.queries(name) ?? [];

/**
 * What was sent under the names that a schema knows: the first value, or all of them where it is a list. U+0000 is taken out, as it is out
 * of texts: not every store can even be asked about it.
 */
function valuesIn({ entries }: Fields, sent: (name: string) => readonly string[]) {
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => {
      const values = sent(name).map((text) => text.replaceAll("\0", ""));
      const isList = entry.type === "array" || Array.isArray(v.getDefault(entry));
      return [name, isList ? values : values[0]];
    }),
  );
}

function errorsOf(issues: readonly v.BaseIssue<unknown>[]): FieldErrors {
  return issues.map((issue) => ({
    field: v.getDotPath(issue) ?? "",
    reason:
      issue.type === "max_length"
        ? "too-long"
        : issue.input === undefined || issue.input === null
          ? "missing"
          : "invalid",
  }));
}
