import { realpathSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, sep } from "node:path";

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Where nothing is ever printed, so that the page for a missing address shows. */
const nowhere = "/.nowhere";

/**
 * Stands before Eleventy's server, which takes every address for a good one and ends with an exception otherwise: whatever cannot be the
 * address of a printed file is answered with 404, other methods than GET and HEAD with 405, and what fails all the same with 500.
 *
 * @param folder what is served; no file outside of it ever is
 */
export function guard(folder: string): Handler {
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, 405, "This address can only be read.");
    }
    if (!mayServe(folder, request.url ?? "")) request.url = nowhere;
    try {
      next();
    } catch (error) {
      // A file that a build has just moved away, say.
      refuse(response, 500, `This address could not be read: ${String(error)}`);
    }
  };
}

/** Lets the page of the search wait for what it asks first: which indexes there are. */
export function waiting(beforeSearch: () => Promise<void>): Handler {
  return ({ url = "" }, response, next) => {
    if (!/\/index\/shards\.json(?:\?|$)/.test(url)) return next();
    beforeSearch()
      .then(next)
      .catch((error: unknown) =>
        refuse(response, 500, `The search could not be made ready: ${String(error)}`),
      );
  };
}

function refuse(response: ServerResponse, status: number, words: string): void {
  if (response.headersSent) return void response.destroy();
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(Buffer.from(`${words}\n`));
}

function mayServe(folder: string, url: string): boolean {
  const path = pathOf(url);
  if (path === null || /[\0\\]/.test(path) || path.split("/").some((name) => name.startsWith(".")))
    return false;
  // What Eleventy's server looks for.
  const files = [path, `${path}/index.html`, `${path.replace(/\/$/, "")}.html`];
  return files.every((file) => staysInside(folder, join(folder, file)));
}

/** The path of a request's address (RFC 9112, also in its absolute form), decoded; null when it has none. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://localhost/").pathname);
  } catch {
    return null;
  }
}

/** Whether a file, when it is there, lies in the folder, also behind links. */
function staysInside(folder: string, file: string): boolean {
  try {
    return `${realpathSync(file)}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
  } catch {
    return true;
  }
}
