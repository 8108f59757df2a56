-- Documents and their versions, one row each; which record used which guide, and which of its steps it carried out.
-- Days as text (2026-11-27), times in microseconds since 1970, UTC.
CREATE TABLE IF NOT EXISTS guide(
  stream BLOB PRIMARY KEY CHECK(length(stream) = 16),
  series_year INTEGER NOT NULL,
  series_count INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  file TEXT,
  versions INTEGER NOT NULL,
  open_version INTEGER,
  open_stage TEXT,
  open_rank INTEGER NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS guide_changed ON guide(changed_us);

-- Every title that a document bears or bore: no two documents share one, because records name the guide that they used so.
CREATE TABLE IF NOT EXISTS guide_title(
  title_key TEXT PRIMARY KEY,
  guide BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS guide_version(
  guide BLOB NOT NULL,
  version INTEGER NOT NULL,
  stage TEXT NOT NULL,
  valid_from TEXT,
  PRIMARY KEY(guide, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS guide_use(
  record BLOB PRIMARY KEY CHECK(length(record) = 16),
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  guide_key TEXT NOT NULL,
  version TEXT NOT NULL,
  at_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS guide_use_guide ON guide_use(guide_key, at_us);

CREATE TABLE IF NOT EXISTS guide_step(
  record BLOB NOT NULL,
  place INTEGER NOT NULL,
  title TEXT NOT NULL,
  result TEXT NOT NULL,
  at_us INTEGER NOT NULL,
  PRIMARY KEY(record, place)
) STRICT, WITHOUT ROWID;
