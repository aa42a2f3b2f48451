-- The tree of places. A place's community is the nearest node from a community up that holds rows of its own.
CREATE TABLE place (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  parent BYTES,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  english TEXT NOT NULL,
  code TEXT NOT NULL,
  path TEXT NOT NULL,
  -- The path as it sorts in the order of the tree: each number after a letter for its digits, 12 as b12.
  tree TEXT NOT NULL,
  depth BIGINT NOT NULL,
  households BIGINT NOT NULL,
  sort BIGINT NOT NULL,
  last_child BIGINT NOT NULL,
  latitude BIGINT,
  longitude BIGINT,
  closed BIGINT,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX place_path ON place (community, path);
CREATE INDEX place_tree ON place (path);
CREATE UNIQUE INDEX place_code ON place (community, code);
CREATE INDEX place_kind ON place (kind, tree);
CREATE INDEX place_parent ON place (community, parent, sort);

-- What a node that holds rows of its own says of itself on every page.
CREATE TABLE locality (
  community BYTES NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  parents TEXT NOT NULL,
  foot TEXT NOT NULL,
  phone TEXT NOT NULL,
  is_home BIGINT NOT NULL,
  vocabulary BIGINT NOT NULL
);
CREATE INDEX locality_slug ON locality (slug);

-- Marks of the whole database, as that it is a demo.
CREATE TABLE house_mark (
  name TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL
);

CREATE TABLE account (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  phone_token BYTES,
  contact BYTES,
  password TEXT,
  totp BYTES,
  totp_last BIGINT NOT NULL,
  phone_proved BIGINT NOT NULL,
  state TEXT NOT NULL,
  made BIGINT NOT NULL,
  home BYTES NOT NULL,
  channels TEXT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX account_phone ON account (community, phone_token);
CREATE INDEX account_phone_anywhere ON account (phone_token);
CREATE INDEX account_name ON account (community, state, sort_key, id);

CREATE TABLE role_grant (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  account BYTES NOT NULL,
  role TEXT NOT NULL,
  place BYTES NOT NULL,
  path TEXT NOT NULL,
  since BIGINT NOT NULL,
  granted_by BYTES,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX role_grant_account ON role_grant (community, account, ended);
CREATE INDEX role_grant_path ON role_grant (community, role, path, ended);

-- Sessions and personal tokens: the secret itself is never here, only its hash.
CREATE TABLE session (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  account BYTES NOT NULL,
  hash BYTES NOT NULL,
  made BIGINT NOT NULL,
  used BIGINT NOT NULL,
  agent TEXT NOT NULL,
  means TEXT NOT NULL,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX session_hash ON session (community, hash);
CREATE INDEX session_account ON session (community, account, ended);

CREATE TABLE personal_token (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  account BYTES NOT NULL,
  hash BYTES NOT NULL,
  title TEXT NOT NULL,
  rights TEXT NOT NULL,
  made BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used BIGINT,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX personal_token_hash ON personal_token (community, hash);
CREATE INDEX personal_token_account ON personal_token (community, account);

-- Growing delays: one row a phone number or address that failed lately.
CREATE TABLE sign_in_failure (
  community BYTES NOT NULL,
  token BYTES NOT NULL,
  failures BIGINT NOT NULL,
  last BIGINT NOT NULL,
  blocked_until BIGINT NOT NULL,
  PRIMARY KEY (community, token)
);

-- Codes sent to a phone; only a keyed hash is kept.
CREATE TABLE phone_code (
  community BYTES NOT NULL,
  phone_token BYTES NOT NULL,
  purpose TEXT NOT NULL,
  code BYTES NOT NULL,
  sealed_phone BYTES NOT NULL,
  made BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  PRIMARY KEY (community, phone_token, purpose)
);

-- Slips with a QR code that staff print for a household, and one-time links: single use, expiring, revocable.
CREATE TABLE slip (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  hash BYTES NOT NULL,
  purpose TEXT NOT NULL,
  place BYTES NOT NULL,
  path TEXT NOT NULL,
  account BYTES,
  made BIGINT NOT NULL,
  made_by BYTES,
  expires BIGINT NOT NULL,
  used BIGINT,
  used_by BYTES,
  ended BIGINT,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX slip_hash ON slip (community, hash);
CREATE INDEX slip_place ON slip (community, path, made);

-- Which messages an account chose, and the unsent page notices it has.
CREATE TABLE page_notice (
  community BYTES NOT NULL,
  account BYTES NOT NULL,
  id BYTES NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  link TEXT NOT NULL,
  at BIGINT NOT NULL,
  seen BIGINT,
  PRIMARY KEY (community, account, id)
);

-- Long texts being written, kept for their writer.
CREATE TABLE draft (
  community BYTES NOT NULL,
  account BYTES NOT NULL,
  form TEXT NOT NULL,
  sealed BYTES NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (community, account, form)
);

-- Days on which work does not follow the week, by year: holidays and the workdays that make up for them.
CREATE TABLE calendar_day (
  day TEXT NOT NULL PRIMARY KEY,
  is_work BIGINT NOT NULL,
  name TEXT NOT NULL
);

-- A picture or a paper, re-made, encrypted under its subject's key, read only through the access check of its owner.
CREATE TABLE attachment (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  subject BYTES NOT NULL,
  owner_kind TEXT NOT NULL,
  owner BYTES NOT NULL,
  media TEXT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  size BIGINT NOT NULL,
  sealed BYTES NOT NULL,
  thumbnail BYTES NOT NULL,
  made BIGINT NOT NULL,
  released BIGINT,
  PRIMARY KEY (community, id)
);
CREATE INDEX attachment_owner ON attachment (community, owner_kind, owner, id);
