-- One row a DR test: what its list sorts and filters. Times in microseconds since 1970, UTC.
CREATE TABLE IF NOT EXISTS drill(
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
  plan BLOB NOT NULL,
  plan_number TEXT NOT NULL,
  plan_version INTEGER NOT NULL,
  phase TEXT NOT NULL,
  phase_rank INTEGER NOT NULL,
  live INTEGER NOT NULL,
  verdict TEXT,
  retest TEXT,
  analysed INTEGER NOT NULL,
  reported INTEGER NOT NULL,
  lead BLOB NOT NULL,
  planned_us INTEGER NOT NULL,
  started_us INTEGER,
  over_us INTEGER,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS drill_planned ON drill(planned_us DESC, stream);
CREATE INDEX IF NOT EXISTS drill_plan ON drill(plan);
CREATE INDEX IF NOT EXISTS drill_live ON drill(stream) WHERE live = 1;

-- What a test proved, once its result was approved: one row a step that was passed.
CREATE TABLE IF NOT EXISTS drill_proof(
  drill BLOB NOT NULL,
  step BLOB NOT NULL,
  plan BLOB NOT NULL,
  scenario TEXT NOT NULL,
  services TEXT NOT NULL,
  person BLOB,
  day TEXT NOT NULL,
  PRIMARY KEY(drill, step)
) STRICT, WITHOUT ROWID;
