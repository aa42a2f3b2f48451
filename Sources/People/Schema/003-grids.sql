-- Where a building stands on the community's plan: whole metres east and north of the plan's origin.
CREATE TABLE place_position (
  community BYTES NOT NULL,
  place BYTES NOT NULL,
  east BIGINT NOT NULL,
  north BIGINT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, place)
);

-- Where a place stood in the tree before it was moved: below `parent`, as its child of that number, from the
-- day `since`, and no longer on the day `until`. Without a parent it was not there yet. What holds today is
-- the tree itself.
CREATE TABLE place_past (
  community BYTES NOT NULL,
  place BYTES NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  parent BYTES,
  sort BIGINT NOT NULL,
  PRIMARY KEY (community, place, since)
);
CREATE INDEX place_past_until ON place_past (community, until);

-- A division of the buildings into grids that somebody proposed: a draft, then adopted from a day on or dropped.
CREATE TABLE grid_proposal (
  community BYTES NOT NULL,
  number BIGINT NOT NULL,
  id BYTES NOT NULL,
  author BYTES,
  author_name TEXT NOT NULL,
  made BIGINT NOT NULL,
  seed BIGINT NOT NULL,
  likeness TEXT NOT NULL,
  spread_today BIGINT NOT NULL,
  spread BIGINT NOT NULL,
  state TEXT NOT NULL,
  decided BIGINT,
  PRIMARY KEY (community, number)
);

-- The areas and grids of a proposal: places of today that are kept, or new ones to be made.
CREATE TABLE proposed_place (
  community BYTES NOT NULL,
  proposal BIGINT NOT NULL,
  kind TEXT NOT NULL,
  number BIGINT NOT NULL,
  keeps BYTES,
  name TEXT NOT NULL,
  english TEXT NOT NULL,
  area BIGINT,
  PRIMARY KEY (community, proposal, kind, number)
);

-- A building of a proposal: its grid then and in the proposal, and what was counted there when it was made.
CREATE TABLE proposed_building (
  community BYTES NOT NULL,
  proposal BIGINT NOT NULL,
  place BYTES NOT NULL,
  today BYTES,
  grid BIGINT NOT NULL,
  by_hand BIGINT NOT NULL,
  households BIGINT NOT NULL,
  people BIGINT NOT NULL,
  elders BIGINT NOT NULL,
  needs BIGINT NOT NULL,
  east BIGINT NOT NULL,
  north BIGINT NOT NULL,
  PRIMARY KEY (community, proposal, place)
);
