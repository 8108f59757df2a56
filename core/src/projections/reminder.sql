-- Reminders that people acknowledged, by what they are about.
CREATE TABLE IF NOT EXISTS reminder_acknowledged(
  record BLOB NOT NULL,
  key TEXT NOT NULL,
  due_us INTEGER NOT NULL,
  level TEXT NOT NULL,
  person BLOB NOT NULL,
  at_us INTEGER NOT NULL,
  inbox BLOB NOT NULL,
  PRIMARY KEY(record, key, due_us, level, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reminder_inbox ON reminder_acknowledged(inbox);
