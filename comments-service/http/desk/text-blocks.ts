import { Hono } from "hono/tiny";
import * as v from "valibot";
import { LONGEST_TITLE, saveTextBlock } from "../../acts/text-blocks.ts";
import type { Service } from "../../acts/service.ts";
import type { FieldErrors } from "../../domain/comment.ts";
import type { KeptTextBlock } from "../../store/port/text-blocks.ts";
import { limits } from "../../wire.ts";
import { choice, field, optionalField } from "../forms.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { enterDoesNothing } from "../page.ts";
import type { Page } from "../page.ts";
import { readForm } from "../request.ts";
import { show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import type { Desk } from "./shell.ts";

const purposes = ["answer", "reason"] as const;
const languages = ["de", "en"] as const;

const BlockForm = v.object({
  /** Which one is changed; none: it is a new one. */
  id: optionalField,
  /** Which one is deleted. */
  remove: optionalField,
  /** What it is for. */
  purpose: choice(purposes),
  /** Its language. */
  language: choice(languages),
  /** What it is found by. */
  title: field,
  /** What is put in. */
  text: field,
});

/** What the form holds. */
type Filled = Omit<KeptTextBlock, "id" | "changed" | "by"> & { id: string | null };

/** The moderators' own text blocks: a list, and a form for a new one or for changing one. */
export function deskTextBlockRoutes(service: Service): Hono<DeskEnv> {
  const { store } = service;
  const find = async (id: string) => (await store.textBlocks()).find((block) => block.id === id);

  return new Hono<DeskEnv>()
    .get("/desk/texts", async (c) => {
      const blocks = await store.textBlocks();
      return show(c, service, (desk) =>
        listPage(desk, blocks, { filled: empty(desk), errors: [] }),
      );
    })
    .get("/desk/texts/:id", async (c) => {
      const filled = await find(c.req.param("id"));
      if (filled === undefined) return showMissing(c, service);
      return show(c, service, (desk) => editPage(desk, { filled, errors: [] }));
    })
    .post("/desk/texts", async (c) => {
      const { id, remove, purpose, language, title, text } = await readForm(c, BlockForm);
      if (remove !== undefined) {
        await store.deleteTextBlock(remove);
        return c.redirect("/desk/texts", 303);
      }
      const known = id === undefined ? undefined : await find(id);
      if (purpose === undefined || language === undefined || (id !== undefined && !known))
        return showMissing(c, service);
      const filled = { id: known?.id ?? null, purpose, language, title, text };
      const errors = await saveTextBlock(service, { ...filled, by: c.get("moderator") });
      if (errors.length === 0) return c.redirect("/desk/texts", 303);
      const blocks = await store.textBlocks();
      const given = { filled, errors };
      return show(
        c,
        service,
        (desk) => (known === undefined ? listPage(desk, blocks, given) : editPage(desk, given)),
        422,
      );
    });
}

interface Given {
  filled: Filled;
  errors: FieldErrors;
}

function empty({ site }: Desk): Filled {
  return { id: null, purpose: "answer", language: site.language, title: "", text: "" };
}

function listPage(desk: Desk, blocks: readonly KeptTextBlock[], given: Given): Page {
  const { words, time } = desk;
  const { textBlocks: own } = words;
  return {
    title: own.title,
    main: html`<p class="hint ui">${own.hint}</p>
${blocks.length === 0 ? html`<p>${own.none}</p>` : ""}
<ol class="toc plain">${blocks.map(
      ({ id, purpose, language, title, text, by, changed }) =>
        html`<li><h2 dir="auto">${title}</h2>
<p class="facts"><span>${own.purposes[purpose]}</span> <span>${own.languages[language]}</span> <span>${by}</span> ${time(changed)}</p>
<p class="words" dir="auto" lang="${language}">${text}</p>
<form class="acts" method="post" action="/desk/texts"><a class="quiet" href="/desk/texts/${id}" aria-label="${own.changeOne(title)}">${own.change}</a>
<button type="submit" class="quiet" name="remove" value="${id}" aria-label="${own.removeOne(title)}">${own.remove}</button></form></li>`,
    )}</ol>
<h2>${own.new}</h2>
${blockForm(desk, given)}`,
  };
}

function editPage(desk: Desk, given: Given): Page {
  return {
    title: desk.words.textBlocks.edit,
    main: html`${blockForm(desk, given)}<p><a href="/desk/texts">${desk.words.cancel}</a></p>`,
  };
}

function blockForm({ words: { textBlocks: own } }: Desk, { filled, errors }: Given): Markup {
  const { id, purpose, language, title, text } = filled;
  const isWrong = (name: "title" | "text") => errors.some(({ field: at }) => at === name);
  const marks = (name: "title" | "text") =>
    isWrong(name) ? html` aria-invalid="true" aria-describedby="${name}-wrong"` : "";
  const wrong = (name: "title" | "text") =>
    isWrong(name) ? html`<span class="wrong" id="${name}-wrong">${own.wrong[name]}</span>` : "";
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ""}>${label}</option>`;
  return html`<form method="post" action="/desk/texts">${enterDoesNothing("/desk/texts")}
${id === null ? "" : html`<input type="hidden" name="id" value="${id}">`}
<p class="field"><label for="title">${own.name}</label><input type="text" dir="auto" id="title" name="title" maxlength="${LONGEST_TITLE}" value="${title}" required${marks("title")}>${wrong("title")}</p>
<p class="field"><label>${own.purpose} <select name="purpose">${purposes.map((each) => option(each, own.purposes[each], purpose))}</select></label></p>
<p class="field"><label>${own.language} <select name="language">${languages.map((each) => option(each, own.languages[each], language))}</select></label></p>
<p class="field"><label for="text">${own.text}</label><textarea dir="auto" id="text" name="text" rows="5" maxlength="${limits.text}" required${marks("text")}>${text}</textarea>${wrong("text")}</p>
<p class="go"><button type="submit">${own.save}</button></p></form>`;
}
