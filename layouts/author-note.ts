import type { Image } from "../magazine/model.ts";
import type { AuthorName, AuthorNote } from "../magazine/pages/views.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { picture } from "./picture.ts";
import { isEmpty, prose } from "./text.ts";

/** An author in a list: portrait, name, tagline, bio, links. */
export function authorNote(author: AuthorNote): Html {
  return html`${portrait(author.portrait, 44)}
    <div>
      ${name(author)}
      ${!isEmpty(author.bio) && html`<div class="bio">${prose(author.bio)}</div>`}
      ${
        author.links.length > 0 &&
        html`<p class="links">
          ${author.links.map(({ title, url }) => html`<a href="${url}" rel="me">${title}</a> `)}
        </p>`
      }
    </div>`;
}

/** The same in short: portrait, name, tagline. */
export function authorName(author: AuthorName): Html {
  return html`${portrait(author.portrait, 44)}
    <div>${name(author)}</div>`;
}

function name({ title, href, tagline }: AuthorName): Html {
  return html`<a class="who" href="${href}" dir="auto">${title}</a>
      ${tagline !== null && html`<em>${tagline}</em>`}`;
}

/** A portrait beside its name; without one, the same quiet round place. `size` is in CSS pixels. */
export function portrait(image: Image | null, size: number): Html {
  return image === null
    ? html`<span class="face"></span>`
    : picture(image, "portrait", { alt: "", size, class: "face" });
}
