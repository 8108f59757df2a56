-- Notices, the teams that they concern, and whom they ask.
CREATE TABLE IF NOT EXISTS notice(
  stream BLOB PRIMARY KEY,
  number TEXT NOT NULL,
  series_year INTEGER NOT NULL,
  series_count INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record BLOB,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  phase TEXT NOT NULL,
  phase_rank INTEGER NOT NULL,
  announced_us INTEGER NOT NULL,
  version INTEGER NOT NULL,
  about TEXT NOT NULL,
  outside_record BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS notice_order ON notice(phase_rank, announced_us DESC);
CREATE INDEX IF NOT EXISTS notice_record ON notice(record) WHERE record IS NOT NULL;
CREATE INDEX IF NOT EXISTS notice_outside_record ON notice(outside_record) WHERE outside_record IS NOT NULL;

CREATE TABLE IF NOT EXISTS notice_team(
  notice BLOB NOT NULL,
  team BLOB NOT NULL,
  PRIMARY KEY(notice, team)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS notice_team_of ON notice_team(team, notice);

-- Whoever has not said yet that a notice which still asks was read.
CREATE TABLE IF NOT EXISTS notice_missing(
  notice BLOB NOT NULL,
  person BLOB NOT NULL,
  PRIMARY KEY(notice, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS notice_missing_of ON notice_missing(person, notice);
