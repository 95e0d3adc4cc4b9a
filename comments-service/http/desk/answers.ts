import { Hono } from "hono/tiny";
import * as v from "valibot";
import { deskComment } from "../../acts/moderate.ts";
import { answer } from "../../acts/answer.ts";
import type { Service } from "../../acts/service.ts";
import { isId } from "../../domain/ids.ts";
import type { KeptTextBlock } from "../../store/port/text-blocks.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import { limits } from "../../wire.ts";
import { field, list } from "../forms.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { queryOf, readForm } from "../request.ts";
import { enterDoesNothing } from "../page.ts";
import type { Page } from "../page.ts";
import { editReadField, editsReadIn, facts } from "./comments-page.ts";
import { backTo, ownPage, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { textBlockList } from "./text-block-list.ts";
import type { Desk } from "./shell.ts";

/** The page of the desk that it leads back to. */
const back = field;
const AnswerQuery = v.object({ back });
const AnswerForm = v.object({
  /** The form's own id, by which it counts once. */
  form: field,
  /** The name above the answer. */
  name: field,
  /** The answer. */
  text: field,
  /** Which words stood there: id and time of the last edit. */
  seen: list,
  back,
});

/** The form as it was filled in, and what is wrong with it: a field, or a sentence about all of it. */
interface Given extends Omit<v.InferOutput<typeof AnswerForm>, "seen"> {
  by: string;
  wrong: "name" | "text" | "replyTo" | "closed" | "full" | "edited" | null;
}

/** Answers of the editors, straight from the desk. */
export function deskAnswerRoutes(service: Service): Hono<DeskEnv> {
  const { store, ids, magazine } = service;

  return new Hono<DeskEnv>()
    .get("/desk/comments/:id/answer", async (c) => {
      const comment = await answerable(service, c.req.param("id"));
      if (comment === null) return showMissing(c, service);
      const by = c.get("moderator");
      const leadsTo = ownPage(queryOf(c, AnswerQuery).back || `/desk/comments/${comment.id}`);
      const thread = await magazine.thread(comment.thread.id);
      const given: Given = {
        form: ids.id(),
        name: await store.ownName(by),
        text: "",
        back: leadsTo.pathname + leadsTo.search,
        by,
        wrong: "state" in thread && thread.state === "closed" ? "closed" : null,
      };
      const blocks = await store.textBlocks();
      return show(c, service, (desk) => answerPage(desk, comment, given, blocks));
    })
    .post("/desk/comments/:id/answer", async (c) => {
      const comment = await answerable(service, c.req.param("id"));
      if (comment === null) return showMissing(c, service);
      const { seen, ...sent } = await readForm(c, AnswerForm);
      const form = isId(sent.form) ? sent.form : ids.id();
      const lastEditRead = editsReadIn(seen).get(comment.id) ?? 0;
      const by = c.get("moderator");
      const done = await answer(service, { ...sent, form, to: comment, by, lastEditRead });
      if ("batch" in done) return backTo(c, sent.back, done.batch);
      // It may have been published before it turned out that there is no room for an answer.
      const now = (await answerable(service, comment.id)) ?? comment;
      const leadsTo = ownPage(sent.back);
      const given = {
        ...sent,
        back: leadsTo.pathname + leadsTo.search,
        form,
        by,
        wrong: wrongOf(done),
      };
      const blocks = await store.textBlocks();
      return show(c, service, (desk) => answerPage(desk, now, given, blocks), 422);
    });
}

/** What somebody still reads, or may read. */
async function answerable(service: Service, id: string): Promise<DeskComment | null> {
  const comment = await deskComment(service, id);
  return comment === null || comment.state === "erased" || comment.state === "unconfirmed"
    ? null
    : comment;
}

function wrongOf(
  refusal: Exclude<Awaited<ReturnType<typeof answer>>, { batch: string }>,
): Given["wrong"] {
  if (refusal.refused === "closed") return refusal.what === "thread" ? "closed" : "full";
  if (refusal.refused !== "fields") return "edited";
  const [{ field: name } = { field: "text" }] = refusal.errors;
  return name === "name" || name === "replyTo" ? name : "text";
}

/** What is answered, and the form, unless there can be no answer. */
function answerPage(
  desk: Desk,
  comment: DeskComment,
  given: Given,
  blocks: readonly KeptTextBlock[],
): Page {
  const { words } = desk;
  const { thread, text, name } = comment;
  const { back: leadsTo, wrong } = given;
  const said = wrong === null || wrong in fields ? null : wordsFor(words, wrong);
  const isOver = wrong === "closed" || wrong === "full";
  return {
    title: words.answer.title(name),
    main: html`<p class="kick"><a href="${thread.url}" dir="auto">${thread.title}</a></p>
${facts(desk, comment)}
<p class="words" dir="auto">${text}</p>
${said === null ? "" : html`<p class="said" role="alert">${said}</p>`}
${isOver ? "" : answerForm(desk, comment, given, textBlockList(desk, blocks, { purpose: "answer", into: "text" }))}
${isOver ? html`<p><a href="${leadsTo}">${words.cancel}</a></p>` : ""}`,
  };
}

const fields = { name: "name", text: "text" };

function wordsFor(
  { answer: words, wasEdited }: Desk["words"],
  wrong: NonNullable<Given["wrong"]>,
): string {
  if (wrong === "closed" || wrong === "full") return words[wrong];
  return wrong === "edited" ? wasEdited : words.wrong[wrong];
}

function answerForm(
  { words: { answer: words, cancel } }: Desk,
  comment: DeskComment,
  { form, by, name, text, back: leadsTo, wrong }: Given,
  blocks: Markup | "",
): Markup {
  const marks = (at: string) =>
    wrong === at ? html` aria-invalid="true" aria-describedby="${at}-wrong" autofocus` : "";
  const why = (at: "name" | "text") =>
    wrong === at ? html`<span class="wrong" id="${at}-wrong">${words.wrong[at]}</span>` : "";
  return html`<form method="post" action="/desk/comments/${comment.id}/answer">${enterDoesNothing(leadsTo)}
<input type="hidden" name="form" value="${form}"><input type="hidden" name="back" value="${leadsTo}">${editReadField(comment)}
<p class="field"><label for="text">${words.text}</label><textarea dir="auto" id="text" name="text" rows="8" maxlength="${limits.text}" required${marks("text")}>${text}</textarea>${why("text")}</p>
${blocks}
<p class="field"><label for="name">${words.name}</label><input type="text" dir="auto" id="name" name="name" maxlength="${limits.name}" value="${name || words.house}" required${marks("name")}>${why("name")}</p>
<p class="hint ui">${words.hint(by)}</p>
<p class="go"><button type="submit">${comment.state === "published" ? words.send : words.publish}</button> <a class="quiet" href="${leadsTo}">${cancel}</a></p></form>`;
}
