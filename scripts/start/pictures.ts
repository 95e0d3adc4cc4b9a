import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rendition } from "../../magazine/pictures.ts";
import { pictureCache } from "../build/caches.ts";
import { keptPicture } from "../build/pictures.ts";

const types = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg", png: "image/png" };

/**
 * Draws a picture when it is asked for, so that nobody who writes waits for all of them.
 *
 * @param content the content folder
 * @param list a file in which the build has left what there is to draw
 */
export function pictures(content: string, list: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const rendition = named(list, request.url ?? "");
    if (rendition === undefined) return next();
    keptPicture(rendition, content, pictureCache).then(
      (file) => {
        response.setHeader("Content-Type", types[rendition.format]);
        response.end(readFileSync(file));
      },
      (error: unknown) => {
        console.error(`${rendition.file} cannot be drawn: ${String(error)}`);
        response.statusCode = 500;
        response.end();
      },
    );
  };
}

function named(list: string, url: string): Rendition | undefined {
  if (!/-\d+\.(?:avif|webp|jpg|png)$/.test(url)) return undefined;
  const renditions = JSON.parse(readFileSync(list, "utf8")) as readonly Rendition[];
  return renditions.find(({ address }) => address === url);
}
