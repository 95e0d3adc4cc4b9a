-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (4, 'feeds', unixepoch() * 1000);

CREATE INDEX comment_by_publication ON comment (published_at) WHERE state = 'published';
