package observe

import (
	"encoding/json"
	"io/fs"
	"strings"
	"sync"

	"immersion/kiosk"
)

// senseWords names the senses in every language of the dictionaries, for what
// is drawn where only texts are known.
var senseWords = sync.OnceValue(func() map[string]kiosk.Text {
	all := map[string]kiosk.Text{seen: {}, heard: {}, inferred: {}}
	files, _ := fs.Glob(words, "words/*.json")
	for _, file := range files {
		var entries map[string]string
		doc, _ := words.ReadFile(file)
		if err := json.Unmarshal(doc, &entries); err != nil {
			panic(err) // the file is embedded
		}
		language := strings.TrimSuffix(strings.TrimPrefix(file, "words/"), ".json")
		for sense, text := range all {
			text[language] = entries["sense."+sense]
		}
	}
	return all
})
