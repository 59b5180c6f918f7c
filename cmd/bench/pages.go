package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const dist = "kiosk/ui/dist"

// chunk is one entry of the bundler's manifest.
type chunk struct {
	File    string   `json:"file"`
	Imports []string `json:"imports"`
}

// pages is the script that a screen loads, gzipped: before it shows anything,
// and more for each station.
func pages(context.Context, string) error {
	doc, err := os.ReadFile(filepath.Join(dist, ".vite", "manifest.json"))
	if err != nil {
		return err
	}
	var manifest map[string]chunk
	if err := json.Unmarshal(doc, &manifest); err != nil {
		return err
	}
	first := map[string]bool{}
	closure(manifest, "screen.html", first)
	size, err := gzipped(first, nil)
	if err != nil {
		return err
	}
	row("script for the first screen, gzip", fmt.Sprintf("%.1f KB", size), "", "", "≤ 60 KB")
	for _, name := range slices.Sorted(maps.Keys(manifest)) {
		kind, ok := strings.CutSuffix(name, "/element.ts")
		if !ok {
			continue
		}
		more := map[string]bool{}
		closure(manifest, name, more)
		size, err := gzipped(more, first)
		if err != nil {
			return err
		}
		row("script more for "+filepath.Base(kind)+", gzip", fmt.Sprintf("%.1f KB", size), "", "", "≤ 25 KB")
	}
	return nil
}

func closure(manifest map[string]chunk, name string, files map[string]bool) {
	c := manifest[name]
	if files[c.File] {
		return
	}
	files[c.File] = true
	for _, i := range c.Imports {
		closure(manifest, i, files)
	}
}

// gzipped is the size in KB of the files that are not among those there already.
func gzipped(files, there map[string]bool) (float64, error) {
	total := 0
	for file := range files {
		if there[file] {
			continue
		}
		doc, err := os.ReadFile(filepath.Join(dist, file))
		if err != nil {
			return 0, err
		}
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if _, err := z.Write(doc); err != nil {
			return 0, err
		}
		if err := z.Close(); err != nil {
			return 0, err
		}
		total += b.Len()
	}
	return float64(total) / 1000, nil
}
