import * as fc from "fast-check";
import type * as v from "valibot";
import { calls } from "../../comments-service/openapi/calls.ts";
import * as wire from "../../comments-service/wire.ts";
import { deskForms, formTo, queryTo, takesForm } from "./request-forms.ts";
import { fields, known, often, word } from "./request-words.ts";
import type { Known } from "./request-words.ts";

/** A request to be sent, and the route that it is meant for. In paths, headers and bodies, `@NAME` stands for something that is known only then (see `Known`). */
export interface AnyRequest {
  route: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}

/** Values that a schema takes. Only the kinds that wire.ts uses; another one is an error of the test. */
function valuesOf(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  // Valibot's schemas are plain objects that name their kind; its types do not list the kinds.
  const { type, ...parts } = schema as unknown as { type: string } & Record<string, unknown>;
  switch (type) {
    case "object": {
      const entries = Object.entries(parts["entries"] as Record<string, v.GenericSchema>);
      const values = entries.map(([key, each]) => [key, fields[key] ?? valuesOf(each)] as const);
      return fc.record(Object.fromEntries(values));
    }
    case "array":
      return fc.array(valuesOf(parts["item"] as v.GenericSchema), { maxLength: 4 });
    case "nullish":
    case "optional":
    case "nullable":
      return fc.option(valuesOf(parts["wrapped"] as v.GenericSchema));
    case "picklist":
      return fc.constantFrom(...(parts["options"] as unknown[]));
    case "literal":
      return fc.constant(parts["literal"]);
    case "string":
      return word;
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double(), fc.maxSafeInteger());
    default:
      throw new Error(`valuesOf does not know the schema ${type}: add it here`);
  }
}

const all: readonly unknown[] = Object.values(wire);
const schemas = all.filter(
  (each): each is v.GenericSchema =>
    typeof each === "object" && each !== null && "type" in each && each.type === "object",
);

/** What a schema takes, and what is near it: fields gone, of another kind, or too many. */
const jsonTo = (path: string, method: string) =>
  fc
    .oneof(
      { weight: 1, arbitrary: fc.oneof(...schemas.map(valuesOf)) },
      ...calls
        .filter(
          (call) =>
            call.path === path && call.method.toUpperCase() === method && call.body !== undefined,
        )
        .map(({ body = wire.Edit }) => ({ weight: 5, arbitrary: valuesOf(body) })),
    )
    .chain((value) =>
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(value) },
        {
          weight: 2,
          arbitrary: fc
            .dictionary(
              fc.oneof(fc.constantFrom(...Object.keys(value as object)), word),
              fc.jsonValue({ maxDepth: 2 }),
              { maxKeys: 3 },
            )
            .map((changes) => Object.assign({}, value, changes)),
        },
        { weight: 1, arbitrary: fc.jsonValue() },
      ),
    );

/** What is sent to a route: JSON or a form, mostly such as it takes, and what is neither. */
const bodyTo = (path: string, method: string) =>
  fc.oneof(
    {
      weight: takesForm(path) ? 1 : 8,
      arbitrary: jsonTo(path, method).map((value) => ({
        type: "application/json",
        content: JSON.stringify(value),
      })),
    },
    {
      weight: takesForm(path) ? 8 : 1,
      arbitrary: formTo(path).map((content) => ({
        type: "application/x-www-form-urlencoded",
        content,
      })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom(
          "application/json",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "text/plain",
          ";",
        ),
        content: fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.constantFrom("{", '{"text":', "[".repeat(5000), `"${"x".repeat(30_000)}"`),
          fc.constant(null),
        ),
      }),
    },
  );

/** A value with a line end or beyond Latin-1 cannot even be sent. */
const header = (...values: string[]) =>
  often(...values).filter((text) => /^[\t\x20-\x7E\x80-\xFF]*$/u.test(text));
const usual = { Origin: header("@site"), "Sec-Fetch-Site": header("same-origin") };
const extra = {
  Authorization: header("Bearer @bearer"),
  Cookie: header("@cookie"),
  "If-None-Match": header("@etag"),
  "X-Forwarded-For": header("192.0.2.7"),
  "Accept-Language": header("de", "en"),
};
const headers = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ ...usual, ...extra }, { requiredKeys: ["Origin", "Sec-Fetch-Site"] }),
  },
  { weight: 1, arbitrary: fc.record({ ...usual, ...extra }, { requiredKeys: [] }) },
);

/** Requests to these routes (a method, and a path with `:names`), and to others. */
export function requestsTo(
  routes: readonly { method: string; path: string }[],
): fc.Arbitrary<AnyRequest> {
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  const route = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...routes) },
    { weight: 1, arbitrary: word.map((path) => ({ method: "GET", path: `/${encoded(path)}` })) },
  );
  return route.chain((to) => {
    const own = methods.includes(to.method) ? to.method : "GET";
    return fc
      .record({
        method: fc.oneof(
          { weight: 6, arbitrary: fc.constant(own) },
          { weight: 1, arbitrary: fc.constantFrom(...methods) },
        ),
        path: pathTo(to.path),
        query: queryTo(to.path),
        headers,
        body: bodyTo(described(to.path), own),
      })
      .map((request) => ({
        route: `${to.method} ${to.path}`,
        method: request.method,
        path: request.query === null ? request.path : `${request.path}?${request.query}`,
        headers: { "Content-Type": request.body.type, ...request.headers },
        body: ["GET", "HEAD"].includes(request.method) ? null : request.body.content,
      }));
  });
}

/** The path with something in each of its places: mostly a thread or a comment that is there. */
function pathTo(path: string): fc.Arbitrary<string> {
  const places = path.split(/:\w+\??(?:\{[^}]*\})?|\*/u);
  const things = fc.tuple(...places.map(() => often(nameIn(path))));
  return things.map((words) =>
    places.reduce((so, place, index) => `${so}${encoded(words[index] ?? "")}${place}`),
  );
}

/** A route's path as openapi.json and the lists above write it. */
function described(path: string): string {
  return path in deskForms ? path : path.replaceAll(/:(\w+)/gu, "{$1}");
}

/** What mostly stands in a path's place. */
function nameIn(path: string): string {
  if (path.startsWith("/desk/notices")) return "@notice";
  return path.includes("/threads") ? "flur" : "@comment";
}

/** As it would stand in a path; names stay to be filled in, and what is a percent sign already stays one. */
function encoded(text: string): string {
  return text.startsWith("@") || text.startsWith("%")
    ? text
    : encodeURIComponent(text.toWellFormed());
}

/** The text with every `@NAME` filled in. */
export function fill(text: string, real: Known): string {
  let filledIn = text;
  for (const name of known)
    filledIn = filledIn
      .replaceAll(`@${name}`, real[name])
      .replaceAll(`%40${name}`, encodeURIComponent(real[name]));
  return filledIn;
}
