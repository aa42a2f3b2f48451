-- The register: who lives in which household since when, and how that is known. Days are ISO texts; a period
-- begins on its first day and ends before the day in `until`, so that any day of the past can be counted.

-- While an import brings people, `arriving` names it: they are seen and counted by nobody yet.
-- A name stands here in the open only from fourteen on; below that age it is sealed under the person's key.
CREATE TABLE person (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  name TEXT NOT NULL,
  name_sealed BYTES,
  sort_key TEXT NOT NULL,
  sex TEXT NOT NULL,
  born TEXT NOT NULL,
  died TEXT,
  phone BYTES,
  phone_token BYTES,
  identity BYTES,
  identity_token BYTES,
  merged_into BYTES,
  arriving BYTES,
  source TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX person_arriving ON person (community, arriving) WHERE arriving IS NOT NULL;
CREATE INDEX person_phone ON person (community, phone_token);
CREATE INDEX person_identity ON person (community, identity_token);

-- What is true of a person for a time: retired, a Party member; and what was written before a correction.
-- A value that is nobody else's business is sealed under the person's key.
CREATE TABLE person_fact (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  person BYTES NOT NULL,
  kind TEXT NOT NULL,
  sealed BYTES,
  since TEXT NOT NULL,
  until TEXT,
  source TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX person_fact_person ON person_fact (community, person, kind, since);
CREATE INDEX person_fact_kind ON person_fact (community, kind, since);

-- A household at a home. Two may share a home after they have split.
CREATE TABLE household (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  place BYTES NOT NULL,
  path TEXT NOT NULL,
  formed TEXT NOT NULL,
  ended TEXT,
  arriving BYTES,
  source TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX household_arriving ON household (community, arriving) WHERE arriving IS NOT NULL;
CREATE INDEX household_path ON household (community, path, id);
CREATE INDEX household_place ON household (community, place, id);

-- Who belongs to a household in which relation, and whether they are there.
CREATE TABLE residence (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  person BYTES NOT NULL,
  household BYTES NOT NULL,
  relation TEXT NOT NULL,
  standing TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  why TEXT NOT NULL,
  source TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX residence_person ON residence (community, person, since);
CREATE INDEX residence_household ON residence (community, household, since);

-- A home's floor area in hundredths of a square metre, by period.
CREATE TABLE dwelling (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  place BYTES NOT NULL,
  area BIGINT NOT NULL,
  floor BIGINT NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  source TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX dwelling_place ON dwelling (community, place, since);

-- Groups that a community added to those that are shipped, and shipped ones that it changed.
CREATE TABLE special_group (
  community BYTES NOT NULL,
  code TEXT NOT NULL,
  chinese TEXT NOT NULL,
  english TEXT NOT NULL,
  family TEXT NOT NULL,
  is_sensitive BIGINT NOT NULL,
  review_months BIGINT NOT NULL,
  sort BIGINT NOT NULL,
  closed BIGINT,
  PRIMARY KEY (community, code)
);

-- Who is in a group: neither can be read here. `code` is a keyed hash of the group, `who` one of the person
-- within that group; `person` opens with the house's keys, `details` (level, basis, source) with the person's.
CREATE TABLE group_member (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  code BYTES NOT NULL,
  who BYTES NOT NULL,
  person BYTES NOT NULL,
  details BYTES NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  review_due TEXT,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX group_member_code ON group_member (community, code, since);
CREATE INDEX group_member_who ON group_member (community, who, since);

-- Two rows that were one person: which residences, facts and memberships moved, so that it can be undone.
CREATE TABLE person_merge (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  kept BYTES NOT NULL,
  gone BYTES NOT NULL,
  moved TEXT NOT NULL,
  made BIGINT NOT NULL,
  undone BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX person_merge_kept ON person_merge (community, kept, made);

-- The public profile of a quarter: written once, never counted again.
CREATE TABLE profile_edition (
  community BYTES NOT NULL,
  quarter TEXT NOT NULL,
  day TEXT NOT NULL,
  content TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, quarter)
);
