-- What a push may ask of the people that it sends.

-- min_certainty: how certain the weakest link of a person must be; 0 when the push does not ask.
ALTER TABLE plan ADD COLUMN min_certainty REAL NOT NULL DEFAULT 0;
