-- One row a finding: what its list sorts, filters and counts, and by what it is found to be about the same as another.
-- Times in microseconds since 1970, UTC; days as 2026-11-27.
CREATE TABLE IF NOT EXISTS finding(
  stream BLOB PRIMARY KEY CHECK(length(stream) = 16),
  series_year INTEGER NOT NULL,
  series_count INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  phase TEXT NOT NULL,
  phase_rank INTEGER NOT NULL,
  kind TEXT NOT NULL,
  kind_rank INTEGER NOT NULL,
  priority TEXT NOT NULL,
  priority_rank INTEGER NOT NULL,
  owner TEXT,
  due TEXT,
  risk_until TEXT,
  origin TEXT NOT NULL,
  origin_record BLOB,
  origin_part BLOB,
  step TEXT NOT NULL,
  step_key TEXT NOT NULL,
  cause_class TEXT,
  raised_us INTEGER NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS finding_number ON finding(series_year DESC, series_count DESC);
CREATE INDEX IF NOT EXISTS finding_due ON finding(due, stream) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS finding_origin ON finding(origin_record) WHERE origin_record IS NOT NULL;
CREATE INDEX IF NOT EXISTS finding_part ON finding(origin_part) WHERE origin_part IS NOT NULL;
CREATE INDEX IF NOT EXISTS finding_step ON finding(step_key) WHERE step_key <> '';

CREATE TABLE IF NOT EXISTS finding_service(
  stream BLOB NOT NULL,
  service BLOB NOT NULL,
  PRIMARY KEY(service, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS finding_service_stream ON finding_service(stream);
