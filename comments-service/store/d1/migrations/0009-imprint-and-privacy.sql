-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (9, 'imprint and privacy', unixepoch() * 1000);

ALTER TABLE site ADD COLUMN imprint TEXT;

ALTER TABLE site ADD COLUMN privacy TEXT;
