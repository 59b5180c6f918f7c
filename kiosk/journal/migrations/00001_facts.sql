-- +goose Up
CREATE TABLE visits (
  no           INTEGER PRIMARY KEY, -- from 1; 0 in facts stands for the room itself
  id           BLOB    NOT NULL UNIQUE, -- UUIDv7
  closed       INTEGER NOT NULL DEFAULT 0 -- ms; 0 while open
) STRICT;

CREATE TABLE facts (
  seq          INTEGER PRIMARY KEY, -- the order of writing
  id           BLOB    NOT NULL UNIQUE, -- UUIDv7
  visit        INTEGER NOT NULL,
  received     INTEGER NOT NULL, -- ms, the server's clock
  doc          BLOB    NOT NULL -- the fact's bytes as they came
) STRICT;
CREATE INDEX facts_visit ON facts (visit);

CREATE TABLE contributions (
  visit        INTEGER PRIMARY KEY,
  scenario     TEXT    NOT NULL,
  opening      TEXT    NOT NULL,
  department   TEXT    NOT NULL,
  cells        BLOB    NOT NULL -- JSON
) STRICT;

CREATE TABLE kept ( -- what is not a fact: credentials, sign-ins, devices, releases
  bin          TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  value        BLOB    NOT NULL,
  expires      INTEGER NOT NULL, -- ms; 0 for never
  PRIMARY KEY (bin, name)
) STRICT, WITHOUT ROWID;
