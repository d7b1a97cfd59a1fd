-- Columns of traits that segments ask for, 16,384 profile numbers a block: read in place of the people's rows, but for people
-- with a later version than the block's.

-- people: a bit for each number that is a person, live and not merged.
CREATE TABLE column_block (block INTEGER PRIMARY KEY, version INTEGER NOT NULL, people BLOB NOT NULL);
-- data: the different values, and which of them each number has.
CREATE TABLE trait_block (
  trait_id INTEGER NOT NULL, block INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (trait_id, block));

-- With the total: what is counted or summed by person never looks at the table.
DROP INDEX timeline_signature;
CREATE INDEX timeline_signature ON timeline (signature_id, name_id, time, total);
