-- Whose a home is, and who rents it, by period. A share is a fraction; those of a home's owners make one
-- whole. Who is registered is named by `person`; of somebody else the name and telephone are sealed under the
-- row's own key.
CREATE TABLE home_holder (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  place BYTES NOT NULL,
  role TEXT NOT NULL,
  person BYTES,
  sealed BYTES,
  numerator BIGINT NOT NULL,
  denominator BIGINT NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  source TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX home_holder_place ON home_holder (community, place, since);
CREATE INDEX home_holder_person ON home_holder (community, person);
