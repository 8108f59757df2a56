-- What records promise, settle and repeat (duties.md), each row from when until when that was known so. Times in microseconds
-- since 1970, UTC. Rows that hold have no end; a row is closed, never changed, so that any day can be asked what was due then.
CREATE TABLE IF NOT EXISTS promise(
  stream BLOB NOT NULL CHECK(length(stream) = 16),
  key TEXT NOT NULL,
  from_us INTEGER NOT NULL,
  until_us INTEGER,
  said TEXT NOT NULL CHECK(said IN ('promise', 'settles', 'beat')),
  topic TEXT,
  duty INTEGER CHECK(duty BETWEEN 1 AND 33),
  kind TEXT,
  text TEXT NOT NULL,
  owner BLOB,
  begun_us INTEGER NOT NULL,
  due TEXT NOT NULL,
  moved_from TEXT,
  moved_by BLOB,
  moved_reason TEXT,
  settled_us INTEGER,
  rest_us INTEGER,
  services BLOB NOT NULL,
  PRIMARY KEY(stream, key, from_us)
) STRICT, WITHOUT ROWID;
-- What is settled or at rest and plain is only counted; what is open is asked all the time.
CREATE INDEX IF NOT EXISTS promise_duty ON promise(duty, from_us);
