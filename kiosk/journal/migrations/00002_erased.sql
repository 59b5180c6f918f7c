-- +goose Up
ALTER TABLE visits ADD COLUMN erased INTEGER NOT NULL DEFAULT 0; -- 1: its words, 2: all of it
