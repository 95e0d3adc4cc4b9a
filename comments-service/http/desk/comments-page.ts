import { commentAddress } from "../../domain/addresses.ts";
import { reasonFor } from "../../words/checks.ts";
import { actsFor, commentActs, removalReasons } from "../../domain/moderation.ts";
import type { CommentAct } from "../../domain/moderation.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { enterDoesNothing } from "../page.ts";
import { answered, aside, kindOf, markedWords } from "./aside.ts";
import type { Known } from "./aside.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import type { Desk, Told } from "./shell.ts";
import { marks } from "../marks.ts";
import type { Page } from "../page.ts";

/** How many a page shows. */
export const COMMENTS_SHOWN = 30;

/** What a list of comments stands in. */
export interface ListAround {
  /** Where the acts lead back to. */
  back: string;
  /** The address of the page that follows, or null. */
  next: string | null;
  /** What is said where there is none. */
  empty: string;
  known: Known;
  /** When one began to look at the list, and when this page of it was made, in milliseconds. */
  began: number;
  read: number;
  /** What was just done, to be said where one is; null where it is said over the page. */
  told: Told | null;
  /** How many have come to be checked meanwhile. */
  news: Markup;
}

/** Comments in one form: each with what a decision needs and its own acts, and a bar for many at once. */
export function commentList(
  desk: Desk,
  comments: readonly DeskComment[],
  { back, next, empty, known, began, read, told, news }: ListAround,
): Markup {
  if (comments.length === 0) return html`<p>${empty}</p>${news}`;
  const { words } = desk;
  return html`<form method="post" action="/desk/acts">${enterDoesNothing(back)}
<input type="hidden" name="back" value="${back}">
<input type="hidden" name="shown" value="${comments.map(({ id }) => id).join(" ")}"><input type="hidden" name="began" value="${began}"><input type="hidden" name="read" value="${read}">
<ol class="toc queue">${withLines(
    comments.map((comment) => [comment.id, item(desk, comment, { back, known })]),
    told,
  )}</ol>
${next === null ? "" : html`<p><a href="${next}">${words.next}</a></p>`}
<div class="foot">${news}${bar(desk, comments)}</div>
</form>`;
}

/** What was decided has shrunk to a line where it stood. */
function withLines(items: readonly (readonly [string, Markup])[], told: Told | null): Markup[] {
  const lines = (told?.lines ?? []).map((line) => html`<li class="decided">${line}</li>`);
  const [where, id] = told?.place.split("-") ?? [];
  const at = items.findIndex(([each]) => each === id) + (where === "below" ? 1 : 0);
  const all = items.map(([, markup]) => markup);
  return all.toSpliced(Math.max(at, 0), 0, ...lines);
}

/** Names the words that the moderator has read. Their writer may still edit them, and nothing is published that nobody has read. */
export function editReadField({ id, edited }: DeskComment): Markup | "" {
  return edited === null ? "" : html`<input type="hidden" name="seen" value="${id} ${edited}">`;
}

/**
 * Which words stood beside the button that was pressed (`editReadField` writes them into the form).
 * @returns for each comment the time of their last edit; zero when they had never been edited.
 */
export function editsReadIn(sent: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    sent.map((each) => {
      const [id = "", edited = ""] = each.split(" ");
      return [id, /^\d{1,15}$/u.test(edited) ? Number(edited) : 0];
    }),
  );
}

function item(
  desk: Desk,
  comment: DeskComment,
  { back, known }: Pick<ListAround, "back" | "known">,
): Markup {
  const { words, time } = desk;
  const { id, thread, name, number, state, edited, email } = comment;
  const place =
    number === null
      ? ""
      : html`, <a href="${commentAddress(thread.url, number)}">${words.number(number)}</a>`;
  return html`<li data-comment id="c-${id}" tabindex="-1" data-acts="${actsOn(comment).join(" ")}">
<div class="pick"><input type="checkbox" name="id" value="${id}" aria-label="${words.select(name)}">${editReadField(comment)}</div>
<article aria-labelledby="h-${id}"><div>
<div class="line ui"><h2 id="h-${id}" dir="auto">${name || words.deciding.nameless}</h2>
${marksOf(desk, comment)}
<span>${email}</span> ${time(comment.asked)}
${edited === null ? "" : html`<b>${words.edited}</b>`} ${state === "held" ? "" : html`<b>${words.state[state]}</b>`}</div>
<p class="on ui">${words.deciding.to} <a href="${thread.url}" dir="auto">${thread.title}</a>${place}</p>
${answered(desk, comment)}
${markedWords(comment, known)}</div>
${aside(desk, comment, known)}
<div class="acts">${actsOn(comment)
    .filter((act) => act !== "erase")
    .map((act) => actButton(desk, act, comment))}
${answerLink(desk, comment, back)} ${recommendButton(desk, comment)} <a class="quiet" href="/desk/comments/${id}#notes" aria-label="${words.deciding.act(words.notes.link, whoseOf(desk, comment))}">${words.notes.link}</a> <a class="quiet" data-act="open" href="/desk/comments/${id}" aria-label="${words.deciding.act(words.details, whoseOf(desk, comment))}">${words.details}</a>
${state === "erased" ? "" : actButton(desk, "erase", comment)}</div>
</article></li>`;
}

/** A recommendation shows while the comment does. */
function marksOf({ site }: Desk, comment: DeskComment): Markup[] {
  const recommended = comment.isRecommended && comment.state === "published";
  return marks({ ...comment, recommended }, site);
}

/** The acts that mean something for a comment: where nobody has reported it, it stands anyway. */
function actsOn({ state, reports }: DeskComment): CommentAct[] {
  return actsFor(state).filter((act) => act !== "keep" || reports > 0);
}

/** Which comment a button means, for whoever hears it alone. */
export function whoseOf({ words }: Desk, { name, number }: DeskComment): string {
  return words.deciding.whose(name, number);
}

/** Who, when, where, and what speaks for or against it. */
export function facts(desk: Desk, comment: DeskComment): Markup {
  const { words, time, site } = desk;
  const { number, thread, name, email, asked, edited, state, heldFor, replyTo } = comment;
  return html`<p class="facts"><strong dir="auto">${name}</strong>
${marksOf(desk, comment)}
<span>${email}</span> ${time(asked)}
${number === null ? "" : html`<a href="${commentAddress(thread.url, number)}">${words.number(number)}</a>`}
${replyTo === null ? "" : html`<span>${words.replyTo(replyTo)}</span>`}
${edited === null ? "" : html`<span>${words.edited}</span>`}
<span>${words.state[state]}</span>
${comment.reports > 0 ? html`<span class="why">${words.reports(comment.reports)}</span>` : ""}
${comment.wasLeft && state === "published" ? html`<span class="why">${words.wasLeft}</span>` : ""}
${comment.notices > 0 ? html`<span class="why">${words.hasNotice}</span>` : ""}</p>
${
  heldFor.length > 0 && state === "held"
    ? html`<p class="facts"><span>${words.heldFor}:</span> ${heldFor.map((check) => html`<span class="${kindOf(check)}">${reasonFor(check, site.language)}</span>`)}</p>`
    : ""
}`;
}

/** One act on one comment. Where a reason is asked for, the button opens the list of reasons, and each of these acts. */
export function actButton(desk: Desk, act: CommentAct, comment: DeskComment): Markup {
  const { words } = desk;
  const whose = whoseOf(desk, comment);
  const label = words.deciding.act(words.act[act], whose);
  const value = `${act} ${comment.id}`;
  if (act !== "reject" && act !== "hide")
    return html`<button type="submit" name="one" value="${value}" class="${kinds[act]}" data-act="${act}" aria-label="${label}">${words.act[act]}${act === "erase" ? " …" : ""}</button>`;
  return html`<details data-act="${act}"><summary class="${kinds[act]}" aria-label="${label}">${words.act[act]} …</summary>
${reasonButtons(desk, { name: "one", value }, (reason) => words.deciding.actFor(words.act[act], reason, whose))}
</details>`;
}

/** The way to the form for an answer, from which it leads back. */
export function answerLink(desk: Desk, comment: DeskComment, back: string): Markup | "" {
  const { id, state } = comment;
  const { link } = desk.words.answer;
  const address = `/desk/comments/${id}/answer?back=${encodeURIComponent(back)}`;
  return state === "erased" || state === "unconfirmed"
    ? ""
    : html`<a class="quiet" href="${address}" aria-label="${desk.words.deciding.act(link, whoseOf(desk, comment))}">${link}</a>`;
}

/** Recommends a comment, or does so no longer (recommendations.ts takes it); only what is published can be. */
export function recommendButton(desk: Desk, comment: DeskComment): Markup | "" {
  const { id, state, isRecommended } = comment;
  if (state !== "published") return "";
  const act = isRecommended ? "unrecommend" : "recommend";
  const word = desk.words[act];
  return html`<button type="submit" class="quiet" name="${act}" value="${id}" formaction="/desk/recommendations" aria-label="${desk.words.deciding.act(word, whoseOf(desk, comment))}">${word}</button>`;
}

/** How a button looks: what is likely is ink, what cannot be taken back is red and stands apart. */
const kinds: Record<CommentAct, string> = {
  publish: "btn ink",
  keep: "btn ink",
  reject: "btn",
  hide: "btn",
  erase: "btn no",
};

/** A button for each reason, and who is told of it. @param nameOf what a button is called beside its word; left out: that word. */
function reasonButtons(
  { words }: Desk,
  { name, value }: { name: string; value: string },
  nameOf?: (reason: string) => string,
): Markup {
  return html`<div class="reasons">${removalReasons.map((reason) => {
    const word = words.reason[reason];
    return html`<button type="submit" class="btn" name="${name}" value="${value} ${reason}"${nameOf === undefined ? "" : html` aria-label="${nameOf(word)}"`}>${word}</button> `;
  })}<p class="hint">${words.toldHint}</p></div>`;
}

/** Acts on all that are selected. The style shows it while something is, and of its acts those that fit all of that. */
function bar(desk: Desk, comments: readonly DeskComment[]): Markup {
  const { words } = desk;
  const acts = new Set(comments.flatMap(actsOn));
  const button = (act: CommentAct) =>
    act === "reject" || act === "hide"
      ? html`<details data-act="${act}"><summary class="btn">${words.act[act]} …</summary>${reasonButtons(desk, { name: "act", value: act })}</details>`
      : html`<button type="submit" class="${kinds[act]}" name="act" value="${act}" data-act="${act}">${words.act[act]}${act === "erase" ? " …" : ""}</button>`;
  return html`<div class="bar" role="group" aria-label="${words.selected}"><strong role="status" data-chosen="${words.chosen("#")}">${words.selected}</strong>
<button type="button" class="quiet" data-act="all" hidden>${words.allHere}</button>
${commentActs.filter((act) => acts.has(act)).map(button)}</div>`;
}

/** The search, with what it found. */
export function searchPage({ words }: Desk, asked: string, found: Markup | ""): Page {
  return {
    title: asked === "" ? words.search : words.searched(asked),
    main: html`<form class="find" action="/desk/search"><label>${words.searchLabel} <input type="search" dir="auto" name="q" value="${asked}" required maxlength="200"></label> <button type="submit">${words.search}</button></form>
<p class="hint ui">${words.searchHint}</p>
${found}`,
  };
}
