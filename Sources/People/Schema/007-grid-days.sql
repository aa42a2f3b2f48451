-- From which day on a proposal is, or is to be, in force; and what stood against it when that day came.
ALTER TABLE grid_proposal ADD COLUMN from_day TEXT;
ALTER TABLE grid_proposal ADD COLUMN hindrance TEXT NOT NULL DEFAULT '';
CREATE INDEX grid_proposal_state ON grid_proposal (state, from_day);

-- The place that a proposed area or grid has become, while the proposal is being carried out.
ALTER TABLE proposed_place ADD COLUMN became BYTES;
