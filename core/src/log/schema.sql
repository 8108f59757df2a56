CREATE TABLE meta(
  k TEXT PRIMARY KEY,
  v TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event(
  seq INTEGER PRIMARY KEY,
  event_id BLOB NOT NULL UNIQUE CHECK(length(event_id) = 16),
  order_id BLOB NOT NULL CHECK(length(order_id) = 16),
  stream_id BLOB NOT NULL CHECK(length(stream_id) = 16),
  stream_ver INTEGER NOT NULL CHECK(stream_ver >= 1),
  type TEXT NOT NULL CHECK(length(type) BETWEEN 1 AND 80),
  schema_ver INTEGER NOT NULL CHECK(schema_ver >= 1),
  actor TEXT NOT NULL,
  at_us INTEGER NOT NULL,
  class TEXT NOT NULL DEFAULT 'team' CHECK(class IN ('team', 'managers')),
  payload TEXT CHECK(length(CAST(payload AS BLOB)) <= 65536),
  salt BLOB CHECK(length(salt) = 16),
  payload_hash BLOB NOT NULL CHECK(length(payload_hash) = 32),
  prev_hash BLOB NOT NULL CHECK(length(prev_hash) = 32),
  hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32),
  UNIQUE(stream_id, stream_ver),
  CHECK((payload IS NULL) = (salt IS NULL))
) STRICT;

CREATE INDEX event_order ON event(order_id);

-- The last two lines are for INSERT OR REPLACE, which would take an older event away without asking event_no_delete.
CREATE TRIGGER event_gapless BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
  OR (NEW.seq > 1 AND (
    NEW.prev_hash IS NOT (SELECT hash FROM event WHERE seq = NEW.seq - 1)
    OR NEW.at_us <= (SELECT at_us FROM event WHERE seq = NEW.seq - 1)))
  OR NEW.stream_ver IS NOT (SELECT coalesce(max(stream_ver), 0) + 1 FROM event WHERE stream_id = NEW.stream_id)
  OR EXISTS (SELECT 1 FROM event WHERE event_id = NEW.event_id)
  OR EXISTS (SELECT 1 FROM event WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'event out of order'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
WHEN NOT (NEW.payload IS NULL AND NEW.salt IS NULL
  AND OLD.seq IS NEW.seq AND OLD.event_id IS NEW.event_id AND OLD.order_id IS NEW.order_id
  AND OLD.stream_id IS NEW.stream_id AND OLD.stream_ver IS NEW.stream_ver
  AND OLD.type IS NEW.type AND OLD.schema_ver IS NEW.schema_ver AND OLD.actor IS NEW.actor
  AND OLD.at_us IS NEW.at_us AND OLD.class IS NEW.class AND OLD.payload_hash IS NEW.payload_hash
  AND OLD.prev_hash IS NEW.prev_hash AND OLD.hash IS NEW.hash)
BEGIN SELECT RAISE(ABORT, 'event log is append-only'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event log is append-only'); END;

CREATE TABLE checkpoint(
  seq INTEGER PRIMARY KEY,
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  verified_us INTEGER NOT NULL,
  sig BLOB CHECK(length(sig) = 64),
  signer TEXT,
  CHECK((sig IS NULL) = (signer IS NULL))
) STRICT;

-- A file of evidence is its chunks in order; chunks that two files share lie here once.
CREATE TABLE blob(
  id BLOB PRIMARY KEY CHECK(length(id) = 32),
  data BLOB NOT NULL CHECK(length(data) BETWEEN 1 AND 1048576)
) STRICT;

CREATE TABLE evidence(
  hash BLOB PRIMARY KEY CHECK(length(hash) = 32),
  size INTEGER NOT NULL CHECK(size BETWEEN 0 AND 104857600)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_chunk(
  evidence BLOB NOT NULL REFERENCES evidence(hash) ON DELETE CASCADE,
  part INTEGER NOT NULL CHECK(part >= 0),
  chunk BLOB NOT NULL REFERENCES blob(id),
  PRIMARY KEY(evidence, part)
) STRICT, WITHOUT ROWID;

-- Who a person is. Erasable, and therefore no part of the log; sum is SHA-256 of the row, since no chain covers it.
CREATE TABLE person(
  id BLOB PRIMARY KEY CHECK(length(id) = 16),
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  note TEXT,
  sum BLOB NOT NULL CHECK(length(sum) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE projection_state(
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
