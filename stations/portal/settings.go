package portal

import "immersion/kiosk"

// Station is a portal as a scenario writes it.
type Station struct {
	Brand      Brand        `yaml:"brand"`      // whose portal it is
	Start      string       `yaml:"start"`      // page the visitor begins at
	Task       kiosk.Text   `yaml:"task"`       // what the customer wants to get done, in one short sentence
	About      kiosk.Text   `yaml:"about"`      // more of it, told once before the portal opens
	Card       Data         `yaml:"card"`       // what the visitor has in hand meanwhile
	Hints      []kiosk.Text `yaml:"hints"`      // told one by one, when asked for
	Success    Success      `yaml:"success"`    // never leaves the server
	Navigation []Link       `yaml:"navigation"` // the portal's menu, on every page that is not bare
	Footer     []Link       `yaml:"footer"`     // likewise, at the foot
	Pages      []Page       `yaml:"pages"`      // each with an id of its own
	Messages   []Message    `yaml:"messages"`   // mails and texts that arrive beside the portal
	Documents  []Document   `yaml:"files"`      // what the customer has to upload
	Rage       Rage         `yaml:"rage"`       // what counts as clicking in anger
	Pause      Wait         `yaml:"pause"`      // from how long nothing done is a pause; 20s unless told
	Customers  *Customers   `yaml:"customers"`  // how real customers fared, told once it is over

	pages    map[string]*Page           // by id
	forms    map[string]*Form           // by id; form ids are unique in the portal
	messages map[string]*Message        // by id
	targets  map[string]map[string]bool // what can be clicked, by page
	shortest []move                     // the shortest way, without the start
}

// Brand is the company's face. None of it should be a real company's.
type Brand struct {
	Name    string     `yaml:"name" json:"name"`                 // the company, made up
	Colour  string     `yaml:"colour" json:"colour"`             // #rrggbb; white must be readable on it
	Logo    string     `yaml:"logo" json:"logo,omitempty"`       // picture file, for a white ground
	Address string     `yaml:"address" json:"address"`           // shown in the browser's bar: "my.tarnwick.example"
	Account kiosk.Text `yaml:"account" json:"account,omitempty"` // who is signed in: "Ruth Calder · 4471 2093"
	Legal   kiosk.Text `yaml:"legal" json:"legal,omitempty"`     // small print at the foot
}

// Data is a card of facts that lies beside the portal: a meter card, a letter.
type Data struct {
	Title kiosk.Text `yaml:"title" json:"title,omitempty"` // what it is: a meter card, a letter
	Rows  []Datum    `yaml:"rows" json:"rows"`             // from the top down
	Note  kiosk.Text `yaml:"note" json:"note,omitempty"`   // handwritten, below
}

// Datum is one value on the card; rules may refer to it by its id.
type Datum struct {
	ID    string     `yaml:"id" json:"id"`       // rules name it
	Label kiosk.Text `yaml:"label" json:"label"` // what it is
	Value string     `yaml:"value" json:"value"` // as it stands there
}

// Success is when the task counts as done: the page was reached after every
// form was sent with all its rules kept, the soft ones too.
type Success struct {
	Page  string   `yaml:"page"`  // that must be reached
	Forms []string `yaml:"forms"` // that must have been sent well before
}

// Page is one page of the portal. Its id stands in the browser's address, so
// it should not tell that it is the goal.
type Page struct {
	ID      string     `yaml:"id" json:"id"`                     // its address: lower-case letters, digits and dashes
	Title   kiosk.Text `yaml:"title" json:"title"`               // in the browser's tab
	Bare    bool       `yaml:"bare" json:"bare,omitempty"`       // without menu, footer and account: a sign-in page
	Fresh   bool       `yaml:"fresh" json:"fresh,omitempty"`     // coming here forgets the pages before: "back" leads nowhere
	Wait    Wait       `yaml:"wait" json:"wait,omitempty"`       // a spinner before the page shows
	Timeout *Timeout   `yaml:"timeout" json:"timeout,omitempty"` // how long the page lets one stay
	Side    []Link     `yaml:"side" json:"side,omitempty"`       // the page's own menu
	Sends   string     `yaml:"sends" json:"sends,omitempty"`     // message that coming here sends off
	Blocks  []Block    `yaml:"blocks" json:"blocks"`             // from the top down

	Dead        bool       `yaml:"dead" json:"-"`        // a dead end, meant so: nothing leads away but the browser's "back"
	Unreachable bool       `yaml:"unreachable" json:"-"` // nothing leads here, meant so
	See         kiosk.Text `yaml:"see" json:"-"`         // put on the empathy map of whoever came here, under "see"
}

// Timeout sends the visitor to another page; a form sent in vain starts it
// anew. Visitors who asked for more time get three times as long.
type Timeout struct {
	After Wait     `yaml:"after" json:"after"`         // such as 40s
	To    string   `yaml:"to" json:"to"`               // page
	Warn  *Warning `yaml:"warn" json:"warn,omitempty"` // asks before; none: no warning
}

// Warning is a window over the page that asks whether one is still there.
type Warning struct {
	Before Wait       `yaml:"before" json:"before"` // how long before the end
	Text   kiosk.Text `yaml:"text" json:"text"`     // what it says
	Stay   kiosk.Text `yaml:"stay" json:"stay"`     // the button that starts the time anew
}

// Block is one piece of a page: exactly one of these, and when it is there.
type Block struct {
	When    Condition  `yaml:"when" json:"when,omitzero"`        // only then
	Heading kiosk.Text `yaml:"heading" json:"heading,omitempty"` // a heading
	Text    kiosk.Text `yaml:"text" json:"text,omitempty"`       // paragraphs parted by an empty line; lines that begin with "- " are a list
	Small   kiosk.Text `yaml:"small" json:"small,omitempty"`     // small print
	Banner  *Banner    `yaml:"banner" json:"banner,omitempty"`   // a message across the page
	Notice  *Notice    `yaml:"notice" json:"notice,omitempty"`   // a sign, large: closed for maintenance, nothing found, all sent
	Links   []Link     `yaml:"links" json:"links,omitempty"`     // words that lead elsewhere
	Buttons []Link     `yaml:"buttons" json:"buttons,omitempty"` // the same as buttons
	Cards   []Card     `yaml:"cards" json:"cards,omitempty"`     // tiles side by side
	Table   *Table     `yaml:"table" json:"table,omitempty"`     // rows and columns
	Picture *Picture   `yaml:"picture" json:"picture,omitempty"` // one of the scenario's files
	Search  *Search    `yaml:"search" json:"search,omitempty"`   // finds what it was told to find
	Chat    *Chat      `yaml:"chat" json:"chat,omitempty"`       // a bot with answers to choose from
	Form    *Form      `yaml:"form" json:"form,omitempty"`       // questions with rules
}

// Banner is a message across the page.
type Banner struct {
	Tone string     `yaml:"tone" json:"tone"` // info, warning, error or good
	Text kiosk.Text `yaml:"text" json:"text"` // what it says
}

// Notice is a sign in the middle of the page.
type Notice struct {
	Icon    string     `yaml:"icon" json:"icon"`           // see Link
	Heading kiosk.Text `yaml:"heading" json:"heading"`     // what is the matter
	Text    kiosk.Text `yaml:"text" json:"text,omitempty"` // and what to do
}

// Link leads to a page, or shows an error instead, or does nothing at all.
type Link struct {
	When  Condition  `yaml:"when" json:"when,omitzero"`    // only then
	Icon  string     `yaml:"icon" json:"icon,omitempty"`   // before the label: see the guide
	Sends string     `yaml:"sends" json:"sends,omitempty"` // message that a click sends off
	ID    string     `yaml:"-" json:"id"`                  // its place on the page; stands in facts
	Label kiosk.Text `yaml:"label" json:"label"`           // what one clicks on
	Note  kiosk.Text `yaml:"note" json:"note,omitempty"`   // a line below
	To    string     `yaml:"to" json:"to,omitempty"`       // page
	Error kiosk.Text `yaml:"error" json:"error,omitempty"` // shown instead of going anywhere
	Dead  bool       `yaml:"dead" json:"dead,omitempty"`   // looks alive, does nothing
	Delay Wait       `yaml:"delay" json:"delay,omitempty"` // a spinner first
}

// Card is a tile with a picture, some text and a link.
type Card struct {
	Title   kiosk.Text `yaml:"title" json:"title"`               // at its head
	Text    kiosk.Text `yaml:"text" json:"text,omitempty"`       // below the title
	Figure  kiosk.Text `yaml:"figure" json:"figure,omitempty"`   // large: "£99.54"
	Picture string     `yaml:"picture" json:"picture,omitempty"` // a file
	Icon    string     `yaml:"icon" json:"icon,omitempty"`       // instead of a picture
	Link    *Link      `yaml:"link" json:"link,omitempty"`       // at its foot
}

// Table has a row of headings and rows of as many cells.
type Table struct {
	Caption kiosk.Text     `yaml:"caption" json:"caption,omitempty"` // above it
	Head    []kiosk.Text   `yaml:"head" json:"head"`                 // above the columns
	Rows    [][]kiosk.Text `yaml:"rows" json:"rows"`                 // each as long as the head
	Actions []Link         `yaml:"actions" json:"actions,omitempty"` // at the ends of the rows, one each; none or as many as rows
}

// Picture shows one of the scenario's files.
type Picture struct {
	File    string     `yaml:"file" json:"file"`                 // svg, png, jpg or webp
	Alt     kiosk.Text `yaml:"alt" json:"alt"`                   // the picture in words
	Caption kiosk.Text `yaml:"caption" json:"caption,omitempty"` // below it
}

// Search finds what it was told to find.
type Search struct {
	Label   kiosk.Text `yaml:"label" json:"label"`           // what one searches
	Button  kiosk.Text `yaml:"button" json:"button"`         // what starts it
	Delay   Wait       `yaml:"delay" json:"delay,omitempty"` // a spinner first
	Results []Result   `yaml:"results" json:"results"`       // all that can be found
	Nothing kiosk.Text `yaml:"nothing" json:"nothing"`       // said when no result has a word of the question
}

// Result is found when the question holds one of its words.
type Result struct {
	Words []string `yaml:"words" json:"words"` // any of them finds it
	Link  Link     `yaml:"link" json:"link"`   // what is found
}

// Chat is a bot: turns with replies to choose from.
type Chat struct {
	Name  kiosk.Text `yaml:"name" json:"name"`   // the bot's
	Turns []Turn     `yaml:"turns" json:"turns"` // it opens with the first
	Lost  string     `yaml:"lost" json:"lost"`   // turn that answers whatever is typed
}

// Turn is what the bot says, and what one may answer.
type Turn struct {
	ID      string     `yaml:"id" json:"id"`                 // replies name it
	Say     kiosk.Text `yaml:"say" json:"say"`               // what the bot says
	Words   []string   `yaml:"words" json:"words,omitempty"` // a typed message with any of them gets this turn
	Replies []Reply    `yaml:"replies" json:"replies"`       // what one may answer
}

// Reply leads to another turn, or to a page.
type Reply struct {
	ID    string     `yaml:"-" json:"id"`
	When  Condition  `yaml:"when" json:"when,omitzero"`  // only then
	Label kiosk.Text `yaml:"label" json:"label"`         // the answer
	Turn  string     `yaml:"turn" json:"turn,omitempty"` // that follows
	To    string     `yaml:"to" json:"to,omitempty"`     // page that follows instead
}
