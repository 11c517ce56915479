-- The tables of an exported database of acts, the same in SQLite and DuckDB. Columns are filled in this order.

-- One row an act, as in the CSV: lists are joined by '|'.
CREATE TABLE acts (
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,
  cameo TEXT NOT NULL,
  quad TEXT NOT NULL,
  goldstein DOUBLE NOT NULL,
  status TEXT NOT NULL,
  historical BOOLEAN NOT NULL,
  actors TEXT NOT NULL,
  actor_names TEXT NOT NULL,
  actor_countries TEXT NOT NULL,
  actor_sectors TEXT NOT NULL,
  actor_persons TEXT NOT NULL,
  recipients TEXT NOT NULL,
  recipient_names TEXT NOT NULL,
  recipient_countries TEXT NOT NULL,
  recipient_sectors TEXT NOT NULL,
  recipient_persons TEXT NOT NULL,
  date_start DATE,
  date_end DATE,
  date_precision TEXT,
  due_start DATE,
  due_end DATE,
  due_precision TEXT,
  place TEXT,
  place_country TEXT,
  place_precision TEXT,
  place_latitude DOUBLE,
  place_longitude DOUBLE,
  magnitudes TEXT NOT NULL,
  said_by TEXT NOT NULL,
  first_reported DATE,
  last_reported DATE,
  status_history TEXT NOT NULL,
  report_count INTEGER NOT NULL,
  document_count INTEGER NOT NULL,
  outlet_count INTEGER NOT NULL,
  claim_count INTEGER NOT NULL,
  denial_count INTEGER NOT NULL,
  otherwise_count INTEGER NOT NULL,
  outlets TEXT NOT NULL,
  event TEXT NOT NULL,
  document TEXT NOT NULL,
  source_id TEXT,
  path TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  published DATE,
  url TEXT,
  licence TEXT,
  sentence INTEGER NOT NULL,
  in_lead BOOLEAN NOT NULL,
  "trigger" TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  why TEXT NOT NULL,
  confidence DOUBLE NOT NULL
);

-- One row a side of an act: `role` is actor or recipient, `position` counts from 1 within it.
CREATE TABLE act_parties (
  act TEXT NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  person TEXT,
  office TEXT,
  event TEXT NOT NULL
);

-- One row a report of an act, oldest first: `position` counts from 1. `voice` numbers the voices of the act from 1:
-- reports of one voice are reprints of one text. `fullest` marks the report whose words `acts` has.
CREATE TABLE reports (
  act TEXT NOT NULL,
  event TEXT NOT NULL,
  position INTEGER NOT NULL,
  fullest BOOLEAN NOT NULL,
  voice INTEGER,
  stance TEXT,
  said_by TEXT,
  differs TEXT,
  voice_documents TEXT,
  voice_outlets TEXT
);

CREATE INDEX acts_by_id ON acts (id);
CREATE INDEX acts_by_date ON acts (date_start);
CREATE INDEX act_parties_by_act ON act_parties (act);
CREATE INDEX act_parties_by_id ON act_parties (id);
CREATE INDEX reports_by_act ON reports (act);
CREATE INDEX reports_by_event ON reports (event);
