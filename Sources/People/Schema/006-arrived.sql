-- An import that was adopted: its people are there for everybody, though their rows still carry its mark,
-- which is lifted off a few at a time. The row goes with the last mark.
CREATE TABLE register_arrived (
  community BYTES NOT NULL,
  batch BYTES NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (community, batch)
);

-- What the people of an import add to the figures, at their homes alone: nothing before it is adopted; then
-- it counts with what is kept, into which it is carried over a few rows at a time.
CREATE TABLE arriving_figure (
  community BYTES NOT NULL,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  batch BYTES NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (community, path, name, batch)
) KEYED;
CREATE INDEX arriving_figure_batch ON arriving_figure (community, batch, path, name);
