package portal

import (
	"slices"

	"immersion/kiosk"
)

// view is what the screen needs to run the portal by itself. It names its
// parts one by one, so that nothing new in Station gets out by accident.
type view struct {
	Brand      Brand        `json:"brand"`
	Start      string       `json:"start"`
	Task       kiosk.Text   `json:"task"`
	About      kiosk.Text   `json:"about,omitempty"`
	Card       Data         `json:"card"`
	Hints      []kiosk.Text `json:"hints"`
	Navigation []Link       `json:"navigation"`
	Footer     []Link       `json:"footer"`
	Pages      []Page       `json:"pages"`
	Messages   []Message    `json:"messages,omitempty"`
	Files      []Document   `json:"files,omitempty"`
	Rage       Rage         `json:"rage"`
	Pause      Wait         `json:"pause"`
	Customers  *Customers   `json:"customers,omitempty"`
}

// View is the portal without its success and its shortest way.
func (s *Station) View() any {
	return view{s.Brand, s.Start, s.Task, s.About, s.Card, s.Hints, s.Navigation, s.Footer, s.Pages,
		s.Messages, s.Documents, s.Rage, s.Pause, s.Customers}
}

// Files names the logo and the pictures.
func (s *Station) Files() []string {
	var files []string
	add := func(file string) {
		if file != "" && !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	add(s.Brand.Logo)
	for i := range s.Documents {
		add(s.Documents[i].Picture)
	}
	for i := range s.Pages {
		for _, b := range s.Pages[i].Blocks {
			if b.Picture != nil {
				add(b.Picture.File)
			}
			for _, card := range b.Cards {
				add(card.Picture)
			}
		}
	}
	return files
}

var _ kiosk.Station = (*Station)(nil)
