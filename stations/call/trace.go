package call

import "immersion/kiosk"

// traced is the slider's level in each second that it was held over, −4…4 as
// the taps: each level weighs as long as it held.
func (s *Station) traced(stop *kiosk.Stop) []kiosk.Point {
	seconds := int(s.sound.Duration/1000) + 1
	sum, held := make([]float64, seconds), make([]int64, seconds)
	for _, t := range kiosk.Bodies[Traced](stop, tracedFact) {
		for i, p := range t.Points {
			to := t.To
			if i+1 < len(t.Points) {
				to = t.Points[i+1][0]
			}
			for from := p[0]; from < min(to, s.sound.Duration); {
				next := min((from/1000+1)*1000, to, s.sound.Duration)
				sum[from/1000] += float64(p[1]) / 25 * float64(next-from)
				held[from/1000] += next - from
				from = next
			}
		}
	}
	var points []kiosk.Point
	for second, ms := range held {
		if ms > 0 {
			points = append(points, kiosk.Point{Second: second, Value: sum[second] / float64(ms)})
		}
	}
	return points
}
