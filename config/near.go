package config

// nearest finds the word that was probably meant: the one with the fewest
// letters to change, if they are few for its length; "" if there is none.
func nearest(word string, words []string) string {
	best, found := 1+max(1, len([]rune(word))/3), ""
	for _, w := range words {
		if len(w) > 64 || len(word) > 64 || w == "" {
			continue
		}
		if d := distance([]rune(word), []rune(w)); d < best {
			best, found = d, w
		}
	}
	return found
}

// distance counts the letters to add, drop, change or swap with their
// neighbour to get from a to b (optimal string alignment).
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
		for j := 1; j <= len(b); j++ {
			switch {
			case i == 0:
				rows[i][j] = j
			case a[i-1] == b[j-1]:
				rows[i][j] = rows[i-1][j-1]
			default:
				rows[i][j] = 1 + min(rows[i-1][j], rows[i][j-1], rows[i-1][j-1])
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					rows[i][j] = min(rows[i][j], 1+rows[i-2][j-2])
				}
			}
		}
	}
	return rows[len(a)][len(b)]
}
