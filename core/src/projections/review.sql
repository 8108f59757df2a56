-- One row a process review: what its list sorts and filters, and what other records ask of it. Days as text, 2026-11-27.
CREATE TABLE IF NOT EXISTS review(
  stream BLOB PRIMARY KEY CHECK(length(stream) = 16),
  series_year INTEGER NOT NULL,
  series_count INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  trigger TEXT NOT NULL,
  trigger_data TEXT NOT NULL,
  incident BLOB,
  phase TEXT NOT NULL,
  phase_rank INTEGER NOT NULL,
  open INTEGER NOT NULL,
  planned TEXT NOT NULL,
  rule TEXT,
  base TEXT,
  lead TEXT,
  version INTEGER NOT NULL,
  approved TEXT,
  next TEXT,
  gathered_us INTEGER,
  items INTEGER NOT NULL,
  undecided INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  reported INTEGER NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS review_planned ON review(planned, stream);
CREATE INDEX IF NOT EXISTS review_incident ON review(incident) WHERE incident IS NOT NULL;
CREATE INDEX IF NOT EXISTS review_open ON review(trigger, planned) WHERE open = 1;
CREATE INDEX IF NOT EXISTS review_approved ON review(approved DESC) WHERE approved IS NOT NULL;
