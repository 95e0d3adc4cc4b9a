import type { Letter } from "../../comments-service/mail/mail.ts";
import type { Comment, Me, Posted, Session, SessionAsked } from "../../comments-service/wire.ts";
import type { TestService } from "./service.ts";

/** The code in a letter, as it stands there. */
export function codeIn(letter: Pick<Letter, "text"> | undefined): string {
  const code = /^(\d{4} \d{4})$/mu.exec(letter?.text ?? "")?.[1];
  if (code === undefined) throw new Error("the letter has no code");
  return code;
}

/** Signs in by the mailed code. @returns the bearer token. */
export async function signIn(service: TestService, email: string): Promise<string> {
  const asked = await service.send("/sessions", { email });
  const { attempt } = (await asked.json()) as SessionAsked;
  const code = codeIn((await service.letters()).find(({ to }) => to === email));
  const answer = await service.send("/sessions/verify", { attempt, code });
  return ((await answer.json()) as Session).token;
}

/** A reader who has signed in, and what can be done then. */
export async function openReader(service: TestService, email = "petra@mail.example") {
  const token = await signIn(service, email);
  const headers = { Authorization: `Bearer ${token}` };
  const call = (method: string, path: string, body?: object) =>
    service.ask(path, {
      method,
      headers: {
        ...headers,
        Origin: service.site.origin,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    email,
    token,
    headers,
    /** Writes a comment; a signed-in reader sends no address. */
    post: (words: object = {}, thread = "flur") =>
      service.post({ email: undefined, ...words }, { headers, thread }),
    edit: (id: string, text: string) => call("PATCH", `/comments/${id}`, { text }),
    erase: (id: string) => call("DELETE", `/comments/${id}`),
    me: async () => (await (await call("GET", "/me")).json()) as Me,
    call,
  };
}

/** The comment that an answer to a post tells of. @throws where it is not published */
export const published = async (answer: Response): Promise<Comment> => {
  const posted = (await answer.json()) as Posted;
  if (posted.state !== "published") throw new Error(`it is ${posted.state}`);
  return posted.comment;
};
