-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (3, 'desk', unixepoch() * 1000);

ALTER TABLE comment ADD COLUMN trap INTEGER NOT NULL DEFAULT 0;

ALTER TABLE comment ADD COLUMN took INTEGER;

ALTER TABLE comment ADD COLUMN settlement TEXT;

ALTER TABLE comment ADD COLUMN held_for TEXT NOT NULL DEFAULT '';

ALTER TABLE comment ADD COLUMN badge TEXT CHECK (badge IN ('author', 'editor'));

CREATE INDEX comment_by_address ON comment (lower(email), asked_at);

CREATE INDEX comment_by_asking ON comment (asked_at);

ALTER TABLE thread ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;

ALTER TABLE thread ADD COLUMN held INTEGER NOT NULL DEFAULT 0;

ALTER TABLE site ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;

ALTER TABLE report ADD COLUMN settled_at INTEGER;

CREATE INDEX report_open ON report (created_at) WHERE settled_at IS NULL;

CREATE TABLE block (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE record (
  id TEXT PRIMARY KEY,
  batch TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  was TEXT NOT NULL,
  became TEXT NOT NULL,
  why TEXT NOT NULL,
  undoes TEXT
) STRICT;

CREATE INDEX record_by_time ON record (at);

CREATE INDEX record_by_subject ON record (subject, at);

CREATE INDEX record_by_batch ON record (batch);

CREATE UNIQUE INDEX record_undone_once ON record (undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER record_no_update BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER record_no_delete BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TABLE act_link (
  token_hash TEXT PRIMARY KEY,
  act TEXT NOT NULL,
  comment TEXT NOT NULL,
  moderator TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX act_link_by_age ON act_link (expires_at);

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  comment TEXT NOT NULL REFERENCES comment (id),
  created_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  reason TEXT NOT NULL,
  decision TEXT CHECK (decision IN ('removed', 'kept')),
  grounds TEXT NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  token_hash TEXT,
  writer_token_hash TEXT
) STRICT;

CREATE INDEX notice_by_age ON notice (created_at);

CREATE INDEX notice_by_token ON notice (token_hash);

CREATE INDEX notice_by_writer_token ON notice (writer_token_hash);

CREATE TABLE objection (
  notice TEXT NOT NULL REFERENCES notice (id),
  party TEXT NOT NULL CHECK (party IN ('notifier', 'writer')),
  created_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  settled_at INTEGER,
  PRIMARY KEY (notice, party)
) STRICT;
