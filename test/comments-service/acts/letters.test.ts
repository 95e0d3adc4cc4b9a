import { expect, test } from "vitest";
import { letterTo, strangersLetter } from "../../../comments-service/acts/letters.ts";
import { openLetter } from "../../../comments-service/mail/sealed-letter.ts";
import { openService, secret } from "../service.ts";

const letter = (to: string) => ({ to, subject: "Etwas", text: "Etwas.", expires: null });

test("a letter that anybody can ask for leaves some for the desk where the mailbox is a moderator's, however it is spelt", async () => {
  const { service } = await openService({ env: { MODERATORS: "a@x.example, b@x.example" } });
  const kept = (to: string) => {
    const asked = { purpose: "reader", network: "n" } as const;
    const { others } = strangersLetter(service, letter(to), asked).share;
    return others.find(({ key }) => key.endsWith(" desk"))?.kept;
  };
  expect(["a@x.example", "B+desk@X.example", "c@x.example"].map(kept)).toEqual([2, 2, 0]);
});

test("all spellings of a mailbox have one share and one turn, and no other's", async () => {
  const { service } = await openService();
  const spellings = ["ida@x.example", "Ida+1@x.example", "otto@x.example"];
  const [ida, spelt, otto] = spellings.map((to) => {
    const { recipient, share } = strangersLetter(service, letter(to), {
      purpose: "confirm",
      network: "n",
    });
    const told = letterTo(service, letter(to));
    expect(told.recipient).toBe(recipient);
    return { recipient, own: share.own, turn: told.mailbox.key };
  });
  expect(spelt).toEqual(ida);
  for (const part of ["recipient", "own", "turn"] as const)
    expect(otto?.[part]).not.toBe(ida?.[part]);
});

test("a letter that may be written twice has the id that it was given, and says that it is a notification", async () => {
  const { service } = await openService();
  const told = letterTo(service, letter("ida@x.example"), { id: "mine", isNotification: true });
  expect(told).toMatchObject({ id: "mine", isNotification: true });
  expect(openLetter([secret], { ...told, expires: null })).toMatchObject(letter("ida@x.example"));
  expect(letterTo(service, letter("ida@x.example")).id).toMatch(/^[0-9a-f]{32}$/u);
});
