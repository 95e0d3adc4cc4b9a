-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (1, 'conversation', unixepoch() * 1000);

CREATE TABLE secret_key (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  language TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  etag TEXT,
  read_at INTEGER NOT NULL
) STRICT;

CREATE TABLE thread (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  last_number INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  thread TEXT NOT NULL REFERENCES thread (id),
  state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'held', 'published', 'hidden', 'rejected', 'erased')),
  number INTEGER,
  reply_to INTEGER,
  conversation INTEGER,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  text TEXT NOT NULL,
  wording TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  published_at INTEGER,
  edited_at INTEGER,
  UNIQUE (thread, number)
) STRICT;

CREATE INDEX comment_opening ON comment (thread, number) WHERE reply_to IS NULL;

CREATE INDEX comment_conversation ON comment (thread, conversation, number);

CREATE INDEX comment_by_thread_state ON comment (thread, state);

CREATE INDEX comment_by_state ON comment (state, asked_at);

CREATE TABLE solution (
  id TEXT PRIMARY KEY,
  body_hash TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX solution_by_age ON solution (created_at);

CREATE TABLE proof (
  token_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  comment TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE INDEX proof_by_comment ON proof (comment);

CREATE INDEX proof_by_age ON proof (created_at);

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  comment TEXT NOT NULL REFERENCES comment (id),
  sender TEXT NOT NULL,
  mailbox TEXT,
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  email TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (comment, sender),
  UNIQUE (comment, mailbox)
) STRICT;

CREATE INDEX report_by_age ON report (created_at);

CREATE TABLE counter (
  key TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (key, start_at)
) STRICT;

CREATE INDEX counter_by_age ON counter (start_at);

CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  sealed TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  claimed_until INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  sent_at INTEGER,
  given_up_at INTEGER
) STRICT;

CREATE INDEX letter_due ON letter (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;

CREATE INDEX letter_by_age ON letter (created_at);

CREATE INDEX letter_by_subject ON letter (subject);
