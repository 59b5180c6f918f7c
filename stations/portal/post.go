package portal

import "immersion/kiosk"

// Message is a mail or a text that arrives in the margin, beside the portal,
// when a form, a link or a page sends it off. A code is made up anew each time.
type Message struct {
	ID      string     `yaml:"id" json:"id"`                     // what sends it names it
	By      string     `yaml:"by" json:"by"`                     // mail or text
	From    kiosk.Text `yaml:"from" json:"from"`                 // who sends it
	Subject kiosk.Text `yaml:"subject" json:"subject,omitempty"` // of a mail
	Text    kiosk.Text `yaml:"text" json:"text"`                 // as a page's text; {code} stands for the code
	After   Wait       `yaml:"after" json:"after,omitempty"`     // how long it is on its way
	Digits  int        `yaml:"digits" json:"digits,omitempty"`   // of the code, 4 to 8; 6 unless told
	Lasts   Wait       `yaml:"lasts" json:"lasts,omitempty"`     // how long the code is valid; for ever unless told
	Link    *Link      `yaml:"link" json:"link,omitempty"`       // at its foot, leads into the portal
}

// Document is a file of the customer's, to be uploaded; nothing real is ever
// read or sent.
type Document struct {
	ID      string     `yaml:"id" json:"id"`                     // rules name it
	Name    string     `yaml:"name" json:"name"`                 // as the picker lists it: IMG_2041.jpg
	MB      float64    `yaml:"mb" json:"mb"`                     // its size
	Picture string     `yaml:"picture" json:"picture,omitempty"` // one of the scenario's files, to look at
	Alt     kiosk.Text `yaml:"alt" json:"alt,omitempty"`         // the picture in words; needed with one
}

// Rage is what counts as clicking in anger: so many clicks or more, within a
// time and a distance. Three within a second and 30 px unless told.
type Rage struct {
	Clicks int  `yaml:"clicks" json:"clicks"` // at least 2
	Within Wait `yaml:"within" json:"within"` // such as 1s
	Pixels int  `yaml:"pixels" json:"pixels"` // from each other
}

// Customers tells how real customers fared with the same task. It is shown to
// visitors once it is over for them.
type Customers struct {
	Asked     int        `yaml:"asked" json:"asked"`               // how many tried
	Succeeded int        `yaml:"succeeded" json:"succeeded"`       // how many of them got it done
	Minutes   int        `yaml:"minutes" json:"minutes,omitempty"` // that half of those needed, or more; 0: unknown
	Words     kiosk.Text `yaml:"words" json:"words,omitempty"`     // what else there is to say
	Source    kiosk.Text `yaml:"source" json:"source,omitempty"`   // where that is known from
}

const (
	byMail = "mail"
	byText = "text"
)

// defaults fills in what the settings left out.
func (s *Station) defaults() {
	fill(&s.Rage.Clicks, 3)
	fill(&s.Rage.Within, 1000)
	fill(&s.Rage.Pixels, 30)
	fill(&s.Pause, 20_000)
	for i := range s.Messages {
		fill(&s.Messages[i].Digits, 6)
	}
}

func fill[N int | Wait](n *N, unless N) {
	if *n == 0 {
		*n = unless
	}
}
