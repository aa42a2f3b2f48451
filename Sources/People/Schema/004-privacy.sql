-- What people's data are used for, in the words they agree to. A text is never edited: the next one is the
-- next version, and a consent says to which it was given.
CREATE TABLE purpose (
  community BYTES NOT NULL,
  code TEXT NOT NULL,
  version BIGINT NOT NULL,
  chinese TEXT NOT NULL,
  english TEXT NOT NULL,
  words_chinese TEXT NOT NULL,
  words_english TEXT NOT NULL,
  made BIGINT NOT NULL,
  closed BIGINT,
  PRIMARY KEY (community, code, version)
);

-- Who agreed to which text of which purpose, when and how, and when they took it back. Who spoke for
-- somebody else (`details`) is sealed under the person's own key.
CREATE TABLE consent (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  person BYTES NOT NULL,
  purpose TEXT NOT NULL,
  version BIGINT NOT NULL,
  given TEXT NOT NULL,
  giver TEXT NOT NULL,
  form TEXT NOT NULL,
  details BYTES,
  withdrawn TEXT,
  withdrawn_form TEXT,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX consent_person ON consent (community, person, purpose, given);

-- Which account is whose: confirmed by staff who know both.
CREATE TABLE person_account (
  community BYTES NOT NULL,
  account BYTES NOT NULL,
  person BYTES NOT NULL,
  since BIGINT NOT NULL,
  linked_by BYTES,
  PRIMARY KEY (community, account)
);
CREATE INDEX person_account_person ON person_account (community, person);

-- What somebody asks about their own data: that an account is theirs, to correct, to erase. What was typed
-- and answered is sealed under the account's key, so that it outlives an erasure of the person.
CREATE TABLE person_request (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  account BYTES NOT NULL,
  person BYTES,
  kind TEXT NOT NULL,
  typed BYTES,
  answer BYTES,
  outcome TEXT,
  made BIGINT NOT NULL,
  due TEXT NOT NULL,
  decided BIGINT,
  decided_by BYTES,
  PRIMARY KEY (community, id)
);
CREATE INDEX person_request_open ON person_request (community, decided, due, id);
CREATE INDEX person_request_account ON person_request (community, account, made);

-- Whose data were erased. Their row stays to be counted, and nobody sees it; after a restore it is applied
-- again.
CREATE TABLE erasure (
  community BYTES NOT NULL,
  person BYTES NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (community, person)
);

-- Periods that a community set for itself, in days: for an answer, or after which something is removed.
CREATE TABLE privacy_period (
  community BYTES NOT NULL,
  name TEXT NOT NULL,
  days BIGINT NOT NULL,
  PRIMARY KEY (community, name)
);

-- What was removed because its time was over.
CREATE TABLE removal (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  rule TEXT NOT NULL,
  removed BIGINT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE INDEX removal_made ON removal (community, made);

-- Who left so long ago that what they told of themselves was removed; on which day.
CREATE TABLE lapse (
  community BYTES NOT NULL,
  person BYTES NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (community, person)
);
