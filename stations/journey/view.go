package journey

import "immersion/kiosk"

// view is what the screen draws. What goes on the map of whoever pins stays here.
type view struct {
	About     kiosk.Text `json:"about,omitempty"`
	Channels  []Channel  `json:"channels"`
	Stages    []Stage    `json:"stages"`
	Hands     []Hand     `json:"hands"`
	Recording string     `json:"recording,omitempty"` // file
}

// View is the way with its evidence.
func (s *Station) View() any {
	v := view{About: s.About, Channels: s.Channels, Stages: s.Stages, Hands: s.Hands}
	if s.Recording != nil {
		v.Recording = s.Recording.File
	}
	return v
}

// Files names the recording.
func (s *Station) Files() []string {
	if s.Recording == nil {
		return nil
	}
	return []string{s.Recording.File}
}

// Retraces names the stations that steps stand for.
func (s *Station) Retraces() []kiosk.Retrace {
	var all []kiosk.Retrace
	for _, st := range s.steps {
		if st.Station != "" {
			all = append(all, kiosk.Retrace{Station: st.Station, Path: st.path + ".station"})
		}
	}
	return all
}

var (
	_ kiosk.Station  = (*Station)(nil)
	_ kiosk.Retracer = (*Station)(nil)
)
