package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

func TestPackCommand(t *testing.T) {
	const shipped = "../../config/scenarios/first-invoice"
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken")
	if err := os.Mkdir(broken, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(broken, "scenario.yaml"), []byte("titel: x\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(at("text.immersion"), []byte("no pack\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		args []string
		code int
		says string // a pattern in what is printed
	}{
		{"a folder", []string{"pack", shipped, "-o", at("a.immersion")}, 0, `^[0-9a-f]{32}\n$`},
		{"a pack again", []string{"pack", at("a.immersion"), "--out", at("b.immersion")}, 0, `^[0-9a-f]{32}\n$`},
		{"a pack checked", []string{"check", at("a.immersion")}, 0, ``},
		{"what is no pack checked", []string{"check", at("text.immersion")}, 1, `text\.immersion:1:1: it cannot be read as a pack`},
		{"what is no pack served", []string{"serve", at("text.immersion"), "--data", at("data"), "--listen", "127.0.0.1:0"}, 1, `text\.immersion:1:1: it cannot be read as a pack`},
		{"faults", []string{"pack", broken, "-o", at("broken.immersion")}, 1, `broken/scenario\.yaml:1:1: `},
		{"no folder", []string{"pack", at("none"), "-o", at("c.immersion")}, 2, `no such file`},
		{"into itself", []string{"pack", broken, "-o", filepath.Join(broken, "x.immersion")}, 2, `lies in the folder`},
		{"another name", []string{"pack", shipped, "-o", at("a.zip")}, 2, `ends in \.immersion`},
		{"data in the scenario", []string{"serve", broken, "--data", filepath.Join(broken, "data"), "--listen", "127.0.0.1:0"}, 1, `lies in the scenario's folder`},
		{"no scenario served", []string{"serve", at("none"), "--data", at("data"), "--listen", "127.0.0.1:0"}, 1, `no such file`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			if code := run(t.Context(), c.args, &out, &out); code != c.code {
				t.Errorf("exits with %d, not %d", code, c.code)
			}
			if !regexp.MustCompile(c.says).MatchString(out.String()) {
				t.Errorf("no %s in:\n%s", c.says, &out)
			}
		})
	}
	a, err := os.ReadFile(at("a.immersion"))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(at("b.immersion")); err != nil || !bytes.Equal(a, b) {
		t.Errorf("packed again it is another: %v", err)
	}
	left, _ := filepath.Glob(at("*.immersion"))
	hidden, _ := filepath.Glob(at(".*"))
	if len(left) != 3 || len(hidden) > 0 {
		t.Errorf("left behind: %v %v", left, hidden)
	}
}
