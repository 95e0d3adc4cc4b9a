-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (5, 'less to write, more to undo', unixepoch() * 1000);

CREATE TABLE new_counter (
  start_at INTEGER NOT NULL,
  key TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (start_at, key)
) STRICT, WITHOUT ROWID;

INSERT INTO new_counter (start_at, key, count) SELECT start_at, key, count FROM counter;

DROP TABLE counter;

ALTER TABLE new_counter RENAME TO counter;

CREATE TABLE new_solution (
  id TEXT PRIMARY KEY,
  body_hash TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO new_solution (id, body_hash, subject, created_at) SELECT id, body_hash, subject, created_at FROM solution;

DROP TABLE solution;

ALTER TABLE new_solution RENAME TO solution;

CREATE INDEX solution_by_age ON solution (created_at);

CREATE TABLE new_proof (
  token_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  comment TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

INSERT INTO new_proof (token_hash, purpose, comment, created_at, expires_at, used_at)
SELECT token_hash, purpose, comment, created_at, expires_at, used_at FROM proof;

DROP TABLE proof;

ALTER TABLE new_proof RENAME TO proof;

CREATE INDEX proof_by_comment ON proof (comment);

CREATE INDEX proof_by_age ON proof (created_at);

DROP INDEX letter_by_recipient;

UPDATE letter SET recipient = NULL WHERE sent_at IS NOT NULL OR given_up_at IS NOT NULL;

DROP INDEX comment_opening;

CREATE INDEX comment_opening ON comment (thread, number) WHERE reply_to IS NULL AND number IS NOT NULL;

DROP INDEX comment_conversation;

CREATE INDEX comment_conversation ON comment (thread, conversation, number) WHERE number IS NOT NULL;

DROP INDEX comment_by_publication;

CREATE INDEX comment_by_publication ON comment (state, published_at) WHERE state = 'published';

ALTER TABLE report ADD COLUMN settled_by TEXT;
