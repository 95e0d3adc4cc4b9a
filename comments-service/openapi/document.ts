import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { Problem } from "../wire.ts";
import { errorsOf } from "./call.ts";
import type { Answer, Call } from "./call.ts";
import { meanings } from "./meanings.ts";

const titles: Readonly<Record<number, string>> = {
  400: "The body is no JSON.",
  401: "No session, or none that is good.",
  403: "It does not come from where it has to.",
  404: "There is no such thing.",
  409: "It is decided already, or closed.",
  410: "It was good once.",
  413: "It is too long.",
  415: "It takes application/json only.",
  422: "Some fields are not as expected; `errors` names each.",
  429: "Too much for the moment; Retry-After says until when.",
  500: "Something is wrong on our side; it is in the log.",
  503: "The store cannot answer now; Retry-After says when to come back.",
};

/** OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1) of these calls, as plain data in a fixed order. */
export function openApiDocument(calls: readonly Call[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const call of calls) (paths[call.path] ??= {})[call.method] = operationOf(call);
  return {
    openapi: "3.1.1",
    info: {
      title: "Kolumne's comments service",
      version: "1",
      description:
        "The conversation under each article. It only grows: a client passes over what it does not know. Times are ISO 8601 in UTC; errors are problem details (RFC 9457).",
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem) },
      responses: responsesOf(calls),
      securitySchemes: { session: { type: "http", scheme: "bearer" } },
    },
  };
}

function operationOf(call: Call) {
  const { path, does, query, body, form, session, answers, method } = call;
  const parameters = [...inPath(path), ...inQuery(query)];
  const failures = errorsOf(call).map((status) => [
    status,
    { $ref: `#/components/responses/${nameOf(status, call)}` },
  ]);
  const successes = Object.entries(answers).map(([status, answer]) => [status, success(answer)]);
  const content = contentOf(body, form);
  return {
    operationId: `${method}${path.replace(/[^a-z]+(\w?)/giu, (_, letter: string) => letter.toUpperCase())}`,
    description: does,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(content === null ? {} : { requestBody: { required: true, content } }),
    ...(session === undefined
      ? {}
      : { security: [{ session: [] }, ...(session === "may" ? [{}] : [])] }),
    responses: Object.fromEntries([...successes, ...failures]) as object,
  };
}

function inPath(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function inQuery(query: Call["query"]): object[] {
  if (query === undefined) return [];
  const { required = [], properties = {} } = schemaOf(query) as {
    required?: string[];
    properties?: Record<string, object>;
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function contentOf(body: Call["body"], form: Call["form"]): object | null {
  if (body !== undefined) return { "application/json": { schema: schemaOf(body) } };
  if (form === undefined) return null;
  return { "application/x-www-form-urlencoded": { schema: schemaOf(form) } };
}

function success({ says, json, type }: Answer): object {
  if (json !== undefined)
    return { description: says, content: { "application/json": { schema: schemaOf(json) } } };
  return type === undefined
    ? { description: says }
    : { description: says, content: { [type]: {} } };
}

/** Every error that a call names: a problem, or a page of the same status. */
function responsesOf(calls: readonly Call[]): object {
  const schema = { $ref: "#/components/schemas/Problem" };
  const named = calls.flatMap((call) =>
    errorsOf(call).map((status): [string, object] => {
      const description = titles[status] ?? "";
      const content = call.isPage
        ? { "text/html": {} }
        : { "application/problem+json": { schema } };
      return [nameOf(status, call), { description, content }];
    }),
  );
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function nameOf(status: number, { isPage }: Call): string {
  return isPage ? `Page${status}` : `Problem${status}`;
}

/** What comes in is meant, before anything is made of it. JSON Schema cannot say what a transformation does, so that is left out. */
function schemaOf(schema: v.GenericSchema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: "draft-2020-12",
    typeMode: "input",
    errorMode: "ignore",
  });
  const { properties = {} } = rest as { properties?: Record<string, object> };
  const told = Object.entries(meanings.get(schema) ?? {});
  for (const [name, description] of told) Object.assign(properties[name] ?? {}, { description });
  return rest;
}
