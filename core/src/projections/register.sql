-- One row an incident: what the register sorts, filters and counts. Times in microseconds since 1970, UTC.
CREATE TABLE IF NOT EXISTS register(
  stream BLOB PRIMARY KEY CHECK(length(stream) = 16),
  series_year INTEGER NOT NULL,
  series_count INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  phase TEXT NOT NULL,
  phase_rank INTEGER NOT NULL,
  emergency INTEGER NOT NULL,
  severity TEXT,
  severity_rank INTEGER NOT NULL,
  source TEXT NOT NULL,
  cause_class TEXT,
  provider_fault TEXT,
  began_us INTEGER NOT NULL,
  impact_start_us INTEGER,
  noticed_us INTEGER,
  running_us INTEGER,
  restored_us INTEGER,
  ended_us INTEGER,
  downtime_s INTEGER,
  outside_source TEXT,
  outside_id TEXT,
  outside_kind TEXT,
  batch BLOB,
  dirt INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  open_tasks INTEGER NOT NULL,
  waits INTEGER NOT NULL,
  tickets_missing_keyword INTEGER NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS register_began ON register(began_us DESC, stream);
CREATE INDEX IF NOT EXISTS register_changed ON register(changed_us DESC, stream);
CREATE INDEX IF NOT EXISTS register_phase ON register(phase_rank, began_us DESC);
CREATE INDEX IF NOT EXISTS register_title ON register(title_key, stream);
CREATE INDEX IF NOT EXISTS register_number ON register(series_year DESC, series_count DESC);
CREATE INDEX IF NOT EXISTS register_severity ON register(severity_rank DESC, began_us DESC);
CREATE INDEX IF NOT EXISTS register_downtime ON register(downtime_s DESC, stream);
CREATE INDEX IF NOT EXISTS register_emergency ON register(began_us DESC) WHERE emergency = 1;
-- What waits for somebody is little beside what is over; the first screen reads only this.
CREATE INDEX IF NOT EXISTS register_waits ON register(emergency DESC, began_us DESC) WHERE waits = 1;
CREATE INDEX IF NOT EXISTS register_batch ON register(batch) WHERE batch IS NOT NULL;
CREATE INDEX IF NOT EXISTS register_outside ON register(outside_source, began_us DESC) WHERE outside_source IS NOT NULL;

-- How many records the register shows by a word of theirs, kept beside it: the first screen and the filters say so, and
-- counting costs more than all else there.
CREATE TABLE IF NOT EXISTS register_count(
  kind TEXT NOT NULL CHECK(kind IN ('emergency', 'phase', 'severity', 'outside_source')),
  word TEXT NOT NULL,
  records INTEGER NOT NULL CHECK(records > 0),
  PRIMARY KEY(kind, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS register_service(
  stream BLOB NOT NULL,
  service BLOB NOT NULL,
  PRIMARY KEY(service, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS register_service_stream ON register_service(stream);

-- Records of outside sources, by source and id there.
CREATE TABLE IF NOT EXISTS outside(
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  stream BLOB NOT NULL,
  PRIMARY KEY(source, id, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outside_stream ON outside(stream);
