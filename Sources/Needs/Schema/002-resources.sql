CREATE TABLE resource (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  owner_kind TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  owner_account BYTES,
  layer TEXT NOT NULL,
  stage TEXT NOT NULL,
  place BYTES NOT NULL,
  path TEXT NOT NULL,
  place_name TEXT NOT NULL,
  reach TEXT NOT NULL,
  reach_name TEXT NOT NULL,
  classes TEXT NOT NULL,
  groups TEXT NOT NULL,
  description TEXT NOT NULL,
  hours TEXT NOT NULL,
  weekdays TEXT NOT NULL,
  conditions TEXT NOT NULL,
  charge TEXT NOT NULL,
  contact BYTES,
  agreement BYTES,
  unit TEXT NOT NULL,
  period TEXT NOT NULL,
  -- Null where it is not counted.
  capacity BIGINT,
  verified BIGINT,
  verified_by TEXT NOT NULL,
  verified_how TEXT NOT NULL,
  is_active BIGINT NOT NULL,
  is_public BIGINT NOT NULL,
  uses BIGINT NOT NULL,
  judged BIGINT NOT NULL,
  good BIGINT NOT NULL,
  late_days BIGINT NOT NULL,
  declines BIGINT NOT NULL,
  made BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX resource_number ON resource (community, number);
CREATE INDEX resource_name ON resource (community, is_active, sort_key, id);
CREATE INDEX resource_kind ON resource (community, kind, is_active, sort_key, id);
CREATE INDEX resource_verified ON resource (community, is_active, verified);
CREATE INDEX resource_owner ON resource (community, owner_account, is_active);

-- The classes of need that a resource answers.
CREATE TABLE resource_class (
  community BYTES NOT NULL,
  resource BYTES NOT NULL,
  class TEXT NOT NULL,
  PRIMARY KEY (community, resource, class)
);
CREATE INDEX resource_class_class ON resource_class (community, class, resource);

-- Who found that what is written is still so, when and how: a row a visit or call, beside the resource's last.
CREATE TABLE resource_check (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  resource BYTES NOT NULL,
  at BIGINT NOT NULL,
  by_name TEXT NOT NULL,
  how TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE INDEX resource_check_resource ON resource_check (community, resource, at);

-- To which places beside its own a resource is shown, by its owner's choice.
CREATE TABLE resource_share (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  resource BYTES NOT NULL,
  to_community BYTES NOT NULL,
  to_path TEXT NOT NULL,
  to_name TEXT NOT NULL,
  made BIGINT NOT NULL,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX resource_share_to ON resource_share (to_path, ended, community, resource);
CREATE INDEX resource_share_resource ON resource_share (community, resource, ended);

-- What was asked, promised and delivered of a resource in a period, and how much of its capacity is taken.
CREATE TABLE resource_period (
  community BYTES NOT NULL,
  resource BYTES NOT NULL,
  period TEXT NOT NULL,
  asked BIGINT NOT NULL,
  promised BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  taken BIGINT NOT NULL,
  overbooked BIGINT NOT NULL,
  -- What the period held when it was last booked or edited; null where it is not counted.
  capacity BIGINT,
  PRIMARY KEY (community, resource, period)
);

-- A link of a need with a resource, as the need's community sees it.
CREATE TABLE link (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  need BYTES NOT NULL,
  resource_community BYTES NOT NULL,
  resource BYTES NOT NULL,
  resource_number BIGINT NOT NULL,
  resource_name TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  asked BIGINT NOT NULL,
  promised BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  proposed BIGINT NOT NULL,
  proposed_by BYTES,
  proposed_name TEXT NOT NULL,
  wanted_day TEXT,
  offered_day TEXT,
  answered BIGINT,
  answer_reason TEXT NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE INDEX link_need ON link (community, need, proposed);
CREATE INDEX link_resource ON link (community, resource, state, proposed);
CREATE INDEX link_state ON link (community, state, proposed);

-- The same link as the resource's owner sees it, with the resource: class, grid and quantity, never who, unless the
-- person has agreed. Its capacity is taken here.
CREATE TABLE reservation (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  resource BYTES NOT NULL,
  period TEXT NOT NULL,
  from_community BYTES NOT NULL,
  from_name TEXT NOT NULL,
  class_name TEXT NOT NULL,
  grid_name TEXT NOT NULL,
  note TEXT NOT NULL,
  who BYTES,
  state TEXT NOT NULL,
  asked BIGINT NOT NULL,
  promised BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  taken BIGINT NOT NULL,
  wanted_day TEXT,
  offered_day TEXT,
  reason TEXT NOT NULL,
  made BIGINT NOT NULL,
  answered BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX reservation_resource ON reservation (community, resource, made);
CREATE INDEX reservation_state ON reservation (community, state, made);

-- Each use of a link: when, how much, by whom, and what the one who received said of it. It stands with the need and,
-- where that is elsewhere, with the resource too, there without the need.
CREATE TABLE resource_use (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  link BYTES NOT NULL,
  need BYTES,
  resource BYTES NOT NULL,
  path TEXT NOT NULL,
  receiver BYTES,
  day TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  late_days BIGINT NOT NULL,
  note TEXT NOT NULL,
  recorded BIGINT NOT NULL,
  recorded_by BYTES,
  recorded_name TEXT NOT NULL,
  satisfaction BIGINT,
  judged BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX resource_use_need ON resource_use (community, need, recorded);
CREATE INDEX resource_use_link ON resource_use (community, link, recorded);
CREATE INDEX resource_use_resource ON resource_use (community, resource, recorded);
CREATE INDEX resource_use_receiver ON resource_use (community, receiver, recorded);
CREATE INDEX resource_use_path ON resource_use (community, path, recorded);

CREATE TABLE circle (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  purpose TEXT NOT NULL,
  lead TEXT NOT NULL,
  path TEXT NOT NULL,
  made BIGINT NOT NULL,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX circle_number ON circle (community, number);

-- A member of a circle, inside the community or outside it, and what it pledged: units as its kind has them.
CREATE TABLE circle_member (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  circle BYTES NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  is_inside BIGINT NOT NULL,
  resource BYTES,
  pledge TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  pledged BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  due TEXT,
  made BIGINT NOT NULL,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX circle_member_circle ON circle_member (community, circle, made);

CREATE TABLE agreement (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  number BIGINT NOT NULL,
  company TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  company_account BYTES,
  path TEXT NOT NULL,
  signed TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  purpose TEXT NOT NULL,
  made BIGINT NOT NULL,
  ended BIGINT,
  end_reason TEXT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX agreement_number ON agreement (community, number);
CREATE INDEX agreement_ends ON agreement (community, ended, ends);

-- Money in fen, hours in minutes, goods in pieces. A share of takings pledges money: its rate in hundredths of a
-- percent, what it is taken of in words.
CREATE TABLE agreement_pledge (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  agreement BYTES NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  unit TEXT NOT NULL,
  pledged BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  rate BIGINT NOT NULL,
  base TEXT NOT NULL,
  due TEXT,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE INDEX agreement_pledge_agreement ON agreement_pledge (community, agreement, made);

-- What was delivered on a pledge of an agreement or a circle, entry by entry; a wrong entry is reversed by one of
-- the opposite sign, once.
CREATE TABLE delivery (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  pledge BYTES NOT NULL,
  day TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  takings BIGINT,
  note TEXT NOT NULL,
  recorded BIGINT NOT NULL,
  recorded_by BYTES,
  recorded_name TEXT NOT NULL,
  reverses BYTES,
  PRIMARY KEY (community, id)
);
CREATE INDEX delivery_pledge ON delivery (community, pledge, recorded);
CREATE UNIQUE INDEX delivery_reverses ON delivery (community, reverses);

-- An import: staged in small chunks, looked through, brought in unseen, and adopted in one step or not at all.
CREATE TABLE import_batch (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash BYTES NOT NULL,
  mapping TEXT NOT NULL,
  state TEXT NOT NULL,
  rows BIGINT NOT NULL,
  staged BIGINT NOT NULL,
  checked BIGINT NOT NULL,
  faults BIGINT NOT NULL,
  known BIGINT NOT NULL,
  brought BIGINT NOT NULL,
  made BIGINT NOT NULL,
  made_by BYTES,
  made_by_name TEXT NOT NULL,
  adopted BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX import_batch_hash ON import_batch (community, kind, file_hash);
CREATE INDEX import_batch_made ON import_batch (community, made);

-- The rows of a file, sealed under the batch's key: they hold names and telephones.
CREATE TABLE import_row (
  community BYTES NOT NULL,
  batch BYTES NOT NULL,
  row BIGINT NOT NULL,
  line BIGINT NOT NULL,
  cells BYTES NOT NULL,
  faults TEXT NOT NULL,
  is_known BIGINT NOT NULL,
  key BYTES,
  object BYTES,
  PRIMARY KEY (community, batch, row)
);
CREATE INDEX import_row_object ON import_row (community, batch, object);

-- A row of a file that became something: the same row again changes nothing.
CREATE TABLE import_mark (
  community BYTES NOT NULL,
  kind TEXT NOT NULL,
  key BYTES NOT NULL,
  object BYTES NOT NULL,
  PRIMARY KEY (community, kind, key)
);

-- After how many days without a verification a community asks about a resource again.
CREATE TABLE resource_setting (
  community BYTES NOT NULL PRIMARY KEY,
  stale_days BIGINT NOT NULL
);
