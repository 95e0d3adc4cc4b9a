import type { KeptNote, NoteBeside, Notes } from "../port/notes.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { insertWhere } from "./guarded.ts";
import { inPieces, join, sql } from "./statement.ts";

const columns = sql`note.id, note.comment, note.text, note.created_at AS created, note.created_by AS "by"`;

/** Notes to colleagues. They go with what they are about: `forgetNotes`. */
export function notes(database: Database): Notes {
  return {
    async notes(comments) {
      const pieces = inPieces(comments).map((some) =>
        database.read<NoteBeside>(
          sql`SELECT ${columns}, comment.id AS beside FROM comment
            JOIN note ON note.comment = comment.id OR lower(note.email) = lower(comment.email)
            WHERE comment.id IN (${join(some)}) ORDER BY note.created_at DESC, note.id DESC`,
        ),
      );
      return (await Promise.all(pieces)).flat();
    },

    notesAbout: (email) =>
      database.read<KeptNote>(
        sql`SELECT ${columns} FROM note WHERE lower(email) = ${email.toLowerCase()}
          OR comment IN (SELECT id FROM comment WHERE lower(comment.email) = ${email.toLowerCase()})
          ORDER BY created_at, id`,
      ),

    async addNote({ id, comment, about, text, by }, now) {
      const isThere = sql`EXISTS (SELECT 1 FROM comment WHERE id = ${comment} AND state NOT IN ('unconfirmed', 'erased')
        AND (email <> '' OR ${about} = 'comment'))`;
      const writer = sql`(SELECT email FROM comment WHERE id = ${comment})`;
      const of = about === "comment" ? { comment, email: null } : { comment: null, email: writer };
      const rows = await database.atomic(
        [insertWhere("note", { id, ...of, text, created_at: now, created_by: by }, isThere)],
        sql`SELECT 1 FROM note WHERE id = ${id}`,
      );
      return rows.length > 0;
    },

    deleteNote: (id) => writeAll(database, [sql`DELETE FROM note WHERE id = ${id}`]),
  };
}
