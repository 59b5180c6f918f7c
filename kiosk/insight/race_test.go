//go:build race

package insight

import "flag"

// The attack reckons in one goroutine, and the race detector makes it many
// times slower: a fifth of the histories do there. make test runs all of them
// without it.
func init() {
	if err := flag.Set("rapid.checks", "20"); err != nil {
		panic(err)
	}
}
