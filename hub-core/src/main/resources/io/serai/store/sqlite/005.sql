-- One row a person instead of one a trait.

-- traits: a JSON object whose keys are numbers of trait_name. Values are text, whole numbers, or numbers with a point or an
-- exponent. Who has no trait has no row.
CREATE TABLE profile_trait (profile_id INTEGER PRIMARY KEY, traits TEXT NOT NULL);
-- Person after person, as the new rows are appended: no sorting of all values.
INSERT INTO profile_trait SELECT id, traits FROM (
  SELECT p.id, (SELECT json_group_object(n.id, t.value) FROM trait_name n NOT INDEXED
    CROSS JOIN trait t ON t.trait_id = n.id AND t.profile_id = p.id) AS traits
  FROM profile p) WHERE traits <> '{}' ORDER BY id;
DROP TABLE trait;
-- The same values one by one, for whoever asks the file with SQL.
CREATE VIEW trait AS
  SELECT CAST(j.key AS INTEGER) AS trait_id, p.profile_id, j.value FROM profile_trait p, json_each(p.traits) j;
