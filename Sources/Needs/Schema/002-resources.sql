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
  groups TEXT NOT NULL,
  description TEXT NOT NULL,
  hours TEXT NOT NULL,
  conditions TEXT NOT NULL,
  contact BYTES,
  agreement BYTES,
  unit TEXT NOT NULL,
  period TEXT NOT NULL,
  capacity BIGINT NOT NULL,
  verified BIGINT,
  verified_by TEXT NOT NULL,
  verified_how TEXT NOT NULL,
  is_active BIGINT NOT NULL,
  is_public BIGINT NOT NULL,
  uses BIGINT NOT NULL,
  good_uses BIGINT NOT NULL,
  declines BIGINT NOT NULL,
  late_days BIGINT NOT NULL,
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

-- To which places beside its own a resource is shown, by its owner's choice. The copy stands with the receiver.
CREATE TABLE resource_share (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  resource BYTES NOT NULL,
  to_community BYTES NOT NULL,
  to_path TEXT NOT NULL,
  made BIGINT NOT NULL,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX resource_share_to ON resource_share (to_path, ended, community, resource);
CREATE INDEX resource_share_resource ON resource_share (community, resource, ended);

-- What was asked, promised and delivered of a resource in a period: three numbers.
CREATE TABLE resource_period (
  community BYTES NOT NULL,
  resource BYTES NOT NULL,
  period TEXT NOT NULL,
  asked BIGINT NOT NULL,
  promised BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  PRIMARY KEY (community, resource, period)
);

-- A link of a need with a resource. It stands with the need; capacity is reserved where the resource stands.
CREATE TABLE link (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  need BYTES NOT NULL,
  resource_community BYTES NOT NULL,
  resource BYTES NOT NULL,
  resource_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  asked BIGINT NOT NULL,
  promised BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  period TEXT NOT NULL,
  proposed BIGINT NOT NULL,
  proposed_by BYTES,
  wanted_day TEXT,
  offered_day TEXT,
  answered BIGINT,
  answer_reason TEXT,
  reasons TEXT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE INDEX link_need ON link (community, need, proposed);
CREATE INDEX link_resource ON link (community, resource, state, proposed);
CREATE INDEX link_state ON link (community, state, proposed);

-- Each use of a link: when, how much, by whom, and what the one who received said of it.
CREATE TABLE resource_use (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  link BYTES NOT NULL,
  need BYTES NOT NULL,
  resource BYTES NOT NULL,
  day TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  note TEXT NOT NULL,
  recorded BIGINT NOT NULL,
  recorded_by BYTES,
  satisfaction BIGINT,
  feedback TEXT,
  told BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX resource_use_need ON resource_use (community, need, recorded);
CREATE INDEX resource_use_resource ON resource_use (community, resource, recorded);

CREATE TABLE circle (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  lead TEXT NOT NULL,
  made BIGINT NOT NULL,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX circle_number ON circle (community, number);

CREATE TABLE circle_member (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  circle BYTES NOT NULL,
  name TEXT NOT NULL,
  is_inside BIGINT NOT NULL,
  resource BYTES,
  pledge TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  pledged BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
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
  company_account BYTES,
  signed TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX agreement_number ON agreement (community, number);

-- Money in fen, hours in minutes, goods in pieces, a share of takings in hundredths of a percent.
CREATE TABLE agreement_pledge (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  agreement BYTES NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  unit TEXT NOT NULL,
  pledged BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  base TEXT NOT NULL,
  due TEXT,
  PRIMARY KEY (community, id)
);
CREATE INDEX agreement_pledge_agreement ON agreement_pledge (community, agreement, id);

-- What was delivered, entry by entry; a wrong entry is reversed by one of the opposite sign.
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
  reverses BYTES,
  PRIMARY KEY (community, id)
);
CREATE INDEX delivery_pledge ON delivery (community, pledge, recorded);

-- An import, staged in small chunks and adopted all or nothing.
CREATE TABLE import_batch (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash BYTES NOT NULL,
  mapping TEXT NOT NULL,
  state TEXT NOT NULL,
  rows BIGINT NOT NULL,
  faults BIGINT NOT NULL,
  made BIGINT NOT NULL,
  made_by BYTES,
  adopted BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX import_batch_hash ON import_batch (community, kind, file_hash);

CREATE TABLE import_row (
  community BYTES NOT NULL,
  batch BYTES NOT NULL,
  row BIGINT NOT NULL,
  cells TEXT NOT NULL,
  faults TEXT NOT NULL,
  key BYTES,
  PRIMARY KEY (community, batch, row)
);

-- A row of a file that became something: the same row again changes nothing.
CREATE TABLE import_mark (
  community BYTES NOT NULL,
  kind TEXT NOT NULL,
  key BYTES NOT NULL,
  object BYTES NOT NULL,
  PRIMARY KEY (community, kind, key)
);
