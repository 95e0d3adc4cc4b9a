-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (2, 'accounts', unixepoch() * 1000);

CREATE TABLE attempt (
  id_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  email TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  tries INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  session TEXT
) STRICT;

CREATE INDEX attempt_by_address ON attempt (lower(email));

CREATE INDEX attempt_by_end ON attempt (expires_at);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  email TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_address ON session (lower(email));

CREATE INDEX session_by_end ON session (expires_at);

CREATE TABLE subscription (
  id TEXT PRIMARY KEY,
  thread TEXT NOT NULL REFERENCES thread (id),
  comment TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('replies', 'thread')),
  email TEXT NOT NULL,
  wording TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  ended_at INTEGER
) STRICT;

CREATE INDEX subscription_by_thread ON subscription (thread, scope);

CREATE INDEX subscription_by_comment ON subscription (comment);

CREATE INDEX subscription_by_address ON subscription (lower(email));

CREATE INDEX subscription_by_end ON subscription (ended_at);

ALTER TABLE letter ADD COLUMN recipient TEXT;

ALTER TABLE letter ADD COLUMN is_notification INTEGER NOT NULL DEFAULT 0;

CREATE INDEX letter_by_recipient ON letter (recipient) WHERE recipient IS NOT NULL;
