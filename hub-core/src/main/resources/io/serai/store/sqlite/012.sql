-- Who is in a segment, to be read at once.

-- members: a bit for each by profile number. A row is only there while the membership is as it was then: whatever moves the
-- membership deletes it.
CREATE TABLE segment_members (segment_id INTEGER PRIMARY KEY, members BLOB NOT NULL);
