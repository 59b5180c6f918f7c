// Package ui holds the pages: the screens', the organiser's, the manager's, and
// the one that a visitor takes away.
package ui

import "embed"

// Dist is what Vite builds under dist/: a page for each name in vite.config.ts,
// screen.html among them, and what they need under assets/. On a fresh clone it
// holds a placeholder only.
//
//go:embed all:dist
var Dist embed.FS

// Words holds the pages' own dictionaries, <page>/words/<language>.json and,
// for the screens and what all share, words/<language>.json: flat maps of key
// to words, whole keys ("shell.begin").
//
//go:embed words/*.json */words/*.json
var Words embed.FS
