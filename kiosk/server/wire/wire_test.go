package main

import (
	"os"
	"testing"
)

func TestSchemaIsCurrent(t *testing.T) {
	t.Chdir("../../..")
	want, err := schema()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil || string(got) != string(want) {
		t.Errorf("%s is not what the Go types say (%v); run go generate ./kiosk/server/wire", schemaFile, err)
	}
}
