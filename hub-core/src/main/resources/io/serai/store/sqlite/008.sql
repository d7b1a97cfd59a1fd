-- Keys of signatures that came or went lately, a row a signature: a JSON array.
CREATE TABLE recent_key (signature_id INTEGER PRIMARY KEY, gone INTEGER NOT NULL, keys TEXT NOT NULL);
