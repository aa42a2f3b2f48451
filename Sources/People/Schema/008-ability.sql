-- That somebody's ability was assessed (GB/T 42195-2022), on which day, and by when it is due again. With what
-- result, by whom and why stands in `sealed`, under the person's key. A row written by mistake is struck out.
CREATE TABLE ability (
  community BYTES NOT NULL,
  id BYTES NOT NULL,
  person BYTES NOT NULL,
  day TEXT NOT NULL,
  due TEXT NOT NULL,
  sealed BYTES NOT NULL,
  struck BIGINT,
  made BIGINT NOT NULL,
  PRIMARY KEY (community, id)
) KEYED;
CREATE INDEX ability_person ON ability (community, person, day);
