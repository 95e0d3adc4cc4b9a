import { readFileSync } from "node:fs";
import * as v from "valibot";
import { calls } from "../../../comments-service/openapi/calls.ts";
import { Problem } from "../../../comments-service/wire.ts";

type Content = Readonly<Record<string, unknown>>;
interface Described {
  content?: Content;
  $ref?: string;
}

const document = JSON.parse(
  readFileSync(new URL("../../../comments-service/public/openapi.json", import.meta.url), "utf8"),
) as {
  paths: Record<string, Record<string, { responses: Record<string, Described> }>>;
  components: { responses: Record<string, Described> };
};

/** Every answer that openapi.json describes: `METHOD path status`. */
export const describedAnswers: readonly string[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
    ),
);

/**
 * Holds an answer against openapi.json: its status, its type, and what is in it.
 * @param method as it was sent; HEAD answers like GET, without a body.
 * @param path with its parameters in braces.
 * @returns what is not as described; null when all is.
 */
export async function differenceOf(
  answer: Response,
  method: string,
  path: string,
): Promise<string | null> {
  const verb = method === "HEAD" ? "get" : method.toLowerCase();
  const described = document.paths[path]?.[verb]?.responses[answer.status];
  const text = await answer.text();
  const said = `${method} ${path} answered ${answer.status}`;
  if (described === undefined) return `${said}, which is not described: ${text.slice(0, 200)}`;
  const name = described.$ref?.split("/").at(-1);
  const { content } = name === undefined ? described : (document.components.responses[name] ?? {});
  const type = answer.headers.get("Content-Type")?.split(";")[0] ?? null;
  const [expected = null] = Object.keys(content ?? {});
  if (type !== expected) return `${said} as ${type}, described as ${expected}`;
  if (method === "HEAD" || expected === null)
    return text === "" ? null : `${said} with a body that is not described`;
  if (expected === "text/html")
    return /^<!doctype html>\s*<html lang="(?:de|en)">/u.test(text) ? null : `${said} with no page`;
  if (expected.endsWith("+xml")) return text.startsWith("<?xml") ? null : `${said} with no XML`;
  const call = calls.find((each) => each.path === path && each.method === verb);
  const schema =
    expected === "application/problem+json" ? Problem : call?.answers[answer.status]?.json;
  const json: unknown = JSON.parse(text);
  const parsed = schema === undefined ? null : v.safeParse(schema, json);
  if (parsed?.success === false)
    return `${said} with ${text.slice(0, 300)}: ${parsed.issues.map(({ message }) => message).join(", ")}`;
  const status =
    expected === "application/problem+json" ? (json as { status: number }).status : null;
  return status === null || status === answer.status ? null : `${said} and says ${status}`;
}
