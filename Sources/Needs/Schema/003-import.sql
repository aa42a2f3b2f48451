-- What an import means for those who are registered already, and what is needed to undo it.
ALTER TABLE import_batch ADD COLUMN changed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN homes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN left_alone BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN undone BIGINT NOT NULL DEFAULT 0;

-- `who` is a keyed hash of the one a row is about, `person` the one it means, `needs_home` that the home is
-- to be made. `changes` is sealed: before adoption what would change, under the batch's key; after it what was
-- there before, under the person's. `outcome` is what became of the row, `why` what stood against it.
ALTER TABLE import_row ADD COLUMN who BYTES;
ALTER TABLE import_row ADD COLUMN person BYTES;
ALTER TABLE import_row ADD COLUMN changes BYTES;
ALTER TABLE import_row ADD COLUMN needs_home BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import_row ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN why TEXT NOT NULL DEFAULT '';
CREATE INDEX import_row_key ON import_row (community, batch, key);
CREATE INDEX import_row_who ON import_row (community, batch, who);
CREATE INDEX import_row_outcome ON import_row (community, batch, outcome, row);

-- Places that an import made, so that they can be closed again.
CREATE TABLE import_place (
  community BYTES NOT NULL,
  batch BYTES NOT NULL,
  place BYTES NOT NULL,
  PRIMARY KEY (community, batch, place)
);

-- What somebody once said a heading means: a column's key, or nothing.
CREATE TABLE import_heading (
  community BYTES NOT NULL,
  kind TEXT NOT NULL,
  heading TEXT NOT NULL,
  meaning TEXT NOT NULL,
  PRIMARY KEY (community, kind, heading)
);
