import { textBlocks, type TextPiece } from "../domain/text-blocks.ts";
import type { Comment } from "../wire.ts";
import type { Context } from "./context.ts";
import { commentAnchor } from "../domain/comment-anchor.ts";
import { button, element, linkTo } from "./dom.ts";
import type { CommentForm } from "./form.ts";
import { loadWriting } from "./load-writing.ts";

/** What a reply shows of the comment that it answers: only the number where that is not in the page. */
export type Answered = Pick<Comment, "number"> & Partial<Comment>;

/**
 * A comment with its acts, and `replies` under it. `reply` is false where the thread takes no more comments; `answered` is the
 * comment that it answers, where its place does not tell. A hidden or erased comment keeps its number and says what became of it.
 */
export function commentView(
  context: Context,
  comment: Comment,
  reply: CommentForm["reply"] | false,
  answered: Answered | false,
  ...replies: (HTMLElement | false)[]
): HTMLElement {
  const { words } = context;
  const { number, name, badge, publishedAt, editedAt, recommended, state, gone } = comment;
  const { badgeWord, wroteArticle } = comment;

  const content = (): HTMLElement[] => {
    // A service that is older than this widget does not say why.
    if (state !== "published")
      return [element("p", {}, element("em", {}, words.gone[gone ?? "removed"]))];
    const header = element(
      "header",
      { className: "ui" },
      element("strong", { dir: "auto" }, name || words.nameless),
      badge &&
        element(
          "span",
          { className: "badge" },
          badgeWord ?? words.badge[badge],
          wroteArticle && words.ofThis,
        ),
      recommended && element("span", { className: "badge pick" }, words.pick),
      linkTo(number, "", element("time", { dateTime: publishedAt }, context.time(publishedAt))),
      editedAt && element("span", { className: "edited" }, words.edited),
      answered && element("span", {}, words.replyTo, answeredLink(answered)),
    );
    return [
      header,
      ...textView(comment.text),
      element(
        "div",
        { className: "acts ui" },
        reply && button(words.reply, () => void reply(number)),
        reportView(context, comment),
      ),
      // The place for an answer (see writing/place.ts).
      element("div", {}),
    ];
  };

  return element(
    "article",
    { id: commentAnchor(number), tabIndex: -1, ariaLabel: words.comment(number, name) },
    linkTo(number, "no"),
    element("div", {}, ...content(), ...replies),
  );
}

/** `[9] Jens Eilers`, with the words that are answered for whoever points at it. */
function answeredLink({ number, name = "", text = "" }: Answered): HTMLElement {
  return Object.assign(linkTo(number, "", `[${number}] ${name}`), { title: text });
}

/** `Melden`: opens to a small form that reports `comment`. The form is made when it is first opened: hardly anyone ever does. */
function reportView(context: Context, comment: Comment): HTMLDetailsElement {
  const summary = element("summary", {}, context.words.report);
  const said = element("p", { className: "said", role: "status" });
  let form: HTMLFormElement | undefined;
  const ontoggle = async (): Promise<void> => {
    if (form) return;
    view.append(said);
    const writing = await loadWriting(context, said);
    if (writing && !form) view.append((form = writing.reportForm(context, comment, view, summary)));
  };
  const view: HTMLDetailsElement = element("details", { ontoggle: () => void ontoggle() }, summary);
  return view;
}

/** A comment's text as paragraphs, quotes, code and links. */
function textView(text: string): HTMLElement[] {
  return textBlocks(text).map(({ isQuote, isCode, lines }) => {
    const lineEnd = () => (isCode ? "\n" : element("br", {}));
    const words = lines.flatMap((line) => [lineEnd(), ...line.map(pieceView)]).slice(1);
    const paragraph = element(isCode ? "pre" : "p", { dir: "auto" }, ...words);
    return isQuote ? element("blockquote", {}, paragraph) : paragraph;
  });
}

function pieceView(piece: TextPiece): Node | string {
  if (typeof piece === "string") return piece;
  return element("a", { href: piece.href, rel: "nofollow ugc noopener" }, piece.href);
}
