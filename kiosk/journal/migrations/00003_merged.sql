-- +goose Up
ALTER TABLE visits ADD COLUMN merged INTEGER NOT NULL DEFAULT 0; -- number of the visit that it is part of; 0: none
CREATE INDEX visits_merged ON visits (merged) WHERE merged > 0;
