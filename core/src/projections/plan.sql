-- One row an action plan: what its list sorts and filters. Its words are those of the newest version.
CREATE TABLE IF NOT EXISTS plan(
  stream BLOB PRIMARY KEY CHECK(length(stream) = 16),
  series_year INTEGER NOT NULL,
  series_count INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_rank INTEGER NOT NULL,
  scenario TEXT NOT NULL,
  scenario_key TEXT NOT NULL,
  stage TEXT NOT NULL,
  stage_rank INTEGER NOT NULL,
  version INTEGER NOT NULL,
  approved INTEGER,
  steps INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  retired INTEGER NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS plan_number ON plan(series_year DESC, series_count DESC);
CREATE INDEX IF NOT EXISTS plan_title ON plan(title_key, stream);
