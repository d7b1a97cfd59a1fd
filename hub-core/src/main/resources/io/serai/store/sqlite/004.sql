-- In which run somebody came to be linked.

-- run_id: the run in which the signature came to be said, or was said again; 0 when that was before this layout or in no run.
-- A link is of the later run of its two ends, and likeness of the active model.
ALTER TABLE signature ADD COLUMN run_id INTEGER NOT NULL DEFAULT 0;
