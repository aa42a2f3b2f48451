-- The record: one row an action, a chain a community.
CREATE TABLE record (
  community BYTES NOT NULL,
  number BIGINT NOT NULL,
  id BYTES NOT NULL,
  at BIGINT NOT NULL,
  actor BYTES,
  proof BYTES,
  action TEXT NOT NULL,
  object BYTES NOT NULL,
  reason TEXT NOT NULL,
  commitment BYTES NOT NULL,
  before BYTES NOT NULL,
  hash BYTES NOT NULL,
  PRIMARY KEY (community, number)
) KEYED;
CREATE INDEX record_object ON record (community, object, number);
CREATE INDEX record_actor ON record (community, actor, number);

-- The values behind a row's commitment, under the subject's key: erasing the key leaves the chain whole.
CREATE TABLE record_value (
  community BYTES NOT NULL,
  number BIGINT NOT NULL,
  subject BYTES NOT NULL,
  sealed BYTES NOT NULL,
  PRIMARY KEY (community, number)
) KEYED;

-- A data key for each person or need, wrapped by the master key that lives outside the database.
CREATE TABLE subject_key (
  community BYTES NOT NULL,
  subject BYTES NOT NULL,
  wrapped BYTES NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, subject)
) KEYED;

-- A request that was answered: a second press gets the first answer.
CREATE TABLE request_mark (
  community BYTES NOT NULL,
  mark BYTES NOT NULL,
  actor BYTES NOT NULL,
  action TEXT NOT NULL,
  answer TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (community, mark)
);
CREATE INDEX request_mark_at ON request_mark (at);

-- What is to be told outside, delivered at least once.
CREATE TABLE outbox (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  channel TEXT NOT NULL,
  subject BYTES NOT NULL,
  sealed BYTES NOT NULL,
  due BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  state TEXT NOT NULL,
  told BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX outbox_due ON outbox (state, due);

-- Figures that roll up the tree of places, kept by difference and proved by recount.
CREATE TABLE figure (
  community BYTES NOT NULL,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (community, path, name)
) KEYED;

-- The next number of a kind in a community.
CREATE TABLE serial (
  community BYTES NOT NULL,
  kind TEXT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (community, kind)
) KEYED;

-- Jobs that run once among many copies.
CREATE TABLE job_run (
  name TEXT NOT NULL PRIMARY KEY,
  started BIGINT NOT NULL,
  until BIGINT NOT NULL
);

-- What one community asks of or answers to another; kept with the sender until the receiver has acted on it.
CREATE TABLE letter (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  to_community BYTES NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  subject BYTES NOT NULL,
  sealed BYTES NOT NULL,
  written BIGINT NOT NULL,
  due BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE INDEX letter_due ON letter (state, due);
CREATE INDEX letter_line ON letter (community, to_community, state, number);
