/** First schema. JSON columns hold what the contract's schemas describe; the others are for finding. */
export const FIRST = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE case_log (
    epoch   TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    op_id   TEXT NOT NULL,
    case_id TEXT NOT NULL,
    entry   TEXT NOT NULL,
    PRIMARY KEY (epoch, seq)
  ) STRICT;
  CREATE UNIQUE INDEX case_log_op ON case_log (epoch, op_id);
  CREATE INDEX case_log_case ON case_log (epoch, case_id, seq);

  CREATE TABLE outbox (
    device_seq INTEGER PRIMARY KEY,
    op_id      TEXT NOT NULL UNIQUE,
    case_id    TEXT NOT NULL,
    state      TEXT NOT NULL,
    attempts   INTEGER NOT NULL,
    next_try   INTEGER,
    blocked_by TEXT,
    settled_at INTEGER,
    operation  TEXT NOT NULL,
    failure    TEXT,
    receipt    TEXT
  ) STRICT;
  CREATE INDEX outbox_case ON outbox (case_id, device_seq);
  CREATE INDEX outbox_open ON outbox (device_seq) WHERE state NOT IN ('received', 'withdrawn');

  CREATE TABLE case_row (
    case_id    TEXT PRIMARY KEY,
    regime     TEXT NOT NULL,
    school_id  TEXT NOT NULL,
    filed_by   TEXT NOT NULL,
    state      TEXT NOT NULL,
    filed_day  TEXT NOT NULL,
    identity   TEXT NOT NULL,
    sort_case_number    TEXT NOT NULL,
    sort_student_number TEXT NOT NULL,
    sort_name           TEXT NOT NULL,
    sort_category       TEXT NOT NULL,
    sort_main_cause     TEXT NOT NULL,
    sort_filed_by_name  TEXT NOT NULL,
    sort_filed_at       TEXT NOT NULL,
    sort_close_reason   TEXT NOT NULL,
    sort_state          TEXT NOT NULL,
    sort_reported_at    TEXT NOT NULL,
    sort_closed_at      TEXT NOT NULL,
    search     TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_row_filed ON case_row (regime, school_id, sort_filed_at, case_id, filed_day, state, filed_by);
  CREATE INDEX case_row_state ON case_row (regime, school_id, state, sort_filed_at);
  CREATE INDEX case_row_student ON case_row (school_id, identity);

  CREATE TABLE case_view (case_id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE draft (draft_id TEXT PRIMARY KEY, saved_at TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
