-- Printed by `npm run migrations` from store/migrations. Do not edit.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT;

INSERT INTO schema_version (version, name, migrated_at) VALUES (8, 'recommendations and closing dates', unixepoch() * 1000);

ALTER TABLE comment ADD COLUMN recommended_at INTEGER;

ALTER TABLE comment ADD COLUMN author TEXT;

CREATE INDEX comment_recommended ON comment (thread, number) WHERE recommended_at IS NOT NULL;

CREATE INDEX comment_by_author ON comment (author) WHERE author IS NOT NULL;

ALTER TABLE thread ADD COLUMN closes_at INTEGER;

ALTER TABLE thread ADD COLUMN authors TEXT NOT NULL DEFAULT '[]';

ALTER TABLE site ADD COLUMN authors TEXT NOT NULL DEFAULT '[]';
