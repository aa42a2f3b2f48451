-- The vocabulary of a community: classes, groups, urgencies, sources, outcomes … Editable data, never rules.
CREATE TABLE term (
  community BYTES NOT NULL,
  list TEXT NOT NULL,
  key TEXT NOT NULL,
  chinese TEXT NOT NULL,
  english TEXT NOT NULL,
  hint_chinese TEXT NOT NULL,
  hint_english TEXT NOT NULL,
  parent TEXT,
  sort BIGINT NOT NULL,
  details TEXT NOT NULL,
  closed BIGINT,
  PRIMARY KEY (community, list, key)
);

-- Who owns a new need: the most special rule wins (longest path, then class over area of service over all).
CREATE TABLE owner_rule (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  path TEXT NOT NULL,
  class TEXT NOT NULL,
  account BYTES NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX owner_rule_place ON owner_rule (community, path, class);

CREATE TABLE need (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  place BYTES NOT NULL,
  path TEXT NOT NULL,
  place_name TEXT NOT NULL,
  grid_name TEXT NOT NULL,
  spot TEXT NOT NULL,
  class TEXT NOT NULL,
  service_group TEXT NOT NULL,
  urgency TEXT NOT NULL,
  source TEXT NOT NULL,
  for_whom TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  title TEXT NOT NULL,
  words TEXT NOT NULL,
  state TEXT NOT NULL,
  is_open BIGINT NOT NULL,
  outcome TEXT,
  reason TEXT,
  owner BYTES,
  owner_name TEXT NOT NULL,
  due BIGINT,
  reported BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  since BIGINT NOT NULL,
  closed BIGINT,
  steps BIGINT NOT NULL,
  entered_by BYTES,
  transfer_to BYTES,
  reporter BYTES,
  phone_token BYTES,
  contact BYTES,
  contact_by TEXT NOT NULL,
  consent BIGINT,
  voices BIGINT NOT NULL,
  merged_into BYTES,
  held BIGINT NOT NULL,
  late_told BIGINT,
  sentence TEXT,
  released BIGINT,
  who_public TEXT,
  best_by TEXT,
  claimed_by BYTES,
  claimed BIGINT,
  satisfaction BIGINT,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX need_number ON need (community, number);
CREATE INDEX need_open ON need (community, is_open, number);
CREATE INDEX need_state ON need (community, state, number);
CREATE INDEX need_class ON need (community, class, number);
CREATE INDEX need_owner ON need (community, owner, is_open, held, number);
CREATE INDEX need_due ON need (community, is_open, held, due, number);
CREATE INDEX need_kind ON need (community, kind, is_open, number);
CREATE INDEX need_reporter ON need (community, reporter, number) WHERE reporter IS NOT NULL;
CREATE INDEX need_held ON need (community, number) WHERE held = 1;
CREATE INDEX need_merged ON need (community, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX need_late ON need (due) WHERE late_told IS NULL AND is_open = 1;
CREATE INDEX need_released ON need (community, number) WHERE released IS NOT NULL;
CREATE INDEX need_wish ON need (community, number)
  WHERE kind = 'wish' AND is_open = 1 AND held = 0 AND released IS NOT NULL AND claimed_by IS NULL;
CREATE INDEX need_told ON need (community, state, closed, number) WHERE released IS NOT NULL;

-- Everything that happened to a need, in order: who, what, when, how long after the step before.
CREATE TABLE need_event (
  community BYTES NOT NULL,
  need BYTES NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  author BYTES,
  author_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  is_public BIGINT NOT NULL,
  lasted BIGINT NOT NULL,
  PRIMARY KEY (community, need, number)
) KEYED;

-- Reports of one phone or one address in the last while: what the throttle counts.
CREATE TABLE report_count (
  community BYTES NOT NULL,
  token BYTES NOT NULL,
  hour BIGINT NOT NULL,
  reports BIGINT NOT NULL,
  PRIMARY KEY (community, token, hour)
) KEYED;

-- A list's filters kept under a name.
CREATE TABLE saved_view (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  account BYTES NOT NULL,
  page TEXT NOT NULL,
  title TEXT NOT NULL,
  query TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE INDEX saved_view_account ON saved_view (community, account, page, made);

-- Residents' own talents and offers (民生智库).
CREATE TABLE offer (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  number BIGINT NOT NULL,
  place BYTES NOT NULL,
  path TEXT NOT NULL,
  grid_name TEXT NOT NULL,
  class TEXT NOT NULL,
  title TEXT NOT NULL,
  words TEXT NOT NULL,
  hours TEXT NOT NULL,
  state TEXT NOT NULL,
  reporter BYTES,
  contact BYTES,
  resource BYTES,
  made BIGINT NOT NULL,
  held BIGINT NOT NULL,
  PRIMARY KEY (community, id)
);
CREATE UNIQUE INDEX offer_number ON offer (community, number);
CREATE INDEX offer_state ON offer (community, state, number);
