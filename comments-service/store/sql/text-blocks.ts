import type { KeptTextBlock, TextBlocks } from "../port/text-blocks.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { sql } from "./statement.ts";

/** The moderators' own text blocks. */
export function textBlocks(database: Database): TextBlocks {
  return {
    textBlocks: () =>
      database.read<KeptTextBlock>(
        sql`SELECT id, purpose, language, title, text, changed_at AS changed, changed_by AS "by"
          FROM text_block ORDER BY lower(title), id`,
      ),

    saveTextBlock: ({ id, purpose, language, title, text, by }, now) =>
      writeAll(database, [
        sql`INSERT INTO text_block (id, purpose, language, title, text, changed_at, changed_by)
          VALUES (${id}, ${purpose}, ${language}, ${title}, ${text}, ${now}, ${by})
          ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose, language = excluded.language, title = excluded.title,
            text = excluded.text, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      ]),

    deleteTextBlock: (id) => writeAll(database, [sql`DELETE FROM text_block WHERE id = ${id}`]),
  };
}
