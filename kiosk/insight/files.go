package insight

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"immersion/kiosk"
)

// byteOrderMark tells spreadsheets that a CSV is UTF-8.
const byteOrderMark = "\ufeff"

// csvTable writes a CSV with its heading; each calls for its lines.
func csvTable(out io.Writer, heading []string, each func(line func(...any) error) error) error {
	if _, err := io.WriteString(out, byteOrderMark); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	if err := w.Write(heading); err != nil {
		return err
	}
	cells := make([]string, len(heading))
	err := each(func(values ...any) error {
		for i, v := range values {
			cells[i] = text(v)
			if s, words := v.(string); words {
				cells[i] = kiosk.NoFormula(s)
			}
		}
		return w.Write(cells)
	})
	w.Flush()
	if err == nil {
		err = w.Error()
	}
	return err
}

// headings are the names of the columns of rows.
func headings() []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

func (r Row) values() []any {
	values := make([]any, len(columns))
	for i, c := range columns {
		values[i] = c.of(r)
	}
	return values
}

func (e *export) csv(out io.Writer) error {
	return csvTable(out, headings(), func(line func(...any) error) error {
		for r := range e.rows() {
			if err := line(r.values()...); err != nil {
				return err
			}
		}
		return e.ctx.Err()
	})
}

// dictionary says what each column means.
func (e *export) dictionary(out io.Writer) error {
	return csvTable(out, []string{"column", "meaning"}, describeColumns)
}

func describeColumns(line func(...any) error) error {
	for _, c := range columns {
		if err := line(c.name, c.says); err != nil {
			return err
		}
	}
	return nil
}

// wordsCSV holds what managers may read of words.
func (e *export) wordsCSV(out io.Writer) error {
	return csvTable(out, wordColumns, func(line func(...any) error) error {
		_, err := e.words(line)
		return err
	})
}

// jsonl writes one row a line.
func (e *export) jsonl(out io.Writer) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for r := range e.rows() {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return e.ctx.Err()
}

// wordColumns are those of words.
var wordColumns = []string{"id", "kind", "section", "language", "text"}

// words gives the lines of what managers may read of words, by ids that tell
// nothing; whether they are of too few visits.
func (e *export) words(line func(...any) error) (bool, error) {
	words, err := e.in.Words(e.of.Scenario)
	if err != nil {
		return false, err
	}
	for _, w := range words.Words {
		if err := line(w.ID, w.Kind, string(w.Section), w.Language, w.Text); err != nil {
			return false, err
		}
	}
	return words.TooFew, e.ctx.Err()
}

// xlsx writes a workbook: the values, what words are about, the words, and what
// the columns of the values mean. What it holds beyond 16 MB waits in a
// temporary file, not in memory.
func (e *export) xlsx(out io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	for _, s := range []struct {
		name    string
		heading []string
		each    func(line func(...any) error) error
	}{
		{"figures", headings(), func(line func(...any) error) error {
			for r := range e.rows() {
				if err := line(r.values()...); err != nil {
					return err
				}
			}
			return e.ctx.Err()
		}},
		{"themes", []string{"section", "theme", "name", "n", "as_of"}, func(line func(...any) error) error {
			themes, err := e.in.Themes(e.ctx, e.of.Scenario)
			if err != nil {
				return err
			}
			if themes.TooLittle {
				return line("too little text")
			}
			for _, t := range themes.Themes {
				if err := line(t.Section, t.ID, t.Name, t.N, t.AsOf); err != nil {
					return err
				}
			}
			return nil
		}},
		{"words", wordColumns, func(line func(...any) error) error {
			few, err := e.words(line)
			if few && err == nil {
				err = line(isTooFew)
			}
			return err
		}},
		{"columns", []string{"column", "meaning"}, describeColumns},
	} {
		if err := sheet(f, s.name, s.heading, s.each); err != nil {
			return err
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	return f.Write(out)
}

func sheet(f *excelize.File, name string, heading []string, each func(line func(...any) error) error) error {
	if _, err := f.NewSheet(name); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	n := 0
	line := func(values ...any) error {
		n++
		return w.SetRow(fmt.Sprintf("A%d", n), values)
	}
	names := make([]any, len(heading))
	for i, h := range heading {
		names[i] = h
	}
	if err := line(names...); err != nil {
		return err
	}
	if err := each(line); err != nil {
		return err
	}
	return w.Flush()
}
