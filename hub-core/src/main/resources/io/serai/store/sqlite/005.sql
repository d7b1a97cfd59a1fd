-- One row a person instead of one a trait.

-- traits: a JSON object whose keys are numbers of trait_name. Values are text, whole numbers, or numbers with a point or an
-- exponent. Who has no trait has no row.
CREATE TABLE profile_trait (profile_id INTEGER PRIMARY KEY, traits TEXT NOT NULL);
-- Person after person, as the new rows are appended: no sorting of all values. Households stand in a table of their own.
INSERT INTO profile_trait SELECT id, traits FROM (
  SELECT p.id, (SELECT json_group_object(n.id, t.value) FROM trait_name n NOT INDEXED
    CROSS JOIN trait t ON t.trait_id = n.id AND t.profile_id = p.id
    WHERE n.name NOT IN ('household_id', 'household_size')) AS traits
  FROM profile p) WHERE traits <> '{}' ORDER BY id;
DROP TABLE trait;
-- size: how many live there, the person included.
ALTER TABLE household ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
UPDATE household SET size = home.people FROM
  (SELECT household_id, count(*) AS people FROM household GROUP BY household_id) AS home
  WHERE home.household_id = household.household_id;
INSERT INTO trait_name (name) VALUES ('household_id'), ('household_size') ON CONFLICT DO NOTHING;
-- The same values one by one, for whoever asks the file with SQL.
CREATE VIEW trait AS
  SELECT CAST(j.key AS INTEGER) AS trait_id, p.profile_id, j.value FROM profile_trait p, json_each(p.traits) j
  UNION ALL SELECT n.id, h.profile_id, 'H' || h.household_id FROM trait_name n, household h
    WHERE n.name = 'household_id' AND h.household_id > 0
  UNION ALL SELECT n.id, h.profile_id, h.size FROM trait_name n, household h
    WHERE n.name = 'household_size' AND h.household_id > 0;
