import { headerRules } from "../../layouts/feeds/host-rules.ts";
import type { HeaderRule } from "../../layouts/feeds/host-rules.ts";
import type { HeadersView, RedirectsView } from "../../magazine/pages/machine-views.ts";

/** What a host has to know beside the files: the same for all of them. */
export interface HostView {
  readonly headers: HeadersView;
  readonly moves: RedirectsView["moves"];
}

/** What Cloudflare says by itself, or by a switch, other hosts have to be told. */
const own = [
  ["Cache-Control", "no-cache"],
  ["Strict-Transport-Security", "max-age=31536000"],
] as const;

/** For each folder all headers, the more special last: hosts that take the first or the last rule alone get the whole. */
function wholeRules(view: HeadersView): readonly HeaderRule[] {
  const rules = headerRules(view);
  const everywhere = new Map([...own, ...(rules[0]?.headers ?? [])]);
  return rules.map(({ folder, headers }) => ({
    folder,
    headers: [...new Map([...everywhere, ...headers])],
  }));
}

/** A former address, taken apart: of a folder all below it, and where to. */
function movesOf({ moves }: HostView) {
  return moves.map(({ from, to }) => ({
    isFolder: from.endsWith("*"),
    from: decodeURIComponent(from.replace(/\*$/, "")),
    to: to.replace(":splat", ""),
  }));
}

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** As servers' regular expressions read it; `RegExp.escape` writes for JavaScript's alone. */
const literal = (path: string) => path.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** To be included in the `server` block of nginx (https://nginx.org/en/docs/), beside `root`. */
export function nginx(view: HostView): string {
  const rules = wholeRules(view.headers).map(({ folder, headers }) => {
    const lines = headers.map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`);
    return block(`location ${folder}`, [...lines, "  try_files $uri $uri/index.html =404;"]);
  });
  const moves = movesOf(view).map(({ isFolder, from, to }) =>
    isFolder
      ? block(`location ^~ ${quoted(from)}`, [
          `  rewrite ${quoted(`^${literal(from)}(.*)$`)} ${to}$1 permanent;`,
        ])
      : block(`location = ${quoted(from)}`, [`  return 301 ${to};`]),
  );
  return ["error_page 404 /404.html;", ...rules, ...moves, ""].join("\n");
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines, "}"].join("\n");
}

/** To be imported into the site's block of a Caddyfile (https://caddyserver.com/docs/caddyfile), beside `root`. */
export function caddy(view: HostView): string {
  const moves = movesOf(view).flatMap(({ isFolder, from, to }, at) => {
    const name = `moved${at}`;
    return isFolder
      ? [
          `  @${name} path_regexp ${name} ${quoted(`^${literal(from)}(.*)$`)}`,
          `  redir @${name} ${to}{re.${name}.1} permanent`,
        ]
      : [`  @${name} path ${quoted(from)}`, `  redir @${name} ${to} permanent`];
  });
  const [everywhere, ...folders] = wholeRules(view.headers);
  const headersOf = (rule: HeaderRule | undefined) =>
    rule?.headers.map(([name, value]) => `    ${name} ${quoted(value)}`).join("\n") ?? "";
  const rules = folders.flatMap((rule, at) => [
    `  @folder${at} path ${rule.folder}*\n  header @folder${at} {`,
    headersOf(rule),
    "  }",
  ]);
  return `# In this order: of addresses the first that fits, of headers what stands below.
route {
${["  header {", headersOf(everywhere), "  }", ...rules, ...moves].join("\n")}
}
file_server
handle_errors {
  header Cache-Control no-cache
  rewrite * /404.html
  file_server
}
`;
}

/**
 * netlify.toml (https://docs.netlify.com/configure-builds/file-based-configuration/). Netlify reads `_redirects` as well, but prefers a page that is there to a
 * line in it: `force` says otherwise.
 */
export function netlify(view: HostView): string {
  const headers = wholeRules(view.headers).map(({ folder, headers }) =>
    [
      "[[headers]]",
      `for = ${quoted(`${folder}*`)}`,
      "[headers.values]",
      ...headers.map(([name, value]) => `${name} = ${quoted(value)}`),
    ].join("\n"),
  );
  const moves = view.moves.map(({ from, to }) =>
    [
      "[[redirects]]",
      `from = ${quoted(from)}`,
      `to = ${quoted(to)}`,
      "status = 301",
      "force = true",
    ].join("\n"),
  );
  return `${[...headers, ...moves].join("\n\n")}\n`;
}

export const hosts = { nginx, caddy, netlify } as const;
