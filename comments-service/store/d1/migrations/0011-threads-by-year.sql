-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (11, 'threads by year', unixepoch() * 1000);

ALTER TABLE site ADD COLUMN years TEXT;

ALTER TABLE thread ADD COLUMN year TEXT NOT NULL DEFAULT '';

CREATE INDEX thread_by_year ON thread (year);
