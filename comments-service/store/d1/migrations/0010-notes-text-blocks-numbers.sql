-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (10, 'notes, text blocks, numbers', unixepoch() * 1000);

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  comment TEXT REFERENCES comment (id),
  email TEXT,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  CHECK ((comment IS NULL) <> (email IS NULL))
) STRICT;

CREATE INDEX note_by_comment ON note (comment) WHERE comment IS NOT NULL;

CREATE INDEX note_by_address ON note (lower(email)) WHERE email IS NOT NULL;

CREATE TABLE text_block (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('answer', 'reason')),
  language TEXT NOT NULL CHECK (language IN ('de', 'en')),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE INDEX report_to_empty ON report (created_at) WHERE sender <> id;

CREATE INDEX notice_to_empty ON notice (decided_at) WHERE reason <> '';
