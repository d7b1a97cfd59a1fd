-- Great loads: what a page leaves for the end of the load, so that it is done once for everybody.

-- Signatures that nobody has looked at yet: whole ranges of numbers.
CREATE TABLE landed (first_id INTEGER PRIMARY KEY, last_id INTEGER NOT NULL);
-- Profiles that have more records than their traits tell of. whole: 0 when only orders or events came.
CREATE TABLE stale_profile (profile_id INTEGER PRIMARY KEY, whole INTEGER NOT NULL);
