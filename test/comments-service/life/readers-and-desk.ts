import { createApp } from "../../../comments-service/http/app.ts";
import { checks } from "../../../comments-service/domain/checks/checks.ts";
import type { Letter } from "../../../comments-service/mail/mail.ts";
import { openLetter } from "../../../comments-service/mail/sealed-letter.ts";
import { createService } from "../../../comments-service/acts/service.ts";
import { openStore } from "../../../comments-service/store/open-database.ts";
import type {
  Challenge,
  Me,
  Session,
  SessionAsked,
  Replies,
  Thread,
} from "../../../comments-service/wire.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { engine } from "../engine.ts";
import { codeOf, moderator } from "../http/desk/moderator.ts";
import { answeredBy, chosen, nameOf, textOf } from "./model.ts";
import type { Act, Model, ToOne } from "./model.ts";
import { codeIn } from "../readers.ts";
import { openService, tokenOf } from "../service.ts";
import { solve } from "../solve.ts";
import { unshared } from "../unshared.ts";

/** The threads that there are. */
export const threads = ["flur", "regen"] as const;
const DAY = 86_400_000;

/** A post as its writer keeps it, to send it again and to confirm it. */
interface Kept {
  path: string;
  body: object;
  headers: Record<string, string>;
  id: string;
  token: string;
}

const emailOf = (who: number) => `reader${who}@mail.example`;
const own = { "Sec-Fetch-Site": "same-origin" };

/** The service under the same acts, all of them sent as readers and moderators send them. */
export async function openLife() {
  const first = await openService({
    limits: unlimited,
    checks: checks.filter(({ name }) =>
      ["suspect-words", "all-held", "blocked-sender"].includes(name),
    ),
    env: { SUSPECT_WORDS: "merkwürdig" },
  });
  const { clock, site } = first;
  // Else a switch could be turned before anybody has asked for its thread.
  await first.service.magazine.refresh();
  const posts: Kept[] = [];
  const batches: string[] = [];
  let { store, service } = first;
  let app = createApp(service);

  const ask = async (path: string, init?: RequestInit, peer = "192.0.2.1") =>
    app.request(new URL(path, first.settings.serviceUrl).href, init, { peer });
  const send = (
    path: string,
    body: object,
    more: { method?: string; headers?: object; peer?: string } = {},
  ) =>
    ask(
      path,
      {
        method: more.method ?? "POST",
        headers: { Origin: site.origin, "Content-Type": "application/json", ...more.headers },
        body: JSON.stringify(body),
      },
      more.peer,
    );
  const form = (path: string, fields: [string, string][], headers: object = {}) =>
    ask(path, {
      method: "POST",
      headers: { ...own, ...headers },
      body: new URLSearchParams(fields),
    });
  async function challenge(id: string, action: string): Promise<string> {
    const answer = await ask(`/challenge?thread=${id}&action=${action}`);
    return solve((await answer.json()) as Challenge);
  }

  /** The newest letter that has this in it. Ids count up, whatever the clock says. */
  async function letterWith(part: string): Promise<{ letter: Letter; about: string }> {
    const all = await store.letters(1000);
    for (const waiting of all.toSorted((a, b) => b.id.localeCompare(a.id))) {
      const letter = openLetter([service.secret], waiting);
      if (letter?.text.includes(part) === true) return { letter, about: waiting.subject };
    }
    throw new Error(`no letter has ${part}`);
  }

  const sessions = new Map<number, { headers: Record<string, string>; until: number }>();
  /** What a signed-in reader sends; signs in where that has not been done, or was too long ago. */
  async function signedIn(who: number): Promise<Record<string, string>> {
    const known = sessions.get(who);
    if (known !== undefined && known.until > clock.now) return known.headers;
    const asked = await send("/sessions", { email: emailOf(who) });
    const { attempt } = (await asked.json()) as SessionAsked;
    const code = codeIn((await letterWith("mit diesem Code")).letter);
    const answer = await send("/sessions/verify", { attempt, code });
    const { token } = (await answer.json()) as Session;
    const headers = { Authorization: `Bearer ${token}` };
    sessions.set(who, { headers, until: clock.now + 30 * DAY });
    return headers;
  }

  let desk = { cookie: "", until: 0 };
  async function atDesk(): Promise<{ Cookie: string }> {
    if (desk.until <= clock.now) {
      const page = await (await form("/desk/sign-in", [["email", moderator]])).text();
      const attempt = /name="attempt" value="([^"]+)"/u.exec(page)?.[1] ?? "";
      const code = codeOf((await letterWith("mit diesem Code")).letter.text);
      const answer = await form("/desk/code", [
        ["attempt", attempt],
        ["code", code],
      ]);
      const cookie = (answer.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
      desk = { cookie, until: clock.now + DAY / 2 };
    }
    return { Cookie: desk.cookie };
  }

  /** Sends a form of the desk. @returns how much was done, as the record has it. */
  async function moderate(path: string, fields: [string, string][]): Promise<number> {
    const answer = await form(path, [...fields, ["back", "/desk/"]], await atDesk());
    const batch = /done=([0-9a-f]+)/u.exec(answer.headers.get("Location") ?? "")?.[1] ?? "";
    // What takes back is not taken back itself.
    if (path !== "/desk/undo") batches.push(batch);
    return (await store.record({ batch }, 99)).length;
  }

  async function post(act: Act & { act: "post" | "say" }, model: Model): Promise<number> {
    const id = threads[act.thread];
    const isGuests = act.act === "post";
    const text = textOf(model, act.isOdd);
    const headers = isGuests ? {} : await signedIn(act.reader);
    const body = {
      name: nameOf(act.reader),
      ...(isGuests ? { email: emailOf(act.reader) } : {}),
      text,
      replyTo: answeredBy(model, act),
      challenge: await challenge(id, "comment"),
    };
    const path = `/threads/${id}/comments`;
    const { status } = await send(path, body, { headers });
    if (status !== 201 && status !== 202) return status;
    const kept = { path, body, headers, id: "", token: "" };
    if (isGuests) {
      const { letter, about } = await letterWith(`> ${text}`);
      posts.push({ ...kept, id: about, token: tokenOf(letter) });
    } else {
      const { comments } = await (await ask("/me", { headers })).json();
      const written = (comments as Me["comments"]).find((each) => each.text === text);
      posts.push({ ...kept, id: written?.id ?? "" });
    }
    return status;
  }

  async function restart(): Promise<number> {
    await store.close();
    // To D1 leads no address but its binding, which stays.
    store = await (engine === "D1"
      ? createSqlStore(first.database, clock.now)
      : openStore(first.settings, clock.now));
    const difficulty = { cost: 1, least: 1, most: 3 };
    service = createService({ ...service, store, difficulty });
    app = createApp(service);
    return 0;
  }

  async function turn(act: Act & { act: "turn" }): Promise<number> {
    const listed = site.list.threads[act.thread];
    if (listed !== undefined) listed.state = listed.state === "open" ? "closed" : "open";
    await service.magazine.refresh();
    return 0;
  }

  /** Does to a comment what the act says. */
  async function happen(of: Kept, act: ToOne, model: Model): Promise<number> {
    if (act.act === "repeat") return (await send(of.path, of.body, { headers: of.headers })).status;
    if (act.act === "confirm")
      return of.token === "" ? 0 : (await form("/confirm", [["token", of.token]])).status;
    if (act.act === "report") {
      const id = of.path.includes("flur") ? "flur" : "regen";
      const body = { reason: "spam", challenge: await challenge(id, "report") };
      const peer = `192.0.${act.reader}.7`;
      return (await send(`/comments/${of.id}/reports`, body, { peer })).status;
    }
    const headers = { ...(await signedIn(act.reader)), Origin: site.origin };
    const path = `/comments/${of.id}`;
    if (act.act === "erase") return (await ask(path, { method: "DELETE", headers })).status;
    const body = { text: textOf(model, act.isOdd) };
    return (await send(path, body, { method: "PATCH", headers })).status;
  }

  function decide(act: Act & { act: "decide" }, model: Model): Promise<number> {
    const fields = act.nths.flatMap((each): [string, string][] => {
      const id = chosen(posts, each)?.id ?? "none";
      const edited = chosen(model.comments, each)?.editedAt ?? 0;
      return [
        ["id", id],
        ["seen", `${id} ${act.hasRead ? edited : 0}`],
      ];
    });
    return moderate("/desk/acts", [
      ...fields,
      ["act", act.how],
      ["reason", "spam"],
      ["sure", "yes"],
    ]);
  }

  function turnSwitch({ to, thread }: Act & { act: "switch" }): Promise<number> {
    const which: [string, string][] = thread === null ? [] : [["thread", threads[thread]]];
    return moderate("/desk/threads", [["act", to], ...which]);
  }

  function block({ act, reader }: Act & { act: "block" | "unblock" }): Promise<number> {
    const lift: [string, string][] = act === "unblock" ? [["lift", "yes"]] : [];
    return moderate("/desk/blocks", [["value", emailOf(reader)], ...lift]);
  }

  const read = async (id: string, query: string) =>
    (await (await ask(`/threads/${id}?${query}`)).json()) as Thread;

  /** The first page with all the replies that it leaves out in their places. */
  async function readWhole(id: string): Promise<Thread> {
    const page = await read(id, "limit=100");
    for (const { after, count } of page.folded) {
      const { comments, more } = (await (
        await ask(`/threads/${id}/replies?after=${after}`)
      ).json()) as Replies;
      if (comments.length !== count || more !== 0) throw new Error("replies are missing");
      page.comments.splice(
        page.comments.findIndex((each) => each.number === after) + 1,
        0,
        ...comments,
      );
    }
    return page;
  }

  /** Does an act to the service. @returns the status of its answer, or how much the desk has done. */
  async function run(act: Act, model: Model): Promise<number> {
    if ("answers" in act) return post(act, model);
    if (act.act === "decide") return decide(act, model);
    if (act.act === "switch") return turnSwitch(act);
    if (act.act === "block" || act.act === "unblock") return block(act);
    if (act.act === "undo")
      return moderate("/desk/undo", [["batch", chosen(batches, act.nth) ?? "none"]]);
    if (act.act === "turn") return turn(act);
    if (act.act === "restart") return restart();
    if (act.act === "jump") {
      clock.now += act.minutes * 60_000;
      return 0;
    }
    const of = chosen(posts, act.nth);
    return of === undefined ? 0 : happen(of, act, model);
  }

  return { run, read, readWhole, ask, waiting: () => store.waiting() };
}

const unlimited = {
  comment: { sender: [], thread: [], site: [] },
  report: { sender: [], thread: [], site: [] },
  signIn: { sender: [], site: [] },
  strangers: unshared,
};
