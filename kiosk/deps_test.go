package kiosk_test

import (
	"os/exec"
	"strings"
	"testing"
)

const (
	echo      = "github.com/labstack/echo/v4"
	websocket = "github.com/gorilla/websocket"
	sqlite    = "github.com/mattn/go-sqlite3"
	oto       = "github.com/hajimehoshi/oto/v2"
	yaml      = "go.yaml.in/yaml/v4"
)

// What each package must not bring in (what reads captions brings net/http into
// config, which is why it may); a path with a slash at its end stands
// for all below it.
var mayNotImport = map[string][]string{
	"immersion/kiosk":         {echo, websocket, sqlite, oto, yaml, "net/http", "database/sql", "immersion/"},
	"immersion/kiosk/insight": {echo, websocket, sqlite, oto, yaml, "net/http", "database/sql", "immersion/kiosk/", "immersion/stations/", "immersion/config"},
	"immersion/kiosk/journal": {echo, websocket, oto, yaml, "net/http", "immersion/kiosk/", "immersion/stations", "immersion/config"},
	"immersion/kiosk/server":  {sqlite, oto, yaml, "immersion/kiosk/journal", "immersion/kiosk/insight", "immersion/media/speaker", "immersion/stations", "immersion/config"},
	"immersion/stations":      {echo, websocket, sqlite, oto, yaml, "database/sql", "immersion/kiosk/", "immersion/config", "immersion/media/speaker"},
	"immersion/config":        {echo, websocket, sqlite, oto, "database/sql", "immersion/kiosk/journal", "immersion/kiosk/insight", "immersion/kiosk/server", "immersion/stations", "immersion/media/"},
}

// The domain imports no adapter, and adapters do not import one another.
func TestSeams(t *testing.T) {
	for pkg, banned := range mayNotImport {
		t.Run(pkg, func(t *testing.T) {
			out, err := exec.Command("go", "list", "-deps", pkg).Output()
			if err != nil {
				t.Fatalf("go list: %v", err)
			}
			for dep := range strings.Lines(string(out)) {
				dep = strings.TrimSpace(dep)
				for _, b := range banned {
					if dep != pkg && (dep == b || strings.HasSuffix(b, "/") && strings.HasPrefix(dep, b)) {
						t.Errorf("%s brings in %s", pkg, dep)
					}
				}
			}
		})
	}
}
