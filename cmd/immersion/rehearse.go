package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/rehearse"
	"immersion/stations"
)

type rehearseCommand struct {
	Visitors int            `default:"12" placeholder:"N" help:"How many walk (${default})."`
	Speed    float64        `default:"60" placeholder:"X" help:"How many times as fast as people (${default})."`
	Screens  map[string]int `placeholder:"STATION=N" help:"Screens to rehearse with, such as call=2;portal=3. Elsewhere as many as the room has there, or one."`
	Data     string         `default:"./data" placeholder:"DIR" help:"The data folder of the room, which must run on this machine (${default})."`
	URL      string         `name:"url" placeholder:"URL" help:"The room's address. Without it, where the room of the data folder listens."`
	Token    string         `env:"IMMERSION_REHEARSE_TOKEN" placeholder:"TOKEN" help:"A token from the console, to rehearse from another machine. It holds for an hour."`
	Scenario string         `type:"path" placeholder:"DIR" help:"With --token: the folder or pack of the scenario that the room shows. Without it the one that comes with the program."`
	CA       string         `name:"ca" type:"existingfile" placeholder:"FILE" help:"With --token: the certificate of the room's own authority, /ca.crt there."`
	Format   string         `default:"table" enum:"table,json" help:"table or json (${default})."`
}

// run rehearses in a running room, and prints what came of it.
func (c rehearseCommand) run(ctx context.Context, out, errs io.Writer) int {
	report, err := c.rehearse(ctx, errs)
	if err != nil {
		fmt.Fprintf(errs, "immersion: rehearse: %v\n", err)
		return exitFault
	}
	if c.Format == "json" {
		doc, _ := json.MarshalIndent(report, "", "  ") // plain data
		_, err = fmt.Fprintf(out, "%s\n", doc)
	} else {
		err = printRehearsal(out, report)
	}
	if err != nil {
		fmt.Fprintf(errs, "immersion: rehearse: %v\n", err)
		return exitFault
	}
	return 0
}

func (c rehearseCommand) rehearse(ctx context.Context, errs io.Writer) (kiosk.RehearsalReport, error) {
	room, find, err := c.room()
	if err != nil {
		return kiosk.RehearsalReport{}, err
	}
	told := func(begun, finished int) {}
	if isTerminal(errs) {
		told = func(begun, finished int) {
			fmt.Fprintf(errs, "\r%d of %d have arrived, %d have finished", begun, c.Visitors, finished)
		}
		defer fmt.Fprintln(errs)
	}
	return rehearse.Hold(ctx, room, find, kiosk.RehearsalOrder{Visitors: c.Visitors, Speed: c.Speed, Screens: c.Screens}, told)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}

// room is the room to rehearse in, and where its scenario lies.
func (c rehearseCommand) room() (room rehearse.Room, find func(hash string) (*kiosk.Scenario, error), err error) {
	if c.Token != "" {
		room = rehearse.Room{URL: strings.TrimSuffix(c.URL, "/"), Key: c.Token}
		if room.URL == "" {
			return room, nil, errors.New("a token needs the room's address: --url")
		}
		room.TLS, err = alsoTrusting(c.CA)
		return room, c.given, err
	}
	kept, err := readRehearsalKey(c.Data)
	if err != nil {
		return room, nil, err
	}
	room = rehearse.Room{URL: kept.URL, Key: kept.Key}
	if c.URL != "" {
		room.URL = strings.TrimSuffix(c.URL, "/")
	}
	if ca := filepath.Join(c.Data, "tls", "ca.crt"); c.CA == "" {
		if _, err := os.Stat(ca); err == nil {
			c.CA = ca
		}
	}
	room.TLS, err = alsoTrusting(c.CA)
	return room, func(hash string) (*kiosk.Scenario, error) {
		versions, err := config.OpenVersions(filepath.Join(c.Data, versionsFolder), stations.Kinds())
		if err != nil {
			return nil, err
		}
		return versions.Find(hash)
	}, err
}

// given finds the scenario among this machine's own files.
func (c rehearseCommand) given(hash string) (*kiosk.Scenario, error) {
	files, err := fs.Sub(config.Shipped(), config.ShippedScenario)
	if c.Scenario != "" {
		var closing func() error
		var faults []config.Fault
		files, closing, faults, err = config.Open(c.Scenario)
		if len(faults) > 0 {
			return nil, faulty(placed(c.Scenario, faults))
		}
		if err == nil {
			defer closing()
		}
	}
	if err != nil {
		return nil, err
	}
	s, faults := config.Load(files, stations.Kinds())
	if len(faults) > 0 {
		return nil, faulty(placed(c.Scenario, faults))
	}
	if s.Hash != hash {
		return nil, fmt.Errorf("the room shows version %.8s of a scenario, this one is %.8s: say by --scenario where it lies", hash, s.Hash)
	}
	return s, nil
}

// muchLag is how many minutes of the waiting may be the machine's without a word.
const muchLag = 0.3

// printRehearsal prints a report for people.
func printRehearsal(out io.Writer, r kiosk.RehearsalReport) error {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "station\tscreens\tvisits\tstay\twait\twait, 9 of 10\tin use\t\n")
	for _, s := range r.Stations {
		mark := ""
		if s.Station == r.Bottleneck {
			mark = "  bottleneck"
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%s\t%s\t%s\t%d %%\t%s\n", s.Station, s.Screens, s.Visits, minutes(s.Stay), minutes(s.Wait), minutes(s.WaitP90),
			int(math.Round(100*s.Use)), mark)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	text := fmt.Sprintf("\n%d of %d visitors finished, in %s; a visit took %s.\n", r.Finished, r.Visitors, minutes(r.Minutes), minutes(r.Visit))
	if i := slices.IndexFunc(r.Stations, func(s kiosk.RehearsalStation) bool { return s.Station == r.Bottleneck }); i >= 0 && r.PerHour > 0 {
		text += fmt.Sprintf("%.1f people an hour, once the room is full. With one more screen at %s, by simulation: %.1f.\n", r.PerHour, r.Bottleneck, r.OneMore)
	}
	if r.Freely {
		text += "The room moves in rounds. These visitors walked as if everybody walked freely: how many a round takes is not in it.\n"
	}
	if r.Lag > muchLag {
		text += fmt.Sprintf("The machine itself took %s of the visitors' time to show that somebody had left: with a lower --speed less of the waiting is its own.\n", minutes(r.Lag))
	}
	_, err := io.WriteString(out, text)
	return err
}

// minutes reads as people say them.
func minutes(m float64) string { return fmt.Sprintf("%.1f min", m) }

// rehearsalFile holds, under the data folder, what a rehearsal on the same
// machine needs. The program writes it anew at each start, for its own user.
const rehearsalFile = "rehearse.json"

// rehearsalKey is the file's content.
type rehearsalKey struct {
	URL string `json:"url"`
	Key string `json:"key"`
}

// keepRehearsalKey lets whoever may read the data folder rehearse; drop ends
// that.
func (p *Program) keepRehearsalKey() (drop func(), err error) {
	name := filepath.Join(p.data, rehearsalFile)
	drop = func() { _ = os.Remove(name) }
	key, err := p.server.RehearsalKey()
	if err != nil {
		return drop, err
	}
	doc, _ := json.Marshal(rehearsalKey{localURL(p.listener.Addr(), p.scheme()), key}) // plain data
	f, err := os.CreateTemp(p.data, "rehearse.*.tmp")                                  // 0600, and nobody reads half of it
	if err != nil {
		return drop, err
	}
	_, err = f.Write(doc)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return drop, err
}

func readRehearsalKey(data string) (k rehearsalKey, err error) {
	doc, err := os.ReadFile(filepath.Join(data, rehearsalFile))
	if errors.Is(err, fs.ErrNotExist) {
		return k, fmt.Errorf("no room runs on %s: start it, say --data, or ask the console for a --token", data)
	}
	if err == nil {
		err = json.Unmarshal(doc, &k)
	}
	return k, err
}
