package insight

import (
	"strings"
	"testing"

	"immersion/kiosk"
)

// It would seem enough that at every release the visits in the total but in no
// published cell are none or at least k. It is not: the attacker may choose
// older and later versions. Here k is 5, and every cell and every total moves by
// 5 visits each time.
func TestTheRemainderOfEachReleaseIsNotEnough(t *testing.T) {
	releases := []struct {
		total, shown map[string]int // visits of each department
	}{
		{map[string]int{"a": 6, "b": 6}, map[string]int{"a": 6, "b": 6}},
		{map[string]int{"a": 11, "b": 6}, map[string]int{"a": 11, "b": 6}},
		{map[string]int{"a": 13, "b": 9}, map[string]int{"a": 11, "b": 6}}, // neither has five more
		{map[string]int{"a": 16, "b": 11}, map[string]int{"a": 16, "b": 11}},
	}
	people := id{Figure: kiosk.PeopleFigure}
	a := &attacker{story: story{k: 5}, versions: map[id][]*vector{}, asked: map[*vector]int{}}
	visits := map[string][]int{} // numbers of a department's
	for _, r := range releases {
		left, whole := 0, &vector{}
		for _, department := range []string{"a", "b"} {
			for len(visits[department]) < r.total[department] {
				a.visits = append(a.visits, fact{department: department})
				visits[department] = append(visits[department], len(a.visits))
			}
			cell := &vector{}
			for i, visit := range visits[department] {
				whole[visit] = 1
				if i < r.shown[department] {
					cell[visit] = 1
				}
			}
			left += r.total[department] - r.shown[department]
			at := people.in("department:" + department)
			a.versions[at] = append(a.versions[at], cell)
		}
		if left > 0 && left < a.k {
			t.Fatalf("the example is wrong: %d visits are left", left)
		}
		a.versions[people], a.asked[whole] = append(a.versions[people], whole), a.k
	}
	if a.subtract(); !strings.HasPrefix(a.found, "version 3") || !strings.HasSuffix(a.found, "leaves 4 visits") {
		t.Errorf("the third total less the second cells leaves two visits of each: %q", a.found)
	}
}
