package portal

import "immersion/kiosk"

// The kind's figures.
const (
	success  = "success"  // share of visits that got it done
	onTask   = "time"     // ms at the task, of those
	lost     = "lostness" // Smith's
	ease     = "seq"      // 1 very difficult … 7 very easy
	quit     = "gave-up"  // share, by page, of the visits that came there
	failures = "errors"   // errors shown, by page
	angry    = "raged"    // bursts of clicks, by page
	deaf     = "dead"     // clicks that nothing answered, by page
	waited   = "paused"   // pauses, by page
	turned   = "back"     // times the browser's "back" was used
	helped   = "hinted"   // share of visits that asked for a hint
	flow     = "flow"     // from page to page
)

// Figures declares them; pages are keys by their ids.
func (s *Station) Figures() []kiosk.Figure {
	titles := map[string]kiosk.Text{}
	for i := range s.Pages {
		titles[s.Pages[i].ID] = s.Pages[i].Title
	}
	all := []kiosk.Figure{
		{Name: success, Shape: kiosk.Share},
		{Name: onTask, Shape: kiosk.Number, Unit: "ms", Log: true},
		{Name: lost, Shape: kiosk.Number},
		{Name: ease, Shape: kiosk.Number, Said: true},
		{Name: quit, Shape: kiosk.Share, Keys: titles},
		{Name: failures, Shape: kiosk.Count, Keys: titles},
		{Name: angry, Shape: kiosk.Count, Keys: titles},
		{Name: deaf, Shape: kiosk.Count, Keys: titles},
		{Name: waited, Shape: kiosk.Count, Keys: titles},
		{Name: turned, Shape: kiosk.Count},
		{Name: helped, Shape: kiosk.Share},
		{Name: flow, Shape: kiosk.Flow, Keys: titles},
	}
	for i := range all {
		all[i].Label = "portal.figure." + all[i].Name
	}
	return all
}

// cells is what an attempt adds to the figures.
func (s *Station) cells(a *attempt) []kiosk.Cell {
	cells := []kiosk.Cell{
		share(success, "", a.succeeded),
		share(helped, "", a.hints > 0),
	}
	if a.succeeded {
		cells = append(cells, kiosk.Cell{Figure: onTask, Shape: kiosk.Number, Value: float64(max(1, a.took))})
	}
	if l, ok := s.lostness(a.views); ok && (a.succeeded || a.ended != "") {
		cells = append(cells, kiosk.Cell{Figure: lost, Shape: kiosk.Number, Value: l})
	}
	if a.seq > 0 {
		cells = append(cells, kiosk.Cell{Figure: ease, Shape: kiosk.Number, Value: float64(a.seq)})
	}
	errors := map[string]int{}
	for _, e := range a.errors {
		errors[e.page]++
	}
	came := map[string]bool{}
	for _, page := range a.views {
		if came[page] {
			continue
		}
		came[page] = true
		cells = append(cells, share(quit, page, a.ended == gaveUp && !a.succeeded && a.last == page))
	}
	for i := range s.Pages {
		id := s.Pages[i].ID
		cells = append(cells, count(failures, id, errors[id])...)
		cells = append(cells, count(angry, id, a.raged[id])...)
		cells = append(cells, count(deaf, id, a.dead[id])...)
		cells = append(cells, count(waited, id, a.paused[id])...)
	}
	cells = append(cells, count(turned, "", a.back)...)
	if edges := steps(a.views); len(edges) > 0 {
		cells = append(cells, kiosk.Cell{Figure: flow, Shape: kiosk.Flow, Edges: edges})
	}
	return cells
}

func share(figure, key string, did bool) kiosk.Cell {
	c := kiosk.Cell{Figure: figure, Shape: kiosk.Share, Key: key, Whole: 1}
	if did {
		c.Part = 1
	}
	return c
}

func count(figure, key string, n int) []kiosk.Cell {
	if n == 0 {
		return nil
	}
	return []kiosk.Cell{{Figure: figure, Shape: kiosk.Count, Key: key, Count: n}}
}

// steps counts the moves from page to page, in the order they were first made.
func steps(views []string) []kiosk.Edge {
	var edges []kiosk.Edge
	at := map[[2]string]int{}
	for i := 1; i < len(views); i++ {
		move := [2]string{views[i-1], views[i]}
		j, known := at[move]
		if !known {
			j = len(edges)
			at[move] = j
			edges = append(edges, kiosk.Edge{From: move[0], To: move[1]})
		}
		edges[j].Count++
	}
	return edges
}
