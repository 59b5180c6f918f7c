-- +goose Up
CREATE TABLE acts ( -- facts of visits that no visitor made: what was done to them
  seq          INTEGER PRIMARY KEY -- of facts
) STRICT;
INSERT INTO acts (seq) SELECT seq FROM facts WHERE visit > 0 AND instr(doc, CAST('"by":"' AS BLOB)) > 0;
