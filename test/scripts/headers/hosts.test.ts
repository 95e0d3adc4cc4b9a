import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { headers } from "../../../layouts/feeds/machines.ts";
import { hosts } from "../../../scripts/headers/hosts.ts";
import { run, temporaryFolder } from "../run.ts";

const view = {
  headers: { images: "/bilder/", preview: false },
  moves: [
    { from: "/2012/10/ein-wort.html", to: "/marken/probe/" },
    { from: "/%C3%BCber%20%22uns%22/", to: "/marken/uns/" },
    { from: "/vertrieb/*", to: "/verkauf/:splat" },
  ],
};

const named = [...String(headers(view.headers)).matchAll(/^ {2}([\w-]+): (.+)$/gmu)].map(
  ([, name = "", value = ""]) => [name, value] as const,
);

test.each(["nginx", "caddy", "netlify"] as const)(
  "%s is told every header and every move",
  (host) => {
    const printed = hosts[host](view);
    expect(named.length).toBeGreaterThan(6);
    for (const [name, value] of named) {
      const separator = host === "netlify" ? " = " : " ";
      expect(printed).toContain(`${name}${separator}"${value}"`);
    }
    expect(printed).toContain("Strict-Transport-Security");
    for (const to of ["/marken/probe/", "/marken/uns/", "/verkauf/"]) expect(printed).toContain(to);
  },
);

test("a folder's own header stands in the place of the site's", () => {
  const pictures = hosts.nginx(view).split("location /bilder/ {")[1]?.split("}")[0] ?? "";
  expect(pictures.match(/add_header [\w-]+/gu)?.toSorted()).toEqual([
    "add_header Cache-Control",
    "add_header Content-Security-Policy",
    "add_header Permissions-Policy",
    "add_header Referrer-Policy",
    "add_header Strict-Transport-Security",
    "add_header X-Content-Type-Options",
  ]);
  expect(pictures).toContain("immutable");
  expect(pictures).not.toContain("frame-ancestors");
});

test("Netlify answers with 301 also where a page leads on", () => {
  expect(hosts.netlify(view)).toContain(`[[redirects]]
from = "/vertrieb/*"
to = "/verkauf/:splat"
status = 301
force = true
`);
});

/** Where a server's program is: in PATH, or where a variable says. */
function programOf(name: string): string | undefined {
  const places = (process.env["PATH"] ?? "").split(delimiter).concat("/usr/sbin");
  return [process.env[name.toUpperCase()], ...places.map((place) => join(place, name))].find(
    (path) => path !== undefined && existsSync(path),
  );
}

const nginx = programOf("nginx");
test.skipIf(nginx === undefined)("nginx takes what is printed for it", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "logs"));
  writeFileSync(join(folder, "magazine.conf"), hosts.nginx(view));
  const server = `server { listen 127.0.0.1:8099; root ${folder}; include ${folder}/magazine.conf; }`;
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  const config = `pid ${folder}/pid; events {} http { access_log off; ${temporary} ${server} }`;
  writeFileSync(join(folder, "nginx.conf"), config);
  const args = ["-t", "-e", `${folder}/errors`, "-c", join(folder, "nginx.conf"), "-p", folder];
  const { status, stderr } = spawnSync(resolve(nginx ?? ""), args, { encoding: "utf8" });
  expect({ status, stderr }).toMatchObject({ status: 0 });
});

const caddy = programOf("caddy");
test.skipIf(caddy === undefined)("Caddy takes what is printed for it", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "magazine.caddy"), hosts.caddy(view));
  const site = `http://localhost:8098 {\n  root * ${folder}\n  import ${folder}/magazine.caddy\n}\n`;
  writeFileSync(join(folder, "Caddyfile"), site);
  const args = ["validate", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")];
  const env = { ...process.env, HOME: folder };
  const { status, stderr } = spawnSync(resolve(caddy ?? ""), args, { encoding: "utf8", env });
  expect({ status, stderr }).toMatchObject({ status: 0 });
});

test("npm run headers prints them for a magazine, and refuses another server", async () => {
  const content = ["--content", "test/fixtures/magazine"];
  const { code, output } = await run("scripts/headers.ts", "nginx", ...content);
  expect(code).toBe(0);
  expect(output).toContain("location /bilder/ {");
  const other = await run("scripts/headers.ts", "apache", ...content);
  expect(other).toMatchObject({ code: 2, errors: '"apache": expected nginx, caddy or netlify\n' });
});
