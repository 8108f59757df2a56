-- Change requests as the list and the board show them; the packages that name one; the keys that signed what came in.
CREATE TABLE IF NOT EXISTS change_request(
  stream BLOB PRIMARY KEY,
  series_year INTEGER NOT NULL,
  series_count INTEGER NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  phase TEXT NOT NULL,
  phase_rank INTEGER NOT NULL,
  board TEXT NOT NULL,
  origin TEXT NOT NULL,
  origin_record BLOB,
  emergency INTEGER NOT NULL,
  approved INTEGER NOT NULL,
  team BLOB,
  owner TEXT NOT NULL,
  due TEXT,
  priority TEXT,
  priority_rank INTEGER NOT NULL,
  since_us INTEGER NOT NULL,
  opened_us INTEGER NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS change_request_phase ON change_request(phase_rank, since_us);
CREATE INDEX IF NOT EXISTS change_request_origin ON change_request(origin_record) WHERE origin_record IS NOT NULL;

CREATE TABLE IF NOT EXISTS change_package(
  package BLOB NOT NULL,
  stream BLOB NOT NULL,
  outside INTEGER NOT NULL,
  PRIMARY KEY(package, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS change_signer(
  stream BLOB NOT NULL,
  signer TEXT NOT NULL,
  PRIMARY KEY(stream, signer)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS change_signer_signer ON change_signer(signer);
