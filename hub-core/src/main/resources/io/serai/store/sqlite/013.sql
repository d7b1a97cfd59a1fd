-- Columns are stored anew, of four times as many people a block. Who was touched, and who of them is a person, is read from an index
-- alone: their rows lie scattered.
DELETE FROM trait_block;
DELETE FROM column_block;
DROP INDEX profile_version;
CREATE INDEX profile_version ON profile (version, live, merged_into);
