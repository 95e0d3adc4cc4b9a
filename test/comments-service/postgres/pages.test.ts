import { expect, test } from "vitest";
import type { ImportedComment } from "../../../comments-service/store/port/importing.ts";
import type { Database } from "../../../comments-service/store/sql/database.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";

test.each(["?limit=20", "?at=5"])(
  "a page into which another process writes while it is read is as that one shows it, before or after (%s)",
  async (query) => {
    const other = await openService();
    await other.publish({ text: "1" });
    const write = (text: string) =>
      other.store.importComments("flur", [imported(text, null), imported(`${text} too`, "2")]);
    for (const text of ["2", "3", "4"]) await write(text);
    let reads = 0;
    let left = Infinity;
    const database: Database = {
      ...other.database,
      async read(question) {
        if ((left -= 1) === 0) await write(`meanwhile ${reads}`);
        return other.database.read(question);
      },
      close: async () => {},
    };
    const reader = await openService({ database });
    const path = `/threads/flur${query}`;
    do {
      reads += 1;
      // What the reader keeps is of an older version then.
      await write(`before ${reads}`);
      const before = await bytesAt(other, path);
      left = reads;
      const read = await bytesAt(reader, path);
      expect([before, await bytesAt(other, path)]).toContain(read);
    } while (left <= 0);
    expect(reads).toBeGreaterThan(3);
  },
);

function imported(id: string, parent: string | null): ImportedComment {
  const words = { name: "N", email: "", text: `Text ${id}`, wording: "import.test" };
  return { id, parent, state: "published", ...words, at: 9, editedAt: null };
}

async function bytesAt(service: TestService, path: string): Promise<string> {
  return (await service.ask(path)).text();
}
