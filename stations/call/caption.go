package call

import "immersion/kiosk"

// Caption names what was being said at a second of the recording: a curve's
// worst moments are told with it.
func (s *Station) Caption(ms int64) kiosk.Text {
	if l := s.at(ms); l != nil {
		return l.title()
	}
	return nil
}
