-- Numbers that were given, by series and year; issued reports; batches of imports.
CREATE TABLE IF NOT EXISTS number_given(
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  count INTEGER NOT NULL,
  stream BLOB NOT NULL UNIQUE,
  PRIMARY KEY(series, year, count)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS paper(
  report BLOB NOT NULL,
  version INTEGER NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  about BLOB NOT NULL,
  language TEXT NOT NULL,
  approver TEXT NOT NULL,
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  pages INTEGER NOT NULL,
  issued_us INTEGER NOT NULL,
  PRIMARY KEY(report, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS paper_about ON paper(about);
CREATE INDEX IF NOT EXISTS paper_hash ON paper(hash);

CREATE TABLE IF NOT EXISTS batch(
  stream BLOB PRIMARY KEY,
  number TEXT NOT NULL,
  file TEXT NOT NULL,
  format TEXT NOT NULL,
  rule TEXT NOT NULL,
  begun_us INTEGER NOT NULL,
  new INTEGER,
  changed INTEGER,
  unchanged INTEGER,
  refused INTEGER,
  undone_us INTEGER
) STRICT, WITHOUT ROWID;
